import { type ChatInputCommandInteraction, type MessageComponentInteraction, MessageFlags } from 'discord.js';
import { NotUnderstood } from '../../answers/command.ts';
import { periodInWords } from '../../answers/understand/periods.ts';
import { type Keeper, type ReindexProgress, type ReindexReport, ReindexUnderWay } from '../../archive/keeper.ts';
import type { Unread } from '../../corpus/article.ts';
import { dayOf } from '../../text/edtf.ts';
import { type Message, notice, pagedNotice } from '../render/render.ts';
import { privately } from '../render/trouble.ts';
import type { BotContext } from '../stores/context.ts';
import type { BotWords } from '../words/words.ts';
import { addArticles } from './adding.ts';
import { correctCommand, correctionsInWords, correctionsPage } from './correcting.ts';
import { pressFact } from './correcting-facts.ts';
import { adminFeeds, feedsPage } from './feeds.ts';
import { removeCommand } from './removing.ts';
import { pressReport, reportsPage } from './reports.ts';
import { changeSetting, settingsPanel } from './settings.ts';

/** How often a reply is edited to show progress, at most: Discord allows five edits in five seconds. */
const PROGRESS_EVERY = 2000;

/** /admin and its work; only for admins, and seen by nobody else. */
export async function admin(interaction: ChatInputCommandInteraction, bot: BotContext, words: BotWords): Promise<void> {
  const what = interaction.options.getSubcommand();
  if (await refused(interaction, what, bot, words)) return;
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  if (interaction.options.getSubcommandGroup(false) === 'feeds') await adminFeeds(interaction, bot.intake.feeds, words);
  else if (interaction.options.getSubcommandGroup(false) === 'correct') await correctCommand(interaction, bot, words);
  else if (what === 'add') await addArticles(interaction, { ...bot, words });
  else if (what === 'remove') await removeCommand(interaction, bot, words);
  else if (what === 'reindex') await reindex(interaction, bot, words);
  else if (what === 'settings') await interaction.editReply(settingsPanel(interaction, bot, words));
  else if (what === 'reports') await interaction.editReply(reportsPage(0, bot, words));
  else await interaction.editReply(await statusPage(0, bot, words));
}

/** A button or a menu of /admin: "admin:status:2", "admin:reports:0", "admin:done:17:0", "admin:set:roles", "admin:fact". */
export async function pressAdmin(
  interaction: MessageComponentInteraction,
  bot: BotContext,
  words: BotWords,
): Promise<void> {
  const [, what = '', first = '', second = ''] = interaction.customId.split(':');
  if (await refused(interaction, what, bot, words)) return;
  if (what === 'fact' || what === 'right') return pressFact(interaction, bot, words);
  if (what === 'answer') return pressReport(interaction, what, Number(first), 0, bot, words);
  await bot.messageQueue.changeInPlace(interaction);
  if (what === 'status') await interaction.editReply(await statusPage(Number(first), bot, words));
  else if (what === 'corrections') await interaction.editReply(await correctionsPage(Number(first), bot, words));
  else if (what === 'feeds') await interaction.editReply(feedsPage(Number(first), bot.intake.feeds, words));
  else if (what === 'reports') await interaction.editReply(reportsPage(Number(first), bot, words));
  else if (what === 'done' || what === 'remove')
    await pressReport(interaction, what, Number(first), Number(second), bot, words);
  else if (what === 'set') {
    changeSetting(first, interaction, bot);
    await interaction.editReply(settingsPanel(interaction, bot, words));
  } else
    throw new NotUnderstood(words.say('This button is too old: I no longer know what it was about. Please ask again.'));
}

/** Refuses people who don't run the bot; true where it did. */
async function refused(
  interaction: ChatInputCommandInteraction | MessageComponentInteraction,
  what: string,
  { admins, log }: BotContext,
  words: BotWords,
): Promise<boolean> {
  const { user, guildId } = interaction;
  if (admins.has(user.id)) {
    log.info({ event: 'admin', what, user: user.id });
    return false;
  }
  log.warn({ event: 'admin refused', what, user: user.id, server: guildId });
  await interaction.reply(
    privately(
      notice(words.say('Not for you, sorry'), [words.say('Only those who run this bot may use /admin.')], 'trouble'),
    ),
  );
  return true;
}

/** Rebuilds the archive, and shows how far it is. The old archive answers meanwhile, and stays if this fails. */
async function reindex(interaction: ChatInputCommandInteraction, bot: BotContext, words: BotWords): Promise<void> {
  const { keeper, log } = bot;
  let shownAt = 0;
  let showing: Promise<unknown> = Promise.resolve();
  const show = (progress: ReindexProgress) => {
    if (Date.now() - shownAt < PROGRESS_EVERY) return;
    shownAt = Date.now();
    const message = notice(words.say('Reindexing'), [words.say('{done} of {total} articles read', { ...progress })]);
    showing = showing
      .then(() => interaction.editReply(message))
      .catch((error: unknown) => log.warn({ event: 'progress not shown', err: error }));
  };
  let outcome: Parameters<typeof notice>;
  try {
    const report = await keeper.reindex(show);
    const { unread, ...counts } = report;
    log.info({ event: 'reindexed', ...counts, unread: unread.length });
    outcome = [words.say('Reindexed'), reportInWords(report, await correctionsInWords(bot, words), words)];
  } catch (error) {
    if (error instanceof ReindexUnderWay) {
      await interaction.editReply(
        notice(words.say('Already at it'), [words.say('The articles are being read just now. Ask again soon.')]),
      );
      return;
    }
    log.error({ event: 'reindex failed', err: error });
    const why = error instanceof Error ? error.message : String(error);
    const reason = words.say('The archive stands as it was before. What happened: {why}', { why });
    outcome = [words.say('Reindexing failed'), [reason], 'trouble'];
  }
  await showing;
  const message = notice(...outcome);
  try {
    await interaction.editReply(message);
  } catch (error) {
    // An interaction can be answered for 15 minutes; a longer reindex is reported in a direct message.
    log.warn({ event: 'reported by direct message', err: error });
    await interaction.user.send(message);
  }
}

const statusPage = async (page: number, bot: BotContext, words: BotWords): Promise<Message> =>
  pagedNotice(
    words.say('The archive'),
    [...(await statusInWords(bot.keeper, words)), ...(await correctionsInWords(bot, words))],
    page,
    'admin:status',
    words,
  );

async function statusInWords(keeper: Keeper, words: BotWords): Promise<string[]> {
  const { articles, quotations, meetings, people, from, to, builtAt, unread, damaged } = await keeper.archive.status();
  const built = new Date(builtAt);
  const period = from === null || to === null ? '' : periodInWords({ since: from, until: to }, words);
  const counted = words.say('{n} articles', { n: articles });
  return [
    period === '' ? counted : words.say('{articles}, published {period}', { articles: counted, period }),
    factsInWords({ people, meetings, quotations }, words),
    words.say('Built on {date} at {time} UTC', {
      date: words.date(dayOf(built)),
      time: built.toISOString().slice(11, 16),
    }),
    ...(keeper.reindexing ? [words.say('The articles are being read anew just now')] : []),
    ...damaged.map((file) =>
      words.say('Found damaged in the archive, left out and read again from the articles folder: {file}', { file }),
    ),
    ...unreadInWords(unread, words),
  ];
}

const factsInWords = (
  { people, meetings, quotations }: Pick<ReindexReport, 'people' | 'meetings' | 'quotations'>,
  words: BotWords,
): string =>
  [
    words.say('{n} people', { n: people }),
    words.say('{n} meetings', { n: meetings }),
    words.say('{n} quotations', { n: quotations }),
  ].join(', ');

/** Of files that could not be read, and of corrections that no longer hold, in the report of a reindex. */
const SHOWN_AT_ONCE = 5;

function reportInWords(report: ReindexReport, astray: readonly string[], words: BotWords): string[] {
  return [
    words.say('{articles}: {anew} read anew, {same} unchanged, {gone} gone', {
      articles: words.say('{n} articles', { n: report.articles }),
      anew: report.readAnew,
      same: report.reused,
      gone: report.removed,
    }),
    words.say('{facts}, in {seconds} s', { facts: factsInWords(report, words), seconds: report.seconds.toFixed(1) }),
    ...unreadInWords(report.unread, words).slice(0, SHOWN_AT_ONCE + 1),
    ...astray.slice(0, SHOWN_AT_ONCE),
    ...(Math.max(report.unread.length, astray.length) > SHOWN_AT_ONCE
      ? [words.say('/admin status lists them all.')]
      : []),
  ];
}

function unreadInWords(unread: readonly Unread[], words: BotWords): string[] {
  if (unread.length === 0) return [words.say('Every file could be read')];
  return [
    `${words.say('Not read ({n})', { n: unread.length })}:`,
    ...unread.map(({ file, reason }) => `${file}: ${reason}`),
  ];
}
