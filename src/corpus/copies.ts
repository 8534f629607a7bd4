import { fnv1a, spread } from '../text/hashing.ts';
import { splitWords } from '../text/words.ts';

/**
 * How one text is a copy of another: word for word; edited; or a part of it, or with more around it, as agencies' stories are
 * taken over.
 */
export type CopyKind = 'exact' | 'near' | 'syndicated';

/** How alike two texts are that print the same. */
export interface Similarity {
  readonly kind: CopyKind;
  /** The share of the shorter one's words, in their order, that the other has too, 0 to 1. */
  readonly similarity: number;
}

/** What of a text is looked up to find what may be a copy of it, without reading all texts. */
export interface Sketch {
  /** How many different runs of words it has. */
  readonly size: number;
  readonly sampled: Uint32Array;
}

/** So many words in a row are compared. */
const SHINGLE = 4;
/** One in so many shingles of a text is looked up; of a short one, one in SAMPLED_SHORT, which are all of those and more. */
const SAMPLED = 16;
const SAMPLED_SHORT = 4;
/** A text of fewer shingles than this is short. */
const LONG = 400;
/** Below so many shingles a text says too little: two briefs of one event come out alike. */
const SHORTEST = 25;
/** A copy has at least this share of the shorter text; other reports of the same event share quotations, not this much. */
const MIN_SIMILARITY = 0.6;
/** As much of both together: the one is the other, edited. */
const LEAST_RESEMBLANCE = 0.6;
/** What the samples must have in common before two texts are compared in full: less, since a sample may be off by a fifth. */
const LEAST_ESTIMATE = 0.35;

/**
 * Whether two texts, as their shingles (runs of four words, capitals and marks aside), print the same, in the way of Broder
 * (On the resemblance and containment of documents, 1997): resemblance for edited copies, containment for those that were
 * cut or put among other words. Null where they don't.
 */
export function copySimilarity(one: Uint32Array, other: Uint32Array): Similarity | null {
  const common = inCommon(one, other);
  const similarity = common / Math.min(one.length, other.length);
  if (!(similarity >= MIN_SIMILARITY)) return null;
  const all = one.length + other.length - common;
  return { similarity, kind: common === all ? 'exact' : common / all >= LEAST_RESEMBLANCE ? 'near' : 'syndicated' };
}

/** A text's sketch; null where it is too short to be anybody's copy. */
export function sketchOf(shingles: Uint32Array): Sketch | null {
  const { length: size } = shingles;
  if (size < SHORTEST) return null;
  const every = sampledOf(size);
  return { size, sampled: shingles.filter((shingle) => shingle % every === 0) };
}

/** One in how many shingles two texts of these sizes have both in their sketches. */
export const sampledOf = (...sizes: number[]): number => (Math.max(...sizes) < LONG ? SAMPLED_SHORT : SAMPLED);

/** Whether two texts of these sizes are worth comparing, of whose samples (see `sampledOf`) so many are in common. */
export const maybeCopies = (shared: number, one: number, other: number): boolean =>
  (shared * sampledOf(one, other)) / Math.min(one, other) >= LEAST_ESTIMATE;

/** A text's shingles as numbers, each once, ascending. */
export function shinglesOf(body: string): Uint32Array {
  const words = splitWords(body.normalize('NFKC').toLowerCase());
  const hashes = words.map(fnv1a);
  const shingles = new Set<number>();
  for (let start = 0; start + SHINGLE <= hashes.length; start++) {
    let mixed = 0;
    for (let at = start; at < start + SHINGLE; at++) mixed = Math.imul(mixed, 0x9e3779b1) + (hashes[at] ?? 0);
    shingles.add(spread(mixed));
  }
  return Uint32Array.from(shingles).sort();
}

function inCommon(a: Uint32Array, b: Uint32Array): number {
  let [i, j, common] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x = 0, y = 0] = [a[i], b[j]];
    if (x === y) common++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return common;
}
