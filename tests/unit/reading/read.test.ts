import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadModels } from '../../../src/reading/models.ts';
import { read } from '../../../src/reading/read.ts';
import type { Reading } from '../../../src/reading/reading.ts';
import { growth, LINEAR } from '../../support/cpu.ts';
import { seeded } from '../../support/seeded.ts';
import { ENDLESS } from '../../torture/endless-texts.ts';
import { faultsOf, HOSTILE } from '../../torture/hostile-texts.ts';

const models = loadModels('data');
const readText = (text: string): Reading => read({ text, published: null, headline: null }, models);
const ARTICLE = `KHARTOUM, 3 May – Foreign Minister Ali Musa met his Chadian counterpart, Idriss Saleh, on Friday. “We agree,”
Musa said, “on most things.” The two will meet again in N'Djamena in June, according to Musa's spokesman (see below).`;

// `npm run hostile:reading` reads 100,000 of them.
test.each(HOSTILE)('of $name, every span slices back to its text and stands in order', ({ make }) => {
  const random = seeded(2);
  for (let i = 0; i < 15; i++) {
    const text = make(random, [ARTICLE]);
    expect(faultsOf(text, readText(text)), JSON.stringify(text)).toEqual([]);
  }
});

test('so it does of whatever else a text may be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(faultsOf(text, readText(text))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('an article cut off anywhere is read', () => {
  for (let end = 0; end <= ARTICLE.length; end += 3) {
    const text = ARTICLE.slice(0, end);
    expect(faultsOf(text, readText(text)), text).toEqual([]);
  }
});

test('reading has no memory: the same text gives the same reading, whatever was read before', () => {
  const first = readText(ARTICLE);
  readText(ENDLESS[0]?.make(10_000) ?? '');
  expect(readText(ARTICLE)).toEqual(first);
});

const LONG = [
  'quotation marks "\\""',
  'without a space "x"',
  'without a space "X"',
  'from right to left',
  'combining marks',
  'nested quotation marks',
  'ever new speakers',
  'one run of "Minister of "',
];

// `npm run hostile:reading` reads a megabyte of each, and of a hundred others.
test.each(ENDLESS.filter(({ name }) => LONG.includes(name)))('a long text: $name', ({ make }) => {
  const times = growth(8000, make, (text) => expect(faultsOf(text, readText(text))).toEqual([]));
  expect(times).toBeLessThan(LINEAR);
});
