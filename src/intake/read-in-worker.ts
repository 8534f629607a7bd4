import { Worker } from 'node:worker_threads';
import type { ArchivePlaces } from '../archive/keeper.ts';
import type { Article } from '../corpus/article.ts';
import type { Source } from '../corpus/source.ts';
import { compiled } from '../project/compiled.ts';
import type { Reading } from '../reading/reading.ts';
import type { ArticleDraft, ReadDraft } from './draft.ts';
import type { Fetched } from './fetch-page.ts';
import type { FileSources, GivenFile } from './sources.ts';

/** What is read in a thread of its own: what each is given, and what comes of it. */
export interface ReadingTasks {
  /** The article of a page. */
  readonly page: { readonly given: Fetched; readonly gives: Source };
  /** The articles of a file. */
  readonly file: { readonly given: GivenFile; readonly gives: FileSources };
  /** A draft as the archive would have it. */
  readonly draft: { readonly given: ArticleDraft; readonly gives: ReadDraft };
  /** Who says and meets whom in it; null where it is not English. */
  readonly reading: { readonly given: Article; readonly gives: Reading | null };
}

export type ReadingTask = keyof ReadingTasks;

/** What the thread is asked. */
export interface ReadingRequest {
  readonly what: ReadingTask;
  readonly given: ReadingTasks[ReadingTask]['given'];
}

/** What it answers. */
export type ReadingReply = { readonly gives: ReadingTasks[ReadingTask]['gives'] } | { readonly failed: string };

/** Reads pages and files where they hold up nobody's answers. Rejects with the reason where nothing can be read. */
export interface ReadingWorker {
  read<Task extends ReadingTask>(what: Task, given: ReadingTasks[Task]['given']): Promise<ReadingTasks[Task]['gives']>;
  close(): Promise<void>;
}

/** Whatever takes longer, or more memory, is made to keep us busy: no article does. */
const LONGEST_MS = 30_000;
const MAX_MEMORY_MB = 1024;
/** How often it is looked how much memory is taken. What is unpacked lies outside the thread's own heap, which alone Node limits. */
const LOOKS_EVERY_MS = 100;
const TOO_MUCH = 'reading it took too much memory';
/** Idle for so long, the thread ends and gives back its memory. */
const IDLE_MS = 60_000;

/** Makes a reader; its thread starts with the first thing to read. One thing is read after another. */
export function openReader(places: ArchivePlaces, longest = LONGEST_MS, maxMemoryMb = MAX_MEMORY_MB): ReadingWorker {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let before: Promise<unknown> = Promise.resolve();

  const end = async () => {
    clearTimeout(idle);
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };

  const start = (): Worker => {
    const started = new Worker(compiled('src/intake/read-worker.ts'), {
      workerData: places,
      resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
    });
    started.unref();
    // Also while nothing is read; whoever waits for something hears of it besides.
    started.on('error', () => {});
    started.on('exit', () => {
      if (worker === started) worker = null;
    });
    worker = started;
    return started;
  };

  const readNow = (asked: ReadingRequest): Promise<ReadingTasks[ReadingTask]['gives']> => {
    clearTimeout(idle);
    const reader = worker ?? start();
    return new Promise<ReadingTasks[ReadingTask]['gives']>((resolve, reject) => {
      const late = setTimeout(() => fail(new Error('reading it took too long')), longest);
      const before = process.memoryUsage.rss();
      const looking = setInterval(() => {
        if (process.memoryUsage.rss() - before > maxMemoryMb * 2 ** 20) fail(new Error(TOO_MUCH));
      }, LOOKS_EVERY_MS);
      const done = () => {
        clearTimeout(late);
        clearInterval(looking);
        reader.off('message', onReply).off('error', died).off('exit', ended);
        idle = setTimeout(() => void end(), IDLE_MS);
        idle.unref();
      };
      const fail = (reason: Error) => {
        done();
        void end();
        reject(reason);
      };
      const onReply = (reply: ReadingReply) => {
        done();
        if ('gives' in reply) resolve(reply.gives);
        else reject(new Error(reply.failed));
      };
      const died = (error: NodeJS.ErrnoException) =>
        fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Error(TOO_MUCH) : error);
      const ended = () => fail(new Error('reading it was broken off'));
      reader.on('message', onReply).on('error', died).on('exit', ended);
      reader.postMessage(asked);
    });
  };

  return {
    read: (what, given) => {
      const reading = before.then(() => readNow({ what, given }));
      before = reading.catch(() => {}); // Told to whoever asked for it.
      // The thread answers each task with what that task gives.
      return reading as Promise<never>;
    },
    close: end,
  };
}
