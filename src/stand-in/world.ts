import type { APIApplicationCommand, APIMessage, APIRole, APIUser } from 'discord-api-types/v10';
import { everyPermission, ordinaryPermissions } from './permission-sets.ts';
import { newSnowflake } from './snowflake.ts';

/** Everything the stand-in knows: who and what there is, and what has been said. Tests change it directly. */
export interface World {
  /** The one the bot logs in with; any other is refused. */
  readonly token: string;
  readonly application: Application;
  readonly bot: Person;
  readonly people: Map<string, Person>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** Every message that stands, ephemeral ones too, by id. */
  readonly messages: Map<string, APIMessage>;
  /** What the bot has registered, everywhere and per guild, by command id. */
  readonly commands: Map<string, APIApplicationCommand>;
  /** Those who added the application to their own account. */
  readonly userInstalls: Set<string>;
  /** Files of messages, by `channel/attachment/name`. */
  readonly files: Map<string, StoredFile>;

  /** The application's owner, an ordinary member of the guild. */
  readonly owner: Person;
  /** Owns the guild, and is nobody to the application. */
  readonly serverOwner: Person;
  readonly member: Person;
  /** Shares no guild with the bot; has it on their own account, and a guild where the bot is not. */
  readonly stranger: Person;
  readonly guild: Guild;
  readonly channel: GuildChannel;
  readonly foreignGuild: Guild;
  readonly foreignChannel: GuildChannel;
}

export interface Application {
  readonly id: string;
  readonly name: string;
  /** Where a team owns the application, its people; the application's owner is then the team's pseudo user. */
  team: { readonly id: string; readonly owner: Person; readonly members: readonly Person[] } | null;
  /** Privileged intents switched on in the developer portal; asking for another closes the gateway with 4014. */
  privilegedIntents: number;
}

export interface Person {
  readonly id: string;
  readonly username: string;
  displayName: string;
  locale: string;
  readonly bot: boolean;
  /** Refuses direct messages: sending one fails with 50007. */
  dmsClosed: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly owner: Person;
  readonly locale: string;
  readonly roles: APIRole[];
  readonly members: Map<string, Member>;
  /** True where the bot was added to the guild. */
  hasBot: boolean;
}

export interface Member {
  readonly person: Person;
  readonly joined: string;
  roles: string[];
}

export interface Overwrite {
  readonly id: string;
  readonly of: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface GuildChannel {
  readonly is: 'text';
  readonly id: string;
  readonly name: string;
  readonly guild: Guild;
  overwrites: Overwrite[];
}

export interface DirectChannel {
  readonly is: 'direct';
  readonly id: string;
  readonly with: Person;
}

export type Channel = GuildChannel | DirectChannel;

export interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** A small world to begin with: one guild with the bot, one without, four people. */
export function makeWorld(token: string): World {
  const people = new Map<string, Person>();
  const guilds = new Map<string, Guild>();
  const channels = new Map<string, Channel>();
  const beginning = { people, guilds, channels };
  const bot = addPerson(beginning, 'Readout', { bot: true });
  const owner = addPerson(beginning, 'Olga');
  const serverOwner = addPerson(beginning, 'Samir');
  const member = addPerson(beginning, 'Mina');
  const stranger = addPerson(beginning, 'Tom');
  const guild = addGuild(beginning, 'News readers', serverOwner, [owner, member, bot]);
  const foreignGuild = addGuild(beginning, 'Elsewhere', stranger, []);
  guild.hasBot = true;
  return {
    token,
    application: { id: bot.id, name: 'Readout', team: null, privilegedIntents: 0 },
    bot,
    people,
    guilds,
    channels,
    messages: new Map(),
    commands: new Map(),
    userInstalls: new Set([stranger.id]),
    files: new Map(),
    owner,
    serverOwner,
    member,
    stranger,
    guild,
    channel: addChannel(beginning, guild, 'news'),
    foreignGuild,
    foreignChannel: addChannel(beginning, foreignGuild, 'general'),
  };
}

export function addPerson(
  world: Pick<World, 'people'>,
  displayName: string,
  also: Partial<Pick<Person, 'bot' | 'locale' | 'dmsClosed'>> = {},
): Person {
  const id = newSnowflake();
  const username = `${displayName.toLowerCase().replace(/[^a-z0-9]/gu, '')}${id.slice(-4)}`;
  const person = { id, username, displayName, locale: 'en-US', bot: false, dmsClosed: false, ...also };
  world.people.set(id, person);
  return person;
}

/** A guild with its owner and members, and the role everyone has; the bot is in it once `hasBot` is set. */
export function addGuild(
  world: Pick<World, 'guilds'>,
  name: string,
  owner: Person,
  members: readonly Person[],
  locale = 'en-US',
): Guild {
  const id = newSnowflake();
  const everyone = makeRole(id, '@everyone', ordinaryPermissions);
  const guild: Guild = { id, name, owner, locale, roles: [everyone], members: new Map(), hasBot: false };
  for (const person of [owner, ...members]) join(guild, person);
  world.guilds.set(id, guild);
  return guild;
}

export function join(guild: Guild, person: Person, roles: readonly APIRole[] = []): Member {
  const member = { person, joined: new Date().toISOString(), roles: roles.map((role) => role.id) };
  guild.members.set(person.id, member);
  return member;
}

export function addRole(guild: Guild, name: string, permissions: bigint = everyPermission): APIRole {
  const role = makeRole(newSnowflake(), name, permissions);
  guild.roles.push(role);
  return role;
}

export function addChannel(world: Pick<World, 'channels'>, guild: Guild, name: string): GuildChannel {
  const channel: GuildChannel = { is: 'text', id: newSnowflake(), name, guild, overwrites: [] };
  world.channels.set(channel.id, channel);
  return channel;
}

/** The channel between the bot and a person, made at first need. */
export function directChannel(world: Pick<World, 'channels'>, person: Person): DirectChannel {
  for (const channel of world.channels.values()) {
    if (channel.is === 'direct' && channel.with.id === person.id) return channel;
  }
  const channel: DirectChannel = { is: 'direct', id: newSnowflake(), with: person };
  world.channels.set(channel.id, channel);
  return channel;
}

/** True for the application's owner, or any of its team. */
export function isAppAdmin(world: World, person: Person): boolean {
  const { team } = world.application;
  return team === null ? person.id === world.owner.id : team.members.some((one) => one.id === person.id);
}

function makeRole(id: string, name: string, permissions: bigint): APIRole {
  const plain = { primary_color: 0, secondary_color: null, tertiary_color: null };
  const shown = { color: 0, colors: plain, hoist: false, position: 0, mentionable: false, managed: false, flags: 0 };
  return { id, name, permissions: permissions.toString(), ...shown };
}

/** A person as Discord sends a user. */
export function asUser(person: Person): APIUser {
  return {
    id: person.id,
    username: person.username,
    discriminator: '0',
    global_name: person.displayName,
    avatar: null,
    bot: person.bot,
  };
}
