import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { NotUnderstood } from '../../answers/command.ts';
import { notice } from '../render/render.ts';
import { privately } from '../render/trouble.ts';
import type { BotContext } from '../stores/context.ts';
import type { BotWords } from '../words/words.ts';

const FIELD = 'words';
/** As much as a list of reports shows whole. */
const LONGEST_REPORT = 500;

/** Opens the form in which anybody says what is wrong with an answer. */
export async function askWhatIsWrong(
  interaction: MessageComponentInteraction,
  page: number,
  key: string,
  words: BotWords,
): Promise<void> {
  const form: APIModalInteractionResponseCallbackData = {
    custom_id: `wrong:${page}:${key}`,
    title: words.say('What is wrong?'),
    components: [
      {
        type: ComponentType.Label,
        label: words.say('Wrong speaker, date, meeting …'),
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD,
          style: TextInputStyle.Paragraph,
          placeholder: words.say('Which line is wrong, and what should it say?'),
          max_length: LONGEST_REPORT,
          required: true,
        },
      },
    ],
  };
  await interaction.showModal(form);
}

/** Keeps what was filled in for those who run the bot. */
export async function keepReport(
  interaction: ModalSubmitInteraction,
  { reports, log }: BotContext,
  words: BotWords,
): Promise<void> {
  const [, page, key] = /^wrong:(\d{1,4}):(.*)$/s.exec(interaction.customId) ?? [];
  if (page === undefined || key === undefined)
    throw new NotUnderstood(words.say('This button is too old: I no longer know what it was about. Please ask again.'));
  const { guildId, channelId, message, user } = interaction;
  const kept = reports.add({
    at: Date.now(),
    person: user.id,
    link: `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${message?.id ?? ''}`,
    key,
    page: Number(page),
    words: interaction.fields.getTextInputValue(FIELD).slice(0, LONGEST_REPORT),
  });
  log.info({ event: kept ? 'report' : 'report refused', person: user.id });
  const thanks = kept
    ? notice(words.say('Thank you'), [words.say('Those who run this bot will look at it.')])
    : notice(words.say('Not here, sorry'), [
        words.say('You have reported so much that those who run this bot must catch up first. Please try again later.'),
      ]);
  await interaction.reply(privately(thanks));
}
