import { readFileSync } from 'node:fs';
import { currentFiles } from './places.ts';
import { loadIndex, type SearchIndex } from './search-index.ts';
import { openStore, type Store, UnusableStore } from './store.ts';

/** One archive, open to be asked. */
export interface Opened {
  readonly store: Store;
  readonly index: SearchIndex;
}

/** Opens the archive that stands; null where there is none yet. Throws `UnusableStore` where it cannot be read. */
export function openCurrent(dataDir: string): Opened | null {
  const files = currentFiles(dataDir);
  if (!files) return null;
  const store = openStore(files.store);
  try {
    return { store, index: loadIndex(linesOf(readFileSync(files.index))) };
  } catch (error) {
    store.close();
    const why = error instanceof Error ? error.message : String(error);
    throw new UnusableStore(`its search index is damaged (${why})`, { cause: error });
  }
}

export const closeOpened = ({ store }: Opened): void => {
  store.close();
};

/** Lines of a file larger than one string can be. */
function* linesOf(bytes: Buffer): Generator<string> {
  let from = 0;
  for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
    yield bytes.toString('utf8', from, to);
    from = to + 1;
  }
}
