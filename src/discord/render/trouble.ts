import { randomBytes } from 'node:crypto';
import {
  RESTJSONErrorCodes as Code,
  DiscordAPIError,
  DiscordjsErrorCodes,
  MessageFlags,
  type RepliableInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import { NotUnderstood } from '../../answers/command.ts';
import { FileWrong } from '../../project/file-wrong.ts';
import { shortageIn } from '../../project/shortage.ts';
import type { BotWords } from '../words/words.ts';
import { inBestForm } from './best-form.ts';
import { type Message, notice } from './render.ts';

/** The interaction is gone, or somebody (another process with this token) has answered it: nothing more can be said. */
const TOO_LATE: readonly unknown[] = [Code.UnknownInteraction, Code.InteractionHasAlreadyBeenAcknowledged];

/** Discord doesn't let the bot write there, or to that person. */
const SHUT: readonly unknown[] = [Code.MissingPermissions, Code.MissingAccess, Code.CannotSendMessagesToThisUser];

export const isTooLate = (error: unknown): boolean => error instanceof DiscordAPIError && TOO_LATE.includes(error.code);
export const isShut = (error: unknown): boolean => error instanceof DiscordAPIError && SHUT.includes(error.code);

/** The command or form, as somebody's Discord still shows it, has other fields than this version's. */
const isOutdated = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && OTHER_FIELDS.some((code) => code === error.code);

const OTHER_FIELDS = [
  DiscordjsErrorCodes.CommandInteractionOptionNotFound,
  DiscordjsErrorCodes.CommandInteractionOptionType,
  DiscordjsErrorCodes.CommandInteractionOptionEmpty,
  DiscordjsErrorCodes.CommandInteractionOptionNoSubcommand,
  DiscordjsErrorCodes.ModalSubmitInteractionFieldNotFound,
  DiscordjsErrorCodes.ModalSubmitInteractionFieldType,
];

/**
 * What to say to the person whose question failed. A mistake of theirs is explained; a bug of ours is logged under a
 * number that they are given. A file that was edited badly is named to whoever `mayMend` it. `context` says where it happened, in no words of theirs.
 */
export function explain(error: unknown, log: Logger, context: object, words: BotWords, mayMend = false): Message {
  if (error instanceof NotUnderstood) return notice(words.say('I did not understand that'), [error.message]);
  if (isOutdated(error)) {
    const why = words.say('That command is no longer offered. Type / to see what there is, or use /help.');
    return notice(words.say('I did not understand that'), [why]);
  }
  if (error instanceof FileWrong) {
    log.error({ event: 'file wrong', ...context, err: error });
    const why = mayMend
      ? [error.message, words.say('Mend the file, or put a backup of it in its place, and try again.')]
      : [words.say('One of my files was edited and can’t be read. Those who run me find in the log which one it is.')];
    return notice(words.say('A file needs mending'), [...why, words.say('Nothing was changed.')], 'trouble');
  }
  const shortage = shortageIn(error);
  if (shortage !== null) {
    log.error({ event: 'shortage', of: shortage, ...context, err: error });
    const why =
      shortage === 'open files'
        ? words.say('My machine lets me open no more files. Those who run me must allow more (ulimit -n).')
        : words.say('There is no room left on my disk, so this could not be kept. Those who run me must make room.');
    return notice(words.say('That can’t be done just now'), [why], 'trouble');
  }
  const incident = newIncident();
  log.error({ event: 'failed', incident, ...context, err: error });
  return faultOfOurs(incident, words);
}

/** The number of a fault, for those who run the bot to find it in the log. */
export const newIncident = (): string => randomBytes(4).toString('hex');

export const faultOfOurs = (incident: string, words: BotWords): Message =>
  notice(
    words.say('Something went wrong here'),
    [
      words.say('This is my fault, not yours. Please try again; if it keeps happening, tell whoever runs this bot:'),
      words.say('incident {incident}', { incident }),
    ],
    'trouble',
  );

/** Replies to the person who pressed or typed, in whichever way is still open. Never throws. */
export async function replyTrouble(
  interaction: RepliableInteraction,
  error: unknown,
  log: Logger,
  context: object,
  words: BotWords,
  mayMend = false,
): Promise<void> {
  if (isTooLate(error)) {
    log.warn({ event: 'too late', ...context, err: error });
    return;
  }
  const message = explain(error, log, context, words, mayMend);
  try {
    if (!interaction.deferred && !interaction.replied)
      await inBestForm(privately(message), (form) => interaction.reply(form));
    else if (interaction.ephemeral === null) {
      // The answer was to replace the message whose button was pressed: that one stays as it is.
      await inBestForm(privately(message), (form) => interaction.followUp(form));
    } else if (error instanceof NotUnderstood && !interaction.ephemeral) {
      // What was promised for all to see can't be made private; it is taken back instead.
      await interaction.deleteReply();
      await inBestForm(privately(message), (form) => interaction.followUp(form));
    } else await inBestForm(message, (form) => interaction.editReply(form));
  } catch (failure) {
    log.warn({ event: 'could not notify', ...context, err: failure });
  }
}

/** Seen only by whoever asked. */
export const privately = ({ components, flags }: Message) => ({ components, flags: flags | MessageFlags.Ephemeral });
