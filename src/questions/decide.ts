import type { Candidate } from './find.ts';
import type { AskedQuestion } from './question.ts';
import { SIGNALS } from './signals.ts';

/** found: the sentences answer; near: they come close and do not say it; nothing: the archive has nothing of it. */
export type Verdict = 'found' | 'near' | 'nothing';

/** What has no word of the question but such as stand for one by half is about something else. */
const CLEARLY_MET = 0.5;

/**
 * Decided by structure: a question of nothing but guessed words is not understood; who is asked for words must be quoted somewhere, and of two who are asked to have met a sentence must
 * report a meeting that was held and in which most of those named took part; a number asked for must stand there. How much of a question is covered does not tell (AUC 0.5): questions without an answer use
 * the articles' words, those with one paraphrase.
 */
export function decide(question: AskedQuestion, ranked: readonly Candidate[], signals: Float64Array): Verdict {
  const signal = (name: (typeof SIGNALS)[number]) => signals[SIGNALS.indexOf(name)] ?? 0;
  if (!ranked.some(({ met }) => met.some((weight) => weight >= CLEARLY_MET))) return 'nothing';
  if (question.corrected.length > 1 && question.corrected.length >= question.units.length) return 'near';
  if (signal('speaker never quoted') > 0) return 'near';
  if (isOfOtherTime(question, ranked)) return 'near';
  if (signal('two parties never met') > 0) return 'near';
  if (lacksNumber(question, ranked)) return 'near';
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

/** "How many were on board of flight 804?": what comes near, without that number, is of another flight. */
function lacksNumber({ units }: AskedQuestion, ranked: readonly Candidate[]): boolean {
  const top = ranked.slice(0, LOOKED_AT);
  return units.some(({ text }, unit) => /\d/.test(text) && !top.some(({ met }) => (met[unit] ?? 0) >= CLEARLY_MET));
}
