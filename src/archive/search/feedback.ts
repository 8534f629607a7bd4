import { RANKING } from '../index/ranking.ts';
import type { SearchIndex, TakeKeyTerm } from '../index/structure.ts';

/**
 * Pseudo-relevance feedback: what the first results are about says what the rest should be about. (After the relevance
 * models of Lavrenko and Croft, 2001; kept cheap by describing each document by its few key terms when it is
 * indexed, and by reordering the first results only.)
 */

const { feedback: FEEDBACK } = RANKING;

/** Reorders `documents` (best first) in place, and raises their scores, by similarity to the first of them. */
export function reorderByFeedback(index: SearchIndex, documents: number[], scores: Float32Array, words: number): void {
  const topic = topicOf(index, documents.slice(0, FEEDBACK.documents), scores);
  if (topic.size === 0) return;
  const mayBeTopic = bloomOf(topic.keys());
  let similarity = 0;
  const compare: TakeKeyTerm = (term, weight) => {
    if (typeof term === 'number' && mayBeTopic[term % BLOOM_SIZE] === 0) return;
    similarity += (topic.get(term) ?? 0) * weight;
  };
  for (const document of documents) {
    similarity = 0;
    index.eachKeyTerm(document, compare);
    scores[document] = (scores[document] ?? 0) + FEEDBACK.strength * words * similarity;
  }
  documents.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}

const BLOOM_SIZE = 1024;

/** Which numbers may be among these, by what is left of them: of thousands of terms, a few hundred have to be looked up. */
function bloomOf(terms: Iterable<number | string>): Uint8Array {
  const bloom = new Uint8Array(BLOOM_SIZE);
  for (const term of terms) if (typeof term === 'number') bloom[term % BLOOM_SIZE] = 1;
  return bloom;
}

/** Terms that several of these documents share, their weights adding up to 1. */
function topicOf(index: SearchIndex, documents: readonly number[], scores: Float32Array): Map<number | string, number> {
  const best = scores[documents[0] ?? 0] ?? 0;
  if (documents.length < FEEDBACK.fewestDocuments || best <= 0) return new Map();
  const shared = new Map<number | string, { weight: number; documents: number }>();
  for (const document of documents) {
    const trust = ((scores[document] ?? 0) / best) ** 2;
    index.eachKeyTerm(document, (term, weight) => {
      const known = shared.get(term) ?? { weight: 0, documents: 0 };
      known.weight += trust * weight;
      known.documents++;
      shared.set(term, known);
    });
  }
  const chosen = [...shared]
    .filter(([, { documents: sharing }]) => sharing >= 2)
    .sort(([, a], [, b]) => b.weight - a.weight)
    .slice(0, FEEDBACK.terms);
  const total = chosen.reduce((sum, [, { weight }]) => sum + weight, 0);
  return new Map(chosen.map(([term, { weight }]) => [term, weight / total]));
}
