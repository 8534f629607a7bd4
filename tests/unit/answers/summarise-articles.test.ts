import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../../src/answers/plain.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { askWords } from '../../../src/remote/ask.ts';
import type { Day } from '../../../src/text/edtf.ts';
import { openArchiveOfFive } from '../../support/archive-of-five.ts';

const TODAY = '2026-03-02' as Day;

let keeper: Keeper;
beforeAll(async () => {
  keeper = await openArchiveOfFive();
});
afterAll(() => keeper.close());

const ask = (words: string) => askWords(words, keeper.archive, TODAY);

describe('asked for a summary', () => {
  it('of a period, tells what a later article says of it, and that it does', async () => {
    const answer = await ask('what happened in November 2020?');
    expect(answer.found).toBe(true);
    expect(plainText(answer)).toMatch(
      /5 February 2021 · reports on what was in November 2020[\s\S]*Fuad Hussein paid a visit/,
    );
  });

  it('of a person, tells their doings oldest first, with the outlets’ kinds', async () => {
    const answer = await ask('what has Bogdanov done and said?');
    const text = plainText(answer);
    expect(text).toMatch(
      /Sputnik \(state media, Russia\), 13 November 2015[\s\S]*Press TV \(state media, Iran\), 5 February 2021/,
    );
    for (const { citations, body } of answer.entries) expect(citations.length).toBeGreaterThanOrEqual(body.length);
  });

  it('of a machine translation, says that it is one', async () => {
    expect(plainText(await ask('/summary Rogozin Baghdad'))).toMatch(
      /in translation: machine translation from Russian/,
    );
  });

  it.each([
    'summarise the liberation of Sinjar',
    '/summary Zanzibar',
    'summary of volcanoes in Iceland',
    '/summary wheat',
    '/summary Bogdanov volcano',
  ])('of what no article tells, says so: %s', async (words) => {
    const answer = await ask(words);
    expect(answer.found).toBe(false);
    expect(answer.heading).toBe('Nothing in the archive');
  });

  it('short or long, keeps to the length', async () => {
    const sentences = async (length: string) =>
      (await ask(`/summary about:Iraq length:${length}`)).entries
        .flatMap(({ body }) => body.flat())
        .filter(({ is }) => is === 'sentence').length;
    expect(await sentences('short')).toBeLessThanOrEqual(4);
    expect(await sentences('long')).toBeGreaterThan(5);
  });
});
