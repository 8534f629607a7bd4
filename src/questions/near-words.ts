import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectFolder } from '../project/folder.ts';

/** Words of like meaning count from this cosine on; so many of them at most. */
const LEAST_COSINE = 0.45;
const MOST_NEAR = 25;
/** A near word stands for the one asked with this times its cosine squared (design measured on desk, cross-validated: +5 points). */
const WEIGHT = 0.9;

export interface NearWord {
  readonly word: string;
  readonly weight: number;
}

interface Vectors {
  readonly words: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly bytes: Int8Array;
  readonly axes: number;
  readonly lengths: Float32Array;
}

let loaded: Vectors | null = null;

/** data/word-vectors.bin, made by training/word-vectors.ts: length of the words, number of axes, words, a byte for each word and axis. */
function vectors(): Vectors {
  if (loaded) return loaded;
  const file = readFileSync(resolve(projectFolder, 'data/word-vectors.bin'));
  const length = file.readUInt32LE(0);
  const axes = file.readUInt32LE(4);
  const words = file.toString('utf8', 8, 8 + length).split('\n');
  const bytes = new Int8Array(file.buffer, file.byteOffset + 8 + length, words.length * axes);
  const lengths = Float32Array.from(words, (_, at) => {
    let sum = 0;
    for (let axis = 0; axis < axes; axis++) sum += bytes[at * axes + axis]! ** 2; // within the table
    return Math.sqrt(sum) || 1;
  });
  loaded = { words, numbers: new Map(words.map((word, at) => [word, at])), bytes, axes, lengths };
  return loaded;
}

/** LRU capacity, in words. */
const MOST_REMEMBERED = 2000;
const remembered = new Map<string, readonly NearWord[]>();

/** The words nearest in meaning to a lower-case English word, nearest first; none for a word the table lacks. */
export function nearWords(word: string): readonly NearWord[] {
  const known = remembered.get(word);
  if (known) return known;
  const found = lookUp(word);
  const [oldest] = remembered.keys();
  if (remembered.size >= MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(word, found);
  return found;
}

/** Is it a word of English, rightly spelled? The table has the 20,000 commonest. */
export const isEnglish = (word: string): boolean => vectors().numbers.has(word);

function lookUp(word: string): readonly NearWord[] {
  const { words, numbers, bytes, axes, lengths } = vectors();
  const at = numbers.get(word);
  if (at === undefined) return [];
  const own = bytes.subarray(at * axes, (at + 1) * axes);
  const found: { word: string; cosine: number }[] = [];
  for (let other = 0; other < words.length; other++) {
    if (other === at) continue;
    let sum = 0;
    const start = other * axes;
    for (let axis = 0; axis < axes; axis++) sum += own[axis]! * bytes[start + axis]!; // within the table
    const cosine = sum / (lengths[at]! * lengths[other]!);
    if (cosine >= LEAST_COSINE) found.push({ word: words[other] ?? '', cosine });
  }
  found.sort((a, b) => b.cosine - a.cosine);
  return found.slice(0, MOST_NEAR).map(({ word: near, cosine }) => ({ word: near, weight: WEIGHT * cosine ** 2 }));
}
