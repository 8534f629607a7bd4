import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { isCommandName } from '../../commands/index.ts';
import type { Question } from '../answers/question.ts';

/** What the buttons remember: a question under a short key that fits into a custom_id. */
export interface Memory {
  /** A key of at most `longest` characters: the question itself where it is short, else a name for it in the store. */
  keyOf(question: Question): string;
  /** The question of a key; null where the key is none of ours, or was forgotten (only the latest questions are kept). */
  questionOf(key: string): Question | null;
  close(): void;
}

const MOST_QUESTIONS = 20_000;

/** Opens (or makes) the store in the data folder. Keys are made of the question, so that asking twice takes no room. */
export function openMemory(dataFolder: string, longest: number): Memory {
  mkdirSync(dataFolder, { recursive: true });
  const database = new Database(join(dataFolder, 'buttons.sqlite'));
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
    keyOf(question) {
      const whole = JSON.stringify(question);
      if (whole.length <= longest) return whole;
      const name = `~${createHash('sha256').update(whole).digest('base64url').slice(0, 22)}`;
      put.run(name, whole, Date.now());
      if (++written % 1000 === 0) forget.run(MOST_QUESTIONS);
      return name;
    },
    questionOf(key) {
      if (!key.startsWith('~')) return questionIn(key);
      const row = get.get(key) as { question: string } | undefined; // The column's type is in the CREATE above.
      return row === undefined ? null : questionIn(row.question);
    },
    close: () => {
      database.close();
    },
  };
}

const shape = z
  .object({ command: z.string().refine(isCommandName) })
  .catchall(z.union([z.string().max(6000), z.number(), z.boolean()]));

function questionIn(json: string): Question | null {
  try {
    // A question written by keyOf. A forged one has at least a command that exists and plain values: it can ask, no more.
    return shape.parse(JSON.parse(json)) as Question;
  } catch {
    return null; // Said by whoever called: "this button is too old".
  }
}
