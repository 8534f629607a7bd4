import { deserialize, serialize } from 'node:v8';
import type { Keeper } from '../archive/keeper.ts';
import { answerCall, type Call, caller, type RemoteError, type Reply, remoteError } from './calls.ts';
import { type Opening, type RemoteArchive, remoteKeeper, revive, served } from './serve-archive.ts';

/*
 * One archive for several processes: the one that started the others has it, and answers their questions over the line that
 * Node.js lays between them. Messages of others travel there too, so ours are told by their one key; and that line carries
 * JSON, which has no `undefined`, so ours are packed as messages between threads are.
 */

interface Packed {
  readonly archive: string;
}

type Asked = Call | 'open';
type Told =
  | Reply
  | { readonly is: 'open'; readonly opening: Opening }
  | { readonly is: 'not open'; readonly error: RemoteError };

const packed = (message: Asked | Told): Packed => ({ archive: serialize(message).toString('base64') });

/** What a message says of the archive; null where it is not for us. What is packed is one of ours, made by `packed`. */
const unpacked = <Message extends Asked | Told>(message: unknown): Message | null =>
  typeof message === 'object' && message !== null && 'archive' in message && typeof message.archive === 'string'
    ? (deserialize(Buffer.from(message.archive, 'base64')) as Message)
    : null;

/** What answers the messages that other processes send for the archive; other messages are left alone. */
export function shareArchive(opening: Promise<Keeper>): (message: unknown, post: (told: Packed) => void) => void {
  const callable = opening.then((keeper) => {
    // It lives in a thread of this process (archive-apart.ts), where whole questions are answered.
    const far = keeper.archive as RemoteArchive;
    return served(keeper, {
      question: (question, _archive, language) => far.answerQuestion(question, language),
      words: (line, _archive, today, language) => far.answerWords(line, today, language),
    });
  });
  // Whoever asks is told, in `open`.
  callable.catch(() => {});
  return async (message, post) => {
    const asked = unpacked<Asked>(message);
    if (asked === null) return;
    const tell = (told: Told) => post(packed(told));
    if (asked !== 'open') return answerCall(asked, await callable, tell);
    try {
      const { notices, built } = await opening;
      tell({ is: 'open', opening: { notices, built } });
    } catch (error) {
      tell({ is: 'not open', error: remoteError(error) });
    }
  };
}

/** Opens the archive of the process that started this one. Rejects where that could not open it. */
export function openArchiveOfParent(): Promise<Keeper> {
  const ask = (asked: Asked) => process.send?.(packed(asked));
  const line = caller(ask, revive);
  return new Promise((resolve, reject) => {
    process.on('message', (message) => {
      const told = unpacked<Told>(message);
      if (told === null) return;
      if (told.is === 'open') resolve(remoteKeeper(told.opening, line, async () => {}));
      else if (told.is === 'not open') reject(revive(told.error));
      else line.heard(told);
    });
    process.once('disconnect', () => line.giveUp(new Error('The process that has the archive is gone.')));
    ask('open');
  });
}
