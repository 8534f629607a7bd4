import { LABELS, mayEnd, mayFollow, mayStart } from '../../src/reading/names/model.ts';
import { seeded } from '../../tests/support/seeded.ts';

/** A sentence to learn from: which features each token has, and which labels it may bear. */
export interface Example {
  /** Numbers of features, token after token. */
  readonly features: Int32Array;
  /** Where each token's features begin in `features`, and, at the end, where the last one's end. */
  readonly bounds: Int32Array;
  /** Where, within each token's features, those of the second look begin. */
  readonly later: Int32Array;
  /** Bit y is set where the tagger may choose label y. */
  readonly possible: Uint16Array;
  /** Bit y is set where label y is right, or not known to be wrong. */
  readonly allowed: Uint16Array;
}

export interface Field {
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
}

const COUNT = LABELS.length;
const START = Uint8Array.from(LABELS, (_, y) => Number(mayStart(y)));
const END = Uint8Array.from(LABELS, (_, y) => Number(mayEnd(y)));
const FOLLOW = Uint8Array.from({ length: COUNT * COUNT }, (_, i) =>
  Number(mayFollow(Math.floor(i / COUNT), i % COUNT)),
);

export interface Training {
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the pull of weights towards 0. */
  readonly decay: number;
  readonly seed: number;
  /** How many of the sentences are learnt without the features of the second look, that the first look may do without them. */
  readonly firstLooks: number;
}

/**
 * Trains a linear-chain conditional random field (Lafferty and others 2001) by stochastic gradients with AdaGrad's step
 * sizes (Duchi and others 2011). Where several labels are allowed, their probabilities are added up.
 */
export function trainField(examples: readonly Example[], featureCount: number, training: Training): Field {
  const { epochs, rate, decay, seed, firstLooks } = training;
  const weights = new Float32Array(featureCount * COUNT);
  const squares = new Float32Array(featureCount * COUNT).fill(1e-4);
  const transitions = new Float32Array(COUNT * COUNT);
  const transitionSquares = new Float32Array(COUNT * COUNT).fill(1e-2);
  const random = seeded(seed);
  const order = examples.map((_, i) => i);
  const longest = examples.reduce((most, { allowed }) => Math.max(most, allowed.length), 0);
  const free = new Lattice(longest);
  const bound = new Lattice(longest);
  const local = new Float64Array(longest * COUNT);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = rate * (epoch < epochs * 0.6 ? 1 : epoch < epochs * 0.85 ? 0.4 : 0.15);
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    let loss = 0;
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      const { features, bounds, possible, allowed } = example;
      const last = random() < firstLooks ? example.later : bounds.subarray(1);
      const length = allowed.length;
      local.fill(0, 0, length * COUNT);
      for (let t = 0; t < length; t++) {
        if (possible[t] === 1) continue;
        for (let f = bounds[t]!; f < last[t]!; f++) {
          const at = features[f]! * COUNT;
          for (let y = 0; y < COUNT; y++) local[t * COUNT + y]! += weights[at + y]!;
        }
      }
      loss += free.run(local, transitions, length, possible) - bound.run(local, transitions, length, allowed);
      for (let t = 0; t < length; t++) {
        if (possible[t] === 1) continue;
        for (let y = 0; y < COUNT; y++) {
          const gradient = bound.marginal[t * COUNT + y]! - free.marginal[t * COUNT + y]!;
          if (gradient < 1e-3 && gradient > -1e-3) continue;
          for (let f = bounds[t]!; f < last[t]!; f++) {
            const at = features[f]! * COUNT + y;
            const weight = weights[at]!;
            const g = gradient - decay * weight;
            const square = squares[at]! + g * g;
            squares[at] = square;
            weights[at] = weight + (step * g) / Math.sqrt(square);
          }
        }
      }
      for (let k = 0; k < COUNT * COUNT; k++) {
        const g = bound.pairs[k]! - free.pairs[k]!;
        if (g === 0) continue;
        transitionSquares[k]! += g * g;
        transitions[k]! += (step * g) / Math.sqrt(transitionSquares[k]!);
      }
    }
    console.log(`  epoch ${epoch + 1} of ${epochs}: loss ${(loss / examples.length).toFixed(4)} a sentence`);
  }
  return { weights, transitions };
}

/** Sums over all labellings of a sentence, forwards and backwards, with each position scaled to keep numbers small. */
class Lattice {
  readonly marginal: Float64Array;
  /** Expected number of each transition. */
  readonly pairs = new Float64Array(COUNT * COUNT);
  private readonly alpha: Float64Array;
  private readonly emission: Float64Array;
  private readonly moves = new Float64Array(COUNT * COUNT);
  private readonly scale: Float64Array;

  constructor(longest: number) {
    this.marginal = new Float64Array(longest * COUNT);
    this.alpha = new Float64Array(longest * COUNT);
    this.emission = new Float64Array(longest * COUNT);
    this.scale = new Float64Array(longest);
  }

  /** Fills marginals and pairs; returns the logarithm of the sum. */
  run(local: Float64Array, transitions: Float32Array, length: number, allowed: Uint16Array): number {
    const { alpha, emission, moves, scale, marginal, pairs } = this;
    for (let k = 0; k < COUNT * COUNT; k++) moves[k] = FOLLOW[k] ? Math.exp(transitions[k]!) : 0;
    pairs.fill(0);
    let log = 0;
    for (let t = 0; t < length; t++) {
      const at = t * COUNT;
      const mask = allowed[t]!;
      let top = -Infinity;
      for (let y = 0; y < COUNT; y++) if (mask & (1 << y) && local[at + y]! > top) top = local[at + y]!;
      let sum = 0;
      for (let y = 0; y < COUNT; y++) {
        const own = mask & (1 << y) ? Math.exp(local[at + y]! - top) : 0;
        emission[at + y] = own;
        let value = 0;
        if (own > 0) {
          if (t === 0) value = START[y]!;
          else for (let x = 0; x < COUNT; x++) value += alpha[at - COUNT + x]! * moves[x * COUNT + y]!;
          value *= own;
          if (t === length - 1 && !END[y]) value = 0;
        }
        alpha[at + y] = value;
        sum += value;
      }
      scale[t] = sum;
      log += top + Math.log(sum);
      for (let y = 0; y < COUNT; y++) alpha[at + y]! /= sum;
    }
    // beta lives in two rows; alpha is scaled to sum to 1 at each position
    let beta = new Float64Array(COUNT).fill(1);
    for (let t = length - 1; t >= 0; t--) {
      const at = t * COUNT;
      for (let y = 0; y < COUNT; y++) marginal[at + y] = alpha[at + y]! * beta[y]!;
      if (t === 0) break;
      const next = new Float64Array(COUNT);
      for (let y = 0; y < COUNT; y++) {
        const own = (emission[at + y]! * beta[y]!) / scale[t]!;
        if (own === 0 || (t === length - 1 && !END[y])) continue;
        for (let x = 0; x < COUNT; x++) {
          const move = moves[x * COUNT + y]! * own;
          next[x]! += move;
          pairs[x * COUNT + y]! += alpha[at - COUNT + x]! * move;
        }
      }
      beta = next;
    }
    return log;
  }
}

/** Numbers the hashes of features in the order they come, and counts them: an open hash table, for a Map holds too few. */
export class FeatureNumbers {
  private readonly slots = new Int32Array(2 ** 26).fill(-1);
  private readonly hashes: number[] = [];
  private readonly counts: number[] = [];

  number(hash: number): number {
    let slot = hash >>> 6;
    for (;;) {
      const found = this.slots[slot] ?? -1;
      if (found < 0) break;
      if (this.hashes[found] === hash) {
        this.counts[found] = (this.counts[found] ?? 0) + 1;
        return found;
      }
      slot = (slot + 1) & (2 ** 26 - 1);
    }
    this.slots[slot] = this.hashes.length;
    this.counts.push(1);
    this.hashes.push(hash);
    return this.hashes.length - 1;
  }

  /** The features seen often enough, and their new numbers. */
  frequent(seen: number): { readonly hashes: readonly number[]; readonly numberOf: Int32Array } {
    const hashes: number[] = [];
    const numberOf = Int32Array.from(this.counts, (count, i) => {
      if (count < seen) return -1;
      hashes.push(this.hashes[i] ?? 0);
      return hashes.length - 1;
    });
    return { hashes, numberOf };
  }
}
