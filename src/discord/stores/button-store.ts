import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import type { Logger } from 'pino';
import { z } from 'zod';
import { isCommandName } from '../../../commands/index.ts';
import type { CommandName, Question } from '../../answers/question.ts';
import { markVersion } from '../../archive/store/newer-store.ts';

/** A question, and what had to be taken for granted to understand it of plain words: said again on every page. */
export interface StoredQuestion {
  readonly question: Question;
  readonly notes: readonly string[];
}

/** What the buttons remember: a question under a short key that fits into a custom_id. */
export interface ButtonStore {
  /**
   * A key of at most `longest` characters: the question itself where it is short, else a name for it in the store. Null
   * where the store can't be written: the answer then goes without that button.
   */
  keyOf(asked: StoredQuestion): string | null;
  /** The question of a key; null where the key is none of ours, or was forgotten (only the latest questions are kept). */
  questionOf(key: string): StoredQuestion | null;
  close(): void;
}

/** How long to wait for another process of this bot that writes to the same store, in milliseconds. */
export const BUSY_MS = 2000;

const MOST_QUESTIONS = 20_000;

/** Of the tables below. */
const VERSION = 1;

/** Opens (or makes) the store in the data folder. Keys are made of the question, so that asking twice takes no room. */
export function openButtonStore(dataFolder: string, longest: number, log: Logger): ButtonStore {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, 'buttons.sqlite');
  const database = new Database(file, { timeout: BUSY_MS });
  markVersion(database, file, VERSION);
  database.exec(
    'CREATE TABLE IF NOT EXISTS questions (name TEXT PRIMARY KEY, question TEXT NOT NULL, used INTEGER NOT NULL)',
  );
  const put = database.prepare(
    'INSERT INTO questions (name, question, used) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET used = excluded.used',
  );
  const get = database.prepare('SELECT question FROM questions WHERE name = ?');
  const forget = database.prepare(
    'DELETE FROM questions WHERE name IN (SELECT name FROM questions ORDER BY used DESC LIMIT -1 OFFSET ?)',
  );
  forget.run(MOST_QUESTIONS);
  let written = 0;

  return {
    keyOf({ question, notes }) {
      const whole = JSON.stringify(notes.length === 0 ? question : [question, ...notes]);
      if (whole.length <= longest) return whole;
      const name = `~${createHash('sha256').update(whole).digest('base64url').slice(0, 22)}`;
      try {
        put.run(name, whole, Date.now());
        if (++written % 1000 === 0) forget.run(MOST_QUESTIONS);
      } catch (error) {
        log.error({ event: 'buttons not stored', consequence: 'answers go without some buttons', err: error });
        return null;
      }
      return name;
    },
    questionOf(key) {
      if (!key.startsWith('~')) return parseStored(key);
      const row = get.get(key) as { question: string } | undefined; // The column's type is in the CREATE above.
      return row === undefined ? null : parseStored(row.question);
    },
    close: () => {
      database.close();
    },
  };
}

const yes = z.literal(true).optional();
const questionShape = z
  .object({
    command: z.string().refine(isCommandName),
    weekday: z.int().min(0).max(6).optional(),
    ...{ inFull: yes, names: yes, reported: yes, nearOnly: yes },
  })
  .catchall(z.string().max(6000))
  .refine((question) => (NEEDED[question.command] ?? []).every((name) => name in question));
/** What a question can't be without. */
const NEEDED: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
  summary: ['about'],
  timeline: ['about'],
  verify: ['words'],
  ask: ['words'],
  search: ['text'],
  article: ['article'],
};
const shape = z.union([questionShape, z.tuple([questionShape], z.string().max(2000))]);

function parseStored(json: string): StoredQuestion | null {
  try {
    const written = shape.parse(JSON.parse(json));
    const [question, ...notes] = Array.isArray(written) ? written : [written];
    // A question written by keyOf. A forged one has at least a command that exists and values of the right kinds: it can ask, no more.
    return { question: question as Question, notes };
  } catch {
    return null; // Said by whoever called: "this button is too old".
  }
}
