import { type MessageContextMenuCommandInteraction, MessageFlags } from 'discord.js';
import { NotUnderstood } from '../../answers/command.ts';
import { withoutDiscordMarks } from '../../text/discord-marks.ts';
import { inBestForm } from '../render/best-form.ts';
import type { Presentation } from '../render/presentation.ts';
import { pagesIn, render } from '../render/render.ts';
import { privately } from '../render/trouble.ts';
import type { BotContext } from '../stores/context.ts';
import type { BotWords } from '../words/words.ts';
import { checkQuotations, findSources } from './check-quotations.ts';

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
  { keeper }: BotContext,
  words: BotWords,
): Promise<void> {
  const { commandName, targetMessage } = interaction;
  if (commandName !== CHECK_QUOTES && commandName !== FIND_SOURCES)
    throw new NotUnderstood(words.say('That command is no longer offered. Type / to see what there is, or use /help.'));
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const find = commandName === CHECK_QUOTES ? checkQuotations : findSources;
  const answer = await find(withoutDiscordMarks(targetMessage.content), keeper.archive, words);
  const presentation: Presentation = { words, keyOf: () => null, ownKey: null, next: [], isPrivate: true, formats: [] };
  await inBestForm(render(answer, 0, presentation), (form) => interaction.editReply(form));
  const pages = Math.min(pagesIn(answer, presentation), MOST_PAGES);
  for (let page = 1; page < pages; page++)
    await inBestForm(privately(render(answer, page, presentation)), (form) => interaction.followUp(form));
}
