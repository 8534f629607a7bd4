import { parseFeed } from 'feedsmith';
import { decodeDocument } from '../corpus/encoding.ts';
import { isWebAddress } from '../corpus/frontmatter.ts';
import type { Fetched } from './fetch-page.ts';

/** One entry of a feed. */
export interface FeedItem {
  readonly url: string;
  /** When it came out, as the feed writes it. */
  readonly published: string | null;
}

export interface ReadFeed {
  readonly title: string | null;
  /** In the feed's order, which is newest first as a rule. */
  readonly items: readonly FeedItem[];
}

/** The feed of a fetched document. Throws, saying so, where it is none. */
export function readFeedPage({ bytes, charset, url }: Pick<Fetched, 'bytes' | 'charset' | 'url'>): ReadFeed {
  return readFeed(decodeDocument(bytes, charset), url);
}

/** Reads an RSS, Atom, RDF or JSON feed; addresses in it are relative to `base`. Throws, saying so, where it is none. */
export function readFeed(content: string, base: string): ReadFeed {
  const { title, found } = entriesIn(content);
  const items = found.flatMap(({ url, published }): FeedItem[] => {
    const address = url && URL.canParse(url, base) ? new URL(url, base).href : null;
    return address && isWebAddress(address) ? [{ url: address, published: published ?? null }] : [];
  });
  return { title: title?.trim() || null, items: [...new Map(items.map((item) => [item.url, item])).values()] };
}

interface Entry {
  readonly url: string | undefined;
  readonly published: string | undefined;
}

function entriesIn(content: string): { readonly title: string | undefined; readonly found: readonly Entry[] } {
  const read = parsed(content);
  switch (read.format) {
    case 'rss': {
      const items = read.feed.items ?? [];
      const found = items.map(({ link, guid, pubDate }) => ({ url: link ?? guid?.value, published: pubDate }));
      return { title: read.feed.title, found };
    }
    case 'rdf':
      return {
        title: read.feed.title,
        found: (read.feed.items ?? []).map(({ link, dc }) => ({ url: link, published: dc?.dates?.[0] })),
      };
    case 'atom': {
      const found = (read.feed.entries ?? []).map(({ links, published, updated }) => ({
        url: (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href,
        published: published ?? updated,
      }));
      return { title: read.feed.title?.value, found };
    }
    case 'json': {
      const items = read.feed.items ?? [];
      const found = items.map(({ url, external_url, date_published }) => ({
        url: url ?? external_url,
        published: date_published,
      }));
      return { title: read.feed.title, found };
    }
  }
}

function parsed(content: string) {
  try {
    return parseFeed<string>(content);
  } catch {
    throw new Error('That is no feed: neither RSS nor Atom nor a JSON feed.');
  }
}
