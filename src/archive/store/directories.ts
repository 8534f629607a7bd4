import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { UnusableStore } from './store.ts';

/*
 * What lies in DATA_DIR:
 *   archive-<time>/                            one archive, never written again once finished:
 *     store.sqlite                             articles, readings, people, meetings, quotations (store.ts)
 *     index.segment, index-since.jsonl          the words of most articles (segment.ts), and of those that came since
 *   current.json                               which of them answers; replacing this one small file swaps the archive whole
 *   set-aside-<time>/                          the last one that could not be read, for whoever wants to know why
 *   reindex.lock                               held by the one build under way
 */

const POINTER = 'current.json';
const Pointer = z.strictObject({
  folder: z.string().regex(/^archive-\d+$/),
  store: z.int(),
  segment: z.int(),
  since: z.int(),
  /** SHA-256 of each. */
  hashes: z.strictObject({ store: z.string(), segment: z.string(), since: z.string() }),
});

const FILES = ['store', 'segment', 'since'] as const;

/** The files of one archive. */
export interface ArchiveFiles {
  readonly folder: string;
  readonly store: string;
  readonly segment: string;
  readonly since: string;
}

const filesIn = (folder: string): ArchiveFiles => ({
  folder,
  store: join(folder, 'store.sqlite'),
  segment: join(folder, 'index.segment'),
  since: join(folder, 'index-since.jsonl'),
});

/** The archive that answers; null where there is none yet. Throws `UnusableStore` where it is cut short, gone, or, if `checked`, not as it was written. */
export function currentFiles(dataDir: string, checked = false): ArchiveFiles | null {
  const pointer = join(dataDir, POINTER);
  if (!existsSync(pointer)) return null;
  const read = Pointer.safeParse(parsed(readFileSync(pointer, 'utf8')));
  if (!read.success) throw new UnusableStore(`${POINTER} is not as this version of Readout writes it`);
  const files = filesIn(join(dataDir, read.data.folder));
  for (const part of FILES) {
    const size = statSync(files[part], { throwIfNoEntry: false })?.size;
    if (size === undefined) throw new UnusableStore(`${files[part]} is missing`);
    if (size !== read.data[part]) {
      throw new UnusableStore(`${files[part]} has ${size} bytes where ${read.data[part]} were written`);
    }
    if (checked && hashOfFile(files[part]) !== read.data.hashes[part])
      throw new UnusableStore(`${files[part]} is damaged: it is not as it was written`);
  }
  return files;
}

/** Of gigabytes, too: in pieces. */
function hashOfFile(file: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(1 << 20);
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const length = readSync(descriptor, piece);
      if (length === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, length));
    }
  } finally {
    closeSync(descriptor);
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Distinguishes two states of the pointer without reading it. */
export function pointerStamp(dataDir: string): string {
  const stat = statSync(join(dataDir, POINTER), { throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.mtimeMs} ${stat.size}` : 'none';
}

/** A new folder to build in; what an earlier build left unfinished is cleared away. To be called under the lock. */
export function newFiles(dataDir: string): ArchiveFiles {
  clear(dataDir);
  const folder = join(dataDir, `archive-${Date.now()}`);
  mkdirSync(folder, { recursive: true });
  return filesIn(folder);
}

/** Makes a finished archive the one that answers, at once and whole, and removes the one before. */
export function swapIn(dataDir: string, files: ArchiveFiles): void {
  const pointer = {
    folder: files.folder.slice(dataDir.length + 1),
    store: statSync(files.store).size,
    segment: statSync(files.segment).size,
    since: statSync(files.since).size,
    hashes: {
      store: hashOfFile(files.store),
      segment: hashOfFile(files.segment),
      since: hashOfFile(files.since),
    },
  };
  const beside = join(dataDir, `${POINTER}.new`);
  writeFileSync(beside, JSON.stringify(pointer), { flush: true });
  renameSync(beside, join(dataDir, POINTER));
  clear(dataDir);
}

/** Removes every archive but the one that answers. Whoever still reads an old one keeps its open file. */
function clear(dataDir: string): void {
  let current: string | null = null;
  try {
    current = currentFiles(dataDir)?.folder ?? null;
  } catch (error) {
    if (!(error instanceof UnusableStore)) throw error;
  }
  for (const name of readdirSync(dataDir)) {
    const folder = join(dataDir, name);
    if (/^archive-\d+$/.test(name) && folder !== current) rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts an archive that cannot be read out of the way and says where it is now; only the last one is kept. */
export function setAside(dataDir: string): string {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith('set-aside-')) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
  const aside = join(dataDir, `set-aside-${Date.now()}`);
  mkdirSync(aside);
  for (const name of readdirSync(dataDir)) {
    if (/^archive-\d+$/.test(name) || name === POINTER) renameSync(join(dataDir, name), join(aside, name));
  }
  return aside;
}

/** A reindex is under way already, in this process or another. */
export class ReindexUnderWay extends Error {
  override readonly name = 'ReindexUnderWay';
  constructor() {
    super('A reindex is under way already; wait until it has finished.');
  }
}

/**
 * Takes the one right to build; gives back what releases it. It is a lock of SQLite's on an empty file, which the operating
 * system releases when its holder dies, so that no lock outlives a crash.
 */
export function lockBuilding(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const lock = new Database(join(dataDir, 'reindex.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') throw new ReindexUnderWay();
    throw error;
  }
  return () => {
    lock.exec('COMMIT');
    lock.close();
  };
}
