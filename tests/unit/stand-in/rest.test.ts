import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApplicationCommandOptionType, Team, User } from 'discord.js';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { type Connected, connect } from '../../support/client.ts';

let here: Connected;
const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
const record = join(folder, 'sent.jsonl');
beforeEach(async () => {
  here = await connect({ recordTo: record });
});
afterEach(async () => {
  await here.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the application says who owns it: a person, or a team', async () => {
  const { standIn, client } = here;
  const { world } = standIn;
  const app = await client.application.fetch();
  expect(app.owner).toBeInstanceOf(User);
  expect(app.owner?.id).toBe(world.owner.id);
  world.application.team = { id: '77', owner: world.owner, members: [world.owner, world.serverOwner] };
  const { owner } = await client.application.fetch();
  if (!(owner instanceof Team)) throw new Error('not a team');
  expect([...owner.members.keys()]).toEqual([world.owner.id, world.serverOwner.id]);
});

test('commands are kept as Discord keeps them, and replaced, changed and removed', async () => {
  const { commands } = here.client.application;
  const option = {
    name: 'about',
    description: 'What',
    type: ApplicationCommandOptionType.String,
    required: false,
  } as const;
  // The library keeps one object a command, so what it says is noted at once.
  const set = async (description: string) => {
    const [kept] = (await commands.set([{ name: 'summary', description, options: [option] }])).values();
    return { kept, id: kept?.id, version: kept?.version };
  };
  const first = await set('Sum up');
  expect(await set('Sum up')).toEqual(first);
  const { kept: changed, id, version } = await set('Summary');
  expect(id).toBe(first.id);
  expect(version).not.toBe(first.version);
  await changed?.edit({ description: 'Cited summary' });
  expect((await commands.fetch()).map((one) => one.description)).toEqual(['Cited summary']);
  await commands.create({ name: 'met', description: 'Who met whom' });
  await changed?.delete();
  expect((await commands.fetch()).map((one) => one.name)).toEqual(['met']);
  const { guild, member, channel } = here.standIn.world;
  await commands.set([{ name: 'only-here', description: 'One' }], guild.id);
  expect(here.standIn.offered(member, channel).map((one) => one.name)).toEqual(['only-here', 'met']);
  expect(here.standIn.offered(member, 'dm').map((one) => one.name)).toEqual(['met']);
});

test('a route that Discord has not is noticed', async () => {
  await expect(here.client.rest.get('/nowhere')).rejects.toMatchObject({ status: 404 });
  expect(here.standIn.wrongs()).toEqual(['GET /nowhere: no such route']);
});

test('a call without the token is refused', async () => {
  const answer = await fetch(`${here.standIn.url}/v10/users/@me`);
  expect([answer.status, await answer.json()]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
});

test('an answer without a body has no type', async () => {
  const { standIn } = here;
  const path = `${standIn.url}/v10/channels/${standIn.world.channel.id}/typing`;
  const answer = await fetch(path, { method: 'POST', headers: { authorization: `Bot ${standIn.token}` } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([204, null]);
});

test('planned faults come as planned, in order, and then the truth', async () => {
  const { standIn, client } = here;
  const me = () => client.rest.get('/users/@me');
  const sent = () => standIn.requests.filter((one) => one.path === '/users/@me').map((one) => one.status);
  standIn.faults.next(1, 'GET', /^\/users\/@me$/u, { is: 'rate-limited', retryAfter: 0.2 });
  standIn.faults.next(1, 'GET', /^\/users\/@me$/u, { is: 'status', status: 502 });
  standIn.faults.next(1, 'GET', /^\/users\/@me$/u, { is: 'slow', ms: 300 });
  const begun = performance.now();
  expect(await me()).toMatchObject({ id: standIn.world.bot.id });
  expect(performance.now() - begun).toBeGreaterThan(450);
  expect(sent()).toEqual([429, 502, 200]);
  standIn.faults.next(2, 'GET', /^\/users\/@me$/u, { is: 'dropped' });
  await expect(me()).rejects.toThrow();
});

test('more than fifty requests in a second are limited', async () => {
  const headers = { authorization: `Bot ${here.standIn.token}` };
  const all = Array.from({ length: 60 }, () => fetch(`${here.standIn.url}/v10/users/@me`, { headers }));
  const statuses = (await Promise.all(all)).map((one) => one.status);
  expect(statuses.filter((one) => one === 200).length).toBeLessThanOrEqual(50);
  expect(statuses).toContain(429);
});

test('everything sent is written down on closing', async () => {
  const again = await connect({ recordTo: record });
  await again.client.application.commands.set([{ name: 'met', description: 'Who met whom' }]);
  await again.close();
  const lines = readFileSync(record, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.at(-1)).toMatchObject({
    method: 'PUT',
    route: '/applications/:application/commands',
    status: 200,
    violations: [],
  });
});
