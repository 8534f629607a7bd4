import type { Sentence } from '../reading.ts';
import type { Token } from '../tokens/tokenise.ts';
import { isPlain } from './model.ts';

/** One distinct word of a document, with all that is known of it alone. Numbers are hashes unless said otherwise. */
export interface Word {
  readonly exact: number;
  readonly lower: number;
  readonly shape: number;
  readonly prefixes: readonly number[];
  readonly suffixes: readonly number[];
  /** Of a word with hyphens the first and the last part, of others the word. */
  readonly firstPart: number;
  readonly lastPart: number;
  /** Begins with a capital letter, be it behind the Arabic article ("al-Hariri"). */
  readonly capital: boolean;
  /** Never part of a name. */
  readonly plain: boolean;
  /** Positions of the tokens at which it stands. */
  readonly places: number[];
  readonly family: Family;
}

/** Spellings of one word within a document: "Hariri" and "al-Hariri", "Merkel" and "MERKEL". */
export interface Family {
  /** How often a first look took it for each of the kinds of `KINDS`, where it was written with a capital. */
  readonly taken: Int32Array;
  /** How often it was the first and how often the last word of a person's full name. */
  fore: number;
  last: number;
  /** Stands somewhere without a capital. */
  lowered: boolean;
}

/** A document made ready for its features to be taken. */
export interface Featured {
  /** The word of each token. */
  readonly words: readonly Word[];
  /** For each capitalised token, the first and (excluded) last token of the run of capitalised tokens it stands in. */
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
  /** Is the token in a sentence written all in capitals? */
  readonly shouted: Uint8Array;
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
function feature(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x27d4eb2f);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Persons, organisations, places, others, and no name. */
export const KINDS = 5;
const family = (): Family => ({ taken: new Int32Array(KINDS), fore: 0, last: 0, lowered: false });

/** What stands before a sentence and behind it. */
const OUTSIDE: Word = {
  exact: 1,
  lower: 1,
  shape: 1,
  prefixes: [],
  suffixes: [],
  firstPart: 1,
  lastPart: 1,
  capital: false,
  plain: true,
  places: [],
  family: family(),
};

const AFFIX = 4;
/** Letters are looked at up to here: no word of a language is longer, and hostile input may be. */
const LONGEST_WORD = 40;
const ARTICLE = /^(?:al|el|ul|ad|ar|as|ash|at|az|an)-(?=\p{L}{3})/u;
const CAPITAL_BEHIND_ARTICLE = /^(?:al|el|ul|ad|ar|as|ash|at|az|an)-\p{Lu}/u;

/** A word's letters as the features see them. */
export const plainly = (written: string): string =>
  written.slice(0, LONGEST_WORD).replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-');

function readWord(text: string, token: Token, plain: Uint32Array, families: Map<string, Family>): Word {
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
  const hyphened = lowered.includes('-');
  const bare = hyphened ? lowered.replace(ARTICLE, '') : lowered;
  const capital = token.capital || (hyphened && CAPITAL_BEHIND_ARTICLE.test(text));
  const own = families.get(bare) ?? family();
  families.set(bare, own);
  if (!capital && text === bare) own.lowered = true;
  const lower = hashOf(lowered);
  return {
    exact,
    lower,
    shape: shapeOf(text),
    prefixes,
    suffixes,
    firstPart: hyphened ? hashOf(bare.slice(0, bare.indexOf('-') + 1 || undefined).replace('-', '')) : lower,
    lastPart: hyphened ? hashOf(bare.slice(bare.lastIndexOf('-') + 1)) : lower,
    capital,
    plain: !capital && isPlain(plain, exact),
    places: [],
    family: own,
  };
}

const ZERO = 48;
const SMALL = 120;
const LARGE = 88;

/** "Xxxx" for "Merkel", "xx-Xxxx" for "al-Hariri", "XX" for "UN", "0.0" for "3.5": of a run of one kind the first three. */
function shapeOf(text: string): number {
  let hash = SEED;
  let before = 0;
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf(text.charCodeAt(i));
    run = kind === before ? run + 1 : 0;
    if (run < 3) hash = step(hash, kind);
    before = kind;
  }
  return hash;
}

function kindOf(code: number): number {
  if (code >= 48 && code <= 57) return ZERO;
  if (code >= 97 && code <= 122) return SMALL;
  if (code >= 65 && code <= 90) return LARGE;
  if (code < 128) return code;
  const char = String.fromCharCode(code);
  if (char.toLowerCase() === char.toUpperCase()) return code;
  return char === char.toUpperCase() ? LARGE : SMALL;
}

/** Interns the words of a document, finds its runs of capitalised ones and its shouted sentences. `plain` is the model's. */
export function featured(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  plain: Uint32Array,
): Featured {
  const known = new Map<string, Word>();
  const families = new Map<string, Family>();
  const words = tokens.map((token, i) => {
    const written = text.slice(token.start, token.end);
    let word = known.get(written);
    if (!word) {
      word = readWord(plainly(written), token, plain, families);
      known.set(written, word);
    }
    word.places.push(i);
    return word;
  });
  const runStart = new Int32Array(tokens.length).fill(-1);
  const runEnd = new Int32Array(tokens.length).fill(-1);
  const shouted = new Uint8Array(tokens.length);
  let first = 0;
  for (const sentence of sentences) {
    let end = first;
    let small = 0;
    let large = 0;
    for (; end < tokens.length && (tokens[end]?.start ?? 0) < sentence.end; end++) {
      const token = tokens[end];
      if (token?.kind !== 'word') continue;
      if (token.capital && (token.end - token.start === 1 || isLarge(text.charCodeAt(token.start + 1)))) large++;
      else small++;
    }
    if (large > 1 && small === 0) shouted.fill(1, first, end);
    for (let i = first; i < end; ) {
      let stop = i + 1;
      if (words[i]?.capital) {
        while (stop < end && words[stop]?.capital) stop++;
        runStart.fill(i, i, stop);
        runEnd.fill(stop, i, stop);
      }
      i = stop;
    }
    first = end;
  }
  return { words, runStart, runEnd, shouted };
}

const isLarge = (code: number): boolean => kindOf(code) === LARGE || (code < 128 && kindOf(code) === code);

/** So many other occurrences of a word lend it their neighbours. */
const ELSEWHERE = 3;

/** No token has more features than this. */
export const MOST_FEATURES = 60;

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
  const add = (template: number, a: number, b: number, c: number) => {
    into[count++] = feature(template, a, b, c);
  };
  const shouted = of.shouted[i] ?? 0;
  const start = i === first ? 1 : 0;
  add(1, w.exact, 0, 0);
  add(2, w.lower, 0, 0);
  add(3, w.shape, start, shouted);
  for (let k = 0; k < w.prefixes.length; k++) add(4 + k, w.prefixes[k] ?? 0, 0, 0);
  for (let k = 0; k < w.suffixes.length; k++) add(8 + k, w.suffixes[k] ?? 0, 0, 0);
  add(30, w.firstPart, 0, 0);
  add(31, w.lastPart, 0, 0);
  add(12, p.lower, 0, 0);
  add(13, n.lower, 0, 0);
  add(14, pp.lower, 0, 0);
  add(15, nn.lower, 0, 0);
  add(16, p.lower, w.lower, 0);
  add(17, w.lower, n.lower, 0);
  add(18, p.lower, n.lower, 0);
  add(19, p.shape, w.shape, 0);
  add(20, w.shape, n.shape, 0);
  add(21, p.shape, w.shape, n.shape);
  add(22, pp.shape, p.shape, w.shape);
  add(23, w.shape, n.shape, nn.shape);
  add(24, p.lower, w.shape, shouted);
  add(25, n.lower, w.shape, shouted);
  add(26, pp.lower, p.lower, w.shape);
  add(27, n.lower, nn.lower, w.shape);
  // The end of a name's neighbours often tells its language or trade: "-ski", "-shi", "minist-er".
  add(28, p.suffixes[2] ?? 0, w.shape, 0);
  add(29, n.suffixes[2] ?? 0, w.shape, 0);
  if (!w.capital) return count;
  const from = runStart[i] ?? i;
  const stop = runEnd[i] ?? i + 1;
  const position = Math.min(i - from, 3) * 8 + Math.min(stop - from, 5);
  const before = wordAt(from - 1);
  const after = wordAt(stop);
  add(39, position, w.shape, shouted);
  add(40, after.lower, Math.min(stop - i, 3), 0);
  add(41, before.lower, Math.min(i - from, 3), 0);
  add(42, wordAt(stop - 1).lower, Math.min(stop - i, 3), 0);
  add(43, before.lower, after.lower, position);
  const lowered = w.family.lowered ? 1 : 0;
  add(44, lowered, start, shouted);
  let told = 0;
  for (let k = 0; k < w.places.length && told < ELSEWHERE; k++) {
    const j = w.places[k] ?? i;
    if (j === i) continue;
    told++;
    add(45, words[j - 1]?.lower ?? 0, 0, 0);
    add(46, words[j + 1]?.lower ?? 0, 0, 0);
  }
  add(49, told, lowered, 0);
  return count;
}

/** No token has more features from the second look than this. */
export const MOST_LATER_FEATURES = 8;

/**
 * Writes the features that a second look adds at `i`: what the first look took the same word for elsewhere in the
 * document. `own` is the kind the first look took this very token for, which must not vote for itself.
 */
export function laterFeaturesAt(of: Featured, i: number, own: OwnLook, into: Uint32Array): number {
  const w = of.words[i];
  if (!w?.capital) return 0;
  const { taken, fore, last } = w.family;
  let most = -1;
  let mostOften = 0;
  let all = 0;
  for (let kind = 0; kind < KINDS; kind++) {
    const often = (taken[kind] ?? 0) - (kind === own.kind ? 1 : 0);
    all += often;
    if (often > mostOften) {
      mostOften = often;
      most = kind;
    }
  }
  const full = (last > (own.last ? 1 : 0) ? 1 : 0) + (fore > (own.fore ? 1 : 0) ? 2 : 0);
  if (all === 0 && full === 0) return 0;
  const sure = mostOften === all ? 1 : mostOften * 3 >= all * 2 ? 2 : 3;
  const from = of.runStart[i] ?? i;
  const position = Math.min(i - from, 2) * 4 + Math.min((of.runEnd[i] ?? i + 1) - from, 3);
  let count = 0;
  into[count++] = feature(60, most + 2, sure, 0);
  into[count++] = feature(61, most + 2, Math.min(all, 4), w.shape);
  into[count++] = feature(62, full, most + 2, position);
  into[count++] = feature(63, full, w.family.lowered ? 1 : 0, of.shouted[i] ?? 0);
  into[count++] = feature(64, most + 2, sure, position);
  into[count++] = feature(65, w.lower, most + 2, 0);
  return count;
}

/** What the first look took a token for. */
export interface OwnLook {
  readonly kind: number;
  readonly fore: boolean;
  readonly last: boolean;
}
