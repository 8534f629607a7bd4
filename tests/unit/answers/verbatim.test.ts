import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Run } from '../../../src/answers/answer.ts';
import { plainText } from '../../../src/answers/plain.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { askWords } from '../../../src/remote/ask.ts';
import type { Day } from '../../../src/text/edtf.ts';
import { slice } from '../../../src/text/span.ts';
import { openArchiveOfFive } from '../../support/archive-of-five.ts';

const TODAY = '2026-03-02' as Day;
const QUESTIONS = 1000;

let keeper: Keeper;
beforeAll(async () => {
  keeper = await openArchiveOfFive();
});
afterAll(() => keeper.close());

/** A thousand questions made of the archive's own names, places, words and dates, and of some it has never heard of. */
async function generatedQuestions(): Promise<string[]> {
  const { archive } = keeper;
  const people = (await archive.complete('person', '', 25)).concat(
    'Nobody Atall',
    'Hussein',
    'bogdanof',
    'the ministry',
  );
  const places = (await archive.complete('place', '', 25)).concat('Baghdad', 'Atlantis');
  const cards = await archive.articles();
  const words: string[] = [];
  for (const { id } of cards) words.push(...((await archive.article(id))?.article.body.split(/\s+/) ?? []));
  const when = ['', 'in 2015', 'since 2016', 'in November 2020', 'last November', 'on Friday', 'before 2019'];
  const asking = [
    (i: number) => `/met ${pick(people, i)}`,
    (i: number) => `/quote ${pick(people, i)}`,
    (i: number) => `/summary ${pick(people, i)} ${pick(words, i * 31)}`,
    (i: number) => `who did ${pick(people, i)} meet in ${pick(places, i * 3)} ${pick(when, i)}?`,
    (i: number) => `what did ${pick(people, i)} say about ${pick(words, i * 17)}?`,
    (i: number) => `what did ${pick(people, i)} and ${pick(people, i * 7 + 1)} discuss ${pick(when, i)}?`,
    (i: number) => `who said "${words.slice((i * 37) % words.length, ((i * 37) % words.length) + 4).join(' ')}"?`,
    (i: number) =>
      `is this real: ${pick(people, i)}: "${words
        .slice((i * 53) % words.length)
        .slice(0, 9)
        .join(' ')}"`,
    (i: number) => `/search ${pick(words, i * 13)} ${pick(words, i * 29)}`,
    (i: number) => `what happened in ${pick(places, i)} ${pick(when, i)}?`,
  ];
  return Array.from({ length: QUESTIONS }, (_, i) => pick(asking, i)(Math.floor(i / asking.length)));
}

function pick<T>(list: readonly T[], i: number): T {
  const one = list[i % list.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

const runsOf = (answer: Answer): Run[] => [
  ...answer.lead,
  ...answer.entries.flatMap(({ title, body }) => [...title, ...body.flat()]),
];

describe('what stands between quotation marks', () => {
  it(`is a slice of a stored article, in the answers to ${QUESTIONS} questions`, async () => {
    const bodies = new Map<string, string>();
    for (const { id } of await keeper.archive.articles())
      bodies.set(id, (await keeper.archive.article(id))?.article.body ?? '');
    const everything = [...bodies.values()].join('\n').replace(/\s+/g, ' ');
    let cut = 0;
    for (const question of await generatedQuestions()) {
      const answer = await askWords(question, keeper.archive, TODAY);
      for (const run of runsOf(answer)) {
        if (run.is !== 'quotation' && run.is !== 'sentence') continue;
        expect(run.words.text, question).toBe(slice(bodies.get(run.words.article) ?? '', run.words.span));
        cut++;
      }
      // And as rendered: every pair of marks holds an article's words.
      for (const [, inside = ''] of plainText(answer).matchAll(/“([^“”]+)”/gu))
        expect(everything.includes(inside.replace(/\s+/g, ' ')), `${question}: ${inside}`).toBe(true);
    }
    expect(cut).toBeGreaterThan(QUESTIONS / 2);
  }, 300_000);
});
