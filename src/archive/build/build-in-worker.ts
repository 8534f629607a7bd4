import { Worker } from 'node:worker_threads';
import { readOutlets } from '../../corpus/outlets.ts';
import { compiled } from '../../project/compiled.ts';
import { ReindexUnderWay } from '../store/directories.ts';
import type { ReindexProgress } from './build-archive.ts';
import type { BuildData, BuildNews } from './build-worker.ts';
import type { ReindexReport } from './finish.ts';
import type { ArchivePlaces } from './made-with.ts';

export interface BuildUnderWay {
  readonly report: Promise<ReindexReport>;
  /** Breaks the build off; the archive that stands is not touched. */
  stop(): Promise<void>;
}

/** A build without progress for so long is stuck: no file takes a quarter of that. */
const SILENT_MINUTES = 20;

/** Builds the archive in a thread of its own, so that questions are answered meanwhile. */
export function buildInWorker(places: ArchivePlaces, onProgress: (progress: ReindexProgress) => void): BuildUnderWay {
  let watch: NodeJS.Timeout | undefined;
  const worker = new Worker(compiled('src/archive/build/build-worker.ts'), {
    workerData: { places, outlets: readOutlets(places.outletsDir) } satisfies BuildData,
  });
  const report = new Promise<ReindexReport>((resolve, reject) => {
    const restartTimer = () => {
      clearTimeout(watch);
      watch = setTimeout(() => {
        reject(
          new Error(`The reindex was ended: it had reported nothing for ${SILENT_MINUTES} minutes. Start it again.`),
        );
        void worker.terminate();
      }, SILENT_MINUTES * 60_000);
      watch.unref();
    };
    restartTimer();
    worker.on('message', (news: BuildNews) => {
      restartTimer();
      if (news.is === 'progress') onProgress(news.progress);
      else if (news.is === 'done') resolve(news.report);
      else reject(news.underWay ? new ReindexUnderWay() : new Error(news.reason));
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      clearTimeout(watch);
      reject(new Error('The reindex was broken off before it had finished.'));
    });
  });
  return {
    report,
    stop: async () => {
      await worker.terminate();
    },
  };
}
