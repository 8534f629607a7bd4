import fs from 'node:fs';
import path from 'node:path';
import { candidatesOf, FEATURES } from '../src/answers/summary-features.ts';
import { slice } from '../src/text/span.ts';
import { documentsOf, rouge, type SummaryRow, summaryRows, wordsOf } from './summaries.ts';

/**
 * Learns src/answers/summary-weights.ts: how much each feature says for a sentence. One set of weights for a single article
 * (learned on cnndm_val), one for several on the same event (allsides_mds_train).
 * The model is a softmax over the sentences of a row, drawn towards those whose words the reference shares (listwise
 * ranking, Cao et al. 2007). Nothing in it is random: the same data give the same weights.
 * Usage: node dist/bench/train-summaries.js FOLDER
 */
/** How much a better sentence is wanted above a worse one: the smaller, the more. */
const TEMPERATURE = 0.25;
const STEPS = 150;
const RATE = 0.15;
/** Keeps weights small. */
const DECAY = 1e-3;

interface Example {
  /** A row of features for each sentence. */
  readonly features: readonly (readonly number[])[];
  /** How likely each sentence should be. */
  readonly wanted: readonly number[];
}

function exampleOf(row: SummaryRow): Example {
  const documents = documentsOf(row);
  const reference = wordsOf(row.reference);
  const { list } = candidatesOf(documents);
  const gains = list.map(({ document, sentence }) => {
    const [one, two] = rouge(reference, wordsOf(slice(documents[document]?.text ?? '', sentence)));
    return (one + 1.5 * two) / 100 / TEMPERATURE;
  });
  return { features: list.map(({ features }) => FEATURES.map((name) => features[name])), wanted: softmax(gains) };
}

function softmax(values: readonly number[]): number[] {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}

/** Learns by Adam (Kingma and Ba 2015) over all examples at once. */
function learn(examples: readonly Example[]): number[] {
  const weights = FEATURES.map(() => 0);
  const mean = FEATURES.map(() => 0);
  const square = FEATURES.map(() => 0);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = gradientOf(examples, weights);
    weights.forEach((weight, j) => {
      const slope = (gradient[j] ?? 0) / examples.length + DECAY * weight;
      const m = 0.9 * (mean[j] ?? 0) + 0.1 * slope;
      const v = 0.99 * (square[j] ?? 0) + 0.01 * slope ** 2;
      mean[j] = m;
      square[j] = v;
      weights[j] = weight - (RATE * (m / (1 - 0.9 ** step))) / (Math.sqrt(v / (1 - 0.99 ** step)) + 1e-8);
    });
  }
  return weights;
}

function gradientOf(examples: readonly Example[], weights: readonly number[]): number[] {
  const gradient = weights.map(() => 0);
  for (const { features, wanted } of examples) {
    const given = softmax(features.map((row) => row.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0)));
    features.forEach((row, i) => {
      const error = (given[i] ?? 0) - (wanted[i] ?? 0);
      for (let j = 0; j < row.length; j++) gradient[j] = (gradient[j] ?? 0) + error * (row[j] ?? 0);
    });
  }
  return gradient;
}

function weightsFrom(file: string): number[] {
  const examples = summaryRows(file).map(exampleOf);
  return learn(examples.filter(({ wanted }) => wanted.length > 1));
}

const shown = (weights: readonly number[]): string =>
  FEATURES.map((name, i) => `    ${name}: ${(weights[i] ?? 0).toFixed(2)},`).join('\n');

const [, , folder] = process.argv;
if (!folder) throw new Error('Name the folder of the summary sets: node dist/bench/train-summaries.js FOLDER');
const one = weightsFrom(path.join(folder, 'cnndm_val.jsonl'));
const several = weightsFrom(path.join(folder, 'allsides_mds_train.jsonl'));
fs.writeFileSync(
  'src/answers/summary-weights.ts',
  `import type { FeatureName } from './summary-features.ts';

export type Weights = Readonly<Record<FeatureName, number>>;

/** What each feature says for a sentence: of a single article, of several on one event. Made by bench/train-summaries.ts. */
export const SUMMARY_WEIGHTS: { readonly one: Weights; readonly several: Weights } = {
  one: {
${shown(one)}
  },
  several: {
${shown(several)}
  },
};
`,
);
