import { stem } from '../../archive/index/stemming.ts';
import { STOP_WORDS } from '../../archive/index/stopwords.ts';
import { splitWords } from '../../text/words.ts';

/** Stems of the content words, in order. */
export const contentStems = (text: string): string[] =>
  splitWords(text.toLowerCase())
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem);

/** The words of a sentence, each once. */
export type Terms = ReadonlySet<string>;

/** What the words of some sentences say of each of them. */
export interface WeighedWords {
  /** In how many sentences the word stands, as a share of the most frequent one's. */
  frequency(term: string): number;
  /** How well a word distinguishes these sentences. */
  idf(term: string): number;
  /** Cosine of a sentence to the mean of all. */
  centrality(terms: Terms): number;
  /** How similar two sentences are: the cosine of their words, weighted by idf, from 0 to 1. */
  similarity(a: Terms, b: Terms): number;
  /** The likenesses of each sentence to all. */
  readonly similarities: readonly Float32Array[];
}

/** Weighs the words of sentences by how many of them have each. */
export function weighWords(sentences: readonly Terms[]): WeighedWords {
  const having = new Map<string, number[]>();
  sentences.forEach((terms, i) => {
    for (const term of terms) {
      const list = having.get(term);
      if (list) list.push(i);
      else having.set(term, [i]);
    }
  });
  const idfs = new Map(Array.from(having, ([term, those]) => [term, Math.log(1 + sentences.length / those.length)]));
  const idf = (term: string) => idfs.get(term) ?? Math.log(1 + sentences.length);
  const lengthOf = (terms: Terms) => Math.sqrt(sum([...terms], (term) => idf(term) ** 2)) || 1;
  // Asked for once for every two sentences.
  const norms = new Map(sentences.map((terms) => [terms, lengthOf(terms)]));
  const norm = (terms: Terms) => norms.get(terms) ?? lengthOf(terms);
  let most = 1;
  let square = 0;
  for (const [term, { length }] of having) {
    most = Math.max(most, length);
    square += (length * idf(term)) ** 2;
  }
  const count = (term: string) => having.get(term)?.length ?? 0;
  return {
    idf,
    frequency: (term) => count(term) / most,
    centrality: (terms) =>
      sum([...terms], (term) => count(term) * idf(term) ** 2) / (norm(terms) * Math.sqrt(square) || 1),
    similarity(a, b) {
      let shared = 0;
      for (const term of a) if (b.has(term)) shared += idf(term) ** 2;
      return shared / (norm(a) * norm(b));
    },
    similarities: sentences.map((terms) => {
      const row = new Float32Array(sentences.length);
      for (const term of terms) {
        const weight = idf(term) ** 2 / norm(terms);
        for (const j of having.get(term) ?? []) row[j] = (row[j] ?? 0) + weight / norm(sentences[j] ?? terms);
      }
      return row;
    }),
  };
}

/** How readily a reader who goes from a sentence leaves it for one like it, rather than for any. */
const DAMPING = 0.85;
const ROUNDS = 15;

/** How much each sentence is recommended by sentences like it: LexRank (Erkan and Radev 2004), summing to about 1. */
export function lexRank(similarities: readonly Float32Array[]): Float64Array {
  const n = similarities.length;
  const outgoing = similarities.map((row, i) => row.reduce((total, value) => total + value, 0) - (row[i] ?? 0) || 1);
  let ranks = new Float64Array(n).fill(1 / n);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(n).fill((1 - DAMPING) / n);
    similarities.forEach((row, i) => {
      const share = (DAMPING * (ranks[i] ?? 0)) / (outgoing[i] ?? 1);
      for (let j = 0; j < n; j++) if (j !== i) next[j] = (next[j] ?? 0) + share * (row[j] ?? 0);
    });
    ranks = next;
  }
  return ranks;
}

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((total, one) => total + of(one), 0);
export const mean = (values: readonly number[]): number =>
  values.length ? sum(values, (value) => value) / values.length : 0;
