import { afterEach, expect, test } from 'vitest';
import { type StandIn, type StandInOptions, startStandIn } from '../../src/playground/stand-in.ts';
import { addChannel, addGuild } from '../../src/playground/world.ts';
import { emptyFolder, type RunningBot, runBot, startBot, wordsOf } from '../discord/bot.ts';
import { startTraffic, type Traffic } from './traffic.ts';

// Faults of Discord's while people ask: afterwards every question that reached the bot is answered, and none twice.

const dataFolder = emptyFolder();
let closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.reverse()) await close();
  closing = [];
});

async function standInWith(options: StandInOptions = {}): Promise<StandIn> {
  const standIn = await startStandIn(options);
  closing.push(() => standIn.close());
  return standIn;
}

async function inTraffic(options: StandInOptions = {}): Promise<[StandIn, RunningBot, Traffic]> {
  const standIn = await standInWith(options);
  const bot = await startBot(standIn, dataFolder);
  closing.push(() => bot.stop());
  const traffic = startTraffic(standIn);
  await traffic.during(400);
  return [standIn, bot, traffic];
}

const CALLBACK = /\/callback$/u;
const ORIGINAL = /(?:@|%40)original$/u;

test.each<[string, (standIn: StandIn) => void]>([
  ['the socket is closed', ({ gateway }) => gateway.closeSockets(4000)],
  ['the socket breaks', ({ gateway }) => gateway.cutSockets()],
  ['Discord asks to reconnect', ({ gateway }) => gateway.askToReconnect()],
  ['the session is invalid but can be resumed', ({ gateway }) => gateway.invalidate(true)],
])('%s: what is asked meanwhile is heard on resuming', async (_what, disturb) => {
  const [standIn, , traffic] = await inTraffic();
  disturb(standIn);
  await expect.poll(() => standIn.gateway.counts.resumed, { timeout: 15_000 }).toBe(1);
  await traffic.during(300);
  expect((await traffic.settled()).wrongs).toEqual([]);
  expect(standIn.gateway.counts.identified).toBe(1);
});

test('the session is invalid for good: the bot begins a new one', async () => {
  const [standIn, , traffic] = await inTraffic();
  standIn.gateway.invalidate(false);
  await expect.poll(() => standIn.gateway.counts.identified, { timeout: 20_000 }).toBe(2);
  await traffic.during(600);
  expect((await traffic.settled()).wrongs).toEqual([]);
}, 60_000);

test('the gateway goes deaf: noticed within two intervals, and what was asked meanwhile is answered', async () => {
  const interval = 1000;
  const [standIn, , traffic] = await inTraffic({ heartbeatInterval: interval });
  const { opened } = standIn.gateway.counts;
  standIn.faults.acknowledgeHeartbeats = false;
  const since = Date.now();
  await expect.poll(() => standIn.gateway.counts.opened, { timeout: 10_000, interval: 20 }).toBeGreaterThan(opened);
  // Half a second for the new connection itself.
  expect(Date.now() - since).toBeLessThan(2 * interval + 500);
  standIn.faults.acknowledgeHeartbeats = true;
  await traffic.during(300);
  expect((await traffic.settled()).wrongs).toEqual([]);
});

test('every event comes twice: each question is answered once', async () => {
  const [standIn, , traffic] = await inTraffic();
  standIn.faults.repeating = true;
  const said = standIn.directMessage(standIn.world.member, 'who met Bogdanov?');
  await traffic.during(1200);
  expect((await traffic.settled()).wrongs).toEqual([]);
  await said.reply();
  await traffic.during(500);
  expect(said.replies()).toHaveLength(1);
  expect(standIn.requests.filter(({ status }) => status === 400)).toEqual([]);
});

test.each([
  ['acknowledgements are', 'POST', CALLBACK],
  ['answers are', 'PATCH', ORIGINAL],
] as const)('%s limited (429): waited out', async (_what, method, path) => {
  const [standIn, , traffic] = await inTraffic();
  standIn.faults.next(3, method, path, { is: 'rate-limited', retryAfter: 1 });
  await traffic.during(600);
  expect((await traffic.settled()).wrongs).toEqual([]);
});

test.each([500, 502, 503])('a burst of errors (%i) on whatever the bot sends', async (status) => {
  const [standIn, , traffic] = await inTraffic();
  standIn.faults.next(4, 'POST', CALLBACK, { is: 'status', status });
  standIn.faults.next(6, 'PATCH', ORIGINAL, { is: 'status', status });
  await traffic.during(900);
  expect((await traffic.settled()).wrongs).toEqual([]);
});

test.each([
  ['taken, but an error comes', { is: 'lost', status: 502 }],
  ['taken, but the connection breaks', { is: 'lost' }],
  ['not taken, and the connection breaks', { is: 'dropped' }],
] as const)('what the bot sends is %s: nothing is missing, nothing shown twice', async (_what, fault) => {
  const [standIn, , traffic] = await inTraffic();
  standIn.faults.next(4, 'POST', CALLBACK, fault);
  standIn.faults.next(4, 'PATCH', ORIGINAL, fault);
  const said = standIn.directMessage(standIn.world.member, 'who met Bogdanov?');
  standIn.faults.next(1, 'POST', /^\/channels\/\d+\/messages$/u, fault);
  await traffic.during(900);
  expect(await traffic.settled()).toMatchObject({ wrongs: [], lostByDiscord: 0 });
  await said.reply();
  await traffic.during(500);
  expect(said.replies()).toHaveLength(1);
});

test('answers that take Discord five seconds hold up nobody else', async () => {
  const [standIn, , traffic] = await inTraffic();
  const before = traffic.asked.length;
  standIn.faults.next(3, 'PATCH', ORIGINAL, { is: 'slow', ms: 5000 });
  await expect.poll(() => traffic.asked.length, { timeout: 10_000 }).toBeGreaterThan(before + 6);
  const since = Date.now();
  await standIn.slash(standIn.world.member, 'dm', 'help').answered();
  expect(Date.now() - since).toBeLessThan(4500);
  expect((await traffic.settled()).wrongs).toEqual([]);
});

test('an acknowledgement that takes Discord five seconds is lost, and no other', async () => {
  const [standIn, bot, traffic] = await inTraffic();
  standIn.faults.next(1, 'POST', CALLBACK, { is: 'slow', ms: 5000 });
  await bot.logged('"too late"');
  expect(await traffic.settled()).toMatchObject({ wrongs: [], lostByDiscord: 1 });
});

test('a limit on registering commands is waited out; questions are answered meanwhile', async () => {
  const standIn = await standInWith();
  const first = await startBot(standIn, dataFolder);
  await first.stop();
  standIn.faults.next(1, 'GET', /\/commands$/u, { is: 'rate-limited', retryAfter: 2 });
  const bot = runBot(standIn, dataFolder);
  closing.push(() => bot.stop());
  await bot.logged('"event":"online"');
  const answer = await standIn.slash(standIn.world.member, 'dm', 'help').answered();
  expect(wordsOf(answer)).toContain('/met');
  expect(bot.output()).not.toContain('"registered"');
  await bot.logged('"event":"registered"');
});

test('what is asked while the bot is still starting is answered', async () => {
  const standIn = await standInWith();
  const first = await startBot(standIn, dataFolder);
  await first.stop();
  standIn.faults.next(1, 'GET', /\/applications\/@me$/u, { is: 'slow', ms: 1200 });
  const bot = runBot(standIn, dataFolder);
  closing.push(() => bot.stop());
  await standIn.gateway.identified();
  const asked = standIn.slash(standIn.world.member, 'dm', 'help');
  expect(wordsOf(await asked.answered())).toContain('/met');
});

test('a bot in five hundred servers goes online and answers', async () => {
  const standIn = await standInWith();
  const { world } = standIn;
  for (let number = 0; number < 499; number++) {
    const guild = addGuild(world, `Server ${number}`, world.serverOwner, [world.bot]);
    guild.hasBot = true;
    addChannel(world, guild, 'general');
  }
  const bot = await startBot(standIn, dataFolder);
  closing.push(() => bot.stop());
  expect(bot.output()).toContain('"servers":500');
  expect(wordsOf(await standIn.slash(world.member, world.channel, 'help').answered())).toContain('/met');
});
