import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../store/store.ts';
import { yieldToOthers } from '../store/yield-to-others.ts';
import { type BatchReply, type FilePart, type OnRead, type ReaderData, readingTools, readParts } from './read-files.ts';

yieldToOthers();
// Set by read-in-worker.ts, which alone starts this file.
const data = workerData as ReaderData;
const store = data.before === null ? null : openStore(data.before);
const tools = readingTools(data, store);

/** One batch after another: while one waits for its files, none begins that was asked for later. */
let last = Promise.resolve();

/** What to read; null where there is no more. */
parentPort?.on('message', (parts: readonly FilePart[] | null) => {
  last = last.then(() => (parts === null ? end() : answer(parts)));
});

async function answer(parts: readonly FilePart[]): Promise<void> {
  try {
    const onRead: OnRead = (articles, bytes) => parentPort?.postMessage({ articles, bytes } satisfies BatchReply);
    parentPort?.postMessage({ batch: await readParts(parts, tools, onRead) } satisfies BatchReply);
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ failed } satisfies BatchReply);
  }
}

function end(): void {
  store?.close();
  parentPort?.close();
}
