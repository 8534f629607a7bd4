import { parseFeed } from 'feedsmith';
import { decodeDocument } from '../corpus/encoding.ts';
import { isWebAddress } from '../corpus/frontmatter.ts';
import { plainWords } from '../corpus/plain-words.ts';
import { withoutRedirect } from './canonical-url.ts';
import type { Fetched } from './fetch-page.ts';

/** One entry of a feed. */
export interface FeedItem {
  readonly url: string;
  /** When it came out, as the feed writes it. */
  readonly published: string | null;
  /** What the feed knows it by, whatever its address is now; null where it has no name of its own. */
  readonly id: string | null;
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
  const { title, base: own, found } = entriesIn(content);
  const feedBase = resolved(own, base) ?? base;
  const itemIds = namesOf(found);
  const items = found.flatMap(({ addresses, base: entryBase, published, id }): FeedItem[] => {
    const from = resolved(entryBase, feedBase) ?? feedBase;
    const url = addresses.flatMap((address) => resolved(address, from) ?? [])[0];
    return url ? [{ url, published: published?.trim() || null, id: id && itemIds.has(id) ? id : null }] : [];
  });
  return { title: plainWords(title), items: eachOnce(items) };
}

/** An article whose address has changed stands in a feed twice, under one name: the first is the newer. */
function eachOnce(items: readonly FeedItem[]): FeedItem[] {
  const seen = new Set<string>();
  return items.filter(({ url, id }) => {
    const isKnown = seen.has(url) || (id !== null && seen.has(`id ${id}`));
    seen.add(url).add(`id ${id ?? url}`);
    return !isKnown;
  });
}

/** The names that name one item each, or one under two addresses: some feeds give all their items the same. */
function namesOf(entries: readonly Entry[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { id } of entries) if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count <= 2 && count < Math.max(2, entries.length)).map(([id]) => id),
  );
}

/** An address as a browser would open it; null for what stands where an address is missing ("N/A", "#", "none"). */
function resolved(address: string | null | undefined, base: string): string | null {
  const written = address?.trim() ?? '';
  if (written === '' || /^(?:n\/?a|none|null|undefined|unknown|-|#.*)$/i.test(written) || !URL.canParse(written, base))
    return null;
  const { href } = new URL(written, base);
  return isWebAddress(href) ? withoutRedirect(href) : null;
}

interface Entry {
  /** Where its article may be, the likeliest first. */
  readonly addresses: readonly (string | undefined)[];
  readonly base: string | undefined;
  readonly published: string | undefined;
  readonly id: string | undefined;
}

interface FoundEntries {
  readonly title: string | undefined;
  readonly base: string | undefined;
  readonly found: readonly Entry[];
}

interface Link {
  readonly href?: string | undefined;
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
}

/** Of an entry's links those to its page: alternates, HTML before what is of no type, and that before others. */
function pagesOf(links: readonly Link[] | undefined): (string | undefined)[] {
  const rank = ({ type }: Link): number => (type === undefined ? 1 : /html/i.test(type) ? 0 : 2);
  const alternates = (links ?? []).filter(({ rel }) => rel === undefined || rel === '' || rel === 'alternate');
  return alternates.toSorted((a, b) => rank(a) - rank(b)).map(({ href }) => href);
}

/** A name that is an address in full may be the article's: "tag:example.org,2021:1" and "17" are none. */
const ifAddress = (id: string | undefined): string | undefined =>
  id !== undefined && isWebAddress(id.trim()) ? id : undefined;

function entriesIn(content: string): FoundEntries {
  const read = parsed(content);
  switch (read.format) {
    case 'rss': {
      const found = (read.feed.items ?? []).map(({ link, guid, pubDate, dc, atom, xml }) => ({
        addresses: [link, ...pagesOf(atom?.links), ifAddress(guid?.value)],
        base: xml?.base,
        published: pubDate ?? dc?.dates?.[0] ?? atom?.published ?? atom?.updated,
        id: guid?.value,
      }));
      return { title: read.feed.title, base: read.feed.xml?.base, found };
    }
    case 'rdf': {
      const found = (read.feed.items ?? []).map(({ link, dc, atom, rdf }) => ({
        addresses: [link, ...pagesOf(atom?.links), ifAddress(rdf?.about)],
        base: undefined,
        published: dc?.dates?.[0] ?? atom?.published ?? atom?.updated,
        id: rdf?.about,
      }));
      return { title: read.feed.title, base: undefined, found };
    }
    case 'atom': {
      const found = (read.feed.entries ?? []).map(({ links, published, updated, id, dc, xml }) => ({
        addresses: [...pagesOf(links), ifAddress(id)],
        base: xml?.base,
        published: published ?? dc?.dates?.[0] ?? updated,
        id,
      }));
      return { title: read.feed.title?.value, base: read.feed.xml?.base, found };
    }
    case 'json': {
      const found = (read.feed.items ?? []).map(({ url, external_url, id, date_published, date_modified }) => ({
        addresses: [url, external_url, ifAddress(id)],
        base: undefined,
        published: date_published ?? date_modified,
        id,
      }));
      return { title: read.feed.title, base: undefined, found };
    }
  }
}

function parsed(content: string) {
  for (const whole of [content, ...completed(content)]) {
    try {
      return parseFeed<string>(whole);
    } catch {
      // Cut off, or no feed.
    }
  }
  throw new Error('That is no feed: neither RSS nor Atom nor a JSON feed.');
}

/** A feed that was cut off on its way, up to its last whole item. */
function completed(content: string): string[] {
  if (/^\s*\{/.test(content)) return [`${content.slice(0, content.lastIndexOf('},') + 1)}]}`];
  const end = /^[\s\S]*<\/(item|entry)\s*>/.exec(content)?.[0];
  if (end === undefined) return [];
  const ends = ['</channel></rss>', '</feed>', '</rdf:RDF>', '</channel></rdf:RDF>'];
  const opening = /<(rss|feed|rdf:RDF)\b/i.exec(content)?.[1]?.toLowerCase();
  return ends
    .filter((closing) => opening !== undefined && closing.toLowerCase().endsWith(`${opening}>`))
    .map((closing) => end + closing);
}
