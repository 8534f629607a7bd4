import type { Desk } from './desk.ts';
import type { Asked } from './memory.ts';
import { type Message, notice } from './render.ts';
import type { Words } from './words/words.ts';

/** What an answer can be saved as: the format, and how it is called. */
export const FORMATS: readonly (readonly [format: string, label: string])[] = [];

/** The answer as a file. */
export async function fileOf(_asked: Asked, _format: string, words: Words, _desk: Desk): Promise<Message> {
  return notice(words.notUnderstood, [words.tooOld]);
}
