import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/** A store that a newer version of the program has written: this one might lose what it does not know. */
export class NewerStore extends Error {
  override readonly name = 'NewerStore';
}

/**
 * Marks a store with the version of its tables, which is raised with every change of them. Throws `NewerStore` where it
 * bears a higher one already.
 */
function markVersion(database: Database.Database, file: string, version: number): void {
  const { user_version: found } = database.prepare('PRAGMA user_version').get() as { user_version: number }; // SQLite's word.
  if (found > version) {
    throw new NewerStore(
      `${file} was written by a newer version of Readout (${found}; this one knows ${version}): update Readout, or restore a backup ` +
        'of before.',
    );
  }
  if (found < version) database.exec(`PRAGMA user_version = ${version}`);
}

/** How long to wait for another process of this bot that writes to the same store, in milliseconds: less than Discord waits. */
const BUSY_MS = 2000;

/**
 * Opens (or makes) `name`.sqlite in the data folder, where what people set is kept; its tables are of this `version`. With
 * `erasing`, what is deleted is gone from the file too. Throws `NewerStore`.
 */
export function openDataStore(
  dataFolder: string,
  name: string,
  version: number,
  { erasing = false, busyMs = BUSY_MS }: { readonly erasing?: boolean; readonly busyMs?: number } = {},
): Database.Database {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, `${name}.sqlite`);
  const database = new Database(file, { timeout: busyMs });
  markVersion(database, file, version);
  if (erasing) database.exec('PRAGMA secure_delete = ON');
  return database;
}

type Asked = string | number | null;

/** What is asked of a data store and written to it, in a word each. */
export function queriesOf(database: Database.Database) {
  return {
    rows: <Row>(sql: string, ...values: Asked[]): Row[] => database.prepare(sql).all(...values) as Row[], // The type is what the query selects.
    /** How many rows it changed. */
    run: (sql: string, ...values: Asked[]): number => database.prepare(sql).run(...values).changes,
    /** All of it or nothing. */
    whole<T>(work: () => T): T {
      database.exec('BEGIN IMMEDIATE');
      try {
        const made = work();
        database.exec('COMMIT');
        return made;
      } catch (error) {
        // On a full disk SQLite has taken it back already; that must not hide why.
        if (database.inTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
  };
}
