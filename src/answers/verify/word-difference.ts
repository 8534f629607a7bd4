import { diffArrays } from 'diff';
import { STOP_WORDS } from '../../archive/index/stopwords.ts';
import type { Run } from '../answer.ts';

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

/** Of the words that carry the meaning, so many must be common to both, in one order: with fewer, it is another sentence. */
const SAME_CONTENT = 0.7;
/** And so many of all words: those that carry grammar alone make "for" of "against". */
const SAME_WORDS = 0.5;
/** A sentence with fewer words of meaning is held against the other in all of its words. */
const FEW = 3;

/**
 * Are these words the stored stretch with some of them changed? Most of what was put in must stand there in order, and the
 * stretch must have little else: two sentences that only share words are no alteration of one another.
 */
export function isAlteration(asked: string, stretch: string): boolean {
  const [here, there] = [wordsOf(asked).map(compared), wordsOf(stretch).map(compared)];
  const [content, found] = [here.filter(isContent), there.filter(isContent)];
  const few = Math.min(content.length, found.length) < FEW;
  return (
    commonShare(here, there) >= (few ? SAME_CONTENT : SAME_WORDS) &&
    (few || commonShare(content, found) >= SAME_CONTENT)
  );
}

const isContent = (word: string): boolean => !STOP_WORDS.has(word);

/** The words that both have, in one order, as a share of the longer. */
function commonShare(a: readonly string[], b: readonly string[]): number {
  const common = diffArrays([...a], [...b]).filter(({ added, removed }) => !added && !removed);
  return common.reduce((sum, { value }) => sum + value.length, 0) / Math.max(a.length, b.length, 1);
}

/** How many words at either end of what was asked are not those at the stretch's ends: others may stand in their place. */
export function changedAtEnds(asked: string, stretch: string): { before: number; after: number } {
  const parts = diffArrays(wordsOf(asked).map(compared), wordsOf(stretch).map(compared));
  const same = parts.map(({ added, removed }) => !added && !removed);
  const removed = (some: typeof parts) =>
    some.reduce((sum, { removed: gone, value }) => sum + (gone ? value.length : 0), 0);
  return {
    before: removed(parts.slice(0, same.indexOf(true))),
    after: removed(parts.slice(same.lastIndexOf(true) + 1)),
  };
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
export const isSameText = (a: string, b: string): boolean => bare(a) === bare(b);

const bare = (text: string): string => wordsOf(text).map(compared).join(' ');
