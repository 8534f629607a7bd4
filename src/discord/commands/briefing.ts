import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { listed } from '../../../commands/briefing.ts';
import { questionOf } from '../../../commands/index.ts';
import type { Briefing } from '../../alerts/briefings.ts';
import { isZone, type Schedule, timeInWords, timeOfDay } from '../../alerts/schedule.ts';
import { NotUnderstood } from '../../answers/command.ts';
import type { BriefingQuestion } from '../../answers/question.ts';
import { dayOf } from '../../text/edtf.ts';
import { followedBy, MOST_ARTICLES } from '../alerts/send-briefings.ts';
import { destinationOf, placeOf } from '../alerts/watch.ts';
import { inBestForm } from '../render/best-form.ts';
import { type Message, notice } from '../render/render.ts';
import type { BotContext } from '../stores/context.ts';
import type { BotWords } from '../words/words.ts';
import { pageOf } from './reply.ts';

const MOST_OF_ONE = 10;

/** /briefing: sends what came in at a time of day, or shows it now. */
export async function briefing(
  interaction: ChatInputCommandInteraction,
  bot: BotContext,
  words: BotWords,
): Promise<void> {
  const what = interaction.options.getSubcommand();
  if (what === 'now') return showNow(interaction, bot, words);
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const reply = {
    on: () => turnOn(interaction, bot, words),
    list: () => list(interaction, bot, words),
    off: () => turnOff(interaction, bot, words),
  }[what as 'on' | 'list' | 'off'](); // What the declaration offers.
  bot.log.info({ event: 'briefings', what });
  await interaction.editReply(reply);
}

function turnOn(interaction: ChatInputCommandInteraction, { briefings }: BotContext, words: BotWords): Message {
  const { options, user } = interaction;
  const at = timeOfDay(options.getString('at', true));
  const zone = options.getString('zone') ?? 'UTC';
  if (at === null || !isZone(zone))
    throw new NotUnderstood(words.say('Give a time such as 8:00, and a time zone such as Europe/Berlin or UTC.'));
  if (briefings.ofOwner(user.id).length >= MOST_OF_ONE)
    throw new NotUnderstood(words.say('You have {n} briefings already. /briefing off ends one.', { n: MOST_OF_ONE }));
  const days = (options.getString('days') ?? 'daily') as Schedule['days']; // What the declaration offers.
  const made = {
    owner: user.id,
    to: destinationOf(interaction, words),
    schedule: { at, zone, days },
    about: listed(options.getString('about') ?? ''),
    always: options.getBoolean('always') ?? false,
  };
  briefings.add(made, new Date());
  return notice(words.say('Your briefing is on'), [lineOf(made, interaction, words)]);
}

function list(interaction: ChatInputCommandInteraction, { briefings }: BotContext, words: BotWords): Message {
  const all = briefings.ofOwner(interaction.user.id);
  if (all.length === 0)
    return notice(words.say('You have no briefing'), [words.say('/briefing on has one sent at a time of day.')]);
  return notice(
    words.say('Your briefings'),
    all.map((one) => `${one.number} · ${lineOf(one, interaction, words)}`),
  );
}

function turnOff(interaction: ChatInputCommandInteraction, { briefings }: BotContext, words: BotWords): Message {
  const number = interaction.options.getInteger('number', true);
  if (!briefings.remove(interaction.user.id, number))
    throw new NotUnderstood(words.say('You have no briefing {number}. /briefing list shows the numbers.', { number }));
  return notice(words.say('Your briefing is off'), [words.say('Briefing {number} is sent no longer.', { number })]);
}

/** "about Iraq: weekdays at 08:00, Europe/Berlin, in #news". */
function lineOf(
  { schedule, to, about }: Omit<Briefing, 'number'>,
  interaction: ChatInputCommandInteraction,
  words: BotWords,
): string {
  const when = words.say('{days} at {time}', { days: words.say(schedule.days), time: timeInWords(schedule) });
  const what = about.length > 0 ? `${words.list(about, 'or')}: ` : '';
  return `${what}${when}, ${placeOf(to, interaction, words)}`;
}

/** What was published since a date; without one, what came in since yesterday, or was published then. */
async function showNow(interaction: ChatInputCommandInteraction, bot: BotContext, words: BotWords): Promise<void> {
  const { options, guildId, user } = interaction;
  const [since, about] = [options.getString('since'), options.getString('about')];
  const today = dayOf(new Date());
  const typed = questionOf('briefing', { ...(since && { since }), ...(about && { about }) }, today, words);
  const { articles, edited } = bot.briefings.since(new Date(Date.now() - DAY), new Date());
  const cameIn = since === null && articles.length > 0 ? { articles: articles.slice(-MOST_ARTICLES), edited } : {};
  const question = { ...(typed as BriefingQuestion), ...cameIn, follow: followedBy(user.id, bot) }; // Of /briefing it is one.
  const isPrivate = bot.settings.ofServer(guildId).privately;
  await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
  const page = await pageOf({ question, notes: [] }, 0, { words, isPrivate }, bot);
  await inBestForm(page, (form) => interaction.editReply(form));
}

const DAY = 86_400_000;
