import { hashString, mix } from '../linear/hash.ts';

/** The words of a sentence as numbers, for the tagger's and the parser's features. */
export interface SentenceWords {
  readonly words: readonly string[];
  readonly lower: readonly string[];
  /** Hashes of the words in small letters. */
  readonly ids: Int32Array;
  /** Hashes of the kinds of characters: "Xx", "X.X.", "d,d". */
  readonly shapes: Int32Array;
  /** Word clusters, 0 for a word in none. */
  readonly clusters: Int32Array;
  /** Does nearly every word begin with a capital, as in headlines? */
  readonly titleCase: boolean;
}

/** Hash of a word in small letters to the number of its cluster. */
export type Clusters = ReadonlyMap<number, number>;

export function sentenceWords(words: readonly string[], clusters: Clusters): SentenceWords {
  const lower = words.map((word) => word.replaceAll('’', "'").toLowerCase());
  const ids = Int32Array.from(lower, (word) => hashString(/^\d/.test(word) ? word.replace(/\d/g, '0') : word));
  return {
    words,
    lower,
    ids,
    shapes: Int32Array.from(words, shapeOf),
    clusters: ids.map((id) => clusters.get(id) ?? 0),
    titleCase: isTitleCase(words),
  };
}

/** Which kinds of characters a word has, runs of one kind told once, with whether it is one character long. */
function shapeOf(word: string): number {
  let shape = word.length === 1 ? 7 : 3;
  let last = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    const kind = kindOf(code);
    if (kind !== last) shape = mix(shape, kind);
    last = kind;
  }
  return shape;
}

function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  if (code >= 48 && code <= 57) return 3;
  if (code < 128) return 128 + code;
  const char = String.fromCharCode(code);
  if (char === '’') return 128 + 39;
  const lower = char.toLowerCase();
  return lower !== char ? 2 : lower !== char.toUpperCase() ? 1 : 4;
}

function isTitleCase(words: readonly string[]): boolean {
  let long = 0;
  let capital = 0;
  for (const word of words) {
    if (word.length < 4 || !/^\p{L}/u.test(word)) continue;
    long++;
    if (/^\p{Lu}/u.test(word)) capital++;
  }
  return long >= 3 && capital >= 0.85 * long;
}
