import type { Candidate } from './find.ts';
import type { AskedQuestion } from './question.ts';
import { SIGNALS } from './signals.ts';

/** found: the sentences answer; near: they come close and do not say it; nothing: the archive has nothing of it. */
export type Verdict = 'found' | 'near' | 'nothing';

/** Below this share of the question's idf in the best sentence, its neighbours and its article, nothing is near. */
const NEAR = 0.34;

/**
 * Decided by structure: who is asked for words must be quoted somewhere, and two who are asked to have met must have met, or stand
 * in one sentence that speaks of it. How much of a question is covered does not tell (AUC 0.6): questions without an answer use
 * the articles' words.
 */
export function decide(question: AskedQuestion, ranked: readonly Candidate[], signals: Float64Array): Verdict {
  const signal = (name: (typeof SIGNALS)[number]) => signals[SIGNALS.indexOf(name)] ?? 0;
  const best = ranked[0];
  if (!best || question.units.length === 0 || signal('coverage by article') < NEAR) return 'nothing';
  if (signal('speaker never quoted') > 0) return 'near';
  if (isOfOtherTime(question, ranked)) return 'near';
  if (signal('two parties never met') > 0 && signal('two parties in one sentence') === 0) return 'near';
  return 'found';
}

const LOOKED_AT = 5;

/** Is all that comes near of another time than the one asked for? */
function isOfOtherTime({ dates }: AskedQuestion, ranked: readonly Candidate[]): boolean {
  const top = ranked.slice(0, LOOKED_AT);
  return (
    dates.length > 0 && top.every(({ values }) => values['article out of period'] > 0 && values['date in period'] === 0)
  );
}
