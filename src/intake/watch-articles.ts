import { type FSWatcher, watch } from 'node:fs';
import { sep } from 'node:path';
import type { Logger } from 'pino';
import type { Keeper } from '../archive/keeper.ts';
import { isArticleFile } from '../corpus/listing.ts';

/** Quiet for so long, and what is being copied in has arrived. */
const SETTLED_AFTER = 2000;

/**
 * Watches the articles folder, and brings the archive up to date once changes in it have come to rest. Where watching ends
 * (the folder is gone, the system watches no more files) that is logged with what to do. Returns what ends it.
 */
export function watchArticles(
  articlesDir: string,
  keeper: Pick<Keeper, 'isStale'>,
  refresh: () => Promise<unknown>,
  log: Logger,
  settledAfter = SETTLED_AFTER,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void bringUpToDate(), settledAfter);
  };
  const bringUpToDate = async () => {
    try {
      if (await keeper.isStale()) await refresh();
    } catch (error) {
      log.error({ event: 'reindex failed', consequence: 'the archive is as it was', err: error });
    }
  };
  let watcher: FSWatcher | null = null;
  const ended = (error: unknown) =>
    log.error({ event: 'articles no longer watched', remedy: 'use /admin reindex, or start again', err: error });
  try {
    watcher = watch(articlesDir, { recursive: true }, (_, file) => {
      if (file === null || concernsArticles(file)) changed();
    });
    watcher.on('error', ended);
  } catch (error) {
    ended(error);
  }
  return () => {
    clearTimeout(timer);
    watcher?.close();
  };
}

/** Not what lies hidden, or beside a page; a name without an ending may be a folder. */
function concernsArticles(file: string): boolean {
  const parts = file.split(sep);
  if (parts.some((part) => part.startsWith('.') || part.endsWith('_files'))) return false;
  return isArticleFile(file) || !/\.[^.]+$/.test(file);
}
