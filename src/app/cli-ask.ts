import { answerWords } from '../../commands/index.ts';
import { NotUnderstood } from '../answers/command.ts';
import { plainText } from '../answers/plain.ts';
import type { Archive } from '../archive/archive.ts';
import { dayOf } from '../text/edtf.ts';
import { jsonLines, textField, write } from './cli-lines.ts';

/** Characters: what a message on Discord holds. */
const LONGEST_TEXT = 4000;

/** The Answer with its plain text; a command line that can't be understood is an answer too: none, and what to do instead. */
export async function answerAsData(words: string, archive: Archive): Promise<object> {
  try {
    const answer = await answerWords(words, archive, dayOf(new Date()));
    return { ...answer, text: plainText(answer, LONGEST_TEXT) };
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    const text = error.message;
    return { found: false, near: false, kind: 'help', understood: 'no question', assumed: [], text, sources: [] };
  }
}

/** Answers the questions on standard input, rows of `{"id", "ask"}`, one row each: the id, the answer, and the milliseconds it took. */
export async function answerLines(archive: Archive): Promise<void> {
  for await (const row of jsonLines(process.stdin)) {
    const words = textField(row, 'ask');
    const started = performance.now();
    const answer = await answerAsData(words, archive);
    const ms = Math.round((performance.now() - started) * 10) / 10;
    await write(JSON.stringify({ id: row.id, ...answer, ms }));
  }
}
