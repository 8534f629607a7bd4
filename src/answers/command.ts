import type { Archive, Completable } from '../archive/archive.ts';
import type { Day } from '../text/edtf.ts';
import type { Answer } from './answer.ts';
import type { CommandName, QuestionFor } from './question.ts';
import type { Words } from './words/words.ts';

/** One thing people can ask: one file in commands/. */
export interface Command<Name extends CommandName = CommandName> {
  readonly name: Name;
  /** Shown by Discord beside the name; at most 100 characters. */
  readonly description: string;
  readonly options: readonly Option[];
  /** Makes a question of options as typed, all strings; throws `NotUnderstood` where an option can't be read. */
  question(options: Readonly<Record<string, string>>, today: Day, words: Words): QuestionFor<Name>;
  answer(question: QuestionFor<Name>, archive: Archive, words: Words): Promise<Answer>;
}

/** An option of a command; all are text. */
export interface Option {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** What it completes from, if anything. */
  readonly completes?: Completable;
  /** The only values it may have. */
  readonly choices?: readonly string[];
}

/** A person's mistake in an option; the message says what to do. Not a bug of ours. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}
