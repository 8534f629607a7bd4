import { findWord, type Lexicon } from './names-model.ts';
import type { Sentence } from './reading.ts';
import type { Token } from './tokens.ts';

/** One distinct word of a document, with all that is known of it alone. Numbers are hashes unless said otherwise. */
interface Word {
  readonly exact: number;
  readonly lower: number;
  readonly shape: number;
  readonly prefixes: readonly number[];
  readonly suffixes: readonly number[];
  /** Begins with a capital letter. */
  readonly capital: boolean;
  readonly coarse: number;
  readonly fine: number;
  readonly habit: number;
  /** Indices of tokens at which the word stands, capitalised or not. */
  readonly places: number[];
}

/** A document made ready for its features to be taken. */
export interface Featured {
  /** The word of each token. */
  readonly words: readonly Word[];
  /** For each capitalised token, the first and (excluded) last token of the run of capitalised tokens it stands in. */
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
  /** The lower-cased forms that occur in the document without a capital. */
  readonly uncapitalised: ReadonlySet<number>;
}

const SEED = 0x811c9dc5;
const step = (hash: number, code: number) => Math.imul(hash ^ code, 0x01000193);

/** FNV-1a over UTF-16 code units. */
export function hashOf(text: string): number {
  let hash = SEED;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  return hash >>> 0;
}

/** Mixes a template's number and up to three values into one well-spread hash (the finish of MurmurHash3). */
function feature(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x27d4eb2f);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

const OUTSIDE: Word = {
  exact: 1,
  lower: 1,
  shape: 1,
  prefixes: [],
  suffixes: [],
  capital: false,
  coarse: 0,
  fine: 0,
  habit: 0,
  places: [],
};

const AFFIX = 4;
/** Letters are looked at up to here: no word of a language is longer, and hostile input may be. */
const LONGEST_WORD = 40;

function readWord(written: string, token: Token, lexicon: Lexicon): Word {
  const text = written.slice(0, LONGEST_WORD).replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-');
  const lowered = text.toLowerCase();
  const prefixes: number[] = [];
  const suffixes: number[] = [];
  let prefix = SEED;
  let suffix = SEED;
  for (let n = 1; n <= AFFIX && n < lowered.length; n++) {
    prefix = step(prefix, lowered.charCodeAt(n - 1));
    suffix = step(suffix, lowered.charCodeAt(lowered.length - n));
    prefixes.push(prefix);
    suffixes.push(suffix);
  }
  const exact = hashOf(text);
  let known = findWord(lexicon, exact);
  // SHOUTED words and initials of sentences are known by their other spellings.
  if (known < 0 && token.capital) known = findWord(lexicon, hashOf(text.charAt(0) + lowered.slice(1)));
  if (known < 0 && token.capital) known = findWord(lexicon, hashOf(lowered));
  return {
    exact,
    lower: hashOf(lowered),
    shape: shapeOf(text),
    prefixes,
    suffixes,
    capital: token.capital,
    coarse: lexicon.coarse[known] ?? 0,
    fine: lexicon.fine[known] ?? 0,
    habit: lexicon.habit[known] ?? 0,
    places: [],
  };
}

/** "Xx" for "Lavrov", "xx-Xx" for "al-Husseini", "X" for "UN", "0.0" for "3.5": runs of one kind are written once or twice. */
function shapeOf(text: string): number {
  let hash = SEED;
  let before = 0;
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind =
      code >= 48 && code <= 57
        ? 48
        : code >= 97 && code <= 122
          ? 120
          : code >= 65 && code <= 90
            ? 88
            : otherKind(text, i);
    run = kind === before ? run + 1 : 0;
    if (run < 2) hash = step(hash, kind);
    before = kind;
  }
  return hash;
}

function otherKind(text: string, i: number): number {
  const char = text.charAt(i);
  if (char.toLowerCase() === char.toUpperCase()) return text.charCodeAt(i);
  return char === char.toUpperCase() ? 88 : 120;
}

/** Interns the words of a document and finds its runs of capitalised ones. */
export function featured(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  lexicon: Lexicon,
): Featured {
  const known = new Map<string, Word>();
  const uncapitalised = new Set<number>();
  const words = tokens.map((token, i) => {
    const written = text.slice(token.start, token.end);
    let word = known.get(written);
    if (!word) {
      word = readWord(written, token, lexicon);
      known.set(written, word);
      if (!token.capital && token.kind === 'word') uncapitalised.add(word.lower);
    }
    word.places.push(i);
    return word;
  });
  const runStart = new Int32Array(tokens.length).fill(-1);
  const runEnd = new Int32Array(tokens.length).fill(-1);
  let sentence = 0;
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    while (sentence < sentences.length - 1 && (sentences[sentence]?.end ?? 0) <= (token?.start ?? 0)) sentence++;
    if (!token?.capital) {
      i++;
      continue;
    }
    let end = i + 1;
    const limit = sentences[sentence]?.end ?? text.length;
    while (tokens[end]?.capital && (tokens[end]?.start ?? 0) < limit) end++;
    runStart.fill(i, i, end);
    runEnd.fill(end, i, end);
    i = end;
  }
  return { words, runStart, runEnd, uncapitalised };
}

/** So many other occurrences of a word lend it their neighbours. */
const ELSEWHERE = 3;

/** Writes the features of the token at `i`, which stands in the sentence of tokens `first` to `end`, and returns how many. */
export function featuresAt(of: Featured, i: number, first: number, end: number, into: Uint32Array): number {
  const { words, runStart, runEnd } = of;
  const wordAt = (j: number): Word => (j >= first && j < end ? (words[j] ?? OUTSIDE) : OUTSIDE);
  const w = wordAt(i);
  const p = wordAt(i - 1);
  const n = wordAt(i + 1);
  const pp = wordAt(i - 2);
  const nn = wordAt(i + 2);
  let count = 0;
  const add = (template: number, a: number, b = 0, c = 0) => {
    into[count++] = feature(template, a, b, c);
  };
  const atStart = i === first ? 1 : 0;
  add(1, w.exact);
  add(2, w.lower);
  add(3, w.shape, atStart);
  for (let k = 0; k < w.prefixes.length; k++) add(4 + k, w.prefixes[k] ?? 0);
  for (let k = 0; k < w.suffixes.length; k++) add(8 + k, w.suffixes[k] ?? 0);
  add(12, p.lower);
  add(13, n.lower);
  add(14, pp.lower);
  add(15, nn.lower);
  add(16, p.lower, w.lower);
  add(17, w.lower, n.lower);
  add(18, p.lower, n.lower);
  add(19, p.shape, w.shape);
  add(20, w.shape, n.shape);
  add(21, p.shape, w.shape, n.shape);
  add(22, pp.shape, p.shape, w.shape);
  add(23, w.shape, n.shape, nn.shape);
  add(24, p.lower, w.shape);
  add(25, n.lower, w.shape);
  add(26, pp.lower, p.lower, w.shape);
  add(27, n.lower, nn.lower, w.shape);
  if (w.fine) {
    add(28, w.fine);
    add(29, w.coarse);
    add(30, w.fine, p.fine);
    add(31, w.fine, n.fine);
  }
  if (p.fine) add(32, p.fine, w.shape);
  if (n.fine) add(33, n.fine, w.shape);
  add(34, p.coarse, w.coarse, n.coarse);
  if (pp.fine) add(35, pp.fine);
  if (nn.fine) add(36, nn.fine);
  add(37, w.habit, w.shape);
  add(38, p.habit, w.habit, n.habit);
  if (w.capital) {
    const start = runStart[i] ?? i;
    const stop = runEnd[i] ?? i + 1;
    const position = Math.min(i - start, 3) * 8 + Math.min(stop - start, 5);
    const before = wordAt(start - 1);
    const after = wordAt(stop);
    add(39, position, w.shape);
    add(40, after.lower, Math.min(stop - i, 3));
    add(41, before.lower, Math.min(i - start, 3));
    add(42, wordAt(stop - 1).lower, Math.min(stop - i, 3));
    add(43, before.lower, after.lower, position);
    const low = of.uncapitalised.has(w.lower) ? 1 : 0;
    add(44, low, atStart);
    let told = 0;
    for (let k = 0; k < w.places.length && told < ELSEWHERE; k++) {
      const j = w.places[k] ?? i;
      if (j === i) continue;
      told++;
      const otherBefore = words[j - 1] ?? OUTSIDE;
      const otherAfter = words[j + 1] ?? OUTSIDE;
      add(45, otherBefore.lower);
      add(46, otherAfter.lower);
      if (otherBefore.capital) add(47, otherBefore.fine, otherBefore.habit);
      if (otherAfter.capital) add(48, otherAfter.fine, otherAfter.habit);
    }
    add(49, told, low);
  }
  return count;
}

/** No token has more features than this. */
export const MOST_FEATURES = 80;
