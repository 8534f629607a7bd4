import { spend } from '../../text/work.ts';
import { type IndexedWord, isUnspaced } from '../index/terms.ts';

/** Finds whether a phrase occurs in a text. */
export type PhraseTest = (text: { readonly headline: string | null; readonly body: string }) => boolean;

/**
 * Looks for the phrase in headline and body, word for word. Case, accents and the marks between words do not count, nor does
 * a hyphen within a word ("co-operation", "cooperation", "co=operation").
 */
export function phraseTest(phrase: readonly IndexedWord[]): PhraseTest {
  const letters = phrase.map(({ folded, joined, parts }, at) => {
    const inCompound = at > 0 && isWithinCompound(phrase, at);
    const between = at === 0 ? '' : inCompound || joined !== null || parts > 1 ? WITHIN_OR_BETWEEN : BETWEEN;
    return between + Array.from(folded, escaped).join(WITHIN);
  });
  // Where no spaces stand between words, a name begins and ends anywhere, though not within a syllable of Korean.
  const before = isUnspaced(phrase[0]?.folded ?? '') ? '' : '(?<![\\p{L}\\p{N}])';
  const after = isUnspaced(phrase.at(-1)?.folded ?? '') ? '(?![\u1160-\u11ff])' : '(?![\\p{L}\\p{N}])';
  const pattern = new RegExp(before + letters.join('') + after, 'u');
  return ({ headline, body }) =>
    spend(body.length / CHARACTERS) &&
    (pattern.test(plain(body)) || (headline !== null && pattern.test(plain(headline))));
}

/** Characters in which a phrase is looked for at the cost of one unit of work. */
const CHARACTERS = 20;

/** Words parted by anything but letters and digits. */
const BETWEEN = String.raw`[^\p{L}\p{N}]+`;
const WITHIN_OR_BETWEEN = String.raw`[^\p{L}\p{N}]*`;
/** A hyphen, an apostrophe or the dots of an abbreviation may stand between the letters of one word. */
const WITHIN = "[-‐‑=\u00AD'’ʼ.,]?";

const escaped = (letter: string): string => (letter === '.' ? String.raw`\.` : letter);

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Does the word at `at` go on a compound that began before it? */
function isWithinCompound(words: readonly IndexedWord[], at: number): boolean {
  for (let back = 1; back <= at; back++) if ((words[at - back]?.parts ?? 1) > back) return true;
  return false;
}
