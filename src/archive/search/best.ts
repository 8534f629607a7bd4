/**
 * The `count` best of the documents, best first; ties go to the lower number. Keeps the best so far in a heap with the
 * worst of them on top, so that most documents cost one comparison.
 */
export function bestOf(documents: Uint32Array, scores: Float32Array, count: number): number[] {
  // Every index lies within the arrays, here and below.
  const isBetter = (a: number, b: number): boolean => {
    const difference = scores[a]! - scores[b]!;
    return difference > 0 || (difference === 0 && a < b);
  };
  if (documents.length <= count) return inOrder(Array.from(documents), isBetter);
  const heap: number[] = [];
  for (let at = 0; at < count; at++) heap.push(documents[at]!);
  for (let at = count >> 1; at >= 0; at--) sink(heap, at, isBetter);
  if (count === 0) return heap;
  let least = scores[heap[0]!]!;
  for (let at = count; at < documents.length; at++) {
    const document = documents[at]!;
    if (scores[document]! < least || !isBetter(document, heap[0]!)) continue;
    heap[0] = document;
    sink(heap, 0, isBetter);
    least = scores[heap[0]!]!;
  }
  return inOrder(heap, isBetter);
}

type Comparison = (a: number, b: number) => boolean;

const inOrder = (documents: number[], isBetter: Comparison): number[] =>
  documents.sort((a, b) => (isBetter(a, b) ? -1 : 1));

/** Moves what stands at `from` down until nothing worse stands below it. */
function sink(heap: number[], from: number, isBetter: Comparison): void {
  const moving = heap[from];
  if (moving === undefined) return;
  let at = from;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBetter(heap[child]!, heap[child + 1]!)) child++;
    if (!isBetter(moving, heap[child]!)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = moving;
}
