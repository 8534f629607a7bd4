import { parentPort, workerData } from 'node:worker_threads';
import type { ArchivePlaces } from '../archive/keeper.ts';
import { isEnglish } from '../corpus/language-tags.ts';
import { readOutlets } from '../corpus/outlets.ts';
import { loadModels, type ReadingModels } from '../reading/models.ts';
import { read } from '../reading/read.ts';
import { readDraft } from './read-draft.ts';
import type { ReadingReply, ReadingRequest, ReadingTask, ReadingTasks } from './read-in-worker.ts';
import { sourceOfPage, sourcesOf } from './sources.ts';

// Set by read-in-worker.ts, which alone starts this file.
const { outletsDir, modelsDir } = workerData as ArchivePlaces;
let models: ReadingModels | null = null;

const readers: { readonly [Task in ReadingTask]: (given: ReadingTasks[Task]['given']) => unknown } = {
  page: sourceOfPage,
  file: sourcesOf,
  draft: (draft) => readDraft(draft, readOutlets(outletsDir)),
  reading: ({ body: text, published, headline, language }) => {
    if (!isEnglish(language)) return null;
    models ??= loadModels(modelsDir);
    return read({ text, published: published?.date ?? null, headline }, models);
  },
};

parentPort?.on('message', async ({ what, given }: ReadingRequest) => {
  try {
    // What is given and what comes of it belong to the task that is named: read-in-worker.ts sees to that.
    const gives = (await readers[what](given as never)) as never;
    parentPort?.postMessage({ gives } satisfies ReadingReply);
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ failed } satisfies ReadingReply);
  }
});
