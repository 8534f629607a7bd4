import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { pointerStamp } from '../archive/store/directories.ts';
import type { Settings } from './settings.ts';

/*
 * A backup is a folder:
 *   articles/     ARTICLES_DIR as it is
 *   data/         DATA_DIR: the archive that answers, and every store, each copied whole while the bot runs
 *   backup.json   written last: without it the backup never finished
 * The settings in .env are not in it: they hold the bot's token.
 */

type Places = Pick<Settings, 'articlesFolder' | 'dataFolder'>;

const FORMAT = 1;
const MANIFEST = 'backup.json';
const Manifest = z.object({ format: z.int(), made: z.string() });

/** A backup or restore that can't be done, and what to do about it. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

/** Copies articles and data into a new folder, also while the bot runs. Throws `BackupRefused` where the folder holds something. */
export function backup({ articlesFolder, dataFolder }: Places, folder: string): void {
  if (!isEmpty(folder)) throw new BackupRefused(`${folder} is not empty: name a folder that does not exist yet.`);
  if (!existsSync(dataFolder)) throw new BackupRefused(`There is nothing to back up: ${dataFolder} does not exist.`);
  const data = join(folder, 'data');
  for (let tries = 1; ; tries++) {
    const before = pointerStamp(dataFolder);
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { recursive: true });
    const swapped = () => pointerStamp(dataFolder) !== before;
    try {
      copyData(dataFolder, data);
    } catch (error) {
      if (!swapped()) throw error;
    }
    // A reindex that finished meanwhile has taken the old archive away.
    if (!swapped()) break;
    if (tries === 3)
      throw new BackupRefused('The archive is rebuilt again and again: try once more when that is over.');
  }
  cpSync(articlesFolder, join(folder, 'articles'), { recursive: true });
  writeFileSync(join(folder, MANIFEST), JSON.stringify({ format: FORMAT, made: new Date().toISOString() }));
}

function copyData(from: string, to: string): void {
  const pointer = join(from, 'current.json');
  const current = existsSync(pointer) ? readFileSync(pointer, 'utf8') : '';
  for (const name of readdirSync(from)) {
    const source = join(from, name);
    if (name === 'reindex.lock' || name.startsWith('set-aside-') || /-(?:wal|shm|journal)$|\.new$/.test(name)) continue;
    if (/^archive-\d+$/.test(name) && !current.includes(`"${name}"`)) continue;
    if (name.endsWith('.sqlite')) copyStore(source, join(to, name));
    else cpSync(source, join(to, name), { recursive: true });
  }
}

/** A store as it stands at one moment, whoever writes to it meanwhile. */
function copyStore(source: string, copy: string): void {
  const store = new Database(source, { timeout: 10_000 });
  try {
    store.prepare('VACUUM INTO ?').run(copy);
  } finally {
    store.close();
  }
}

/** Puts a backup back, into folders that are empty. Throws `BackupRefused` where they are not, or the backup is none. */
export function restore({ articlesFolder, dataFolder }: Places, folder: string): void {
  const file = join(folder, MANIFEST);
  if (!existsSync(file))
    throw new BackupRefused(`${folder} is no backup, or one that never finished: ${MANIFEST} is missing.`);
  const manifest = Manifest.safeParse(parsed(readFileSync(file, 'utf8')));
  if (!manifest.success) throw new BackupRefused(`${file} is not as it was written.`);
  if (manifest.data.format > FORMAT) {
    throw new BackupRefused('This backup was made by a newer version of Readout: update Readout, then restore it.');
  }
  for (const [place, name] of [
    [articlesFolder, 'ARTICLES_DIR'],
    [dataFolder, 'DATA_DIR'],
  ] as const) {
    if (!isEmpty(place))
      throw new BackupRefused(`${place} is not empty: name another folder as ${name}, or move what is there.`);
  }
  cpSync(join(folder, 'articles'), articlesFolder, { recursive: true });
  cpSync(join(folder, 'data'), dataFolder, { recursive: true });
}

const isEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null; // Reported by whoever validates its shape.
  }
}
