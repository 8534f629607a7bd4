import type { TrainedWeights } from '../../src/reading/linear/weights.ts';
import type { ParserInput } from '../../src/reading/parse/features.ts';
import { labelFeatures, ROOT_RELATION } from '../../src/reading/parse/labels.ts';
import { dependentsOf, MOST_RELABEL_FEATURES, relabelFeatures } from '../../src/reading/parse/relabel.ts';
import { RELATIONS } from '../../src/reading/parse/relations.ts';
import { best } from '../../src/reading/tags/tagger.ts';
import { seeded } from '../../tests/support/seeded.ts';
import { perceptron, shuffled } from './perceptron.ts';

const BITS = 20;

/** A sentence with predicted tags and its tree; heads as in `findHeads`. */
export interface ParsedSentence {
  readonly input: ParserInput;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/** Trains the relations of pairs of words, which the parser looks at on its way; on the right pairs. */
export const trainLabels = (sentences: readonly ParsedSentence[], rounds: number, seed: number): TrainedWeights =>
  train(sentences, rounds, seed, ({ input, heads }) => {
    return (i, out) => labelFeatures(input, heads[i] ?? 0, i, BITS, out);
  });

/** Trains the relations of finished trees, on the right trees. */
export const trainRelabels = (sentences: readonly ParsedSentence[], rounds: number, seed: number): TrainedWeights =>
  train(sentences, rounds, seed, ({ input, heads }) => {
    const tree = dependentsOf(input, heads);
    return (i, out) => relabelFeatures(tree, i, BITS, out);
  });

function train(
  sentences: readonly ParsedSentence[],
  rounds: number,
  seed: number,
  featuresOf: (sentence: ParsedSentence) => (i: number, out: Int32Array) => number,
): TrainedWeights {
  const learner = perceptron(BITS, RELATIONS.length);
  const random = seeded(seed);
  const features = new Int32Array(MOST_RELABEL_FEATURES);
  const scores = new Float64Array(RELATIONS.length);
  let number = seed << 20;
  for (let round = 0; round < rounds; round++) {
    for (const s of shuffled(sentences.length, random)) {
      const sentence = sentences[s]!;
      const { heads, relations } = sentence;
      const fill = featuresOf(sentence);
      for (let i = 0; i < heads.length; i++) {
        if (heads[i]! < 0) continue;
        learner.example(number++);
        const count = fill(i, features);
        learner.score(features, count, scores);
        scores[ROOT_RELATION] = Number.NEGATIVE_INFINITY;
        const guess = best(scores);
        const right = relations[i]!;
        if (guess === right) continue;
        learner.update(features, count, right, 1);
        learner.update(features, count, guess, -1);
      }
    }
  }
  return { flat: learner.averaged(), bits: BITS };
}
