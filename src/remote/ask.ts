import { answerQuestion, answerWords } from '../../commands/index.ts';
import type { Answer } from '../answers/answer.ts';
import type { Question } from '../answers/question.ts';
import type { Language } from '../answers/words/catalogue.ts';
import type { Archive } from '../archive/archive.ts';
import type { Keeper } from '../archive/keeper.ts';
import type { Day } from '../text/edtf.ts';
import { isRemote, type RemoteArchive } from './serve-archive.ts';

/** Answers a question where the archive is: in this thread, or in the worker or process that has it. */
export const askQuestion = (question: Question, archive: Archive, language: Language = 'en'): Promise<Answer> =>
  isRemote(archive) ? archive.answerQuestion(question, language) : answerQuestion(question, archive, language);

/** The same for a line as a person types it. Rejects with `NotUnderstood` where it is no question. */
export const askWords = (line: string, archive: Archive, today: Day, language: Language = 'en'): Promise<Answer> =>
  isRemote(archive) ? archive.answerWords(line, today, language) : answerWords(line, archive, today, language);

/** The same keeper, whose questions are asked by this person: they are answered in that person's turns. */
export function askedBy(person: string, keeper: Keeper): Keeper {
  const { archive } = keeper;
  if (!isRemote(archive)) return keeper;
  const theirs: RemoteArchive = {
    ...archive,
    answerQuestion: (question, language) => archive.answerQuestion(question, language, person),
    answerWords: (line, today, language) => archive.answerWords(line, today, language, person),
  };
  // All else is the keeper's own, what changes in it too.
  return Object.create(keeper, { archive: { value: theirs } }) as Keeper;
}
