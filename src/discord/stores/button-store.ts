import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Question } from '../../answers/question.ts';
import { questionSchema } from '../../answers/question-schema.ts';
import { openDataStore } from '../../archive/store/data-store.ts';

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

const MOST_QUESTIONS = 20_000;

/** Of the tables below. */
const VERSION = 1;

/** Opens (or makes) the store in the data folder. Keys are made of the question, so that asking twice takes no room. */
export function openButtonStore(dataFolder: string, longest: number, log: Logger): ButtonStore {
  const database = openDataStore(dataFolder, 'buttons', VERSION);
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

const storedShape = z.union([questionSchema, z.tuple([questionSchema], z.string().max(2000))]);

/** The question in a key; null where it is none, forged or of an older version: the caller says that the button is too old. */
function parseStored(json: string): StoredQuestion | null {
  try {
    const stored = storedShape.safeParse(JSON.parse(json));
    if (!stored.success) return null;
    const [question, ...notes] = Array.isArray(stored.data) ? stored.data : [stored.data];
    return { question, notes };
  } catch {
    return null; // Not JSON.
  }
}
