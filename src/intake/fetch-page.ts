import { lookup as lookUp } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, type Dispatcher, request } from 'undici';
import { isPublicAddress } from './public-address.ts';

/** What was fetched. */
export interface Fetched {
  /** Where it was found in the end, after redirects. */
  readonly url: string;
  /** "text/html", in small letters and without parameters; empty where the server says none. */
  readonly contentType: string;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The server says it is as it was: there are no bytes. */
  readonly unchanged: boolean;
}

export interface FetchOptions {
  /** Which content types are wanted; any text, page or document unless said. */
  readonly types?: RegExp;
  /** From an earlier fetch: fetched again only if it has changed since. */
  readonly since?: { readonly etag: string | null; readonly lastModified: string | null };
  /** Which addresses may be connected to. Only tests, whose server is this machine, hand over another. */
  readonly mayReach?: (address: string) => boolean;
  readonly within?: number;
  /** In bytes, unpacked; 5 MB unless said. */
  readonly largest?: number;
  readonly signal?: AbortSignal;
}

/** Why nothing was fetched, in a sentence for the person who asked. */
export class NotFetched extends Error {
  override readonly name = 'NotFetched';
  /** The server's answer, null where there was none. */
  readonly status: number | null;
  /** How long the server asks not to be asked again, in milliseconds. */
  readonly wait: number;
  constructor(message: string, status: number | null = null, wait = 0) {
    super(message);
    this.status = status;
    this.wait = wait;
  }
}

const WITHIN = 15_000;
const LARGEST = 5 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const PAGES = /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf|json|x-ndjson|octet-stream))$/;
/** Says who asks, so that a site's keeper can tell us apart and shut us out. */
export const USER_AGENT = 'Readout/0.1 (news archive; fetches single articles and feeds)';

/**
 * Fetches one document from the public internet. Every address that the name stands for is checked by the very look-up
 * that the connection then uses, so that a name cannot turn to the inside in between; the same on each of at most five
 * redirects. Gives up after 15 seconds in all and beyond 5 MB, unpacked, or what `largest` says. Throws `NotFetched`.
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const mayReach = options.mayReach ?? isPublicAddress;
  const within = options.within ?? WITHIN;
  const deadline = AbortSignal.timeout(within);
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
  const agent = new Agent({ connect: { lookup: checkedLookUp(mayReach), timeout: within }, pipelining: 0 });
  try {
    let url = checkedUrl(address, mayReach);
    for (let redirects = 0; ; redirects++) {
      const response = await request(url, {
        dispatcher: agent,
        signal,
        headers: headersOf(options),
      });
      const onward = redirectOf(response);
      if (onward === null) return await receive(url, response, options, signal);
      leave(response.body);
      if (redirects === MOST_REDIRECTS) throw new NotFetched('It was passed on more than five times.');
      if (!URL.canParse(onward, url)) throw new NotFetched('It was passed on to something that is no address.');
      url = checkedUrl(new URL(onward, url).href, mayReach);
    }
  } catch (error) {
    if (error instanceof NotFetched) throw error;
    if (deadline.aborted) throw new NotFetched(`It did not arrive within ${Math.round(within / 1000)} seconds.`);
    throw new NotFetched(whyNot(error));
  } finally {
    // Not `close`, which would wait for a body nobody reads.
    await agent.destroy();
  }
}

function headersOf({ since }: FetchOptions): Record<string, string> {
  return {
    'user-agent': USER_AGENT,
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br',
    ...(since?.etag ? { 'if-none-match': since.etag } : {}),
    ...(since?.lastModified ? { 'if-modified-since': since.lastModified } : {}),
  };
}

/** An address that may be asked: http or https, on a web server's port, without a password in it, not the inside by number. */
function checkedUrl(address: string, mayReach: (address: string) => boolean): URL {
  if (!URL.canParse(address))
    throw new NotFetched('That is no web address: write it in full, with https:// before it.');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new NotFetched(`Only http and https addresses are fetched, not ${url.protocol}`);
  }
  if (url.username !== '' || url.password !== '') throw new NotFetched('The address holds a name or a password.');
  if (url.port !== '' && Number(url.port) < 1024) throw new NotFetched(`No web pages are served on port ${url.port}.`);
  // A name that is a number is connected to without a look-up. `URL` has written "0x7f.1" as 127.0.0.1 by now.
  const number = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(number) && !mayReach(number)) throw new NotFetched(REFUSED);
  url.hash = '';
  return url;
}

const REFUSED = 'The address leads into a private network, not to the public internet: it is not fetched.';

/** A look-up that gives only what may be reached, and nothing at all where one of several addresses may not. */
function checkedLookUp(mayReach: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => mayReach(address))) {
        return callback(new NotFetched(REFUSED), []);
      }
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

function redirectOf({ statusCode, headers }: Dispatcher.ResponseData): string | null {
  const location = [headers.location].flat()[0];
  return [301, 302, 303, 307, 308].includes(statusCode) && location ? location : null;
}

async function receive(
  url: URL,
  response: Dispatcher.ResponseData,
  { types = PAGES, largest = LARGEST }: FetchOptions,
  signal: AbortSignal,
): Promise<Fetched> {
  const { statusCode, body } = response;
  const header = (name: string): string | null => [response.headers[name]].flat()[0]?.trim() || null;
  const headers = {
    url: url.href,
    contentType: (header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    charset: /charset\s*=\s*["']?([\w-]+)/i.exec(header('content-type') ?? '')?.[1] ?? null,
    etag: header('etag'),
    lastModified: header('last-modified'),
  };
  if (statusCode === 304) {
    leave(body);
    return { ...headers, bytes: new Uint8Array(), unchanged: true };
  }
  try {
    if (statusCode !== 200) throw new NotFetched(statusInWords(statusCode), statusCode, waitOf(header('retry-after')));
    if (headers.contentType !== '' && !types.test(headers.contentType)) {
      throw new NotFetched(`It is of a kind that is not read: ${headers.contentType}.`);
    }
    if (Number(header('content-length') ?? 0) > largest) throw tooLarge(largest);
    const bytes = await unpacked(body, header('content-encoding'), largest, signal);
    return { ...headers, bytes, unchanged: false };
  } finally {
    leave(body);
  }
}

/** Reads no more of a body. undici tells that as an error, which nobody else listens for. */
const leave = (body: Readable): void => void body.on('error', () => {}).destroy();

const tooLarge = (largest: number): NotFetched =>
  new NotFetched(`It is larger than ${Math.round(largest / 1024 / 1024)} MB.`);

/** How long the server asks to be left alone, in milliseconds: so many seconds, or until a date (RFC 9110, 10.2.3). */
function waitOf(retryAfter: string | null): number {
  if (retryAfter === null) return 0;
  const wait = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}

/** A document's bytes, unpacked as they come, so that what swells is stopped at the limit. */
async function unpacked(
  body: Readable,
  encoding: string | null,
  largest: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const unpack = unpacker(encoding);
  const stream: Readable = unpack ? body.pipe(unpack) : body;
  body.on('error', (error) => stream.destroy(error));
  // What unpacks does not hear of the deadline by itself.
  signal.addEventListener('abort', () => stream.destroy(new Error('too late')), { once: true });
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > largest) {
      stream.destroy();
      throw tooLarge(largest);
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function unpacker(encoding: string | null): Transform | null {
  switch ((encoding ?? '').toLowerCase()) {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new NotFetched(`It is packed in a way that is not read: ${encoding}.`);
  }
}

function statusInWords(status: number): string {
  const known: Partial<Record<number, string>> = {
    401: 'The site asks for a login (401).',
    402: 'The site asks for money (402).',
    403: 'The site does not let us read it (403).',
    404: 'There is no such page (404).',
    410: 'The page is gone for good (410).',
    429: 'The site asks us to come back later (429).',
    451: 'The site may not show it, for legal reasons (451).',
  };
  return known[status] ?? (status >= 500 ? `The site is in trouble (${status}).` : `The site answered ${status}.`);
}

function whyNot(error: unknown): string {
  // undici wraps what the look-up threw.
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof NotFetched) return cause.message;
    const code = 'code' in cause ? String(cause.code) : '';
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'No server of that name is known.';
    if (code === 'ECONNREFUSED') return 'Nothing answers at that address.';
    if (/CERT|TLS|SSL/.test(code)) return `Its certificate is not in order (${code}).`;
    if (code.startsWith('Z_')) return 'What came was packed wrongly and could not be unpacked.';
  }
  return `It could not be fetched: ${error instanceof Error ? error.message : String(error)}`;
}
