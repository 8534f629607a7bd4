import type { ParserInput } from '../../src/reading/parse/features.ts';
import { labelFeatures, MOST_LABEL_FEATURES, ROOT_RELATION } from '../../src/reading/parse/labels.ts';
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

/** Trains the relations of arcs, on the right arcs. */
export function trainLabels(
  sentences: readonly ParsedSentence[],
  rounds: number,
  seed: number,
): { flat: Float32Array; bits: number } {
  const learner = perceptron(BITS, RELATIONS.length);
  const random = seeded(seed);
  const features = new Int32Array(MOST_LABEL_FEATURES);
  const scores = new Float64Array(RELATIONS.length);
  let number = seed << 20;
  for (let round = 0; round < rounds; round++) {
    for (const s of shuffled(sentences.length, random)) {
      const { input, heads, relations } = sentences[s]!;
      for (let i = 0; i < heads.length; i++) {
        const head = heads[i]!;
        if (head < 0) continue;
        learner.example(number++);
        const count = labelFeatures(input, head, i, BITS, features);
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
