import { existsSync } from 'node:fs';
import { contentHash, contentOf, type ListedFile, listFolder } from '../../corpus/listing.ts';
import { correctionsSince, filesTouched } from '../corrections/touched.ts';
import { isPurgeWanted, isRepairWanted } from '../store/purge.ts';
import { all, type Blob, one, readMeta, type Store } from '../store/store.ts';
import { type ArchivePlaces, madeWith } from './made-with.ts';

/** What of the articles folder is other than an archive has it. */
export interface FolderChanges {
  /** New, of another size or time stamp than before, or with something to be corrected. */
  readonly changed: readonly ListedFile[];
  /** Paths of files that are no more. */
  readonly gone: readonly string[];
}

/** Compares the files as listed with those the archive was made of. */
export function changesSince(store: Store, listed: readonly ListedFile[], dataDir: string): FolderChanges {
  const touched = filesTouched(store, correctionsSince(store, dataDir));
  const known = new Map(
    all<{ path: string; size: number; changed: number }>(store, 'SELECT path, size, changed FROM files').map((row) => [
      row.path,
      row,
    ]),
  );
  const changed = listed.filter(({ file, size, changed: when }) => {
    const before = known.get(file);
    known.delete(file);
    return !before || before.size !== size || before.changed !== when || touched.has(file);
  });
  return { changed, gone: [...known.keys()] };
}

/** Is the archive that stands made of other files than the folder holds now, or by other code, model or outlets? */
export async function differsFromFolder(store: Store, places: ArchivePlaces): Promise<boolean> {
  if (!existsSync(places.articlesDir)) return true;
  if (readMeta(store, 'made with') !== madeWith(places).all) return true;
  if (isPurgeWanted(places.dataDir) || isRepairWanted(places.dataDir)) return true;
  if (correctionsSince(store, places.dataDir).length > 0) return true;
  const { changed, gone } = changesSince(store, await listFolder(places.articlesDir), places.dataDir);
  if (gone.length > 0) return true;
  for (const file of changed) {
    const before = one<{ size: number; hash: Blob }>(store, 'SELECT size, hash FROM files WHERE path = ?', file.file);
    if (!before || before.size !== file.size) return true;
    if (!contentHash(await contentOf(places.articlesDir, file)).equals(new Uint8Array(before.hash))) return true;
  }
  return false;
}
