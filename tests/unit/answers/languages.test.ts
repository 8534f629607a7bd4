import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands, questionOf } from '../../../commands/index.ts';
import type { Answer, Run } from '../../../src/answers/answer.ts';
import { plainText } from '../../../src/answers/plain.ts';
import type { Question } from '../../../src/answers/question.ts';
import type { Words } from '../../../src/answers/words/words.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { askQuestion } from '../../../src/remote/ask.ts';
import type { Day } from '../../../src/text/edtf.ts';
import { openArchiveOfFive } from '../../support/archive-of-five.ts';

// The bot's own words are in the asker's language, all of them; what articles say stays as it is.

let keeper: Keeper;
let inArticles = '';
beforeAll(async () => {
  keeper = await openArchiveOfFive();
  const cards = await keeper.archive.articles();
  const whole = await Promise.all(cards.map(({ id }) => keeper.archive.article(id)));
  const names = whole.flatMap((stored) => [
    ...(stored?.reading.entities.map(({ name }) => name) ?? []),
    ...(stored?.reading.meetings.flatMap(({ participants }) =>
      participants.flatMap(({ name, role }) => [name, role]),
    ) ?? []),
    ...(stored?.reading.quotations.flatMap(({ speaker }) => [speaker?.name, speaker?.role]) ?? []),
  ]);
  inArticles = ['Readout', JSON.stringify(cards), ...whole.map((stored) => stored?.article.body), ...names]
    .join('\n')
    .replace(/\s+/g, ' ')
    .toLowerCase();
});
afterAll(() => keeper.close());

const TODAY = '2026-11-21' as Day;

const asked: readonly (readonly [Question['command'], Readonly<Record<string, string>>])[] = [
  ['met', { person: 'Lavrov' }],
  ['met', { place: 'Baghdad', since: '2015' }],
  ['met', { person: 'Nobody Known' }],
  ['met', { person: 'Lavrov', since: '1999', until: '2000' }],
  ['quote', { who: 'Rogozin' }],
  ['quote', { who: 'Rogozin', about: 'bananas' }],
  ['quote', { who: 'Russia' }],
  ['briefing', { since: '2015' }],
  ['briefing', { since: '2026' }],
  ['met', { planned: 'true' }],
  ['who', { name: 'Bogdanov' }],
  ['who', { name: 'Hussein' }],
  ['who', { name: 'Iraq' }],
  ['summary', { about: 'Baghdad' }],
  ['summary', { about: 'wheat in Peru' }],
  ['search', { text: 'Baghdad' }],
  ['search', { text: 'zebra' }],
  ['article', { article: 'sputnik' }],
  ['article', { article: 'nothing called so' }],
  ['sources', {}],
  ['network', { person: 'Iraq' }],
  ['network', { person: 'Nobody Known' }],
  ['timeline', { about: 'Lavrov' }],
  ['timeline', { about: 'zebra' }],
  ['compare', { about: 'joint centre in Baghdad' }],
  ['compare', { about: 'Lavrov', until: '1990' }],
  ['verify', { words: 'guide and protector', who: 'Lavrov' }],
  ['verify', { words: 'a price that nobody ever paid for bananas' }],
  ['cite', { id: 'K7QF-2M9PXA-3T' }],
  ['help', {}],
];

const told = (command: string, options: object) => [command, ...Object.values(options)].join(' ');

/** Every phrase of the bot's own leaves nothing but what was filled in. */
const SPEECHLESS: Words = {
  language: 'en',
  say: (_phrase, ...places) => ` · ${Object.values(places[0] ?? {}).join(' · ')} · `,
  date: () => '',
  country: (name) => name,
  list: (names) => names.join(' · '),
};

function ownWords({ heading, understood, assumed, lead, entries, choices, picture }: Answer): string[] {
  const runs = [...lead, ...entries.flatMap(({ title, body }) => [...title, ...body.flat()])];
  const own = runs.flatMap((run: Run) => (run.is === 'text' || run.is === 'strong' ? [run.text] : []));
  return [heading, understood, ...assumed, ...own, ...choices.map(({ label }) => label), picture?.alt ?? ''];
}

describe('nothing is said in English that a catalogue does not have', () => {
  test.each(asked)('/%s %j', async (name, options) => {
    const command = commands.find((one) => one.name === name);
    if (!command) throw new Error(`there is no /${name}`);
    const question = questionOf(name, options, TODAY);
    const answer = await command.answer(question as never, keeper.archive, SPEECHLESS);
    const known = `${inArticles}\n${Object.values(options).join('\n').toLowerCase()}`;
    for (const words of ownWords(answer))
      for (const piece of words.replace(/\/\w+/g, '').split(/[·,:;()…“”\n/|]+|\.(?=\s|$)/)) {
        const said = piece.trim().replace(/\s+/g, ' ').toLowerCase();
        if (/\p{L}{2}/u.test(said)) expect(known, `${told(name, options)}: “${words}”`).toContain(said);
      }
  });
});

test.each(['ar', 'de', 'es', 'fr', 'ru'] as const)('in %s the evidence is the same as in English', async (language) => {
  const evidence = ({ entries }: Answer) =>
    entries.flatMap(({ body }) => body.flat().flatMap((run) => ('words' in run ? [run.words.text] : [])));
  for (const [name, options] of asked) {
    const question = questionOf(name, options, TODAY);
    const [here, there] = [
      await askQuestion(question, keeper.archive),
      await askQuestion(question, keeper.archive, language),
    ];
    expect(evidence(there), told(name, options)).toEqual(evidence(here));
    if (name !== 'cite') expect(plainText(there), told(name, options)).not.toBe(plainText(here));
    expect(plainText(there)).not.toMatch(/\{\w+\}/);
  }
});
