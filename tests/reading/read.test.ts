import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNameModel } from '../../src/reading/names.ts';
import { read } from '../../src/reading/read.ts';
import type { Reading } from '../../src/reading/reading.ts';

const model = parseNameModel(readFileSync('data/names.model'));
const readText = (text: string): Reading => read({ text, published: null, headline: null }, model);

/** Every span anywhere in a reading. */
function spansOf(value: unknown): { start: number; end: number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value && 'end' in value ? [{ start: Number(value.start), end: Number(value.end) }] : [];
  return [...own, ...Object.values(value).flatMap(spansOf)];
}

function expectSound(text: string, reading: Reading): void {
  for (const { start, end } of spansOf(reading)) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(text.slice(start, end).length).toBe(end - start);
  }
  for (const { entity, role } of reading.mentions) {
    expect(reading.entities[entity]).toBeDefined();
    if (role) expect(text.slice(role.start, role.end)).toBe(role.text);
  }
  reading.mentions.forEach((mention, i) => {
    expect(mention.end).toBeGreaterThan(mention.start);
    expect(mention.start).toBeGreaterThanOrEqual(reading.mentions[i - 1]?.end ?? 0);
  });
}

const SNIPPETS = [
  'Foreign Minister',
  'Sergei Lavrov',
  'al-Assad',
  'Mr.',
  'said',
  '"',
  '“',
  '”',
  "''",
  '``',
  ', ',
  '. ',
  '\n\n',
  ' the ',
  'his Russian counterpart',
  'U.S.',
  '’s',
  '(PMU)',
  'met in Moscow',
  'on Friday',
  'לבוא',
  'محمد',
  '\u0301',
  '😀',
  '\ud83d',
  '\u202e',
  'SHOUTED WORDS',
  ' ',
  '\u00a0',
  '[',
  ')',
  '—',
  'A',
  'of',
  'and',
];

test('whatever the text, every span slices back to it and mentions stand in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 }),
      (parts) => {
        const text = parts.join('');
        expectSound(text, readText(text));
      },
    ),
    { numRuns: 1500 },
  );
});

test.each([
  ['without a space', 'x', 1_000_000],
  ['of capitals without a space', 'X', 1_000_000],
  ['of quotation marks', '"', 1_000_000],
  ['of opening marks', '“', 1_000_000],
  ['of one name', 'Lavrov ', 140_000],
  ['of titles', 'Minister of ', 80_000],
  ['of possessives', "head's ", 140_000],
  ['of ever new people', '', 4_000],
  ['from right to left', 'محمد بن سلمان ', 70_000],
  ['of combining marks', 'e\u0301\u0300', 300_000],
])(
  'a megabyte %s is read in seconds',
  (_, piece, times) => {
    const text = piece
      ? piece.repeat(times)
      : Array.from({ length: times }, (__, i) => `Mr. Ab${i}x Cd${i}z said so.`).join(' ');
    const began = process.cpuUsage();
    const reading = readText(text);
    // Time of this process, for a busy machine may take long over anything; microseconds.
    expect(process.cpuUsage(began).user).toBeLessThan(20e6);
    expect(reading.sentences.length).toBeGreaterThan(0);
  },
  180_000,
);
