import { setImmediate } from 'node:timers/promises';
import {
  type CopyKind,
  copySimilarity,
  maybeCopies,
  type Sketch,
  sampledOf,
  shinglesOf,
  sketchOf,
} from '../../corpus/copies.ts';
import { boundedCache } from '../../text/bounded-cache.ts';
import { dictionaryIn, unpackText } from '../store/packed.ts';
import { all, type Blob, one, run, type Store } from '../store/store.ts';
import type { ShingleTable } from './shingle-table.ts';

/** An article to be put among its copies. */
export interface Sketched {
  readonly article: number;
  readonly sketch: Sketch;
}

/**
 * Groups articles with those that print the same text. Each is held against originals only, so that similarity is not handed
 * on from copy to copy; one that is fuller than an original takes its place. Only what is given, what is alike, and what
 * lost its original is looked at.
 */
export async function placeCopies(store: Store, table: ShingleTable, fresh: readonly Sketched[]): Promise<void> {
  const shinglesIn = shinglesStored(store);
  const waiting = [...fresh, ...orphans(store, shinglesIn)].sort(fullestLast);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (waiting.length % TURN === 0) await setImmediate();
    const { article, sketch } = next;
    const alike = originalsLike(store, table, sketch).flatMap(({ article: other, size }) => {
      const similarity = copySimilarity(shinglesIn(article), shinglesIn(other));
      return similarity ? [{ other, size, ...similarity }] : [];
    });
    const [original] = alike
      .filter(({ size }) => size >= sketch.size)
      .sort((a, b) => b.similarity - a.similarity || a.other - b.other);
    if (original) {
      writeCopy(store, article, original.other, original.kind);
      continue;
    }
    writeOriginal(store, table, next);
    if (alike.length === 0) continue;
    for (const { other } of alike) forgetOriginal(store, table, other, shinglesIn(other));
    // They, and whatever they were the originals of, are held against the fuller one, and against all others again.
    waiting.push(...alike.flatMap(({ other }) => sketched(other, shinglesIn)), ...orphans(store, shinglesIn));
    waiting.sort(fullestLast);
  }
  table.write();
}

/** After so many articles the event loop turns, which frees what their queries left (store.ts). */
const TURN = 1000;

/** Of equals the one that came first last. */
const fullestLast = (a: Sketched, b: Sketched): number => a.sketch.size - b.sketch.size || b.article - a.article;

/** Before an article is taken out: nothing is held against it any more. */
export function forgetForCopies(store: Store, table: ShingleTable, article: number): void {
  run(store, 'DELETE FROM copies WHERE article = ?', article);
  if (one(store, 'SELECT 1 FROM originals WHERE article = ?', article) === null) return;
  forgetOriginal(store, table, article, shinglesStored(store)(article));
}

type ShinglesIn = (article: number) => Uint32Array;

/** So many texts' shingles are kept at hand: copies of one text come in a row. */
const KEPT = 200;

/** Gives the shingles of stored articles. */
function shinglesStored(store: Store): ShinglesIn {
  const kept = boundedCache<number, Uint32Array>(KEPT);
  return (article) => {
    const known = kept.get(article);
    if (known) return known;
    const row = one<{ body: Blob }>(store, 'SELECT body FROM articles WHERE number = ?', article);
    const shingles = shinglesOf(row ? unpackText(row.body, dictionaryIn(store)) : '');
    kept.set(article, shingles);
    return shingles;
  };
}

/** The copies whose original is one no more, taken out of their groups. */
function orphans(store: Store, shinglesIn: ShinglesIn): Sketched[] {
  const select = 'SELECT article FROM copies WHERE original NOT IN (SELECT article FROM originals)';
  const found = all<{ article: number }>(store, select).map(({ article }) => article);
  for (const article of found) run(store, 'DELETE FROM copies WHERE article = ?', article);
  return found.flatMap((article) => sketched(article, shinglesIn));
}

function sketched(article: number, shinglesIn: ShinglesIn): Sketched[] {
  const sketch = sketchOf(shinglesIn(article));
  return sketch ? [{ article, sketch }] : [];
}

/** The originals that, by their samples, may print the same. */
function originalsLike(
  store: Store,
  table: ShingleTable,
  { size, sampled }: Sketch,
): { article: number; size: number }[] {
  const shared = new Map<number, number[]>();
  for (const shingle of sampled) {
    for (const article of table.having(shingle)) shared.set(article, [...(shared.get(article) ?? []), shingle]);
  }
  return [...shared].flatMap(([article, shingles]) => {
    const other = one<{ size: number }>(store, 'SELECT size FROM originals WHERE article = ?', article);
    if (!other) return [];
    const every = sampledOf(size, other.size);
    const inBoth = shingles.filter((shingle) => shingle % every === 0).length;
    return maybeCopies(inBoth, size, other.size) ? [{ article, size: other.size }] : [];
  });
}

const writeCopy = (store: Store, article: number, original: number, kind: CopyKind): void =>
  run(store, 'INSERT INTO copies VALUES (?, ?, ?)', article, original, kind);

function writeOriginal(store: Store, table: ShingleTable, { article, sketch }: Sketched): void {
  run(store, 'INSERT INTO originals VALUES (?, ?)', article, sketch.size);
  table.add(article, sketch.sampled);
}

function forgetOriginal(store: Store, table: ShingleTable, article: number, shingles: Uint32Array): void {
  run(store, 'DELETE FROM originals WHERE article = ?', article);
  table.remove(article, sketchOf(shingles)?.sampled ?? new Uint32Array());
}
