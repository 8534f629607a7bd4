import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { forgetCorrector, readCorrections } from '../archive/corrections-file.ts';
import type { Desk } from './desk.ts';
import { type Message, notice } from './render.ts';

/** /privacy show and /privacy delete; seen by whoever asks alone. */
export async function privacy(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const { id } = interaction.user;
  await interaction.editReply(interaction.options.getSubcommand() === 'delete' ? erase(id, desk) : show(id, desk));
}

function show(person: string, { watches, reports, folders }: Desk): Message {
  const kept = [
    `what you follow (${watches.ofOwner(person).length})`,
    ...(watches.quietOf(person) ? ['your quiet hours'] : []),
    `reports that something is wrong (${reports.ofPerson(person)})`,
    `corrections that you made (${readCorrections(folders.data).filter(({ by }) => by === person).length})`,
  ];
  return notice('What I keep', [
    'No message is kept, nor who asked what. A question is read, answered and forgotten.',
    `About you: ${kept.join(', ')}. Each with your Discord number, and nothing else about you.`,
    'The buttons under an answer hold its question, so that they work after a restart. One too long for a button is kept ' +
      'here, without who asked it, until 20,000 newer ones have come.',
    'Of a server: its settings, and what is followed in its channels. Both go when I am removed from it.',
    'The log tells which commands were used and how long they took, never what was asked; and who used /admin.',
    '/privacy delete erases what is kept about you.',
  ]);
}

/** Corrections hold on, without who made them: they are the archive's. */
function erase(person: string, { watches, reports, folders, log }: Desk): Message {
  const gone = watches.forgetPerson(person);
  const reported = reports.forgetPerson(person);
  const corrected = forgetCorrector(folders.data, person);
  log.info({ event: 'person erased', watches: gone, reports: reported, corrections: corrected });
  return notice('Erased', [
    `Erased: what you follow (${gone}) with all that was still to be sent, your quiet hours, your reports (${reported}).`,
    ...(corrected > 0 ? [`Your corrections (${corrected}) hold, but no longer tell that they are yours.`] : []),
    'Nothing is kept about you now.',
  ]);
}
