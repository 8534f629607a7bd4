/**
 * A linear classifier over hashed features: for each feature's bucket the weights of some classes. Most buckets have none
 * after pruning, so a bit says which have, and the count of bits before it is the number of the row.
 */
export interface LinearWeights {
  readonly classes: number;
  /** There are 2 ** bits buckets. */
  readonly bits: number;
  /** In pairs: 32 bits, which of 32 buckets have a row; and how many buckets before them have one. */
  readonly present: Int32Array;
  /** Where each row begins in `entries`; one entry more than rows. */
  readonly starts: Int32Array;
  /** A weight and, in the low byte, its class: kept together, for looking up is mostly waiting for memory. */
  readonly entries: Int32Array;
}

/** What decoding needs of a classifier, trained or still in training. */
export interface Scorer {
  readonly classes: number;
  readonly bits: number;
  /** Writes the sums of the weights of these buckets to `scores`, one a class. */
  score(features: Int32Array, count: number, scores: Float64Array): void;
}

export const scorerOf = (weights: LinearWeights): Scorer =>
  weights.classes === 4 ? scorerOfFour(weights) : scorerOfMany(weights);

function scorerOfMany({ classes, bits, present, starts, entries }: LinearWeights): Scorer {
  return {
    classes,
    bits,
    score(features, count, scores) {
      for (let y = 0; y < classes; y++) scores[y] = 0;
      for (let k = 0; k < count; k++) {
        const row = rowOf(present, features[k]!);
        if (row < 0) continue;
        const end = starts[row + 1]!;
        for (let i = starts[row]!; i < end; i++) {
          const entry = entries[i]!;
          scores[entry & 255]! += entry >> 8;
        }
      }
    },
  };
}

/** The same for four classes, the parser's actions, where most of the time goes: all four weights of a row side by side. */
function scorerOfFour({ classes, bits, present, starts, entries }: LinearWeights): Scorer {
  const rows = new Int16Array(4 * (starts.length - 1));
  for (let row = 0; row < starts.length - 1; row++) {
    for (let i = starts[row]!; i < starts[row + 1]!; i++) rows[4 * row + (entries[i]! & 3)] = entries[i]! >> 8;
  }
  return {
    classes,
    bits,
    score(features, count, scores) {
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let k = 0; k < count; k++) {
        const row = rowOf(present, features[k]!);
        if (row < 0) continue;
        const from = row << 2;
        a += rows[from]!;
        b += rows[from + 1]!;
        c += rows[from + 2]!;
        d += rows[from + 3]!;
      }
      scores[0] = a;
      scores[1] = b;
      scores[2] = c;
      scores[3] = d;
    },
  };
}

/** The number of a bucket's row; -1 where it has none. */
function rowOf(present: Int32Array, bucket: number): number {
  const at = (bucket >>> 5) << 1;
  const word = present[at]!;
  const bit = bucket & 31;
  return ((word >>> bit) & 1) === 0 ? -1 : present[at + 1]! + bitCount(word & ((1 << bit) - 1));
}

function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Reads what `writeWeights` wrote. Throws where the bytes are cut off or damaged. */
export function readWeights(bytes: Uint8Array): LinearWeights {
  if (bytes.byteLength < 12) throw new Error('the weights are cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bits = view.getUint32(0);
  const classes = view.getUint32(4);
  const count = view.getUint32(8);
  if (bits < 5 || bits > 24 || classes < 1 || classes > 255) throw new Error('the weights are damaged');
  const present = new Int32Array(2 * 2 ** (bits - 5));
  const limit = 2 ** bits * classes;
  eachWeight(bytes, count, limit, (index) => {
    const bucket = Math.floor(index / classes);
    present[(bucket >>> 5) << 1]! |= 1 << (bucket & 31);
  });
  let total = 0;
  for (let at = 0; at < present.length; at += 2) {
    present[at + 1] = total;
    total += bitCount(present[at] ?? 0);
  }
  const starts = new Int32Array(total + 1);
  const entries = new Int32Array(count);
  let row = -1;
  let last = -1;
  let filled = 0;
  eachWeight(bytes, count, limit, (index, value) => {
    const bucket = Math.floor(index / classes);
    if (bucket !== last) starts[++row] = filled;
    last = bucket;
    entries[filled++] = (value << 8) | (index % classes);
  });
  starts[total] = filled;
  return { classes, bits, present, starts, entries };
}

/** Each weight is the distance from the one before (variable-byte, in weights), and a byte: the root of its size. */
function eachWeight(bytes: Uint8Array, count: number, limit: number, use: (index: number, weight: number) => void) {
  let at = 12;
  let index = -1;
  for (let k = 0; k < count; k++) {
    let gap = 0;
    let shift = 1;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error('the weights are cut off');
      gap += (byte & 127) * shift;
      if (byte < 128) break;
      shift *= 128;
    }
    index += gap + 1;
    const root = ((bytes[at++] ?? 128) << 24) >> 24;
    if (root === -128 || index >= limit) throw new Error('the weights are damaged');
    use(index, root * Math.abs(root));
  }
}

/** Weights as they come from training: `classes` a bucket, one bucket behind the other. */
export interface TrainedWeights {
  readonly flat: Float32Array;
  readonly bits: number;
}

/**
 * Keeps the `most` largest weights in bytes. Square-root companding: small weights, which are
 * most, stay apart, and the largest are not clipped.
 */
export function writeWeights({ flat, bits }: TrainedWeights, classes: number, most: number): Uint8Array {
  const sizes = flat
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  const largest = sizes[sizes.length - 1] ?? 1;
  const smallest = sizes[Math.max(0, sizes.length - most)] ?? 0;
  const bytes: number[] = [];
  let count = 0;
  let last = -1;
  for (let i = 0; i < flat.length; i++) {
    const weight = flat[i] ?? 0;
    const root = Math.round(127 * Math.sqrt(Math.abs(weight) / largest));
    if (Math.abs(weight) < smallest || root === 0) continue;
    let gap = i - last - 1;
    for (; gap >= 128; gap = Math.floor(gap / 128)) bytes.push((gap & 127) | 128);
    bytes.push(gap, (weight < 0 ? -root : root) & 255);
    last = i;
    count++;
  }
  const file = new Uint8Array(12 + bytes.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, bits);
  view.setUint32(4, classes);
  view.setUint32(8, count);
  file.set(bytes, 12);
  return file;
}
