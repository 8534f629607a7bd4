import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ListedFile } from '../../corpus/listing.ts';
import { compiled } from '../../project/compiled.ts';
import { openStore } from '../store/store.ts';
import {
  type BatchReply,
  type OnRead,
  type ReadBatch,
  type ReaderData,
  readFiles,
  readingTools,
} from './read-files.ts';

const FILES_A_BATCH = 100;
const BYTES_A_BATCH = 1_000_000;
/** For fewer files than this starting threads takes longer than reading. */
const FEW = 150;
/** Batches given out ahead of the one that is wanted next, for each thread: so none waits for work. */
const AHEAD = 3;

/** Reads files on all cores and gives what was read in the order of the files, a batch at a time; `onRead` hears of each article before. */
export async function* readInWorkers(
  files: readonly ListedFile[],
  data: ReaderData,
  onRead: OnRead,
): AsyncGenerator<ReadBatch> {
  const batches = inBatches(files);
  if (files.length < FEW) {
    const before = data.before === null ? null : openStore(data.before, false);
    try {
      const tools = readingTools(data, before);
      for (const batch of batches) yield await readFiles(batch, tools, onRead);
    } finally {
      before?.close();
    }
    return;
  }
  const readers = Array.from({ length: availableParallelism() }, () => startReader(data, onRead));
  try {
    const under: Promise<ReadBatch>[] = [];
    for (const [at, batch] of batches.entries()) {
      const reader = readers[at % readers.length];
      if (reader) under.push(reader.read(batch));
      const next = under.length >= AHEAD * readers.length ? under.shift() : undefined;
      if (next) yield await next;
    }
    for (const next of under) yield await next;
  } finally {
    await Promise.all(readers.map(({ stop }) => stop()));
  }
}

function inBatches(files: readonly ListedFile[]): ListedFile[][] {
  const batches: ListedFile[][] = [];
  let batch: ListedFile[] = [];
  let bytes = 0;
  for (const file of files) {
    batch.push(file);
    bytes += file.size;
    if (batch.length < FILES_A_BATCH && bytes < BYTES_A_BATCH) continue;
    batches.push(batch);
    [batch, bytes] = [[], 0];
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

interface Reader {
  readonly read: (files: readonly ListedFile[]) => Promise<ReadBatch>;
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
    read: (files) => {
      const batch = new Promise<ReadBatch>((resolve, reject) => waiting.push({ resolve, reject }));
      // Whoever breaks the build off waits for none of the batches any more.
      batch.catch(() => {});
      worker.postMessage(files);
      return batch;
    },
    // Not terminated: it closes its store first.
    stop: () => {
      worker.postMessage(null);
      return ended;
    },
  };
}
