import {
  ApplicationIntegrationType,
  type Guild,
  type Interaction,
  InteractionContextType,
  type Message,
} from 'discord.js';
import type { BotContext } from '../stores/context.ts';
import type { BotWords } from '../words/words.ts';

/** Where something is asked, and by whom. */
interface Asking {
  readonly person: string;
  /** Null in direct messages and where the bot itself is not. */
  readonly server: string | null;
  /** The same, where it is known well enough to name its channels. */
  readonly guild: Guild | null;
  /** The channel, and the one it is a thread of. */
  readonly channels: readonly (string | null)[];
  readonly roles: readonly string[];
  /** Asked by somebody who has the bot on their own account, where the bot itself is not. */
  readonly byUserInstall: boolean;
}

/** Why this person may not ask here, in words for them; null where they may. Those who run the bot may everywhere. */
export function refusalOf(asking: Asking, { admins, settings }: BotContext, words: BotWords): string | null {
  if (admins.has(asking.person)) return null;
  const bot = settings.ofBot();
  if (asking.byUserInstall)
    return bot.userInstalls
      ? null
      : words.say('Those who run this bot want it asked in its own servers and direct messages only.');
  if (asking.server === null)
    return bot.directMessages
      ? null
      : words.say('Those who run this bot have switched off direct messages. Ask me in a server.');
  if (bot.servers.length > 0 && !bot.servers.includes(asking.server))
    return words.say('Those who run this bot have not opened it to this server.');
  const { roles, channels } = settings.ofServer(asking.server);
  if (roles.length > 0 && !asking.roles.some((role) => roles.includes(role)))
    return words.say('In this server I answer people with certain roles only. Ask whoever runs this bot for access.');
  if (channels.length > 0 && !asking.channels.some((channel) => channel !== null && channels.includes(channel)))
    return words.say('I am asked in other channels here: {channels}', {
      channels: channels.map((id) => nameOf(id, asking.guild)).join(', '),
    });
  return null;
}

const nameOf = (channel: string, guild: Guild | null): string =>
  `#${guild?.channels.cache.get(channel)?.name ?? channel}`;

export function askingOf(interaction: Interaction): Asking {
  const { member, channel } = interaction;
  const roles = member === null ? [] : Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  const installed = interaction.authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] !== undefined;
  return {
    person: interaction.user.id,
    server: interaction.guildId,
    guild: interaction.guild,
    channels: [interaction.channelId, channel?.isThread() ? channel.parentId : null],
    roles,
    byUserInstall: !installed && interaction.context !== InteractionContextType.BotDM,
  };
}

export const askingOfMessage = ({ author, guildId, guild, channel, member }: Message): Asking => ({
  person: author.id,
  server: guildId,
  guild,
  channels: [channel.id, channel.isThread() ? channel.parentId : null],
  roles: member === null ? [] : [...member.roles.cache.keys()],
  byUserInstall: false,
});
