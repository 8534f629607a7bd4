import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type APIMessage,
  ApplicationCommandType,
  ApplicationCommandOptionType as Kind,
  MessageFlags,
} from 'discord-api-types/v10';
import type { StandIn } from '../stand-in/stand-in.ts';
import { type Channel, directChannel, type GuildChannel, isAppAdmin, type Person } from '../stand-in/world.ts';
import type { Offered, OfferedOption, Room, Somebody, Update } from './page/protocol.ts';

/** How long "is typing" stays after the bot last said so, as on Discord. */
const typingLasts = 10_000;

/** Those the visitor can be, the ordinary member first. */
export function cast({ world }: StandIn): readonly Person[] {
  return [world.member, world.owner, world.serverOwner, world.stranger];
}

/** The server channel a person has beside their direct messages. */
export function channelOf({ world }: StandIn, person: Person): GuildChannel {
  return world.guild.members.has(person.id) ? world.channel : world.foreignChannel;
}

/** What one person sees, all of it. */
export function seenBy(standIn: StandIn, person: Person): Update {
  const { world } = standIn;
  const channel = channelOf(standIn, person);
  const direct = directChannel(world, person);
  const messages = [...world.messages.values()].filter(
    (one) => (one.channel_id === channel.id || one.channel_id === direct.id) && isFor(one, person),
  );
  return {
    bot: world.bot.id,
    me: somebody(standIn, person),
    people: cast(standIn).map((one) => somebody(standIn, one)),
    rooms: [room(standIn, person, channel, messages), room(standIn, person, direct, messages)],
    roles: channel.guild.roles.map(({ id, name }) => ({ id, name })),
    channels: [...world.channels.values()].flatMap((one) =>
      one.is === 'text' && one.guild === channel.guild ? [{ id: one.id, name: `#${one.name}` }] : [],
    ),
    messages,
    gone: [],
  };
}

/** A private answer is seen by whoever asked, and nobody else. */
export function isFor(message: APIMessage, person: Person): boolean {
  const isPrivate = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return !isPrivate || message.interaction_metadata?.user.id === person.id;
}

function somebody(standIn: StandIn, person: Person): Somebody {
  const { world } = standIn;
  const roles: readonly [boolean, string][] = [
    [isAppAdmin(world, person), 'runs the bot'],
    [world.guild.owner === person, 'owns the server'],
    [!world.guild.members.has(person.id), 'a stranger, in another server'],
  ];
  return { id: person.id, name: person.displayName, is: roles.find(([holds]) => holds)?.[1] ?? 'a member' };
}

function room(standIn: StandIn, person: Person, channel: Channel, messages: readonly APIMessage[]): Room {
  const direct = channel.is === 'direct';
  const offered = standIn.offered(person, direct ? 'dm' : channel);
  const typedAt = standIn.typedAt(channel.id);
  const answered = messages.findLast(
    (one) =>
      one.channel_id === channel.id && one.author.id === standIn.world.bot.id && Date.parse(one.timestamp) >= typedAt,
  );
  return {
    id: channel.id,
    kind: direct ? 'direct' : 'channel',
    name: direct ? standIn.world.bot.displayName : channel.name,
    under: direct ? 'Direct messages' : channel.guild.name,
    commands: offered.flatMap((one) => (one.type === ApplicationCommandType.ChatInput ? flat(one) : [])),
    messageCommands: offered.flatMap((one) => (one.type === ApplicationCommandType.Message ? [one.name] : [])),
    typing: answered === undefined && Date.now() - typedAt < typingLasts,
  };
}

/** A command with subcommands is offered as those. */
function flat({ name, description, options = [] }: APIApplicationCommand): Offered[] {
  const below = (above: string, one: APIApplicationCommandOption): Offered[] => {
    const path = `${above} ${one.name}`;
    if (one.type === Kind.SubcommandGroup) return (one.options ?? []).flatMap((each) => below(path, each));
    if (one.type !== Kind.Subcommand) return [];
    return [{ name: path, description: one.description, options: (one.options ?? []).map(asOffered) }];
  };
  const subcommands = options.flatMap((one) => below(name, one));
  return subcommands.length > 0 ? subcommands : [{ name, description, options: options.map(asOffered) }];
}

function asOffered(option: APIApplicationCommandOption): OfferedOption {
  const { name, description, required = false, type } = option;
  const isNumber = type === Kind.Integer || type === Kind.Number;
  return {
    name,
    description,
    required,
    kind: isNumber ? 'number' : type === Kind.Boolean ? 'yes or no' : 'text',
    autocomplete: 'autocomplete' in option && option.autocomplete === true,
    choices: 'choices' in option ? (option.choices ?? []).map((one) => ({ name: one.name, value: one.value })) : [],
  };
}
