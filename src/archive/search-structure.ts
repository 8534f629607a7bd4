import type MiniSearch from 'minisearch';
import type { FieldNorms, TermDocuments } from './ranking.ts';
import type { KeyTerms } from './search-feedback.ts';
import type { SortedWords } from './search-vocabulary.ts';

/** What is indexed of an article. */
export interface IndexableDocument {
  readonly id: string;
  readonly headline: string | null;
  readonly body: string;
}

/** A document taken apart: each field's terms, parted by spaces, as MiniSearch takes them in. */
export interface AnalysedDocument {
  readonly id: string;
  readonly headline: string;
  readonly lead: string;
  readonly body: string;
}

/** What MiniSearch indexes; the lead stands in the body too, so that its words count twice. */
export const FIELDS = ['headline', 'lead', 'body'] as const;

/** The full-text index of an archive. */
export interface SearchIndex {
  readonly mini: MiniSearch<AnalysedDocument>;
  /** By MiniSearch's short id: how many words each field has, stop words included, in the order of FIELDS. MiniSearch counts different terms only. */
  readonly lengths: Map<number, readonly number[]>;
  /** Every word as written, in lower case. */
  readonly vocabulary: Map<string, WordCount>;
  /** Spelling key → the words that share it and were seen as names, in lower case: zamili, الزاملي, замили. */
  readonly names: Map<string, Set<string>>;
  /** By MiniSearch's short id: what the document is about, for feedback. */
  readonly keyTerms: Map<number, KeyTerms>;
  /** How many documents there were when all were last described by their key terms. */
  described: number;
  /** What queries have worked out of the above; thrown away whenever that changes. */
  derived: Derived;
}

/** In how many documents a word stands, and in how many of them with a capital. What removed documents had is not taken off: the counts only weigh guesses. */
export interface WordCount {
  documents: number;
  capitalised: number;
}

export interface Derived {
  readonly terms: Map<string, TermDocuments>;
  averages: readonly number[] | null;
  norms: FieldNorms | null;
  sorted: SortedWords | null;
}

export const nothingDerived = (): Derived => ({ terms: new Map(), averages: null, norms: null, sorted: null });

/** Term → field → short document id → how often. */
export type Postings = ReadonlyMap<number, ReadonlyMap<number, number>>;

interface Insides {
  readonly _index: Iterable<[string, Postings]> & { get(term: string): Postings | undefined };
  readonly _documentIds: ReadonlyMap<number, string>;
  readonly _idToShortId: ReadonlyMap<string, number>;
  readonly _fieldIds: Readonly<Record<string, number>>;
  readonly _nextId: number;
}

/**
 * MiniSearch ranks by its own formula and shows its postings to nobody, so ranking by another one reads its private
 * members; the version is pinned, and tests/archive/search-index.test.ts fails if they change.
 */
export function insides(mini: MiniSearch<AnalysedDocument>): Insides {
  return mini as unknown as Insides;
}
