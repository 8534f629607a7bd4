import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { placesOf } from '../../src/app/run-bot.ts';
import type { Keeper } from '../../src/archive/keeper.ts';
import { projectFolder } from '../../src/project/folder.ts';
import { openArchiveHere } from './open-archive.ts';

/** The archive of the five articles in data/articles, in a folder of its own. */
export async function openArchiveOfFive(): Promise<Keeper> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'readout-'));
  await copyArchiveOfFive(dataFolder);
  return openArchiveHere(placesOfFive(dataFolder));
}

const placesOfFive = (dataFolder: string) =>
  placesOf({ articlesFolder: join(projectFolder, 'data/articles'), dataFolder });

/** Puts the archive of the five articles into a data folder where there is nothing yet. It is built once in a run of the tests. */
export async function copyArchiveOfFive(dataFolder: string): Promise<void> {
  mkdirSync(dataFolder, { recursive: true });
  const { SUITE_FOLDER: suite } = process.env;
  // Outside of a run of the tests nobody shares it, and whoever opens it builds it.
  if (suite === undefined || readdirSync(dataFolder).length > 0) return;
  cpSync(await builtOnce(suite), dataFolder, { recursive: true });
}

const WAITED_MS = 170_000;

/** The data folder with the archive: whoever asks first in this run builds it, all others wait for it. */
async function builtOnce(suite: string): Promise<string> {
  const built = join(suite, 'archive-of-five');
  const lock = `${built}.lock`;
  for (const since = Date.now(); !existsSync(built); await wait(50)) {
    if (Date.now() - since > WAITED_MS) throw new Error('The archive of the five articles was not built in time.');
    try {
      mkdirSync(lock);
    } catch {
      continue; // somebody else is at it
    }
    try {
      if (existsSync(built)) break;
      const building = `${built}.building`;
      await (await openArchiveHere(placesOfFive(building))).close();
      renameSync(building, built);
    } finally {
      rmdirSync(lock);
    }
  }
  return built;
}
