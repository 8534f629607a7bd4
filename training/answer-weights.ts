import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { archiveOf, halfOf, questionsOf, SETS, type SetName, type SetQuestion } from '../evaluation/question-sets.ts';
import { projectFolder } from '../src/project/folder.ts';
import { FEATURES } from '../src/questions/features.ts';
import { type Candidate, findSentences } from '../src/questions/find.ts';
import { parseQuestion } from '../src/questions/question.ts';
import type { Day } from '../src/text/edtf.ts';
import { dot, trainRanker } from './linear.ts';

/*
 * Trains the ranker of sentences (src/questions/rank-weights.json), on questions whose evidence people marked:
 *   npm run train:answers -- FOLDER [--on desk:a,five:a] [--write]
 * Listwise: the softmax over a question's sentences should lie on those that are evidence (ListNet's top one, Cao et al. 2007). By
 * folds of articles, so that no figure is of articles that were trained on; the weights written are of all. Whether the best of
 * them answer at all: found-weights.ts.
 */

const TODAY = '2026-03-02' as Day;
const FOLDS = 5;
/** Of a question's sentences that are no evidence, so many are looked at: the best by the weights at hand. */
const MOST_NEGATIVE = 120;

interface Example {
  readonly question: SetQuestion;
  readonly half: 'a' | 'b';
  readonly set: SetName;
  readonly fold: number;
  readonly candidates: readonly Candidate[];
  readonly isEvidence: readonly boolean[];
}

const [folder = ''] = process.argv.slice(2);
const on = (process.argv[process.argv.indexOf('--on') + 1] ?? '').split(',').filter((one) => /^\w+:[ab]$/.test(one));
const isTrainedOn = (one: Example) => on.length === 0 || on.includes(`${one.set}:${one.half}`);

const examples: Example[] = [];
const keepers = [];
for (const set of SETS) {
  const keeper = await archiveOf(folder, set);
  keepers.push(keeper);
  for (const question of questionsOf(folder, set)) {
    if (question.class === 'answerable' && question.evidence.length === 0) continue;
    const [, command = null, words = question.ask] = /^\/(\w+)\s+(.*)$/s.exec(question.ask) ?? [];
    const parsed = await parseQuestion(
      words.replace(/\b(?:person|with|who|about|topic|outlets?|text):/g, ''),
      keeper.archive,
      TODAY,
      command,
    );
    const candidates = await findSentences(parsed, keeper.archive);
    examples.push(exampleOf(set, question, candidates));
  }
}

const folds = Array.from({ length: FOLDS }, (_, fold) =>
  trainOn(examples.filter((one) => isTrainedOn(one) && one.fold !== fold)),
);
const ranker = trainOn(examples.filter(isTrainedOn));
for (const set of SETS)
  for (const half of ['a', 'b'] as const)
    reportRanks(
      `${set} ${half}`,
      examples.filter((one) => one.set === set && one.half === half),
    );
reportRanks('all', examples);
write('rank-weights.json', FEATURES, ranker);

for (const keeper of keepers) await keeper.close();

function exampleOf(set: SetName, question: SetQuestion, candidates: readonly Candidate[]): Example {
  const plain = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
  const evidence =
    question.class === 'none'
      ? []
      : question.evidence.map(({ article, text }) => ({ article, text: ` ${plain(text)} ` }));
  const isEvidence = candidates.map(({ article: { stored }, sentence }) => {
    if (sentence.words < 3) return false;
    const words = ` ${plain(stored.article.body.slice(sentence.span.start, sentence.span.end))} `;
    const isOf = (article: string) => `${stored.card.id} ${stored.card.file}`.includes(article);
    return evidence.some(({ article, text }) => isOf(article) && (text.includes(words) || words.includes(text)));
  });
  let hash = 0;
  for (const letter of question.evidence[0]?.article ?? question.id) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return { question, half: halfOf(question.id), set, fold: hash % FOLDS, candidates, isEvidence };
}

function trainOn(those: readonly Example[]): number[] {
  const lists = those
    .filter(({ isEvidence }) => isEvidence.includes(true))
    .map(({ candidates, isEvidence }) => {
      let negatives = 0;
      const kept = candidates.flatMap(({ features }, at) =>
        isEvidence[at] || negatives++ < MOST_NEGATIVE ? [{ values: features, is: isEvidence[at] === true }] : [],
      );
      return kept;
    });
  return trainRanker(lists, FEATURES.length);
}

function reportRanks(name: string, of: readonly Example[]): void {
  const those = of.filter(({ question }) => question.class !== 'none');
  const ranks = those.map((one) => {
    const scores = one.candidates.map(({ features }) => dot(folds[one.fold] ?? [], features));
    const best = Math.max(Number.NEGATIVE_INFINITY, ...scores.filter((_, at) => one.isEvidence[at]));
    return best === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : scores.filter((score) => score > best).length;
  });
  const within = (most: number) => percent(ranks.filter((rank) => rank < most).length, ranks.length);
  console.log(
    `${name}: ${ranks.length} questions; evidence first ${within(1)}, in three ${within(3)}, in eight ${within(8)}, at all ${within(1e9)}`,
  );
}

function percent(part: number, of: number): string {
  return `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;
}

function print(names: readonly string[], weights: readonly number[]): Readonly<Record<string, number>> {
  const named = Object.fromEntries(names.map((name, at) => [name, Math.round((weights[at] ?? 0) * 100) / 100]));
  console.log(JSON.stringify(named));
  return named;
}

function write(file: string, names: readonly string[], weights: readonly number[]): void {
  const named = print(names, weights);
  if (process.argv.includes('--write'))
    writeFileSync(resolve(projectFolder, 'src/questions', file), `${JSON.stringify(named, null, 2)}\n`);
}
