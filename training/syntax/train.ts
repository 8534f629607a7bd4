import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWeights, type Scorer, scorerOf, writeWeights } from '../../src/reading/linear/weights.ts';
import { parserInput } from '../../src/reading/parse/features.ts';
import { labeller } from '../../src/reading/parse/labels.ts';
import { serialiseSyntaxModel } from '../../src/reading/parse/model.ts';
import { RELATIONS } from '../../src/reading/parse/relations.ts';
import { ACTIONS } from '../../src/reading/parse/state.ts';
import { tagWords } from '../../src/reading/tags/tagger.ts';
import { TAGS } from '../../src/reading/tags/tags.ts';
import { clusterBytes, clusterWords } from './clusters.ts';
import { parseConllu } from './conllu.ts';
import { type Example, examplesOf } from './examples.ts';
import { trainLabels, trainRelabels } from './labels.ts';
import { learnLemmas } from './lemmas.ts';
import { lexiconVerbForms } from './lexicon-verbs.ts';
import { newsTexts } from './news.ts';
import { projective, stepsTo } from './oracle.ts';
import { trainStructure } from './structure.ts';
import { trainTagger } from './tagger.ts';

// Trains everything tagging and parsing need: word clusters from running news, tagger, relations and structure from the
// treebank. `npm run train:syntax -- FOLDER [OUT]`; FOLDER holds syntax/ud-train.conllu and the sets of news.ts.

/** States followed in training, and when it works. */
const TRAINING_BEAM = 4;
const BEAM = 6;
const SEEDS = [21, 77];
const TAG_ROUNDS = 5;
const LABEL_ROUNDS = 4;
const STRUCTURE_ROUNDS = 13;
/** How many weights are kept of each. */
const MOST_TAG_WEIGHTS = 560_000;
const MOST_LABEL_WEIGHTS = 250_000;
const MOST_RELABEL_WEIGHTS = 450_000;
const MOST_STRUCTURE_WEIGHTS = 920_000;

const [folder = '', out = 'data/syntax.model'] = process.argv.slice(2);
const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);

const sentences = parseConllu(readFileSync(join(folder, 'syntax', 'ud-train.conllu'), 'utf8'));
const clusters = clusterWords([...newsTexts(folder), ...sentences.map(({ text }) => text)]);
say(`${clusters.size} words in clusters`);
const examples = examplesOf(sentences, clusters);
say(`${sentences.length} sentences, ${examples.length} with variants`);

const tags = writeWeights(trainTagger(examples, TAG_ROUNDS, 1), TAGS.length, MOST_TAG_WEIGHTS);
say(`tags: ${tags.byteLength} bytes`);
const inputs = jackknifed(examples);
say('tagged by taggers that did not see the sentence');

const labels = writeWeights(trainLabels(inputs, LABEL_ROUNDS, 11), RELATIONS.length, MOST_LABEL_WEIGHTS);
say(`relations: ${labels.byteLength} bytes`);
const relabels = writeWeights(trainRelabels(inputs, LABEL_ROUNDS, 12), RELATIONS.length, MOST_RELABEL_WEIGHTS);
say(`relations in the finished tree: ${relabels.byteLength} bytes`);
// The relations the structure is trained with have the faults they will have: each half is labelled by what the other taught.
const labelHalves = [0, 1].map((half) => {
  const others = inputs.filter(({ sentence }) => sentence % 2 !== half);
  return scorerOf(
    readWeights(
      writeWeights(trainLabels(others, LABEL_ROUNDS - 1, 30 + half), RELATIONS.length, 2 * MOST_LABEL_WEIGHTS),
    ),
  );
});
const structureExamples = inputs.flatMap(({ sentence, input, heads }) => {
  const steps = stepsTo(projective(heads));
  const scorer = labelHalves[sentence % 2];
  return steps && scorer ? [{ sentence, input, steps, relationOf: labeller(input, scorer) }] : [];
});
const trained = SEEDS.map((seed) => trainStructure(structureExamples, TRAINING_BEAM, STRUCTURE_ROUNDS, seed));
const mean = trained.reduce((sum, { flat, bits }) => ({
  flat: sum.flat.map((weight, i) => weight + (flat[i] ?? 0)),
  bits,
}));
const structure = writeWeights(mean, ACTIONS, MOST_STRUCTURE_WEIGHTS);
say(`structure: ${structure.byteLength} bytes`);

const lemmas = new TextEncoder().encode(learnLemmas(sentences, lexiconVerbForms()));
const model = serialiseSyntaxModel({
  beam: BEAM,
  tags,
  structure,
  labels,
  relabels,
  lemmas,
  clusters: clusterBytes(clusters),
});
writeFileSync(out, model);
say(`${out}: ${model.byteLength} bytes`);

/** The examples with the tags that a tagger trained on the other half of the sentences gives them: with the faults it will have. */
function jackknifed(all: readonly Example[]) {
  const scorers: Scorer[] = [0, 1].map((half) => {
    const others = all.filter(({ sentence }) => sentence % 2 !== half);
    const flat = trainTagger(others, TAG_ROUNDS - 1, 2 + half);
    return scorerOf(readWeights(writeWeights(flat, TAGS.length, 3 * MOST_TAG_WEIGHTS)));
  });
  return all.flatMap(({ sentence, words, heads, relations }) => {
    const scorer = scorers[sentence % 2];
    return scorer ? [{ sentence, input: parserInput(words, tagWords(words, scorer)), heads, relations }] : [];
  });
}
