import { readIndex } from '../index/files.ts';
import { mergedReader } from '../index/merged-reader.ts';
import type { SearchIndex } from '../index/write-buffer.ts';
import { currentFiles } from './directories.ts';
import { openStore, type Store, UnusableStore } from './store.ts';

/** One archive, open to be asked. */
export interface Opened {
  readonly store: Store;
  readonly index: SearchIndex;
}

/**
 * Opens the archive that stands; null where there is none yet. Throws `UnusableStore` where it cannot be read. Without
 * `checked`, trusts that what was just written is whole.
 */
export function openCurrent(dataDir: string, checked = true): Opened | null {
  const files = currentFiles(dataDir, checked);
  if (!files) return null;
  const store = openStore(files.store);
  try {
    const { segment, gone, since } = readIndex(files);
    // Locked once, not for each of a question's many statements: half of what they cost. Others may still read it.
    store.exec('PRAGMA locking_mode = EXCLUSIVE');
    return { store, index: mergedReader(segment, gone, since) };
  } catch (error) {
    store.close();
    const why = error instanceof Error ? error.message : String(error);
    throw new UnusableStore(`its search index is damaged (${why})`, { cause: error });
  }
}

export function closeOpened({ store }: Opened): void {
  // What was prepared keeps a closed store open until it is collected: its lock goes with the next look into it.
  store.exec('PRAGMA locking_mode = NORMAL; SELECT 1 FROM meta');
  store.close();
}
