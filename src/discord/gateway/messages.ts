import type { Client, Message as Received } from 'discord.js';
import { inContext } from '../../answers/follow-up.ts';
import { askedBy, askQuestion, askWords } from '../../remote/ask.ts';
import { dayOf } from '../../text/edtf.ts';
import { replyWith } from '../commands/reply.ts';
import { inBestForm } from '../render/best-form.ts';
import { type Message, notice } from '../render/render.ts';
import { explain, isShut } from '../render/trouble.ts';
import type { BotContext } from '../stores/context.ts';
import { type BotWords, languageByScript, wordsFor } from '../words/words.ts';
import { askingOfMessage, refusalOf } from './access.ts';
import { tooFast } from './waiting.ts';

/** Is this for the bot to answer? A direct message or one that mentions it, from a person. */
export function isForUs(message: Received, client: Client<true>): boolean {
  if (message.author.bot || message.system || message.webhookId !== null) return false;
  return message.channel.isDMBased() || message.mentions.users.has(client.user.id);
}

/** Answers a plain question, in the channel where it was asked. Never throws. */
export async function answerMessage(message: Received, client: Client<true>, everybodys: BotContext): Promise<void> {
  const bot = { ...everybodys, keeper: askedBy(message.author.id, everybodys.keeper) };
  const context = { what: message.channel.isDMBased() ? 'direct message' : 'mention', message: message.id };
  const started = performance.now();
  const { mayNotify, secondsToWait } = bot.limits;
  try {
    const typed = message.content.replaceAll(new RegExp(`<@!?${client.user.id}>`, 'g'), ' ').trim();
    const words = wordsOf(message, typed, bot);
    const refusal = refusalOf(askingOfMessage(message), bot, words);
    if (refusal !== null) {
      bot.log.info({ event: 'refused', ...context });
      // In private: where the bot is not to be asked it is not to write either.
      if (mayNotify(message.author.id, message.channelId))
        await message.author.send(notice(words.say('Not here, sorry'), [refusal]));
      return;
    }
    const seconds = secondsToWait(message.author.id, message.guildId);
    if (seconds > 0) {
      bot.log.info({ event: 'too fast', ...context });
      if (mayNotify(message.author.id, message.channelId)) await send(message, tooFast(words, seconds));
      return;
    }
    // Typing is a courtesy: where it is refused, the reply itself shows whether we may write.
    if (message.channel.isSendable()) {
      message.channel.sendTyping().catch((err: unknown) => bot.log.debug({ event: 'not typing', ...context, err }));
    }
    await send(message, await replyTo(message, typed, bot, context, words));
    bot.log.info({ event: 'answered', ...context, ms: Math.round(performance.now() - started) });
  } catch (error) {
    if (isShut(error)) await sendPrivately(message, bot, context, wordsOf(message, '', bot));
    else bot.log.error({ event: 'could not reply', ...context, err: error });
  }
}

/** A message has no locale: the server's language, else that of its script, else the one the server prefers. */
function wordsOf({ guild }: Received, typed: string, { settings }: BotContext): BotWords {
  const language = settings.ofServer(guild?.id ?? null).language ?? languageByScript(typed);
  return wordsFor(language ?? guild?.preferredLocale ?? 'en');
}

/** In a direct message or a thread one may go on with what one asked last; elsewhere others talk in between. */
const isConversation = ({ channel }: Received): boolean => channel.isDMBased() || channel.isThread();

async function replyTo(
  message: Received,
  typed: string,
  bot: BotContext,
  context: object,
  words: BotWords,
): Promise<Message> {
  const { author, channelId } = message;
  const { archive } = bot.keeper;
  const today = dayOf(new Date());
  try {
    const before = isConversation(message) ? bot.conversations.last(author.id, channelId) : null;
    const meant = before && inContext(typed, before, today);
    const answer = await (meant
      ? askQuestion(meant, archive, words.language)
      : askWords(typed, archive, today, words.language));
    if (isConversation(message) && answer.question.command !== 'help')
      bot.conversations.remember(author.id, channelId, answer.question);
    // A question kept in its own words is understood anew when a button asks it again, with what that takes for granted.
    const notes = answer.question.command === 'ask' ? [] : answer.assumed;
    return await replyWith(answer, notes, 0, { words, isPrivate: false }, bot);
  } catch (error) {
    return explain(error, bot.log, context, words);
  }
}

/**
 * Replies to the message; where it was deleted meanwhile, simply writes below. By the nonce Discord knows a reply that is sent
 * again because its confirmation got lost, and does not show it twice.
 */
const send = (message: Received, answer: Message): Promise<unknown> =>
  inBestForm({ ...answer, failIfNotExists: false, nonce: message.id, enforceNonce: true }, (form) =>
    message.reply(form),
  );

/** The bot may not write in that channel, or to that person: whoever asked gets a direct message, if that is open. */
async function sendPrivately(message: Received, { log }: BotContext, context: object, words: BotWords): Promise<void> {
  log.warn({ event: 'may not write there', ...context, channel: message.channelId });
  if (message.channel.isDMBased()) return;
  try {
    await message.author.send(
      notice(words.say('I may not write there'), [
        words.say(
          'You asked me something in a channel where I may not write. Ask me here, or use a slash command there.',
        ),
      ]),
    );
  } catch (error) {
    log.warn({ event: 'could not notify', ...context, err: error });
  }
}
