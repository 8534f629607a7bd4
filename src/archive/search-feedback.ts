import { averageLengths, RANKING, rarityOf } from './ranking.ts';
import { insides, type SearchIndex } from './search-structure.ts';
import { termsOf, type Word } from './search-terms.ts';

/**
 * Pseudo-relevance feedback: what the first results are about says what the rest should be about. (After the relevance
 * models of Lavrenko and Croft, 2001; kept cheap by describing each document by its few most telling terms when it is
 * indexed, and by reordering the first results only.)
 */

/** What a document is about: its most telling terms and how telling each is, the most telling first. */
export interface KeyTerms {
  readonly terms: readonly string[];
  readonly weights: readonly number[];
}

const { feedback: FEEDBACK } = RANKING;

/** Reorders `documents` (best first) in place, and raises their scores, by likeness to the first of them. */
export function reorderByFeedback(index: SearchIndex, documents: number[], scores: Float32Array, words: number): void {
  const topic = topicOf(index, documents.slice(0, FEEDBACK.documents), scores);
  if (topic.size === 0) return;
  for (const document of documents) {
    const key = index.keyTerms.get(document);
    if (!key) continue;
    let likeness = 0;
    key.terms.forEach((term, at) => {
      likeness += (topic.get(term) ?? 0) * (key.weights[at] ?? 0);
    });
    scores[document] = (scores[document] ?? 0) + FEEDBACK.strength * words * likeness;
  }
  documents.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}

/** Terms that several of these documents share, their weights adding up to 1. */
function topicOf(index: SearchIndex, documents: readonly number[], scores: Float32Array): Map<string, number> {
  const best = scores[documents[0] ?? 0] ?? 0;
  if (documents.length < FEEDBACK.fewestDocuments || best <= 0) return new Map();
  const shared = new Map<string, { weight: number; documents: number }>();
  for (const document of documents) {
    const trust = ((scores[document] ?? 0) / best) ** 2;
    const key = index.keyTerms.get(document);
    key?.terms.forEach((term, at) => {
      const known = shared.get(term) ?? { weight: 0, documents: 0 };
      known.weight += trust * (key.weights[at] ?? 0);
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

interface Candidate {
  readonly term: string;
  readonly weight: number;
}

/** Key terms depend on how rare words are: have there come so many documents since that all are to be described anew? */
export const needsDescribing = (index: SearchIndex): boolean => index.lengths.size > 2 * index.described;

/** Describes every document by its key terms: one pass over the index. */
export function describeAll(index: SearchIndex): void {
  const { _index, _fieldIds } = insides(index.mini);
  const total = index.lengths.size;
  const collected = new Map<number, Candidate[]>();
  const counts = new Map<number, number>();
  for (const [term, postings] of _index) {
    counts.clear();
    for (const field of ['headline', 'body']) {
      for (const [document, count] of postings.get(_fieldIds[field] ?? -1) ?? []) {
        if (index.lengths.has(document)) counts.set(document, (counts.get(document) ?? 0) + count);
      }
    }
    if (!isTelling(counts.size, total)) continue;
    const rarity = rarityOf(counts.size, total);
    for (const [document, count] of counts) {
      const candidates = collected.get(document) ?? [];
      if (candidates.length === 0) collected.set(document, candidates);
      candidates.push({ term, weight: rarity * saturated(index, document, count) });
      if (candidates.length > 8 * FEEDBACK.keyTerms) keepBest(candidates);
    }
  }
  index.keyTerms.clear();
  for (const [document, candidates] of collected) index.keyTerms.set(document, keyTermsOf(candidates));
  index.described = total;
}

/** Describes one document that was added to an index already described. */
export function describe(index: SearchIndex, shortId: number, words: readonly Word[]): void {
  const { _index, _fieldIds } = insides(index.mini);
  const counts = new Map<string, number>();
  for (const term of words.flatMap(termsOf)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const candidates: Candidate[] = [];
  const total = index.lengths.size;
  for (const [term, count] of counts) {
    const documents = _index.get(term)?.get(_fieldIds.body ?? -1)?.size ?? 0;
    if (!isTelling(documents, total)) continue;
    candidates.push({ term, weight: rarityOf(documents, total) * saturated(index, shortId, count) });
  }
  index.keyTerms.set(shortId, keyTermsOf(candidates));
}

const isTelling = (documents: number, total: number): boolean =>
  documents >= 2 && documents <= FEEDBACK.commonest * total;

/** BM25's saturation: the tenth occurrence says little more than the fifth. */
function saturated(index: SearchIndex, document: number, count: number): number {
  const [headline = 0, , body = 0] = index.lengths.get(document) ?? [];
  const [, , average = 1] = averageLengths(index);
  return count / (count + 1.2 * (0.25 + (0.75 * (headline + body)) / average));
}

function keepBest(candidates: Candidate[]): void {
  candidates.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  candidates.length = Math.min(candidates.length, FEEDBACK.keyTerms);
}

function keyTermsOf(candidates: Candidate[]): KeyTerms {
  keepBest(candidates);
  return {
    terms: candidates.map(({ term }) => term),
    weights: candidates.map(({ weight }) => Math.round(weight * 1000) / 1000),
  };
}
