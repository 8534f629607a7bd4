import type { TrainedWeights } from '../../src/reading/linear/weights.ts';
import { advance, type Labeller, makeBeam, step } from '../../src/reading/parse/beam.ts';
import { type ParserInput, STATE_FEATURES, stateFeatures } from '../../src/reading/parse/features.ts';
import { ACTIONS, makeStates, startState } from '../../src/reading/parse/state.ts';
import { seeded } from '../../tests/support/seeded.ts';
import { type Perceptron, perceptron, shuffled } from './perceptron.ts';

const BITS = 21;
/** In the first rounds a sentence is left as soon as the right parse has fallen out of the beam: the rest would teach little. */
const EARLY_ROUNDS = 2;

export interface StructureExample {
  /** Which sentence it is; of variants of one, each round takes one by chance. */
  readonly sentence: number;
  readonly input: ParserInput;
  /** The right steps. */
  readonly steps: Int32Array;
  readonly relationOf: Labeller;
}

/** Trains which step to take in which state: a beam, corrected where it was most wrong (max-violation, Huang and others 2012). */
export function trainStructure(
  examples: readonly StructureExample[],
  width: number,
  rounds: number,
  seed: number,
  report: (round: number, learner: Perceptron) => void = () => {},
): TrainedWeights {
  const learner = perceptron(BITS, ACTIONS);
  const random = seeded(seed);
  let number = seed << 20;
  for (let round = 0; round < rounds; round++) {
    for (const e of oneVariantEach(examples, random)) {
      learner.example(number++);
      learn(learner, e, width, round < EARLY_ROUNDS);
    }
    report(round, learner);
  }
  return { flat: learner.averaged(), bits: BITS };
}

function oneVariantEach(examples: readonly StructureExample[], random: () => number): StructureExample[] {
  const order = shuffled(examples.length, random).map((e) => examples[e]!);
  const seen = new Set<number>();
  return order.filter(({ sentence }) => !seen.has(sentence) && seen.add(sentence));
}

function learn(
  learner: Perceptron,
  { input, steps, relationOf }: StructureExample,
  width: number,
  early: boolean,
): void {
  const beam = makeBeam(input, width, Number.POSITIVE_INFINITY);
  const gold = makeStates(input.length, 1);
  startState(gold, 0);
  const features = new Int32Array(STATE_FEATURES);
  const scores = new Float64Array(ACTIONS);
  const history: Int32Array[] = [];
  let goldScore = 0;
  let worst = -1;
  let violation = 0;
  for (let k = 0; k < steps.length; k++) {
    const right = steps[k]!;
    learner.score(features, stateFeatures(input, gold, 0, BITS, features), scores);
    goldScore += scores[right]!;
    step(gold, 0, right, relationOf);
    advance(beam, learner, relationOf);
    history.push(beam.candidates.froms.slice(0, beam.size));
    // Equal scores count as wrong where another sequence came first: with all weights 0, all are equal.
    const lead = beam.scores[0]! - goldScore;
    if (lead >= violation && !isGold(history, steps)) {
      violation = lead;
      worst = k;
    }
    if (early && beam.scores[beam.size - 1]! > goldScore) break;
  }
  if (worst < 0) return;
  const wrong = stepsOf(history, worst);
  let same = 0;
  while (wrong[same] === steps[same]) same++;
  correct(learner, input, relationOf, steps, same, worst, 1);
  correct(learner, input, relationOf, wrong, same, worst, -1);
}

/** The steps of the best state after step `last`. */
function stepsOf(history: readonly Int32Array[], last: number): Int32Array {
  const steps = new Int32Array(last + 1);
  let slot = 0;
  for (let k = last; k >= 0; k--) {
    const from = history[k]![slot]!;
    steps[k] = from % ACTIONS;
    slot = (from - steps[k]!) / ACTIONS;
  }
  return steps;
}

function isGold(history: readonly Int32Array[], right: Int32Array): boolean {
  let slot = 0;
  for (let k = history.length - 1; k >= 0; k--) {
    const from = history[k]![slot]!;
    if (from % ACTIONS !== right[k]) return false;
    slot = (from - (from % ACTIONS)) / ACTIONS;
  }
  return true;
}

function correct(
  learner: Perceptron,
  input: ParserInput,
  relationOf: Labeller,
  steps: Int32Array,
  from: number,
  to: number,
  amount: number,
): void {
  const states = makeStates(input.length, 1);
  startState(states, 0);
  const features = new Int32Array(STATE_FEATURES);
  for (let k = 0; k <= to; k++) {
    const action = steps[k]!;
    if (k >= from) learner.update(features, stateFeatures(input, states, 0, BITS, features), action, amount);
    step(states, 0, action, relationOf);
  }
}
