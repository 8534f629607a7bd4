import type { TrainedWeights } from '../../src/reading/linear/weights.ts';
import { MOST_TAG_FEATURES, tagFeatures } from '../../src/reading/tags/features.ts';
import { best } from '../../src/reading/tags/tagger.ts';
import { TAGS } from '../../src/reading/tags/tags.ts';
import type { SentenceWords } from '../../src/reading/tags/words.ts';
import { seeded } from '../../tests/support/seeded.ts';
import { perceptron, shuffled } from './perceptron.ts';

const BITS = 20;

export interface TaggedSentence {
  readonly words: SentenceWords;
  readonly gold: Int32Array;
}

/** Trains the tagger; the weights, flat. */
export function trainTagger(sentences: readonly TaggedSentence[], rounds: number, seed: number): TrainedWeights {
  const learner = perceptron(BITS, TAGS.length);
  const random = seeded(seed);
  const features = new Int32Array(MOST_TAG_FEATURES);
  const scores = new Float64Array(TAGS.length);
  let number = seed << 20;
  for (let round = 0; round < rounds; round++) {
    for (const s of shuffled(sentences.length, random)) {
      const { words, gold } = sentences[s]!;
      const tags = new Int32Array(gold.length);
      for (let i = 0; i < gold.length; i++) {
        learner.example(number++);
        const count = tagFeatures(words, tags, i, BITS, features);
        learner.score(features, count, scores);
        const guess = best(scores);
        const right = gold[i]!;
        // The tags before are the tagger's own, as they will be when it works.
        tags[i] = guess;
        if (guess === right) continue;
        learner.update(features, count, right, 1);
        learner.update(features, count, guess, -1);
      }
    }
  }
  return { flat: learner.averaged(), bits: BITS };
}
