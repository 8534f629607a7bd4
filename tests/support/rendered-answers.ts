import type { Presentation } from '../../src/discord/render/presentation.ts';
import type { Message } from '../../src/discord/render/render.ts';
import { wordsFor } from '../../src/discord/words/words.ts';

export { answer, entry, id, quotation, sentence, source, text } from './made-answers.ts';

/** Told in English to everybody, with nothing further to ask. */
export const plainly: Presentation = {
  words: wordsFor('en'),
  keyOf: (question) => JSON.stringify(question).slice(0, 89),
  ownKey: 'KEY',
  next: [],
  isPrivate: false,
  formats: [],
};

/** All texts of a message, one after the other. */
export const textOf = (message: Message): string =>
  message.components[0].components.flatMap((one) => ('content' in one ? [one.content] : [])).join('\n');

/** What a reader sees: markdown's backslashes and marks gone. */
export const seen = (markdown: string): string =>
  markdown.replace(/\\([^0-9A-Za-z\s])|[\u2068\u2069]/g, (_, mark: string | undefined) => mark ?? '');
