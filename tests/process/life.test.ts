import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { emptyFolder } from '../support/folders.ts';
import { freePort } from '../support/free-port.ts';
import { wordsOf } from '../support/messages.ts';
import { type RunningProgram, runProgram, startProgram } from '../support/program.ts';

// How the bot starts, registers, and ends, as processes of its own.

let standIn: StandIn;
let running: RunningProgram[] = [];
const dataFolder = emptyFolder();

beforeEach(async () => {
  standIn = await startStandIn();
});

afterEach(async () => {
  for (const bot of running) await bot.stop();
  running = [];
  await standIn.close();
});

const started = async (...given: Parameters<typeof startProgram>) => {
  const bot = await startProgram(...given);
  running.push(bot);
  return bot;
};

/** The only line that tells why it ended, among the logs. */
const lastWords = (bot: RunningProgram) => bot.output().trim().split('\n').at(-1) ?? '';

const puts = () => standIn.requests.filter(({ method }) => method === 'PUT');

test('a token that Discord does not take ends it with code 1 and one line saying what to do', async () => {
  const bot = runProgram({ ...standIn, token: 'not.the.token' }, dataFolder);
  expect(await bot.ended).toBe(1);
  expect(lastWords(bot)).toContain('Discord does not take this bot token');
  expect(bot.output()).not.toContain('not.the.token');
});

test('a Discord that can’t be reached ends it with code 1 and one line saying so', async () => {
  const bot = runProgram({ url: 'http://127.0.0.1:9/api', token: 'some.bot.token' }, dataFolder);
  expect(await bot.ended).toBe(1);
  expect(lastWords(bot)).toContain('be reached at http://127.0.0.1:9/api');
});

test.each([4004, 4014])('a connection closed for good (%i) ends it with a code and one clear line', async (code) => {
  const bot = await started(standIn, dataFolder);
  standIn.gateway.closeSockets(code);
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toContain(`Discord closed the connection for good: ${code}`);
});

test('told to stop while it answers, it finishes the answer, says to others that it will be back, and leaves with code 0', async () => {
  const bot = await started(standIn, dataFolder);
  const { member, channel, bot: itself } = standIn.world;
  standIn.faults.next(1, 'PATCH', /@original|%40original/u, { is: 'slow', ms: 2500 });
  const first = standIn.slash(member, 'dm', 'help');
  await expect.poll(() => standIn.requests.some(({ method }) => method === 'PATCH')).toBe(true);
  bot.signal('SIGTERM');
  await bot.logged('"leaving"');
  const asked = standIn.slash(member, 'dm', 'help');
  expect(await asked.acknowledged()).toMatchObject({ kind: 'message', ephemeral: true });
  expect(wordsOf(await asked.answered())).toContain('back in a moment');
  expect(await standIn.autocomplete(member, 'dm', 'met', { person: 'a' }, 'person').choices()).toEqual([]);
  const said = standIn.say(member, channel, `<@${itself.id}> who met whom?`);
  expect(wordsOf(await said.reply())).toContain('back in a moment');
  expect(wordsOf(await first.answered())).toContain('/met');
  expect(await bot.ended).toBe(0);
  expect(standIn.wrongs()).toEqual([]);
});

test('an answer that hangs holds it up for no more than ten seconds', async () => {
  const bot = await started(standIn, dataFolder);
  standIn.faults.next(9, 'PATCH', /@original|%40original/u, { is: 'slow', ms: 60_000 });
  standIn.slash(standIn.world.member, 'dm', 'help');
  await expect.poll(() => standIn.requests.some(({ method }) => method === 'PATCH')).toBe(true);
  const since = Date.now();
  bot.signal('SIGINT');
  expect(await bot.ended).toBe(0);
  expect(Date.now() - since).toBeLessThan(13_000);
});

test('with settings left empty it starts; commands are written when they differ from what is registered, and not when they don’t', async () => {
  // A setting left empty is as one left out.
  const env = { SHARDS: '', METRICS_PORT: '', WATCH_ARTICLES: '', ADMIN_IDS: '', ARTICLES_DIR: '', LOG_LEVEL: '' };
  const first = await started(standIn, dataFolder, { env });
  expect(wordsOf(await standIn.slash(standIn.world.member, 'dm', 'help').answered())).toContain('/met');
  expect(puts()).toHaveLength(1);
  expect(await first.stop()).toBe(0);

  const second = await started(standIn, dataFolder);
  expect(puts()).toHaveLength(1);
  expect(await second.stop()).toBe(0);

  const registering = runProgram(standIn, dataFolder, { args: ['--register'] });
  expect(await registering.ended).toBe(0);
  expect(registering.output()).toContain('Nothing to change.');
  expect(puts()).toHaveLength(1);

  const [command] = [...standIn.world.commands.values()].filter(({ name }) => name === 'met');
  if (command) command.description = 'Something else';
  const again = runProgram(standIn, dataFolder, { args: ['--register'] });
  expect(await again.ended).toBe(0);
  expect(again.output()).toContain('Registered anew: met.');
  expect(puts()).toHaveLength(2);
  expect(standIn.wrongs()).toEqual([]);
});

test('registering without a token says what is missing', async () => {
  const bot = runProgram({ ...standIn, token: '' }, dataFolder, { args: ['--register'] });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toContain('DISCORD_TOKEN');
});

test('asked for the terminal, it does not go on Discord even with a token', async () => {
  const bot = runProgram(standIn, dataFolder, { args: ['--terminal'] });
  expect(await bot.ended).toBe(0);
  expect(standIn.requests).toEqual([]);
});

test('served by several processes it answers once, and all of them end when it is told to', async () => {
  const bot = runProgram(standIn, dataFolder, { env: { SHARDS: 'auto' } });
  running.push(bot);
  await bot.logged('"shard started"');
  await bot.logged('"registered"');
  expect(wordsOf(await standIn.slash(standIn.world.member, 'dm', 'help').answered())).toContain('/met');
  expect(await bot.stop()).toBe(0);
  expect(bot.output()).toContain('"leaving"');
  expect(standIn.wrongs()).toEqual([]);
});

/** The processes that a process started, and those that they started. */
const startedBy = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((child) => child !== '')
    .flatMap((child) => [Number(child), ...startedBy(Number(child))]);

const hasArchiveOpen = (pid: number): boolean =>
  readdirSync(`/proc/${pid}/fd`).some((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`).includes('store.sqlite');
    } catch {
      return false; // closed meanwhile
    }
  });

test.runIf(existsSync('/proc/self/task'))(
  'of several processes one alone has the archive, the others answer from it, each has a port of its own, and they end with it',
  async () => {
    const port = await freePort();
    const bot = await startProgram(standIn, dataFolder, { env: { METRICS_PORT: String(port), SHARDS: '2' } });
    running.push(bot);
    const { member, owner } = standIn.world;
    expect(wordsOf(await standIn.slash(member, 'dm', 'met', { person: 'Lavrov' }).answered())).toContain(
      'Fuad Hussein',
    );
    expect(wordsOf(await standIn.slash(member, 'dm', 'met', { person: 'Xyzzy' }).answered())).toContain('knows nobody');
    const reindexed = standIn.slash(owner, 'dm', 'admin reindex');
    expect(wordsOf(await reindexed.until((message) => wordsOf(message).includes('Reindexed')))).toContain(
      '5 unchanged',
    );
    // The second is started some seconds after the first.
    await expect.poll(() => startedBy(bot.pid).length).toBe(2);
    const parts = startedBy(bot.pid);
    expect([bot.pid, ...parts].filter(hasArchiveOpen)).toEqual([bot.pid]);
    for (const at of [port, port + 1]) {
      const status = () =>
        fetch(`http://127.0.0.1:${at}/metrics`).then(
          (answer) => answer.status,
          () => 0,
        );
      await expect.poll(status).toBe(200);
    }
    expect(standIn.wrongs()).toEqual([]);
    // Also where nothing is left to tell them to end.
    bot.signal('SIGKILL');
    await bot.ended;
    await expect.poll(() => parts.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  },
);

test('where a process of several can’t start, the whole ends with code 1 instead of trying for ever', async () => {
  const bot = runProgram({ ...standIn, token: 'not.the.token' }, dataFolder, { env: { SHARDS: '1' } });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toContain('Discord does not take this bot token');
  expect(lastWords(bot)).toContain('could not start');
});
