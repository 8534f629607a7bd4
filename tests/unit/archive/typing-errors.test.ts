import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearlyBegins, withinTypingError } from '../../../src/archive/spelling/typing-errors.ts';

const letter = fc.constantFrom(...'abcdefghijklmnoprstuvyz');
const word = fc.array(letter, { minLength: 6, maxLength: 8 }).map((letters) => letters.join(''));

/** One slip of the finger: a letter wrong, missing, too many, or swapped with its neighbour. */
const slips: readonly ((word: string, at: number, other: string) => string)[] = [
  (word, at, other) => word.slice(0, at) + other + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at, other) => word.slice(0, at) + other + word.slice(at),
  (word, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
];

test('any one slip, anywhere in a word, is forgiven', () => {
  const slip = fc.constantFrom(...slips);
  fc.assert(
    fc.property(word, slip, fc.nat(5), letter, (meant, make, at, other) => {
      expect(withinTypingError(make(meant, at, other), meant)).toBe(true);
    }),
  );
});

test('another name is not a typing error', () => {
  expect(withinTypingError('hashemi', 'husseini')).toBe(false);
  expect(withinTypingError('petrov', 'ivanov')).toBe(false);
  // Too short to tell an error from another word.
  expect(withinTypingError('bush', 'bosh')).toBe(false);
});

test('what is typed so far may hold an error', () => {
  expect(nearlyBegins('petrenc', 'petrenkovich')).toBe(true);
  expect(nearlyBegins('ivanenc', 'petrenkovich')).toBe(false);
});
