import { diffArrays } from 'diff';
import type { Run } from './answer.ts';

/** Words as compared: case, typographic marks, accents on quotation marks and punctuation around a word don't count. */
const compared = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const wordsOf = (text: string): string[] => text.split(/[\s\u00a0]+/u).filter((word) => compared(word) !== '');

/** The asker's words turned into the archive's, word by word: what is struck out is theirs, what is added is the archive's. */
export function difference(asked: string, stored: string): Run[] {
  const parts = diffArrays(wordsOf(asked), wordsOf(stored), { comparator: (a, b) => compared(a) === compared(b) });
  return parts.flatMap(({ added, removed, value }, i): Run[] => {
    const words = value.join(' ');
    const run: Run = added
      ? { is: 'added', text: words }
      : removed
        ? { is: 'removed', text: words }
        : { is: 'text', text: words };
    return i === 0 ? [run] : [{ is: 'text', text: ' ' }, run];
  });
}

/** "We agree … until then": do the stored words have all of these, piece after piece, with others only where an ellipsis stands? */
export function isElided(asked: string, stored: string): boolean {
  const pieces = asked
    .split(/\[?(?:…|\.{3})\]?/u)
    .map(bare)
    .filter((piece) => piece !== '');
  let rest = ` ${bare(stored)} `;
  for (const piece of pieces) {
    const at = rest.indexOf(` ${piece} `);
    if (at < 0) return false;
    rest = rest.slice(at + piece.length + 1);
  }
  return pieces.length > 1;
}

/** Are the two the same, word for word? */
export const sameWords = (a: string, b: string): boolean => bare(a) === bare(b);

const bare = (text: string): string => wordsOf(text).map(compared).join(' ');
