import { openDataStore } from '../../archive/store/data-store.ts';

/** Somebody says that an answer is wrong. Nobody's words but the reporter's own are kept. */
export interface Report {
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Who reports it. */
  readonly person: string;
  /** Where the answer stands: a link to the message. */
  readonly link: string;
  /** The key of the question, as the answer's buttons have it; and the page. */
  readonly key: string;
  readonly page: number;
  readonly words: string;
}

export interface Reports {
  /** Keeps a report; false where this person, or everybody together, has too many open already. */
  add(report: Omit<Report, 'id'>): boolean;
  /** Those not done yet, the latest first. */
  open(): readonly Report[];
  find(id: number): Report | null;
  /** Done: no longer listed. */
  done(id: number): void;
  remove(id: number): void;
  /** How many reports are kept of this person. */
  ofPerson(person: string): number;
  /** Erases them; how many they were. */
  forgetPerson(person: string): number;
  close(): void;
}

const MOST_OF_ONE = 20;
const MOST = 2000;

/** Of the tables below. */
const VERSION = 1;

/** Opens (or makes) the store in the data folder. */
export function openReports(dataFolder: string): Reports {
  const database = openDataStore(dataFolder, 'reports', VERSION, { erasing: true });
  database.exec(`CREATE TABLE IF NOT EXISTS reports (
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, person TEXT NOT NULL, link TEXT NOT NULL, key TEXT NOT NULL,
    page INTEGER NOT NULL, words TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0)`);
  const COLUMNS = 'id, at, person, link, key, page, words';
  const count = database.prepare(
    'SELECT count(*) AS everybody, coalesce(sum(person = ?), 0) AS own FROM reports WHERE done = 0',
  );
  const put = database.prepare('INSERT INTO reports (at, person, link, key, page, words) VALUES (?, ?, ?, ?, ?, ?)');
  const all = database.prepare(`SELECT ${COLUMNS} FROM reports WHERE done = 0 ORDER BY id DESC`);
  const one = database.prepare(`SELECT ${COLUMNS} FROM reports WHERE id = ?`);
  const settle = database.prepare('UPDATE reports SET done = 1 WHERE id = ?');
  const drop = database.prepare('DELETE FROM reports WHERE id = ?');
  const kept = database.prepare('SELECT count(*) AS kept FROM reports WHERE person = ?');
  const erase = database.prepare('DELETE FROM reports WHERE person = ?');
  return {
    add({ at, person, link, key, page, words }) {
      const { everybody, own } = count.get(person) as { everybody: number; own: number }; // As in the SELECT above.
      if (own >= MOST_OF_ONE || everybody >= MOST) return false;
      put.run(at, person, link, key, page, words);
      return true;
    },
    open: () => all.all() as Report[], // The columns are those of the CREATE above.
    find: (id) => (one.get(id) as Report | undefined) ?? null,
    done: (id) => void settle.run(id),
    remove: (id) => void drop.run(id),
    ofPerson: (person) => (kept.get(person) as { kept: number }).kept, // as in the SELECT above
    forgetPerson: (person) => erase.run(person).changes,
    close: () => void database.close(),
  };
}
