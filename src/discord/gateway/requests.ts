import { setTimeout as wait } from 'node:timers/promises';
import { RESTJSONErrorCodes as Code, DefaultRestOptions, type RESTOptions } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];
type Reply = Awaited<ReturnType<MakeRequest>>;

/** Said to Discord with each request, after the library's own name. */
export const PROGRAM = 'Readout';

/** The library's own attempts; with the waits below a burst of errors may last four and a half seconds. */
export const RETRIES = 5;
const FIRST_WAIT_MS = 150;
/** The token that was good a moment ago is refused (401): once may be an error of Discord's. */
const REFUSED_WAITS_MS = [200, 800];

/**
 * Sends requests to Discord as the library does, and copes with answers that get lost. The library repeats a request after
 * an error of Discord's, but at once, and not after every kind of broken connection; and when an acknowledgement that was
 * carried out is repeated, Discord says "already acknowledged" (40060), which then is no error but the news that it worked.
 */
export function patientRequests(send: MakeRequest = DefaultRestOptions.makeRequest): MakeRequest {
  /** How often in a row a request has failed, by method and address; only those that are being repeated. */
  const failures = new Map<string, number>();
  return async (url, init) => {
    const request = `${init.method} ${url}`;
    const failedBefore = failures.get(request) ?? 0;
    const failed = async () => {
      if (failedBefore >= RETRIES) failures.delete(request);
      else failures.set(request, failedBefore + 1);
      await wait(FIRST_WAIT_MS * 2 ** failedBefore);
    };
    let response: Reply;
    try {
      response = await send(url, init);
      for (const pause of REFUSED_WAITS_MS) {
        if (response.status !== 401 || !isWithToken(init)) break;
        await wait(pause);
        response = await send(url, init);
      }
    } catch (error) {
      if (!isBroken(error)) throw error;
      await failed();
      // The code by which the library knows that a request may be sent again.
      throw Object.assign(new Error('The connection to Discord broke', { cause: error }), { code: 'ECONNRESET' });
    }
    if (response.status >= 500) {
      await failed();
      return response;
    }
    if (response.status !== 429) failures.delete(request);
    if (failedBefore > 0 && /\/callback(?:\?|$)/.test(url) && response.status === 400) {
      const body = await response.text();
      const done = codeOf(body) === Code.InteractionHasAlreadyBeenAcknowledged;
      const reply = done
        ? new Response(null, { status: 204 })
        : new Response(body, { status: 400, headers: { 'content-type': 'application/json' } });
      return reply as Reply; // Node's own Response and undici's differ in their types alone.
    }
    return response;
  };
}

const isWithToken = ({ headers }: Parameters<MakeRequest>[1]): boolean =>
  new Headers(headers as HeadersInit).has('authorization'); // the library hands over an object of strings

/** undici's "other side closed" and the system's ways of saying it; not a refused connection or an unknown host. */
const isBroken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(String(error.code));

function codeOf(json: string): unknown {
  try {
    return (JSON.parse(json) as { code?: unknown }).code;
  } catch {
    return null; // An error page of somebody in between.
  }
}
