import { setTimeout as pause } from 'node:timers/promises';
import type { FeedIntake } from './feed-intake.ts';
import { type FeedItem, type ReadFeed, readFeedPage } from './feed-items.ts';
import type { Feed } from './feed-list.ts';
import type { FeedState } from './feed-state.ts';
import { type FetchOptions, fetchPage, NotFetched } from './fetch-page.ts';
import type { Robots } from './robots.ts';
import { addressHash } from './taken-down.ts';

/** What looking at a feed takes. */
export interface Poller {
  readonly intake: Pick<FeedIntake, 'draftOfUrl' | 'keepNew' | 'wasTakenDown'>;
  readonly robots: Robots;
  readonly fetching: FetchOptions;
  /** Between two pages of a site that asks for no longer, in milliseconds. */
  readonly gap: number;
  readonly signal: AbortSignal;
}

/** What came of looking at a feed. */
export interface Polled {
  readonly state: FeedState;
  /** The files of new articles. */
  readonly kept: readonly string[];
  /** Articles given up for good, and why. */
  readonly givenUp: readonly string[];
}

/** More new articles than this wait for the next time. */
const MOST_AT_ONCE = 30;
const MOST_TRIES = 3;
const MOST_SEEN = 5000;
const LONGEST_BACK_OFF = 24 * 3_600_000;
const FEEDS = /^(?:text|application)\/(?:[\w.+-]*xml|[\w.+-]*json|html|plain|octet-stream)$/;

/**
 * Looks at a feed and keeps what is new in it, a page at a time, as each site's robots.txt allows. Never throws: a feed that
 * fails is looked at again after twice the time, or when its server says, and a page that fails for now is tried at the next two occasions.
 */
export async function pollFeed(feed: Feed, before: FeedState, poller: Poller): Promise<Polled> {
  try {
    const page = await fetchPage(feed.url, { ...poller.fetching, types: FEEDS, since: before, signal: poller.signal });
    const settled = { ...before, failures: 0, problem: null, nextAt: nextAt(feed, 0) };
    if (page.unchanged) return { state: settled, kept: [], givenUp: [] };
    const { items } = readFeedPage(page);
    const seen = new Set(before.seen);
    const isSeen = ({ url, id }: FeedItem) => seen.has(addressHash(url)) || (id !== null && seen.has(addressHash(id)));
    const fresh = items.filter((item) => !isSeen(item) && !poller.intake.wasTakenDown(item.url));
    const { done, trying, kept, givenUp, wait } = await takeIn(fresh.slice(0, MOST_AT_ONCE), before, poller);
    const isWhole = done.length === fresh.length;
    const state: FeedState = {
      ...settled,
      nextAt: Math.max(settled.nextAt, Date.now() + wait),
      // What is left over is only seen again if the feed is sent again.
      etag: isWhole ? page.etag : null,
      lastModified: isWhole ? page.lastModified : null,
      seen: [
        ...before.seen,
        ...done.flatMap(({ url, id }) => [url, ...(id === null || id === url ? [] : [id])].map(addressHash)),
      ].slice(-MOST_SEEN),
      trying,
    };
    return { state, kept, givenUp };
  } catch (error) {
    const failures = before.failures + 1;
    const problem = error instanceof Error ? error.message : String(error);
    const at = Math.max(nextAt(feed, failures), Date.now() + waitOf(error));
    return { state: { ...before, failures, problem, nextAt: at }, kept: [], givenUp: [] };
  }
}

async function takeIn(
  items: ReadFeed['items'],
  before: FeedState,
  { intake, robots, gap, signal }: Poller,
): Promise<{ done: FeedItem[]; trying: Record<string, number>; kept: string[]; givenUp: string[]; wait: number }> {
  const done: FeedItem[] = [];
  const kept: string[] = [];
  const givenUp: string[] = [];
  const trying: Record<string, number> = {};
  /** Sites that asked to be left alone: what is left of them waits for the next time. */
  const resting = new Set<string>();
  let wait = 0;
  for (const [index, item] of items.entries()) {
    const { url, published } = item;
    if (signal.aborted) break;
    if (resting.has(new URL(url).origin)) continue;
    try {
      if (!(await robots.mayFetch(url))) throw new Error('its site does not let programs read it (robots.txt)');
      if (index > 0) await pause((await robots.delay(url)) ?? gap, undefined, { signal });
      const draft = await intake.draftOfUrl(url, signal);
      const { metadata } = draft.source;
      const dated = { ...draft.source, metadata: { ...metadata, published: metadata.published ?? published } };
      const file = await intake.keepNew({ ...draft, source: dated });
      if (file !== null) kept.push(file);
      done.push(item);
    } catch (error) {
      if (signal.aborted) break;
      const tries = (before.trying[url] ?? 0) + 1;
      if (waitOf(error) > 0) resting.add(new URL(url).origin);
      wait = Math.max(wait, waitOf(error));
      const mayPass =
        error instanceof NotFetched && (error.status === null || error.status === 429 || error.status >= 500);
      if (mayPass && tries < MOST_TRIES) trying[url] = tries;
      else {
        done.push(item);
        givenUp.push(`${url}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return { done, trying, kept, givenUp, wait };
}

/** How long a site asks to be left alone; no longer than a day. */
const waitOf = (error: unknown): number => (error instanceof NotFetched ? Math.min(error.wait, LONGEST_BACK_OFF) : 0);

/** After the feed's own time, twice that for each failure, a tenth earlier or later so that feeds don't come all at once. */
function nextAt({ minutes }: Feed, failures: number): number {
  const wait = Math.max(minutes * 60_000, Math.min(minutes * 60_000 * 2 ** failures, LONGEST_BACK_OFF));
  return Date.now() + wait * (0.9 + Math.random() * 0.2);
}
