import { foldName, nameWords } from '../text/spelling.ts';
import type { Actor, Completable } from './archive.ts';
import { findActors, mistypedWords } from './find-actors.ts';
import { all, type Store } from './store.ts';
import { nearlyBegins } from './typing-errors.ts';

/** What begins like, or is spelled like, what was typed so far; best known first, each once. */
export function complete(store: Store, what: Completable, typed: string, limit: number): string[] {
  const found = COMPLETING[what](store, typed.trim(), limit);
  return [...new Set(found)].slice(0, limit);
}

const COMPLETING: Record<Completable, (store: Store, typed: string, limit: number) => string[]> = {
  person: people,
  place: places,
  outlet: outlets,
  article: headlines,
};

/** Longer names than this nobody types to the end. */
const MOST_WORDS = 20;

/** People and bodies: the last word may be unfinished, or have a typing error. */
function people(store: Store, typed: string, limit: number): string[] {
  const words = nameWords(typed);
  if (words.length === 0) {
    return namesOf(all(store, "SELECT actor FROM actors WHERE kind = 'person' ORDER BY mentions DESC LIMIT ?", limit));
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
  return namesOf(all(store, `SELECT actor FROM actors WHERE ${each} ORDER BY mentions DESC LIMIT ?`, ...bounds, limit));
}

/** Those of whom a word begins like the last typed one but for an error: "bogdanof", "bogdamo". */
function mistyped(store: Store, words: readonly string[], limit: number): string[] {
  const last = words.at(-1) ?? '';
  const near = mistypedWords(store, last, true).slice(0, limit);
  return near.flatMap((word) => beginning(store, [...words.slice(0, -1), word], limit));
}

// Written by writeActor.
const namesOf = (rows: readonly { actor: string }[]): string[] =>
  rows.map(({ actor }) => (JSON.parse(actor) as Actor).name);

/** Places where meetings took place, the most frequent first. */
function places(store: Store, typed: string): string[] {
  const rows = all<{ place: string; folded: string }>(
    store,
    'SELECT place, folded FROM meeting_places GROUP BY folded ORDER BY count(*) DESC',
  );
  return beginningFirst(
    rows.map(({ place }) => place),
    typed,
  );
}

function outlets(store: Store, typed: string): string[] {
  const rows = all<{ name: string }>(
    store,
    'SELECT name FROM outlets JOIN articles ON articles.outlet = outlets.number GROUP BY name ORDER BY count(*) DESC',
  );
  return beginningFirst(
    rows.map(({ name }) => name),
    typed,
  );
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
function beginningFirst(names: readonly string[], typed: string): string[] {
  const wanted = foldName(typed);
  const begins = names.filter((name) => foldName(name).startsWith(wanted));
  const within = names.filter((name) => foldName(name).includes(` ${wanted}`));
  const near = names.filter((name) =>
    foldName(name)
      .split(' ')
      .some((word) => nearlyBegins(wanted, word)),
  );
  return [...begins, ...within, ...near];
}
