import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Keeper, openArchive } from '../../src/archive/keeper.ts';

const root = resolve(import.meta.dirname, '../..');

/** The archive of the five articles in data/articles, built into a folder of its own. */
export function openArchiveOfFive(): Promise<Keeper> {
  return openArchive({
    articlesDir: join(root, 'data/articles'),
    dataDir: mkdtempSync(join(tmpdir(), 'readout-')),
    outletsDir: join(root, 'data/outlets'),
    modelsDir: join(root, 'data'),
  });
}
