import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchPage, NotFetched } from '../../../src/intake/fetch-page.ts';
import { isLoopback, isPublicAddress } from '../../../src/intake/public-address.ts';

// A server that means ill, on this machine; only here may this machine be reached.

let origin = '';
const asked: string[] = [];
/** Sends the same again and again for as long as somebody takes it. */
function sendWithoutEnd(response: ServerResponse, piece: Buffer): void {
  const more = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
}

const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/page': (_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end('<p>Hello</p>'),
  '/packed': (_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' })
      .end(brotliCompressSync('<p>x</p>')),
  '/bomb': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
    // Packed pieces one after the other are one packed whole (RFC 1952, 2.2).
    sendWithoutEnd(response, gzipSync(Buffer.alloc(1024 * 1024)));
  },
  '/broken': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('no gzip at all'),
  '/twice-packed': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip, gzip' }).end('x'),
  '/endless': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    sendWithoutEnd(response, Buffer.alloc(65536, 'x'));
  },
  '/drip': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const timer = setInterval(() => response.write('x'), 50);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => {},
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/moved': (_, response) => response.writeHead(301, { location: '/page' }).end(),
  '/video': (_, response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end('x'),
  '/gone': (_, response) => response.writeHead(410).end(),
  '/to-metadata': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end(),
  '/to-mapped': (_, response) => response.writeHead(302, { location: 'http://[::ffff:10.0.0.1]/' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-password': (_, response) => response.writeHead(302, { location: 'http://a:b@example.org/' }).end(),
  '/headers': (_, response) => response.writeHead(200, { 'x-long': 'x'.repeat(200_000) }).end('x'),
  '/many-headers': (_, response) => {
    // Not through `writeHead`, which writes no header twice.
    response.socket?.write(`HTTP/1.1 200 OK\r\n${'set-cookie: a=b\r\n'.repeat(50_000)}\r\nx`);
    response.socket?.end();
  },
  '/lies': (_, response) => {
    response.socket?.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 1000000000\r\n\r\nx');
  },
  '/garbage': (_, response) => {
    response.socket?.write('\u0000\u0001 no HTTP at all\r\n\r\n');
    response.socket?.end();
  },
  '/conditional': (request, response) =>
    request.headers['if-none-match'] === '"1"'
      ? response.writeHead(304).end()
      : response.writeHead(200, { 'content-type': 'text/plain', etag: '"1"' }).end('x'),
};
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  const answer = answers[request.url ?? ''];
  if (answer) answer(request, response);
  else response.writeHead(404).end();
});

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const fetched = (path: string, within = 3000) => fetchPage(origin + path, { mayReach: isLoopback, within });
const refusal = async (address: string, within = 3000): Promise<string> => {
  const result = await fetchPage(address, { mayReach: isLoopback, within }).catch((error: unknown) => error);
  expect(result).toBeInstanceOf(NotFetched);
  return (result as NotFetched).message;
};

test('a page comes with its kind, after redirects and unpacking', async () => {
  const page = await fetched('/moved');
  expect(page).toMatchObject({ url: `${origin}/page`, contentType: 'text/html', charset: 'utf-8', unchanged: false });
  expect(Buffer.from(page.bytes).toString()).toBe('<p>Hello</p>');
  expect(Buffer.from((await fetched('/packed')).bytes).toString()).toBe('<p>x</p>');
});

test('what has not changed is not sent again', async () => {
  const first = await fetched('/conditional');
  const again = await fetchPage(`${origin}/conditional`, { mayReach: isLoopback, since: first });
  expect(again).toMatchObject({ unchanged: true, bytes: new Uint8Array() });
});

describe('a hostile server', () => {
  test('that sends a megabyte in each kilobyte, without end, is stopped at 5 MB', async () =>
    expect(await refusal(`${origin}/bomb`, 60_000)).toMatch('larger than 5 MB'));
  test('that never ends is stopped', async () =>
    expect(await refusal(`${origin}/endless`)).toMatch('larger than 5 MB'));
  test.each(['/drip', '/silent'])('%s is given up in time', async (path) => {
    expect(await refusal(origin + path, 1000)).toMatch('within 1 second');
  });
  test('that sends in circles is left', async () => {
    asked.length = 0;
    expect(await refusal(`${origin}/loop`)).toMatch('more than five times');
    expect(asked).toHaveLength(6);
  });
  test.each([
    ['/headers', 'could not be fetched'],
    ['/many-headers', 'could not be fetched'],
    ['/garbage', 'could not be fetched'],
    ['/lies', 'larger than 5 MB'],
    ['/broken', 'could not be unpacked'],
    ['/twice-packed', 'packed in a way that is not read'],
    ['/video', 'video/mp4'],
    ['/gone', '410'],
    ['/nothing', '404'],
  ])('%s is explained', async (path, why) => expect(await refusal(origin + path)).toMatch(why));
  test.each([
    ['/to-metadata', 'private network'],
    ['/to-mapped', 'private network'],
    ['/to-file', 'Only http and https'],
    ['/to-password', 'a name or a password'],
  ])('%s is not followed', async (path, why) => expect(await refusal(origin + path)).toMatch(why));
});

test.each([
  'http://localhost/',
  'http://127.0.0.1/',
  'http://127.1/',
  'http://0x7f000001/',
  'http://2130706433/',
  'http://0/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[fd00:ec2::254]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.100.100.200/',
  'http://localhost:8080/',
])('%s is the inside, and is refused before anything is sent', async (address) => {
  await expect(fetchPage(address)).rejects.toThrow('private network');
});

test.each([
  ['ftp://example.org/x', 'Only http and https'],
  ['javascript:alert(1)', 'Only http and https'],
  ['https://user@example.org/', 'a name or a password'],
  ['http://example.org:25/', 'port 25'],
  ['example.org', 'no web address'],
])('%s is no address to fetch', async (address, why) => {
  await expect(fetchPage(address)).rejects.toThrow(why);
});

test('a name that leads to the inside is refused by the look-up that the connection uses', async () => {
  // "localhost" is resolved anew for each connection; what it gives then is what is judged.
  const judged: string[] = [];
  const port = new URL(origin).port;
  const nothing = fetchPage(`http://localhost:${port}/page`, { mayReach: (address) => judged.push(address) === 0 });
  await expect(nothing).rejects.toThrow('private network');
  expect(judged.length).toBeGreaterThan(0);
  const page = await fetchPage(`http://localhost:${port}/page`, { mayReach: isLoopback }).catch(
    (error) => error.message,
  );
  expect(page).toSatisfy(
    (result: unknown) => typeof result === 'object' || result === 'Nothing answers at that address.',
  );
});

test('addresses of the inside are told from public ones', () => {
  for (const inside of ['0.1.2.3', '10.1.1.1', '100.64.0.1', '127.9.9.9', '169.254.1.1', '172.31.0.1', '192.168.1.1']) {
    expect(isPublicAddress(inside), inside).toBe(false);
    expect(isPublicAddress(`::ffff:${inside}`), inside).toBe(false);
  }
  for (const inside of ['224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1', 'ff02::1', '64:ff9b::a00:1'])
    expect(isPublicAddress(inside), inside).toBe(false);
  for (const inside of ['2002:a00:1::', '2001:0:1::', 'fe80::1%eth0', 'nonsense', '']) {
    expect(isPublicAddress(inside), inside).toBe(false);
  }
  for (const outside of ['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::1'])
    expect(isPublicAddress(outside), outside).toBe(true);
});
