import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../../src/playground/playground.ts';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';

let standIn: StandIn;
let playground: Playground;
let token: string;
beforeAll(async () => {
  standIn = await startStandIn();
  playground = await startPlayground(standIn);
  token = /name="token" content="([^"]+)"/u.exec((await call('GET', '/', {})).body)?.[1] ?? '';
});
afterAll(async () => {
  await playground.close();
  await standIn.close();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A call with any headers at all, which fetch would not send. */
function call(method: string, path: string, headers: Record<string, string>, body = ''): Promise<Answer> {
  const url = new URL(path, playground.url);
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const json = { 'content-type': 'application/json' };
const say = () =>
  JSON.stringify({ as: standIn.world.member.id, action: { is: 'say', room: standIn.world.channel.id, content: 'hi' } });

test('the page is on loopback, and asks for nothing from anywhere else', async () => {
  expect(new URL(playground.url).hostname).toBe('127.0.0.1');
  const { headers, body } = await call('GET', '/', {});
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
});

test('a call with the token does something', async () => {
  expect((await call('POST', '/do', { ...json, 'x-token': token }, say())).status).toBe(200);
  expect([...standIn.world.messages.values()].map((one) => one.content)).toEqual(['hi']);
});

test.each([
  ['without the token', {}],
  ['with another token', { 'x-token': 'x'.repeat(32) }],
])('a call %s is refused', async (_what, headers) => {
  const before = standIn.world.messages.size;
  expect((await call('POST', '/do', { ...json, ...headers }, say())).status).toBe(403);
  expect((await call('GET', '/events', headers)).status).toBe(403);
  expect(standIn.world.messages.size).toBe(before);
});

test('another host name, as after DNS rebinding, is refused, the page with its token too', async () => {
  const foreign = { host: `evil.example:${new URL(playground.url).port}` };
  expect((await call('GET', '/', foreign)).status).toBe(403);
  expect((await call('POST', '/do', { ...json, ...foreign, 'x-token': token }, say())).status).toBe(403);
});

test('another page is refused, even with the token', async () => {
  for (const origin of ['https://evil.example', 'null', playground.url.replace(/:\d+\/$/u, ':1')]) {
    expect((await call('POST', '/do', { ...json, origin, 'x-token': token }, say())).status).toBe(403);
  }
});

test.each([
  '/../package.json',
  '/..%2f..%2fpackage.json',
  '/page.ts',
  '/attachments/../../package.json',
  '/attachments/1/2/none.png',
])('%s is not served', async (path) => {
  expect((await call('GET', path, { 'x-token': token })).status).toBe(404);
});

test('what is not understood is refused', async () => {
  const headers = { ...json, 'x-token': token };
  expect((await call('POST', '/do', headers, '{')).status).toBe(400);
  expect((await call('POST', '/do', headers, '{"as":"1","action":{"is":"reboot"}}')).status).toBe(400);
  expect((await call('POST', '/do', { 'x-token': token }, say())).status).toBe(400);
  expect((await call('POST', '/do', headers, say().replace('"hi"', `"${'x'.repeat(100_000)}"`))).status).toBe(400);
});

test('nobody reaches a channel that is not theirs', async () => {
  const action = { is: 'say', room: standIn.world.foreignChannel.id, content: 'hi' };
  const body = JSON.stringify({ as: standIn.world.member.id, action });
  const answer = await call('POST', '/do', { ...json, 'x-token': token }, body);
  expect(JSON.parse(answer.body)).toEqual({ failed: 'There is no such channel for you' });
});

test('where its port is taken the page is on the next one that is free', async () => {
  const first = await startPlayground(standIn);
  const port = Number(new URL(first.url).port);
  const second = await startPlayground(standIn, port);
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
  expect((await fetch(second.url)).status).toBe(200);
  await second.close();
  await first.close();
});
