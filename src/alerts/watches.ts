import { openDataStore, queriesOf } from '../archive/store/data-store.ts';
import type { ArticleId } from '../corpus/article.ts';
import type { QuietHours } from './quiet.ts';
import type { Destination, Watch, Watched } from './watch.ts';

/** Something found for a watch that is still to be sent. */
export interface PendingAlert {
  readonly watch: Watch;
  readonly fact: string;
  readonly article: ArticleId;
  /** The message it was to be part of when it was last tried; null before. */
  readonly batch: string | null;
  readonly tries: number;
}

/** A notice to somebody about their own watches. */
export interface WatchNotice {
  readonly number: number;
  readonly person: string;
  readonly words: string;
  readonly tries: number;
}

/** Watches, what was found for them, and what is still to be sent: all that must outlive a restart. */
export type Watches = ReturnType<typeof openWatches>;

const DAY = 86_400_000;
/** What was sent, or given up, is kept so long. */
const KEPT = 30 * DAY;

/** Of the tables below. */
const VERSION = 1;

/** Opens (or makes) the store in the data folder. */
export function openWatches(dataFolder: string) {
  const database = openDataStore(dataFolder, 'watches', VERSION, { erasing: true, busyMs: 5000 });
  database.exec(`
    CREATE TABLE IF NOT EXISTS watches (
      number INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, what TEXT NOT NULL, server TEXT, channel TEXT,
      made INTEGER NOT NULL, ended TEXT, UNIQUE (owner, what, channel));
    CREATE TABLE IF NOT EXISTS alerts (
      watch INTEGER NOT NULL, fact TEXT NOT NULL, article TEXT NOT NULL, batch TEXT, tries INTEGER NOT NULL DEFAULT 0,
      due INTEGER NOT NULL, settled INTEGER, PRIMARY KEY (watch, fact)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS alerts_due ON alerts (due) WHERE settled IS NULL;
    CREATE TABLE IF NOT EXISTS words (
      number INTEGER PRIMARY KEY, person TEXT NOT NULL, words TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS quiet (owner TEXT PRIMARY KEY, hours TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS known (article TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS seen (only INTEGER PRIMARY KEY CHECK (only = 1), built TEXT NOT NULL);
  `);
  const { rows, run, whole } = queriesOf(database);
  const watchesWhere = (condition: string, ...values: (string | number | null)[]): Watch[] =>
    rows<WatchRow>(`SELECT * FROM watches WHERE ${condition} ORDER BY number`, ...values).map(watchOf);
  const remove = (condition: string, ...values: (string | number | null)[]): number => {
    run(`DELETE FROM alerts WHERE watch IN (SELECT number FROM watches WHERE ${condition})`, ...values);
    return run(`DELETE FROM watches WHERE ${condition}`, ...values);
  };
  const destination = (to: Destination): [condition: string, value: string] =>
    to.is === 'channel' ? ['channel = ?', to.channel] : ['channel IS NULL AND owner = ?', to.person];

  return {
    running: () => watchesWhere('ended IS NULL'),
    ofOwner: (owner: string) => watchesWhere('owner = ?', owner),
    ofServer: (server: string) => watchesWhere('server = ? AND ended IS NULL', server),
    /** The servers that watches send alerts to. */
    servers: () =>
      rows<{ server: string }>('SELECT DISTINCT server FROM watches WHERE server IS NOT NULL').map((row) => row.server),
    /** Adds a watch; one like it that had ended starts again. Null where it runs already. */
    add(owner: string, what: Watched, to: Destination, now: Date): Watch | null {
      const [server, channel] = to.is === 'channel' ? [to.server, to.channel] : [null, null];
      const like = watchesWhere('owner = ? AND what = ? AND channel IS ?', owner, JSON.stringify(what), channel);
      if (like.some(({ ended }) => ended === null)) return null;
      whole(() => {
        for (const { number } of like) remove('number = ?', number);
        run(
          'INSERT INTO watches (owner, what, server, channel, made) VALUES (?, ?, ?, ?, ?)',
          ...[owner, JSON.stringify(what), server, channel, now.getTime()],
        );
      });
      return watchesWhere('owner = ?', owner).at(-1) ?? null;
    },
    /** Removes one of somebody's watches and what was still to be sent; false where they have none of this number. */
    remove: (owner: string, number: number) => whole(() => remove('owner = ? AND number = ?', owner, number)) > 0,

    /** The archive that was last looked through, by when it was built. */
    lastSeen: (): string | null => rows<{ built: string }>('SELECT built FROM seen')[0]?.built ?? null,
    /** The articles that were there when an archive was last looked through, or before. */
    known: (): ReadonlySet<string> =>
      new Set(rows<{ article: string }>('SELECT article FROM known').map((row) => row.article)),
    /** Notes in one step that an archive was looked through: which articles it brought, and what is to be sent of it. */
    saw(
      built: string,
      articles: Iterable<ArticleId>,
      found: readonly { readonly watch: Watch; readonly fact: string; readonly article: ArticleId }[],
      now: Date,
    ): number {
      let added = 0;
      whole(() => {
        for (const article of articles) run('INSERT OR IGNORE INTO known VALUES (?)', article);
        for (const { watch, fact, article } of found) {
          // The watch may have been removed while the archive was looked through.
          added += run(
            `INSERT OR IGNORE INTO alerts (watch, fact, article, due)
              SELECT number, ?, ?, ? FROM watches WHERE number = ? AND ended IS NULL`,
            ...[fact, article, now.getTime(), watch.number],
          );
        }
        run('INSERT OR REPLACE INTO seen VALUES (1, ?)', built);
        run('DELETE FROM alerts WHERE settled < ?', now.getTime() - KEPT);
      });
      return added;
    },

    /** How many alerts are still to be sent, now or later. */
    waiting: (): number =>
      rows<{ waiting: number }>('SELECT count(*) AS waiting FROM alerts WHERE settled IS NULL')[0]?.waiting ?? 0,

    /** What is to be sent now, the oldest first. */
    due: (now: Date): PendingAlert[] =>
      rows<WatchRow & AlertRow>(
        `SELECT * FROM alerts JOIN watches ON watches.number = alerts.watch
          WHERE settled IS NULL AND due <= ? AND ended IS NULL ORDER BY watch, fact`,
        now.getTime(),
      ).map((row) => ({
        watch: watchOf(row),
        fact: row.fact,
        article: row.article as ArticleId, // as `saw` was given it
        batch: row.batch,
        tries: row.tries,
      })),
    /** Notes what one message is made of, before it is sent: sent again, it is the same message. */
    pack: (batch: string, alerts: readonly PendingAlert[]): void =>
      whole(() => {
        for (const { watch, fact } of alerts) {
          run('UPDATE alerts SET batch = ? WHERE watch = ? AND fact = ?', batch, watch.number, fact);
        }
      }),
    /** They were sent, or there is nothing left of them to send. */
    settle: (alerts: readonly PendingAlert[], now: Date): void =>
      whole(() => {
        for (const { watch, fact } of alerts) {
          run('UPDATE alerts SET settled = ? WHERE watch = ? AND fact = ?', now.getTime(), watch.number, fact);
        }
      }),
    putOff: (alerts: readonly PendingAlert[], until: Date): void =>
      whole(() => {
        for (const { watch, fact } of alerts) {
          run(
            'UPDATE alerts SET tries = tries + 1, due = ? WHERE watch = ? AND fact = ?',
            ...[until.getTime(), watch.number, fact],
          );
        }
      }),
    /** Nothing more can be sent there: ends its watches, and stores a notice for each owner who can be reached. */
    end(to: Destination, why: string, word: (theirs: readonly Watch[]) => string | null, now: Date): number {
      const [condition, value] = destination(to);
      const ending = watchesWhere(`ended IS NULL AND ${condition}`, value);
      whole(() => {
        for (const { number } of ending) {
          run('UPDATE watches SET ended = ? WHERE number = ?', why, number);
          run('DELETE FROM alerts WHERE watch = ? AND settled IS NULL', number);
        }
        for (const owner of new Set(ending.map((watch) => watch.owner))) {
          const words = word(ending.filter((watch) => watch.owner === owner));
          if (words !== null)
            run('INSERT INTO words (person, words, due) VALUES (?, ?, ?)', owner, words, now.getTime());
        }
      });
      return ending.length;
    },
    wordsDue: (now: Date): WatchNotice[] =>
      rows<WatchNotice>('SELECT * FROM words WHERE due <= ? ORDER BY number', now.getTime()),
    wordDone: (number: number) => void run('DELETE FROM words WHERE number = ?', number),
    putOffWord: (number: number, until: Date) =>
      void run('UPDATE words SET tries = tries + 1, due = ? WHERE number = ?', until.getTime(), number),

    quietOf(owner: string): QuietHours | null {
      const [row] = rows<{ hours: string }>('SELECT hours FROM quiet WHERE owner = ?', owner);
      return row ? (JSON.parse(row.hours) as QuietHours) : null; // written just below
    },
    setQuiet(owner: string, hours: QuietHours | null): void {
      run('DELETE FROM quiet WHERE owner = ?', owner);
      if (hours) run('INSERT INTO quiet VALUES (?, ?)', owner, JSON.stringify(hours));
    },

    /** An article was taken down: nothing of it is sent any more. */
    forgetArticle(article: ArticleId): number {
      run('DELETE FROM known WHERE article = ?', article);
      return run('DELETE FROM alerts WHERE article = ?', article);
    },
    forgetServer: (server: string): number => remove('server = ?', server),
    /** Erases all that is kept about somebody; how many watches those were. */
    forgetPerson(person: string): number {
      run('DELETE FROM quiet WHERE owner = ?', person);
      run('DELETE FROM words WHERE person = ?', person);
      return remove('owner = ?', person);
    },
    close: (): void => {
      database.close();
    },
  };
}

interface WatchRow {
  readonly number: number;
  readonly owner: string;
  readonly what: string;
  readonly server: string | null;
  readonly channel: string | null;
  readonly ended: string | null;
}

interface AlertRow {
  readonly fact: string;
  readonly article: string;
  readonly batch: string | null;
  readonly tries: number;
}

const watchOf = ({ number, owner, what, server, channel, ended }: WatchRow): Watch => ({
  number,
  owner,
  what: JSON.parse(what) as Watched, // as `add` was given it
  to: channel === null || server === null ? { is: 'direct', person: owner } : { is: 'channel', channel, server },
  ended,
});
