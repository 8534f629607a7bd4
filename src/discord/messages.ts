import type { Client, Message as Received } from 'discord.js';
import { answerWords } from '../../commands/index.ts';
import { dayOf } from '../text/edtf.ts';
import type { Desk } from './desk.ts';
import { type Message, notice } from './render.ts';
import { replyWith } from './reply.ts';
import { explain, isShut } from './trouble.ts';

/** Is this for the bot to answer? A direct message or one that mentions it, from a person. */
export function isForUs(message: Received, client: Client<true>): boolean {
  if (message.author.bot || message.system || message.webhookId !== null) return false;
  return message.channel.isDMBased() || message.mentions.users.has(client.user.id);
}

/** Answers a plain question, in the channel where it was asked. Never throws. */
export async function answerMessage(message: Received, client: Client<true>, desk: Desk): Promise<void> {
  const context = { what: message.channel.isDMBased() ? 'direct message' : 'mention', message: message.id };
  const started = performance.now();
  try {
    const words = message.content.replaceAll(new RegExp(`<@!?${client.user.id}>`, 'g'), ' ').trim();
    // Typing is a courtesy: where it is refused, the reply itself tells whether we may write.
    if (message.channel.isSendable()) {
      message.channel.sendTyping().catch((err: unknown) => desk.log.debug({ event: 'not typing', ...context, err }));
    }
    await send(message, await replyTo(words, desk, context));
    desk.log.info({ event: 'answered', ...context, ms: Math.round(performance.now() - started) });
  } catch (error) {
    if (isShut(error)) await tellInPrivate(message, desk, context);
    else desk.log.error({ event: 'could not reply', ...context, err: error });
  }
}

async function replyTo(words: string, { keeper, memory, log }: Desk, context: object): Promise<Message> {
  try {
    return await replyWith(await answerWords(words, keeper.archive, dayOf(new Date())), 0, memory.keyOf, log);
  } catch (error) {
    return explain(error, log, context);
  }
}

/**
 * Replies to the message; where it was deleted meanwhile, simply writes below. By the nonce Discord knows a reply that is sent
 * again because its confirmation got lost, and does not show it twice.
 */
const send = (message: Received, answer: Message): Promise<unknown> =>
  message.reply({ ...answer, failIfNotExists: false, nonce: message.id, enforceNonce: true });

/** The bot may not write in that channel, or to that person: whoever asked is told by direct message, if that is open. */
async function tellInPrivate(message: Received, { log }: Desk, context: object): Promise<void> {
  log.warn({ event: 'may not write there', ...context, channel: message.channelId });
  if (message.channel.isDMBased()) return;
  try {
    await message.author.send(
      notice('I may not write there', [
        'You asked me something in a channel where I may not write. Ask me here, or use a slash command there.',
      ]),
    );
  } catch (error) {
    log.warn({ event: 'could not tell', ...context, err: error });
  }
}
