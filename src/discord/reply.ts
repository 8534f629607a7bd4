import type { Answer } from '../answers/answer.ts';
import type { Log } from '../log.ts';
import { draw } from '../pictures/draw.ts';
import { type KeyOf, type Message, PICTURE, render } from './render.ts';

/** One page of an answer as a message, its picture drawn and attached. Where it can't be drawn, the words alone say so. */
export async function replyWith(answer: Answer, page: number, keyOf: KeyOf, log: Log): Promise<Message> {
  const { picture, ...words } = answer;
  if (picture === undefined) return render(answer, page, keyOf);
  try {
    const attachment = await draw(picture);
    return { ...render(answer, page, keyOf), files: [{ attachment, name: PICTURE }] };
  } catch (error) {
    log.error({ event: 'not drawn', picture: picture.is, err: error });
    return render({ ...words, assumed: [...words.assumed, 'the picture could not be drawn'] }, page, keyOf);
  }
}
