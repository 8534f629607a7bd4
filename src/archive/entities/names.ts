import { boundedCache } from '../../text/bounded-cache.ts';
import { countriesIn } from '../../text/countries.ts';
import { foldWord, nameWords, sameSpelling, spellingKey } from '../../text/spelling.ts';

/** First halves of Arabic given names, written as two words, hyphenated or as one: Abdul-Rahman, Abdulrahman, Abu Bakr. */
const FIRST_HALF = /^(?:abd|abdel|abdul|abdal|abu|abou)$/;
const QUALIFIER = /^(?:jr|sr|junior|senior|ii|iii|iv)$/;

/**
 * The words of a person's name to compare by: folded, articles gone, halves of a name joined ("abdulrahman"), "Jr." before
 * the family name so that the last word is always that.
 */
export function comparableWords(name: string): string[] {
  const words: string[] = [];
  const qualifiers: string[] = [];
  let half = '';
  for (const word of nameWords(name)) {
    if (half === '' && FIRST_HALF.test(word)) half = word;
    else if (QUALIFIER.test(word)) qualifiers.push(word);
    else {
      words.push(half + word);
      half = '';
    }
  }
  if (half !== '') words.push(half);
  const family = words.pop();
  return family === undefined ? qualifiers : [...words, ...qualifiers, family];
}

/** Two full names that are spelled alike, word by word. */
export const sameWordByWord = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, at) => sameSpelling(word, b[at] ?? ''));

/** Names with one key may be the same person's; names with different keys never are. */
export function nameKey(words: readonly string[]): string {
  if (words.length === 1) return words[0] ?? '';
  return `${spellingKey(words[0] ?? '')} ${spellingKey(words.at(-1) ?? '')}`;
}

/** Besides spelling, what two names of one body may differ in. */
const LEFT_OUT = /^(?:the|of|for|and|in|s|affairs|republic)$/;
const AMERICAN: ReadonlyMap<string, string> = new Map([
  ['defence', 'defense'],
  ['centre', 'center'],
  ['labour', 'labor'],
  ['programme', 'program'],
]);

/**
 * The words that make the name of a body, sorted: "Russia's Foreign Ministry", "the Russian foreign ministry" and "Ministry
 * of Foreign Affairs of Russia" have the same. Countries stand as their English names, in capitals as written or not.
 */
export function bodyWords(name: string): readonly string[] {
  const known = remembered.get(name);
  if (known) return known;
  const words = [...new Set(wordsOfBody(name))].sort();
  remembered.set(name, words);
  return words;
}

/** The names of the bodies that bear one word are looked at again with each question that has it. */
const REMEMBERED_NAMES = 5000;
const remembered = boundedCache<string, readonly string[]>(REMEMBERED_NAMES);

/** Seats of an office: who says "the Kremlin" names the office and not the state, and ministries have seats as well. */
const SEAT = /^(?:White House|Pentagon|Kremlin|Downing Street|[ÉE]lys[ée]e)$/i;

function wordsOfBody(name: string): string[] {
  const { own, countries } = partsOfBody(name);
  return [...own, ...countries];
}

/** The words of a body's name without its country, sorted. */
export const ownBodyWords = (name: string): readonly string[] => [...new Set(partsOfBody(name).own)].sort();

function partsOfBody(name: string): { own: string[]; countries: string[] } {
  const capitals = capitalised(name);
  const own: string[] = [];
  const countries: string[] = [];
  let at = 0;
  for (const { country, start, end } of countriesIn(capitals)) {
    if (SEAT.test(capitals.slice(start, end))) continue;
    own.push(...plainWords(capitals.slice(at, start)));
    countries.push(country.toLowerCase());
    at = end;
  }
  own.push(...plainWords(capitals.slice(at)));
  return { own, countries };
}

/** The initials of a body's name, in its order, small words left out: "United Nations" → "UN". */
export const bodyInitials = (name: string): string =>
  plainWords(name)
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase();

/**
 * What bodies that may be one have in common: their words but for the country, or where these are several, or initials, the
 * letters that they begin with.
 */
export function bodyKey(name: string): string {
  const own = ownBodyWords(name);
  const [only = ''] = own;
  const isInitials = own.length === 1 && /^(?:the\s)?(?:\p{Lu}\.?){2,6}$/u.test(name);
  const letters = isInitials ? [...only.replaceAll('.', '')] : own.map((word) => word.charAt(0));
  return own.length === 0
    ? bodyWords(name).join(' ')
    : own.length === 1 && !isInitials
      ? only
      : `${letters.sort().join('')}.`;
}

/** The country whose government it is, if its name is a country's, a people's or a capital's alone. */
export function governmentOf(name: string): string | null {
  const { own, countries } = partsOfBody(name);
  return own.length === 0 && countries.length === 1 ? (countriesIn(capitalised(name))[0]?.country ?? null) : null;
}

function plainWords(text: string): string[] {
  const words = text.split(/[\s\-‐‑–—/]+/u).map(foldWord);
  return words.filter((word) => word !== '' && !LEFT_OUT.test(word)).map((word) => AMERICAN.get(word) ?? word);
}

/** Typed words with the capitals that the list of countries knows them by: "iraqi" → "Iraqi", "uk" → "UK". */
export const capitalised = (typed: string): string =>
  typed.replace(/\p{L}+/gu, (word, at: number) =>
    /^(?:us|uk|eu|un|usa|uae|ussr)$/i.test(word)
      ? word.toUpperCase()
      : /['’]/.test(typed.charAt(at - 1))
        ? word
        : word.charAt(0).toUpperCase() + word.slice(1),
  );
