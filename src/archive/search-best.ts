/** So many are wanted nearly always: they are set apart from the rest before anything is sorted. */
const FIRST = 600;
const BINS = 512;

/** Gives documents best first, and does no more sorting than is taken from it. Ties go to the lower number. */
export function* rankedBest(documents: Uint32Array, scores: Float32Array): Generator<number> {
  const least = scoreOfTheFirst(documents, scores);
  yield* fromHeap(
    those(documents, scores, (score) => score >= least),
    scores,
  );
  // Seldom asked for: most of the documents.
  yield* fromHeap(
    those(documents, scores, (score) => score < least),
    scores,
  );
}

function those(documents: Uint32Array, scores: Float32Array, wanted: (score: number) => boolean): number[] {
  const found: number[] = [];
  // Every index lies within the arrays, here and below.
  for (let at = 0; at < documents.length; at++) if (wanted(scores[documents[at]!]!)) found.push(documents[at]!);
  return found;
}

/** A score that FIRST documents or a few more reach: counted in bins, in two passes. */
function scoreOfTheFirst(documents: Uint32Array, scores: Float32Array): number {
  if (documents.length <= 2 * FIRST) return Number.NEGATIVE_INFINITY;
  let most = 0;
  for (let at = 0; at < documents.length; at++) most = Math.max(most, scores[documents[at]!]!);
  const bins = new Uint32Array(BINS + 1);
  const perBin = most / BINS;
  for (let at = 0; at < documents.length; at++) {
    const bin = Math.max(0, Math.floor(scores[documents[at]!]! / perBin));
    bins[bin] = bins[bin]! + 1;
  }
  let reached = 0;
  for (let bin = BINS; bin > 0; bin--) {
    reached += bins[bin] ?? 0;
    // A hair below the bin, for scores are divided in binary.
    if (reached >= FIRST) return bin * perBin * 0.999999;
  }
  return Number.NEGATIVE_INFINITY;
}

function* fromHeap(heap: number[], scores: Float32Array): Generator<number> {
  const before = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference > 0 || (difference === 0 && a < b);
  };
  const sink = (from: number): void => {
    const moving = heap[from];
    if (moving === undefined) return;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      let best = heap[child];
      if (best === undefined) break;
      const right = heap[child + 1];
      if (right !== undefined && before(right, best)) {
        child++;
        best = right;
      }
      if (!before(best, moving)) break;
      heap[at] = best;
      at = child;
    }
    heap[at] = moving;
  };
  for (let at = heap.length >> 1; at >= 0; at--) sink(at);
  for (;;) {
    const [best] = heap;
    const last = heap.pop();
    if (best === undefined || last === undefined) return;
    if (heap.length > 0) {
      heap[0] = last;
      sink(0);
    }
    yield best;
  }
}
