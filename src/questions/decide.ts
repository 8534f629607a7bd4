import type { Candidate } from './find.ts';
import weights from './found-weights.json' with { type: 'json' };
import type { AskedQuestion } from './question.ts';
import { SIGNALS, type Signals } from './signals.ts';

/** found: the sentences answer; near: they come close and do not say it; nothing: the archive has nothing of it. */
export type Verdict = 'found' | 'near' | 'nothing';

/** What has no word of the question but such as stand for one by half is about something else. */
const CLEARLY_MET = 0.5;
/**
 * What speaks for an answer must weigh so much, in logits. training/found-weights.ts prints what each threshold keeps and refuses.
 * Of whole answers this one keeps 43 of the 44 right on desk a and refuses 14 of 17 without an answer (11 before); on what was
 * not trained on 131 of 147 (desk b, five b, politics), and 36 of 52 (28 before).
 */
const ENOUGH = -1;

/**
 * Decided by structure first: a question of nothing but guessed words is not understood; who is asked for words must be quoted
 * somewhere, and of two who are asked to have met a sentence must report a meeting that was held and in which most of those named
 * took part; a number asked for must stand there. What is left is weighed: does one passage say what is asked of those named?
 */
export function decide(question: AskedQuestion, ranked: readonly Candidate[], signals: Signals): Verdict {
  if (!ranked.some(({ met }) => met.some((weight) => weight >= CLEARLY_MET))) return 'nothing';
  if (question.corrected.length > 1 && question.corrected.length >= question.units.length) return 'near';
  if (signals['speaker never quoted'] > 0 || signals['two parties never met'] > 0) return 'near';
  if (isOfOtherTime(question, ranked) || lacksNumber(question, ranked)) return 'near';
  return answeredScore(signals) >= ENOUGH ? 'found' : 'near';
}

/** How much speaks for an answer being there, in logits. */
export const answeredScore = (signals: Signals): number =>
  SIGNALS.reduce((sum, name) => sum + weights[name] * signals[name], 0);

/** All of the question by idf, or nearly so, in one window. */
const WHOLE = 0.95;

/** Does one passage say so plainly what is asked that others only repeat it? Not where several things are asked for. */
export const isSaidPlainly = ({ wanted }: AskedQuestion, signals: Signals): boolean =>
  signals['in one window'] >= WHOLE &&
  signals['not quoted on it'] === 0 &&
  !(wanted.list || wanted.comparison || wanted.outlets || wanted.timeline || wanted.summary || wanted.article);

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
