import { averageLengths, RANKING, rarityOf } from './ranking.ts';
import { FIELDS, type SearchIndex } from './search-structure.ts';

const { keyTerms: KEY_TERMS, commonest: COMMONEST } = RANKING.feedback;
const [HEADLINE, , BODY] = FIELDS.keys();

/** The key terms of all documents: those of number n from `offsets[n]` on, the most telling first. */
export interface Descriptions {
  readonly offsets: Uint32Array;
  /** Positions in `terms`. */
  readonly numbers: Uint32Array;
  /** Thousandths. */
  readonly weights: Uint16Array;
}

/**
 * Describes the documents from number `from` on by those of `terms` (in order) that tell the most: rare words that stand in
 * them often. Goes over the postings twice, first to count how much room is needed.
 */
export function describeDocuments(index: SearchIndex, terms: readonly string[], from = 0): Descriptions {
  const room = new Uint32Array(index.end + 1);
  for (const term of terms) {
    const documents = tellingDocuments(index, term)?.documents ?? [];
    for (const document of documents) if (document >= from) room[document + 1] = (room[document + 1] ?? 0) + 1;
  }
  for (let document = 1; document < room.length; document++) room[document] = room[document]! + room[document - 1]!;
  const filled = room.slice();
  const numbers = new Uint32Array(room[index.end] ?? 0);
  const weights = new Float64Array(numbers.length);
  const [, , average = 1] = averageLengths(index);
  terms.forEach((term, number) => {
    const { documents, counts } = tellingDocuments(index, term) ?? { documents: [], counts: [] };
    const rarity = rarityOf(documents.length, index.size);
    for (let at = 0; at < documents.length; at++) {
      const document = documents[at] ?? 0;
      if (document < from) continue;
      const count = (counts[FIELDS.length * at + HEADLINE!] ?? 0) + (counts[FIELDS.length * at + BODY!] ?? 0);
      const length = index.lengthOf(document, HEADLINE!) + index.lengthOf(document, BODY!);
      // BM25's saturation: the tenth occurrence says little more than the fifth.
      const saturated = count / (count + 1.2 * (0.25 + (0.75 * length) / average));
      const place = filled[document] ?? 0;
      numbers[place] = number;
      weights[place] = rarity * saturated;
      filled[document] = place + 1;
    }
  });
  return mostTelling(room, numbers, weights);
}

/** The postings of a term that says what documents are about: no word of one document alone, none of very many. */
function tellingDocuments(index: SearchIndex, term: string) {
  const postings = index.postings(term);
  const documents = postings?.documents.length ?? 0;
  return documents >= 2 && documents <= COMMONEST * index.size ? postings : null;
}

function mostTelling(room: Uint32Array, numbers: Uint32Array, weights: Float64Array): Descriptions {
  const offsets = new Uint32Array(room.length);
  const kept = new Uint32Array(numbers.length);
  const keptWeights = new Uint16Array(numbers.length);
  let length = 0;
  for (let document = 0; document + 1 < room.length; document++) {
    const places: number[] = [];
    for (let place = room[document] ?? 0; place < (room[document + 1] ?? 0); place++) places.push(place);
    // Terms come in order, so of two that tell as much the first in the alphabet stands first.
    places.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
    for (const place of places.slice(0, KEY_TERMS)) {
      kept[length] = numbers[place] ?? 0;
      keptWeights[length] = Math.round((weights[place] ?? 0) * 1000);
      length++;
    }
    offsets[document + 1] = length;
  }
  return { offsets, numbers: kept.slice(0, length), weights: keptWeights.slice(0, length) };
}

/** What one document is about; `numbers` say which of the described terms. */
export function descriptionOf({ offsets, numbers, weights }: Descriptions, document: number) {
  const [from, to] = [offsets[document] ?? 0, offsets[document + 1] ?? 0];
  return { terms: numbers.subarray(from, to), weights: weights.subarray(from, to) };
}
