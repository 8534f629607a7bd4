import { boundedCache } from '../../text/bounded-cache.ts';
import { sameSpelling, spellingKey } from '../../text/spelling.ts';
import { stem } from './stemming.ts';
import type { SearchIndex } from './structure.ts';

/** A name shorter than this is too much like others for its spelling to be judged. */
const SHORTEST_NAME = 4;
/** Arabic leaves out vowels, and Cyrillic has one letter for "sh": Буш. */
const SHORTEST_ELSEWHERE = 3;

const LATIN = /^\p{Script=Latin}+$/u;

/** The key under which a word's other spellings are found; null where it is too short to have any. */
export function nameKeyOf(word: string): string | null {
  const shortest = LATIN.test(word) ? SHORTEST_NAME : SHORTEST_ELSEWHERE;
  if (word.length < shortest || /\p{N}/u.test(word)) return null;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const key = spellingKey(word) || null;
  remembered.set(word, key);
  return key;
}

const REMEMBERED_KEYS = 100_000;
const remembered = boundedCache<string, string | null>(REMEMBERED_KEYS);

/** Share of a word's documents that must write it with a capital for it to be a name: "Rice" may be rice. */
const NAME_SHARE = 0.8;

/** The archive's other spellings of a name, in whatever script: "zamili" → الزاملي, замили. None for a word that is no name. */
export function otherSpellings(index: SearchIndex, word: string): string[] {
  const key = nameKeyOf(word);
  if (key === null || (index.word(word) !== null && !isName(index, word))) return [];
  const forms = LATIN.test(word) ? FORMS : FORMS_ELSEWHERE;
  return [...index.sharing(key)].filter(
    (other) => other !== word && isName(index, other, forms) && sameSpelling(other, word),
  );
}

/**
 * A name's stem may be other words' too: "Oper" has that of operations, and what is found by it is mostly no name. So many
 * times its own documents may be found by the stem; more for a word in other letters, which can only be meant for a name.
 */
const FORMS = 2;
const FORMS_ELSEWHERE = 10;

export function isName(index: SearchIndex, word: string, forms = FORMS): boolean {
  const count = index.word(word);
  if (count === null || count.capitalised < NAME_SHARE * count.documents) return false;
  return index.documentsHaving(stem(word)) <= forms * count.documents;
}
