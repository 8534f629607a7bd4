import { type Client, DiscordAPIError, Routes } from 'discord.js';
import type { DueBriefing } from '../../alerts/briefings.ts';
import type { Answer } from '../../answers/answer.ts';
import type { BriefingQuestion } from '../../answers/question.ts';
import { askQuestion } from '../../remote/ask.ts';
import { inBestForm } from '../render/best-form.ts';
import { notice, render } from '../render/render.ts';
import type { BotContext } from '../stores/context.ts';
import { wordsFor } from '../words/words.ts';
import { after, GONE, MOST_TRIES } from './trouble.ts';

/** Sends the briefings that are due: noted first, so that each is sent once, whatever happens on the way. */
export async function sendBriefings(client: Client<true>, bot: BotContext): Promise<void> {
  bot.briefings.noteDue(new Date());
  for (const due of bot.briefings.due(new Date())) await sendOne(client, due, bot);
}

async function sendOne(client: Client<true>, due: DueBriefing, bot: BotContext): Promise<void> {
  const { briefings, log, settings } = bot;
  const { to, owner, about, always } = due.briefing;
  const words = wordsFor((to.is === 'channel' ? settings.ofServer(to.server).language : null) ?? 'en');
  const question: BriefingQuestion = {
    command: 'briefing',
    articles: due.articles.slice(-MOST_ARTICLES),
    edited: due.edited.slice(-MOST_ARTICLES),
    today: due.day,
    follow: followedBy(owner, bot),
    ...(about.length > 0 && { about }),
  };
  try {
    const isEmpty = due.articles.length + due.edited.length === 0;
    const answer: Answer | null = isEmpty ? null : await askQuestion(question, bot.keeper.archive, words.language);
    if (answer?.found !== true && !always) return briefings.settle(due, new Date());
    const message = answer?.found
      ? render(answer, 0, {
          words,
          keyOf: (asked) => bot.buttons.keyOf({ question: asked, notes: [] }),
          ownKey: bot.buttons.keyOf({ question, notes: [] }),
          next: [],
          isPrivate: false,
          formats: [],
        })
      : notice(words.say('Nothing new'), [words.say('Nothing new came in.')]);
    if (to.is === 'direct') {
      const payload = { ...message, nonce: due.nonce, enforceNonce: true };
      await inBestForm(payload, (form) => client.users.send(to.person, form));
    } else {
      const body = { ...message, nonce: due.nonce, enforce_nonce: true, allowed_mentions: { parse: [] } };
      await inBestForm(body, (form) => client.rest.post(Routes.channelMessages(to.channel), { body: form }));
    }
    briefings.settle(due, new Date());
    log.info({ event: 'briefing sent', articles: due.articles.length });
  } catch (error) {
    if (error instanceof DiscordAPIError && GONE.includes(error.code)) {
      log.warn({ event: 'briefings ended', briefings: briefings.end(to), place: to.is });
    } else if (due.tries + 1 >= MOST_TRIES) {
      log.error({ event: 'briefing given up', tries: due.tries + 1, err: error });
      briefings.settle(due, new Date());
    } else {
      log.warn({ event: 'briefing put off', tries: due.tries + 1, err: error });
      briefings.putOff(due, after(due.tries + 1));
    }
  }
}

/** As many as a question may name. */
export const MOST_ARTICLES = 300;

/** The people that somebody follows: their new words are part of a briefing. */
export const followedBy = (person: string, { watches }: BotContext): string[] =>
  watches
    .ofOwner(person)
    .flatMap(({ what, ended }) => (ended === null && what.is === 'person' ? [what.who.name] : []))
    .slice(0, 50);
