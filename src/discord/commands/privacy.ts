import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { forgetCorrector, readCorrections } from '../../archive/corrections/file.ts';
import { type Message, notice } from '../render/render.ts';
import type { BotContext } from '../stores/context.ts';
import type { BotWords } from '../words/words.ts';

/** /privacy show and /privacy delete; seen by whoever asks alone. */
export async function privacy(
  interaction: ChatInputCommandInteraction,
  bot: BotContext,
  words: BotWords,
): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const { id } = interaction.user;
  const isErasing = interaction.options.getSubcommand() === 'delete';
  await interaction.editReply(isErasing ? erase(id, bot, words) : show(id, bot, words));
}

function show(person: string, { watches, reports, folders }: BotContext, words: BotWords): Message {
  const kept = [
    words.say('what you follow ({n})', { n: watches.ofOwner(person).length }),
    ...(watches.quietOf(person) ? [words.say('your quiet hours')] : []),
    words.say('reports that something is wrong ({n})', { n: reports.ofPerson(person) }),
    words.say('corrections that you made ({n})', {
      n: readCorrections(folders.data).filter(({ by }) => by === person).length,
    }),
  ];
  return notice(words.say('What I keep'), [
    words.say('No message is kept, nor who asked what. A question is read, answered and forgotten.'),
    words.say(
      'Only in a direct message or a thread I remember your last question, in memory alone and for ten minutes, so that you can go on with it.',
    ),
    words.say('About you: {kept}. Each with your Discord number, and nothing else about you.', {
      kept: kept.join(', '),
    }),
    words.say(
      'The buttons under an answer hold its question, so that they work after a restart. One too long for a button is kept here, without who asked it, until 20,000 newer ones have come.',
    ),
    words.say('Of a server: its settings, and what is followed in its channels. Both go when I am removed from it.'),
    words.say(
      'The log records which commands were used and how long they took, never what was asked; and who used /admin.',
    ),
    words.say('/privacy delete erases what is kept about you.'),
  ]);
}

/** Corrections hold on, without who made them: they are the archive's. */
function erase(
  person: string,
  { watches, reports, folders, conversations, log }: BotContext,
  words: BotWords,
): Message {
  conversations.forgetPerson(person);
  const gone = watches.forgetPerson(person);
  const reported = reports.forgetPerson(person);
  const corrected = forgetCorrector(folders.data, person);
  log.info({ event: 'person erased', watches: gone, reports: reported, corrections: corrected });
  return notice(words.say('Erased'), [
    words.say(
      'Erased: what you follow ({watches}) with all that was still to be sent, your quiet hours, your reports ({reports}).',
      { watches: gone, reports: reported },
    ),
    ...(corrected > 0
      ? [words.say('Your corrections ({n}) stay, but no longer carry your name.', { n: corrected })]
      : []),
    words.say('Nothing is kept about you now.'),
  ]);
}
