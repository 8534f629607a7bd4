import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiled } from '../../project/compiled.ts';
import { modelFilesIn } from '../../reading/models.ts';

/** Where an archive comes from and where it is kept. */
export interface ArchivePlaces {
  readonly articlesDir: string;
  /** Nothing is written outside of it. */
  readonly dataDir: string;
  readonly outletsFile: string;
  readonly modelsDir: string;
}

/** What besides the articles decides how an archive comes out, as hashes. */
export interface MadeWith {
  /** The reading room's code and its models: readings made with the same are the same. */
  readonly reading: string;
  /** All code from file to archive, the models and the outlets. Corrections are apart: they change single articles. */
  readonly all: string;
}

/**
 * Hashes the code itself rather than a number somebody must remember to raise: an archive made by other code is stale, and
 * readings by another reading room or model are made anew.
 */
export function madeWith({ outletsFile, modelsDir }: ArchivePlaces): MadeWith {
  const reading = hash([
    ...codeIn('src/text'),
    ...codeIn('src/reading'),
    ...modelFilesIn(modelsDir).map((file) => readFileSync(file)),
  ]);
  const outlets = readFileSync(outletsFile);
  return { reading, all: hash([reading, ...codeIn('src/corpus'), ...codeIn('src/archive'), outlets]) };
}

/** The compiled code of a folder and of all folders in it: names and contents, in the order of their names. */
function codeIn(folder: string): (string | Buffer)[] {
  const place = compiled(folder);
  if (!existsSync(place)) throw new Error(`${place} is missing: run "npm run build" first.`);
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  // The name counts too: the same code in another place is other code to those who import it.
  return files.sort().flatMap((file) => [file, readFileSync(join(place, file))]);
}

export function hash(parts: Iterable<string | Uint8Array>): string {
  const sha = createHash('sha256');
  for (const part of parts) sha.update(part).update('\0');
  return sha.digest('hex');
}
