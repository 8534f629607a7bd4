/** One thing to learn from: its numbers, and whether it is what is looked for. */
export interface Point {
  readonly values: Float64Array;
  readonly is: boolean;
}

const RANKER = { steps: 200, rate: 0.5, decay: 0.002 };
const LOGISTIC = { steps: 1500, rate: 0.3, decay: 0.01 };

/** A linear ranker by gradient ascent (Adagrad) on the log of the mass that each list's softmax puts on what is looked for. */
export function trainRanker(lists: readonly (readonly Point[])[], size: number): number[] {
  const weights = new Array<number>(size).fill(0);
  const squares = new Array<number>(size).fill(1e-6);
  for (let step = 0; step < RANKER.steps; step++) {
    const gradient = new Float64Array(size);
    for (const list of lists) {
      const scores = list.map(({ values }) => dot(weights, values));
      const most = Math.max(...scores);
      const masses = scores.map((score) => Math.exp(score - most));
      const all = masses.reduce((sum, mass) => sum + mass, 0);
      const good = masses.reduce((sum, mass, at) => sum + (list[at]?.is ? mass : 0), 0);
      list.forEach(({ values, is }, at) => {
        const mass = masses[at] ?? 0;
        const pull = (is ? mass / Math.max(good, 1e-12) : 0) - mass / all;
        if (Math.abs(pull) > 1e-5) for (let i = 0; i < size; i++) gradient[i]! += pull * values[i]!; // of one length
      });
    }
    climb(weights, squares, gradient, lists.length, RANKER);
  }
  return weights;
}

/** Logistic regression; the rarer answer counts as much as the other. */
export function trainLogistic(points: readonly Point[]): number[] {
  const size = points[0]?.values.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  const squares = new Array<number>(size).fill(1e-6);
  const positive = points.filter(({ is }) => is).length;
  const share = { yes: 0.5 / Math.max(1, positive), no: 0.5 / Math.max(1, points.length - positive) };
  for (let step = 0; step < LOGISTIC.steps; step++) {
    const gradient = new Float64Array(size);
    for (const { values, is } of points) {
      const pull = ((is ? 1 : 0) - 1 / (1 + Math.exp(-dot(weights, values)))) * (is ? share.yes : share.no);
      for (let i = 0; i < size; i++) gradient[i]! += pull * values[i]!; // of one length
    }
    climb(weights, squares, gradient, 1, LOGISTIC);
  }
  return weights;
}

function climb(
  weights: number[],
  squares: number[],
  gradient: Float64Array,
  count: number,
  { rate, decay }: { rate: number; decay: number },
): void {
  gradient.forEach((sum, i) => {
    const slope = sum / Math.max(1, count) - decay * weights[i]!;
    squares[i]! += slope * slope;
    weights[i]! += (rate * slope) / Math.sqrt(squares[i]!);
  });
}

export function dot(weights: readonly number[], values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += weights[at]! * values[at]!; // of one length
  return sum;
}
