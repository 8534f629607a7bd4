import { deserialize, serialize } from 'node:v8';
import type { Keeper } from '../archive/keeper.ts';
import { answerCall, type Call, caller, type RemoteError, type Reply, remoteError } from './calls.ts';
import { type Opening, type RemoteArchive, remoteKeeper, revive, served } from './serve-archive.ts';

/*
 * One archive for several processes: the one that started the others has it, and answers their questions over the line that
 * Node.js lays between them. Messages of others travel there too, so ours are recognised by their one key; and that line carries
 * JSON, which has no `undefined`, so ours are packed as messages between threads are.
 */

interface Packed {
  readonly archive: string;
}

type ProcessRequest = Call | 'open';
type ProcessReply =
  | Reply
  | { readonly is: 'open'; readonly opening: Opening }
  | { readonly is: 'not open'; readonly error: RemoteError };

const packed = (message: ProcessRequest | ProcessReply): Packed => ({ archive: serialize(message).toString('base64') });

/** What a message says of the archive; null where it is not for us. What is packed is one of ours, made by `packed`. */
const unpacked = <Message extends ProcessRequest | ProcessReply>(message: unknown): Message | null =>
  typeof message === 'object' && message !== null && 'archive' in message && typeof message.archive === 'string'
    ? (deserialize(Buffer.from(message.archive, 'base64')) as Message)
    : null;

/** What answers the messages that other processes send for the archive; other messages are left alone. */
export function shareArchive(opening: Promise<Keeper>): (message: unknown, post: (reply: Packed) => void) => void {
  const callable = opening.then((keeper) => {
    // It lives in a thread of this process (archive-in-worker.ts), where whole questions are answered.
    const remote = keeper.archive as RemoteArchive;
    return served(keeper, {
      question: (question, _archive, language, asker) => remote.answerQuestion(question, language, asker),
      words: (line, _archive, today, language, asker) => remote.answerWords(line, today, language, asker),
    });
  });
  // The error is reported to each caller, in `open`.
  callable.catch(() => {});
  return async (message, post) => {
    const asked = unpacked<ProcessRequest>(message);
    if (asked === null) return;
    const send = (reply: ProcessReply) => post(packed(reply));
    if (asked !== 'open') return answerCall(asked, await callable, send);
    try {
      const { notices, built } = await opening;
      send({ is: 'open', opening: { notices, built } });
    } catch (error) {
      send({ is: 'not open', error: remoteError(error) });
    }
  };
}

/** Opens the archive of the process that started this one. Rejects where that could not open it. */
export function openArchiveOfParent(): Promise<Keeper> {
  const ask = (asked: ProcessRequest) => process.send?.(packed(asked));
  const line = caller(ask, revive);
  return new Promise((resolve, reject) => {
    process.on('message', (message) => {
      const reply = unpacked<ProcessReply>(message);
      if (reply === null) return;
      if (reply.is === 'open') resolve(remoteKeeper(reply.opening, line, async () => {}));
      else if (reply.is === 'not open') reject(revive(reply.error));
      else line.receive(reply);
    });
    process.once('disconnect', () => line.giveUp(new Error('The process that has the archive is gone.')));
    ask('open');
  });
}
