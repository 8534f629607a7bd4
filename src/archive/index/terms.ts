import { boundedCache } from '../../text/bounded-cache.ts';
import { stem } from './stemming.ts';
import { STOP_WORDS } from './stopwords.ts';

/** One word of a text as search sees it. A compound ("co-operation", "al-Zamili") is several words, the first of which says how it reads in one. */
export interface IndexedWord {
  readonly start: number;
  readonly end: number;
  /** Lower case, without accents and apostrophes: "russias", "obrien". */
  readonly folded: string;
  /** The same without a possessive 's: "russia". What the archive's vocabulary is made of. */
  readonly base: string;
  /** What is indexed and searched for: the stem of the word without its 's. Null for a stop word. */
  readonly term: string | null;
  /** Is the first letter a capital? In letters that have no capitals (Arabic), every word counts as one that may be a name. */
  readonly capital: boolean;
  /** On the first word of a compound, the compound read as one word: "cooperation"; else null. */
  readonly joined: string | null;
  /** On the first word of a compound, how many words it has; else 1. */
  readonly parts: number;
}

/**
 * Scripts written without spaces between words: each character is indexed as a word of a compound, so that a name is found in
 * whatever stands around it (王毅 in 外长王毅会见). Korean has spaces, and particles that cling to its words.
 */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const ANY_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const UNSPACED_PIECE = new RegExp(String.raw`[${UNSPACED}]\p{M}*|(?:(?![${UNSPACED}])[\p{L}\p{M}\p{N}])+`, 'gu');
const LETTERS = String.raw`[\p{L}\p{M}\p{N}\u00AD]+`;
/**
 * Letters and digits, held together by apostrophes, hyphens and "=" (a hyphen lost in a scrape: "co=operation"), by
 * the dots of an abbreviation and by the commas and dots of a number.
 */
const WORD = new RegExp(
  String.raw`(?:\p{L}\.){2,}(?!\p{L}{2})\p{L}?|${LETTERS}(?:['’ʼ\-‐‑=]${LETTERS}|(?<=\p{N})[.,](?=\p{N})${LETTERS})*`,
  'gu',
);
const ASCII_WORD = /^[A-Za-z]+$/;
const SEVERAL_WORDS = /\S\s+\S+\s+\S/;
const HYPHENS = /[-‐‑=]/;
const CAPITAL = /^[\p{Lu}\p{Lt}\p{Lo}]/u;

/** The words of a text, in order, with their places in it. `loud` says whether it is part of a text all in capitals. */
export function indexedWordsIn(text: string, loud = isShouted(text)): IndexedWord[] {
  const words: IndexedWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const [raw] = match;
    if (ASCII_WORD.test(raw)) words.push(word(raw, match.index, loud));
    else pushOther(words, raw, match.index, text, loud);
    joinNumber(words, text);
  }
  return words;
}

function pushOther(words: IndexedWord[], raw: string, start: number, text: string, loud: boolean): void {
  const amount = AMOUNT.exec(raw);
  if (amount) pushAmount(words, amount, start, /[$€£¥]$/.test(text.slice(Math.max(0, start - 1), start)));
  else if (isUnspaced(raw)) pushUnspaced(words, raw, start);
  else pushCompound(words, raw, start, loud);
}

/** "2.5bn", "300m": a number and its unit written in one. */
const AMOUNT = /^(\d[\d.,]*)(bn|mn|tn|m|k)$/i;
const UNITS: Readonly<Record<string, string>> = {
  bn: 'billion',
  mn: 'million',
  m: 'million',
  tn: 'trillion',
  k: 'thousand',
};

const MULTIPLES = new Set(Object.values(UNITS));

/**
 * "2.5 billion", written out or not, is an amount, and "S 300" and "COVID 19" are what "S-300" and "COVID-19" are: they read as
 * one too, so that nobody is answered with 1.5 billion.
 */
function joinNumber(words: IndexedWord[], text: string): void {
  const second = words[words.length - 1];
  const first = words[words.length - 2];
  if (!first || !second || first.joined !== null || first.parts > 1) return;
  const isAmount = MULTIPLES.has(second.folded) && /^[\d.]+$/.test(first.folded);
  if (!isAmount && !(first.capital && /^\d{1,4}s?$/.test(second.folded))) return;
  if (!/^[ \u00a0-]?$/.test(text.slice(first.end, second.start))) return;
  if (!isAmount && !/^\p{Lu}{1,6}$/u.test(text.slice(first.start, first.end))) return;
  words[words.length - 2] = { ...first, joined: withoutPlural(first.folded + second.folded), parts: 2 };
}

/** "F-16s" are several F-16. */
const withoutPlural = (joined: string): string => joined.replace(/(?<=\d)s$/, '');

/** "2.5bn" as "2.5" and "billion", which others write out; "300m" and "40k" are lengths as well, and read so of money alone. */
function pushAmount(
  words: IndexedWord[],
  [raw, number = '', unit = '']: RegExpExecArray,
  start: number,
  isMoney: boolean,
): void {
  const name = UNITS[unit.toLowerCase()];
  if (name === undefined || (unit.length === 1 && !isMoney)) return void words.push(word(raw, start, false));
  words.push(word(number, start, false));
  const at = start + number.length;
  words.push({ ...word(name, at, false), end: at + unit.length });
}

/** Does a compound name one thing by letters and a number ("S-300", "Covid-19"), or an amount? Its parts say nothing alone. */
export const isDesignation = ([first, second]: readonly IndexedWord[]): boolean =>
  first?.joined !== null &&
  first?.parts === 2 &&
  second !== undefined &&
  (/^\p{N}/u.test(second.folded) ? /^\p{L}+$/u.test(first.folded) : MULTIPLES.has(second.folded));

/** Every term a word is found under: its own, and that of the compound it begins. */
export function termsOfWord(found: IndexedWord): string[] {
  const terms = found.term === null ? [] : [found.term];
  if (found.joined !== null) terms.push(stem(found.joined));
  return terms;
}

/** Lower case, without accents and apostrophes; of a number's marks only the decimal point says something. */
export function folded(raw: string): string {
  const lower = raw.toLowerCase();
  if (ASCII_WORD.test(lower)) return lower;
  return lower.normalize('NFKD').replace(/[\p{M}\u00AD'’ʼ,]|(?<!\p{N})\.|\.(?!\p{N})/gu, '');
}

/** Are most of the letters of several words capitals? Then capitals say nothing about a word. */
export function isShouted(text: string): boolean {
  const sample = text.slice(0, 2000);
  if (!SEVERAL_WORDS.test(sample)) return false;
  let [capitals, others] = [0, 0];
  for (const letter of sample) {
    if (letter >= 'a' && letter <= 'z') others++;
    else if (letter >= 'A' && letter <= 'Z') capitals++;
    else if (letter > '\x7f' && /\p{Lu}/u.test(letter)) capitals++;
    else if (letter > '\x7f' && /\p{Ll}/u.test(letter)) others++;
  }
  return capitals > others;
}

/** What a word is wherever it stands. */
interface WordForm {
  readonly folded: string;
  readonly base: string;
  readonly stem: string;
  readonly isStopWord: boolean;
  readonly capital: boolean;
  /** "WHO", "US", "IT": amid ordinary writing, names. */
  readonly isAcronym: boolean;
}

/** LRU capacity, in forms: a text has each of its words several times, and the next text has most of them too. */
const FORMS_REMEMBERED = 30_000;
const forms = boundedCache<string, WordForm>(FORMS_REMEMBERED);

function formOf(raw: string): WordForm {
  const known = forms.get(raw);
  if (known) return known;
  const whole = folded(raw);
  const base = /['’ʼ]s$/i.test(raw) ? whole.slice(0, -1) : whole;
  const form = {
    folded: whole,
    base,
    stem: stem(base),
    isStopWord: STOP_WORDS.has(whole),
    capital: CAPITAL.test(raw),
    isAcronym: raw.length > 1 && raw === raw.toUpperCase() && !CASELESS.test(raw),
  };
  if (raw.length <= LONGEST_REMEMBERED) forms.set(raw, form);
  return form;
}

/** Characters: a longer word is kept by V8 as a slice of its text, all of which it would keep alive. */
const LONGEST_REMEMBERED = 12;

function word(raw: string, start: number, loud: boolean, joined: string | null = null, parts = 1): IndexedWord {
  const form = formOf(raw);
  const capital = !loud && form.capital;
  return {
    start,
    end: start + raw.length,
    folded: form.folded,
    base: form.base,
    term: form.isStopWord && !(capital && form.isAcronym) ? null : form.stem,
    capital,
    joined,
    parts,
  };
}

const CASELESS = /^\p{Lo}/u;

/** Is it written in letters between which no spaces stand? */
export const isUnspaced = (raw: string): boolean => ANY_UNSPACED.test(raw);

/** Longer runs are clauses, and nobody's name. */
const LONGEST_RUN = 12;

/** "外长王毅", "푸틴은", "G20峰会": a character a word, and whole as one, as names in such letters are known by. */
function pushUnspaced(words: IndexedWord[], raw: string, start: number): void {
  const pieces = [...raw.matchAll(UNSPACED_PIECE)];
  const joined = pieces.length > 1 && raw.length <= LONGEST_RUN ? folded(raw) : null;
  for (const [index, { 0: piece, index: at }] of pieces.entries())
    words.push(word(piece, start + at, false, index === 0 ? joined : null, index === 0 ? pieces.length : 1));
}

function pushCompound(words: IndexedWord[], raw: string, start: number, loud: boolean): void {
  if (/^(?:\p{L}\.)+\p{L}?$/u.test(raw)) {
    words.push(word(raw, start, loud));
    return;
  }
  const parts = raw.split(HYPHENS);
  const readsAsOne = parts.length > 1 && parts.length <= 3 && /\p{L}/u.test(raw);
  let at = start;
  parts.forEach((part, index) => {
    const compound = index === 0 && readsAsOne ? withoutPlural(folded(parts.join(''))) : null;
    words.push(word(part, at, loud, compound, index === 0 ? parts.length : 1));
    at += part.length + 1;
  });
}
