import { ComponentType } from 'discord.js';
import { NotUnderstood } from '../../answers/command.ts';
import { exportAnswer, isExportFormat } from '../../answers/export/export-answer.ts';
import { dayOf } from '../../text/edtf.ts';
import { type Message, panel, text } from '../render/render.ts';
import type { StoredQuestion } from '../stores/button-store.ts';
import type { BotContext } from '../stores/context.ts';
import type { BotWords } from '../words/words.ts';
import { answerAsked } from './reply.ts';

/** The answer, made anew from the archive as it stands now, as a file. */
export async function fileOf(
  asked: StoredQuestion,
  format: string,
  words: BotWords,
  bot: BotContext,
): Promise<Message> {
  if (!isExportFormat(format))
    throw new NotUnderstood(words.say('This button is too old: I no longer know what it was about. Please ask again.'));
  const file = exportAnswer(await answerAsked(asked, words, bot), format, dayOf(new Date()), words);
  // Discord shows only files whose name it need not change.
  const name = file.fileName.normalize('NFKD').replace(/[^A-Za-z0-9._-]+/g, '-');
  return {
    ...panel([
      text([`-# ${words.say('This answer as a file')}`]),
      { type: ComponentType.File, file: { url: `attachment://${name}` } },
    ]),
    files: [{ attachment: Buffer.from(file.text), name }],
  };
}
