import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outletFilesIn } from '../../corpus/outlets.ts';
import { compiled } from '../../project/compiled.ts';

/** Where an archive comes from and where it is kept. */
export interface ArchivePlaces {
  readonly articlesDir: string;
  /** Nothing is written outside of it. */
  readonly dataDir: string;
  readonly outletsDir: string;
  /** The folder of the trained models that reading needs. */
  readonly modelsDir: string;
}

/** What besides the articles decides how an archive comes out, as hashes. */
export interface MadeWith {
  /** The reading room's code and its trained models: readings made with the same are the same. */
  readonly reading: string;
  /** All code from file to archive, the model and the outlets. Corrections are not among it: they change single articles. */
  readonly all: string;
}

/**
 * Hashes the code itself rather than a number somebody must remember to raise: an archive made by other code is stale, and
 * readings by another reading room or model are made anew.
 */
export function madeWith({ outletsDir, modelsDir }: ArchivePlaces): MadeWith {
  const reading = hash([...codeIn('src/text'), ...codeIn('src/reading'), ...modelsIn(modelsDir)]);
  const outlets = outletFilesIn(outletsDir).map(({ yaml }) => yaml);
  return { reading, all: hash([reading, ...codeIn('src/corpus'), ...codeIn('src/archive'), ...outlets]) };
}

const modelsIn = (folder: string): Buffer[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.model'))
    .sort()
    .map((file) => readFileSync(join(folder, file)));

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
