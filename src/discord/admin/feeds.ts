import type { ChatInputCommandInteraction, Client } from 'discord.js';
import { NotUnderstood } from '../../answers/command.ts';
import type { Feeds } from '../../intake/feeds.ts';
import { NotFetched } from '../../intake/fetch-page.ts';
import { type Message, notice, pagedNotice } from '../render/render.ts';
import type { BotWords } from '../words/words.ts';

const EVERY = 60;

/** Looks at the feeds from now on; what is wrong with one is reported, once, to whoever added it. */
export function startFeeds(feeds: Feeds, client: Client<true>): void {
  feeds.start(async (feed, paragraphs) => {
    if (feed.added_by) await client.users.send(feed.added_by, notice('About a feed', paragraphs, 'trouble'));
  });
}

/** /admin feeds add, list, remove and check, once it is acknowledged. */
export async function adminFeeds(
  interaction: ChatInputCommandInteraction,
  feeds: Feeds,
  words: BotWords,
): Promise<void> {
  const url = interaction.options.getString('url')?.trim() ?? '';
  const minutes = interaction.options.getInteger('minutes') ?? EVERY;
  await interaction.editReply(
    await outcome(interaction.options.getSubcommand(), url, minutes, interaction.user.id, feeds, words),
  );
}

async function outcome(
  what: string,
  url: string,
  minutes: number,
  user: string,
  feeds: Feeds,
  words: BotWords,
): Promise<Message> {
  switch (what) {
    case 'add': {
      if (!URL.canParse(url))
        throw new NotUnderstood(words.say('That is no web address: write it in full, with https:// before it.'));
      try {
        const { title, items } = await feeds.add({ url: new URL(url).href, minutes, added_by: user });
        return notice(words.say('Feed followed'), [
          words.say('{feed}: {articles} in it just now', {
            feed: title ?? url,
            articles: words.say('{n} articles', { n: items }),
          }),
          words.say('I look at it every {time}, and keep what is new.', { time: inWords(minutes) }),
        ]);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return notice(
          words.say('Feed not followed'),
          [error instanceof NotFetched ? `${url}: ${why}` : why],
          'trouble',
        );
      }
    }
    case 'remove': {
      const removed = feeds.remove(URL.canParse(url) ? new URL(url).href : url);
      if (!removed) throw new NotUnderstood(words.say('No feed of that address is followed: see /admin feeds list.'));
      return notice(words.say('Feed removed'), [url, words.say('Its articles stay in the archive.')]);
    }
    case 'check': {
      const { kept, failed } = await feeds.check('all');
      return notice(words.say('Feeds checked'), [
        words.say('New articles: {n}', { n: kept.length }),
        ...kept.slice(0, 5).map((file) => words.say('Kept as {file}', { file })),
        ...failed.slice(0, 3).map((one) => `${one.url}: ${one.problem}`),
      ]);
    }
    default:
      return feedsPage(0, feeds, words);
  }
}

/** One page of the feeds that are followed. */
export function feedsPage(page: number, feeds: Feeds, words: BotWords): Message {
  const followed = feeds.list();
  if (followed.length === 0)
    return notice(words.say('Feeds'), [words.say('None is followed. Add one with /admin feeds add.')]);
  const lines = followed.map(({ feed, state }) => {
    const how =
      state.problem === null
        ? words.say('{n} articles', { n: state.seen.length })
        : words.say('in trouble: {problem}', { problem: state.problem });
    return `${feed.url} · ${words.say('every {time}', { time: inWords(feed.minutes) })} · ${how}`;
  });
  return pagedNotice(words.say('Feeds'), lines, page, 'admin:feeds', words);
}

const inWords = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`);
