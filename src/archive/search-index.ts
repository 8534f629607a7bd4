import MiniSearch from 'minisearch';
import { describe, describeAll, type KeyTerms, needsDescribing } from './search-feedback.ts';
import { nameKeyOf } from './search-names.ts';
import {
  type AnalysedDocument,
  FIELDS,
  type IndexableDocument,
  insides,
  nothingDerived,
  type SearchIndex,
  type WordCount,
} from './search-structure.ts';
import { termsOf, type Word, wordsOf } from './search-terms.ts';

export type { IndexableDocument, SearchIndex } from './search-structure.ts';

/** How many words, counted from the first, say what a news article is about. */
const LEAD_WORDS = 60;

/** Indexes documents; of two with the same id the later one stands. */
export function buildIndex(documents: Iterable<IndexableDocument>): SearchIndex {
  const index = emptyIndex(new MiniSearch<AnalysedDocument>(OPTIONS));
  for (const document of documents) addDocument(index, document);
  if (needsDescribing(index)) describeAll(index);
  return index;
}

const OPTIONS = {
  fields: [...FIELDS],
  tokenize: (terms: string) => (terms === '' ? [] : terms.split(' ')),
  processTerm: (term: string) => term,
};

function emptyIndex(mini: MiniSearch<AnalysedDocument>): SearchIndex {
  return {
    mini,
    lengths: new Map(),
    vocabulary: new Map(),
    names: new Map(),
    keyTerms: new Map(),
    described: 0,
    derived: nothingDerived(),
  };
}

/** Adds a document, or replaces the one of the same id. */
export function addDocument(index: SearchIndex, document: IndexableDocument): void {
  removeDocument(index, document.id);
  const headline = wordsOf(document.headline ?? '');
  const body = wordsOf(document.body);
  const lead = body.slice(0, LEAD_WORDS);
  index.mini.add({ id: document.id, headline: spaced(headline), lead: spaced(lead), body: spaced(body) });
  const shortId = insides(index.mini)._nextId - 1;
  index.lengths.set(shortId, [headline.length, lead.length, body.length]);
  learnWords(index, headline, body);
  index.derived = nothingDerived();
  if (!needsDescribing(index)) describe(index, shortId, [...headline, ...body]);
}

/** Takes a document out; does nothing where there is none of that id. */
export function removeDocument(index: SearchIndex, id: string): void {
  if (!index.mini.has(id)) return;
  const shortId = insides(index.mini)._idToShortId.get(id);
  if (shortId !== undefined) {
    index.lengths.delete(shortId);
    index.keyTerms.delete(shortId);
  }
  index.mini.discard(id);
  index.derived = nothingDerived();
}

const spaced = (words: readonly Word[]): string => words.flatMap(termsOf).join(' ');

function learnWords(index: SearchIndex, headline: readonly Word[], body: readonly Word[]): void {
  const seen = new Map<string, boolean>();
  for (const words of [headline, body]) {
    for (const word of words) if (word.term !== null && !seen.get(word.folded)) seen.set(word.folded, word.capital);
  }
  for (const [word, capital] of seen) {
    const count = index.vocabulary.get(word);
    if (!count) index.vocabulary.set(word, { documents: 1, capitalised: capital ? 1 : 0 });
    else {
      count.documents++;
      if (capital) count.capitalised++;
    }
    if (capital && (count?.capitalised ?? 1) === 1) learnName(index, word);
  }
}

function learnName(index: SearchIndex, word: string): void {
  const key = nameKeyOf(word);
  if (key === null) return;
  const sharing = index.names.get(key);
  if (sharing) sharing.add(word);
  else index.names.set(key, new Set([word]));
}

const LINE_OF_TERMS = 2000;

/** The index as lines of JSON, none of them long: the whole as one string would pass what a string can hold. */
export function* serialiseIndex(index: SearchIndex): Generator<string> {
  if (needsDescribing(index)) describeAll(index);
  const { index: terms, ...rest } = index.mini.toJSON();
  yield JSON.stringify({ rest, lengths: [...index.lengths], described: index.described });
  for (const part of slices([...index.vocabulary])) yield JSON.stringify({ vocabulary: part });
  for (const part of slices([...index.names])) {
    yield JSON.stringify({ names: part.map(([key, words]) => [key, [...words]]) });
  }
  for (const part of slices([...index.keyTerms])) yield JSON.stringify({ keyTerms: part });
  for (const part of slices(terms)) yield JSON.stringify({ terms: part });
}

function* slices<T>(list: readonly T[]): Generator<T[]> {
  for (let at = 0; at < list.length; at += LINE_OF_TERMS) yield list.slice(at, at + LINE_OF_TERMS);
}

interface Line {
  readonly rest?: Omit<ReturnType<MiniSearch['toJSON']>, 'index'>;
  readonly lengths?: [number, number[]][];
  readonly described?: number;
  readonly vocabulary?: [string, WordCount][];
  readonly names?: [string, string[]][];
  readonly keyTerms?: [number, KeyTerms][];
  readonly terms?: ReturnType<MiniSearch['toJSON']>['index'];
}

/** Reads what `serialiseIndex` wrote; throws where that is not whole. */
export function loadIndex(lines: Iterable<string>): SearchIndex {
  let rest: Line['rest'];
  let described = 0;
  const lengths = new Map<number, readonly number[]>();
  const vocabulary = new Map<string, WordCount>();
  const names = new Map<string, Set<string>>();
  const keyTerms = new Map<number, KeyTerms>();
  const terms: NonNullable<Line['terms']>[number][] = [];
  for (const text of lines) {
    // Written by serialiseIndex above; a file that is not is refused below for want of its first line.
    const line = JSON.parse(text) as Line;
    rest ??= line.rest;
    described = line.described ?? described;
    for (const [id, counts] of line.lengths ?? []) lengths.set(id, counts);
    for (const [word, count] of line.vocabulary ?? []) vocabulary.set(word, count);
    for (const [key, words] of line.names ?? []) names.set(key, new Set(words));
    for (const [id, described] of line.keyTerms ?? []) keyTerms.set(id, described);
    for (const term of line.terms ?? []) terms.push(term);
  }
  if (!rest) throw new Error('The stored search index is not whole: rebuild it with a reindex.');
  const mini = MiniSearch.loadJS<AnalysedDocument>({ ...rest, index: terms }, OPTIONS);
  return { mini, lengths, vocabulary, names, keyTerms, described, derived: nothingDerived() };
}
