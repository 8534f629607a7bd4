import { RANKING } from '../index/ranking.ts';
import type { SearchIndex, TermDocuments } from '../index/structure.ts';
import type { Wanted } from '../query.ts';

/** What a document has found that has all of the query. Whole numbers, so that shares of it add up without error. */
export const WHOLE = 65_535;

/** What documents have of a query. */
export interface Scored {
  /** Those that may be among the best; all that have anything of the query, unless it was enough to look at some. */
  readonly candidates: Uint32Array;
  /** By number of the document. */
  readonly scores: Float32Array;
  /** How much of the query, weighted by idf; `WHOLE` is all. */
  readonly found: Uint16Array;
  /** Gives back the arrays, which the next query uses. */
  release(): void;
}

interface Arrays {
  readonly scores: Float32Array;
  readonly found: Uint16Array;
}

/** Arrays of zeros, as long as the index; half a megabyte for 100,000 documents, and a query touches some of it. */
const spare = new WeakMap<SearchIndex, Arrays>();

function arraysFor(index: SearchIndex): Arrays {
  const known = spare.get(index);
  spare.delete(index);
  if (known && known.scores.length >= index.end) return known;
  return { scores: new Float32Array(index.end), found: new Uint16Array(index.end) };
}

/** A score is multiplied by this, for each share that may have been found. */
const FACTORS = Float64Array.from({ length: WHOLE + 1 }, (_, share) => (share / WHOLE) ** RANKING.coverage);

/** A match, and which share of the query finding it is. */
interface Part extends TermDocuments {
  readonly share: number;
}

/** The matches, the rarest first. */
function partsOf(matches: readonly (TermDocuments | null)[]): Part[] {
  const present = matches.filter((match) => match !== null).sort((a, b) => b.idf - a.idf);
  const looked = present.reduce((sum, { idf }) => sum + idf, 0);
  // At least one, by which a document is seen to have been found.
  const shares = present.map(({ idf }) => Math.max(1, Math.round((WHOLE * idf) / looked)));
  // What rounding left over, so that all of them are the whole.
  const over = WHOLE - shares.reduce((sum, share) => sum + share, 0);
  return present.map((match, at) => ({ ...match, share: (shares[at] ?? 0) + (at === 0 ? over : 0) }));
}

/**
 * Adds up the weights of the query terms that each document has, the rarest first, times the share that it has.
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
  const parts = partsOf(matches);
  const touched = new Uint32Array(
    Math.min(
      index.end,
      parts.reduce((sum, { documents }) => sum + documents.length, 0),
    ),
  );
  let count = 0;
  let closed = false;
  for (const [at, part] of parts.entries()) {
    closed ||= count >= enough && isEnough(parts.slice(at), touched.subarray(0, count), { scores, found }, enough);
    if (closed) addToKnown(part, touched.subarray(0, count), { scores, found });
    else count = addToAll(part, touched, count, { scores, found });
  }
  const all = touched.subarray(0, count);
  multiplyByShare(all, { scores, found });
  // Nothing to rank by: filters alone, or a phrase of stop words.
  const onlyPhrases = wanted.every(({ choices }) => choices.some(({ phrase }) => phrase));
  const candidates = onlyPhrases && parts.length === 0 ? Uint32Array.from(index.documents()) : all;
  return {
    candidates,
    scores,
    found,
    release() {
      for (let at = 0; at < count; at++) scores[all[at]!] = found[all[at]!] = 0;
      spare.set(index, { scores, found });
    },
  };
}

/** Can no document that has only `rest` of the query come among the best of those known? */
function isEnough(rest: readonly Part[], known: Uint32Array, { scores, found }: Arrays, enough: number): boolean {
  const still = rest.reduce((sum, { documents }) => sum + documents.length, 0);
  // Looking costs something too.
  if (still < 2 * known.length) return false;
  let [strength, share] = [0, 0];
  for (const part of rest) {
    strength += strongestOf(part.strengths);
    share += part.share;
  }
  const most = strength * FACTORS[share]!;
  // What these have already; whatever else they have only adds to it.
  let reaching = 0;
  for (let at = 0; at < known.length; at++) {
    const document = known[at]!;
    // A hair more, for scores are added up in single precision.
    if (scores[document]! * FACTORS[found[document]!]! > 1.0001 * most && ++reaching >= enough) return true;
  }
  return false;
}

const strongest = new WeakMap<Float32Array, number>();

function strongestOf(strengths: Float32Array): number {
  const known = strongest.get(strengths);
  if (known !== undefined) return known;
  let most = 0;
  for (let at = 0; at < strengths.length; at++) if (strengths[at]! > most) most = strengths[at]!;
  strongest.set(strengths, most);
  return most;
}

// A common word has tens of thousands of documents; every index below lies within the arrays.

/** Adds a match; notes documents that had nothing before in `touched` from `count` on, and gives the new count. */
function addToAll(
  { documents, strengths, share }: Part,
  touched: Uint32Array,
  count: number,
  { scores, found }: Arrays,
): number {
  let end = count;
  for (let place = 0; place < documents.length; place++) {
    const document = documents[place]!;
    const before = found[document]!;
    if (before === 0) touched[end++] = document;
    scores[document] = scores[document]! + strengths[place]!;
    found[document] = before + share;
  }
  return end;
}

function multiplyByShare(documents: Uint32Array, { scores, found }: Arrays): void {
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at]!;
    scores[document] = scores[document]! * FACTORS[found[document]!]!;
  }
}

/** Adds a match to documents that are known; looked up one by one where they are few. */
function addToKnown({ documents, strengths, share }: Part, known: Uint32Array, { scores, found }: Arrays): void {
  const add = (document: number, place: number) => {
    scores[document] = scores[document]! + strengths[place]!;
    found[document] = found[document]! + share;
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
