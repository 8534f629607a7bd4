import type { Logger } from 'pino';
import type { FeedIntake } from './feed-intake.ts';
import { readFeedPage } from './feed-items.ts';
import { type Feed, readFeeds, removeFeed, writeFeed } from './feed-list.ts';
import { type FeedState, newState, readStates, writeStates } from './feed-state.ts';
import { type FetchOptions, fetchPage } from './fetch-page.ts';
import { type Polled, pollFeed } from './poll-feed.ts';
import { openRobots } from './robots.ts';

/** The feeds that are followed. */
export interface Feeds {
  list(): readonly { readonly feed: Feed; readonly state: FeedState }[];
  /** Follows a feed from now on; returns its title and how many articles it lists. Throws where it is no feed, or followed already. */
  add(feed: Feed): Promise<{ readonly title: string | null; readonly items: number }>;
  /** False where it was not followed. */
  remove(url: string): boolean;
  /** Looks at all feeds now, or at those whose time has come. */
  check(which: 'all' | 'due'): Promise<FeedsChecked>;
  /** Looks at them as their time comes, from now on, and tells whoever added a feed what is wrong with it. */
  start(notify: NotifyOwner): void;
  close(): Promise<void>;
}

/** What came of looking at feeds. */
export interface FeedsChecked {
  readonly kept: readonly string[];
  readonly failed: readonly { readonly url: string; readonly problem: string }[];
}

/** Tells whoever added a feed what is wrong with it. */
export type NotifyOwner = (feed: Feed, paragraphs: readonly string[]) => Promise<void>;

const LOOKED_EVERY = 60_000;

/** Opens the feeds of DATA_DIR/feeds.yaml. `gap` is the pause between two pages of a site, in milliseconds. */
export function openFeeds(
  dataDir: string,
  intake: FeedIntake,
  { log, fetching = {}, gap = 2000 }: { log: Logger; fetching?: FetchOptions; gap?: number },
): Feeds {
  const robots = openRobots(fetching);
  const ending = new AbortController();
  let timer: NodeJS.Timeout | null = null;
  let notify: NotifyOwner | null = null;
  let checking: Promise<FeedsChecked> | null = null;

  const stateOf = (url: string): FeedState => readStates(dataDir).get(url) ?? newState();

  async function look(which: 'all' | 'due'): Promise<FeedsChecked> {
    const kept: string[] = [];
    const failed: { url: string; problem: string }[] = [];
    for (const feed of readFeeds(dataDir)) {
      const before = stateOf(feed.url);
      if (ending.signal.aborted || (which === 'due' && before.nextAt > Date.now())) continue;
      const polled = await pollFeed(feed, before, { intake, robots, fetching, gap, signal: ending.signal });
      if (ending.signal.aborted && polled.state.problem !== null) break;
      // Read again: it may have been removed, or another changed, meanwhile.
      writeStates(dataDir, readStates(dataDir).set(feed.url, polled.state));
      kept.push(...polled.kept);
      if (polled.state.problem !== null) failed.push({ url: feed.url, problem: polled.state.problem });
      log.info({ event: 'feed', kept: polled.kept.length, failures: polled.state.failures });
      await report(feed, before, polled);
    }
    return { kept, failed };
  }

  /** A feed's trouble is reported when it begins, and not again until it has been over. */
  async function report(feed: Feed, before: FeedState, { state, givenUp }: Polled): Promise<void> {
    const news = [
      ...(state.problem !== null && before.problem === null
        ? [
            `The feed ${feed.url} could not be read: ${state.problem}`,
            'I try again, ever more seldom, and say no more of it until it works again.',
          ]
        : []),
      ...(givenUp.length > 0 ? [`Articles of the feed ${feed.url} that could not be added:`, ...givenUp] : []),
    ];
    if (news.length === 0) return;
    try {
      await notify?.(feed, news);
    } catch (error) {
      log.warn({ event: 'feed owner not notified', err: error });
    }
  }

  const check: Feeds['check'] = async (which) => {
    if (checking) {
      const shared = await checking;
      if (which === 'due') return shared;
    }
    checking = look(which).finally(() => {
      checking = null;
    });
    const checked = await checking;
    if (checked.kept.length > 0 && !ending.signal.aborted) await intake.refresh();
    return checked;
  };

  return {
    list: () => readFeeds(dataDir).map((feed) => ({ feed, state: stateOf(feed.url) })),
    async add(feed) {
      if (readFeeds(dataDir).some(({ url }) => url === feed.url)) throw new Error('That feed is followed already.');
      const page = await fetchPage(feed.url, { ...fetching, types: /./ });
      const { title, items } = readFeedPage(page);
      writeFeed(dataDir, feed);
      return { title, items: items.length };
    },
    remove: (url) => removeFeed(dataDir, url),
    check,
    start(toWhom) {
      notify = toWhom;
      const tick = () => {
        check('due').catch((error: unknown) => log.error({ event: 'feeds not checked', err: error }));
      };
      timer = setInterval(tick, LOOKED_EVERY);
      tick();
    },
    async close() {
      if (timer) clearInterval(timer);
      ending.abort();
      await checking?.catch(() => {}); // Logged by whoever began it.
    },
  };
}
