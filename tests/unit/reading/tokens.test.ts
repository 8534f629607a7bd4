import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenise } from '../../../src/reading/tokens/tokenise.ts';

const pieces = (text: string) => tokenise(text).map(({ start, end }) => text.slice(start, end));

test('names keep their hyphens, apostrophes and initials', () => {
  expect(pieces('Abdul-Rahman Hamid al-Husseini')).toEqual(['Abdul-Rahman', 'Hamid', 'al-Husseini']);
  expect(pieces("O'Neill and J.R.R. Tolkien")).toEqual(["O'Neill", 'and', 'J.R.R.', 'Tolkien']);
  expect(pieces('Mr. John F. Kennedy Jr.')).toEqual(['Mr.', 'John', 'F.', 'Kennedy', 'Jr.']);
  expect(pieces('Hashim Thac\u0327i, al-Ja‘afari')[1]).toBe('Thac\u0327i');
});

test('a possessive stands for itself, whatever its apostrophe', () => {
  expect(pieces("Lavrov’s aide, Bush's and the U.S.’s")).toEqual([
    'Lavrov',
    '’s',
    'aide',
    ',',
    'Bush',
    "'s",
    'and',
    'the',
    'U.S.',
    '’s',
  ]);
  expect(pieces("states' rights")).toEqual(['states', "'", 'rights']);
});

test('quotation marks, dashes and no-break spaces part words', () => {
  expect(pieces('“Yes,”\u00a0he said—“no”')).toEqual(['“', 'Yes', ',', '”', 'he', 'said', '—', '“', 'no', '”']);
  expect(pieces("``We won't,'' she said--twice")).toEqual([
    '``',
    'We',
    "won't",
    ',',
    "''",
    'she',
    'said',
    '--',
    'twice',
  ]);
  expect(pieces('the end.The next')).toEqual(['the', 'end', '.', 'The', 'next']);
});

test('figures keep their points and dates their hyphens', () => {
  expect(pieces('3,000.5 on 1996-08-22 at 10:30.')).toEqual(['3,000.5', 'on', '1996-08-22', 'at', '10:30', '.']);
});

test('tokens are in order, never empty, and leave out nothing but white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      let at = 0;
      for (const { start, end } of tokenise(text)) {
        expect(text.slice(at, start)).toMatch(/^[\s\u0085\u200b\u2060]*$/);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(text.slice(at)).toMatch(/^[\s\u0085\u200b\u2060]*$/);
    }),
    { numRuns: 300 },
  );
});
