import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { type Keeper, type ReindexProgress, type ReindexReport, ReindexUnderWay } from '../archive/keeper.ts';
import type { Unread } from '../corpus/article.ts';
import { dateInWords, dayOf } from '../text/edtf.ts';
import type { Desk } from './desk.ts';
import { notice } from './render.ts';
import { privately } from './trouble.ts';

/** How often a reply is edited to show progress, at most: Discord allows five edits in five seconds. */
const PROGRESS_EVERY = 2000;

/** /admin reindex and /admin status; only for admins, and seen by nobody else. */
export async function admin(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  const what = interaction.options.getSubcommand();
  if (!desk.admins.has(interaction.user.id)) {
    desk.log.warn({ event: 'admin refused', what, user: interaction.user.id, server: interaction.guildId });
    const refusal = notice('Not for you, sorry', ['Only those who run this bot may use /admin.'], 'trouble');
    await interaction.reply(privately(refusal));
    return;
  }
  desk.log.info({ event: 'admin', what, user: interaction.user.id });
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  if (what === 'reindex') await reindex(interaction, desk);
  else await interaction.editReply(notice('The archive', await statusInWords(desk.keeper)));
}

/** Rebuilds the archive, and shows how far it is. The old archive answers meanwhile, and stays if this fails. */
async function reindex(interaction: ChatInputCommandInteraction, { keeper, log }: Desk): Promise<void> {
  let shownAt = 0;
  let showing: Promise<unknown> = Promise.resolve();
  const show = (progress: ReindexProgress) => {
    if (Date.now() - shownAt < PROGRESS_EVERY) return;
    shownAt = Date.now();
    const message = notice('Reindexing', [progressInWords(progress)]);
    showing = showing
      .then(() => interaction.editReply(message))
      .catch((error: unknown) => log.warn({ event: 'progress not shown', err: error }));
  };
  let outcome: Parameters<typeof notice>;
  try {
    const report = await keeper.reindex(show);
    const { unread, ...counts } = report;
    log.info({ event: 'reindexed', ...counts, unread: unread.length });
    outcome = ['Reindexed', reportInWords(report)];
  } catch (error) {
    if (error instanceof ReindexUnderWay) {
      await interaction.editReply(notice('Already at it', ['The articles are being read just now. Ask again soon.']));
      return;
    }
    log.error({ event: 'reindex failed', err: error });
    const why = error instanceof Error ? error.message : 'for no reason that was given';
    outcome = ['Reindexing failed', [`The archive stands as it was before. What happened: ${why}`], 'trouble'];
  }
  await showing;
  const message = notice(...outcome);
  try {
    await interaction.editReply(message);
  } catch (error) {
    // An interaction can be answered for 15 minutes; a longer reindex is told of in a direct message.
    log.warn({ event: 'told by direct message', err: error });
    await interaction.user.send(message);
  }
}

async function statusInWords(keeper: Keeper): Promise<string[]> {
  const { articles, quotations, meetings, people, from, to, builtAt, unread } = await keeper.archive.status();
  const built = new Date(builtAt);
  const period = from === null || to === null ? '' : `, published from ${dateInWords(from)} to ${dateInWords(to)}`;
  return [
    `${articles} articles${period}`,
    `${people} people, ${meetings} meetings, ${quotations} quotations`,
    `Built on ${dateInWords(dayOf(built))} at ${built.toISOString().slice(11, 16)} UTC`,
    ...(keeper.reindexing ? ['The articles are being read anew just now'] : []),
    ...unreadInWords(unread),
  ];
}

function reportInWords(report: ReindexReport): string[] {
  return [
    `${report.articles} articles: ${report.readAnew} read anew, ${report.reused} unchanged, ${report.removed} gone`,
    `${report.people} people, ${report.meetings} meetings, ${report.quotations} quotations, in ${report.seconds.toFixed(1)} s`,
    ...unreadInWords(report.unread),
  ];
}

function unreadInWords(unread: readonly Unread[]): string[] {
  if (unread.length === 0) return ['Every file could be read'];
  return [`Not read (${unread.length}):`, ...unread.map(({ file, reason }) => `${file}: ${reason}`)];
}

const progressInWords = ({ done, total }: ReindexProgress): string => `${done} of ${total} articles read`;
