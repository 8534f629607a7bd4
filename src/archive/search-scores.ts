import type { Wanted } from './query.ts';
import { RANKING, type TermDocuments } from './ranking.ts';
import type { SearchIndex } from './search-structure.ts';

/** What documents have of a query. */
export interface Scored {
  /** Those that may be among the best; all that have anything of the query, unless it was enough to look at some. */
  readonly candidates: Uint32Array;
  /** By number of the document. */
  readonly scores: Float32Array;
  readonly found: Float32Array;
  /** What a document has found that has all of the query. */
  readonly looked: number;
  /** Gives back the arrays, which the next query uses. */
  release(): void;
}

interface Arrays {
  readonly scores: Float32Array;
  readonly found: Float32Array;
}

/** Arrays of zeros, as long as the index; nearly a megabyte for 100,000 documents, and a query touches some of it. */
const spare = new WeakMap<SearchIndex, Arrays>();

function arraysFor(index: SearchIndex): Arrays {
  const known = spare.get(index);
  spare.delete(index);
  if (known && known.scores.length >= index.end) return known;
  return { scores: new Float32Array(index.end), found: new Float32Array(index.end) };
}

/**
 * Adds up what each document gains by what it has of the query, the rarest first, times the share that it has.
 *
 * Where only the `enough` best are wanted, common words may come to say too little to lift a document among these that has none
 * of the rarer ones: from then on only those known are looked at (after "MaxScore", Turtle and Flood, "Query evaluation:
 * strategies and optimizations", 1995). The best stay the best, and keep their scores.
 */
export function scoreDocuments(
  index: SearchIndex,
  wanted: readonly Wanted[],
  matches: readonly (TermDocuments | null)[],
  enough: number,
): Scored {
  const { scores, found } = arraysFor(index);
  const present = matches.filter((match) => match !== null).sort((a, b) => b.rarity - a.rarity);
  const looked = present.reduce((sum, { rarity }) => sum + rarity, 0);
  const room = present.reduce((sum, { documents }) => sum + documents.length, 0);
  const touched = new Uint32Array(room);
  let count = 0;
  let closed = false;
  // A common word has tens of thousands of documents; every index below lies within the arrays.
  for (const [at, match] of present.entries()) {
    const { documents, strengths, rarity } = match;
    closed ||=
      count >= enough && isEnough(present.slice(at), touched.subarray(0, count), { scores, found }, looked, enough);
    if (closed) {
      addToKnown(match, touched.subarray(0, count), { scores, found });
      continue;
    }
    for (let place = 0; place < documents.length; place++) {
      const document = documents[place]!;
      if (found[document] === 0) touched[count++] = document;
      scores[document] = scores[document]! + strengths[place]!;
      found[document] = found[document]! + rarity;
    }
  }
  const all = touched.subarray(0, count);
  // Most documents have the same few of the words: the power is worked out once for each such share.
  let [lastFound, factor] = [-1, 0];
  for (let at = 0; at < count; at++) {
    const document = all[at]!;
    const here = found[document]!;
    if (here !== lastFound) [lastFound, factor] = [here, shareFound(here, looked)];
    scores[document] = scores[document]! * factor;
  }
  // Nothing to rank by: filters alone, or a phrase of stop words.
  const onlyPhrases = wanted.every(({ choices }) => choices.some(({ phrase }) => phrase));
  const candidates = onlyPhrases && present.length === 0 ? Uint32Array.from(index.documents()) : all;
  return {
    candidates,
    scores,
    found,
    looked,
    release() {
      for (let at = 0; at < count; at++) scores[all[at]!] = found[all[at]!] = 0;
      spare.set(index, { scores, found });
    },
  };
}

const shareFound = (found: number, looked: number): number => Math.min(1, found / looked) ** RANKING.coverage;

/** Can no document that has only `rest` of the query come among the best of those known? */
function isEnough(
  rest: readonly TermDocuments[],
  known: Uint32Array,
  { scores, found }: Arrays,
  looked: number,
  enough: number,
): boolean {
  const still = rest.reduce((sum, { documents }) => sum + documents.length, 0);
  // Looking costs something too.
  if (still < 2 * known.length) return false;
  let [strength, rarity] = [0, 0];
  for (const match of rest) {
    strength += strongestOf(match);
    rarity += match.rarity;
  }
  const most = strength * shareFound(rarity, looked);
  // What these have already; whatever else they have only adds to it.
  let reaching = 0;
  for (let at = 0; at < known.length; at++) {
    const document = known[at]!;
    // A hair more, for scores are added up in single precision.
    if (scores[document]! * shareFound(found[document]!, looked) > 1.0001 * most && ++reaching >= enough) return true;
  }
  return false;
}

const strongest = new WeakMap<TermDocuments, number>();

function strongestOf(match: TermDocuments): number {
  const known = strongest.get(match);
  if (known !== undefined) return known;
  let most = 0;
  for (let at = 0; at < match.strengths.length; at++) most = Math.max(most, match.strengths[at]!);
  strongest.set(match, most);
  return most;
}

/** Adds a match to documents that are known; looked up one by one where they are few. */
function addToKnown(
  { documents, strengths, rarity }: TermDocuments,
  known: Uint32Array,
  { scores, found }: Arrays,
): void {
  const add = (document: number, place: number) => {
    scores[document] = scores[document]! + strengths[place]!;
    found[document] = found[document]! + rarity;
  };
  if (documents.length > 16 * known.length) {
    for (let at = 0; at < known.length; at++) {
      const place = placeOf(documents, known[at]!);
      if (place >= 0) add(known[at]!, place);
    }
    return;
  }
  for (let place = 0; place < documents.length; place++)
    if (found[documents[place]!]! > 0) add(documents[place]!, place);
}

/** Where a number stands in a list in order; negative where it does not. */
function placeOf(list: Uint32Array, wanted: number): number {
  let [low, high] = [0, list.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = list[middle]!;
    if (here === wanted) return middle;
    if (here < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
