import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApiError } from './api-error.ts';
import type { Faults, Misbehaviour } from './faults.ts';
import type { SentFile } from './messages.ts';
import type { SentRequest } from './record.ts';

/** Discord takes at most this much in one request. */
const mostBytes = 25 * 1024 * 1024;

/** Requests a second and bot; answers to interactions are exempt. */
const mostASecond = 50;

/** Stands for a body that is no JSON. */
const unreadable = 'not JSON';

/** A parsed request. */
export interface RestCall {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly files: readonly SentFile[];
}

export interface Route {
  readonly method: string;
  /** `/channels/:channel/messages` */
  readonly path: string;
  /** False where the path's own token is what authorises. */
  readonly needsToken: boolean;
  /** Returns the body of a 200, or undefined for a 204; throws `ApiError`. */
  handle(call: RestCall): unknown;
}

export interface Rest {
  readonly server: Server;
  readonly requests: SentRequest[];
}

/** The HTTP side: routes requests, records each with its answer (then passed to `answered`), and misbehaves as planned. */
export function makeRest(
  routes: readonly Route[],
  token: () => string,
  faults: Faults,
  answered: (request: SentRequest) => void,
  other: (request: IncomingMessage, response: ServerResponse) => void,
): Rest {
  const requests: SentRequest[] = [];
  let lastSecond: number[] = [];
  const matchers = routes.map((route) => ({ route, pattern: patternOf(route.path) }));

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const prefix = /^\/api(?:\/v10)?(?=\/)/u.exec(url.pathname)?.[0];
    if (prefix === undefined) return other(request, response);
    const path = url.pathname.slice(prefix.length);
    const method = request.method ?? 'GET';
    const at = Date.now();
    const planned = faults.take(method, path);
    const raw = await readBody(request);
    const { body, files } = await parse(raw, request.headers['content-type'] ?? '');
    const query = Object.fromEntries(url.searchParams);
    const match = matchers.find(({ route, pattern }) => route.method === method && pattern.test(path));
    const sentFiles = files.map(({ field, name, type, bytes }) => ({
      field,
      name,
      bytes: bytes.length,
      text: type.startsWith('image/') ? null : bytes.toString(),
    }));
    const record: SentRequest = {
      method,
      path,
      route: match?.route.path ?? null,
      query,
      body,
      files: sentFiles,
      agent: request.headers['user-agent'] ?? '',
      at,
      status: 0,
      violations: [],
    };
    requests.push(record);
    if (planned !== null && !(await misbehave(planned, record, response))) return answered(record);
    if (match?.route.needsToken) {
      lastSecond = [...lastSecond.filter((one) => one > at - 1000), at];
      if (lastSecond.length > mostASecond) {
        await misbehave({ is: 'rate-limited', retryAfter: 1, global: true }, record, response);
        return answered(record);
      }
    }
    try {
      if (raw.length > mostBytes) throw new ApiError(413, 40005, 'Request entity too large');
      if (match === undefined) throw new ApiError(404, 0, '404: Not Found');
      if (body === unreadable) throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
      if (match.route.needsToken && request.headers.authorization !== `Bot ${token()}`) {
        throw new ApiError(401, 0, '401: Unauthorized');
      }
      const params = match.pattern.exec(path)?.groups ?? {};
      const decoded = Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]),
      );
      const answer = await match.route.handle({ params: decoded, query, body, files });
      record.status = answer === undefined ? 204 : 200;
      if (planned?.is !== 'lost') send(response, record.status, answer);
      else if (planned.status === undefined) response.destroy();
      else send(response, planned.status, { message: 'The answer was lost', code: 0 });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      record.status = error.status;
      record.violations.push(...error.problems.map((one) => `${one.path.join('.')}: ${one.message}`));
      send(response, error.status, error.body());
    }
    answered(record);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A mistake of the stand-in's own: said aloud, never taken for an answer of Discord's.
      process.stderr.write(
        `stand-in: ${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}\n`,
      );
      if (!response.headersSent) send(response, 500, { message: 'The stand-in broke', code: 0 });
    });
  });
  return { server, requests };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:(\w+)/gu, '(?<$1>[^/]+)')}$`, 'u');
}

/** Carries a planned misbehaviour out; true where the request is then to be answered truly. */
async function misbehave(planned: Misbehaviour, record: SentRequest, response: ServerResponse): Promise<boolean> {
  switch (planned.is) {
    case 'lost':
      return true;
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, planned.ms));
      return true;
    case 'dropped':
      response.destroy();
      return false;
    case 'rate-limited': {
      const { retryAfter, global = false } = planned;
      record.status = 429;
      response.setHeader('retry-after', String(Math.ceil(retryAfter)));
      response.setHeader('x-ratelimit-scope', global ? 'global' : 'user');
      if (global) response.setHeader('x-ratelimit-global', 'true');
      send(response, 429, { message: 'You are being rate limited.', retry_after: retryAfter, global });
      return false;
    }
    case 'status': {
      const { status, code = 0, message = `${status}: planned` } = planned;
      record.status = status;
      send(response, status, { message, code });
      return false;
    }
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function parse(raw: Buffer, type: string): Promise<{ body: unknown; files: SentFile[] }> {
  if (raw.length === 0) return { body: null, files: [] };
  if (!type.startsWith('multipart/form-data')) return { body: json(raw.toString()), files: [] };
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const files: SentFile[] = [];
  let body: unknown = null;
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      if (field === 'payload_json') body = json(value);
    } else {
      files.push({ field, name: value.name, type: typeOf(value), bytes: Buffer.from(await value.arrayBuffer()) });
    }
  }
  return { body, files };
}

/** What a file is, by what it was sent as or else by its name's ending. */
function typeOf(file: File): string {
  const endings: Readonly<Record<string, string>> = {
    png: 'image/png',
    jpg: 'image/jpeg',
    json: 'application/json',
    csv: 'text/csv',
  };
  const named = endings[file.name.split('.').at(-1) ?? ''];
  return file.type === '' || file.type === 'application/octet-stream'
    ? (named ?? 'application/octet-stream')
    : file.type;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return unreadable;
  }
}

/** A 204 has neither body nor type: discord.js reads a JSON type as JSON. */
function send(response: ServerResponse, status: number, body: unknown): void {
  if (body === undefined) return void response.writeHead(status).end();
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
