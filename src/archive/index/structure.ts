import type MiniSearch from 'minisearch';
import type { WordList } from '../spelling/near-words.ts';

/** What is indexed of an article. */
export interface IndexableDocument {
  readonly id: string;
  readonly headline: string | null;
  readonly body: string;
}

/** An analysed document: each field's terms, parted by spaces, as MiniSearch takes them in. */
export interface AnalysedDocument {
  readonly id: string;
  readonly headline: string;
  readonly lead: string;
  readonly body: string;
}

/** What MiniSearch indexes; the lead stands in the body too, so that its words count twice. */
export const FIELDS = ['headline', 'lead', 'body'] as const;

/**
 * The full-text index of an archive, as searching asks it: MiniSearch with what we keep beside it (write-buffer.ts), a
 * segment (segment.ts), or both merged (merged-reader.ts). All give the same answers.
 */
export interface SearchIndex {
  /** How many documents it holds. */
  readonly size: number;
  /** Every document's number lies below. */
  readonly end: number;
  /** How many words each field has in all documents, in the order of FIELDS. */
  readonly lengthSums: readonly number[];
  /** The numbers of all documents, the smallest first. */
  documents(): Iterable<number>;
  idOf(document: number): string | null;
  /** How many words a field has, stop words included. */
  lengthOf(document: number, field: number): number;
  /** All terms, in the order of their code units. */
  terms(): Iterable<string>;
  /** In how many documents a term stands. */
  documentsHaving(term: string): number;
  /** Calls `take` for each document with a term, the smallest number first, with how often its fields have it. */
  eachPosting(term: string, take: TakePosting): void;
  /** A word as written, in lower case; null where no article writes it. */
  word(word: string): WordCount | null;
  words(): Iterable<readonly [string, WordCount]>;
  /** The words that share a spelling key and were seen as names, in lower case: zamili, الزاملي, замили. */
  sharing(key: string): Iterable<string>;
  /** Spelling key → the words that share it. */
  names(): Iterable<readonly [string, Iterable<string>]>;
  /** Calls `take` with a document's key terms and their weights, for feedback. */
  eachKeyTerm(document: number, take: TakeKeyTerm): void;
  /** What queries have worked out of the above; thrown away whenever that changes. */
  derived: Derived;
}

export type TakePosting = (document: number, headline: number, lead: number, body: number) => void;

/** In how many documents a word stands, and in how many of them with a capital. What removed documents had is not taken off: the counts only weigh guesses. */
export interface WordCount {
  readonly documents: number;
  readonly capitalised: number;
}

/** A term is given by its number, or as itself where the index has not numbered it. */
export type TakeKeyTerm = (term: number | string, weight: number) => void;

/** The documents that have a term, by their numbers, and what it adds to the score of each. */
export interface TermDocuments {
  readonly documents: Uint32Array;
  readonly strengths: Float32Array;
  /** How much finding the term says: rare words say more. */
  readonly idf: number;
}

/** What a term's count in a field adds to the score (BM25), before idf. By number of the document. */
export interface FieldWeights {
  /** The limit for a document that is full of the term. */
  readonly most: number;
  /** How much its length damps its counts. */
  readonly norms: Float32Array;
  /** What one occurrence adds, which is the usual count. */
  readonly once: Float32Array;
}

export type TermWeights = Readonly<Record<(typeof FIELDS)[number], FieldWeights>>;

/** How long each field is on average, in the order of FIELDS; at least 1. */
export type Averages = readonly number[];

/** The archive's words in order of the alphabet, as correction and autocompletion walk them. */
export interface SortedWords extends WordList {
  /** In how many documents it stands. */
  readonly documents: Uint32Array;
}

export interface Derived {
  readonly terms: Map<string, TermDocuments>;
  /** Postings held in `terms`. */
  held: number;
  averages: Averages | null;
  termWeights: TermWeights | null;
  sorted: SortedWords | null;
}

export const nothingDerived = (): Derived => ({
  terms: new Map(),
  held: 0,
  averages: null,
  termWeights: null,
  sorted: null,
});

/** Term → field → short document id → how often. */
export type MiniPostings = ReadonlyMap<number, ReadonlyMap<number, number>>;

interface Insides {
  readonly _index: Iterable<[string, MiniPostings]> & { get(term: string): MiniPostings | undefined };
  readonly _documentIds: ReadonlyMap<number, string>;
  readonly _idToShortId: ReadonlyMap<string, number>;
  readonly _fieldIds: Readonly<Record<string, number>>;
  readonly _nextId: number;
}

/**
 * MiniSearch ranks by its own formula and shows its postings to nobody, so ranking by another one reads its private
 * members; the version is pinned, and tests/unit/archive/search.test.ts fails if they change.
 */
export function insides(mini: MiniSearch<AnalysedDocument>): Insides {
  return mini as unknown as Insides;
}
