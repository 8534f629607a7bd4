import { mkdirSync } from 'node:fs';
import type { Archive } from './archive.ts';
import type { ReindexProgress } from './build/build-archive.ts';
import { type BuildUnderWay, buildInWorker } from './build/build-in-worker.ts';
import { differsFromFolder } from './build/changes.ts';
import type { ReindexReport } from './build/finish.ts';
import type { ArchivePlaces } from './build/made-with.ts';
import { notBuilt } from './not-built.ts';
import { isCorruption, onDamage as onDamageIn } from './store/damage.ts';
import { pointerStamp, ReindexUnderWay, setAside } from './store/directories.ts';
import { closeOpened, type Opened, openCurrent } from './store/opened.ts';
import { isRepairWanted, wantRepair } from './store/purge.ts';
import { UnusableStore } from './store/store.ts';
import { storedArchive } from './stored-archive.ts';

export type { ReindexProgress } from './build/build-archive.ts';
export type { ReindexReport } from './build/finish.ts';
export type { ArchivePlaces } from './build/made-with.ts';
export { NotBuilt } from './not-built.ts';
export { ReindexUnderWay } from './store/directories.ts';

/** An open archive and what its operator may do with it. */
export interface Keeper {
  /** Stays the same through every reindex: it answers from the archive that stands at the moment of asking. */
  readonly archive: Archive;
  /** Whether this process is reindexing just now. */
  readonly reindexing: boolean;
  /** What happened at opening that the operator should know, in whole sentences. */
  readonly notices: readonly string[];
  /** What the build at opening did; null where an archive was there already. */
  readonly built: ReindexReport | null;
  /**
   * Builds the archive anew from the articles folder and swaps it in. Rejects with `ReindexUnderWay` while another reindex
   * runs, here or in another process, and with the reason where it fails; the old archive stands then.
   */
  reindex(onProgress: (progress: ReindexProgress) => void): Promise<ReindexReport>;
  /** Whether the folder holds other articles than the archive was built of, or the program or its data changed since. */
  isStale(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Opens the archive kept in `dataDir`; where there is none, builds it first and calls `onProgress`. One that cannot be read is set aside, reported in
 * `notices`, and built anew. Where an article is found damaged later on it is left out, `onDamage` hears its file, and the archive
 * is built anew by itself. `build` says where: by default in a thread of its own. Throws `NotBuilt` where there is none and
 * none can be built.
 */
export async function openArchive(
  places: ArchivePlaces,
  onProgress: (progress: ReindexProgress) => void = () => {},
  build: typeof buildInWorker = buildInWorker,
  onDamage: (file: string) => void = () => {},
): Promise<Keeper> {
  const { dataDir } = places;
  const damaged: string[] = [];
  mkdirSync(dataDir, { recursive: true });
  const notices: string[] = [];
  let building: BuildUnderWay | null = null;
  let stamp = '';
  let opened: Opened | null = null;

  const reindex: Keeper['reindex'] = async (onProgress) => {
    if (building) throw new ReindexUnderWay();
    building = build(places, onProgress);
    try {
      return await building.report;
    } finally {
      building = null;
    }
  };

  let isRepairing = false;
  const repair = async (file: string): Promise<void> => {
    onDamage(file);
    if (!damaged.includes(file)) damaged.push(file);
    wantRepair(dataDir);
    if (isRepairing) return;
    isRepairing = true;
    try {
      // One that is under way may have begun before.
      while (isRepairWanted(dataDir)) {
        await building?.report.catch(() => {});
        await reindex(() => {});
      }
    } catch {
      // Another process builds, or it can't be built: the mark stays, by which the archive is stale.
    } finally {
      isRepairing = false;
    }
  };

  /** The archive that stands now: opened again after a swap, whoever swapped it. */
  const current = (): Opened => {
    const now = pointerStamp(dataDir);
    if (opened && now === stamp) return opened;
    // What stood at opening may have been damaged since it was written; what is swapped in later was just written.
    const next = openCurrent(dataDir, opened === null);
    if (!next) throw new UnusableStore(`There is no archive in ${dataDir} any more: reindex to build it anew.`);
    if (opened) closeOpened(opened);
    [opened, stamp] = [next, now];
    onDamageIn(next.store, (file) => void repair(file));
    return next;
  };

  try {
    if (pointerStamp(dataDir) !== 'none') current();
  } catch (error) {
    if (!(error instanceof UnusableStore)) throw error;
    notices.push(
      `The stored archive could not be used: ${error.message}. It was set aside in ${setAside(dataDir)} and built anew.`,
    );
  }
  let built: ReindexReport | null = null;
  if (!opened) {
    built = await reindex(onProgress).catch((error: unknown) => {
      if (error instanceof ReindexUnderWay) throw error;
      throw notBuilt(dataDir, error instanceof Error ? error.message : String(error));
    });
    current();
  }

  return {
    archive: reportingCorruption(storedArchive(current, damaged), () => void repair('store.sqlite')),
    get reindexing() {
      return building !== null;
    },
    notices,
    built,
    reindex,
    isStale: () => differsFromFolder(current().store, places),
    close: async () => {
      await building?.stop();
      if (opened) closeOpened(opened);
      opened = null;
    },
  };
}

/** The same archive; what SQLite itself finds wrong in it is reported. */
function reportingCorruption(archive: Archive, report: () => void): Archive {
  const functions = Object.entries(archive).map(([name, ask]: [string, (...args: never[]) => Promise<unknown>]) => [
    name,
    async (...args: never[]) => {
      try {
        return await ask(...args);
      } catch (error) {
        if (isCorruption(error)) report();
        throw error;
      }
    },
  ]);
  return Object.fromEntries(functions) as Archive; // the same functions by the same names
}
