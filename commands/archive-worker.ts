import { parentPort, workerData } from 'node:worker_threads';
import { type ArchivePlaces, openArchive, type ReindexProgress } from '../src/archive/keeper.ts';
import { type Opening, served } from './archive-served.ts';
import { answerCall, type Call, type FarError, farError, type Reply } from './far-calls.ts';
import { answerQuestion, answerWords } from './index.ts';

/** What the thread tells by itself: how far a first build is, then once how opening went; after that, replies. */
export type ThreadNews =
  | Reply
  | { readonly is: 'building'; readonly progress: ReindexProgress }
  | { readonly is: 'open'; readonly opening: Opening }
  | { readonly is: 'not open'; readonly error: FarError };

const tell = (news: ThreadNews): void => parentPort?.postMessage(news);

try {
  // Set by archive-apart.ts, which alone starts this file.
  const keeper = await openArchive(workerData as ArchivePlaces, (progress) => tell({ is: 'building', progress }));
  const { notices, built } = keeper;
  tell({ is: 'open', opening: { notices, built } });
  const callable = served(keeper, { question: answerQuestion, words: answerWords });
  parentPort?.on('message', async (call: Call | 'close') => {
    if (call !== 'close') return answerCall(call, callable, tell);
    await keeper.close();
    parentPort?.close();
  });
} catch (error) {
  tell({ is: 'not open', error: farError(error) });
}
