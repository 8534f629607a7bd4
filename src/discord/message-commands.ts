import { type MessageContextMenuCommandInteraction, MessageFlags } from 'discord.js';
import { NotUnderstood } from '../answers/command.ts';
import { withoutDiscordMarks } from '../text/discord-marks.ts';
import { inBestForm } from './best-form.ts';
import { checkQuotations, findSources } from './checking.ts';
import type { Desk } from './desk.ts';
import { pagesIn, render } from './render.ts';
import type { Telling } from './telling.ts';
import { privately } from './trouble.ts';
import type { Words } from './words/words.ts';

export const CHECK_QUOTES = 'Check quotes';
export const FIND_SOURCES = 'Find sources';

/** Each page is a message of its own; where the bot is not a member Discord takes five of them. */
const MOST_PAGES = 5;

/**
 * Something of the apps menu of a message, seen by whoever used it alone. Nothing of the message is kept: there are no
 * buttons that would need it, all pages are sent at once.
 */
export async function useOnMessage(
  interaction: MessageContextMenuCommandInteraction,
  { keeper }: Desk,
  words: Words,
): Promise<void> {
  const { commandName, targetMessage } = interaction;
  if (commandName !== CHECK_QUOTES && commandName !== FIND_SOURCES)
    throw new NotUnderstood(words.say('That command is no longer offered. Type / to see what there is, or use /help.'));
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const find = commandName === CHECK_QUOTES ? checkQuotations : findSources;
  const answer = await find(withoutDiscordMarks(targetMessage.content), keeper.archive, words);
  const telling: Telling = { words, keyOf: () => null, ownKey: null, next: [], isPrivate: true, formats: [] };
  await inBestForm(render(answer, 0, telling), (form) => interaction.editReply(form));
  const pages = Math.min(pagesIn(answer, telling), MOST_PAGES);
  for (let page = 1; page < pages; page++)
    await inBestForm(privately(render(answer, page, telling)), (form) => interaction.followUp(form));
}
