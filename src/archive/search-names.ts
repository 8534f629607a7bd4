import { sameSpelling, spellingKey } from '../text/spelling.ts';
import { documentsWith } from './ranking.ts';
import type { SearchIndex } from './search-structure.ts';
import { stem } from './stemming.ts';

/** A name shorter than this is too much like others for its spelling to be judged. */
const SHORTEST_NAME = 4;

/** The key under which a word's other spellings are found; null where it is too short to have any. */
export function nameKeyOf(word: string): string | null {
  if (word.length < SHORTEST_NAME || /\p{N}/u.test(word)) return null;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const key = spellingKey(word) || null;
  if (remembered.size >= REMEMBERED_KEYS) remembered.clear();
  remembered.set(word, key);
  return key;
}

const remembered = new Map<string, string | null>();
const REMEMBERED_KEYS = 100_000;

/** Share of a word's documents that must write it with a capital for it to be a name: "Rice" may be rice. */
const NAME_SHARE = 0.8;

/** The archive's other spellings of a name, in whatever script: "zamili" → الزاملي, замили. None for a word that is no name. */
export function otherSpellings(index: SearchIndex, word: string): string[] {
  const key = nameKeyOf(word);
  if (key === null || (index.word(word) !== null && !isName(index, word))) return [];
  return [...index.sharing(key)].filter((other) => other !== word && isName(index, other) && sameSpelling(other, word));
}

function isName(index: SearchIndex, word: string): boolean {
  const count = index.word(word);
  if (count === null || count.capitalised < NAME_SHARE * count.documents) return false;
  // "Oper" has the stem of operations: what is found by it is mostly no name.
  return documentsWith(index, stem(word)).documents.length <= 2 * count.documents;
}
