import { lowerBound } from '../../text/binary-search.ts';
import { spend } from '../../text/work.ts';
import { wordsNear as nearIn, wordList } from '../spelling/near-words.ts';
import type { SearchIndex, SortedWords } from './structure.ts';

/** The vocabulary in order; worked out once, until the index changes. */
export function sortedWords(index: SearchIndex): SortedWords {
  if (index.derived.sorted) return index.derived.sorted;
  const counted = [...index.words()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const documents = Uint32Array.from(counted, ([, count]) => count.documents);
  index.derived.sorted = { ...wordList(counted.map(([word]) => word)), documents };
  return index.derived.sorted;
}

/** The archive's words that begin with what was typed, the most frequent first. */
export function completeWords(index: SearchIndex, typed: string, limit: number): string[] {
  const { words, documents } = sortedWords(index);
  const start = typed.toLowerCase().trim();
  if (start === '') return [];
  const found: number[] = [];
  for (let at = lowerBound(words, (word) => word >= start); words[at]?.startsWith(start); at++) found.push(at);
  return found
    .sort((a, b) => (documents[b] ?? 0) - (documents[a] ?? 0) || a - b)
    .slice(0, limit)
    .map((at) => words[at] ?? '');
}

export interface IndexedNearWord {
  readonly word: string;
  readonly distance: number;
  readonly documents: number;
}

/** Words that are walked over at the cost of one unit of work. */
const WORDS = 20;

/** The archive's words within `most` typing errors of the one typed. */
export function vocabularyNear(index: SearchIndex, typed: string, most: number): IndexedNearWord[] {
  const list = sortedWords(index);
  spend(list.words.length / WORDS);
  return nearIn(list, typed, most).map(({ at, distance }) => ({
    word: list.words[at] ?? '',
    distance,
    documents: list.documents[at] ?? 0,
  }));
}
