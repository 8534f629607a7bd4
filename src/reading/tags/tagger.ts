import type { Scorer } from '../linear/weights.ts';
import { MOST_TAG_FEATURES, tagFeatures } from './features.ts';
import { TAGS } from './tags.ts';
import type { SentenceWords } from './words.ts';

/**
 * Gives each word its tag (an index into `TAGS`), from left to right, the best by an averaged perceptron (Collins, 2002).
 */
export function tagWords(words: SentenceWords, scorer: Scorer): Int32Array {
  const tags = new Int32Array(words.ids.length);
  const features = new Int32Array(MOST_TAG_FEATURES);
  const scores = new Float64Array(TAGS.length);
  for (let i = 0; i < tags.length; i++) {
    scorer.score(features, tagFeatures(words, tags, i, scorer.bits, features), scores);
    tags[i] = best(scores);
  }
  return tags;
}

/** The class with the highest score, the first of equals. */
export function best(scores: Float64Array): number {
  let top = 0;
  for (let y = 1; y < scores.length; y++) if (scores[y]! > scores[top]!) top = y;
  return top;
}
