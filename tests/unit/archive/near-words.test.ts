import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordList, wordsNear } from '../../../src/archive/spelling/near-words.ts';
import { nearlyBegins, withinTypingError } from '../../../src/archive/spelling/typing-errors.ts';

const word = fc.array(fc.constantFrom(...'abc'), { minLength: 1, maxLength: 11 }).map((letters) => letters.join(''));
const words = fc.uniqueArray(word, { maxLength: 60 }).map((list) => list.sort());

test('walking a list finds exactly the words that comparing each would find', () => {
  fc.assert(
    fc.property(words, word, (list, typed) => {
      fc.pre(typed.length >= 5);
      const most = typed.length >= 9 ? 2 : 1;
      const found = wordsNear(wordList(list), typed, most).map(({ at }) => list[at] ?? '');
      const compared = list.filter((one) => withinTypingError(typed, one));
      expect(found.filter((one) => one.length >= 4)).toEqual(compared);
    }),
    { numRuns: 500 },
  );
});

test('and those that begin as what was typed, errors forgiven', () => {
  fc.assert(
    fc.property(words, word, (list, typed) => {
      fc.pre(typed.length >= 5);
      const most = typed.length >= 9 ? 2 : 1;
      const found = new Set(wordsNear(wordList(list), typed, most, true).map(({ at }) => list[at] ?? ''));
      for (const one of list) if (nearlyBegins(typed, one)) expect(found).toContain(one);
    }),
    { numRuns: 500 },
  );
});
