import { createHash } from 'node:crypto';
import type { ArticleId } from '../../corpus/article.ts';
import type { Blob, Store, Value } from './store.ts';

/*
 * What is stored of an article is checked against its digest whenever it is opened: a letter that a failing disk, or a hand, changed is
 * never shown as the article's own. What is damaged is left out from then on, and reported; the keeper has the archive built anew.
 */

/** The parts of an article's row that are checked each by itself: some are read without the others. */
export interface DigestedParts {
  /** Headline and body. */
  readonly text: readonly Stored[];
  readonly reading: readonly Stored[];
  /** All else that is stored of it. */
  readonly card: readonly Stored[];
}

/** As it is given to the store, or given back. */
type Stored = Value | Blob;

const PARTS = ['text', 'reading', 'card'] as const;
/** Of each part. That a damage fits by chance is not to be feared. */
const BYTES = 8;

/** What is stored beside an article's parts. */
export const digestOf = (parts: DigestedParts): Buffer => Buffer.concat(PARTS.map((part) => digestOfPart(parts[part])));

function digestOfPart(values: readonly Stored[]): Buffer {
  const hash = createHash('sha256');
  for (const value of values) {
    const bytes =
      value instanceof ArrayBuffer || value instanceof Uint8Array ? new Uint8Array(value) : Buffer.from(`${value}`);
    hash.update(`${bytes.length} `).update(bytes);
  }
  return hash.digest().subarray(0, BYTES);
}

/** Are these parts as they were written? */
export const isWhole = (digest: Blob, parts: Partial<DigestedParts>): boolean =>
  PARTS.every((part, at) => {
    const values = parts[part];
    const own = Buffer.from(digest).subarray(at * BYTES, (at + 1) * BYTES);
    return values === undefined || own.equals(digestOfPart(values));
  });

const damagedIn = new WeakMap<Store, Set<ArticleId>>();
const listeners = new WeakMap<Store, (file: string) => void>();

/** Hears, once for each, of articles of an open archive that were found damaged, by their files. */
export const onDamage = (store: Store, hear: (file: string) => void): void => void listeners.set(store, hear);

/** Leaves an article out from now on. */
export function leaveOut(store: Store, id: ArticleId, file: string): void {
  const damaged = damagedIn.get(store) ?? new Set();
  damagedIn.set(store, damaged);
  if (damaged.has(id)) return;
  damaged.add(id);
  listeners.get(store)?.(file);
}

export const isLeftOut = (store: Store, id: ArticleId): boolean => damagedIn.get(store)?.has(id) ?? false;

/** Did SQLite itself find that a page is none of its own? */
export const isCorruption = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(?:CORRUPT|NOTADB)/.test(String(error.code));
