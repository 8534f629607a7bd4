import { ActivityType, Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { startStandIn } from '../../../src/stand-in/stand-in.ts';
import { addChannel, addGuild } from '../../../src/stand-in/world.ts';
import { type Connected, connect, makeClient } from '../../support/client.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function connected(options: Parameters<typeof connect>[0] = {}): Promise<Connected> {
  const here = await connect(options);
  closing.push(() => here.close());
  return here;
}

/** The content of each message that reaches the client, in order. */
function heard(client: Client): string[] {
  const contents: string[] = [];
  client.on(Events.MessageCreate, (message) => void contents.push(message.content));
  return contents;
}

test('the client finds its guild, its channel and itself', async () => {
  const { client, standIn } = await connected();
  expect(client.user.id).toBe(standIn.world.bot.id);
  expect(client.guilds.cache.map((guild) => guild.name)).toEqual(['News readers']);
  expect(client.channels.cache.has(standIn.world.channel.id)).toBe(true);
});

test('a wrong token is refused at login', async () => {
  const standIn = await startStandIn();
  closing.push(() => standIn.close());
  const client = makeClient(standIn);
  await expect(client.login('a.wrong.token')).rejects.toThrow('An invalid token was provided.');
  await client.destroy();
});

test('an intent that is not switched on closes the gateway with 4014', async () => {
  const standIn = await startStandIn();
  closing.push(() => standIn.close());
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
  const client = new Client({ intents, rest: { api: standIn.url } });
  closing.push(() => client.destroy());
  const closed = new Promise<number>((resolve) => client.on(Events.ShardDisconnect, (event) => resolve(event.code)));
  await expect(client.login(standIn.token)).rejects.toThrow('Used disallowed intents');
  expect(await closed).toBe(4014);
});

test.each([
  ['a closed socket', (here: Connected) => here.standIn.gateway.closeSockets(4000)],
  ['a cut connection', (here: Connected) => here.standIn.gateway.cutSockets()],
  ['a call to reconnect', (here: Connected) => here.standIn.gateway.askToReconnect()],
  ['a session invalid but resumable', (here: Connected) => here.standIn.gateway.invalidate(true)],
])('after %s the client resumes and hears what it missed, once', async (_what, misbehave) => {
  const here = await connected();
  const { client, standIn } = here;
  const contents = heard(client);
  standIn.directMessage(standIn.world.member, 'before');
  await expect.poll(() => contents).toEqual(['before']);
  misbehave(here);
  standIn.directMessage(standIn.world.member, 'meanwhile');
  await expect.poll(() => standIn.gateway.counts.resumed).toBe(1);
  standIn.directMessage(standIn.world.member, 'after');
  await expect.poll(() => contents).toEqual(['before', 'meanwhile', 'after']);
  expect(standIn.gateway.counts.identified).toBe(1);
});

test('after an invalid session the client identifies anew', async () => {
  const { client, standIn } = await connected();
  const contents = heard(client);
  standIn.gateway.invalidate(false);
  await expect.poll(() => standIn.gateway.counts.identified).toBe(2);
  await standIn.gateway.identified();
  standIn.directMessage(standIn.world.member, 'again');
  await expect.poll(() => contents).toEqual(['again']);
});

test('heartbeats are acknowledged; when they are not, the client notices and resumes', async () => {
  const { standIn } = await connected({ heartbeatInterval: 200 });
  await expect.poll(() => standIn.gateway.heartbeats.length).toBeGreaterThan(3);
  expect(standIn.gateway.counts.opened).toBe(1);
  standIn.faults.acknowledgeHeartbeats = false;
  await expect.poll(() => standIn.gateway.counts.opened).toBeGreaterThan(1);
  standIn.faults.acknowledgeHeartbeats = true;
  await expect.poll(() => standIn.gateway.counts.resumed).toBeGreaterThan(0);
});

test('a mute gateway loses what is said', async () => {
  const { client, standIn } = await connected();
  const contents = heard(client);
  standIn.faults.dispatching = false;
  standIn.directMessage(standIn.world.member, 'lost');
  standIn.faults.dispatching = true;
  standIn.directMessage(standIn.world.member, 'heard');
  await expect.poll(() => contents).toEqual(['heard']);
});

test('the client may set its presence', async () => {
  const { client, standIn } = await connected();
  client.user.setActivity('/help', { type: ActivityType.Listening });
  const contents = heard(client);
  standIn.directMessage(standIn.world.member, 'still there?');
  await expect.poll(() => contents).toEqual(['still there?']);
});

test('the bot hears of being invited', async () => {
  const { client, standIn } = await connected();
  const { world } = standIn;
  const guild = addGuild(world, 'Another', world.member, [world.bot]);
  addChannel(world, guild, 'general');
  const invited = new Promise((resolve) => client.on(Events.GuildCreate, (one) => resolve(one.name)));
  standIn.invite(guild);
  expect(await invited).toBe('Another');
});
