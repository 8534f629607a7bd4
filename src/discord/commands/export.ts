import { ComponentType } from 'discord.js';
import type { Answer } from '../../answers/answer.ts';
import { NotUnderstood } from '../../answers/command.ts';
import { pictureCsv } from '../../answers/export/csv.ts';
import { exportAnswer, isExportFormat, pictureFileName } from '../../answers/export/export-answer.ts';
import { draw } from '../../pictures/draw.ts';
import { dayOf } from '../../text/edtf.ts';
import { type Message, panel, text } from '../render/render.ts';
import type { BotWords } from '../words/words.ts';

/** As what an answer's picture can be saved. */
export const PICTURE_FORMATS = [
  ['picture-svg', 'The picture (SVG)'],
  ['picture-csv', 'The picture’s data (CSV)'],
] as const;

/** An answer, or its picture, as a file. */
export async function fileOf(answer: Answer, format: string, words: BotWords): Promise<Message> {
  const file = await written(answer, format, words);
  if (file === null)
    throw new NotUnderstood(words.say('This button is too old: I no longer know what it was about. Please ask again.'));
  // Discord shows only files whose name it need not change.
  const name = file.fileName.normalize('NFKD').replace(/[^A-Za-z0-9._-]+/g, '-');
  return {
    ...panel([
      text([`-# ${words.say('This answer as a file')}`]),
      { type: ComponentType.File, file: { url: `attachment://${name}` } },
    ]),
    files: [{ attachment: file.content, name }],
  };
}

/** What stands in the file; null where there is no such format, or no picture any more. */
async function written(
  answer: Answer,
  format: string,
  words: BotWords,
): Promise<{ readonly fileName: string; readonly content: Buffer } | null> {
  if (isExportFormat(format)) {
    const { fileName, text: content } = exportAnswer(answer, format, dayOf(new Date()), words);
    return { fileName, content: Buffer.from(content) };
  }
  const { picture } = answer;
  if (picture === undefined) return null;
  if (format === 'picture-svg')
    return { fileName: pictureFileName(answer, 'svg'), content: await draw(picture, 'svg') };
  if (format === 'picture-csv')
    return { fileName: pictureFileName(answer, 'csv'), content: Buffer.from(pictureCsv(picture)) };
  return null;
}
