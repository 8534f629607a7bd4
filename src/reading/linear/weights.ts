/**
 * A linear classifier over hashed features: for each feature's bucket a row of weights, one a class. Most buckets have
 * none after pruning, so a bit says which have, and the count of bits before it is the number of the row.
 */
export interface Weights {
  readonly classes: number;
  /** There are 2 ** bits buckets. */
  readonly bits: number;
  readonly present: Uint32Array;
  /** How many buckets before each word of `present` have a row. */
  readonly before: Uint32Array;
  /** `classes` weights for each row. */
  readonly rows: Int16Array;
}

/** What decoding needs of a classifier, trained or still in training. */
export interface Scorer {
  readonly classes: number;
  readonly bits: number;
  /** Writes the sums of the weights of these buckets to `scores`, one a class. */
  score(features: Int32Array, count: number, scores: Float64Array): void;
}

export function scorerOf(weights: Weights): Scorer {
  const { classes, bits, present, before, rows } = weights;
  return {
    classes,
    bits,
    score(features, count, scores) {
      for (let y = 0; y < classes; y++) scores[y] = 0;
      for (let k = 0; k < count; k++) {
        const bucket = features[k] ?? 0;
        const word = present[bucket >>> 5] ?? 0;
        const bit = bucket & 31;
        if (((word >>> bit) & 1) === 0) continue;
        const row = (before[bucket >>> 5] ?? 0) + bitCount(word & ((1 << bit) - 1));
        const from = row * classes;
        for (let y = 0; y < classes; y++) scores[y]! += rows[from + y]!;
      }
    },
  };
}

function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Reads what `writeWeights` wrote. Throws where the bytes are cut off or damaged. */
export function readWeights(bytes: Uint8Array): Weights {
  if (bytes.byteLength < 12) throw new Error('the weights are cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bits = view.getUint32(0);
  const classes = view.getUint32(4);
  const count = view.getUint32(8);
  if (bits < 5 || bits > 24 || classes < 1 || classes > 255) throw new Error('the weights are damaged');
  const present = new Uint32Array(2 ** (bits - 5));
  const before = new Uint32Array(present.length);
  const limit = 2 ** bits * classes;
  eachWeight(bytes, count, limit, (index) => {
    const bucket = Math.floor(index / classes);
    present[bucket >>> 5]! |= 1 << (bucket & 31);
  });
  let total = 0;
  present.forEach((word, i) => {
    before[i] = total;
    total += bitCount(word);
  });
  const rows = new Int16Array(total * classes);
  let row = -1;
  let last = -1;
  eachWeight(bytes, count, limit, (index, weight) => {
    const bucket = Math.floor(index / classes);
    if (bucket !== last) row++;
    last = bucket;
    rows[row * classes + (index % classes)] = weight;
  });
  return { classes, bits, present, before, rows };
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

/**
 * Keeps the `most` largest weights (flat, `classes` a bucket) in bytes. Square-root companding: small weights, which are
 * most, stay apart, and the largest are not clipped.
 */
export function writeWeights(flat: Float32Array, bits: number, classes: number, most: number): Uint8Array {
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
