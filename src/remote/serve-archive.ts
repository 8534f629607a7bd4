import type { Answer } from '../answers/answer.ts';
import { NotUnderstood } from '../answers/command.ts';
import type { Question } from '../answers/question.ts';
import type { Language } from '../answers/words/catalogue.ts';
import type { Archive } from '../archive/archive.ts';
import { type Keeper, NotBuilt, type ReindexProgress, ReindexUnderWay } from '../archive/keeper.ts';
import type { Day } from '../text/edtf.ts';
import type { Callable, Caller, RemoteError } from './calls.ts';

/**
 * An archive that lives in another thread or process and answers whole questions there: of the hundreds of articles that
 * an answer may be chosen from, none travels.
 */
export interface RemoteArchive extends Archive {
  answerQuestion(question: Question, language: Language, asker?: string): Promise<Answer>;
  answerWords(line: string, today: Day, language: Language, asker?: string): Promise<Answer>;
}

export const isRemote = (archive: Archive): archive is RemoteArchive => 'answerQuestion' in archive;

/** What is known of a keeper once it is open. */
export type Opening = Pick<Keeper, 'notices' | 'built'>;

/** How whole questions are answered where the archive is. */
export interface Answerer {
  readonly question: (question: Question, archive: Archive, language: Language, asker: string) => Promise<Answer>;
  readonly words: (line: string, archive: Archive, today: Day, language: Language, asker: string) => Promise<Answer>;
}

/** Every function of an archive, so that none is forgotten on the line. */
const ASKED: Readonly<Record<keyof Archive, true>> = {
  status: true,
  builtAt: true,
  articles: true,
  articlesNamed: true,
  outlets: true,
  article: true,
  articleIds: true,
  actorIds: true,
  search: true,
  rankByUnits: true,
  wordsKnown: true,
  termCounts: true,
  findActors: true,
  actor: true,
  mentions: true,
  meetings: true,
  countMeetings: true,
  quotations: true,
  countQuotations: true,
  complete: true,
  similarPassages: true,
};

/** A keeper as it is served to who asks from elsewhere. */
export function served(keeper: Keeper, answer: Answerer): Callable {
  // What a call's arguments are is said by the types of `remoteKeeper`, which alone makes these calls.
  const archive = keeper.archive as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
  return {
    ...Object.fromEntries(Object.keys(ASKED).map((name) => [name, (args) => archive[name]?.(...args)] as const)),
    answerQuestion: ([question, language, asker = '']) =>
      answer.question(question as Question, keeper.archive, language as Language, asker as string),
    answerWords: ([line, today, language, asker = '']) =>
      answer.words(line as string, keeper.archive, today as Day, language as Language, asker as string),
    isStale: () => keeper.isStale(),
    reindex: (_args, notify) => keeper.reindex(notify),
  };
}

/** The other end: the same keeper, asked over a line. */
export function remoteKeeper({ notices, built }: Opening, line: Pick<Caller, 'call'>, close: Keeper['close']): Keeper {
  let reindexing = false;
  const names = [...Object.keys(ASKED), 'answerQuestion', 'answerWords'];
  const asked = names.map((name) => [name, (...args: readonly unknown[]) => line.call(name, args)]);
  return {
    // One for each of the names; what comes back is what `served` gives.
    archive: Object.fromEntries(asked) as RemoteArchive,
    get reindexing() {
      return reindexing;
    },
    notices,
    built,
    async reindex(onProgress) {
      reindexing = true;
      try {
        // Of the types that `served` sends.
        const news = (progress: unknown) => onProgress(progress as ReindexProgress);
        return (await line.call('reindex', [], news)) as Awaited<ReturnType<Keeper['reindex']>>;
      } finally {
        reindexing = false;
      }
    },
    isStale: async () => (await line.call('isStale', [])) === true,
    close,
  };
}

/** Errors that callers distinguish keep their class. */
export function revive({ name, message }: RemoteError): Error {
  if (name === 'NotUnderstood') return new NotUnderstood(message);
  if (name === 'ReindexUnderWay') return new ReindexUnderWay();
  if (name === 'NotBuilt') return new NotBuilt(message);
  return new Error(message);
}
