import { boundedCache } from '../../text/bounded-cache.ts';

/**
 * The English stemmer Porter 2, after Martin Porter's own description (snowballstem.org/algorithms/english/stemmer.html).
 * Takes a lower-case word and gives its stem ("meetings" → "meet"); words in other letters come back as they are.
 */
export function stem(word: string): string {
  if (word.length < 3) return word;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const found = PLAIN.test(word) ? porter2(word) : word;
  remembered.set(word, found);
  return found;
}

/** Stemming is the most expensive part of tokenising, and most words of a text are common ones. */
const REMEMBERED_WORDS = 100_000;
const remembered = boundedCache<string, string>(REMEMBERED_WORDS);

const PLAIN = /^[a-z]+$/;

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    skis: 'ski',
    skies: 'sky',
    dying: 'die',
    lying: 'lie',
    tying: 'tie',
    idly: 'idl',
    gently: 'gentl',
    ugly: 'ugli',
    early: 'earli',
    only: 'onli',
    singly: 'singl',
    sky: 'sky',
    news: 'news',
    howe: 'howe',
    atlas: 'atlas',
    cosmos: 'cosmos',
    bias: 'bias',
    andes: 'andes',
  }),
);

/** Done after step 1a: what looks like an ending belongs to the word. */
const FINISHED = new Set(['inning', 'outing', 'canning', 'herring', 'earring', 'proceed', 'exceed', 'succeed']);

/** Ending → what replaces it, where the ending lies in R1; longest first. */
const STEP_2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['iveness', 'ive'],
  ['ization', 'ize'],
  ['ousness', 'ous'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['tional', 'tion'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ation', 'ate'],
  ['entli', 'ent'],
  ['fulli', 'ful'],
  ['iviti', 'ive'],
  ['ousli', 'ous'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['anci', 'ance'],
  ['ator', 'ate'],
  ['enci', 'ence'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['ogi', 'og'],
  ['li', ''],
];

const STEP_3: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['ative', ''],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];

/** Removed where they lie in R2; longest first. */
const STEP_4 = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic'.split(' ');

const vowelAt = (word: string, at: number): boolean => 'aeiouy'.includes(word.charAt(at)) && at < word.length;

function hasVowel(word: string, end: number): boolean {
  for (let at = 0; at < end; at++) if (vowelAt(word, at)) return true;
  return false;
}

/** Where the region after the first non-vowel that follows a vowel begins, looking from `from`. */
function region(word: string, from: number): number {
  for (let at = from + 1; at < word.length; at++) if (!vowelAt(word, at) && vowelAt(word, at - 1)) return at + 1;
  return word.length;
}

/** Does the word's part before `end` end in a short syllable ("rap", "entrap", "ow"; not "uproot", "bestow")? */
function shortSyllable(word: string, end: number): boolean {
  if (end === 2) return vowelAt(word, 0) && !vowelAt(word, 1);
  if (end < 3 || vowelAt(word, end - 1) || !vowelAt(word, end - 2) || vowelAt(word, end - 3)) return false;
  return !'wxY'.includes(word.charAt(end - 1));
}

function porter2(typed: string): string {
  const irregular = IRREGULAR.get(typed);
  if (irregular !== undefined) return irregular;
  // Y stands for a y that is a consonant: at the start, or after a vowel.
  let word = typed.includes('y') ? typed.replace(/^y|(?<=[aeiouy])y/g, 'Y') : typed;
  const special = /^(?:gener|commun|arsen)/.exec(word);
  const r1 = special ? special[0].length : region(word, 0);
  const r2 = region(word, r1);

  if (word.endsWith('sses')) word = word.slice(0, -2);
  else if (/ie[ds]$/.test(word)) word = word.slice(0, word.length > 4 ? -2 : -1);
  else if (word.endsWith('s') && !/[us]s$/.test(word) && hasVowel(word, word.length - 2)) word = word.slice(0, -1);
  if (FINISHED.has(word)) return word;

  word = step1b(word, r1);
  if (/[yY]$/.test(word) && word.length > 2 && !vowelAt(word, word.length - 2)) word = `${word.slice(0, -1)}i`;
  word = replaceEnding(word, r1, r2, STEP_2);
  word = replaceEnding(word, r1, r2, STEP_3);
  word = step4(word, r2);

  const last = word.length - 1;
  if (word.endsWith('e') && (last >= r2 || (last >= r1 && !shortSyllable(word, last)))) word = word.slice(0, -1);
  else if (word.endsWith('ll') && last >= r2) word = word.slice(0, -1);
  return word.includes('Y') ? word.replaceAll('Y', 'y') : word;
}

function step1b(word: string, r1: number): string {
  const eed = /eed(?:ly)?$/.exec(word);
  if (eed) return eed.index >= r1 ? word.slice(0, eed.index + 2) : word;
  const ending = /(?:ingly|edly|ing|ed)$/.exec(word);
  if (!ending || !hasVowel(word, ending.index)) return word;
  const rest = word.slice(0, ending.index);
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return rest.slice(0, -1);
  return r1 >= rest.length && shortSyllable(rest, rest.length) ? `${rest}e` : rest;
}

function replaceEnding(word: string, r1: number, r2: number, endings: typeof STEP_2): string {
  for (const [ending, replacement] of endings) {
    if (!word.endsWith(ending)) continue;
    const at = word.length - ending.length;
    if (at < r1) return word;
    if (ending === 'ogi' && word.charAt(at - 1) !== 'l') return word;
    if (ending === 'li' && !'cdeghkmnrt'.includes(word.charAt(at - 1))) return word;
    if (ending === 'ative' && at < r2) return word;
    return word.slice(0, at) + replacement;
  }
  return word;
}

function step4(word: string, r2: number): string {
  for (const ending of STEP_4) {
    if (!word.endsWith(ending)) continue;
    const at = word.length - ending.length;
    if (at < r2 || (ending === 'ion' && !'st'.includes(word.charAt(at - 1)))) return word;
    return word.slice(0, at);
  }
  return word;
}
