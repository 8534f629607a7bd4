import { foldName, nameWords } from '../text/spelling.ts';
import type { Completable } from './archive.ts';
import { findActors, mistypedWords } from './find-actors.ts';
import { all, type Store } from './store.ts';
import { nearlyBegins } from './typing-errors.ts';

/** What begins like, or is spelled like, what was typed so far; best known first, each once. */
export function complete(store: Store, what: Completable, typed: string, limit: number): string[] {
  const found = COMPLETING[what](store, typed.trim(), limit);
  return [...new Set(found)].slice(0, limit);
}

/** Longer names than this nobody types to the end. */
const MOST_WORDS = 20;

/** People and bodies: the last word may be unfinished, or have a typing error. */
function people(store: Store, typed: string, limit: number): string[] {
  const words = nameWords(typed);
  if (words.length === 0) {
    const first = `${SELECT_NAMES} WHERE kind = 'person' ORDER BY mentions DESC LIMIT ?`;
    return namesOf(all(store, first, limit));
  }
  // Nobody's name; and a question of so many parts is more than SQLite takes.
  if (words.length > MOST_WORDS) return [];
  const begun = beginning(store, words, limit);
  if (begun.length >= limit) return begun;
  return [...begun, ...findActors(store, typed).map(({ actor }) => actor.name), ...mistyped(store, words, limit)];
}

/** Those in whose names every typed word begins a word. */
function beginning(store: Store, words: readonly string[], limit: number): string[] {
  const begins = `SELECT actor FROM actor_words WHERE word >= ? AND word < ? UNION SELECT actor FROM body_words WHERE word >= ? AND word < ?`;
  const each = words.map(() => `number IN (${begins})`).join(' AND ');
  const bounds = words.flatMap((word) => [word, `${word}\uffff`, word, `${word}\uffff`]);
  return namesOf(all(store, `${SELECT_NAMES} WHERE ${each} ORDER BY mentions DESC LIMIT ?`, ...bounds, limit));
}

/** Those of whom a word begins like the last typed one but for an error: "bogdanof", "bogdamo". */
function mistyped(store: Store, words: readonly string[], limit: number): string[] {
  const last = words.at(-1) ?? '';
  const near = mistypedWords(store, last, true).slice(0, limit);
  return near.flatMap((word) => beginning(store, [...words.slice(0, -1), word], limit));
}

const SELECT_NAMES = "SELECT actor ->> '$[0]' AS name FROM actors";
const namesOf = (rows: readonly { name: string }[]): string[] => rows.map(({ name }) => name);

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
      'SELECT name FROM outlets JOIN articles ON articles.outlet = outlets.number GROUP BY name ORDER BY count(*) DESC',
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
