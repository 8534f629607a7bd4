import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { NotUnderstood } from '../answers/command.ts';
import type { Desk } from './desk.ts';
import { notice } from './render.ts';
import { privately } from './trouble.ts';
import type { Words } from './words/words.ts';

const FIELD = 'words';
/** As much as a list of reports shows whole. */
const LONGEST_REPORT = 500;

/** Opens the form in which anybody says what is wrong with an answer. */
export async function askWhatIsWrong(
  interaction: MessageComponentInteraction,
  page: number,
  key: string,
  words: Words,
): Promise<void> {
  const form: APIModalInteractionResponseCallbackData = {
    custom_id: `wrong:${page}:${key}`,
    title: words.reportTitle,
    components: [
      {
        type: ComponentType.Label,
        label: words.reportLabel,
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD,
          style: TextInputStyle.Paragraph,
          placeholder: words.reportHint,
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
  { reports, log }: Desk,
  words: Words,
): Promise<void> {
  const [, page, key] = /^wrong:(\d{1,4}):(.*)$/s.exec(interaction.customId) ?? [];
  if (page === undefined || key === undefined) throw new NotUnderstood(words.tooOld);
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
  const thanks = kept ? notice(words.reported, [words.reportedWhy]) : notice(words.notHere, [words.reportedEnough]);
  await interaction.reply(privately(thanks));
}
