/** Gives documents best first, and does no more sorting than is taken from it: a heap. Ties go to the lower number. */
export function* rankedBest(documents: number[], scores: Float32Array): Generator<number> {
  const heap = documents;
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
