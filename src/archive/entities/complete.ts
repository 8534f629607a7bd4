import { foldName, nameWords } from '../../text/spelling.ts';
import type { Completable } from '../archive.ts';
import { nearlyBegins } from '../spelling/typing-errors.ts';
import { all, type Store } from '../store/store.ts';
import { findActors, mistypedWords } from './find-actors.ts';

/** What begins like, or is spelled like, what was typed so far; best known first, each once. */
export function completeTyped(store: Store, what: Completable, typed: string, limit: number): string[] {
  const found = COMPLETING[what](store, typed.trim(), limit);
  return [...new Set(found)].slice(0, limit);
}

/** Longer names than this nobody types to the end. */
const MOST_WORDS = 20;

/** People and bodies: the last word may be unfinished, or have a typing error. */
function people(store: Store, typed: string, limit: number): string[] {
  const words = nameWords(typed);
  if (words.length === 0) {
    const first = `SELECT actor ->> '$[0]' AS name FROM actors WHERE kind = 'person' ORDER BY mentions DESC LIMIT ?`;
    return all<{ name: string }>(store, first, limit).map(({ name }) => name);
  }
  // Nobody's name; and a question of so many parts is more than SQLite takes.
  if (words.length > MOST_WORDS) return [];
  const [longest = '', ...others] = words.toSorted((a, b) => b.length - a.length);
  const begun = beginning(store, [longest], others, limit);
  if (begun.length >= limit) return begun;
  const found = [...begun, ...findActors(store, typed).map(({ actor }) => actor.name)];
  // Where something begins so, a name that nearly does is not what was meant.
  return found.length > 0 ? found : mistyped(store, words, limit);
}

/**
 * Those in whose names a word begins so, of each of these beginnings in turn as many as the limit says, and every other typed
 * word begins a word.
 */
function beginning(store: Store, begun: readonly string[], others: readonly string[], limit: number): string[] {
  // Of a person's name all words stand in one table, of a body's in the other.
  const those = (table: 'actor_words' | 'body_words') => {
    const each = others.map(() => `AND actor IN (SELECT actor FROM ${table} WHERE word >= ? AND word < ?)`).join(' ');
    return `SELECT begun.key AS turn, negative_mentions, actor FROM json_each(?) AS begun CROSS JOIN ${table}
      WHERE word >= begun.value AND word < begun.value || '${LAST}' ${each}`;
  };
  const asked = [JSON.stringify(begun), ...others.flatMap((word) => [word, word + LAST])];
  const rows = all<{ turn: number; actor: number }>(
    store,
    `${those('actor_words')} UNION ALL ${those('body_words')} ORDER BY turn, negative_mentions, actor LIMIT ?`,
    ...asked,
    ...asked,
    SEVERAL_WORDS * limit * begun.length,
  );
  const perWord = begun.map((_, at) => new Set(rows.flatMap(({ turn, actor }) => (turn === at ? [actor] : []))));
  const found = new Set(perWord.flatMap((actors) => [...actors].slice(0, limit)));
  const names = all<{ name: string }>(
    store,
    `SELECT actor ->> '$[0]' AS name FROM json_each(?) AS found JOIN actors ON number = found.value ORDER BY found.key LIMIT ?`,
    JSON.stringify([...found]),
    NAMESAKES * limit,
  );
  return names.map(({ name }) => name);
}

/** Stands behind whatever a word goes on with. */
const LAST = '\uffff';
/** Whoever has several words that begin so is found as often. */
const SEVERAL_WORDS = 4;
/** Some of those found are called the same, and are offered once. */
const NAMESAKES = 3;

/** Those of whom a word begins like the last typed one but for an error: "bogdanof", "bogdamo". */
function mistyped(store: Store, words: readonly string[], limit: number): string[] {
  const near = mistypedWords(store, words.at(-1) ?? '', true).slice(0, limit);
  return near.length === 0 ? [] : beginning(store, near, words.slice(0, -1), limit);
}

/** Places where meetings took place, the most frequent first. */
const places = (store: Store, typed: string): string[] =>
  beginningFirst(
    listed(store, 'SELECT place AS name FROM meeting_places GROUP BY folded ORDER BY count(*) DESC'),
    typed,
  );

/** Those with the most articles first. */
const outlets = (store: Store, typed: string): string[] =>
  beginningFirst(
    listed(
      store,
      `SELECT name FROM (SELECT outlet AS number, count(*) AS articles FROM articles GROUP BY outlet)
        JOIN outlets USING (number) GROUP BY name ORDER BY sum(articles) DESC`,
    ),
    typed,
  );

interface Listed {
  readonly name: string;
  readonly folded: string;
}

const lists = new WeakMap<Store, Map<string, readonly Listed[]>>();

/** The names that a statement gives, read once for each store: they are few, and asked for with every letter typed. */
function listed(store: Store, sql: string): readonly Listed[] {
  const ofStore = lists.get(store) ?? new Map<string, readonly Listed[]>();
  lists.set(store, ofStore);
  const known = ofStore.get(sql);
  if (known) return known;
  const read = all<{ name: string }>(store, sql).map(({ name }) => ({ name, folded: foldName(name) }));
  ofStore.set(sql, read);
  return read;
}

/** Newest first. */
function headlines(store: Store, typed: string, limit: number): string[] {
  const like = `%${typed
    .replace(/[%_\\]/g, '\\$&')
    .split(/\s+/)
    .join('%')}%`;
  const rows = all<{ headline: string }>(
    store,
    `SELECT headline FROM articles WHERE headline LIKE ? ESCAPE '\\' ORDER BY last_day DESC LIMIT ?`,
    like,
    limit,
  );
  return rows.map(({ headline }) => headline);
}

/** Names that begin as typed, then those in which a later word does, then those spelled nearly so. */
function beginningFirst(names: readonly Listed[], typed: string): string[] {
  const wanted = foldName(typed);
  const begins = names.filter(({ folded }) => folded.startsWith(wanted));
  const within = names.filter(({ folded }) => folded.includes(` ${wanted}`));
  const near = names.filter(({ folded }) => folded.split(' ').some((word) => nearlyBegins(wanted, word)));
  return [...begins, ...within, ...near].map(({ name }) => name);
}

const COMPLETING: Record<Completable, (store: Store, typed: string, limit: number) => string[]> = {
  person: people,
  place: places,
  outlet: outlets,
  article: headlines,
};
