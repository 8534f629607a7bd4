import type { Interaction, Message as Received } from 'discord.js';
import type { Log } from '../log.ts';
import { notice } from './render.ts';
import { privately } from './trouble.ts';
import { wordsFor } from './words/words.ts';

/** While the bot leaves: says that it will be back, instead of "The application did not respond". Never throws. */
export async function tellOfRestart(interaction: Interaction, log: Log): Promise<void> {
  try {
    const words = wordsFor(interaction.locale);
    if (interaction.isAutocomplete()) await interaction.respond([]);
    else if (interaction.isRepliable())
      await interaction.reply(privately(notice(words.restarting, [words.restartingWhy])));
  } catch (error) {
    log.warn({ event: 'could not tell', what: 'restarting', err: error });
  }
}

export async function tellOfRestartInReply(message: Received, log: Log): Promise<void> {
  try {
    const words = wordsFor(message.guild?.preferredLocale ?? 'en');
    await message.reply({ ...notice(words.restarting, [words.restartingWhy]), failIfNotExists: false });
  } catch (error) {
    log.warn({ event: 'could not tell', what: 'restarting', err: error });
  }
}
