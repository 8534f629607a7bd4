/*
 * Calls of functions that run in another thread or process, as messages of plain data over whatever line there is. A call
 * is answered once; before that, it may receive news (how far a reindex is).
 */

export interface Call {
  readonly number: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

export type Reply =
  | { readonly is: 'news'; readonly number: number; readonly news: unknown }
  | { readonly is: 'done'; readonly number: number; readonly value: unknown }
  | { readonly is: 'failed'; readonly number: number; readonly error: RemoteError };

/** An error as it travels: of its class, the name alone is left. */
export interface RemoteError {
  readonly name: string;
  readonly message: string;
}

export const remoteError = (error: unknown): RemoteError =>
  error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) };

/** Functions by their names; each is given the arguments of the call, and a way to send news before it is done. */
export type Callable = Readonly<Record<string, (args: readonly unknown[], notify: (news: unknown) => void) => unknown>>;

/** Does what a call asks for, and posts its replies. Never rejects: what goes wrong is a reply too. */
export async function answerCall(
  { number, name, args }: Call,
  callable: Callable,
  post: (reply: Reply) => void,
): Promise<void> {
  try {
    if (!Object.hasOwn(callable, name)) throw new Error(`there is nothing called ${name} here`);
    const value = await callable[name]?.(args, (news) => post({ is: 'news', number, news }));
    post({ is: 'done', number, value });
  } catch (error) {
    post({ is: 'failed', number, error: remoteError(error) });
  }
}

interface Waiting {
  readonly call: Call;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly news: ((news: unknown) => void) | null;
  repeated: boolean;
}

/** The near end of a line: makes calls, and hears the replies. */
export interface Caller {
  /** With `news`, the call is one that changes something: it is not made again on a new line. */
  call(name: string, args: readonly unknown[], news?: (news: unknown) => void): Promise<unknown>;
  receive(reply: Reply): void;
  /** The line broke: what waits for an answer is asked once more, on the next one; what was asked twice is given up. */
  broke(why: string): void;
  /** There will be no other line. */
  giveUp(error: Error): void;
}

/** `post` sends a call over the line that stands; `revive` makes an error of its own class again. */
export function caller(post: (call: Call) => void, revive: (error: RemoteError) => Error): Caller {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  return {
    call: (name, args, news) =>
      new Promise((resolve, reject) => {
        const call: Call = { number: ++last, name, args };
        waiting.set(call.number, { call, resolve, reject, news: news ?? null, repeated: false });
        post(call);
      }),
    receive(reply) {
      const asked = waiting.get(reply.number);
      if (reply.is === 'news') return asked?.news?.(reply.news);
      waiting.delete(reply.number);
      if (reply.is === 'done') asked?.resolve(reply.value);
      else asked?.reject(revive(reply.error));
    },
    broke(why) {
      for (const asked of [...waiting.values()]) {
        if (asked.repeated || asked.news) {
          waiting.delete(asked.call.number);
          asked.reject(new Error(why));
        } else {
          asked.repeated = true;
          post(asked.call);
        }
      }
    },
    giveUp(error) {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    },
  };
}
