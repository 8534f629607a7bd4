import { type MessageComponentInteraction, MessageFlags } from 'discord.js';
import { NotUnderstood } from '../../answers/command.ts';
import { dayOf } from '../../text/edtf.ts';
import { pageOf } from '../commands/reply.ts';
import { inline } from '../render/escape.ts';
import { type Message, panel, SEPARATOR, text } from '../render/render.ts';
import { button, row, turnRow } from '../render/rows.ts';
import type { BotContext } from '../stores/context.ts';
import type { Report } from '../stores/reports.ts';
import type { BotWords } from '../words/words.ts';

/** With five components each they fill three quarters of a message. */
const REPORTS_A_PAGE = 5;

/** What members have reported as wrong, the latest first, each with what can be done about it. */
export function reportsPage(page: number, { reports }: BotContext, words: BotWords): Message {
  const open = reports.open();
  const pages = Math.max(1, Math.ceil(open.length / REPORTS_A_PAGE));
  const index = Math.min(Math.max(page, 0), pages - 1);
  const shown = open.slice(index * REPORTS_A_PAGE, (index + 1) * REPORTS_A_PAGE);
  return panel([
    text([
      `## ${open.length === 0 ? words.say('Nothing is reported as wrong') : words.say('Reported as wrong: {n}', { n: open.length })}`,
    ]),
    ...shown.flatMap((report) => [
      SEPARATOR,
      text([inline(report.words, 500), reportLine(report, words)]),
      row([
        button(`admin:answer:${report.id}`, words.say('See the answer')),
        button(`admin:done:${report.id}:${index}`, words.say('Done')),
        button(`admin:remove:${report.id}:${index}`, words.say('Remove')),
      ]),
    ]),
    ...(pages > 1 ? [turnRow('admin:reports', index, pages, words)] : []),
  ]);
}

/** Who and when, and where the answer stands. A mention here pings nobody: the bot's messages never do. */
function reportLine({ id, at, person, link }: Report, words: BotWords): string {
  const time = new Date(at);
  const when = `${words.date(dayOf(time))}, ${time.toISOString().slice(11, 16)} UTC`;
  return `-# ${id} · ${when} · <@${person}> · [${words.say('the message')}](${link})`;
}

/** Shows the answer that a report is about, or settles the report and shows the list again. */
export async function pressReport(
  interaction: MessageComponentInteraction,
  what: 'answer' | 'done' | 'remove',
  id: number,
  page: number,
  bot: BotContext,
  words: BotWords,
): Promise<void> {
  if (what === 'answer') {
    const report = bot.reports.find(id);
    const asked = report && bot.buttons.questionOf(report.key);
    if (!asked)
      throw new NotUnderstood(
        words.say('This button is too old: I no longer know what it was about. Please ask again.'),
      );
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(await pageOf(asked, report.page, { words, isPrivate: true }, bot));
    return;
  }
  bot.reports[what](id);
  await interaction.editReply(reportsPage(page, bot, words));
}
