import type { Choice, SearchQuery, Wanted } from './query.ts';
import { documentsWith } from './ranking.ts';
import { choiceMatches } from './search-matches.ts';
import type { SearchIndex } from './search-structure.ts';
import { type Word, wordsOf } from './search-terms.ts';
import { type NearWord, wordsNear } from './search-vocabulary.ts';

/** A word that the archive does not know, and what is searched for in its place. */
export interface Correction {
  readonly typed: string;
  readonly searched: string;
}

export interface CorrectedQuery {
  readonly query: SearchQuery;
  readonly corrected: readonly Correction[];
}

/** A word shorter than this is not guessed at. */
const SHORTEST_GUESSED = 3;
/** From this length on a word may be two typing errors away. */
const LONG_WORD = 8;
/** What speaks for a guess, in the unit of a tenfold of documents that have it. */
const GUESS = { secondError: 3, otherFirstLetter: 1.5, company: 2, swapped: 0.7 };

/**
 * Puts words of the archive in place of those it does not know: words a typing error or two away, or two words that were
 * run together. Quoted words stay as they are. What is known in any spelling is never touched.
 */
export function correctQuery(index: SearchIndex, query: SearchQuery): CorrectedQuery {
  const corrected: Correction[] = [];
  let company: ReadonlySet<number> | null = null;
  const wanted = query.wanted.flatMap((one): Wanted[] => {
    if (one.choices.length > 1) {
      return [{ ...one, choices: one.choices.map((choice) => corrections(choice)[0] ?? choice) }];
    }
    const [choice] = one.choices;
    return choice ? corrections(choice).map((better) => ({ ...one, choices: [better] })) : [one];
  });
  return { query: corrected.length > 0 ? { ...query, wanted } : query, corrected };

  function corrections(choice: Choice): readonly Choice[] {
    const [word, more] = choice.words;
    if (!word || more || choice.phrase || !isUnknown(index, word)) return [choice];
    company ??= companyOf(index, query);
    const guess = bestGuess(index, word, company);
    if (guess === null) return [choice];
    corrected.push({ typed: word.folded, searched: guess });
    return wordsOf(guess).map((found) => ({ words: [{ ...found, capital: word.capital }], phrase: false }));
  }
}

/** Does no article have the word, in any form or spelling? */
function isUnknown(index: SearchIndex, word: Word): boolean {
  if (word.term === null || word.folded.length < SHORTEST_GUESSED || /\p{N}/u.test(word.folded)) return false;
  return (choiceMatches(index, { words: [word], phrase: false })?.documents.length ?? 0) === 0;
}

/** The documents that have the query's other words: a guess that stands among them is likelier. */
function companyOf(index: SearchIndex, query: SearchQuery): ReadonlySet<number> {
  const company = new Set<number>();
  for (const { choices } of query.wanted) {
    for (const choice of choices) {
      const found = choiceMatches(index, choice)?.documents ?? [];
      if (found.length <= index.size / 5) for (const document of found) company.add(document);
    }
  }
  return company;
}

/** The likeliest word (or two words run together) for one that the archive does not know; null where none is near. */
function bestGuess(index: SearchIndex, { folded }: Word, company: ReadonlySet<number>): string | null {
  const most = folded.length >= LONG_WORD ? 2 : 1;
  const parted = partedWords(index, folded);
  let best = parted && { word: parted.words, worth: Math.log10(parted.documents + 1) };
  for (const near of wordsNear(index, folded, most)) {
    const worth = worthOf(near, folded);
    // Two slips, one of them in the first letter: another word ("press" for "areas"), not a mistyped one.
    if (near.distance > 1 && near.word.charAt(0) !== folded.charAt(0)) continue;
    if (near.word.length < SHORTEST_GUESSED || (best && worth + GUESS.company <= best.worth)) continue;
    const share = shareIn(index, near.word, company);
    if (share === null) continue;
    const inAll = worth + GUESS.company * share;
    if (!best || inAll > best.worth) best = { word: near.word, worth: inAll };
  }
  return best?.word ?? null;
}

function worthOf({ word, distance, documents }: NearWord, typed: string): number {
  const [first, second] = [word.charAt(0), word.charAt(1)];
  const startsSwapped = first === typed.charAt(1) && second === typed.charAt(0);
  const isSwap = distance === 1 && word.length === typed.length && sameLetters(word, typed);
  return (
    Math.log10(documents + 1) -
    GUESS.secondError * (distance - 1) -
    (first === typed.charAt(0) || startsSwapped ? 0 : GUESS.otherFirstLetter) +
    (isSwap ? GUESS.swapped : 0)
  );
}

const sameLetters = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

/** Share of a word's documents that are in `company`; null where the archive has the word no more. */
function shareIn(index: SearchIndex, word: string, company: ReadonlySet<number>): number | null {
  const term = wordsOf(word)[0]?.term;
  const documents = term ? documentsWith(index, term).documents : new Uint32Array();
  if (documents.length === 0) return null;
  return documents.filter((document) => company.has(document)).length / documents.length;
}

/** The two known words that were run together ("worldbank"), the commonest pair where there are several. */
function partedWords(index: SearchIndex, typed: string): { words: string; documents: number } | null {
  let best: { words: string; documents: number } | null = null;
  for (let at = SHORTEST_GUESSED; at <= typed.length - SHORTEST_GUESSED; at++) {
    const [left, right] = [typed.slice(0, at), typed.slice(at)];
    if (index.word(left) === null || index.word(right) === null) continue;
    const words = wordsOf(`${left} ${right}`);
    if (words.some(({ term }) => term === null)) continue;
    const documents = choiceMatches(index, { words, phrase: true })?.documents.length ?? 0;
    if (documents > 0 && (!best || documents > best.documents)) best = { words: `${left} ${right}`, documents };
  }
  return best;
}
