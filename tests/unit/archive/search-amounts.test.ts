import { expect, it } from 'vitest';
import { indexedWordsIn } from '../../../src/archive/index/terms.ts';

const terms = (text: string) => indexedWordsIn(text).map(({ term }) => term);

it.each([
  ['$2.5bn', '2.5 billion'],
  ['2.5bn', '2.5 billion'],
  ['£300m', '300 million'],
  ['1.2tn', '1.2 trillion'],
  ['€40k', '40 thousand'],
])('%s is found by %s, and the other way round', (short, long) => {
  expect(terms(short)).toEqual(terms(long));
});

it('lengths and what only looks like an amount stay what they are', () => {
  for (const text of ['300m', '40k', 'S400m', 'F16bn2']) expect(terms(text)).toHaveLength(1);
  const [number, unit] = indexedWordsIn('It cost $2.5bn.').slice(-2);
  expect([number?.start, number?.end, unit?.start, unit?.end]).toEqual([9, 12, 12, 14]);
});
