import type { Answer } from '../../answers/answer.ts';
import { text } from '../../answers/citations/bibliography.ts';
import { draw } from '../../pictures/draw.ts';
import { askQuestion } from '../../remote/ask.ts';
import type { Telling } from '../render/presentation.ts';
import { type Message, PICTURE, render } from '../render/render.ts';
import type { Asked } from '../stores/button-store.ts';
import type { Desk } from '../stores/context.ts';
import type { Words } from '../words/words.ts';
import { FORMATS } from './export.ts';
import { nextSteps } from './next-steps.ts';

/** In which words to answer, and whether for whoever asked alone. */
export interface Manner {
  readonly words: Words;
  readonly isPrivate: boolean;
}

/** One page of the answer to a question, from the archive as it stands now. */
export async function pageOf(asked: Asked, page: number, manner: Manner, desk: Desk): Promise<Message> {
  return replyWith(await answerAsked(asked, manner.words, desk), asked.notes, page, manner, desk);
}

/** The answer to a question, with what was taken for granted when it was first understood. */
export async function answerAsked({ question, notes }: Asked, words: Words, { keeper }: Desk): Promise<Answer> {
  const answer = await askQuestion(question, keeper.archive, words.language);
  return { ...answer, assumed: [...new Set([...notes, ...answer.assumed])] };
}

/** One page of an answer with all that can be done next; `notes` are said again when its pages are turned. */
export async function replyWith(
  answer: Answer,
  notes: readonly string[],
  page: number,
  manner: Manner,
  desk: Desk,
): Promise<Message> {
  const told = await withEmptinessTold(answer, manner.words, desk.keeper);
  return drawn(told, page, desk.log, await tellingOf(answer, notes, manner, desk));
}

/** How an answer is told, with all that can be done next. */
export async function tellingOf(
  answer: Answer,
  notes: readonly string[],
  { words, isPrivate }: Manner,
  { keeper, memory }: Desk,
): Promise<Telling> {
  return {
    words,
    isPrivate,
    keyOf: (question) => memory.keyOf({ question, notes: [] }),
    ownKey: memory.keyOf({ question: answer.question, notes }),
    next: await nextSteps(answer, keeper.archive, words),
    formats: FORMATS,
  };
}

/** A page with its picture drawn and attached. Where it can't be drawn, the words alone say so. */
async function drawn(answer: Answer, page: number, log: Desk['log'], telling: Telling): Promise<Message> {
  const { picture, ...withoutPicture } = answer;
  if (picture === undefined) return render(answer, page, telling);
  try {
    const attachment = await draw(picture);
    return { ...render(answer, page, telling), files: [{ attachment, name: PICTURE }] };
  } catch (error) {
    log.error({ event: 'not drawn', picture: picture.is, err: error });
    return render(
      { ...withoutPicture, assumed: [...answer.assumed, telling.words.say('the picture could not be drawn')] },
      page,
      telling,
    );
  }
}

/** Where there are no articles at all, that is why nothing was found: said with what to do about it. */
async function withEmptinessTold(answer: Answer, words: Words, keeper: Desk['keeper']): Promise<Answer> {
  if (answer.found && answer.question.command !== 'help') return answer;
  const { articles } = await keeper.archive.status();
  return articles > 0
    ? answer
    : {
        ...answer,
        lead: [
          text(
            words.say(
              'The archive is still empty. Whoever runs this bot adds articles by putting files (.md, .txt, .html, .json or .jsonl) into its articles folder and using /admin reindex.',
            ),
          ),
        ],
      };
}
