import { mayGoOn } from '../../text/work.ts';
import { isName } from '../index/names.ts';
import type { SearchIndex } from '../index/structure.ts';
import { type IndexedWord, indexedWordsIn } from '../index/terms.ts';
import type { QueryAlternative, SearchQuery, Wanted } from '../query.ts';
import { companies, likeliestWord, type Purpose } from './guess-word.ts';
import { type Matching, matchingOnce } from './matches.ts';

/** A typed word, and what is searched for in its place. */
export interface SpellingCorrection {
  readonly typed: string;
  readonly searched: string;
}

export interface CorrectedQuery {
  readonly query: SearchQuery;
  /** Words that the archive does not know. */
  readonly corrected: readonly SpellingCorrection[];
  /** Words that it hardly knows, and what they may have been meant for: searched for besides. */
  readonly also: readonly SpellingCorrection[];
  /** Where there is such a word and no other: what is to be searched for after the query itself. */
  readonly perhaps: SearchQuery | null;
}

/** A word shorter than this is not guessed at: it is an abbreviation, or one letter away from too many. */
const SHORTEST_GUESSED = 4;
/** A word that no more documents have, and that is no name, may be a typo, theirs or the asker's: "wehat". */
const RARE = 3;
/** Of many documents so large a share may have the same typo. */
const RARE_SHARE = 0.0002;
/** Shorter words are often abbreviations, and rightly rare. */
const SHORTEST_RARE = 4;
/** Different words that are guessed at; a text with more of them is not in the archive's language. */
const MOST_GUESSED = 24;

/**
 * Puts words of the archive in place of those it does not know: words a typing error or two away, or two words that were
 * run together. Quoted words stay as they are, and so does what is known in any spelling.
 */
export function correctQuery(index: SearchIndex, query: SearchQuery): CorrectedQuery {
  const corrected: SpellingCorrection[] = [];
  const also: SpellingCorrection[] = [];
  let perhaps: SearchQuery | null = null;
  const matching = matchingOnce(index);
  let companyOf: ReturnType<typeof companies> | null = null;
  const guesses = new Map<string, string | null>();
  const wanted = query.wanted.flatMap((one): Wanted[] => {
    const [choice, other] = one.choices;
    if (!choice || other) return [{ ...one, choices: one.choices.map((each) => instead(each)?.[0] ?? each) }];
    const better = instead(choice);
    if (better) return better.map((found) => ({ ...one, choices: [found] }));
    const besides = guessFor(choice, isRare, 'besides', also);
    if (!besides) return [one];
    if (query.wanted.length > 1) return [{ ...one, choices: [choice, ...besides] }];
    perhaps = { ...query, wanted: [{ ...one, choices: besides }] };
    return [one];
  });
  return { query: corrected.length + also.length > 0 ? { ...query, wanted } : query, corrected, also, perhaps };

  function instead(choice: QueryAlternative): readonly QueryAlternative[] | null {
    return guessFor(choice, isUnknown, 'instead', corrected);
  }

  function guessFor(
    choice: QueryAlternative,
    doubtful: Doubt,
    purpose: Purpose,
    said: SpellingCorrection[],
  ): readonly QueryAlternative[] | null {
    const [word, more] = choice.words;
    if (!word || more || choice.phrase || !isGuessable(word) || !doubtful(index, word, matching)) return null;
    const guess = guessOnce(choice, word, purpose);
    if (guess === null) return null;
    if (!said.some(({ typed }) => typed === word.base)) said.push({ typed: word.base, searched: guess });
    // Two words may come of one.
    return indexedWordsIn(guess).map((found) => ({ words: [{ ...found, capital: word.capital }], phrase: false }));
  }

  function guessOnce(choice: QueryAlternative, word: IndexedWord, purpose: Purpose): string | null {
    const key = `${purpose} ${word.capital} ${word.base}`;
    const known = guesses.get(key);
    if (known !== undefined) return known;
    if (guesses.size >= MOST_GUESSED || !mayGoOn()) return null;
    companyOf ??= companies(index, query, matching);
    const guess = likeliestWord(index, word, companyOf(choice), purpose);
    guesses.set(key, guess);
    return guess;
  }
}

type Doubt = (index: SearchIndex, word: IndexedWord, matching: Matching) => boolean;

const isGuessable = ({ term, base }: IndexedWord): boolean =>
  term !== null && base.length >= SHORTEST_GUESSED && !/\p{N}/u.test(base);

/** Does no article have the word in any form? It may yet have a name that is spelled nearly so. */
const isUnknown = (index: SearchIndex, word: IndexedWord): boolean => documentsHaving(index, word) === 0;

function isRare(index: SearchIndex, word: IndexedWord, matching: Matching): boolean {
  const documents = documentsHaving(index, word);
  if (documents === 0 || documents > Math.max(RARE, RARE_SHARE * index.size) || word.base.length < SHORTEST_RARE)
    return false;
  const mayBeName = word.capital || documents > 1;
  if (mayBeName && isName(index, word.base)) return false;
  return matching({ words: [word], phrase: false })?.documents.length === documents;
}

const documentsHaving = (index: SearchIndex, { term, base }: IndexedWord): number =>
  index.documentsHaving(term ?? base);
