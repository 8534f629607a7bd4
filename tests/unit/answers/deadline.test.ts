import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerQuestion, answerWords } from '../../../commands/index.ts';
import { plainText } from '../../../src/answers/plain.ts';
import type { Question } from '../../../src/answers/question.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import type { Day } from '../../../src/text/edtf.ts';
import { withinWork } from '../../../src/text/work.ts';
import { openArchiveOfFive } from '../../support/archive-of-five.ts';

// A question may cost so much work; what was found by then is the answer, and says so.

let keeper: Keeper;
beforeAll(async () => {
  keeper = await openArchiveOfFive();
});
afterAll(() => keeper.close());

const TODAY = '2026-03-02' as Day;
const LOOKED_AT = 'not everything was looked at';

test('what was found before a question had cost what it may is its answer, which says that it is not all', async () => {
  const question: Question = { command: 'timeline', about: 'Iraq' };
  const whole = await answerQuestion(question, keeper.archive);
  const cut = await answerQuestion(question, keeper.archive, 'en', 0);
  expect(whole.assumed.join()).not.toContain(LOOKED_AT);
  expect(cut.assumed.join()).toContain(LOOKED_AT);
  expect(cut.found).toBe(true);
  expect(cut.entries.length).toBeLessThan(whole.entries.length);
  const articles = ({ sources }: typeof cut) => sources.map(({ article }) => article);
  expect(articles(whole)).toEqual(expect.arrayContaining(articles(cut)));
});

const QUESTIONS: readonly Question[] = [
  { command: 'summary', about: 'Baghdad' },
  { command: 'met', person: 'Bogdanov', topic: 'Syria' },
  { command: 'quote', about: 'Iran' },
  { command: 'verify', words: 'a coordination centre in Baghdad' },
  { command: 'network', person: 'Bogdanov' },
  { command: 'timeline', about: 'Iran' },
  { command: 'compare', about: 'coordination centre in Baghdad' },
  { command: 'search', text: 'coordination centre' },
  { command: 'ask', words: 'why was the centre set up in Baghdad?' },
];

test.each(QUESTIONS)('where not all was looked at, nobody is told that nothing is there: %o', async (question) => {
  const answer = await answerQuestion(question, keeper.archive, 'en', 0);
  const words = plainText(answer);
  if (!answer.found) expect(words).toContain('Stopped looking');
  expect(words).not.toContain('Nothing in the archive');
});

test.each([
  ['one word again and again', (at: number) => (at % 2 ? 'قال' : 'من')],
  ['words that are nearly right', (at: number) => `presidnt${'abcdefghij'[at % 10]}${'klmnopqrst'[at % 9]}`],
  ['names', (at: number) => ['Lavrov', 'Bogdanov', 'Putin', 'Obama'][at % 4] ?? ''],
  ['different words', (at: number) => `w${at.toString(26).replace(/\d/g, 'q')}x`],
])('a long question costs no more than in proportion to its length: %s', async (_what, word) => {
  const cost = async (words: number) => {
    const asked = Array.from({ length: words }, (_, at) => word(at)).join(' ');
    return (await withinWork(() => answerWords(asked, keeper.archive, TODAY), Number.POSITIVE_INFINITY)).spent;
  };
  await cost(400); // what is worked out once for an archive
  expect(await cost(1600)).toBeLessThan(4.5 * (await cost(400)) + 1000);
});

test('one endless word asks for nothing, at no cost', async () => {
  for (const word of ['a'.repeat(6000), 'ﷺ'.repeat(2000), 'presidnt'.repeat(700)])
    for (const command of ['met', 'quote', 'search', 'timeline'])
      expect(plainText(await answerWords(`/${command} ${word}`, keeper.archive, TODAY))).not.toBe('');
});

test('figures with marks are asked about as any words are', async () => {
  for (const about of ['1.5 billion', '⑴', 'ﷺ', '½ “a”*'])
    expect(plainText(await answerWords(`/timeline ${about}`, keeper.archive, TODAY))).not.toBe('');
});
