import { MessageFlags } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { addChannel, addGuild, addPerson, addRole, type GuildChannel, type Person } from '../../src/stand-in/world.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { emptyFolder } from '../support/folders.ts';
import { wordsOf } from '../support/messages.ts';

// What the operator settles in Discord: who may ask, where, and how answers are given; and how a server is greeted.

let standIn: StandIn;
let bot: RunningBot;
let articles: string;
const dataFolder = emptyFolder();
/** An operator who is a member of the server. */
let owner: Person;
let news: GuildChannel;
let panel: APIMessage;
let readers: string;

beforeAll(async () => {
  standIn = await startStandIn();
  articles = emptyFolder();
  ({ owner, channel: news } = standIn.world);
  readers = addRole(news.guild, 'readers', 0n).id;
  // /admin is shown to a server's administrators; an operator without that right gets it from them.
  news.guild.members.get(owner.id)?.roles.push(addRole(news.guild, 'operator').id);
  bot = await startBot(standIn, dataFolder, { env: { ARTICLES_DIR: articles } });
});

afterAll(async () => {
  await bot.stop();
  await standIn.close();
});

beforeEach(async () => {
  panel = await standIn.slash(owner, news, 'admin settings').answered();
});

const choose = async (what: string, values: readonly string[]) => {
  const chosen = standIn.select(owner, panel, `admin:set:${what}`, values);
  await chosen.answered();
};
const toggle = (what: string) => standIn.press(owner, panel, `admin:set:${what}`).answered();
const help = (person: Person, place: GuildChannel | 'dm' = news) => standIn.slash(person, place, 'help');
const isPrivate = ({ flags }: APIMessage) => (Number(flags) & MessageFlags.Ephemeral) !== 0;

/** The refusal, seen by whoever asked alone; the empty string where there was none. */
async function refusalOf(asked: ReturnType<typeof help>): Promise<string> {
  const answer = await asked.answered();
  const words = wordsOf(answer);
  if (!words.includes('Not here, sorry')) return '';
  expect(isPrivate(answer)).toBe(true);
  expect(standIn.wrongs()).toEqual([]);
  return words;
}

test('only those who run the bot see the settings, and use their menus', async () => {
  const { serverOwner } = standIn.world;
  expect(wordsOf(await standIn.slash(serverOwner, news, 'admin settings').answered())).toContain('Only those who run');
  const pressed = standIn.press(serverOwner, panel, 'admin:set:directMessages');
  expect(wordsOf(await pressed.answered())).toContain('Only those who run');
  expect(wordsOf(panel)).toContain(news.guild.name);
  expect(wordsOf(await standIn.slash(owner, 'dm', 'admin settings').answered())).not.toContain(news.guild.name);
  expect(standIn.wrongs()).toEqual([]);
});

test('a server can make answers private by default, each asker can say otherwise, and a restart keeps it', async () => {
  const { member } = standIn.world;
  expect(isPrivate(await help(member).answered())).toBe(false);
  await toggle('privately');
  await bot.stop();
  bot = await startBot(standIn, dataFolder, { env: { ARTICLES_DIR: articles } });
  expect(isPrivate(await help(member).answered())).toBe(true);
  expect(isPrivate(await standIn.slash(member, news, 'help', { private: false }).answered())).toBe(false);
  expect(isPrivate(await help(member, 'dm').answered())).toBe(false);
  await toggle('privately');
  expect(isPrivate(await help(member).answered())).toBe(false);
});

test('certain roles alone may ask', async () => {
  const { member } = standIn.world;
  await choose('roles', [readers]);
  expect(await refusalOf(help(member))).toContain('certain roles only');
  expect(await refusalOf(help(owner))).toBe('');
  news.guild.members.get(member.id)?.roles.push(readers);
  expect(await refusalOf(help(member))).toBe('');
  await choose('roles', []);
});

test('certain channels alone are asked in, and the others say which', async () => {
  const { member, bot: itself } = standIn.world;
  const questions = addChannel(standIn.world, news.guild, 'questions');
  await choose('channels', [questions.id]);
  expect(await refusalOf(help(member))).toContain('other channels');
  expect(await refusalOf(help(member, questions))).toBe('');
  // In words, too: the answer comes in private, for the bot is not to write there.
  const said = standIn.say(member, news, `<@${itself.id}> who met whom?`);
  const direct = () => [...standIn.world.messages.values()].filter(({ channel_id: id }) => id !== news.id);
  await expect.poll(() => direct().map(wordsOf).join()).toContain('other channels');
  expect(said.replies()).toEqual([]);
  const typed = standIn.autocomplete(member, news, 'met', { person: 'a' }, 'person');
  expect(await typed.choices()).toEqual([]);
  await choose('channels', []);
  expect(await refusalOf(help(member))).toBe('');
});

test('certain servers alone are answered', async () => {
  const { member, guild } = standIn.world;
  const other = addGuild(standIn.world, 'Other', addPerson(standIn.world, 'Omar'), [member]);
  const lobby = addChannel(standIn.world, other, 'lobby');
  standIn.invite(other);
  await bot.logged('"greeted"');
  panel = await standIn.slash(owner, news, 'admin settings').answered();
  await choose('servers', [guild.id]);
  expect(await refusalOf(help(member, lobby))).toContain('this server');
  expect(await refusalOf(help(member))).toBe('');
  await choose('servers', []);
});

test('direct messages and people’s own installs can be switched off', async () => {
  const { member, stranger, foreignChannel } = standIn.world;
  await toggle('directMessages');
  expect(await refusalOf(help(member, 'dm'))).toContain('direct messages');
  expect(wordsOf(await standIn.directMessage(member, 'hello').reply())).toContain('switched off direct messages');
  expect(await refusalOf(help(owner, 'dm'))).toBe('');
  await toggle('directMessages');
  expect(await refusalOf(help(member, 'dm'))).toBe('');
  expect(await refusalOf(help(stranger, foreignChannel))).toBe('');
  await toggle('userInstalls');
  expect(await refusalOf(help(stranger, foreignChannel))).toContain('its own servers');
  await toggle('userInstalls');
});

test('a server can be answered in one language', async () => {
  await choose('language', ['ar']);
  expect(wordsOf(await help(standIn.world.member).answered())).toContain('ما الذي يمكن السؤال عنه');
  await choose('language', ['own']);
  expect(wordsOf(await help(standIn.world.member).answered())).toContain('What can be asked');
});

test('a server that invites the bot is greeted once, where it may write', async () => {
  const guest = addGuild(standIn.world, 'Guests', addPerson(standIn.world, 'Gina'), []);
  addChannel(standIn.world, guest, 'rules').overwrites = [{ id: guest.id, of: 'role', allow: 0n, deny: 0x800n }];
  const lobby = addChannel(standIn.world, guest, 'lobby');
  const greetings = () =>
    [...standIn.world.messages.values()].filter((one) => wordsOf(one).includes('Thank you for having me'));
  const before = greetings().length;
  standIn.invite(guest);
  await expect.poll(() => greetings().length).toBe(before + 1);
  expect(greetings().at(-1)?.channel_id).toBe(lobby.id);
  expect(wordsOf(greetings().at(-1) as APIMessage)).toContain('/help');
  expect(standIn.wrongs()).toEqual([]);
});

test('an empty archive says so, and how to add articles', async () => {
  const { member } = standIn.world;
  for (const name of ['met', 'help', 'sources']) {
    const words = wordsOf(await standIn.slash(member, 'dm', name).answered());
    expect(words, name).toContain('The archive is still empty');
    expect(words, name).toContain('/admin reindex');
  }
  expect(wordsOf(await standIn.directMessage(member, 'who met whom?').reply())).toContain('still empty');
});
