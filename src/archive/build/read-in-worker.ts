import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ListedFile } from '../../corpus/listing.ts';
import { compiled } from '../../project/compiled.ts';
import { openStore } from '../store/store.ts';
import {
  type BatchReply,
  type FilePart,
  type OnRead,
  type ReadBatch,
  type ReaderData,
  readingTools,
  readParts,
} from './read-files.ts';

/** A batch takes a thread some seconds. Larger files are read in parts. */
const FILES_A_BATCH = 100;
const BYTES_A_BATCH = 200_000;
/** For less than this starting threads takes longer than reading. */
const FEW_BYTES = 200_000;
/** Batches given out ahead of the one that is wanted next, for each thread: so none waits for work. */
const AHEAD = 3;

/**
 * Reads files on all cores and gives what was read in the order of the files, a batch at a time; `onRead` hears of each article
 * before. What is in a batch does not hang on how many threads there are.
 */
export async function* readInWorkers(
  files: readonly ListedFile[],
  data: ReaderData,
  onRead: OnRead,
  threads = threadsFor(files),
): AsyncGenerator<ReadBatch> {
  const batches = inBatches(files);
  if (threads < 2) {
    const before = data.before === null ? null : openStore(data.before);
    try {
      const tools = readingTools(data, before);
      for (const batch of batches) yield await readParts(batch, tools, onRead);
    } finally {
      before?.close();
    }
    return;
  }
  const readers = Array.from({ length: threads }, () => startReader(data, onRead));
  try {
    const under: Promise<ReadBatch>[] = [];
    for (const batch of batches) {
      const [idlest] = readers.toSorted((a, b) => a.waiting() - b.waiting());
      if (idlest) under.push(idlest.read(batch));
      const next = under.length >= AHEAD * readers.length ? under.shift() : undefined;
      if (next) yield await next;
    }
    for (const next of under) yield await next;
  } finally {
    await Promise.all(readers.map(({ stop }) => stop()));
  }
}

/** How many threads it is worth starting to read these files. */
const threadsFor = (files: readonly ListedFile[]): number =>
  files.reduce((sum, { size }) => sum + size, 0) < FEW_BYTES ? 1 : availableParallelism();

function inBatches(files: readonly ListedFile[]): FilePart[][] {
  const batches: FilePart[][] = [];
  let batch: FilePart[] = [];
  let bytes = 0;
  for (const file of files) {
    const of = Math.max(1, Math.ceil(file.size / BYTES_A_BATCH));
    for (let part = 0; part < of; part++) {
      batch.push({ file, part, of });
      bytes += file.size / of;
      if (batch.length < FILES_A_BATCH && bytes < BYTES_A_BATCH && of === 1) continue;
      batches.push(batch);
      [batch, bytes] = [[], 0];
    }
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

interface Reader {
  readonly read: (parts: readonly FilePart[]) => Promise<ReadBatch>;
  /** How many batches it was given and has not read. */
  readonly waiting: () => number;
  readonly stop: () => Promise<void>;
}

/** A thread that reads one batch after another, in the order they are given. */
function startReader(data: ReaderData, onRead: OnRead): Reader {
  const worker = new Worker(compiled('src/archive/build/read-worker.ts'), { workerData: data });
  const ended = new Promise<void>((resolve) => worker.on('exit', () => resolve()));
  const waiting: { resolve: (batch: ReadBatch) => void; reject: (reason: Error) => void }[] = [];
  const failAll = (reason: Error) => {
    for (const { reject } of waiting.splice(0)) reject(reason);
  };
  worker.on('message', (reply: BatchReply) => {
    if ('articles' in reply) return onRead(reply.articles, reply.bytes);
    const first = waiting.shift();
    if ('batch' in reply) first?.resolve(reply.batch);
    else first?.reject(new Error(reply.failed));
  });
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('A reading thread ended before it had finished.')));
  return {
    waiting: () => waiting.length,
    read: (parts) => {
      const batch = new Promise<ReadBatch>((resolve, reject) => waiting.push({ resolve, reject }));
      // Whoever breaks the build off waits for none of the batches any more.
      batch.catch(() => {});
      worker.postMessage(parts);
      return batch;
    },
    // Not terminated: it closes its store first.
    stop: () => {
      worker.postMessage(null);
      return ended;
    },
  };
}
