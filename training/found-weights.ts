import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { archiveOf, halfOf, questionsOf, SETS, type SetName, type SetQuestion } from '../evaluation/question-sets.ts';
import type { Archive } from '../src/archive/archive.ts';
import { projectFolder } from '../src/project/folder.ts';
import { type Candidate, findSentences } from '../src/questions/find.ts';
import { predicateOf } from '../src/questions/predicate.ts';
import { type AskedQuestion, parseQuestion } from '../src/questions/question.ts';
import { SIGNALS, type Signals, signalsOf } from '../src/questions/signals.ts';
import type { Day } from '../src/text/edtf.ts';
import { dot, trainLogistic } from './linear.ts';

/*
 * Trains what tells whether a question is answered at all (src/questions/found-weights.json), by logistic regression:
 *   npm run train:found -- FOLDER [--on desk:a,five:a] [--more desk=FILE] [--write]
 * FILE has further questions of a set's shape. An answerable question whose evidence is not among the sentences shown first teaches
 * nothing: to refuse it costs nothing. As a check, other questions without an answer are made of those that have one: with another
 * predicate ("why was Hill freed?" → "why was Hill buried?") or another name; training on them made the real ones worse. By folds
 * of articles; prints what each threshold keeps of all that are answerable and of those shown, and refuses of those that are not.
 */

const TODAY = '2026-03-02' as Day;
const FOLDS = 5;
/** Of so many sentences shown first one is evidence, where a question counts as answered. */
const SHOWN = 4;
/** Altered questions made of each. */
const ALTERED = 2;

type Origin = 'asked' | 'another predicate' | 'another name';
interface Point {
  readonly values: Float64Array;
  readonly is: boolean;
  readonly origin: Origin;
  readonly set: SetName | 'more';
  readonly half: 'a' | 'b';
  readonly fold: number;
  /** Is evidence among what would be shown? */
  readonly isShown: boolean;
}

const [folder = ''] = process.argv.slice(2);
const option = (name: string) =>
  process.argv.includes(name) ? (process.argv[process.argv.indexOf(name) + 1] ?? '') : '';
const on = option('--on').split(',').filter(Boolean);
const [moreSet, moreFile] = option('--more').split('=');
const isTrainedOn = ({ set, half }: Point) => set === 'more' || on.length === 0 || on.includes(`${set}:${half}`);

const points: Point[] = [];
for (const set of SETS) {
  const keeper = await archiveOf(folder, set);
  await pointsOf(set, questionsOf(folder, set), keeper.archive);
  if (moreSet === set && moreFile) {
    const lines = readFileSync(moreFile, 'utf8').trim().split('\n');
    await pointsOf(
      'more',
      lines.map((line) => JSON.parse(line) as SetQuestion),
      keeper.archive,
    ); // the sets' own shape
  }
  await keeper.close();
}

const used = points.filter((one) => isTrainedOn(one) && one.origin === 'asked' && (!one.is || one.isShown));
const folds = Array.from({ length: FOLDS }, (_, fold) => trainLogistic(used.filter((one) => one.fold !== fold)));
const weights = trainLogistic(used);
const scoreOf = (one: Point) => dot(isTrainedOn(one) ? (folds[one.fold] ?? []) : weights, one.values);
for (const set of [...SETS, 'more'] as const)
  for (const half of ['a', 'b'] as const)
    report(
      `${set} ${half}`,
      points.filter((one) => one.set === set && one.half === half),
    );
report('trained on', points.filter(isTrainedOn));
report(
  'unseen',
  points.filter((one) => !isTrainedOn(one)),
);
const named = Object.fromEntries(SIGNALS.map((name, at) => [name, Math.round((weights[at] ?? 0) * 100) / 100]));
console.log(named);
if (process.argv.includes('--write'))
  writeFileSync(resolve(projectFolder, 'src/questions/found-weights.json'), `${JSON.stringify(named, null, 2)}\n`);

async function pointsOf(set: Point['set'], questions: readonly SetQuestion[], archive: Archive): Promise<void> {
  const asked = questions.filter(({ class: is, kind }) => is !== 'ambiguous' && kind !== 'help' && kind !== 'verify');
  const parsed: AskedQuestion[] = [];
  for (const { ask } of asked) {
    const [, command = null, words = ask] = /^\/(\w+)\s+(.*)$/s.exec(ask) ?? [];
    parsed.push(await parseQuestion(words, archive, TODAY, command));
  }
  for (const [at, question] of asked.entries()) {
    const own = parsed[at];
    if (!own) continue;
    const add = async (origin: Origin, one: AskedQuestion) => {
      const ranked = await findSentences(one, archive);
      const isShown = origin === 'asked' && ranked.slice(0, SHOWN).some((candidate) => isEvidence(question, candidate));
      points.push({
        values: valuesOf(await signalsOf(one, ranked, archive)),
        is: origin === 'asked' && question.class === 'answerable',
        origin,
        set,
        half: halfOf(question.id),
        fold: foldOf(question),
        isShown,
      });
    };
    await add('asked', own);
    if (question.class !== 'answerable') continue;
    for (let step = 1; step <= ALTERED; step++) {
      const other = parsed[(at + 7 * step) % parsed.length];
      if (!other) continue;
      for (const [origin, text] of [
        ['another predicate', withPredicateOf(own, other)],
        ['another name', withNameOf(own, other)],
      ] as const)
        if (text !== null) await add(origin, await parseQuestion(text, archive, TODAY, own.command));
    }
  }
}

function valuesOf(signals: Signals): Float64Array {
  return Float64Array.from(SIGNALS, (name) => signals[name]);
}

/** A question with its predicate's word replaced by another's; null where either has none. */
function withPredicateOf(own: AskedQuestion, other: AskedQuestion): string | null {
  const [unit, its] = [predicateOf(own)[0], predicateOf(other)[0]];
  if (unit === undefined || its === undefined || own.units[unit]?.text === other.units[its]?.text) return null;
  return replaced(own, unit, other.units[its]?.text ?? '');
}

/** A question with the first person or body it names replaced by another's. */
function withNameOf(own: AskedQuestion, other: AskedQuestion): string | null {
  const named = (question: AskedQuestion) => question.units.findIndex(({ link }) => link?.is === 'actors');
  const [unit, its] = [named(own), named(other)];
  if (unit < 0 || its < 0 || own.units[unit]?.text === other.units[its]?.text) return null;
  const range = other.units[its]?.range;
  const [first, last] = [other.words[range?.first ?? 0], other.words[(range?.end ?? 1) - 1]];
  return replaced(own, unit, other.text.slice(first?.start, last?.end));
}

function replaced({ text, words, units }: AskedQuestion, unit: number, by: string): string | null {
  const range = units[unit]?.range;
  const [first, last] = [words[range?.first ?? -1], words[(range?.end ?? 0) - 1]];
  return first && last ? text.slice(0, first.start) + by + text.slice(last.end) : null;
}

function isEvidence({ evidence, must }: SetQuestion, { article: { stored }, sentence }: Candidate): boolean {
  const plain = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
  const words = ` ${plain(stored.article.body.slice(sentence.span.start, sentence.span.end))} `;
  return evidence.some(({ article, text }) => {
    if (!`${stored.card.id} ${stored.card.file}`.includes(article)) return false;
    const said = ` ${plain(text)} `;
    if (text === '') return must.flat().some((one) => words.includes(plain(one)));
    return sentence.words >= 3 && (said.includes(words) || words.includes(said));
  });
}

function foldOf({ evidence, id }: SetQuestion): number {
  let hash = 0;
  for (const letter of evidence[0]?.article ?? id) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return hash % FOLDS;
}

function report(name: string, those: readonly Point[]): void {
  if (those.length === 0) return;
  const scores = (is: (one: Point) => boolean) => those.filter(is).map(scoreOf);
  const yes = scores((one) => one.is);
  const shown = scores((one) => one.is && one.isShown);
  const no = scores((one) => !one.is && one.origin === 'asked');
  const altered = scores((one) => !one.is && one.origin !== 'asked');
  const curve = [-1.5, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5].map((threshold) => {
    const share = (list: readonly number[], kept: boolean) =>
      ((100 * list.filter((score) => score >= threshold === kept).length) / Math.max(1, list.length)).toFixed(0);
    return `${threshold}: ${share(yes, true)}/${share(shown, true)} kept, ${share(no, false)}/${share(altered, false)} refused`;
  });
  console.log(
    `${name} (${yes.length} answerable, ${shown.length} of them shown; ${no.length} without answer, ${altered.length} altered): AUC ${auc(shown, no)}, ${auc(shown, altered)} | ${curve.join(' | ')}`,
  );
}

function auc(yes: readonly number[], no: readonly number[]): string {
  let pairs = 0;
  for (const one of yes) for (const other of no) pairs += one > other ? 1 : one === other ? 0.5 : 0;
  return (pairs / Math.max(1, yes.length * no.length)).toFixed(2);
}
