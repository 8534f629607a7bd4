// npm run train:speakers -- FOLDER: learns src/reading/quotations/speakers/weights.ts, how much each feature of a place that tells of
// somebody says for its being whom "he" or "she" means, from the pronouns of polnear.train that were checked by hand. Prints
// how many it gets right in each of five folds, learned on the others, and in polnear.dev, which it does not learn from.
// The model is a softmax over the places before the pronoun, in which those of the right person share the chance (mention
// ranking, Durrett and Klein 2013). Nothing in it is random: the same data give the same weights.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkedPronouns } from '../evaluation/pronouns-checked.ts';
import { namesRead, type QuotationRow, quotationRows, sameSpeaker } from '../evaluation/quotation-scores.ts';
import { projectFolder } from '../src/project/folder.ts';
import { loadModels } from '../src/reading/models.ts';
import { findQuotations } from '../src/reading/quotations/find-quotations.ts';
import {
  mostLikely,
  PRONOUN_FEATURES,
  type PronounCandidate,
  type PronounFeature,
} from '../src/reading/quotations/speakers/pronouns.ts';

const STEPS = 400;
const RATE = 0.05;
/** Keeps weights small. */
const DECAY = 1e-2;
/** What is known of men and women is sure, and too seldom missing or wrong in these texts to learn how much it tells. */
const GIVEN: Partial<Record<PronounFeature, number>> = { gender: 1, genderAgainst: -5 };
const FOLDS = 5;

/** One pronoun: the places it may stand for, and which of them tell of the right person. */
interface Example {
  readonly candidates: readonly PronounCandidate[];
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: npm run train:speakers -- FOLDER');
  process.exit(2);
}
const models = loadModels(join(projectFolder, 'data'));
const training = examplesOf('train', folder);
const held = examplesOf('dev', folder).flat();

const heldOut = Array.from({ length: FOLDS }, (_, fold) => {
  const inFold = (i: number) => i % FOLDS === fold;
  const weights = learn(training.filter((_, i) => !inFold(i)).flat());
  return rightOf(training.filter((_, i) => inFold(i)).flat(), weights);
});
const sum = heldOut.reduce((all, { right, of }) => ({ right: all.right + right, of: all.of + of }));
console.log(
  `right in each of ${FOLDS} folds, learned on the others: ${heldOut.map(told).join(', ')}; in all ${told(sum)}`,
);
const weights = learn(training.flat());
console.log(`on what they were learned from: ${told(rightOf(training.flat(), weights))}`);
console.log(`in polnear.dev: ${told(rightOf(held, weights))}`);
writeFileSync(join(projectFolder, 'src/reading/quotations/speakers/weights.ts'), asModule(weights));

/** The checked pronouns, by article; the reading goes on with the right person, where it is a candidate. */
function examplesOf(part: 'train' | 'dev', from: string): Example[][] {
  const checked = checkedPronouns(part);
  const articles = quotationRows(join(from, `data/polnear.${part}.jsonl`));
  return articles.flatMap((row) => {
    const people = checked.get(row.id);
    return people ? [examplesIn(row, people)] : [];
  });
}

function examplesIn(row: QuotationRow, people: ReadonlyMap<number, string>): Example[] {
  const document = namesRead(row, models);
  const examples = new Map<number, Example>();
  findQuotations(document, (candidates, at) => {
    const person = people.get(at);
    const isRight = ({ who }: PronounCandidate) =>
      person !== undefined && sameSpeaker(person, 'name' in who ? who.name : document.entities[who.entity]?.name);
    if (person !== undefined) {
      const rows = candidates.map(({ features }) => PRONOUN_FEATURES.map((name) => features[name] ?? 0));
      examples.set(at, { candidates, rows, right: candidates.map(isRight) });
    }
    return candidates.find(isRight) ?? mostLikely(candidates);
  });
  return [...examples.values()];
}

/** Learns by Adam (Kingma and Ba 2015) over all examples at once; from those in which the right person is a candidate. */
function learn(all: readonly Example[]): number[] {
  const examples = all.filter(({ right }) => right.includes(true));
  const learned = PRONOUN_FEATURES.map((name) => GIVEN[name] ?? 0);
  const mean = PRONOUN_FEATURES.map(() => 0);
  const square = PRONOUN_FEATURES.map(() => 0);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = gradientOf(examples, learned);
    learned.forEach((weight, j) => {
      if (GIVEN[PRONOUN_FEATURES[j] ?? 'first'] !== undefined) return;
      const slope = (gradient[j] ?? 0) / examples.length + DECAY * weight;
      const m = 0.9 * (mean[j] ?? 0) + 0.1 * slope;
      const v = 0.99 * (square[j] ?? 0) + 0.01 * slope ** 2;
      mean[j] = m;
      square[j] = v;
      learned[j] = weight - (RATE * (m / (1 - 0.9 ** step))) / (Math.sqrt(v / (1 - 0.99 ** step)) + 1e-8);
    });
  }
  return learned;
}

function gradientOf(examples: readonly Example[], weights: readonly number[]): number[] {
  const gradient = weights.map(() => 0);
  for (const { rows: list, right } of examples) {
    const given = softmax(list.map((row) => dot(row, weights)));
    const hit = given.reduce((sum, chance, i) => sum + (right[i] ? chance : 0), 0);
    list.forEach((row, i) => {
      const error = (given[i] ?? 0) - (right[i] ? (given[i] ?? 0) / hit : 0);
      for (let j = 0; j < row.length; j++) gradient[j] = (gradient[j] ?? 0) + error * (row[j] ?? 0);
    });
  }
  return gradient;
}

function softmax(values: readonly number[]): number[] {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}

function dot(row: readonly number[], weights: readonly number[]): number {
  return row.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0);
}

interface Count {
  readonly right: number;
  readonly of: number;
}

/** How many pronouns the weights give to the right person. */
function rightOf(examples: readonly Example[], learned: readonly number[]): Count {
  const byName = weightsOf(learned);
  const right = examples.filter(({ candidates, right: isRight }) => {
    const chosen = mostLikely(candidates, byName);
    return chosen !== null && isRight[candidates.indexOf(chosen)];
  });
  return { right: right.length, of: examples.length };
}

function told({ right, of }: Count): string {
  return `${((100 * right) / Math.max(1, of)).toFixed(1)} % of ${of}`;
}

function weightsOf(learned: readonly number[]): Record<PronounFeature, number> {
  // Every feature is in the list that this is made from.
  return Object.fromEntries(PRONOUN_FEATURES.map((name, j) => [name, learned[j] ?? 0])) as Record<
    PronounFeature,
    number
  >;
}

function asModule(values: readonly number[]): string {
  const lines = PRONOUN_FEATURES.map((name, j) => `  ${name}: ${(values[j] ?? 0).toFixed(2).replace(/\.?0+$/, '')},`);
  return [
    '// Learned by `npm run train:speakers -- FOLDER`; not written by hand.',
    'export const PRONOUN_WEIGHTS = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}
