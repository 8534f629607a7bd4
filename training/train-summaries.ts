import fs from 'node:fs';
import path from 'node:path';
import {
  BUDGET,
  documentsOf,
  meanOf,
  type Rouge,
  rouge,
  type SummaryRow,
  summaryRows,
  toldIn,
  wordsOf,
} from '../evaluation/summaries.ts';
import { candidatesOf, type FeatureName, SENTENCE_FEATURES } from '../src/answers/summarise/features.ts';
import { REPETITION, summarise } from '../src/answers/summarise/summarise.ts';
import type { SentenceWeights } from '../src/answers/summarise/weights.ts';
import { slice } from '../src/text/span.ts';

/**
 * Learns src/answers/summarise/weights.ts: how much each feature says for a sentence. One set of weights for a single article
 * (learned on cnndm_val), one for several on the same event (allsides_mds_train).
 * What is learned is the expected ROUGE of a summary's first two sentences, where each is drawn with a probability that grows
 * with its score: the gradient of that expectation is exact, so nothing is random and the same data give the same weights
 * (minimum risk training: Smith and Eisner 2006).
 * Usage: node dist/training/train-summaries.js FOLDER. Prints ROUGE on held-out fifths, then writes the weights.
 */
const TEMPERATURE = 0.5;
const STEPS = 100;
const RATE = 0.05;
/** Keeps weights small. */
const DECAY = 0.005;
/** So many sentences of a row are weighed against one another: the first fit ones of each article. */
const MOST_COMPARED = 18;
const FOLDS = 5;

interface Example {
  readonly row: SummaryRow;
  /** A row of features for each sentence. */
  readonly features: readonly (readonly number[])[];
  /** How alike two sentences are. */
  readonly alike: readonly (readonly number[])[];
  /** ROUGE-1 and -2, from 0 to 2 together, of the summary that starts with one and goes on with the other. */
  readonly gains: readonly (readonly number[])[];
}

function exampleOf(row: SummaryRow): Example {
  const documents = documentsOf(row);
  const reference = wordsOf(row.reference);
  const candidates = candidatesOf(documents);
  const early = candidates.list.filter(({ standing }) => standing === 'alone');
  const compared = early.sort((a, b) => a.place - b.place).slice(0, MOST_COMPARED);
  const words = compared.map(({ document, sentence }) => wordsOf(slice(documents[document]?.text ?? '', sentence)));
  return {
    row,
    features: compared.map(({ features }) => SENTENCE_FEATURES.map((name) => features[name])),
    alike: compared.map((a) => compared.map((b) => candidates.similarity(a, b))),
    gains: words.map((first) =>
      words.map((second) => {
        const [one, two] = rouge(reference, [...first, ...second]);
        return (one + two) / 100;
      }),
    ),
  };
}

function softmax(values: readonly number[]): number[] {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}

/** Learns by Adam (Kingma and Ba 2015) over all examples at once. */
function learn(examples: readonly Example[]): number[] {
  const weights = SENTENCE_FEATURES.map(() => 0);
  const mean = SENTENCE_FEATURES.map(() => 0);
  const square = SENTENCE_FEATURES.map(() => 0);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = gradientOf(examples, weights);
    weights.forEach((weight, j) => {
      const slope = (gradient[j] ?? 0) / examples.length - DECAY * weight;
      const m = 0.9 * (mean[j] ?? 0) + 0.1 * slope;
      const v = 0.99 * (square[j] ?? 0) + 0.01 * slope ** 2;
      mean[j] = m;
      square[j] = v;
      weights[j] = weight + (RATE * (m / (1 - 0.9 ** step))) / (Math.sqrt(v / (1 - 0.99 ** step)) + 1e-8);
    });
  }
  return weights;
}

/** How the expected ROUGE of all examples grows with each weight. */
function gradientOf(examples: readonly Example[], weights: readonly number[]): number[] {
  const gradient = weights.map(() => 0);
  for (const { features, alike, gains } of examples) {
    const scores = features.map((row) => row.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0));
    const first = softmax(scores.map((score) => score / TEMPERATURE));
    /** How much each sentence's score pushes the expectation. */
    const push = features.map(() => 0);
    const expected = first.map((chance, i) => {
      const left = scores.map((score, j) =>
        j === i ? Number.NEGATIVE_INFINITY : (score - REPETITION * (alike[i]?.[j] ?? 0)) / TEMPERATURE,
      );
      const second = softmax(left);
      const value = second.reduce((sum, p, j) => sum + (j === i ? 0 : p * (gains[i]?.[j] ?? 0)), 0);
      second.forEach((p, j) => {
        if (j !== i) push[j] = (push[j] ?? 0) + chance * p * ((gains[i]?.[j] ?? 0) - value);
      });
      return value;
    });
    const all = first.reduce((sum, chance, i) => sum + chance * (expected[i] ?? 0), 0);
    features.forEach((row, i) => {
      const slope = ((first[i] ?? 0) * ((expected[i] ?? 0) - all) + (push[i] ?? 0)) / TEMPERATURE;
      for (let j = 0; j < row.length; j++) gradient[j] = (gradient[j] ?? 0) + slope * (row[j] ?? 0);
    });
  }
  return gradient;
}

const named = (weights: readonly number[]): SentenceWeights =>
  Object.fromEntries(SENTENCE_FEATURES.map((name, i) => [name, weights[i] ?? 0])) as Record<FeatureName, number>;

/** Mean ROUGE of the rows as summarised by these weights. */
function scored(rows: readonly SummaryRow[], weights: readonly number[]): Rouge {
  return meanOf(
    rows.map((row) => {
      const documents = documentsOf(row);
      const chosen = summarise(documents, null, BUDGET, named(weights));
      return rouge(wordsOf(row.reference), toldIn(documents, chosen));
    }),
  );
}

/** Learns from all rows, and says how well rows are summarised that were kept out of learning. */
function learned(file: string): number[] {
  const examples = summaryRows(file)
    .map(exampleOf)
    .filter(({ features }) => features.length > 1);
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = learn(examples.filter((_, i) => i % FOLDS !== fold));
    return scored(
      examples.filter((_, i) => i % FOLDS === fold).map(({ row }) => row),
      weights,
    );
  });
  const shown = meanOf(folds).map((value) => value.toFixed(2));
  console.log(`${path.basename(file)}: ROUGE ${shown.join(' / ')} on fifths kept out of learning`);
  return learn(examples);
}

const listed = (weights: readonly number[]): string =>
  SENTENCE_FEATURES.map((name, i) => `    ${name}: ${(weights[i] ?? 0).toFixed(2)},`).join('\n');

const [, , folder] = process.argv;
if (!folder) throw new Error('Name the folder of the summary sets: node dist/training/train-summaries.js FOLDER');
const one = learned(path.join(folder, 'cnndm_val.jsonl'));
const several = learned(path.join(folder, 'allsides_mds_train.jsonl'));
fs.writeFileSync(
  'src/answers/summarise/weights.ts',
  `import type { FeatureName } from './features.ts';

export type SentenceWeights = Readonly<Record<FeatureName, number>>;

/** What each feature says for a sentence: of a single article, of several on one event. Made by training/train-summaries.ts. */
export const SUMMARY_WEIGHTS: { readonly one: SentenceWeights; readonly several: SentenceWeights } = {
  one: {
${listed(one)}
  },
  several: {
${listed(several)}
  },
};
`,
);
