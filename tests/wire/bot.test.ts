import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { projectFolder } from '../../src/project/folder.ts';
import { openArchiveInWorker } from '../../src/remote/archive-in-worker.ts';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { emptyFolder } from '../support/folders.ts';
import { buttonsOf, componentsOf, wordsOf } from '../support/messages.ts';

// The bot as it is, on the project's own articles, over the wire.

let standIn: StandIn;
let bot: RunningBot;
const dataFolder = emptyFolder();
/** What people typed in these tests; none of it may be logged. */
const typed = ['Bogdanov', 'bogdanof', 'moral freaks', 'zzqqx'];

beforeAll(async () => {
  standIn = await startStandIn();
  bot = await startBot(standIn, dataFolder, { open: openArchiveInWorker });
});

afterAll(async () => {
  await bot.stop();
  await standIn.close();
});

const ask = (name: string, options: Record<string, string> = {}, place: 'dm' | StandIn['world']['channel'] = 'dm') =>
  standIn.slash(standIn.world.member, place, name, options);

/** The words of an answer, once it is there: acknowledged in time, within every limit. */
async function answerTo(asked: ReturnType<StandIn['slash']>): Promise<string> {
  await asked.acknowledged(); // within Discord's three seconds, or the stand-in refuses it
  const words = wordsOf(await asked.answered());
  expect(standIn.wrongs()).toEqual([]);
  return words;
}

const nextPage = (message: APIMessage): string => {
  const next = buttonsOf(message).find((id) => id.startsWith('page:1:'));
  if (next === undefined) throw new Error(`No next page in:\n${wordsOf(message)}`);
  return next;
};

test('what people can ask is offered in servers and in direct messages; /admin is hidden from ordinary members', () => {
  const { member, serverOwner, channel } = standIn.world;
  const names = [...commands.map(({ name }) => name), 'Check quotes', 'Find sources'];
  const offered = (person: typeof member) => standIn.offered(person, channel).map(({ name }) => name);
  expect(offered(member)).toEqual(expect.arrayContaining(names));
  expect(offered(member)).not.toContain('admin');
  expect(offered(serverOwner)).toContain('admin');
  expect(standIn.offered(member, 'dm').map(({ name }) => name)).toEqual(expect.arrayContaining(names));
});

test.each([
  ['summary', { about: 'joint centre in Baghdad' }, 'Joint centre in Baghdad'],
  ['met', { person: 'Bogdanov' }, 'Bogdanov'],
  ['quote', { who: 'Lavrov' }, '“'],
  ['verify', { words: 'moral freaks' }, 'moral freaks'],
  ['search', { text: 'Baghdad' }, 'Baghdad'],
  ['article', { article: 'Russia pledges unwavering support for Iraq in anti-terror fight' }, 'Published'],
  ['sources', {}, 'Sputnik'],
  ['help', {}, '/met'],
])('/%s answers in a server and in a direct message', async (name, options, expected) => {
  expect(await answerTo(ask(name, options))).toContain(expected);
  expect(await answerTo(ask(name, options, standIn.world.channel))).toContain(expected);
});

test('a person with the bot on their own account asks where the bot itself is not', async () => {
  const { stranger, foreignChannel } = standIn.world;
  expect(await answerTo(standIn.slash(stranger, foreignChannel, 'met', { person: 'Bogdanov' }))).toContain('Bogdanov');
});

test('names, places, outlets and articles are completed, typing errors allowed for', async () => {
  const { member } = standIn.world;
  const complete = async (name: string, option: string, value: string) => {
    const choices = await standIn.autocomplete(member, 'dm', name, { [option]: value }, option).choices();
    return choices.map((choice) => choice.value).join(' | ');
  };
  expect(await complete('met', 'person', 'bogdanof')).toContain('Bogdanov');
  expect(await complete('met', 'place', 'Mos')).toContain('Moscow');
  expect(await complete('quote', 'outlet', 'sput')).toContain('Sputnik');
  expect(await complete('article', 'article', 'russia')).toContain('Russia');
  expect(await complete('met', 'person', 'zzqqx \u202e<@1> "')).toBe('');
  await complete('met', 'person', 'a'.repeat(100));
  expect(standIn.wrongs()).toEqual([]);
});

test('an option that can’t be read is explained at once, to its author alone', async () => {
  const asked = ask('met', { person: 'Bogdanov', since: 'the day when pigs fly' }, standIn.world.channel);
  expect(await asked.acknowledged()).toMatchObject({ kind: 'message', ephemeral: true });
  expect(wordsOf(await asked.answered())).toContain('I did not understand that');
  expect(standIn.wrongs()).toEqual([]);
});

test('the buttons of a long answer turn its pages in place, and back again, and a restart does not harm them', async () => {
  const asked = ask('quote', {}, standIn.world.channel);
  const first = await asked.answered();
  const firstWords = wordsOf(first);
  const { member } = standIn.world;

  const second = await standIn
    .press(member, first, nextPage(first))
    .until((message) => wordsOf(message) !== firstWords);
  expect(second.id).toBe(first.id);
  expect(wordsOf(second)).toContain('Page 2 of');

  await bot.stop();
  bot = await startBot(standIn, dataFolder);
  const back = buttonsOf(second).find((id) => id.startsWith('page:0:')) ?? '';
  const again = await standIn.press(member, second, back).until((message) => wordsOf(message).includes('Page 1 of'));
  expect(wordsOf(again)).toBe(firstWords);
  expect(standIn.wrongs()).toEqual([]);
});

test('a question too long for a button is remembered over a restart', async () => {
  // Some of the steps about it are longer than a button holds.
  const about = 'cooperation of Russia and Iraq in the fight against Islamic State';
  const first = await ask('search', { text: about }).answered();
  const stored = buttonsOf(first).find((id) => /^ask:~/.test(id));
  if (stored === undefined) throw new Error(`No button with a stored question:\n${buttonsOf(first).join('\n')}`);
  await bot.stop();
  bot = await startBot(standIn, dataFolder);
  const pressed = standIn.press(standIn.world.member, first, stored);
  expect(await answerTo(pressed)).toContain('##');
});

test('somebody else who turns a page gets it for themselves, and the asker’s message stays', async () => {
  const first = await ask('quote', {}, standIn.world.channel).answered();
  const pressed = standIn.press(standIn.world.serverOwner, first, nextPage(first));
  expect(await pressed.acknowledged()).toMatchObject({ kind: 'deferred', ephemeral: true });
  expect(wordsOf(await pressed.answered())).toContain('Page 2 of');
  expect(wordsOf(standIn.world.messages.get(first.id) as APIMessage)).toBe(wordsOf(first));
});

test('a choice asks its question in a message of its own', async () => {
  const helped = await ask('help').answered();
  const [choice = ''] = buttonsOf(helped);
  expect(choice).toMatch(/^ask:/);
  expect(await answerTo(standIn.press(standIn.world.member, helped, choice))).toContain('##');
});

test.each([
  'ask:~0000000000000000000000',
  'page:1:{"command":"admin"}',
  'page:1:nonsense',
  'something else',
  'ask:',
  'page',
])('a button nobody knows any more (%j) says so kindly, to whoever pressed it', async (customId) => {
  const message = await ask('help').answered();
  const button = componentsOf(message).find((one) => 'custom_id' in one) as { custom_id: string };
  button.custom_id = customId;
  const pressed = standIn.press(standIn.world.member, message, customId);
  expect(await pressed.acknowledged()).toMatchObject({ ephemeral: true });
  expect(wordsOf(await pressed.answered())).toContain('too old');
});

test('a direct message is typed at, and answered like the command', async () => {
  const said = standIn.directMessage(standIn.world.member, 'hey who did bogdanof meet in moscow??');
  const reply = await said.reply();
  expect(wordsOf(reply)).toContain('Bogdanov');
  expect(wordsOf(reply)).toContain('##');
  expect(said.typed()).toBe(true);
  expect(standIn.wrongs()).toEqual([]);
});

test('a mention is answered where it was made; talk that is not for the bot is not', async () => {
  const { member, channel, bot: itself } = standIn.world;
  const overheard = standIn.say(member, channel, 'who said moral freaks');
  const said = standIn.say(member, channel, `<@${itself.id}> who said "moral freaks"?`);
  expect(wordsOf(await said.reply())).toContain('moral freaks');
  const answers = [...standIn.world.messages.values()].map((one) => one.message_reference?.message_id);
  expect(answers).toContain(said.message.id);
  expect(answers).not.toContain(overheard.message.id);
  expect(standIn.wrongs()).toEqual([]);
});

test('the pages of an answer to a message turn too, in a server as in private', async () => {
  const { member, channel, bot: itself } = standIn.world;
  const words = 'timeline of Iraq';
  for (const said of [standIn.say(member, channel, `<@${itself.id}> ${words}`), standIn.directMessage(member, words)]) {
    const reply = await said.reply();
    const pressed = standIn.press(member, reply, nextPage(reply));
    expect(wordsOf(await pressed.until((message) => wordsOf(message).includes('Page 2 of')))).not.toBe(wordsOf(reply));
  }
  expect(standIn.wrongs()).toEqual([]);
});

test('a greeting and nonsense get a short pointer to what can be asked', async () => {
  for (const words of ['hello!', 'zzqqx']) {
    const reply = await standIn.directMessage(standIn.world.member, words).reply();
    expect(wordsOf(reply).length).toBeGreaterThan(20);
  }
});

test('where the bot may not write, whoever asked is told in private', async () => {
  const { member, channel, bot: itself } = standIn.world;
  standIn.faults.next(1, 'POST', /^\/channels\/\d+\/messages$/u, { is: 'status', status: 403, code: 50013 });
  standIn.say(member, channel, `<@${itself.id}> who said "moral freaks"?`);
  await bot.logged('may not write there');
  const direct = () =>
    [...standIn.world.messages.values()].filter((one) => wordsOf(one).includes('where I may not write'));
  await expect.poll(direct).toHaveLength(1);
});

test('a person who takes no direct messages does no harm', async () => {
  const { member } = standIn.world;
  standIn.faults.next(1, 'POST', /^\/channels\/\d+\/messages$/u, { is: 'status', status: 403, code: 50007 });
  standIn.directMessage(member, 'who met whom?');
  await expect.poll(() => bot.output().match(/may not write there/g)?.length).toBeGreaterThan(1);
  expect(await answerTo(ask('help'))).toContain('/met');
});

test.each([10062, 40060])(
  'an interaction that is gone (%i) is logged and dropped; the next is answered',
  async (code) => {
    standIn.faults.next(1, 'POST', /\/callback$/u, { is: 'status', status: code === 10062 ? 404 : 400, code });
    const before = standIn.requests.length;
    ask('help');
    await expect.poll(() => bot.output()).toContain(`"code":${code}`);
    expect(standIn.requests.slice(before).map(({ path }) => path.replace(/.*\//, ''))).toEqual(['callback']);
    expect(await answerTo(ask('help'))).toContain('/met');
  },
);

test('nothing that was asked and no token was logged, and nothing was written outside the data folder', () => {
  const output = bot.output();
  expect(output).toContain('"event":"answered"');
  expect(output).not.toContain(standIn.token);
  for (const { path } of standIn.requests) {
    const token = /^\/(?:interactions|webhooks)\/\d+\/([^/]+)/.exec(path)?.[1];
    if (token !== undefined) expect(output).not.toContain(decodeURIComponent(token));
  }
  for (const words of typed) expect(output).not.toContain(words);
  for (const line of output.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('event');
  expect(readdirSync(dataFolder)).toContain('buttons.sqlite');
  expect(readdirSync(join(projectFolder, 'data'))).not.toContain('buttons.sqlite');
});

test('no message of the bot could have pinged anybody', () => {
  const messages = standIn.requests.flatMap(({ body }) => {
    const { data, ...rest } = (body ?? {}) as { data?: object; components?: unknown };
    return [data ?? {}, rest].filter((one) => 'components' in one && !('title' in one));
  });
  expect(messages.length).toBeGreaterThan(20);
  for (const message of messages) expect(message).toHaveProperty('allowed_mentions.parse', []);
});
