import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { StandIn } from '../stand-in/stand-in.ts';
import type { Person } from '../stand-in/world.ts';
import type { Holdings, Update } from './page/protocol.ts';
import { makePerformer, userActionShape } from './user-actions.ts';
import { cast, seenBy } from './view.ts';

/** A file of the page's own, as it stands in the project; scripts as compiled by `npm run build`. */
function ownFile(path: string): { readonly at: string; readonly type: string } | null {
  const style = /^\/([a-z]+\.css)$/u.exec(path)?.[1];
  if (style !== undefined) return { at: `src/playground/page/${style}`, type: 'text/css' };
  if (path === '/icon.svg') return { at: 'src/playground/page/icon.svg', type: 'image/svg+xml' };
  const script = /^\/([a-z-]+\.js)$/u.exec(path)?.[1];
  return script === undefined ? null : { at: `dist/src/playground/page/${script}`, type: 'text/javascript' };
}

/** Nothing from anywhere else: no script, style, picture, frame or connection. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const mostBytes = 64 * 1024;
const sentShape = z.strictObject({ as: z.string(), action: userActionShape });

export interface Playground {
  /** Where the page is: `http://127.0.0.1:PORT/`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a page on loopback where a visitor does in the browser what people do in Discord. Only the page itself gets
 * through: other hosts' names and other pages' origins are refused, and calls need the token the page was served with.
 * Where the port is taken, the page is on the next one that is free; 0 takes any. `holdings` says what the archive holds.
 */
export async function startPlayground(
  standIn: StandIn,
  port = 0,
  holdings: () => Promise<Holdings | null> = async () => null,
): Promise<Playground> {
  const token = randomBytes(24).toString('base64url');
  const perform = makePerformer(standIn);
  const streams = new Set<ServerResponse>();
  const people = new Map(cast(standIn).map((person) => [person.id, person]));
  let origin = '';

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('content-security-policy', policy);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('cache-control', 'no-store');
    const own = [origin, origin.replace('127.0.0.1', 'localhost')];
    const from = request.headers.origin;
    if (!own.includes(`http://${request.headers.host}`) || (from !== undefined && !own.includes(from))) {
      return reply(response, 403, 'This page is for this machine alone.');
    }
    const url = new URL(request.url ?? '/', origin);
    if (request.method === 'GET' && url.pathname === '/') {
      const page = await readFile(join(root, 'src/playground/page/index.html'), 'utf8');
      return reply(response, 200, page.replace('{{token}}', token), 'text/html');
    }
    const file = ownFile(url.pathname);
    if (request.method === 'GET' && file !== null) {
      const bytes = await readFile(join(root, file.at)).catch(() => null);
      return bytes === null
        ? reply(response, 500, `${file.at} is missing: run npm run build`)
        : reply(response, 200, bytes, file.type);
    }
    if (request.method === 'GET' && url.pathname.startsWith('/attachments/')) {
      const stored = standIn.world.files.get(decodeURIComponent(url.pathname.slice('/attachments/'.length)));
      if (stored === undefined) return reply(response, 404, 'No such file');
      // Pictures are shown; anything else, and SVG, is only ever saved.
      const shown = /^image\/(?:png|jpeg|gif|webp)$/u.test(stored.type);
      if (!shown) response.setHeader('content-disposition', 'attachment');
      return reply(response, 200, stored.bytes, shown ? stored.type : 'application/octet-stream');
    }
    const given = request.headers['x-token'] ?? url.searchParams.get('token') ?? '';
    if (!sameToken(String(given), token)) return reply(response, 403, 'Load the page anew.');
    if (request.method === 'GET' && url.pathname === '/events') {
      const person = people.get(url.searchParams.get('as') ?? '') ?? standIn.world.member;
      return follow(standIn, person, response, streams);
    }
    if (request.method === 'GET' && url.pathname === '/holdings') {
      return reply(response, 200, JSON.stringify(await holdings()), 'application/json');
    }
    if (request.method === 'POST' && url.pathname === '/do') {
      const sent = sentShape.safeParse(await readJson(request));
      const person = people.get(sent.data?.as ?? '');
      if (sent.data === undefined || person === undefined) return reply(response, 400, 'Not understood');
      const { action } = sent.data;
      // What Discord's own client would not let anybody do is said to the visitor.
      const outcome = await perform(person, action).catch((error: unknown) => ({
        failed: error instanceof Error ? error.message : String(error),
      }));
      return reply(response, 200, JSON.stringify(outcome), 'application/json');
    }
    reply(response, 404, 'No such page');
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      process.stderr.write(`playground: ${error instanceof Error ? error.message : error}\n`);
      if (!response.headersSent) reply(response, 500, 'Something broke here');
    });
  });
  await listen(server, port);
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`;

  return {
    url: `${origin}/`,
    async close() {
      for (const stream of streams) stream.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** So many ports are tried, one after the other. */
const PORTS_TRIED = 100;

/** Listens on loopback on this port, or on the next one that nobody else has; 0 takes any. */
async function listen(server: Server, port: number): Promise<void> {
  for (let at = port; ; at++) {
    const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once('error', resolve);
      server.listen(at, '127.0.0.1', () => {
        server.off('error', resolve);
        resolve(null);
      });
    });
    if (error === null) return;
    const isLast = at >= Math.min(port + PORTS_TRIED, 65_535);
    if (error.code !== 'EADDRINUSE' || isLast) throw error;
  }
}

/** Sends one page what its person sees: everything first, then what changes. */
function follow(standIn: StandIn, person: Person, response: ServerResponse, streams: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  streams.add(response);
  const known = new Map<string, string>();
  let frame = '';
  let planned: NodeJS.Timeout | null = null;
  const sendState = () => {
    planned = null;
    const { messages, ...rest } = seenBy(standIn, person);
    const changed = messages.filter((one) => known.get(one.id) !== JSON.stringify(one));
    const present = new Set(messages.map((one) => one.id));
    const gone = [...known.keys()].filter((id) => !present.has(id));
    for (const one of changed) known.set(one.id, JSON.stringify(one));
    for (const id of gone) known.delete(id);
    const around = JSON.stringify(rest);
    if (changed.length === 0 && gone.length === 0 && around === frame) return;
    frame = around;
    const update: Update = { ...rest, messages: changed, gone };
    response.write(`data: ${JSON.stringify(update)}\n\n`);
  };
  sendState();
  const soon = () => {
    planned ??= setTimeout(sendState, 15);
  };
  const unwatch = standIn.watch(soon);
  // "Is typing" ends by itself.
  const ticking = setInterval(soon, 2000);
  response.on('close', () => {
    unwatch();
    clearInterval(ticking);
    if (planned !== null) clearTimeout(planned);
    streams.delete(response);
  });
}

/** The project's folder, from the source or the compiled file alike. */
const root = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
})();

function sameToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  if (request.headers['content-type'] !== 'application/json') return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > mostBytes) return null;
    chunks.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return null;
  }
}

function reply(response: ServerResponse, status: number, body: string | Buffer, type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type }).end(body);
}
