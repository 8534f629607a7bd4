import { answerQuestion, answerWords } from '../../commands/index.ts';
import type { Answer } from '../answers/answer.ts';
import type { Question } from '../answers/question.ts';
import type { Language } from '../answers/words/catalogue.ts';
import type { Archive } from '../archive/archive.ts';
import type { Day } from '../text/edtf.ts';
import { isRemote } from './serve-archive.ts';

/** Answers a question where the archive is: in this thread, or in the worker or process that has it. */
export const askQuestion = (question: Question, archive: Archive, language: Language = 'en'): Promise<Answer> =>
  isRemote(archive) ? archive.answerQuestion(question, language) : answerQuestion(question, archive, language);

/** The same for a line as a person types it. Rejects with `NotUnderstood` where it is no question. */
export const askWords = (line: string, archive: Archive, today: Day, language: Language = 'en'): Promise<Answer> =>
  isRemote(archive) ? archive.answerWords(line, today, language) : answerWords(line, archive, today, language);
