import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { ArchivePlaces } from '../archive/keeper.ts';
import { isEnglish } from '../corpus/language-tags.ts';
import { loadOutlets } from '../corpus/outlets.ts';
import { loadReadingModels, type ReadingModels } from '../reading/models.ts';
import { read } from '../reading/read.ts';
import { readDraft } from './read-draft.ts';
import type { Asked, ReadingTask, ReadingTasks, Told } from './read-in-worker.ts';
import { sourceOfPage, sourcesOf } from './sources.ts';

// Set by read-apart.ts, which alone starts this file.
const { outletsFile, modelsDir } = workerData as ArchivePlaces;
let models: ReadingModels | null = null;

const readers: { readonly [Task in ReadingTask]: (given: ReadingTasks[Task]['given']) => unknown } = {
  page: sourceOfPage,
  file: sourcesOf,
  draft: (draft) => readDraft(draft, loadOutlets(readFileSync(outletsFile, 'utf8'))),
  reading: ({ body: text, published, headline, language }) => {
    if (!isEnglish(language)) return null;
    models ??= loadReadingModels(modelsDir);
    return read({ text, published: published?.date ?? null, headline }, models);
  },
};

parentPort?.on('message', async ({ what, given }: Asked) => {
  try {
    // What is given and what comes of it belong to the task that is named: read-apart.ts sees to that.
    const gives = (await readers[what](given as never)) as never;
    parentPort?.postMessage({ gives } satisfies Told);
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ failed } satisfies Told);
  }
});
