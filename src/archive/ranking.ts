import { FIELDS, insides, type SearchIndex } from './search-index.ts';

/**
 * How much of a document's score comes from where: BM25 of each field, summed (k1 and b after Robertson and Zaragoza,
 * "The Probabilistic Relevance Framework", 2009).
 */
export const RANKING = {
  weights: { headline: 2, lead: 1, body: 1 },
  k1: 1.2,
  b: { headline: 0.5, lead: 0.3, body: 0.75 },
  /** A document's score is multiplied by the share of the query it has, to this power. */
  coverage: 0.5,
};

/** The documents that have a term, by MiniSearch's short id, and how strongly each has it. */
export interface TermDocuments {
  readonly documents: Uint32Array;
  readonly strengths: Float32Array;
  /** How much finding the term says: rare words say more. */
  readonly rarity: number;
}

const NOWHERE: TermDocuments = { documents: new Uint32Array(), strengths: new Float32Array(), rarity: 0 };

/** The documents with this term; worked out once for each term, until the index changes. */
export function documentsWith(index: SearchIndex, term: string): TermDocuments {
  const known = index.derived.terms.get(term);
  if (known !== undefined) return known;
  const found = weigh(index, term);
  index.derived.terms.set(term, found);
  return found;
}

function weigh(index: SearchIndex, term: string): TermDocuments {
  const { _index, _fieldIds } = insides(index.mini);
  const postings = _index.get(term);
  if (!postings) return NOWHERE;
  const averages = averageLengths(index);
  const strength = new Map<number, number>();
  FIELDS.forEach((field, position) => {
    const b = RANKING.b[field];
    const weight = RANKING.weights[field];
    const average = averages[position] ?? 1;
    for (const [document, count] of postings.get(_fieldIds[field] ?? -1) ?? []) {
      const lengths = index.lengths.get(document);
      if (!lengths) continue;
      const norm = 1 - b + (b * (lengths[position] ?? 0)) / average;
      const score = (weight * count * (RANKING.k1 + 1)) / (count + RANKING.k1 * norm);
      strength.set(document, (strength.get(document) ?? 0) + score);
    }
  });
  const total = index.lengths.size;
  return {
    documents: Uint32Array.from(strength.keys()),
    strengths: Float32Array.from(strength.values()),
    rarity: Math.log(1 + (total - strength.size + 0.5) / (strength.size + 0.5)),
  };
}

function averageLengths(index: SearchIndex): readonly number[] {
  if (index.derived.averages) return index.derived.averages;
  const sums = FIELDS.map(() => 0);
  for (const lengths of index.lengths.values()) {
    lengths.forEach((length, position) => {
      sums[position] = (sums[position] ?? 0) + length;
    });
  }
  index.derived.averages = sums.map((sum) => Math.max(1, sum / Math.max(1, index.lengths.size)));
  return index.derived.averages;
}
