import MiniSearch from 'minisearch';
import type { TermDocuments } from './ranking.ts';
import { nameKeyOf } from './search-names.ts';
import { termsOf, type Word, wordsOf } from './search-terms.ts';

/** What is indexed of an article. */
export interface IndexableDocument {
  readonly id: string;
  readonly headline: string | null;
  readonly body: string;
}

/** A document taken apart: each field's terms, parted by spaces, as MiniSearch takes them in. */
interface AnalysedDocument {
  readonly id: string;
  readonly headline: string;
  readonly lead: string;
  readonly body: string;
}

export const FIELDS = ['headline', 'lead', 'body'] as const;
/** How many words, counted from the first, say what a news article is about. */
const LEAD_WORDS = 60;

/** The full-text index of an archive. */
export interface SearchIndex {
  readonly mini: MiniSearch<AnalysedDocument>;
  /** By MiniSearch's short id: how many words each field has, stop words included, in the order of FIELDS. MiniSearch counts different terms only. */
  readonly lengths: Map<number, readonly number[]>;
  /** Every word as written (in lower case), and in how many documents. */
  readonly vocabulary: Map<string, number>;
  /** Spelling key → the words that share it and were seen as names, in lower case: zamili, الزاملي, замили. */
  readonly names: Map<string, Set<string>>;
  /** What queries have worked out of the above; thrown away whenever that changes. */
  derived: Derived;
}

interface Derived {
  readonly terms: Map<string, TermDocuments>;
  averages: readonly number[] | null;
}

const nothingDerived = (): Derived => ({ terms: new Map(), averages: null });

/** Indexes documents; of two with the same id the later one stands. */
export function buildIndex(documents: Iterable<IndexableDocument>): SearchIndex {
  const index = emptyIndex(new MiniSearch<AnalysedDocument>(OPTIONS));
  for (const document of documents) addDocument(index, document);
  return index;
}

const OPTIONS = {
  fields: [...FIELDS],
  tokenize: (terms: string) => (terms === '' ? [] : terms.split(' ')),
  processTerm: (term: string) => term,
};

function emptyIndex(mini: MiniSearch<AnalysedDocument>): SearchIndex {
  return { mini, lengths: new Map(), vocabulary: new Map(), names: new Map(), derived: nothingDerived() };
}

/** Adds a document, or replaces the one of the same id. */
export function addDocument(index: SearchIndex, document: IndexableDocument): void {
  removeDocument(index, document.id);
  const headline = wordsOf(document.headline ?? '');
  const body = wordsOf(document.body);
  const lead = body.slice(0, LEAD_WORDS);
  index.mini.add({ id: document.id, headline: spaced(headline), lead: spaced(lead), body: spaced(body) });
  index.lengths.set(insides(index.mini)._nextId - 1, [headline.length, lead.length, body.length]);
  learnWords(index, headline, body);
  index.derived = nothingDerived();
}

/** Takes a document out; does nothing where there is none of that id. */
export function removeDocument(index: SearchIndex, id: string): void {
  if (!index.mini.has(id)) return;
  const shortId = insides(index.mini)._idToShortId.get(id);
  if (shortId !== undefined) index.lengths.delete(shortId);
  index.mini.discard(id);
  index.derived = nothingDerived();
}

const spaced = (words: readonly Word[]): string => words.flatMap(termsOf).join(' ');

function learnWords(index: SearchIndex, headline: readonly Word[], body: readonly Word[]): void {
  const seen = new Set<string>();
  for (const word of [...headline, ...body]) {
    if (word.term === null || seen.has(word.folded)) continue;
    seen.add(word.folded);
    const known = index.vocabulary.get(word.folded) ?? 0;
    index.vocabulary.set(word.folded, known + 1);
    if (!word.capital) continue;
    const key = nameKeyOf(word.folded);
    if (key === null) continue;
    const sharing = index.names.get(key);
    if (sharing) sharing.add(word.folded);
    else index.names.set(key, new Set([word.folded]));
  }
}

/** Term → field → short document id → how often. */
type Postings = ReadonlyMap<number, ReadonlyMap<number, number>>;

interface Insides {
  readonly _index: { get(term: string): Postings | undefined; keys(): IterableIterator<string>; size: number };
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

const LINE_OF_TERMS = 2000;

/** The index as lines of JSON, none of them long: the whole as one string would pass what a string can hold. */
export function* serialiseIndex(index: SearchIndex): Generator<string> {
  const { index: terms, ...rest } = index.mini.toJSON();
  yield JSON.stringify({ rest, lengths: [...index.lengths] });
  for (const part of slices([...index.vocabulary])) yield JSON.stringify({ vocabulary: part });
  for (const part of slices([...index.names])) {
    yield JSON.stringify({ names: part.map(([key, words]) => [key, [...words]]) });
  }
  for (const part of slices(terms)) yield JSON.stringify({ terms: part });
}

function* slices<T>(list: readonly T[]): Generator<T[]> {
  for (let at = 0; at < list.length; at += LINE_OF_TERMS) yield list.slice(at, at + LINE_OF_TERMS);
}

interface Line {
  readonly rest?: Omit<ReturnType<MiniSearch['toJSON']>, 'index'>;
  readonly lengths?: [number, number[]][];
  readonly vocabulary?: [string, number][];
  readonly names?: [string, string[]][];
  readonly terms?: ReturnType<MiniSearch['toJSON']>['index'];
}

/** Reads what `serialiseIndex` wrote; throws where that is not whole. */
export function loadIndex(lines: Iterable<string>): SearchIndex {
  let rest: Line['rest'];
  const lengths = new Map<number, readonly number[]>();
  const vocabulary = new Map<string, number>();
  const names = new Map<string, Set<string>>();
  const terms: NonNullable<Line['terms']>[number][] = [];
  for (const text of lines) {
    // Written by serialiseIndex above; a file that is not is refused below for want of its first line.
    const line = JSON.parse(text) as Line;
    rest ??= line.rest;
    for (const [id, counts] of line.lengths ?? []) lengths.set(id, counts);
    for (const [word, count] of line.vocabulary ?? []) vocabulary.set(word, count);
    for (const [key, words] of line.names ?? []) names.set(key, new Set(words));
    for (const term of line.terms ?? []) terms.push(term);
  }
  if (!rest) throw new Error('The stored search index is not whole: rebuild it with a reindex.');
  const mini = MiniSearch.loadJS<AnalysedDocument>({ ...rest, index: terms }, OPTIONS);
  return { mini, lengths, vocabulary, names, derived: nothingDerived() };
}
