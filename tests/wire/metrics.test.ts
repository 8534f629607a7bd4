import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { emptyFolder } from '../support/folders.ts';
import { freePort } from '../support/free-port.ts';

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
