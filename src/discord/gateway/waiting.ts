import type { Interaction, Message as Received } from 'discord.js';
import type { Logger } from 'pino';
import { type Message, notice } from '../render/render.ts';
import { privately } from '../render/trouble.ts';
import { type BotWords, wordsFor } from '../words/words.ts';

/** Why nobody is answered just now. */
type Why = 'restarting' | 'loading';

const waitNotice = (words: BotWords, why: Why): Message =>
  why === 'loading'
    ? notice(words.say('Still loading'), [words.say('I am just reading my articles. Please ask again in a moment.')])
    : notice(words.say('Just restarting'), [
        words.say('I am being restarted and will be back in a moment. Please ask again then.'),
      ]);

/** Before the archive is open, and while the bot leaves: says so, instead of "The application did not respond". Never throws. */
export async function replyWait(interaction: Interaction, why: Why, log: Logger): Promise<void> {
  try {
    const words = wordsFor(interaction.locale);
    if (interaction.isAutocomplete()) await interaction.respond([]);
    else if (interaction.isRepliable()) await interaction.reply(privately(waitNotice(words, why)));
  } catch (error) {
    log.warn({ event: 'could not notify', what: why, err: error });
  }
}

export async function replyWaitToMessage(message: Received, why: Why, log: Logger): Promise<void> {
  try {
    const words = wordsFor(message.guild?.preferredLocale ?? 'en');
    await message.reply({ ...waitNotice(words, why), failIfNotExists: false });
  } catch (error) {
    log.warn({ event: 'could not notify', what: why, err: error });
  }
}

/** The reply to somebody who asks too fast. */
export const tooFast = (words: BotWords, seconds: number): Message =>
  notice(words.say('One moment, please'), [
    words.say('That was a lot of questions at once. Ask me again in {seconds} s.', { seconds }),
  ]);
