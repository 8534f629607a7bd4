import { averageLengths, idfOf, RANKING } from './ranking.ts';
import { FIELDS, type SearchIndex } from './structure.ts';
import { bytesOf, numberAt, VariableBytes } from './variable-bytes.ts';

const { keyTerms: KEY_TERMS, commonest: COMMONEST } = RANKING.feedback;
const [HEADLINE, , BODY] = FIELDS.keys();

/**
 * The key terms of all documents: those of number n from `offsets[n]` on, in the order of their numbers, which are positions
 * among the described terms. Of each how far its number is from the one before, in a variable-byte number, and the weight it
 * is, in one byte.
 */
export interface Descriptions {
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

/** Weights are rounded to a twentieth; they are rarely more than ten. */
const WEIGHT_UNIT = 0.05;
const HEAVIEST = 255;

/**
 * Describes the documents from number `from` on by those of `terms` (in order) with the highest weights: rare words that stand in
 * them often. Goes over the postings twice, first to count how much room is needed.
 */
export function describeDocuments(index: SearchIndex, terms: readonly string[], from = 0): Descriptions {
  const room = new Uint32Array(index.end + 1);
  for (const term of terms) {
    if (!isKeyTerm(index.documentsHaving(term), index)) continue;
    index.eachPosting(term, (document) => {
      if (document >= from) room[document + 1] = room[document + 1]! + 1;
    });
  }
  for (let document = 1; document < room.length; document++) room[document] = room[document]! + room[document - 1]!;
  const filled = room.slice();
  const numbers = new Uint32Array(room[index.end] ?? 0);
  const weights = new Float64Array(numbers.length);
  const [, , average = 1] = averageLengths(index);
  terms.forEach((term, number) => {
    const having = index.documentsHaving(term);
    if (!isKeyTerm(having, index)) return;
    const idf = idfOf(having, index.size);
    index.eachPosting(term, (document, inHeadline, _inLead, inBody) => {
      if (document < from) return;
      const count = inHeadline + inBody;
      const length = index.lengthOf(document, HEADLINE!) + index.lengthOf(document, BODY!);
      // BM25's saturation: the tenth occurrence says little more than the fifth.
      const saturated = count / (count + 1.2 * (0.25 + (0.75 * length) / average));
      const place = filled[document] ?? 0;
      numbers[place] = number;
      weights[place] = idf * saturated;
      filled[document] = place + 1;
    });
  });
  return keyTerms(room, numbers, weights);
}

/** Says a term of so many documents what they are about? No word of one document alone does, none of very many. */
const isKeyTerm = (documents: number, { size }: SearchIndex): boolean =>
  documents >= 2 && documents <= COMMONEST * size;

function keyTerms(room: Uint32Array, numbers: Uint32Array, weights: Float64Array): Descriptions {
  const offsets = new Uint32Array(room.length);
  const bytes = new VariableBytes();
  for (let document = 0; document + 1 < room.length; document++) {
    const places: number[] = [];
    for (let place = room[document] ?? 0; place < (room[document + 1] ?? 0); place++) places.push(place);
    // Terms come in order, so of two with equal weight the first in the alphabet stands first.
    places.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
    let before = 0;
    for (const place of places.slice(0, KEY_TERMS).sort((a, b) => a - b)) {
      const number = numbers[place] ?? 0;
      bytes.number(number - before);
      bytes.byte(Math.min(HEAVIEST, Math.round((weights[place] ?? 0) / WEIGHT_UNIT)));
      before = number;
    }
    offsets[document + 1] = bytes.length;
  }
  return { offsets, bytes: bytes.bytes() };
}

/** Calls `take` with the key terms of one document and their weights. */
export function eachDescribing(
  { offsets, bytes }: Descriptions,
  document: number,
  take: (number: number, weight: number) => void,
): void {
  const end = offsets[document + 1] ?? 0;
  let number = 0;
  for (let at = offsets[document] ?? 0; at < end; at++) {
    const step = numberAt(bytes, at);
    number += step;
    at += bytesOf(step);
    take(number, bytes[at]! * WEIGHT_UNIT); // within the bytes
  }
}
