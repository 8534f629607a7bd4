import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Keeper, openArchive } from '../src/archive/keeper.ts';
import { projectFolder } from '../src/project/folder.ts';

/** Sets of questions that people wrote on an archive, and the archive: FOLDER/questions/NAME.jsonl and FOLDER/NAME. */
export const SETS = ['desk', 'politics', 'five'] as const;
export type SetName = (typeof SETS)[number];

export interface SetQuestion {
  readonly id: string;
  readonly ask: string;
  readonly kind: string;
  readonly class: 'answerable' | 'none' | 'ambiguous';
  readonly style: string;
  readonly evidence: readonly { readonly article: string; readonly text: string }[];
  /** Of each group one string is indispensable. */
  readonly must: readonly (readonly string[])[];
  readonly must_not: readonly string[];
}

/** Odd ids are half a, which may be looked at; even ones half b, which is read in numbers only. */
export const halfOf = (id: string): 'a' | 'b' => (Number(/\d+/.exec(id)?.[0]) % 2 ? 'a' : 'b');

export function questionsOf(folder: string, set: SetName): SetQuestion[] {
  const lines = readFileSync(join(folder, 'questions', `${set}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as SetQuestion); // the file's own shape
}

/** Opens a set's archive, which is built in the system's temporary folder (or EVALUATION_DIR) where it is not yet. */
export async function archiveOf(folder: string, set: SetName): Promise<Keeper> {
  const dataDir = join(process.env.EVALUATION_DIR ?? join(tmpdir(), 'readout-evaluation'), set);
  mkdirSync(dataDir, { recursive: true });
  const keeper = await openArchive({
    articlesDir: set === 'five' ? resolve(projectFolder, 'data/articles') : resolve(folder, set),
    dataDir,
    outletsDir: resolve(projectFolder, 'data/outlets'),
    modelsDir: resolve(projectFolder, 'data'),
  });
  if (await keeper.isStale()) await keeper.reindex(() => {});
  return keeper;
}
