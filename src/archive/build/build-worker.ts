import { parentPort, workerData } from 'node:worker_threads';
import type { OutletBook } from '../../corpus/outlets.ts';
import { ReindexUnderWay } from '../store/directories.ts';
import { yieldToOthers } from '../store/yield-to-others.ts';
import { buildArchive, type ReindexProgress } from './build-archive.ts';
import type { ReindexReport } from './finish.ts';
import type { ArchivePlaces } from './made-with.ts';

/** Read once by who starts the worker: parsing two thousand outlets takes a second. */
export interface BuildData {
  readonly places: ArchivePlaces;
  readonly outlets: OutletBook;
}

/** What the worker posts to the thread that started it: progress, then once how it ended. */
export type BuildNews =
  | { readonly is: 'progress'; readonly progress: ReindexProgress }
  | { readonly is: 'done'; readonly report: ReindexReport }
  | { readonly is: 'failed'; readonly underWay: boolean; readonly reason: string };

const post = (news: BuildNews): void => parentPort?.postMessage(news);

/** More news a second than this nobody reads. */
const NEWS_EVERY_MS = 100;
let postedAt = 0;

yieldToOthers();
try {
  // Set by build-in-worker.ts, which alone starts this file.
  const { places, outlets } = workerData as BuildData;
  const onProgress = (progress: ReindexProgress): void => {
    if (performance.now() - postedAt < NEWS_EVERY_MS && progress.done < progress.total) return;
    postedAt = performance.now();
    post({ is: 'progress', progress });
  };
  const report = await buildArchive(places, onProgress, outlets);
  post({ is: 'done', report });
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  post({ is: 'failed', underWay: error instanceof ReindexUnderWay, reason });
}
