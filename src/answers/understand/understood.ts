import type { Question } from '../question.ts';
import type { DateTaken } from './periods.ts';

/** A question understood, and what had to be taken for granted to understand it. */
export interface Understood {
  readonly question: Question;
  readonly assumed: readonly DateTaken[];
}
