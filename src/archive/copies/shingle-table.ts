import { numbersIn, VariableBytes } from '../index/variable-bytes.ts';
import { all, type Blob, run, type Store } from '../store/store.ts';

/** Which originals have which of the shingles that are looked up. Read as it is asked for, and written once all is known. */
export interface ShingleTable {
  /** The articles that have a shingle; none where it is a standing phrase. */
  having(shingle: number): number[];
  add(article: number, shingles: Uint32Array): void;
  remove(article: number, shingles: Uint32Array): void;
  /** Stores what was changed. */
  write(): void;
}

/** A phrase that more than so many originals have is a standing one, and points to no copy. It stays one until all is read anew. */
const MOST = 60;
/** In a pair in an article's place, and no article's number: of a standing phrase it is all that is kept. */
const STANDING = 0;

/** Pairs of a shingle and an article that has it, in no order; of a shingle's 32 bits the upper half are its bucket. */
interface Bucket {
  pairs: Uint32Array;
  /** Numbers in use, two a pair. */
  length: number;
  changed: boolean;
}

const bucketOf = (shingle: number): number => shingle >>> 16;

/** The shingles of a store: a row of SQLite's for each would take twice the room. */
export function shinglesIn(store: Store): ShingleTable {
  const buckets = new Map<number, Bucket>();
  const at = (number: number): Bucket => {
    const known = buckets.get(number);
    if (known) return known;
    const bucket = readBucket(store, number);
    buckets.set(number, bucket);
    return bucket;
  };
  return {
    having(shingle) {
      const articles = articlesWith(at(bucketOf(shingle)), shingle);
      return articles[0] === STANDING ? [] : articles;
    },
    add(article, shingles) {
      for (const shingle of shingles) {
        const bucket = at(bucketOf(shingle));
        const having = articlesWith(bucket, shingle);
        if (having[0] === STANDING) continue;
        if (having.length < MOST) addPair(bucket, shingle, article);
        else {
          for (const other of having) removePair(bucket, shingle, other);
          addPair(bucket, shingle, STANDING);
        }
      }
    },
    remove(article, shingles) {
      for (const shingle of shingles) removePair(at(bucketOf(shingle)), shingle, article);
    },
    write() {
      for (const [number, bucket] of buckets) if (bucket.changed) writeBucket(store, number, bucket);
      buckets.clear();
    },
  };
}

function articlesWith({ pairs, length }: Bucket, shingle: number): number[] {
  const articles: number[] = [];
  // Every index lies within the array, here and below.
  for (let place = 0; place < length; place += 2) if (pairs[place] === shingle) articles.push(pairs[place + 1]!);
  return articles;
}

function addPair(bucket: Bucket, shingle: number, article: number): void {
  const { pairs, length } = bucket;
  if (length === pairs.length) {
    bucket.pairs = new Uint32Array(Math.max(8, 2 * length));
    bucket.pairs.set(pairs);
  }
  bucket.pairs[length] = shingle;
  bucket.pairs[length + 1] = article;
  bucket.length += 2;
  bucket.changed = true;
}

/** The last pair takes its place. */
function removePair(bucket: Bucket, shingle: number, article: number): void {
  const { pairs, length } = bucket;
  for (let place = 0; place < length; place += 2) {
    if (pairs[place] !== shingle || pairs[place + 1] !== article) continue;
    pairs.copyWithin(place, length - 2, length);
    bucket.length -= 2;
    bucket.changed = true;
    return;
  }
}

/** Each pair as how far its shingle is from the one before (the first: from the least that the bucket may have), and its article. */
function writeBucket(store: Store, number: number, { pairs, length }: Bucket): void {
  // One number for a pair is sorted faster than two: both fit into the 53 bits of a double.
  const inOrder = new Float64Array(length / 2);
  for (let at = 0; at < inOrder.length; at++) inOrder[at] = (pairs[2 * at]! % 65_536) * 2 ** 32 + pairs[2 * at + 1]!;
  inOrder.sort();
  const bytes = new VariableBytes();
  let before = 0;
  for (const pair of inOrder) {
    const low = Math.floor(pair / 2 ** 32);
    bytes.number(low - before);
    bytes.number(pair % 2 ** 32);
    before = low;
  }
  if (length === 0) run(store, 'DELETE FROM shingles WHERE bucket = ?', number);
  else run(store, 'INSERT OR REPLACE INTO shingles VALUES (?, ?)', number, bytes.bytes());
}

function readBucket(store: Store, number: number): Bucket {
  const [row] = all<{ pairs: Blob }>(store, 'SELECT pairs FROM shingles WHERE bucket = ?', number);
  const numbers = numbersIn(new Uint8Array(row?.pairs ?? new ArrayBuffer(0)));
  let low = 0;
  for (let at = 0; at < numbers.length; at += 2) {
    low += numbers[at]!;
    numbers[at] = number * 65_536 + low;
  }
  return { pairs: Uint32Array.from(numbers), length: numbers.length, changed: false };
}
