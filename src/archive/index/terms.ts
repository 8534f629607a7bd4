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
    const amount = AMOUNT.exec(raw);
    if (amount) pushAmount(words, amount, match.index, /[$€£¥]$/.test(text.slice(0, match.index)));
    else if (ASCII_WORD.test(raw)) words.push(word(raw, match.index, loud));
    else pushCompound(words, raw, match.index, loud);
  }
  return words;
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

/** Every term a word is found under: its own, and that of the compound it begins. */
export function termsOfWord(found: IndexedWord): string[] {
  const terms = found.term === null ? [] : [found.term];
  if (found.joined !== null) terms.push(stem(found.joined));
  return terms;
}

/** Lower case, without accents and apostrophes. */
export function folded(raw: string): string {
  const lower = raw.toLowerCase();
  if (ASCII_WORD.test(lower)) return lower;
  return lower.normalize('NFKD').replace(/[\p{M}\u00AD'’ʼ.,]/gu, '');
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

function pushCompound(words: IndexedWord[], raw: string, start: number, loud: boolean): void {
  if (/^(?:\p{L}\.)+\p{L}?$/u.test(raw)) {
    words.push(word(raw, start, loud));
    return;
  }
  const parts = raw.split(HYPHENS);
  const readsAsOne = parts.length > 1 && parts.length <= 3 && /\p{L}/u.test(raw);
  let at = start;
  parts.forEach((part, index) => {
    const compound = index === 0 && readsAsOne ? folded(parts.join('')) : null;
    words.push(word(part, at, loud, compound, index === 0 ? parts.length : 1));
    at += part.length + 1;
  });
}
