import type { FollowUp } from '../../answers/answer.ts';
import type { Question } from '../../answers/question.ts';
import type { BotWords } from '../words/words.ts';

/** How a button names its question, in at most `LONGEST_KEY` characters; null where it can't, and the button is left out. */
export type KeyOf = (question: Question) => string | null;
/** What is left of a custom_id's 100 characters after "wrong:9999:". */
export const LONGEST_KEY = 89;

/** How an answer is presented: in which language, and with what to do next. */
export interface Presentation {
  readonly words: BotWords;
  readonly keyOf: KeyOf;
  /** The key of this very answer; null where it can't be made again: then it goes without what needs that. */
  readonly ownKey: string | null;
  /** Questions to go on with that the answer itself does not offer. */
  readonly next: readonly FollowUp[];
  /** Seen by whoever asked alone: it can be shown to everybody. */
  readonly isPrivate: boolean;
  /** What it can be saved as: format and label. */
  readonly formats: readonly (readonly [format: string, label: string])[];
}
