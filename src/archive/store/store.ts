import { existsSync } from 'node:fs';
import Database from 'libsql';
import { type Edtf, firstDay, lastDay } from '../../text/edtf.ts';

/** An open SQLite file with the tables below. */
export type Store = InstanceType<typeof Database>;

/** Raised with every change of the tables; a store of another version is rebuilt, not converted. */
export const STORE_VERSION = 9;

/**
 * Days are numbers (20151113); an open end is 0 or 99999999, so that comparing numbers compares days; null where nothing is
 * known. Texts and readings are packed (packed.ts) with the store's own dictionary; columns named for what they hold have
 * JSON that is read whole and never searched by. The digest of an article is of all that its row holds (damage.ts).
 *
 * What /met and /quote ask for stands in narrow tables in the order of the answer, so that they cost what a page of the
 * answer costs, however large the archive or the answer is: `day` there is the first day, and 0 where none is known, so that
 * the latest come first read backwards; `negative_mentions` is the number of mentions below zero, so that whoever is mentioned most
 * comes first. The quotations of an article are numbered from `quoted` on, in the order of its reading, where the rest of them
 * stands.
 *
 * Of mention groups `left_out` has those of names that are nobody's, as far as the archive shows. Whole names are looked up in
 * `whole_names`. What a small reindex needs to find what it touches: the `block` of an actor
 * (join-actors.ts), for only names of one are ever joined, and by
 * `clues` the meetings that a report may belong to (meetings.ts), both as hashes. Numbers of articles, actors and meetings
 * stay theirs. Of copies.ts: `originals` are the articles that print nobody else's text, and `shingles` what of theirs is
 * looked up, packed (shingle-table.ts).
 */
const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE dictionary (bytes BLOB NOT NULL);
  CREATE TABLE files (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, changed REAL NOT NULL, hash BLOB NOT NULL);
  CREATE TABLE unread (of INTEGER NOT NULL, file TEXT NOT NULL, reason TEXT NOT NULL);

  CREATE TABLE outlets (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, domain TEXT NOT NULL, kind TEXT NOT NULL, outlet TEXT NOT NULL);
  CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file INTEGER NOT NULL, hash BLOB NOT NULL, outlet INTEGER NOT NULL,
    first_day INTEGER, last_day INTEGER, published TEXT, known TEXT, published_time TEXT, headline TEXT, authors TEXT, url TEXT, archived_url TEXT, language TEXT NOT NULL,
    translation TEXT, reading_key BLOB NOT NULL, quoted INTEGER NOT NULL, quotations INTEGER NOT NULL, body BLOB NOT NULL, explainer TEXT, reading BLOB NOT NULL, digest BLOB NOT NULL);
  CREATE INDEX articles_by_file ON articles (file);
  CREATE INDEX articles_by_day ON articles (last_day, first_day, headline);
  CREATE INDEX articles_by_outlet ON articles (outlet);
  CREATE INDEX articles_by_reading ON articles (reading_key);
  CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;

  CREATE TABLE copies (article INTEGER PRIMARY KEY, original INTEGER NOT NULL, kind TEXT NOT NULL);
  CREATE INDEX copies_by_original ON copies (original);
  CREATE TABLE originals (article INTEGER PRIMARY KEY, size INTEGER NOT NULL);
  CREATE TABLE shingles (bucket INTEGER PRIMARY KEY, pairs BLOB NOT NULL);

  CREATE TABLE actors (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, mentions INTEGER NOT NULL, block INTEGER NOT NULL,
    actor TEXT NOT NULL);
  CREATE INDEX actors_by_mentions ON actors (kind, mentions DESC);
  CREATE INDEX actors_by_block ON actors (block);
  CREATE TABLE whole_names (key INTEGER NOT NULL, actor INTEGER NOT NULL, PRIMARY KEY (key, actor)) WITHOUT ROWID;
  CREATE TABLE actor_ids (id TEXT NOT NULL, actor INTEGER NOT NULL, PRIMARY KEY (id, actor)) WITHOUT ROWID;
  CREATE TABLE actor_words (
    key TEXT NOT NULL, negative_mentions INTEGER NOT NULL, actor INTEGER NOT NULL, word TEXT NOT NULL,
    PRIMARY KEY (key, negative_mentions, actor, word)) WITHOUT ROWID;
  CREATE INDEX actor_words_by_word ON actor_words (word);
  CREATE TABLE body_words (
    word TEXT NOT NULL, negative_mentions INTEGER NOT NULL, actor INTEGER NOT NULL, PRIMARY KEY (word, negative_mentions, actor)) WITHOUT ROWID;
  CREATE TABLE role_words (
    word TEXT NOT NULL, negative_mentions INTEGER NOT NULL, actor INTEGER NOT NULL, PRIMARY KEY (word, negative_mentions, actor)) WITHOUT ROWID;
  CREATE TABLE mention_groups (
    article INTEGER NOT NULL, place INTEGER NOT NULL, actor INTEGER NOT NULL, entity INTEGER, mention_group TEXT NOT NULL,
    PRIMARY KEY (article, place)) WITHOUT ROWID;
  CREATE INDEX mention_groups_by_actor ON mention_groups (actor);
  CREATE TABLE left_out (
    article INTEGER NOT NULL, place INTEGER NOT NULL, block INTEGER NOT NULL, entity INTEGER, mention_group TEXT NOT NULL,
    PRIMARY KEY (article, place)) WITHOUT ROWID;
  CREATE INDEX left_out_by_block ON left_out (block);

  CREATE TABLE meetings (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, day INTEGER NOT NULL, first_day INTEGER, last_day INTEGER,
    weekday INTEGER, meeting TEXT NOT NULL);
  CREATE INDEX meetings_by_day ON meetings (day);
  CREATE TABLE meeting_actors (
    actor INTEGER NOT NULL, day INTEGER NOT NULL, meeting INTEGER NOT NULL, PRIMARY KEY (actor, day, meeting)) WITHOUT ROWID;
  CREATE TABLE meeting_countries (
    country TEXT NOT NULL, day INTEGER NOT NULL, meeting INTEGER NOT NULL, PRIMARY KEY (country, day, meeting)) WITHOUT ROWID;
  CREATE TABLE meeting_places (
    folded TEXT NOT NULL, day INTEGER NOT NULL, meeting INTEGER NOT NULL, place TEXT NOT NULL,
    PRIMARY KEY (folded, day, meeting)) WITHOUT ROWID;
  CREATE TABLE clues (clue INTEGER NOT NULL, meeting INTEGER NOT NULL, PRIMARY KEY (clue, meeting)) WITHOUT ROWID;

  CREATE TABLE quotations (
    number INTEGER PRIMARY KEY, article INTEGER NOT NULL, speaker INTEGER, day INTEGER NOT NULL, first_day INTEGER,
    last_day INTEGER, date TEXT);
  CREATE INDEX quotations_by_speaker ON quotations (speaker, day);
  CREATE INDEX quotations_by_day ON quotations (day);
  CREATE VIRTUAL TABLE quotation_words USING fts5 (stems, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
`;

/** Articles are short and their rows long: in larger pages less room is left over. */
const PAGE_BYTES = 16_384;

/** A store that cannot be read: of another version, garbled, cut short. The message says which. */
export class UnusableStore extends Error {
  override readonly name = 'UnusableStore';
}

/**
 * Faster than safe. With SQLite's own 2 MB of pages at hand, each row of a table whose rows come in no order, as names do,
 * would read a page and write one.
 */
const BUILDING = `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;`;

/** Makes a new, empty store; the file must not exist yet. A build that breaks off is thrown away. */
export function createStore(file: string): Store {
  const store = new Database(file);
  store.exec(`PRAGMA page_size = ${PAGE_BYTES}; ${BUILDING}`);
  store.exec(TABLES);
  writeMeta(store, 'version', String(STORE_VERSION));
  return store;
}

/** Opens a copy of a finished store to be changed; one that breaks off is thrown away. */
export function openCopy(file: string): Store {
  const store = new Database(file);
  store.exec(BUILDING);
  return store;
}

/** Opens a finished store to be read; throws `UnusableStore`. That its pages are whole is seen by its file's hash (directories.ts). */
export function openStore(file: string): Store {
  if (!existsSync(file)) throw new UnusableStore('it is missing');
  const store = new Database(file);
  try {
    // libsql does not heed the option `readonly`.
    store.exec('PRAGMA query_only = ON');
    const version = readMeta(store, 'version');
    if (version !== String(STORE_VERSION)) {
      throw new UnusableStore(`it is of version ${version ?? 'unknown'}, this program reads version ${STORE_VERSION}`);
    }
    if (readMeta(store, 'finished') === null) throw new UnusableStore('its building never finished');
    return store;
  } catch (error) {
    store.close();
    if (error instanceof UnusableStore) throw error;
    throw new UnusableStore(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** What can be stored in a column. */
export type Value = string | number | Uint8Array | null;

/** What a blob is given back as. */
export type Blob = ArrayBuffer;

/** A list, for a lone null or blob would be taken for names of parameters; and libsql takes Buffers alone for blobs. */
const bound = (values: readonly Value[]) =>
  values.map((value) =>
    value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.length) : value,
  );

/**
 * All rows of a query. The type is what the query selects: SQLite gives none, so it is stated where the SQL stands. Each call
 * leaves a kilobyte that libsql frees only once the event loop turns: who asks a hundred thousand times lets it turn.
 */
export const all = <Row>(store: Store, sql: string, ...values: Value[]): Row[] =>
  prepared(store, sql).all(bound(values)) as Row[];

/** The first row of a query, or null. */
export function one<Row>(store: Store, sql: string, ...values: Value[]): Row | null {
  const found = prepared(store, sql).get(bound(values));
  if (found === undefined) return null;
  // libsql puts how long it took among the columns.
  const { _metadata, ...row } = found as Row & { _metadata: unknown };
  return row as Row;
}

/** The rows of a query one after another, for more than memory should hold; the same query must not be asked meanwhile. */
export const each = <Row>(store: Store, sql: string, ...values: Value[]): Iterable<Row> =>
  // libsql's own type says `IterableIterator<unknown>`; it takes the list that its other methods take.
  prepared(store, sql).iterate(bound(values)) as Iterable<Row>;

/** Runs a statement that gives no rows. */
export function run(store: Store, sql: string, ...values: Value[]): void {
  prepared(store, sql).run(bound(values));
}

/** Statements are compiled once for each store. */
const compiled = new WeakMap<Store, Map<string, Database.Statement<[Value[]]>>>();

function prepared(store: Store, sql: string): Database.Statement<[Value[]]> {
  const statements = compiled.get(store) ?? new Map<string, Database.Statement<[Value[]]>>();
  compiled.set(store, statements);
  const statement = statements.get(sql) ?? store.prepare<[Value[]]>(sql);
  statements.set(sql, statement);
  return statement;
}

export const writeMeta = (store: Store, key: string, value: string): void =>
  run(store, 'INSERT OR REPLACE INTO meta VALUES (?, ?)', key, value);

export const readMeta = (store: Store, key: string): string | null =>
  one<{ value: string }>(store, 'SELECT value FROM meta WHERE key = ?', key)?.value ?? null;

const OPEN = { start: 0, end: 99_999_999 };

/** A day as a number: "2015-11-13" → 20151113. */
const numbered = (day: string): number => Number(day.replaceAll('-', ''));

/** A date as the two columns `first_day` and `last_day`. */
export function days(date: Edtf | null): readonly [number | null, number | null] {
  if (date === null) return [null, null];
  const [first, last] = [firstDay(date), lastDay(date)];
  return [first === null ? OPEN.start : numbered(first), last === null ? OPEN.end : numbered(last)];
}

/** The condition that a row's days may fall between two dates, and its values. Rows without days do not meet it. */
export function between(since: Edtf | undefined, until: Edtf | undefined): { sql: string; values: number[] } {
  const conditions: string[] = [];
  const values: number[] = [];
  if (since !== undefined) {
    conditions.push('last_day >= ?');
    values.push(days(since)[0] ?? OPEN.start);
  }
  if (until !== undefined) {
    conditions.push('first_day <= ?');
    values.push(days(until)[1] ?? OPEN.end);
  }
  return { sql: conditions.join(' AND ') || '1', values };
}
