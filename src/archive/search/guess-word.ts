import { otherSpellings } from '../index/names.ts';
import { documentsWith } from '../index/ranking.ts';
import type { SearchIndex, TermDocuments } from '../index/structure.ts';
import { type IndexedWord, indexedWordsIn } from '../index/terms.ts';
import { type IndexedNearWord, vocabularyNear } from '../index/vocabulary.ts';
import type { QueryAlternative, SearchQuery } from '../query.ts';
import { isCommonTypo } from '../spelling/common-typos.ts';
import { choiceMatches, type Matching } from './matches.ts';

/** The documents that have a query's other words: a guess that stands among them is likelier. */
export type Company = ReadonlySet<number>;

/** A guess has so many letters at least. */
const SHORTEST_GUESS = 3;
/** Longer ones are texts without spaces. */
const LONGEST_GUESSED = 60;
/** From this length on a word may be two typing errors away. */
const LONG_WORD = 8;
/**
 * What speaks for a guess, in the unit of a tenfold of documents that have it (a noisy channel: how common the word is, by
 * how likely it is to be mistyped so). Chosen on evaluation/search-typos.ts.
 */
const GUESS = { secondError: 3, otherFirstLetter: 0.5, company: 2, commonTypo: 0.7, spelled: 1.5, capital: 1.5 };
/** What a word must have over one that the archive knows, if seldom. */
const CLEARLY_MORE = 1;

/** Whether a guess is searched for in place of the typed word, which the archive does not know, or besides it. */
export type Purpose = 'instead' | 'besides';

/**
 * The likeliest word, or two words that were run together, for one that the archive does not know, or hardly knows.
 * Null where none is near, or where what was typed is likelier meant, if only as a name in another spelling.
 */
export function likeliestWord(
  index: SearchIndex,
  { base: typed, capital }: IndexedWord,
  company: Company,
  purpose: Purpose,
): string | null {
  if (typed.length > LONGEST_GUESSED) return null;
  const adding = purpose === 'besides';
  let least = adding ? worthAsTyped(index, typed, company) + CLEARLY_MORE : worthAsSpelled(index, typed, capital);
  let best: string | null = null;
  const parted = adding ? null : partedWords(index, typed);
  if (parted && worthOfCount(parted.documents) > least) {
    least = worthOfCount(parted.documents);
    best = parted.words;
  }
  for (const near of vocabularyNear(index, typed, !adding && typed.length >= LONG_WORD ? 2 : 1)) {
    if (near.distance === 0 || near.word.length < SHORTEST_GUESS) continue;
    // Two typos, one of them in the first letter: another word ("press" for "areas"), not a mistyped one.
    if (near.distance > 1 && near.word.charAt(0) !== typed.charAt(0)) continue;
    // Among other words a known one is doubted less: "border" is no "order".
    if (adding && company.size > 0 && !isCommonTypo(typed, near.word)) continue;
    const worth = worthOf(near, typed);
    if (worth + GUESS.company <= least) continue;
    const share = shareIn(index, near.word, company);
    if (share === null || worth + GUESS.company * share <= least) continue;
    least = worth + GUESS.company * share;
    best = near.word;
  }
  return best;
}

const worthOfCount = (documents: number): number => Math.log10(documents + 1);

const worthAsTyped = (index: SearchIndex, typed: string, company: Company): number =>
  worthOfCount(index.word(typed)?.documents ?? 1) + GUESS.company * (shareIn(index, typed, company) ?? 0);

/** What a word is worth as a name that the archive spells otherwise, the more where it has a capital. */
function worthAsSpelled(index: SearchIndex, typed: string, capital: boolean): number {
  const documents = otherSpellings(index, typed).map((word) => index.word(word)?.documents ?? 0);
  if (documents.length === 0) return Number.NEGATIVE_INFINITY;
  return worthOfCount(Math.max(...documents)) + GUESS.spelled + (capital ? GUESS.capital : 0);
}

function worthOf({ word, distance, documents }: IndexedNearWord, typed: string): number {
  const [first, second] = [word.charAt(0), word.charAt(1)];
  const startsSwapped = first === typed.charAt(1) && second === typed.charAt(0);
  return (
    worthOfCount(documents) -
    GUESS.secondError * (distance - 1) -
    (first === typed.charAt(0) || startsSwapped ? 0 : GUESS.otherFirstLetter) +
    (distance === 1 && isCommonTypo(typed, word) ? GUESS.commonTypo : 0)
  );
}

/**
 * The company of each word of a query: the documents that have any of its other words. Each word is looked up once, and a common
 * one, which stands beside anything, is left out.
 */
export function companies(
  index: SearchIndex,
  query: SearchQuery,
  matching: Matching,
): (without: QueryAlternative) => Company {
  const having = new Map<TermDocuments, number>();
  for (const { choices } of query.wanted) {
    for (const choice of choices) {
      const found = matching(choice);
      if (found && found.documents.length <= index.size / 5) having.set(found, (having.get(found) ?? 0) + 1);
    }
  }
  const counts = new Map<number, number>();
  for (const { documents } of having.keys())
    for (const document of documents) counts.set(document, (counts.get(document) ?? 0) + 1);
  const all = new Set(counts.keys());
  return (without) => {
    const own = matching(without);
    // A word said twice is its own company.
    if (!own || having.get(own) !== 1) return all;
    const alone = [...own.documents].filter((document) => counts.get(document) === 1);
    if (alone.length === 0) return all;
    const company = new Set(all);
    for (const document of alone) company.delete(document);
    return company;
  };
}

/** Share of a word's documents that are in `company`; null where the archive has the word no more. */
function shareIn(index: SearchIndex, word: string, company: Company): number | null {
  const term = indexedWordsIn(word)[0]?.term;
  const documents = term ? documentsWith(index, term).documents : new Uint32Array();
  if (documents.length === 0) return null;
  return company.size === 0 ? 0 : documents.filter((document) => company.has(document)).length / documents.length;
}

/** The two known words that were run together ("worldbank"), the commonest pair where there are several. */
function partedWords(index: SearchIndex, typed: string): { words: string; documents: number } | null {
  let best: { words: string; documents: number } | null = null;
  for (let at = SHORTEST_GUESS; at <= typed.length - SHORTEST_GUESS; at++) {
    const [left, right] = [typed.slice(0, at), typed.slice(at)];
    if (index.word(left) === null || index.word(right) === null) continue;
    const words = indexedWordsIn(`${left} ${right}`);
    if (words.some(({ term }) => term === null)) continue;
    const documents = choiceMatches(index, { words, phrase: true })?.documents.length ?? 0;
    if (documents > 0 && (!best || documents > best.documents)) best = { words: `${left} ${right}`, documents };
  }
  return best;
}
