import type Database from 'libsql';

/** A store that a newer version of the program has written: this one might lose what it does not know. */
export class NewerStore extends Error {
  override readonly name = 'NewerStore';
}

/**
 * Marks a store with the version of its tables, which is raised with every change of them. Throws `NewerStore` where it
 * bears a higher one already.
 */
export function markVersion(database: Database.Database, file: string, version: number): void {
  const { user_version: found } = database.prepare('PRAGMA user_version').get() as { user_version: number }; // SQLite's word.
  if (found > version) {
    throw new NewerStore(
      `${file} was written by a newer version of Readout (${found}; this one knows ${version}): update Readout, or restore a backup ` +
        'of before.',
    );
  }
  if (found < version) database.exec(`PRAGMA user_version = ${version}`);
}
