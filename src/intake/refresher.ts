import { setTimeout as pause } from 'node:timers/promises';
import { type Keeper, type ReindexReport, ReindexUnderWay } from '../archive/keeper.ts';

const AGAIN_AFTER = 1000;

/**
 * Makes a function that brings the archive up to date with its folder, and resolves once everything that stood there when
 * it was called can be found. Calls that come while a reindex runs share the one after it; another process's is waited for.
 */
export function refresher(keeper: Pick<Keeper, 'reindex'>): () => Promise<ReindexReport> {
  let next: Promise<ReindexReport> | null = null;
  let running: Promise<unknown> = Promise.resolve();
  return () => {
    next ??= running
      .catch(() => {}) // Told to whoever asked for that one.
      .then(() => {
        next = null;
        const report = reindexed(keeper);
        running = report;
        return report;
      });
    return next;
  };
}

async function reindexed(keeper: Pick<Keeper, 'reindex'>): Promise<ReindexReport> {
  for (;;) {
    try {
      return await keeper.reindex(() => {});
    } catch (error) {
      if (!(error instanceof ReindexUnderWay)) throw error;
      await pause(AGAIN_AFTER);
    }
  }
}
