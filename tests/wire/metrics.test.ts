import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { emptyFolder } from '../support/folders.ts';
import { freePort } from '../support/free-port.ts';
import { wordsOf } from '../support/messages.ts';

let standIn: StandIn;
let bot: RunningBot;
let port = 0;

const get = async (path: string) => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, body: await response.text() };
};

beforeAll(async () => {
  port = await freePort();
  standIn = await startStandIn();
  bot = await startBot(standIn, emptyFolder(), { env: { METRICS_PORT: String(port) } });
});

afterAll(async () => {
  await bot.stop();
  await standIn.close();
});

test('questions are counted by command and outcome, beside latency, gateway and archive', async () => {
  await standIn.slash(standIn.world.member, 'dm', 'help').answered();
  await standIn.slash(standIn.world.member, 'dm', 'help').answered();
  await expect.poll(async () => (await get('/metrics')).body).toContain('{command="/help",outcome="answered"} 2');
  const { body } = await get('/metrics');
  expect(body).toMatch(/^readout_answer_seconds_count 2$/m);
  expect(body).toMatch(/^readout_gateway_up 1$/m);
  expect(body).toMatch(/^readout_archive_articles [1-9]\d*$/m);
  expect(body).toMatch(/^readout_questions_waiting 0$/m);
  expect(body).toMatch(/^readout_alerts_waiting 0$/m);
  // Prometheus's text format: a comment, or a name, its labels and a number.
  for (const line of body.trim().split('\n')) expect(line).toMatch(/^(?:# TYPE .+|\w+(?:\{[^}]+\})? [-+.e\d]+)$/);
});

test('healthy while the gateway is open, and not while it is gone', async () => {
  expect(await get('/healthz')).toEqual({ status: 200, body: 'ok\n' });
  standIn.faults.next(50, 'GET', /\/gateway\/bot$/u, { is: 'status', status: 503 });
  standIn.gateway.invalidate(false);
  await expect.poll(async () => (await get('/healthz')).status, { interval: 50 }).toBe(503);
  await expect.poll(async () => (await get('/healthz')).status).toBe(200);
});

const REFUSED = { is: 'status', status: 401 } as const;
const MESSAGES = /^\/channels\/\d+\/messages$/u;
const says = async () => wordsOf(await standIn.directMessage(standIn.world.member, '/help').reply());

test('one refusal of the token (401) loses no answer, and silences nobody', async () => {
  standIn.faults.next(1, 'POST', MESSAGES, REFUSED);
  expect(await says()).toContain('/met');
  expect(await says()).toContain('/met');
  expect((await get('/healthz')).status).toBe(200);
});

test('refused for longer it is alive but not healthy, and speaks again by itself once it is let', async () => {
  standIn.faults.next(3, 'POST', MESSAGES, REFUSED);
  standIn.faults.next(3, 'GET', /^\/users\/@me$/u, REFUSED);
  standIn.directMessage(standIn.world.member, '/help');
  await expect
    .poll(() => get('/healthz'), { interval: 20 })
    .toEqual({ status: 503, body: 'online, but Discord does not take what is sent\n' });
  expect((await get('/livez')).status).toBe(200);
  expect((await get('/metrics')).body).toMatch(/^readout_speaking 0$/m);
  await bot.logged('"event":"speaks again"');
  expect((await get('/healthz')).status).toBe(200);
  expect(await says()).toContain('/met');
});

test('whoever asks for the figures by another name than this machine’s is refused', async () => {
  const statusFor = (host: string) =>
    new Promise((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', path: '/metrics', headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end();
    });
  for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', 'localhost.evil.example'])
    expect(await statusFor(host)).toBe(421);
  for (const host of ['localhost', `localhost:${port}`, `127.0.0.1:${port}`]) expect(await statusFor(host)).toBe(200);
});
