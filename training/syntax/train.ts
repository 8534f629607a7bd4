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
import { sentenceWords } from '../../src/reading/tags/words.ts';
import { seeded } from '../../tests/support/seeded.ts';
import { parseConllu, type TreebankSentence } from './conllu.ts';
import { trainLabels } from './labels.ts';
import { learnLemmas } from './lemmas.ts';
import { projective, stepsTo } from './oracle.ts';
import { isTree, retokenise } from './retokenise.ts';
import { trainStructure } from './structure.ts';
import { trainTagger } from './tagger.ts';
import { hasVerb, isShort, telegraphic, titleCased } from './variants.ts';

const BEAM = Number(process.env.BEAM ?? 1);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const FOLDS = 4;

const [folder = '', out = 'data/syntax.model'] = process.argv.slice(2);
const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);
const clusters = new Map<number, number>();

/** Sentences in the treebank's tokens and in ours, and headlines made of some. Copies of one sentence share its fold. */
function withVariants(sentences: readonly TreebankSentence[]): { sentence: TreebankSentence; fold: number }[] {
  const random = seeded(7);
  return sentences.flatMap((sentence, i) => {
    const ours = retokenise(sentence);
    const all = [ours];
    if (ours.tokens.length !== sentence.tokens.length) all.push(sentence);
    if (random() < 0.25) all.push(titleCased(ours, random() < 0.5));
    if (isShort(ours) && hasVerb(ours) && random() < 0.3) {
      const short = telegraphic(ours, (relation) => RELATIONS[relation] ?? 'dep');
      all.push(titleCased(short, random() < 0.5));
    }
    return all.filter(isTree).map((variant) => ({ sentence: variant, fold: i % FOLDS }));
  });
}

const originals = parseConllu(readFileSync(join(folder, 'ud-train.conllu'), 'utf8'));
const examples = withVariants(originals).map(({ sentence, fold }) => ({
  fold,
  words: sentenceWords(
    sentence.tokens.map(({ word }) => word),
    clusters,
  ),
  gold: Int32Array.from(sentence.tokens, ({ tag }) => tag),
  heads: Int32Array.from(sentence.tokens, ({ head }) => head),
  relations: Int32Array.from(sentence.tokens, ({ relation }) => relation),
}));
say(`${originals.length} sentences, ${examples.length} with variants`);

const dense = (
  { flat, bits }: { flat: Float32Array; bits: number },
  classes: number,
  most: number,
): { scorer: Scorer; bytes: Uint8Array } => {
  const bytes = writeWeights(flat, bits, classes, most);
  return { scorer: scorerOf(readWeights(bytes)), bytes };
};

const tagger = dense(trainTagger(examples, ROUNDS, 1), TAGS.length, 700_000);
say(`tagger ${tagger.bytes.byteLength} bytes`);
const tagged = new Array<Int32Array>(examples.length);
for (let fold = 0; fold < FOLDS; fold++) {
  const others = dense(
    trainTagger(
      examples.filter((e) => e.fold !== fold),
      ROUNDS,
      2 + fold,
    ),
    TAGS.length,
    2_000_000,
  ).scorer;
  examples.forEach((e, i) => {
    if (e.fold === fold) tagged[i] = tagWords(e.words, others);
  });
}
say('jackknifed tags');

const inputs = examples.map(({ words, heads, relations }, i) => ({
  input: parserInput(words, tagged[i]!),
  heads,
  relations,
}));
const labels = dense(trainLabels(inputs, ROUNDS, 11), RELATIONS.length, 500_000);
say(`labels ${labels.bytes.byteLength} bytes`);

const structureExamples = inputs.flatMap(({ input, heads }) => {
  const steps = stepsTo(projective(heads));
  return steps ? [{ input, steps, relationOf: labeller(input, labels.scorer) }] : [];
});
say(`${structureExamples.length} with steps`);
const structure = dense(
  trainStructure(structureExamples, BEAM, ROUNDS, 21, (round) => say(`round ${round + 1}`)),
  ACTIONS,
  1_100_000,
);
say(`structure ${structure.bytes.byteLength} bytes`);

const lemmas = new TextEncoder().encode(learnLemmas(originals));
say(`lemmas ${lemmas.byteLength} bytes`);
writeFileSync(
  out,
  serialiseSyntaxModel({
    beam: BEAM,
    tags: tagger.bytes,
    structure: structure.bytes,
    labels: labels.bytes,
    lemmas,
    clusters: new Uint8Array(0),
  }),
);
