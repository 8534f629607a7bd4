import { parentPort, workerData } from 'node:worker_threads';
import { answerQuestion, answerWords } from '../../commands/index.ts';
import type { Answer } from '../answers/answer.ts';
import { type ArchivePlaces, openArchive, type ReindexProgress } from '../archive/keeper.ts';
import { withinWork } from '../text/work.ts';
import { answerCall, type Call, type RemoteError, type Reply, remoteError } from './calls.ts';
import { fairTurns } from './fair-turns.ts';
import { type Opening, served } from './serve-archive.ts';

/** What the thread posts unasked: progress of a first build, then once how opening went; after that, replies. */
export type ThreadNews =
  | Reply
  | { readonly is: 'building'; readonly progress: ReindexProgress }
  /** An article of this file was found damaged. */
  | { readonly is: 'damaged'; readonly file: string }
  | { readonly is: 'open'; readonly opening: Opening }
  | { readonly is: 'not open'; readonly error: RemoteError };

const post = (news: ThreadNews): void => parentPort?.postMessage(news);

try {
  // Set by archive-in-worker.ts, which alone starts this file.
  const keeper = await openArchive(
    workerData as ArchivePlaces,
    (progress) => post({ is: 'building', progress }),
    undefined,
    (file) => post({ is: 'damaged', file }),
  );
  const { notices, built } = keeper;
  post({ is: 'open', opening: { notices, built } });
  const turns = fairTurns();
  const inTurn = (asker: string, answer: () => Promise<Answer>): Promise<Answer> =>
    turns.take(asker, () => withinWork(answer, Number.POSITIVE_INFINITY));
  const callable = served(keeper, {
    question: (question, archive, language, asker) => inTurn(asker, () => answerQuestion(question, archive, language)),
    words: (line, archive, today, language, asker) => inTurn(asker, () => answerWords(line, archive, today, language)),
  });
  parentPort?.on('message', async (call: Call | 'close') => {
    if (call !== 'close') return answerCall(call, callable, post);
    await keeper.close();
    parentPort?.close();
  });
} catch (error) {
  post({ is: 'not open', error: remoteError(error) });
}
