import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBriefings } from '../../src/alerts/briefings.ts';
import type { ArticleId } from '../../src/corpus/article.ts';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { addChannel, addPerson, directChannel, join as joinGuild, type Person } from '../../src/stand-in/world.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { emptyFolder } from '../support/folders.ts';
import { wordsOf } from '../support/messages.ts';

// /watch over the wire: what new articles bring is told once, to whoever follows it, whatever happens on the way.

let standIn: StandIn;
let bot: RunningBot;
const articles = emptyFolder();
const data = emptyFolder();

const put = (name: string, published: string, text: string) =>
  writeFileSync(
    join(articles, `${name}.md`),
    `---\nheadline: Headline of ${name}\noutlet: The Example\npublished: ${published}\nurl: https://example.org/${name}\n---\n${text}\n`,
  );

const start = () => startBot(standIn, data, { env: { ARTICLES_DIR: articles, LOG_LEVEL: 'trace' } });

beforeAll(async () => {
  put('before', '2015-11-02', 'Ada Berg met Eva Quill in Oslo on 1 November 2015. "We agree," Berg said.');
  put('plan', '2015-11-05', 'Ada Berg will meet Omar Nadir in Geneva on 12 November 2015.');
  standIn = await startStandIn();
  bot = await start();
});

afterAll(async () => {
  await bot.stop();
  await standIn.close();
});

const asks = async (person: Person, what: string, options = {}, place: 'dm' | typeof standIn.world.channel = 'dm') =>
  wordsOf(await standIn.slash(person, place, what, options).answered()).replaceAll('\\', '');

/** A person who follows nothing yet. */
function newcomer(name: string): Person {
  const person = addPerson(standIn.world, name);
  joinGuild(standIn.world.guild, person);
  return person;
}

/** What the bot wrote of its own accord, to a person or in a channel. */
const toldIn = (channel: string): APIMessage[] =>
  [...standIn.world.messages.values()].filter(
    (one) =>
      one.channel_id === channel && one.interaction_metadata === undefined && one.author.id === standIn.world.bot.id,
  );
const told = (person: Person): string[] =>
  toldIn(directChannel(standIn.world, person).id).map((message) => wordsOf(message).replaceAll('\\', ''));

async function reindex(): Promise<void> {
  const asked = standIn.slash(standIn.world.owner, 'dm', 'admin reindex');
  await asked.until((message) => wordsOf(message).includes('Reindexed'));
}

/** Until the bot has looked for news once more from beginning to end: what there was to tell is told. */
async function untilLooked(): Promise<void> {
  const looks = () => bot.output().split('"event":"alerts polled"').length;
  const before = looks();
  await expect.poll(looks).toBeGreaterThan(before + 1);
}

test('what was planned and then took place is told so: once, with its receipt', async () => {
  const mina = newcomer('Mina');
  expect(await asks(mina, 'watch add person', { person: 'Ada Berg' })).toContain('I’ll send you alerts');
  expect(await asks(mina, 'watch add pair', { person: 'Ada Berg', with: 'Omar Nadir' })).toContain(
    'I’ll send you alerts',
  );
  expect(await asks(mina, 'watch list')).toMatch(/Ada Berg, to you, by direct message[\s\S]*Ada Berg with Omar Nadir/);
  put('talks', '2015-11-13', 'Ada Berg met Omar Nadir in Geneva on 12 November 2015.');
  await reindex();
  await expect.poll(() => told(mina).length).toBe(1);
  const [words = ''] = told(mina);
  expect(words).toContain('A new meeting');
  expect(words).toContain('12 November 2015');
  expect(words).toContain('> Ada Berg met Omar Nadir in Geneva');
  expect(words).toContain('It had been planned, and is now reported as held');
  expect(words).toContain('> Ada Berg will meet Omar Nadir');
  expect(words).toContain('(https://example.org/talks#:~:text=');
  expect(words).not.toContain('Eva Quill');
  await reindex();
  await bot.stop();
  bot = await start();
  await untilLooked();
  expect(told(mina)).toHaveLength(1);
  expect(standIn.wrongs()).toEqual([]);
});

test('several things at once come as one digest; a copy of an old story is no news', async () => {
  const hana = newcomer('Hana');
  await asks(hana, 'watch add person', { person: 'Eva Quill' });
  await asks(hana, 'watch add phrase', { words: 'gas pipeline' });
  await asks(hana, 'watch add outlet', { outlet: 'The Example' });
  put('copy', '2015-11-03', 'Ada Berg met Eva Quill in Oslo on 1 November 2015. "We agree," Berg said.');
  put('pipe', '2016-01-05', 'The gas\npipeline is open. "It will last a hundred years," Eva Quill said.');
  put('gasoline', '2016-01-06', 'The price of gasoline rose.');
  await reindex();
  await expect.poll(() => told(hana).length).toBe(1);
  const [words = ''] = told(hana);
  expect(words).toContain('new in the archive');
  expect(words).toContain('“It will last a hundred years,”');
  expect(words).toContain('**gas pipeline**');
  expect(words.match(/### .*Headline of/g)).toHaveLength(3);
  expect(words).not.toContain('> Ada Berg met Eva Quill');
  await untilLooked();
  expect(told(hana)).toHaveLength(1);
});

test('an article that was edited brings an alert of what is new in it, and of nothing else', async () => {
  const pia = newcomer('Pia');
  await asks(pia, 'watch add person', { person: 'Ines Vogt' });
  const first = 'Ines Vogt met Lars Holm in Tromso on 2 January 2016. "We are tired," Vogt said.';
  put('vogt', '2016-01-03', first);
  await reindex();
  await expect.poll(() => told(pia).length, { timeout: 40_000 }).toBe(1);
  put('vogt', '2016-01-03', `${first} "The talks will go on in spring," Vogt added.`);
  await reindex();
  await expect.poll(() => told(pia).length, { timeout: 40_000 }).toBe(2);
  expect(told(pia)[1]).toContain('The talks will go on in spring');
  expect(told(pia)[1]).not.toContain('We are tired');
  expect(told(pia)[1]).not.toContain('Lars Holm');
});

test('in quiet hours nothing is sent; afterwards it is', async () => {
  const nora = newcomer('Nora');
  const hour = new Date().getUTCHours();
  const hours = `${(hour + 23) % 24}-${(hour + 2) % 24}`;
  expect(await asks(nora, 'watch quiet', { hours: 'late' }).catch(String)).toContain('22-7');
  expect(await asks(nora, 'watch quiet', { hours, zone: 'UTC' })).toContain('Nothing is sent from');
  await asks(nora, 'watch add phrase', { words: 'night train' });
  put('train', '2016-02-03', 'The night train runs again.');
  await reindex();
  await untilLooked();
  expect(told(nora)).toHaveLength(0);
  await asks(nora, 'watch quiet', { hours: 'off' });
  await expect.poll(() => told(nora).length).toBe(1);
});

test('a channel that is closed ends its watches, and whoever made them is told', async () => {
  const { world } = standIn;
  const channel = addChannel(world, world.guild, 'alerts');
  standIn.gateway.dispatch('CHANNEL_CREATE', () => ({
    id: channel.id,
    type: 0,
    guild_id: world.guild.id,
    name: 'alerts',
    position: 9,
    permission_overwrites: [],
  }));
  const member = newcomer('Omar');
  expect(await asks(member, 'watch add phrase', { words: 'x', in: channel.id }, world.channel)).toContain(
    'two letters',
  );
  expect(await asks(member, 'watch add phrase', { words: 'old bridge', in: channel.id }, world.channel)).toContain(
    'Only people who may manage messages',
  );
  const owner = world.serverOwner;
  expect(await asks(owner, 'watch add phrase', { words: 'old bridge', in: channel.id }, world.channel)).toContain(
    'in #alerts',
  );
  put('bridge', '2016-02-04', 'The old bridge fell.');
  await reindex();
  await expect.poll(() => toldIn(channel.id).length).toBe(1);
  channel.overwrites = [{ id: world.guild.id, of: 'role', allow: 0n, deny: PermissionFlagsBits.SendMessages }];
  put('bridge2', '2016-02-05', 'The old bridge is built anew.');
  await reindex();
  await expect.poll(() => told(owner).join()).toContain('the words “old bridge” in #alerts');
  expect(await asks(owner, 'watch list')).toContain('ended: #alerts is gone, or I may no longer write there');
  expect(toldIn(channel.id)).toHaveLength(1);
});

test('nobody follows more than 25 things, and what is removed is removed', async () => {
  const greedy = newcomer('Greta');
  for (let n = 1; n <= 25; n++) await asks(greedy, 'watch add phrase', { words: `word ${n}` });
  expect(await asks(greedy, 'watch add phrase', { words: 'word 26' })).toContain('/watch remove makes room');
  const list = await asks(greedy, 'watch list');
  const number = Number(/(\d+) · the words “word 7”/.exec(list)?.[1]);
  expect(await asks(greedy, 'watch remove', { number })).toContain('Removed');
  expect(await asks(newcomer('Ivo'), 'watch remove', { number: number + 1 })).toContain(
    'You follow nothing with the number',
  );
  expect(await asks(greedy, 'watch list')).not.toContain('“word 7”');
  expect(await asks(greedy, 'watch add phrase', { words: 'word 26' })).toContain('I’ll send you alerts');
});

test('a name that may be several people’s is asked about; one that the archive does not know yet may be followed', async () => {
  put('two', '2016-03-01', 'Ada Berg met Karl Omar Stein in Rome. Karl Otto Stein was absent.');
  await reindex();
  const ruth = newcomer('Ruth');
  expect(await asks(ruth, 'watch add person', { person: 'Stein' })).toContain('Give the whole name');
  expect(await asks(ruth, 'watch add person', { person: 'Zoltan Ungar' })).toContain('knows nobody of that name yet');
  put('ungar', '2016-03-02', '"I am new here," Zoltan Ungar said.');
  await reindex();
  await expect.poll(() => told(ruth).join()).toContain('I am new here');
});

test('when the bot is removed from a server, its watches and settings go; an outage removes nothing', async () => {
  const { world } = standIn;
  const owner = world.serverOwner;
  await asks(owner, 'watch add phrase', { words: 'new road', in: world.channel.id }, world.channel);
  standIn.gateway.dispatch('GUILD_DELETE', () => ({ id: world.guild.id, unavailable: true }));
  await untilLooked();
  expect(await asks(owner, 'watch list')).toContain('new road');
  standIn.invite(world.guild);
  await bot.logged('"servers":1');
  standIn.gateway.dispatch('GUILD_DELETE', () => ({ id: world.guild.id }));
  await bot.logged('"event":"server left"');
  expect(await asks(owner, 'watch list')).not.toContain('new road');
});

test('a briefing is sent once when it is due, over restarts too, and with nothing new not at all', async () => {
  const nora = newcomer('Nora');
  expect(await asks(nora, 'briefing on', { at: 'noon' })).toContain('Give a time such as 8:00');
  expect(await asks(nora, 'briefing on', { at: '8:00', zone: 'Europe/Berlin', about: 'Ada Berg' })).toContain(
    'Ada Berg: daily at 08:00, Europe/Berlin, to you, by direct message',
  );
  expect(await asks(nora, 'briefing off', { number: 99 })).toContain('You have no briefing 99');
  await bot.stop();
  // As if it had been made two days ago, and an article had come in since.
  const store = openBriefings(data);
  const made = store.ofOwner(nora.id)[0];
  if (!made) throw new Error('no briefing');
  store.add(made, new Date(Date.now() - 2 * 86_400_000));
  store.arrived(['before' as ArticleId], [], new Date(Date.now() - 3_600_000));
  store.close();
  bot = await start();
  await expect.poll(() => told(nora).length).toBe(1);
  expect(told(nora)[0]).toMatch(/^## \d+ new articles?, \d+ events?[\s\S]*Headline of before/);
  await bot.stop();
  bot = await start();
  await untilLooked();
  expect(told(nora)).toHaveLength(1);
  expect(await asks(nora, 'briefing now', { since: '2015' })).toContain('new articles');
  expect(standIn.wrongs()).toEqual([]);
});
