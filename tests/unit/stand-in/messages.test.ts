import { Events, type Message } from 'discord.js';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addRole } from '../../../src/stand-in/world.ts';
import { type Connected, connect } from '../../support/client.ts';

let here: Connected;
beforeEach(async () => {
  here = await connect();
});
afterEach(() => here.close());

function nextMessage(): Promise<Message> {
  return new Promise((resolve) => here.client.once(Events.MessageCreate, resolve));
}

test('a direct message reaches the bot, and its reply comes back', async () => {
  const { standIn, client } = here;
  client.on(Events.MessageCreate, async (message) => {
    if (message.author.bot || !message.channel.isSendable()) return;
    await message.channel.sendTyping();
    await message.reply(`${message.content}, ${message.author.displayName}`);
  });
  const said = standIn.directMessage(standIn.world.member, 'Good morning');
  const reply = await said.reply();
  expect(reply.content).toBe('Good morning, Mina');
  expect(reply.message_reference?.message_id).toBe(said.message.id);
  expect(said.typed()).toBe(true);
  expect(said.replies()).toHaveLength(1);
  expect(standIn.wrongs()).toEqual([]);
});

test('two who ask at once each get their own reply', async () => {
  const { standIn, client } = here;
  const { member, owner, channel, bot } = standIn.world;
  client.on(Events.MessageCreate, async (message) => {
    if (!message.author.bot) await message.reply(`for ${message.author.displayName}`);
  });
  const asked = [member, owner].map((person) => standIn.say(person, channel, `<@${bot.id}> hello`));
  const replies = await Promise.all(asked.map((one) => one.reply()));
  expect(replies.map((one) => one.content)).toEqual(['for Mina', 'for Olga']);
});

test('in a channel the bot reads what mentions it, and nothing else', async () => {
  const { standIn } = here;
  const { member, channel, bot } = standIn.world;
  const first = nextMessage();
  standIn.say(member, channel, 'between ourselves');
  expect(await first).toMatchObject({ content: '' });
  const second = nextMessage();
  standIn.say(member, channel, `<@${bot.id}> who met whom?`);
  const heard = await second;
  expect(heard.content).toBe(`<@${bot.id}> who met whom?`);
  expect(heard.mentions.has(here.client.user)).toBe(true);
  expect(heard.member?.id).toBe(member.id);
});

test('what allows no mention pings nobody; what says nothing of it pings', async () => {
  const { standIn, client } = here;
  const { channel, member, guild } = standIn.world;
  const role = addRole(guild, 'Editors');
  const content = `@everyone <@${member.id}> <@&${role.id}>`;
  const target = await client.channels.fetch(channel.id);
  if (!target?.isSendable()) throw new Error('not sendable');
  const sent = async (allowed: object) => {
    const { id } = await target.send({ content, ...allowed });
    return standIn.world.messages.get(id);
  };
  expect(await sent({})).toMatchObject({ mentions: [], mention_roles: [], mention_everyone: false });
  const loud = await sent({ allowedMentions: { parse: ['everyone', 'users', 'roles'] } });
  expect(loud).toMatchObject({ mentions: [{ id: member.id }], mention_roles: [role.id], mention_everyone: true });
});

test('messages can be edited and deleted, by who wrote them', async () => {
  const { standIn, client } = here;
  const target = await client.channels.fetch(standIn.world.channel.id);
  if (!target?.isSendable()) throw new Error('not sendable');
  const mine = await target.send('one');
  await mine.edit('two');
  expect(standIn.world.messages.get(mine.id)).toMatchObject({ content: 'two' });
  await mine.delete();
  expect(standIn.world.messages.has(mine.id)).toBe(false);
  await expect(mine.edit('three')).rejects.toMatchObject({ code: 10008 });
  const theirs = standIn.say(standIn.world.member, standIn.world.channel, 'theirs').message;
  const edit = client.rest.patch(`/channels/${theirs.channel_id}/messages/${theirs.id}`, { body: { content: 'x' } });
  await expect(edit).rejects.toMatchObject({ code: 50005 });
});

test('somebody who takes no direct messages gets none', async () => {
  const { standIn, client } = here;
  standIn.world.member.dmsClosed = true;
  const user = await client.users.fetch(standIn.world.member.id);
  await expect(user.send('hello')).rejects.toMatchObject({ code: 50007, status: 403 });
});

test('where the bot may not write or look, it is told so', async () => {
  const { standIn, client } = here;
  const { channel, bot } = standIn.world;
  const post = () => client.rest.post(`/channels/${channel.id}/messages`, { body: { content: 'x' } });
  channel.overwrites = [{ id: bot.id, of: 'member', allow: 0n, deny: PermissionFlagsBits.SendMessages }];
  await expect(post()).rejects.toMatchObject({ code: 50013 });
  channel.overwrites = [{ id: bot.id, of: 'member', allow: 0n, deny: PermissionFlagsBits.ViewChannel }];
  await expect(post()).rejects.toMatchObject({ code: 50001 });
  await expect(client.rest.post('/channels/1/messages', { body: { content: 'x' } })).rejects.toMatchObject({
    code: 10003,
  });
});
