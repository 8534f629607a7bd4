import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
} from 'discord.js';
import { answerQuestion, commands, isCommandName, questionOf } from '../../commands/index.ts';
import { NotUnderstood } from '../answers/command.ts';
import type { Question } from '../answers/question.ts';
import { dayOf } from '../text/edtf.ts';
import { admin } from './admin.ts';
import type { Desk } from './desk.ts';
import { clipped, cutOff, withoutInvisible } from './escape.ts';
import type { Message } from './render.ts';
import { replyWith } from './reply.ts';
import { isTooLate, tell } from './trouble.ts';

/** Answers one interaction, whichever it is. Never throws: what goes wrong is told to the person and logged. */
export async function dispatch(interaction: Interaction, desk: Desk): Promise<void> {
  if (interaction.isAutocomplete()) return complete(interaction, desk);
  const started = performance.now();
  const context = { what: nameOf(interaction), interaction: interaction.id };
  try {
    if (interaction.isChatInputCommand()) await (interaction.commandName === 'admin' ? admin : ask)(interaction, desk);
    else if (interaction.isMessageComponent()) await press(interaction, desk);
    else return;
    desk.log.info({ event: 'answered', ...context, ms: Math.round(performance.now() - started) });
  } catch (error) {
    if (interaction.isRepliable()) await tell(interaction, error, desk.log, context);
  }
}

/** What was used, without what was typed: "/met", "button page". */
function nameOf(interaction: Interaction): string {
  if (interaction.isChatInputCommand()) return `/${interaction.commandName}`;
  return interaction.isMessageComponent() ? `button ${interaction.customId.split(':', 1)[0]}` : 'other';
}

/** A slash command. A mistake in its options is told at once, to its author alone; anything else is acknowledged first. */
async function ask(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  const { commandName } = interaction;
  if (!isCommandName(commandName)) {
    throw new NotUnderstood('That command is no longer offered. Type / to see what there is, or use /help.');
  }
  const typed = Object.fromEntries(interaction.options.data.map(({ name, value }) => [name, String(value ?? '')]));
  const question = questionOf(commandName, typed, dayOf(new Date()));
  await interaction.deferReply();
  await interaction.editReply(await pageOf(question, 0, desk));
}

/** One page of the answer to a question, from the archive as it stands now. */
export async function pageOf(question: Question, page: number, { keeper, memory, log }: Desk): Promise<Message> {
  const answer = await answerQuestion(question, keeper.archive, dayOf(new Date()));
  return replyWith(answer, page, memory.keyOf, log);
}

/**
 * A button or a menu. Its custom_id says all, so that it works after a restart: "page:2:KEY" shows another page in place
 * (to its asker; to anybody else, beside it, for them alone), "ask:KEY" and a menu's KEY ask another question.
 */
async function press(interaction: MessageComponentInteraction, desk: Desk): Promise<void> {
  const [, action, page, key] = /^(page|ask|pick):?(?:(?<=^page:)(-?\d{1,4}):)?(.*)$/s.exec(interaction.customId) ?? [];
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : key;
  const question = desk.memory.questionOf(chosen ?? '');
  if (action === undefined || question === null) {
    throw new NotUnderstood('This button is too old: I no longer know what it was about. Please ask again.');
  }
  if (action === 'page' && isForPresser(interaction)) {
    await interaction.deferUpdate();
    // The picture is attached anew with each page: the old one must not stay beside it.
    await interaction.editReply({ ...(await pageOf(question, Number(page), desk)), attachments: [] });
    return;
  }
  const hidden =
    action === 'page' || interaction.message.flags.has(MessageFlags.Ephemeral) || !isForPresser(interaction);
  await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
  await interaction.editReply(await pageOf(question, action === 'page' ? Number(page) : 0, desk));
}

/** Did whoever presses also ask? Where a message does not tell who asked, it is everybody's. */
function isForPresser({ message, user }: MessageComponentInteraction): boolean {
  const asker = message.interactionMetadata?.user.id ?? message.mentions.repliedUser?.id;
  return asker === undefined || asker === user.id;
}

/** Discord waits 3 s for choices; ours must be there before. */
const COMPLETES_WITHIN = 2000;
const MOST_CHOICES = 25;

/** What an option may be completed to. In any trouble there are no choices: whatever was typed is understood all the same. */
async function complete(interaction: AutocompleteInteraction, { keeper, log }: Desk): Promise<void> {
  const context = { what: `completing /${interaction.commandName}`, interaction: interaction.id };
  let found: readonly string[] = [];
  try {
    const { name, value } = interaction.options.getFocused(true);
    const command = commands.find((one) => one.name === interaction.commandName);
    const completes = command?.options.find((option) => option.name === name)?.completes;
    if (completes) found = await within(COMPLETES_WITHIN, keeper.archive.complete(completes, value, MOST_CHOICES));
  } catch (error) {
    log.error({ event: 'failed', ...context, err: error });
  }
  const choices = new Map(found.map((one) => withoutInvisible(one).trim()).flatMap(choiceOf));
  try {
    await interaction.respond([...choices].slice(0, MOST_CHOICES).map(([value, name]) => ({ name, value })));
  } catch (error) {
    log[isTooLate(error) ? 'warn' : 'error']({ event: 'not completed', ...context, err: error });
  }
}

const LONGEST_CHOICE = 100;

/** A choice's value and its name; a long headline is asked for by as many of its words as Discord takes. */
function choiceOf(whole: string): [value: string, name: string][] {
  if (whole.length <= LONGEST_CHOICE) return whole === '' ? [] : [[whole, whole]];
  const words = whole.slice(0, LONGEST_CHOICE + 1).replace(/\s+\S*$/, '');
  return [[cutOff(words, LONGEST_CHOICE), clipped(whole, LONGEST_CHOICE)]];
}

/** The promise's outcome, or an error if it takes longer. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
