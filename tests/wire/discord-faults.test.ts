import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { backup } from '../../src/app/backup.ts';
import { projectFolder } from '../../src/project/folder.ts';
import { openArchiveInWorker } from '../../src/remote/archive-in-worker.ts';
import type { Interacted } from '../../src/stand-in/asked.ts';
import { type StandIn, type StandInOptions, startStandIn } from '../../src/stand-in/stand-in.ts';
import { addChannel, addGuild } from '../../src/stand-in/world.ts';
import { beginBot, type RunningBot, startBot } from '../support/bot.ts';
import { emptyFolder } from '../support/folders.ts';
import { buttonsOf, wordsOf } from '../support/messages.ts';
import { openArchiveHere } from '../support/open-archive.ts';
import { startTraffic, type Traffic } from '../support/traffic.ts';

// Faults of Discord's while people ask: afterwards every question that reached the bot is answered, and none twice.

/** The bot of most tests, so that each need not start one. */
let standIn: StandIn;
let bot: RunningBot;
const data = emptyFolder();
let closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  standIn = await startStandIn();
  bot = await startBot(standIn, data, { open: openArchiveInWorker });
});

afterAll(async () => {
  await bot.stop();
  await standIn.close();
});

afterEach(async () => {
  standIn.faults.calm();
  standIn.forgetOld();
  for (const close of closing.reverse()) await close();
  closing = [];
});

/** For what needs another gateway, or a bot that starts. */
async function anotherStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const another = await startStandIn(options);
  closing.push(() => another.close());
  return another;
}

/** People who ask, the first of them answered already. */
async function trafficOn(asked: StandIn): Promise<Traffic> {
  const traffic = startTraffic(asked);
  await traffic.during(300);
  return traffic;
}

/** The archive and stores of the running bot, as another may have them. */
function copyOfData(): string {
  const folder = join(emptyFolder(), 'backup');
  backup({ articlesFolder: join(projectFolder, 'data/articles'), dataFolder: data }, folder);
  return join(folder, 'data');
}

/** Another server of Discord's, where the commands are registered since earlier. */
async function standInWithCommands(): Promise<StandIn> {
  const there = await anotherStandIn();
  for (const [id, command] of standIn.world.commands) there.world.commands.set(id, command);
  return there;
}

const CALLBACK = /\/callback$/u;
const ORIGINAL = /(?:@|%40)original$/u;

test.each<[string, (standIn: StandIn) => void]>([
  ['the socket is closed', ({ gateway }) => gateway.closeSockets(4000)],
  ['the socket breaks', ({ gateway }) => gateway.cutSockets()],
  ['Discord asks to reconnect', ({ gateway }) => gateway.askToReconnect()],
  ['the session is invalid but can be resumed', ({ gateway }) => gateway.invalidate(true)],
])('%s: what is asked meanwhile is heard on resuming', async (_what, disturb) => {
  const { resumed, identified } = { ...standIn.gateway.counts };
  const traffic = await trafficOn(standIn);
  disturb(standIn);
  await expect.poll(() => standIn.gateway.counts.resumed).toBe(resumed + 1);
  await traffic.during(300);
  expect((await traffic.settled()).wrongs).toEqual([]);
  expect(standIn.gateway.counts.identified).toBe(identified);
});

test('the session is invalid for good: the bot begins a new one', async () => {
  const { identified } = { ...standIn.gateway.counts };
  const traffic = await trafficOn(standIn);
  standIn.gateway.invalidate(false);
  await expect.poll(() => standIn.gateway.counts.identified).toBe(identified + 1);
  await traffic.during(600);
  expect((await traffic.settled()).wrongs).toEqual([]);
});

test('the gateway goes deaf: noticed within two intervals, and what was asked meanwhile is answered', async () => {
  const interval = 1000;
  const there = await anotherStandIn({ heartbeatInterval: interval });
  const listening = await startBot(there, copyOfData());
  closing.push(() => listening.stop());
  const traffic = await trafficOn(there);
  const { opened } = { ...there.gateway.counts };
  there.faults.acknowledgeHeartbeats = false;
  const sent = there.gateway.heartbeats.length;
  await expect.poll(() => there.gateway.counts.opened, { interval: 20 }).toBeGreaterThan(opened);
  // The first that is not acknowledged is sent within one interval, and a second in vain ends the connection.
  expect(there.gateway.heartbeats.length - sent).toBeLessThanOrEqual(2);
  there.faults.acknowledgeHeartbeats = true;
  await traffic.during(300);
  expect((await traffic.settled()).wrongs).toEqual([]);
});

test('every event comes twice: each question is answered once', async () => {
  const traffic = await trafficOn(standIn);
  standIn.faults.repeating = true;
  const said = standIn.directMessage(standIn.world.member, 'who met Bogdanov?');
  await traffic.during(600);
  expect((await traffic.settled()).wrongs).toEqual([]);
  await said.reply();
  await traffic.during(300);
  expect(said.replies()).toHaveLength(1);
  expect(standIn.requests.filter(({ status }) => status === 400)).toEqual([]);
});

test.each([
  ['acknowledgements are', 'POST', CALLBACK],
  ['answers are', 'PATCH', ORIGINAL],
] as const)('%s limited (429): waited out', async (_what, method, path) => {
  const traffic = await trafficOn(standIn);
  standIn.faults.next(3, method, path, { is: 'rate-limited', retryAfter: 1 });
  await traffic.during(600);
  expect((await traffic.settled()).wrongs).toEqual([]);
});

test.each([500, 502, 503])('a burst of errors (%i) on whatever the bot sends', async (status) => {
  const traffic = await trafficOn(standIn);
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
  const traffic = await trafficOn(standIn);
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

test('a page turned stays turned, though what was shown before it is sent again', async () => {
  const { member } = standIn.world;
  const edits = ({ interaction: { token } }: Interacted) =>
    standIn.requests.filter(({ method, path }) => method === 'PATCH' && path.includes(token)).length;
  /** The confirmations of the first `times` edits get lost; each is sent again. */
  const unconfirmed = (asked: Interacted, times: number): Interacted => {
    standIn.faults.next(times, 'PATCH', new RegExp(asked.interaction.token), { is: 'lost' });
    return asked;
  };
  const turn = (message: APIMessage, page: number) => {
    const button = buttonsOf(message).find((id) => id.startsWith(`page:${page}:`));
    return standIn.press(member, message, button ?? `to page ${page}`);
  };
  const asked = unconfirmed(standIn.slash(member, 'dm', 'quote'), 3);
  const second = unconfirmed(turn(await asked.answered(), 1), 3);
  const third = turn(await second.until((message) => wordsOf(message).includes('Page 2 of')), 2);
  await expect.poll(() => [asked, second, third].map(edits)).toEqual([4, 4, 1]);
  expect(wordsOf(await third.answered())).toContain('Page 3 of');
});

test('answers that take Discord five seconds hold up nobody else', async () => {
  const traffic = await trafficOn(standIn);
  const before = traffic.asked.length;
  standIn.faults.next(3, 'PATCH', ORIGINAL, { is: 'slow', ms: 5000 });
  await expect.poll(() => traffic.asked.length).toBeGreaterThan(before + 6);
  const last = standIn.slash(standIn.world.member, 'dm', 'help');
  await last.answered();
  // Those whose answers are slow were asked earlier, and are not answered yet.
  expect(traffic.asked.filter(({ interaction }) => interaction.awaiting).length).toBeGreaterThan(0);
  expect((await traffic.settled()).wrongs).toEqual([]);
});

test('an acknowledgement that takes Discord five seconds is lost, and no other', async () => {
  const traffic = await trafficOn(standIn);
  standIn.faults.next(1, 'POST', CALLBACK, { is: 'slow', ms: 5000 });
  await bot.logged('"too late"');
  expect(await traffic.settled()).toMatchObject({ wrongs: [], lostByDiscord: 1 });
});

test('a limit on registering commands is waited out; questions are answered meanwhile', async () => {
  const there = await standInWithCommands();
  there.faults.next(1, 'GET', /\/commands$/u, { is: 'rate-limited', retryAfter: 2 });
  const starting = await beginBot(there, copyOfData());
  closing.push(() => starting.stop());
  await starting.logged('"event":"answering"');
  const answer = await there.slash(there.world.member, 'dm', 'help').answered();
  expect(wordsOf(answer)).toContain('/met');
  expect(starting.output()).not.toContain('"registered"');
  await starting.logged('"event":"registered"');
});

test('what is asked while the bot is still starting is answered, or told that it is loading', async () => {
  const there = await standInWithCommands();
  there.faults.next(1, 'GET', /\/applications\/@me$/u, { is: 'slow', ms: 1200 });
  const starting = await beginBot(there, copyOfData());
  closing.push(() => starting.stop());
  await there.gateway.identified();
  const asked = there.slash(there.world.member, 'dm', 'help');
  expect(wordsOf(await asked.answered())).toMatch(/\/met|Still loading/);
});

test('a bot in five hundred servers goes online and answers', async () => {
  const there = await standInWithCommands();
  const { world } = there;
  for (let number = 0; number < 499; number++) {
    const guild = addGuild(world, `Server ${number}`, world.serverOwner, [world.bot]);
    guild.hasBot = true;
    addChannel(world, guild, 'general');
  }
  const starting = await startBot(there, copyOfData());
  closing.push(() => starting.stop());
  expect(starting.output()).toContain('"servers":500');
  expect(wordsOf(await there.slash(world.member, world.channel, 'help').answered())).toContain('/met');
});

test('commands that Discord refuses don’t keep the bot from answering', async () => {
  const there = await standInWithCommands();
  there.faults.next(1, 'GET', /\/commands$/u, { is: 'status', status: 403, code: 50001 });
  const starting = await beginBot(there, copyOfData());
  closing.push(() => starting.stop());
  await starting.logged('"not registered"');
  expect(wordsOf(await there.slash(there.world.member, 'dm', 'help').answered())).toContain('/met');
});

test('asked while it reads its articles for the first time, it is online and says that it is loading', async () => {
  const there = await standInWithCommands();
  let read: () => void = () => {};
  const reading = new Promise<void>((resolve) => {
    read = resolve;
  });
  const open: typeof openArchiveHere = async (...given) => {
    await reading;
    return openArchiveHere(...given);
  };
  const starting = await beginBot(there, copyOfData(), { open });
  closing.push(() => starting.stop());
  await starting.logged('"event":"online"');
  const said = await there.directMessage(there.world.member, 'who met Anna Berg?').reply();
  expect(wordsOf(said)).toContain('reading my articles');
  read();
  await starting.logged('"event":"answering"');
  expect(wordsOf(await there.slash(there.world.member, 'dm', 'help').answered())).toContain('/met');
  expect(there.wrongs()).toEqual([]);
});

test('when answering fails by a fault of ours, the person gets a number that the log knows, and no word of theirs is logged', async () => {
  const there = await standInWithCommands();
  const folder = copyOfData();
  const failing = await startBot(there, folder);
  closing.push(() => failing.stop());
  for (const name of readdirSync(folder))
    if (name !== 'buttons.sqlite') rmSync(join(folder, name), { recursive: true });
  const { member, channel } = there.world;
  const asked = there.slash(member, channel, 'search', { text: 'zzqqx' });
  const said = there.directMessage(member, 'who met zzqqx?');
  for (const message of [await asked.answered(), await said.reply()]) {
    const [, incident] = /incident ([0-9a-f]{8})/.exec(wordsOf(message)) ?? [];
    expect(failing.output()).toContain(`"incident":"${incident}"`);
  }
  expect(failing.output()).not.toContain('zzqqx');
  expect(there.wrongs()).toEqual([]);
});
