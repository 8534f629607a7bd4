import {
  type ChatInputCommandInteraction,
  type GuildTextBasedChannel,
  PermissionFlagsBits as May,
  MessageFlags,
} from 'discord.js';
import { NotUnderstood } from '../answers/command.ts';
import { partyCalled } from '../answers/parties.ts';
import { inEnglish } from '../answers/words/words.ts';
import type { Archive } from '../archive/archive.ts';
import { quietHours, quietInWords } from '../watching/quiet.ts';
import { type Destination, type Followed, type Watch, type Watched, watchedInWords } from '../watching/watch.ts';
import type { Watches } from '../watching/watches.ts';
import type { Desk } from './desk.ts';
import { type Message, notice } from './render.ts';

const MOST_OF_ONE = 25;
const MOST_OF_SERVER = 100;

/** /watch: adds, lists and removes what somebody follows, and sets their quiet hours. Seen by them alone. */
export async function watch(interaction: ChatInputCommandInteraction, { keeper, watches, log }: Desk): Promise<void> {
  const { options, user } = interaction;
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const what = options.getSubcommandGroup() ?? options.getSubcommand();
  const reply = await {
    add: () => add(interaction, keeper.archive, watches),
    list: () => list(user.id, interaction, watches),
    remove: () => remove(user.id, options.getInteger('number', true), watches),
    quiet: () => quiet(user.id, options.getString('hours', true), options.getString('zone') ?? 'UTC', watches),
  }[what as 'add' | 'list' | 'remove' | 'quiet'](); // What the declaration offers.
  log.info({ event: 'watching', what });
  await interaction.editReply(reply);
}

async function add(interaction: ChatInputCommandInteraction, archive: Archive, watches: Watches): Promise<Message> {
  const what = await watchedIn(interaction, archive);
  const to = destinationOf(interaction);
  const { id: owner } = interaction.user;
  const running = watches.ofOwner(owner).filter(({ ended }) => ended === null);
  if (running.length >= MOST_OF_ONE) {
    throw new NotUnderstood(`You follow ${MOST_OF_ONE} things already. /watch remove makes room for another.`);
  }
  if (to.is === 'channel' && watches.ofServer(to.server).length >= MOST_OF_SERVER) {
    throw new NotUnderstood(
      `This server’s channels follow ${MOST_OF_SERVER} things already, which is as many as may be.`,
    );
  }
  const added = watches.add(owner, what, to, new Date());
  if (added === null)
    return notice('You follow that already', [`${watchedInWords(what, inEnglish)}, told ${placeOf(to, interaction)}.`]);
  return notice('I will tell you', [
    `${watchedInWords(what, inEnglish)}: when a new article brings something, I tell it ${placeOf(to, interaction)}.`,
    ...(what.is === 'person' && what.who.is === 'actor' && what.who.actor === null
      ? ['The archive knows nobody of that name yet: look at the spelling.']
      : []),
    `This is number ${added.number}; /watch remove ends it.`,
  ]);
}

async function watchedIn({ options }: ChatInputCommandInteraction, archive: Archive): Promise<Watched> {
  const kind = options.getSubcommand();
  if (kind === 'phrase') {
    const words = options
      .getString('words', true)
      .trim()
      .replace(/^["“”„«»]+|["“”„«»]+$/gu, '');
    if (!/[\p{L}\p{N}]{2}/u.test(words))
      throw new NotUnderstood('Give words to look for: at least one of two letters.');
    return { is: 'phrase', words };
  }
  if (kind === 'outlet')
    return { is: 'outlet', outlet: await outletCalled(options.getString('outlet', true), archive) };
  const who = await followed(options.getString('person', true), archive);
  if (kind === 'person') return { is: 'person', who };
  return { is: 'pair', who: [who, await followed(options.getString('with', true), archive)] };
}

async function followed(typed: string, archive: Archive): Promise<Followed> {
  const party = await partyCalled(typed, archive);
  switch (party.is) {
    case 'actor':
      return { is: 'actor', actor: party.actor.id, name: party.actor.name };
    case 'country':
      return { is: 'country', name: party.country };
    case 'unknown':
      return { is: 'actor', actor: null, name: party.typed };
    case 'several': {
      const names = inEnglish.list(
        party.actors.map(({ name }) => name),
        'or',
      );
      throw new NotUnderstood(`${party.typed} may be ${names}. Give the whole name.`);
    }
  }
}

/** The outlet's name as the archive has it; one that it has nothing of yet is taken as typed. */
async function outletCalled(typed: string, archive: Archive): Promise<string> {
  const known = await archive.complete('outlet', typed, 25);
  return known.find((name) => name.toLowerCase() === typed.trim().toLowerCase()) ?? known[0] ?? typed.trim();
}

/** Where news is to go: into a channel, if both the person and the bot may write there; else to the person. */
function destinationOf(interaction: ChatInputCommandInteraction): Destination {
  const id = interaction.options.get('in')?.value;
  if (id === undefined) return { is: 'direct', person: interaction.user.id };
  if (!interaction.inCachedGuild()) {
    throw new NotUnderstood(
      'I am not in this server, so I can’t write in its channels. Leave out "in": I tell you directly.',
    );
  }
  const channel = interaction.guild.channels.cache.get(String(id));
  const { me } = interaction.guild.members;
  if (!channel?.isTextBased() || me === null) throw new NotUnderstood('That is no channel that I can write in.');
  if (!channel.permissionsFor(interaction.member).has([May.ViewChannel, May.ManageMessages])) {
    throw new NotUnderstood(
      'Only those who may manage messages in that channel may have news told there. Leave out "in": I tell you directly.',
    );
  }
  if (!channel.permissionsFor(me).has([May.ViewChannel, May.SendMessages])) {
    throw new NotUnderstood(
      'I may not write in that channel. Let me (View Channel, Send Messages), or choose another.',
    );
  }
  return { is: 'channel', channel: channel.id, server: interaction.guildId };
}

function placeOf(to: Destination, { client }: ChatInputCommandInteraction): string {
  if (to.is === 'direct') return 'to you, by direct message';
  // Where it is no longer there, its number has to do.
  const channel = client.channels.cache.get(to.channel) as GuildTextBasedChannel | undefined;
  return `in #${channel?.name ?? to.channel}`;
}

function list(owner: string, interaction: ChatInputCommandInteraction, watches: Watches): Message {
  const all = watches.ofOwner(owner);
  if (all.length === 0)
    return notice('You follow nothing', ['/watch add follows a person, two who meet, words or an outlet.']);
  const quietNow = watches.quietOf(owner);
  const told = ({ number, what, to, ended }: Watch) =>
    `${number} · ${watchedInWords(what, inEnglish)}, ${ended === null ? placeOf(to, interaction) : `ended: ${ended}`}`;
  return notice('What you follow', [
    ...all.map(told),
    ...(quietNow ? [`Nothing is sent from ${quietInWords(quietNow)}.`] : []),
  ]);
}

function remove(owner: string, number: number, watches: Watches): Message {
  if (!watches.remove(owner, number)) {
    throw new NotUnderstood(`You follow nothing with the number ${number}. /watch list shows the numbers.`);
  }
  return notice('Removed', [`Number ${number} is followed no longer.`]);
}

function quiet(owner: string, hours: string, zone: string, watches: Watches): Message {
  if (/^\s*(?:off|none|no)\s*$/i.test(hours)) {
    watches.setQuiet(owner, null);
    return notice('No quiet hours', ['News is sent as it comes.']);
  }
  const read = quietHours(hours, zone);
  if (read === null) {
    throw new NotUnderstood('Give hours such as 22-7 or 22:30-6:45, and a time zone such as Europe/Berlin or UTC.');
  }
  watches.setQuiet(owner, read);
  return notice('Quiet hours', [
    `Nothing is sent from ${quietInWords(read)}. What came meanwhile is told afterwards, together.`,
  ]);
}
