import type { ChatInputCommandInteraction, Interaction } from 'discord.js';
import { MessageFlags } from 'discord.js';
import { isCommandName, questionOf } from '../../../commands/index.ts';
import { NotUnderstood } from '../../answers/command.ts';
import { askedBy } from '../../remote/ask.ts';
import { dayOf } from '../../text/edtf.ts';
import { addingTo, isAddingTo } from '../admin/adding.ts';
import { admin, pressAdmin } from '../admin/admin.ts';
import { putRight } from '../admin/correcting-facts.ts';
import { isTurningWatches, turnWatches, watch } from '../alerts/watch.ts';
import { briefing } from '../commands/briefing.ts';
import { answerAutocomplete } from '../commands/complete.ts';
import { useOnMessage } from '../commands/message-commands.ts';
import { privacy } from '../commands/privacy.ts';
import { pageOf } from '../commands/reply.ts';
import { keepReport } from '../commands/something-wrong.ts';
import { inBestForm } from '../render/best-form.ts';
import { notice } from '../render/render.ts';
import { privately, replyTrouble } from '../render/trouble.ts';
import type { BotContext } from '../stores/context.ts';
import { type BotWords, wordsFor } from '../words/words.ts';
import { askingOf, refusalOf } from './access.ts';
import { press } from './press.ts';
import { PRIVATE_OPTION } from './register.ts';
import { tooFast } from './waiting.ts';

/** Answers one interaction, whichever it is. Never throws: what goes wrong is shown to the person and logged. */
export async function dispatch(interaction: Interaction, everybodys: BotContext): Promise<void> {
  const bot = { ...everybodys, keeper: askedBy(interaction.user.id, everybodys.keeper) };
  const words = wordsFor(bot.settings.ofServer(interaction.guildId).language ?? interaction.locale);
  const refusal =
    isForAdmins(interaction) || isPrivacy(interaction) ? null : refusalOf(askingOf(interaction), bot, words);
  if (interaction.isAutocomplete()) {
    return answerAutocomplete(interaction, bot, refusal === null && bot.limits.mayComplete(interaction.user.id));
  }
  const started = performance.now();
  const context = { what: nameOf(interaction), interaction: interaction.id };
  if (!interaction.isRepliable()) return;
  try {
    if (refusal !== null) {
      bot.log.info({ event: 'refused', ...context });
      await interaction.reply(privately(notice(words.say('Not here, sorry'), [refusal])));
      return;
    }
    const seconds = bot.limits.secondsToWait(interaction.user.id, interaction.guildId);
    if (seconds > 0) {
      bot.log.info({ event: 'too fast', ...context });
      await interaction.reply(privately(tooFast(words, seconds)));
      return;
    }
    if (interaction.isChatInputCommand()) await (OWN.get(interaction.commandName) ?? ask)(interaction, bot, words);
    else if (isAddingTo(interaction)) await addingTo(interaction, { ...bot, words });
    else if (interaction.isMessageContextMenuCommand()) await useOnMessage(interaction, bot, words);
    else if (interaction.isMessageComponent())
      await (isForAdmins(interaction) ? pressAdmin : isTurningWatches(interaction) ? turnWatches : press)(
        interaction,
        bot,
        words,
      );
    else if (interaction.isModalSubmit())
      await (isForAdmins(interaction) ? putRight : keepReport)(interaction, bot, words);
    // A command of people, say, which nobody is offered.
    else
      throw new NotUnderstood(
        words.say('That command is no longer offered. Type / to see what there is, or use /help.'),
      );
    bot.log.info({ event: 'answered', ...context, ms: Math.round(performance.now() - started) });
  } catch (error) {
    await replyTrouble(interaction, error, bot.log, context, words, bot.admins.has(interaction.user.id));
  }
}

/** Whoever may ask nothing may still ask what is kept about them. */
const isPrivacy = (interaction: Interaction): boolean =>
  interaction.isChatInputCommand() && interaction.commandName === 'privacy';

/** What is no question to the archive. */
const OWN: ReadonlyMap<string, typeof ask> = new Map([
  ['admin', admin],
  ['watch', watch],
  ['briefing', briefing],
  ['privacy', privacy],
]);

/** /admin and its buttons ask for themselves who it is. */
const isForAdmins = (interaction: Interaction): boolean =>
  isAddingTo(interaction) ||
  (interaction.isChatInputCommand() && interaction.commandName === 'admin') ||
  ((interaction.isMessageComponent() || interaction.isModalSubmit()) && interaction.customId.startsWith('admin:'));

/** What was used, without what was typed: "/met", "button page". */
function nameOf(interaction: Interaction): string {
  if (interaction.isCommand()) return `/${interaction.commandName}`;
  if (interaction.isModalSubmit()) return `form ${interaction.customId.split(':', 1)[0]}`;
  return interaction.isMessageComponent() ? `button ${interaction.customId.split(':', 1)[0]}` : 'other';
}

/** A slash command. A mistake in its options is shown at once, to its author alone; anything else is acknowledged first. */
async function ask(interaction: ChatInputCommandInteraction, bot: BotContext, words: BotWords): Promise<void> {
  const { commandName, options, guildId } = interaction;
  if (!isCommandName(commandName))
    throw new NotUnderstood(words.say('That command is no longer offered. Type / to see what there is, or use /help.'));
  const given = options.data.filter(({ name }) => name !== PRIVATE_OPTION);
  const typed = Object.fromEntries(given.map(({ name, value }) => [name, String(value ?? '')]));
  const question = questionOf(commandName, typed, dayOf(new Date()), words);
  const isPrivate = options.getBoolean(PRIVATE_OPTION) ?? bot.settings.ofServer(guildId).privately;
  await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
  const page = await pageOf({ question, notes: [] }, 0, { words, isPrivate }, bot);
  await inBestForm(page, (form) => interaction.editReply(form));
}
