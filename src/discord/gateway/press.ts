import { type MessageComponentInteraction, MessageFlags } from 'discord.js';
import { NotUnderstood } from '../../answers/command.ts';
import { showFacts } from '../admin/correcting-facts.ts';
import { fileOf } from '../commands/export.ts';
import { answerAsked, pageOf } from '../commands/reply.ts';
import { askWhatIsWrong } from '../commands/something-wrong.ts';
import { inBestForm } from '../render/best-form.ts';
import type { BotContext } from '../stores/context.ts';
import type { BotWords } from '../words/words.ts';

/**
 * A button or a menu of an answer. Its custom_id says all, so that it works after a restart: "page:2:KEY" shows another
 * page in place (to its asker; to anybody else, beside it, for them alone), "show:2:KEY" a private one to everybody,
 * "wrong:2:KEY" asks what is wrong with it (of admins which fact, to put it right), "report:2:KEY" of anybody, "export:KEY" saves the answer; "ask:KEY" and a menu's KEY ask another question.
 */
export async function press(interaction: MessageComponentInteraction, bot: BotContext, words: BotWords): Promise<void> {
  const [, action, number, rest] =
    /^(page|show|wrong|report|ask|export|pick|details)(?::(-?\d{1,4}))?(?::(.*))?$/s.exec(interaction.customId) ?? [];
  const chosen = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
  const key = action === 'pick' || action === 'details' ? chosen : (rest ?? '');
  const page = Number(number ?? 0);
  const asked = bot.buttons.questionOf(key);
  if (action === undefined || asked === null)
    throw new NotUnderstood(words.say('This button is too old: I no longer know what it was about. Please ask again.'));

  const isMine = isForPresser(interaction);
  const wasPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  if (action === 'wrong' && bot.admins.has(interaction.user.id))
    return showFacts(interaction, asked, page, key, bot, words);
  if (action === 'wrong' || action === 'report') return askWhatIsWrong(interaction, page, key, words);
  if (action === 'page' && isMine) {
    await bot.messageQueue.changeInPlace(interaction);
    // The picture is attached anew with each page: the old one must not stay beside it.
    const shown = await pageOf(asked, page, { words, isPrivate: wasPrivate }, bot);
    await inBestForm({ ...shown, attachments: [] }, (form) => interaction.editReply(form));
    return;
  }
  if (action === 'export') {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await inBestForm(await fileOf(await answerAsked(asked, words, bot), chosen, words), (form) =>
      interaction.editReply(form),
    );
    return;
  }
  const hidden =
    action !== 'show' &&
    (action === 'page' || wasPrivate || !isMine || bot.settings.ofServer(interaction.guildId).privately);
  await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
  const shown = action === 'page' || action === 'show' ? page : 0;
  const answer = await pageOf(asked, shown, { words, isPrivate: hidden }, bot);
  await inBestForm(answer, (form) => interaction.editReply(form));
}

/** Did whoever presses also ask? Where a message does not say who asked, it is everybody's. */
function isForPresser({ message, user }: MessageComponentInteraction): boolean {
  const asker = message.interactionMetadata?.user.id ?? message.mentions.repliedUser?.id;
  return asker === undefined || asker === user.id;
}
