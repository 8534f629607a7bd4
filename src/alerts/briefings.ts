import { createHash } from 'node:crypto';
import { openDataStore, queriesOf } from '../archive/store/data-store.ts';
import type { ArticleId } from '../corpus/article.ts';
import type { Day } from '../text/edtf.ts';
import { lastDue, type Schedule } from './schedule.ts';
import type { Destination } from './watch.ts';

/** A briefing that somebody has sent to a place, again and again. */
export interface Briefing {
  readonly number: number;
  /** Discord's number of whoever made it. */
  readonly owner: string;
  readonly to: Destination;
  readonly schedule: Schedule;
  /** People, places, outlets, topics; everything where none is given. */
  readonly about: readonly string[];
  /** With nothing new: a line that says so. */
  readonly always: boolean;
}

/** One that is to be sent: what came in for it. */
export interface DueBriefing {
  readonly briefing: Briefing;
  readonly day: Day;
  readonly articles: readonly ArticleId[];
  readonly edited: readonly ArticleId[];
  readonly tries: number;
  /** The same for every try, so that Discord makes one message of them. */
  readonly nonce: string;
}

/** The briefings, when each article came in, and what is still to be sent: all that must outlive a restart. */
export type Briefings = ReturnType<typeof openBriefings>;

const VERSION = 1;
/** When an article came in is kept so long: longer than any briefing looks back. */
const KEPT = 60 * 86_400_000;

export function openBriefings(dataFolder: string) {
  const database = openDataStore(dataFolder, 'briefings', VERSION, { erasing: true, busyMs: 5000 });
  database.exec(`
    CREATE TABLE IF NOT EXISTS briefings (
      number INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, server TEXT, channel TEXT, schedule TEXT NOT NULL,
      about TEXT NOT NULL, always INTEGER NOT NULL, day TEXT NOT NULL, until INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS arrivals (
      number INTEGER PRIMARY KEY, article TEXT NOT NULL, edited INTEGER NOT NULL, at INTEGER NOT NULL, UNIQUE (article, edited, at));
    CREATE INDEX IF NOT EXISTS arrivals_at ON arrivals (at);
    CREATE TABLE IF NOT EXISTS outbox (
      briefing INTEGER NOT NULL, day TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
      tries INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL, settled INTEGER, PRIMARY KEY (briefing, day)) WITHOUT ROWID;
  `);
  const { rows, run, whole } = queriesOf(database);
  const removeWhere = (condition: string, ...values: (string | number | null)[]): number => {
    run(`DELETE FROM outbox WHERE briefing IN (SELECT number FROM briefings WHERE ${condition})`, ...values);
    return run(`DELETE FROM briefings WHERE ${condition}`, ...values);
  };
  const remove = (condition: string, ...values: (string | number)[]): number =>
    whole(() => removeWhere(condition, ...values));
  const arrived = (edited: boolean, since: number, until: number): ArticleId[] =>
    rows<{ article: ArticleId }>(
      'SELECT DISTINCT article FROM arrivals WHERE edited = ? AND at > ? AND at <= ? ORDER BY number',
      ...[edited ? 1 : 0, since, until],
    ).map(({ article }) => article);

  return {
    /** Notes what an archive brought that was not there before. */
    arrived(articles: Iterable<ArticleId>, edited: Iterable<ArticleId>, now: Date): void {
      const insert = 'INSERT OR IGNORE INTO arrivals (article, edited, at) VALUES (?, ?, ?)';
      whole(() => {
        for (const article of articles) run(insert, article, 0, now.getTime());
        for (const article of edited) run(insert, article, 1, now.getTime());
        run('DELETE FROM arrivals WHERE at < ?', now.getTime() - KEPT);
      });
    },
    /** What came in since; for a briefing that is asked for. */
    since: (from: Date, now: Date) => ({
      articles: arrived(false, from.getTime(), now.getTime()),
      edited: arrived(true, from.getTime(), now.getTime()),
    }),
    /** Adds one; the first is sent when it is due next. One for the same place and subjects is replaced. */
    add({ owner, to, schedule, about, always }: Omit<Briefing, 'number'>, now: Date): void {
      const [server, channel] = to.is === 'channel' ? [to.server, to.channel] : [null, null];
      whole(() => {
        removeWhere('owner = ? AND channel IS ? AND about = ?', owner, channel, JSON.stringify(about));
        run(
          'INSERT INTO briefings (owner, server, channel, schedule, about, always, day, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          ...[owner, server, channel, JSON.stringify(schedule), JSON.stringify(about), always ? 1 : 0],
          ...[lastDue(schedule, now), now.getTime()],
        );
      });
    },
    ofOwner: (owner: string): Briefing[] =>
      rows<BriefingRow>('SELECT * FROM briefings WHERE owner = ? ORDER BY number', owner).map(briefingOf),
    /** Removes one of somebody's; false where they have none of this number. */
    remove: (owner: string, number: number): boolean => remove('owner = ? AND number = ?', owner, number) > 0,
    /** The place is gone: its briefings end, without a word. */
    end: (to: Destination): number =>
      to.is === 'channel' ? remove('channel = ?', to.channel) : remove('channel IS NULL AND owner = ?', to.person),
    forgetServer: (server: string): number => remove('server = ?', server),
    forgetPerson: (person: string): number => remove('owner = ?', person),

    /** Notes those that have become due, before anything is sent: a day's is noted once, whatever happens. */
    noteDue(now: Date): void {
      for (const row of rows<BriefingRow>('SELECT * FROM briefings')) {
        const day = lastDue(briefingOf(row).schedule, now);
        if (day <= row.day) continue;
        whole(() => {
          run(
            'INSERT OR IGNORE INTO outbox (briefing, day, since, until, due) VALUES (?, ?, ?, ?, ?)',
            ...[row.number, day, row.until, now.getTime(), now.getTime()],
          );
          run('UPDATE briefings SET day = ?, until = ? WHERE number = ?', day, now.getTime(), row.number);
        });
      }
      run('DELETE FROM outbox WHERE settled < ?', now.getTime() - KEPT);
    },
    /** What is to be sent now. */
    due: (now: Date): DueBriefing[] =>
      rows<BriefingRow & OutboxRow>(
        `SELECT briefings.*, outbox.day AS due_day, since, outbox.until AS upto, tries FROM outbox
          JOIN briefings ON briefings.number = outbox.briefing WHERE settled IS NULL AND due <= ? ORDER BY due_day`,
        now.getTime(),
      ).map((row) => ({
        briefing: briefingOf(row),
        day: row.due_day,
        articles: arrived(false, row.since, row.upto),
        edited: arrived(true, row.since, row.upto),
        tries: row.tries,
        nonce: createHash('sha256').update(`briefing ${row.number} ${row.due_day}`).digest('hex').slice(0, 24),
      })),
    settle: ({ briefing, day }: DueBriefing, now: Date): void =>
      void run('UPDATE outbox SET settled = ? WHERE briefing = ? AND day = ?', now.getTime(), briefing.number, day),
    putOff: ({ briefing, day }: DueBriefing, until: Date): void =>
      void run(
        'UPDATE outbox SET tries = tries + 1, due = ? WHERE briefing = ? AND day = ?',
        ...[until.getTime(), briefing.number, day],
      ),
    forgetArticle: (article: ArticleId): number => run('DELETE FROM arrivals WHERE article = ?', article),
    close: (): void => {
      database.close();
    },
  };
}

interface BriefingRow {
  readonly number: number;
  readonly owner: string;
  readonly server: string | null;
  readonly channel: string | null;
  readonly schedule: string;
  readonly about: string;
  readonly always: number;
  readonly day: Day;
  readonly until: number;
}

interface OutboxRow {
  readonly due_day: Day;
  readonly since: number;
  readonly upto: number;
  readonly tries: number;
}

const briefingOf = ({ number, owner, server, channel, schedule, about, always }: BriefingRow): Briefing => ({
  number,
  owner,
  to: channel === null || server === null ? { is: 'direct', person: owner } : { is: 'channel', channel, server },
  schedule: JSON.parse(schedule) as Schedule, // as `add` was given it
  about: JSON.parse(about) as string[], // as `add` was given it
  always: always === 1,
});
