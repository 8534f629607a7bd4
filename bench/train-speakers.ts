// npm run train:speakers -- FOLDER [even]: learns src/reading/speakers-weights.ts, how much each feature of a mention says for
// its being whom "he" or "she" means, from the pronouns of polnear.train (all, or the even half) whose person is known.
// Those persons were guessed by a machine, and often wrongly: only guesses that are the name of a candidate are believed, and
// no possessors ("Rojas's plan"), which it prefers against all reason.
// The model is a softmax over the mentions before the pronoun, in which those of the right person share the chance (mention
// ranking, Durrett and Klein 2013). Nothing in it is random: the same data give the same weights.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNameModel } from '../src/reading/names.ts';
import { findQuotations } from '../src/reading/quotations.ts';
import { PRONOUN_FEATURES, type PronounCandidate } from '../src/reading/speakers-pronouns.ts';
import { PRONOUN_WEIGHTS } from '../src/reading/speakers-weights.ts';
import { projectFolder } from '../src/settings.ts';
import { namesRead, PRONOUN, type QuotationRow, quotationRows, sameSpeaker } from './quotation-scores.ts';

const STEPS = 400;
const RATE = 0.05;
/** Keeps weights small. */
const DECAY = 2e-3;
/** Gender tells more than these texts can teach: nearly all of their people have names that the lists of given names know. */
const GENDER = PRONOUN_FEATURES.indexOf('gender');
const GENDER_WEIGHT = 1.5;
const FOLDS = 5;

/** One pronoun: its candidates' features, and which of them are mentions of the right person. */
interface Example {
  readonly rows: readonly (readonly number[])[];
  readonly entities: readonly number[];
  readonly right: readonly boolean[];
}

const [folder, half] = process.argv.slice(2);
if (!folder) {
  console.error('usage: npm run train:speakers -- FOLDER [even]');
  process.exit(2);
}
const model = parseNameModel(readFileSync(join(projectFolder, 'data/names.model')));
const rows = quotationRows(join(folder, 'data/polnear.train.jsonl')).filter((_, i) => half !== 'even' || i % 2 === 0);
const byDocument = rows.map(examplesIn);

const own = PRONOUN_FEATURES.map((name) => PRONOUN_WEIGHTS[name]);
console.log(`${byDocument.flat().length} pronouns; right with the weights so far: ${percent(byDocument.flat(), own)}`);
const heldOut = Array.from({ length: FOLDS }, (_, fold) => {
  const inFold = (i: number) => i % FOLDS === fold;
  const weights = learn(byDocument.filter((_, i) => !inFold(i)).flat());
  return percent(byDocument.filter((_, i) => inFold(i)).flat(), weights);
});
console.log(`right in each of ${FOLDS} folds, learned on the others: ${heldOut.join(', ')}`);
const weights = learn(byDocument.flat());
console.log(
  `right with the weights learned now, on what they were learned from: ${percent(byDocument.flat(), weights)}`,
);
writeFileSync(join(projectFolder, 'src/reading/speakers-weights.ts'), asModule(weights));

/** The pronouns whose person the annotation tells; the reading goes on with the right person, where it is a candidate. */
function examplesIn(row: QuotationRow): Example[] {
  const document = namesRead(row, model);
  const wanted = new Map<number, string>();
  for (const { speaker, speaker_silver: silver, speaker_start: start } of row.quotes)
    if (speaker && silver && start !== undefined && PRONOUN.test(speaker) && !/['’]s?\s*$/.test(silver))
      wanted.set(start, silver);
  const examples: Example[] = [];
  const seen = new Set<number>();
  findQuotations(document, (candidates, at) => {
    const silver = wanted.get(at);
    const isRight = ({ mention }: PronounCandidate) =>
      silver !== undefined && sameSpeaker(silver, document.entities[mention.entity]?.name);
    const right = candidates.find(isRight);
    if (right && !seen.has(at)) {
      seen.add(at);
      examples.push({
        rows: candidates.map(({ features }) => PRONOUN_FEATURES.map((name) => features[name] ?? 0)),
        entities: candidates.map(({ mention }) => mention.entity),
        right: candidates.map(isRight),
      });
    }
    return right ?? candidates[0] ?? null;
  });
  return examples;
}

/** Learns by Adam (Kingma and Ba 2015) over all examples at once. */
function learn(examples: readonly Example[]): number[] {
  const learned = PRONOUN_FEATURES.map((_, j): number => (j === GENDER ? GENDER_WEIGHT : 0));
  const mean = PRONOUN_FEATURES.map(() => 0);
  const square = PRONOUN_FEATURES.map(() => 0);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = gradientOf(examples, learned);
    learned.forEach((weight, j) => {
      const slope = j === GENDER ? 0 : (gradient[j] ?? 0) / examples.length + DECAY * weight;
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

/** How many pronouns the weights give to the right person. */
function percent(examples: readonly Example[], weights: readonly number[]): string {
  const right = examples.filter(({ rows: list, right: isRight }) => {
    const scores = list.map((row) => dot(row, weights));
    return isRight[scores.indexOf(Math.max(...scores))];
  });
  return `${((100 * right.length) / Math.max(1, examples.length)).toFixed(1)} %`;
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
