import { ChannelType, type Guild, type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js';
import { notice } from '../render/render.ts';
import type { BotContext } from '../stores/context.ts';
import { wordsFor } from '../words/words.ts';

/** One short message to a server that has just invited the bot, where it may write. Never throws. */
export async function greet(guild: Guild, { settings, keeper, log }: BotContext): Promise<void> {
  const context = { server: guild.id };
  try {
    const { servers } = settings.ofBot();
    if (servers.length > 0 && !servers.includes(guild.id)) return;
    const channel = placeToWrite(guild);
    if (channel === null) return log.info({ event: 'not greeted', ...context });
    const words = wordsFor(guild.preferredLocale);
    const { articles } = await keeper.archive.status();
    const paragraphs = [
      words.say(
        'I answer from an archive of news articles: summaries, who met whom, and quotations word for word, each line with its source. Type / to see what can be asked, /help for examples, or mention me with a question.',
      ),
      ...(articles === 0
        ? [
            words.say(
              'The archive is still empty. Whoever runs this bot adds articles by putting files (.md, .txt, .html, .json or .jsonl) into its articles folder and using /admin reindex.',
            ),
          ]
        : []),
    ];
    await channel.send(notice(words.say('Thank you for having me'), paragraphs));
    log.info({ event: 'greeted', ...context });
  } catch (error) {
    log.warn({ event: 'not greeted', ...context, err: error });
  }
}

/** The channel for what the system says, else the topmost in which the bot may write; null where there is none. */
function placeToWrite({ systemChannel, channels, members }: Guild): GuildTextBasedChannel | null {
  const { me } = members;
  const mayWrite = (channel: GuildTextBasedChannel) =>
    me !== null && channel.permissionsFor(me).has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]);
  if (systemChannel !== null && mayWrite(systemChannel)) return systemChannel;
  const texts = channels.cache.filter((channel) => channel.type === ChannelType.GuildText);
  return [...texts.values()].sort((a, b) => a.rawPosition - b.rawPosition).find(mayWrite) ?? null;
}
