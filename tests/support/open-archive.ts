import { buildArchive } from '../../src/archive/build/build-archive.ts';
import type { buildInWorker } from '../../src/archive/build/build-in-worker.ts';
import { type ArchivePlaces, type Keeper, openArchive, type ReindexProgress } from '../../src/archive/keeper.ts';

export const buildHere: typeof buildInWorker = (places, onProgress) => {
  const report = buildArchive(places, onProgress);
  return { report, stop: () => report.then(() => {}).catch(() => {}) };
};

/**
 * Opens an archive that is built in this thread, where program, models and outlets are loaded already: most of what a small
 * build takes is loading them into a thread of its own. Tests of just that open it as the program does.
 */
export const openArchiveHere = (
  places: ArchivePlaces,
  onProgress?: (progress: ReindexProgress) => void,
): Promise<Keeper> => openArchive(places, onProgress, buildHere);
