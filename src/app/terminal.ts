import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { NotUnderstood } from '../answers/command.ts';
import { plainText, sourceList } from '../answers/plain.ts';
import { inEnglish } from '../answers/words/words.ts';
import type { Archive } from '../archive/archive.ts';
import { askWords } from '../remote/ask.ts';
import { dayOf } from '../text/edtf.ts';

/** Words that end a session at the terminal. */
const LEAVE = /^(?:\/?exit|\/?quit|bye)$/i;

/** Answers line by line until the input ends: prompts a person, and is silent but for the answers where the input is a pipe. */
export async function runTerminal(
  archive: Archive,
  input: Readable,
  output: Writable,
  isPerson: boolean,
): Promise<void> {
  const lines = createInterface({ input, ...(isPerson && { output }), terminal: isPerson, prompt: '› ' });
  if (isPerson) {
    output.write(
      'Type a command (/met Name, /quote Name, /summary topic, /help) or a plain question; exit to leave.\n',
    );
    lines.prompt();
  }
  for await (const typed of lines) {
    if (LEAVE.test(typed.trim())) break;
    if (typed.trim() !== '') output.write(`${await reply(typed, archive)}\n\n`);
    if (isPerson) lines.prompt();
  }
  lines.close();
}

/** One answer as text: how it was understood, what was assumed, the answer, its sources. A person's mistake is printed, not thrown. */
export async function reply(line: string, archive: Archive, today = dayOf(new Date())): Promise<string> {
  try {
    const answer = await askWords(line, archive, today);
    const assumed = answer.assumed.length > 0 ? `Assumed: ${answer.assumed.join('; ')}.` : '';
    const understood = `Understood as: ${answer.understood}.`;
    return [`${understood} ${assumed}`.trim(), plainText(answer), sourceList(answer.sources, inEnglish)]
      .filter(Boolean)
      .join('\n\n');
  } catch (error) {
    if (error instanceof NotUnderstood) return error.message;
    throw error;
  }
}
