import MiniSearch from 'minisearch';
import { type Descriptions, describeDocuments, eachDescribing } from './describe.ts';
import { nameKeyOf } from './names.ts';
import {
  type AnalysedDocument,
  FIELDS,
  type IndexableDocument,
  insides,
  nothingDerived,
  type SearchIndex,
  type TakePosting,
  type WordCount,
} from './structure.ts';
import { type IndexedWord, indexedWordsIn, isUnspaced, termsOfWord } from './terms.ts';

export type { IndexableDocument, SearchIndex } from './structure.ts';

/** How many words, counted from the first, say what a news article is about. */
const LEAD_WORDS = 60;

/** What is kept beside MiniSearch. */
interface Kept {
  readonly mini: MiniSearch<AnalysedDocument>;
  /** By MiniSearch's short id: how many words each field has, stop words included, in the order of FIELDS. MiniSearch counts different terms only. */
  readonly lengths: Map<number, readonly number[]>;
  /** Every word as written, in lower case. */
  readonly vocabulary: Map<string, { documents: number; capitalised: number }>;
  readonly nameKeys: Map<string, Set<string>>;
}

/** An index that documents enter and leave. */
export interface WriteBuffer extends SearchIndex {
  readonly kept: Kept;
}

/** Indexes documents; of two with the same id the later one stands. */
export function buildIndex(documents: Iterable<IndexableDocument>): WriteBuffer {
  const mini = new MiniSearch<AnalysedDocument>(OPTIONS);
  const index = searchable({ mini, lengths: new Map(), vocabulary: new Map(), nameKeys: new Map() });
  for (const document of documents) addDocument(index, document);
  return index;
}

const OPTIONS = {
  fields: [...FIELDS],
  tokenize: (terms: string) => (terms === '' ? [] : terms.split(' ')),
  processTerm: (term: string) => term,
};

/** MiniSearch and what is kept beside it, as searching asks an index. Documents' numbers are MiniSearch's short ids. */
function searchable(kept: Kept): WriteBuffer {
  const { mini, lengths, vocabulary, nameKeys } = kept;
  let sorted: string[] | null = null;
  let described: Descriptions | null = null;
  let derived = nothingDerived();
  const sortedTerms = () => {
    sorted ??= Array.from(insides(mini)._index, ([term]) => term).sort();
    return sorted;
  };
  const index: WriteBuffer = {
    kept,
    get derived() {
      return derived;
    },
    set derived(fresh) {
      [derived, sorted, described] = [fresh, null, null];
    },
    get size() {
      return lengths.size;
    },
    get end() {
      return insides(mini)._nextId;
    },
    get lengthSums() {
      const sums = FIELDS.map(() => 0);
      for (const counts of lengths.values()) {
        for (const [field, count] of counts.entries()) sums[field] = (sums[field] ?? 0) + count;
      }
      return sums;
    },
    documents: () => lengths.keys(),
    idOf: (document) => insides(mini)._documentIds.get(document) ?? null,
    lengthOf: (document, field) => lengths.get(document)?.[field] ?? 0,
    terms: sortedTerms,
    documentsHaving: (term) => [...havingTerm(kept, term)].length,
    eachPosting: (term, take) => eachPosting(kept, term, take),
    word: (word) => vocabulary.get(word) ?? null,
    words: () => vocabulary,
    sharing: (key) => nameKeys.get(key) ?? [],
    names: () => nameKeys,
    eachKeyTerm(document, take) {
      described ??= describeDocuments(index, sortedTerms());
      eachDescribing(described, document, take);
    },
  };
  return index;
}

function* havingTerm({ mini, lengths }: Kept, term: string): Generator<number> {
  const { _index, _fieldIds } = insides(mini);
  const byField = _index.get(term);
  const having = FIELDS.flatMap((field) => [...(byField?.get(_fieldIds[field] ?? -1)?.keys() ?? [])]);
  // A document that was removed has no lengths; its postings stay until MiniSearch vacuums them away.
  for (const document of new Set(having.sort((a, b) => a - b))) if (lengths.has(document)) yield document;
}

function eachPosting(kept: Kept, term: string, take: TakePosting): void {
  const { _index, _fieldIds } = insides(kept.mini);
  const byField = _index.get(term);
  const [headline, lead, body] = FIELDS.map((field) => byField?.get(_fieldIds[field] ?? -1));
  for (const document of havingTerm(kept, term)) {
    take(document, headline?.get(document) ?? 0, lead?.get(document) ?? 0, body?.get(document) ?? 0);
  }
}

/** Adds a document, or replaces the one of the same id. */
export function addDocument(index: WriteBuffer, document: IndexableDocument): void {
  removeDocument(index, document.id);
  const { mini, lengths } = index.kept;
  const headline = indexedWordsIn(document.headline ?? '');
  const body = indexedWordsIn(document.body);
  const lead = body.slice(0, LEAD_WORDS);
  mini.add({ id: document.id, headline: spaced(headline), lead: spaced(lead), body: spaced(body) });
  lengths.set(insides(mini)._nextId - 1, [headline.length, lead.length, body.length]);
  learnWords(index.kept, headline, body);
  index.derived = nothingDerived();
}

/** Takes a document out; does nothing where there is none of that id. */
export function removeDocument(index: WriteBuffer, id: string): void {
  const { mini, lengths } = index.kept;
  const shortId = insides(mini)._idToShortId.get(id);
  if (shortId === undefined || !mini.has(id)) return;
  lengths.delete(shortId);
  mini.discard(id);
  index.derived = nothingDerived();
}

const spaced = (words: readonly IndexedWord[]): string => words.flatMap(termsOfWord).join(' ');

function learnWords(
  { vocabulary, nameKeys }: Kept,
  headline: readonly IndexedWord[],
  body: readonly IndexedWord[],
): void {
  const seen = new Map<string, boolean>();
  for (const words of [headline, body]) {
    for (const word of words) {
      if (word.term !== null && !seen.get(word.base)) seen.set(word.base, word.capital);
      // A name in letters without spaces: 푸틴 is Putin, which its characters are not.
      if (word.joined !== null && word.parts > 1 && isUnspaced(word.joined)) seen.set(word.joined, true);
    }
  }
  for (const [word, capital] of seen) {
    const count = vocabulary.get(word);
    if (!count) vocabulary.set(word, { documents: 1, capitalised: capital ? 1 : 0 });
    else {
      count.documents++;
      if (capital) count.capitalised++;
    }
    if (capital && (count?.capitalised ?? 1) === 1) learnName(nameKeys, word);
  }
}

function learnName(nameKeys: Map<string, Set<string>>, word: string): void {
  const key = nameKeyOf(word);
  if (key === null) return;
  const sharing = nameKeys.get(key);
  if (sharing) sharing.add(word);
  else nameKeys.set(key, new Set([word]));
}

const LINE_OF_TERMS = 2000;

/** The index as lines of JSON, none of them long: the whole as one string would pass what a string can hold. */
export function* serialiseIndex({ kept }: WriteBuffer): Generator<string> {
  const { index: terms, ...rest } = kept.mini.toJSON();
  yield JSON.stringify({ rest, lengths: [...kept.lengths] });
  for (const part of slices([...kept.vocabulary])) yield JSON.stringify({ vocabulary: part });
  for (const part of slices([...kept.nameKeys])) {
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
  readonly vocabulary?: [string, WordCount][];
  readonly names?: [string, string[]][];
  readonly terms?: ReturnType<MiniSearch['toJSON']>['index'];
}

/** Reads what `serialiseIndex` wrote; throws where that is not whole. */
export function loadIndex(lines: Iterable<string>): WriteBuffer {
  let rest: Line['rest'];
  const lengths = new Map<number, readonly number[]>();
  const vocabulary = new Map<string, { documents: number; capitalised: number }>();
  const nameKeys = new Map<string, Set<string>>();
  const terms: NonNullable<Line['terms']>[number][] = [];
  for (const text of lines) {
    // Written by serialiseIndex above; a file that is not is refused below for want of its first line.
    const line = JSON.parse(text) as Line;
    rest ??= line.rest;
    for (const [id, counts] of line.lengths ?? []) lengths.set(id, counts);
    for (const [word, count] of line.vocabulary ?? []) vocabulary.set(word, { ...count });
    for (const [key, words] of line.names ?? []) nameKeys.set(key, new Set(words));
    for (const term of line.terms ?? []) terms.push(term);
  }
  if (!rest) throw new Error('The stored search index is not whole: rebuild it with a reindex.');
  const mini = MiniSearch.loadJS<AnalysedDocument>({ ...rest, index: terms }, OPTIONS);
  return searchable({ mini, lengths, vocabulary, nameKeys });
}
