import {
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type GuildTextBasedChannel,
  PermissionFlagsBits as May,
  type MessageComponentInteraction,
  MessageFlags,
} from 'discord.js';
import { quietHours, quietInWords } from '../../alerts/quiet.ts';
import { type Destination, type Followed, type Watch, type Watched, watchedInWords } from '../../alerts/watch.ts';
import type { Watches } from '../../alerts/watches.ts';
import { NotUnderstood } from '../../answers/command.ts';
import { resolveParty } from '../../answers/find/parties.ts';
import type { Archive } from '../../archive/archive.ts';
import { type Message, notice, pagedNotice } from '../render/render.ts';
import type { BotContext } from '../stores/context.ts';
import type { BotWords } from '../words/words.ts';

const MOST_OF_ONE = 25;
const MOST_OF_SERVER = 100;

/** /watch: adds, lists and removes what somebody follows, and sets their quiet hours. Seen by them alone. */
export async function watch(
  interaction: ChatInputCommandInteraction,
  { keeper, watches, log }: BotContext,
  words: BotWords,
): Promise<void> {
  const { options, user } = interaction;
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const what = options.getSubcommandGroup() ?? options.getSubcommand();
  const reply = await {
    add: () => add(interaction, keeper.archive, watches, words),
    list: () => watchList(0, interaction, watches, words),
    remove: () => remove(user.id, options.getInteger('number', true), watches, words),
    quiet: () => quiet(user.id, options.getString('hours', true), options.getString('zone') ?? 'UTC', watches, words),
  }[what as 'add' | 'list' | 'remove' | 'quiet'](); // What the declaration offers.
  log.info({ event: 'watching', what });
  await interaction.editReply(reply);
}

async function add(
  interaction: ChatInputCommandInteraction,
  archive: Archive,
  watches: Watches,
  words: BotWords,
): Promise<Message> {
  const what = await watchedIn(interaction, archive, words);
  const to = destinationOf(interaction, words);
  const { id: owner } = interaction.user;
  const running = watches.ofOwner(owner).filter(({ ended }) => ended === null);
  if (running.length >= MOST_OF_ONE) {
    throw new NotUnderstood(
      words.say('You follow {n} things already. /watch remove makes room for another.', { n: MOST_OF_ONE }),
    );
  }
  if (to.is === 'channel' && watches.ofServer(to.server).length >= MOST_OF_SERVER) {
    throw new NotUnderstood(
      words.say('This server’s channels follow {n} things already, which is as many as may be.', { n: MOST_OF_SERVER }),
    );
  }
  const places = { what: watchedInWords(what, words), where: placeOf(to, interaction, words) };
  const added = watches.add(owner, what, to, new Date());
  if (added === null) return notice(words.say('You follow that already'), [words.say('{what}, sent {where}.', places)]);
  return notice(words.say('I’ll send you alerts'), [
    words.say('{what}: when a new article brings something, I send it {where}.', places),
    ...(what.is === 'person' && what.who.is === 'actor' && what.who.actor === null
      ? [words.say('The archive knows nobody of that name yet: look at the spelling.')]
      : []),
    words.say('This is number {number}; /watch remove ends it.', { number: added.number }),
  ]);
}

async function watchedIn(
  { options }: ChatInputCommandInteraction,
  archive: Archive,
  words: BotWords,
): Promise<Watched> {
  const kind = options.getSubcommand();
  if (kind === 'phrase') {
    const typed = options
      .getString('words', true)
      .trim()
      .replace(/^["“”„«»]+|["“”„«»]+$/gu, '');
    if (!/[\p{L}\p{N}]{2}/u.test(typed))
      throw new NotUnderstood(words.say('Give words to look for: at least one of two letters.'));
    return { is: 'phrase', words: typed };
  }
  if (kind === 'outlet')
    return { is: 'outlet', outlet: await resolveOutlet(options.getString('outlet', true), archive) };
  const who = await followed(options.getString('person', true), archive, words);
  if (kind === 'person') return { is: 'person', who };
  return { is: 'pair', who: [who, await followed(options.getString('with', true), archive, words)] };
}

async function followed(typed: string, archive: Archive, words: BotWords): Promise<Followed> {
  const party = await resolveParty(typed, archive);
  switch (party.is) {
    case 'actor':
      return { is: 'actor', actor: party.actor.id, name: party.actor.name };
    case 'country':
      return { is: 'country', name: party.country };
    case 'unknown':
      return { is: 'actor', actor: null, name: party.typed };
    case 'several': {
      const names = words.list(
        party.actors.map(({ name }) => name),
        'or',
      );
      throw new NotUnderstood(words.say('{typed} may be {names}. Give the whole name.', { typed, names }));
    }
  }
}

/** The outlet's name as the archive has it; one that it has nothing of yet is taken as typed. */
async function resolveOutlet(typed: string, archive: Archive): Promise<string> {
  const known = await archive.complete('outlet', typed, 25);
  return known.find((name) => name.toLowerCase() === typed.trim().toLowerCase()) ?? known[0] ?? typed.trim();
}

/** Where news is to go: into a channel, if both the person and the bot may write there; else to the person. */
export function destinationOf(interaction: ChatInputCommandInteraction, words: BotWords): Destination {
  const id = interaction.options.get('in')?.value;
  if (id === undefined) return { is: 'direct', person: interaction.user.id };
  if (!interaction.inCachedGuild()) {
    throw new NotUnderstood(
      words.say(
        'I am not in this server, so I can’t write in its channels. Leave out “in” and I’ll message you directly.',
      ),
    );
  }
  const channel = interaction.guild.channels.cache.get(String(id));
  const { me } = interaction.guild.members;
  if (!channel?.isTextBased() || me === null)
    throw new NotUnderstood(words.say('That is no channel that I can write in.'));
  if (!channel.permissionsFor(interaction.member).has([May.ViewChannel, May.ManageMessages])) {
    throw new NotUnderstood(
      words.say(
        'Only people who may manage messages in that channel can have alerts sent there. Leave out “in” and I’ll message you directly.',
      ),
    );
  }
  if (!channel.permissionsFor(me).has([May.ViewChannel, May.SendMessages])) {
    throw new NotUnderstood(
      words.say('I may not write in that channel. Let me (View Channel, Send Messages), or choose another.'),
    );
  }
  return { is: 'channel', channel: channel.id, server: interaction.guildId };
}

export function placeOf(to: Destination, { client }: BaseInteraction, words: BotWords): string {
  if (to.is === 'direct') return words.say('to you, by direct message');
  // Where it is no longer there, its number has to do.
  const channel = client.channels.cache.get(to.channel) as GuildTextBasedChannel | undefined;
  return words.say('in #{channel}', { channel: channel?.name ?? to.channel });
}

/** One page of what somebody follows. */
function watchList(page: number, interaction: BaseInteraction, watches: Watches, words: BotWords): Message {
  const owner = interaction.user.id;
  const all = watches.ofOwner(owner);
  if (all.length === 0)
    return notice(words.say('You follow nothing'), [
      words.say('/watch add follows a person, two who meet, words or an outlet.'),
    ]);
  const quietNow = watches.quietOf(owner);
  const watchLine = ({ number, what, to, ended }: Watch) =>
    `${number} · ${watchedInWords(what, words)}, ${ended === null ? placeOf(to, interaction, words) : words.say('ended: {why}', { why: ended })}`;
  const lines = [
    ...(quietNow ? [words.say('Nothing is sent from {hours}.', { hours: quietInWords(quietNow) })] : []),
    ...all.map(watchLine),
  ];
  return pagedNotice(words.say('What you follow'), lines, page, PAGE_OF_LIST, words);
}

const PAGE_OF_LIST = 'watch:list';

export const isTurningWatches = ({ customId }: MessageComponentInteraction): boolean =>
  customId.startsWith(`${PAGE_OF_LIST}:`);

/** Shows another page of what whoever presses follows: their own, wherever the button came from. */
export async function turnWatches(
  interaction: MessageComponentInteraction,
  { watches, messageQueue }: BotContext,
  words: BotWords,
): Promise<void> {
  await messageQueue.changeInPlace(interaction);
  const page = Number(interaction.customId.slice(PAGE_OF_LIST.length + 1));
  await interaction.editReply(watchList(page, interaction, watches, words));
}

function remove(owner: string, number: number, watches: Watches, words: BotWords): Message {
  if (!watches.remove(owner, number)) {
    throw new NotUnderstood(
      words.say('You follow nothing with the number {number}. /watch list shows the numbers.', { number }),
    );
  }
  return notice(words.say('Removed'), [words.say('Number {number} is followed no longer.', { number })]);
}

function quiet(owner: string, hours: string, zone: string, watches: Watches, words: BotWords): Message {
  if (/^\s*(?:off|none|no)\s*$/i.test(hours)) {
    watches.setQuiet(owner, null);
    return notice(words.say('No quiet hours'), [words.say('Alerts are sent as they come.')]);
  }
  const read = quietHours(hours, zone);
  if (read === null) {
    throw new NotUnderstood(
      words.say('Give hours such as 22-7 or 22:30-6:45, and a time zone such as Europe/Berlin or UTC.'),
    );
  }
  watches.setQuiet(owner, read);
  return notice(words.say('Quiet hours'), [
    words.say('Nothing is sent from {hours}.', { hours: quietInWords(read) }),
    words.say('What comes in meanwhile is sent afterwards, together.'),
  ]);
}
