import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { type Message, notice } from '../render/render.ts';
import type { BotContext } from '../stores/context.ts';
import type { Kept } from '../stores/kept-about.ts';
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

function show(person: string, { keptAbout }: BotContext, words: BotWords): Message {
  const kept = inWords(keptAbout.of(person), words);
  return notice(words.say('What I keep'), [
    words.say('No message is kept, nor who asked what. A question is read, answered and forgotten.'),
    words.say(
      'Only in a direct message or a thread I remember your last question, in memory alone and for ten minutes, so that you can go on with it.',
    ),
    words.say('About you: {kept}. Each with your Discord number, and nothing else about you.', { kept }),
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

const inWords = (kept: readonly Kept[], words: BotWords): string =>
  kept.map(({ what, n }) => words.say(what, { n })).join(', ');

function erase(person: string, { keptAbout, log }: BotContext, words: BotWords): Message {
  const was = keptAbout.erase(person).filter(({ n }) => n > 0);
  log.info({ event: 'person erased', ...Object.fromEntries(was.map(({ what, n }) => [what, n])) });
  const [gone, nameless] = (['goes', 'stays without the name'] as const).map((how) =>
    inWords(
      was.filter(({ erasing }) => erasing === how),
      words,
    ),
  );
  return notice(words.say('Erased'), [
    ...(gone ? [words.say('Erased: {kept}, with all that was still to be sent.', { kept: gone })] : []),
    ...(nameless ? [words.say('These stay, but no longer carry your name: {kept}.', { kept: nameless })] : []),
    words.say('Nothing is kept about you now.'),
  ]);
}
