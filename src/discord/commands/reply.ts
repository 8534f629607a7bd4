import type { Answer } from '../../answers/answer.ts';
import { text } from '../../answers/citations/bibliography.ts';
import { EXPORT_LABELS } from '../../answers/export/export-answer.ts';
import { draw } from '../../pictures/draw.ts';
import { askQuestion } from '../../remote/ask.ts';
import type { Presentation } from '../render/presentation.ts';
import { type Message, PICTURE, render } from '../render/render.ts';
import type { StoredQuestion } from '../stores/button-store.ts';
import type { BotContext } from '../stores/context.ts';
import type { BotWords } from '../words/words.ts';
import { PICTURE_FORMATS } from './export.ts';
import { nextSteps } from './next-steps.ts';

/** In which words to answer, and whether for whoever asked alone. */
export interface Manner {
  readonly words: BotWords;
  readonly isPrivate: boolean;
}

/** One page of the answer to a question, from the archive as it stands now. */
export async function pageOf(asked: StoredQuestion, page: number, manner: Manner, bot: BotContext): Promise<Message> {
  return replyWith(await answerAsked(asked, manner.words, bot), asked.notes, page, manner, bot);
}

/** The answer to a question, with what was taken for granted when it was first understood. */
export async function answerAsked(
  { question, notes }: StoredQuestion,
  words: BotWords,
  { keeper }: BotContext,
): Promise<Answer> {
  const answer = await askQuestion(question, keeper.archive, words.language);
  return { ...answer, assumed: [...new Set([...notes, ...answer.assumed])] };
}

/** One page of an answer with all that can be done next; `notes` are said again when its pages are turned. */
export async function replyWith(
  answer: Answer,
  notes: readonly string[],
  page: number,
  manner: Manner,
  bot: BotContext,
): Promise<Message> {
  const shown = await withEmptyArchiveNotice(answer, manner.words, bot.keeper);
  return drawn(shown, page, bot.log, await presentationOf(answer, notes, manner, bot));
}

/** How an answer is presented, with all that can be done next. */
export async function presentationOf(
  answer: Answer,
  notes: readonly string[],
  { words, isPrivate }: Manner,
  { keeper, buttons }: BotContext,
): Promise<Presentation> {
  return {
    words,
    isPrivate,
    keyOf: (question) => buttons.keyOf({ question, notes: [] }),
    ownKey: buttons.keyOf({ question: answer.question, notes }),
    next: await nextSteps(answer, keeper.archive, words),
    formats: [
      ...EXPORT_LABELS,
      ...(answer.picture === undefined ? [] : PICTURE_FORMATS.map(([key, label]) => [key, words.say(label)] as const)),
    ],
  };
}

/** A page with its picture drawn and attached. Where it can't be drawn, the words alone say so. */
async function drawn(
  answer: Answer,
  page: number,
  log: BotContext['log'],
  presentation: Presentation,
): Promise<Message> {
  const { picture, ...withoutPicture } = answer;
  if (picture === undefined) return render(answer, page, presentation);
  try {
    const attachment = await draw(picture);
    return { ...render(answer, page, presentation), files: [{ attachment, name: PICTURE }] };
  } catch (error) {
    log.error({ event: 'not drawn', picture: picture.is, err: error });
    return render(
      { ...withoutPicture, assumed: [...answer.assumed, presentation.words.say('the picture could not be drawn')] },
      page,
      presentation,
    );
  }
}

/** Where there are no articles at all, that is why nothing was found: said with what to do about it. */
async function withEmptyArchiveNotice(answer: Answer, words: BotWords, keeper: BotContext['keeper']): Promise<Answer> {
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
