import { sentenceWords } from '../../src/reading/tags/words.ts';
import { tokenise } from '../../src/reading/tokens/tokenise.ts';
import { seeded } from '../../tests/support/seeded.ts';
import { shuffled } from './perceptron.ts';

const CLASSES = 160;
const FEWEST = 12;
const ROUNDS = 6;

/**
 * Puts words that stand between the same words into one of `CLASSES` clusters: exchange clustering, each word moved to
 * where its neighbours are best predicted by its cluster (predictive exchange, Uszkoreit and Brants 2008, here on both
 * sides). Returns hash of a word → cluster from 1.
 */
export function clusterWords(texts: Iterable<string>): Map<number, number> {
  const { sequence, hashes, counts } = vocabulary(texts);
  const words = counts.length;
  const contexts = neighbours(sequence, words);
  /** How often each context stands beside each cluster. */
  const beside = new Int32Array(2 * words * CLASSES);
  const sizes = new Int32Array(CLASSES);
  const cluster = Int32Array.from(counts, (_, w) => w % CLASSES);
  const move = (w: number, to: number, sign: number) => {
    sizes[to]! += sign * counts[w]!;
    for (const [context, n] of contexts[w]!) beside[context * CLASSES + to]! += sign * n;
  };
  counts.forEach((_, w) => {
    move(w, cluster[w]!, 1);
  });
  const random = seeded(3);
  const gains = new Float64Array(CLASSES);
  for (let round = 0; round < ROUNDS; round++) {
    for (const w of shuffled(words, random)) {
      move(w, cluster[w]!, -1);
      for (let c = 0; c < CLASSES; c++) gains[c] = -2 * (xlogx(sizes[c]! + counts[w]!) - xlogx(sizes[c]!));
      for (const [context, n] of contexts[w]!) {
        const from = context * CLASSES;
        for (let c = 0; c < CLASSES; c++) {
          const before = beside[from + c]!;
          gains[c]! += xlogx(before + n) - xlogx(before);
        }
      }
      let top = 0;
      for (let c = 1; c < CLASSES; c++) if (gains[c]! > gains[top]!) top = c;
      cluster[w] = top;
      move(w, top, 1);
    }
  }
  return new Map(Array.from(hashes, (hash, w) => [hash, cluster[w]! + 1]));
}

interface Vocabulary {
  /** Numbers of words by falling frequency, -1 for rare ones and between texts. */
  readonly sequence: Int32Array;
  readonly hashes: Int32Array;
  readonly counts: Int32Array;
}

function vocabulary(texts: Iterable<string>): Vocabulary {
  const hashes: number[] = [];
  const frequency = new Map<number, number>();
  for (const text of texts) {
    const words = tokenise(text).map(({ start, end }) => text.slice(start, end));
    for (const id of sentenceWords(words, new Map()).ids) {
      hashes.push(id);
      frequency.set(id, (frequency.get(id) ?? 0) + 1);
    }
    hashes.push(0);
  }
  const known = [...frequency].filter(([, n]) => n >= FEWEST).sort((a, b) => b[1] - a[1]);
  const numbers = new Map(known.map(([id], i) => [id, i]));
  return {
    sequence: Int32Array.from(hashes, (id) => numbers.get(id) ?? -1),
    hashes: Int32Array.from(known, ([id]) => id),
    counts: Int32Array.from(known, ([, n]) => n),
  };
}

/** For each word, the words before (2w) and behind (2w + 1) it, with how often. */
function neighbours(sequence: Int32Array, words: number): [number, number][][] {
  const found = Array.from({ length: words }, () => new Map<number, number>());
  const count = (w: number, context: number) => found[w]!.set(context, (found[w]!.get(context) ?? 0) + 1);
  for (let i = 1; i < sequence.length; i++) {
    const [left, right] = [sequence[i - 1]!, sequence[i]!];
    if (left < 0 || right < 0) continue;
    count(right, 2 * left);
    count(left, 2 * right + 1);
  }
  return found.map((contexts) => [...contexts]);
}

const TABLE = Float64Array.from({ length: 1 << 16 }, (_, n) => (n > 0 ? n * Math.log(n) : 0));
const xlogx = (n: number): number => TABLE[n] ?? n * Math.log(n);

/** The clusters as a model file holds them, five bytes a word. */
export function clusterBytes(clusters: ReadonlyMap<number, number>): Uint8Array {
  const bytes = new Uint8Array(5 * clusters.size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [word, cluster] of clusters) {
    view.setInt32(at, word, true);
    view.setUint8(at + 4, cluster);
    at += 5;
  }
  return bytes;
}
