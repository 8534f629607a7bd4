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
  const quiet = watches.quietOf(person);
  const corrections = readCorrections(folders.data).filter(({ by }) => by === person).length;
  return notice('What I keep', [
    'No message is ever kept: not its text, not who wrote it. A question is read, answered and forgotten.',
    `About you: ${watches.ofOwner(person).length} watches${quiet ? ', your quiet hours' : ''}, ` +
      `${reports.ofPerson(person)} reports that you sent with “Something wrong?”, ${corrections} corrections that you made. ` +
      'Each is kept with your Discord number, nothing else about you is.',
    'Buttons under answers keep the question they ask, so that they work after a restart; not who asked it.',
    'Of a server: its settings and the watches told in its channels. They go when I am removed from it.',
    'The log tells what was used and how long it took, never what was asked.',
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
    `${gone} watches with all that was still to be sent, your quiet hours, and ${reported} reports are erased.`,
    ...(corrected > 0 ? [`${corrected} corrections hold, but no longer tell that you made them.`] : []),
    'Nothing is kept about you now.',
  ]);
}
