import { mix } from '../../src/reading/linear/hash.ts';
import type { Scorer } from '../../src/reading/linear/weights.ts';

/** A share of the features is left out of each example, so that none is relied on alone. */
const DROPOUT = 0.2;

/**
 * An averaged perceptron in training: a scorer over all buckets, whose weights can be moved. Which features are left out
 * depends on the example's number, so that scoring and update see the same.
 */
export interface Perceptron extends Scorer {
  example(number: number): void;
  update(features: Int32Array, count: number, klass: number, amount: number): void;
  /** The mean of the weights over all examples so far, `classes` a bucket. */
  averaged(): Float32Array;
}

export function perceptron(bits: number, classes: number): Perceptron {
  const weights = new Float32Array(2 ** bits * classes);
  /** Each update times the number of examples before it: taken off, it leaves the mean (Daumé's trick). */
  const early = new Float32Array(weights.length);
  let examples = 1;
  let seed = 0;
  const kept = (bucket: number) => mix(seed, bucket) >>> 8 >= DROPOUT * 2 ** 24;
  function scoreAny(features: Int32Array, count: number, scores: Float64Array) {
    for (let y = 0; y < classes; y++) scores[y] = 0;
    for (let k = 0; k < count; k++) {
      const bucket = features[k]!;
      if (!kept(bucket)) continue;
      const from = bucket * classes;
      for (let y = 0; y < classes; y++) scores[y]! += weights[from + y]!;
    }
  }
  /** The same for the parser's four actions, where nearly all of the training's time goes. */
  function scoreFour(features: Int32Array, count: number, scores: Float64Array) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let k = 0; k < count; k++) {
      const bucket = features[k]!;
      if (!kept(bucket)) continue;
      const from = bucket << 2;
      a += weights[from]!;
      b += weights[from + 1]!;
      c += weights[from + 2]!;
      d += weights[from + 3]!;
    }
    scores[0] = a;
    scores[1] = b;
    scores[2] = c;
    scores[3] = d;
  }
  return {
    bits,
    classes,
    example(number) {
      seed = mix(0x3c6ef372, number);
      examples++;
    },
    score: classes === 4 ? scoreFour : scoreAny,
    update(features, count, klass, amount) {
      for (let k = 0; k < count; k++) {
        const bucket = features[k]!;
        if (!kept(bucket)) continue;
        weights[bucket * classes + klass]! += amount;
        early[bucket * classes + klass]! += amount * examples;
      }
    },
    averaged: () => weights.map((weight, i) => weight - early[i]! / examples),
  };
}

/** The indices below `count` in a shuffled order. */
export function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
