// npm run train:coreference -- FOLDER: learns src/reading/coreference/weights.ts, how much each feature says for an anaphor's
// meaning a candidate, from GUM's coreference (syntax/ud-train.conllu) and the pronouns of polnear.train that were checked by
// hand. Mention ranking (Durrett and Klein 2013): a softmax over the candidates, of which the right share the chance. Each
// class of anaphor has weights of its own beside those all share, so that rare classes learn from frequent ones (Daumé III
// 2007). Nothing in it is random: the same data give the same weights.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Example, guessedIn, gumExamples, polnearExamples } from '../evaluation/coreference/examples.ts';
import { checkedPronouns } from '../evaluation/pronouns-checked.ts';
import { projectFolder } from '../src/project/folder.ts';
import { ANAPHOR_CLASSES } from '../src/reading/coreference/anaphors.ts';
import { ANTECEDENT_FEATURES, type Feature } from '../src/reading/coreference/features.ts';
import type { Weights } from '../src/reading/coreference/rank.ts';
import { loadModels } from '../src/reading/models.ts';

const STEPS = 300;
/**
 * What is sure and too rare in these texts to learn how much it tells: men and women, "two", whoever is joined to somebody by
 * "and" or stands beside them with one verb ("Lee met the premier"), the post that somebody is told with.
 */
const GIVEN: Partial<Record<Feature, number>> = {
  genderAgainst: -7,
  count: 3,
  countAgainst: -3,
  joinedWith: -7,
  coargument: -4,
  otherPost: -4,
  samePost: 3,
};
const RATE = 0.05;
/** Keep weights small: those that all classes share, and what a class adds. */
const DECAY = 1;
const OWN_DECAY = 3;

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: npm run train:coreference -- FOLDER');
  process.exit(2);
}
const models = loadModels(join(projectFolder, 'data'));
const NONE: Weights = { he: {}, it: {}, they: {}, person: {}, body: {}, several: {} };
const gum = gumExamples(join(folder, 'data/syntax/ud-train.conllu'), models, NONE);
console.log(`GUM: ${gum.length} anaphors`);
const first = learn(gum);
const polnearFile = join(folder, 'data/polnear.train.jsonl');
const checked = polnearExamples(polnearFile, checkedPronouns('train'), models, first);
const guessed = polnearExamples(polnearFile, guessedIn(polnearFile), models, first);
console.log(`polnear: ${checked.length} pronouns checked, ${guessed.length} guessed`);
writeFileSync(
  join(projectFolder, 'src/reading/coreference/weights.ts'),
  asModule(learn([...gum, ...checked, ...guessed])),
);

/** Learns by Adam (Kingma and Ba 2015) over all examples at once. */
function learn(all: readonly Example[]): Weights {
  const size = ANTECEDENT_FEATURES.length;
  const examples = all
    .filter(({ right }) => right.includes(true))
    .map(({ class: kind, rows, right }) => ({
      kind: ANAPHOR_CLASSES.indexOf(kind),
      right,
      rows: rows.map((row) => ANTECEDENT_FEATURES.flatMap((name, j) => (row[name] ? ([[j, row[name]]] as const) : []))),
    }));
  // First those that all share, then each class's own.
  const blocks = 1 + ANAPHOR_CLASSES.length;
  const learned = new Float64Array(size * blocks);
  ANTECEDENT_FEATURES.forEach((name, j) => {
    learned[j] = GIVEN[name] ?? 0;
  });
  const mean = new Float64Array(learned.length);
  const square = new Float64Array(learned.length);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = learned.map((weight, j) => weight * (j < size ? DECAY : OWN_DECAY));
    for (const { kind, rows, right } of examples) {
      const own = (1 + kind) * size;
      const powers = rows.map((row) =>
        Math.exp(row.reduce((sum, [j, value]) => sum + value * (learned[j]! + learned[own + j]!), 0)),
      );
      const total = powers.reduce((sum, power) => sum + power, 0);
      const hit = powers.reduce((sum, power, i) => sum + (right[i] ? power : 0), 0);
      rows.forEach((row, i) => {
        const error = powers[i]! / total - (right[i] ? powers[i]! / hit : 0);
        for (const [j, value] of row) {
          gradient[j]! += error * value;
          gradient[own + j]! += error * value;
        }
      });
    }
    learned.forEach((weight, j) => {
      if (GIVEN[ANTECEDENT_FEATURES[j % size]!] !== undefined) return;
      const slope = gradient[j]! / examples.length;
      mean[j] = 0.9 * mean[j]! + 0.1 * slope;
      square[j] = 0.99 * square[j]! + 0.01 * slope ** 2;
      learned[j] = weight - (RATE * (mean[j] / (1 - 0.9 ** step))) / (Math.sqrt(square[j] / (1 - 0.99 ** step)) + 1e-8);
    });
  }
  const weightsOf = (kind: number) =>
    Object.fromEntries(ANTECEDENT_FEATURES.map((name, j) => [name, learned[j]! + learned[(1 + kind) * size + j]!]));
  // Every class is in the list that this is made from.
  return Object.fromEntries(ANAPHOR_CLASSES.map((name, kind) => [name, weightsOf(kind)])) as unknown as Weights;
}

function asModule(weights: Weights): string {
  const lines = ANAPHOR_CLASSES.flatMap((kind) => [
    `  ${kind}: {`,
    ...ANTECEDENT_FEATURES.flatMap((name) => {
      const value = (weights[kind][name] ?? 0).toFixed(2).replace(/\.?0+$/, '');
      return value === '0' || value === '-0' || value === '' ? [] : [`    ${name}: ${value},`];
    }),
    '  },',
  ]);
  return [
    '// Learned by `npm run train:coreference -- FOLDER`; not written by hand.',
    "import type { Weights } from './rank.ts';",
    '',
    'export const COREFERENCE_WEIGHTS: Weights = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}
