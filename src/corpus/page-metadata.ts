import { authorNames } from './author-names.ts';
import { dateEntered, dateIn, WEB_BEGINS, zonedTime } from './dates.ts';
import { type LinkedArticle, linkedArticle } from './linked-data.ts';
import { domainOf } from './outlets.ts';
import type { PageDocument, PageElement } from './page-document.ts';
import { plainWords } from './plain-words.ts';
import type { Metadata } from './provenance.ts';

/** What a page says of itself, and its article as its linked data have it. */
export interface PageMetadata {
  readonly metadata: Metadata;
  readonly linked: LinkedArticle | null;
}

/**
 * Reads what a page says of itself in its head: linked data, and `<meta>` of the many vocabularies (Open Graph, Dublin Core,
 * Parse.ly, Sailthru, Highwire Press, schema.org), by what their names mean. `address` is where it was fetched.
 */
export function metadataOf(document: PageDocument, address: string | null): PageMetadata {
  const metas = metasOf(document);
  const content = (...names: string[]): string | null =>
    names.flatMap((name) => metas.find((meta) => meta.name === name)?.content ?? [])[0] ?? null;
  const base = resolved(document.querySelector('base[href]')?.getAttribute('href'), address) ?? address;
  const canonical = ownAddress(document.querySelector('link[rel="canonical"]')?.getAttribute('href'), base);
  const url = canonical ?? ownAddress(content('ogurl'), base);
  const title = plainWords(document.querySelector('title')?.textContent);
  const heading = headingOf(document, title);
  const shared = plainWords(content('ogtitle') ?? content('twittertitle'));
  const linked = linkedArticle(
    [...document.querySelectorAll('script[type*="ld+json"]')].map((script) => script.textContent ?? ''),
    {
      addresses: [address, url].flatMap((one) => one ?? []),
      headlines: [heading, shared, title].flatMap((one) => one ?? []),
    },
  );
  const outlet = linked?.publisher ?? plainWords(content('ogsitename', 'dcpublisher', 'applicationname'));
  const site = {
    names: [outlet, plainWords(content('ogsitename'))].flatMap((name) => name ?? []),
    domain: domainOf(url ?? address ?? ''),
  };
  const headline =
    linked?.headline ?? (shared && withoutSite(shared, heading, site)) ?? (title && withoutSite(title, heading, site));
  const dates = [...(linked?.published ?? []), ...publicationDates(metas)];
  const metadata: Metadata = {
    url,
    outlet,
    published: bestStamp(dates),
    shown: shownDate(document),
    headline: headline ?? heading,
    authors: authorsOf(linked, metas, document).filter((name) => name !== outlet),
  };
  return { metadata, linked };
}

interface Meta {
  /** In small letters, without what parts words: "article:published_time" is "articlepublishedtime". */
  readonly name: string;
  readonly content: string;
}

function metasOf(document: PageDocument): Meta[] {
  return [...document.querySelectorAll('meta[content]')].flatMap((meta) => {
    const content = meta.getAttribute('content')?.trim();
    if (!content || isOfAnother(meta)) return [];
    const names = ['property', 'name', 'itemprop', 'http-equiv'].flatMap((kind) => meta.getAttribute(kind) ?? []);
    return names.map((name) => ({ name: name.toLowerCase().replace(/[^a-z]/g, ''), content }));
  });
}

/** Microdata of a story in a list of others. */
const isOfAnother = (meta: PageElement): boolean => meta.closest('aside, nav, footer, li') !== null;

/** Names of dates of publication, the plainest first: "article:published_time", "parsely-pub-date", "DC.date.issued", "sailthru.date". */
const DATES: readonly RegExp[] = [
  /publish|pubdate|publication|issued|releasedate|firstposted|originaldate/,
  /^(?:dc|dcterms|sailthru|citation|article)?(?:date|created|datecreated|createdtime|dateposted|posted|time)$/,
];
const NOT_PUBLICATION =
  /modif|updat|expir|revis|valid|event|start|end(?:date|time)|publisher|crawl|lastmod|copyright|birth|death/;

function publicationDates(metas: readonly Meta[]): string[] {
  const named = metas.filter(({ name }) => !NOT_PUBLICATION.test(name));
  return DATES.flatMap((pattern) => named.filter(({ name }) => pattern.test(name)).map(({ content }) => content));
}

/** The first that can be read; of those of its day, one that tells the zone of its readers. */
function bestStamp(stamps: readonly string[]): string | null {
  const readable = stamps.filter((stamp) => (dateEntered(stamp) ?? '') >= WEB_BEGINS);
  const [first] = readable;
  if (first === undefined) return null;
  const day = dateEntered(first);
  const isLocal = (stamp: string): boolean => /[+-](?!00:00)\d\d:\d\d$/.test(zonedTime(stamp) ?? '');
  const moment = Date.parse(first);
  const same = (stamp: string): boolean =>
    dateEntered(stamp) === day || Math.abs(Date.parse(stamp) - moment) < 3_600_000;
  return (
    readable.find((stamp) => isLocal(stamp) && same(stamp)) ??
    readable.find((stamp) => zonedTime(stamp) !== null && dateEntered(stamp) === day) ??
    first
  );
}

/** Of a kind of element: an article's own come first. */
const MOST_LOOKED_AT = 30;

/** The date that stands by the headline: the first `<time>` of the article, or the first that is no part of the page's frame. */
function shownDate(document: PageDocument): string | null {
  const times = [...document.querySelectorAll('time, [itemprop="datePublished"]')]
    .slice(0, MOST_LOOKED_AT)
    .filter(
      (time) =>
        time.closest('nav, footer, aside, li, blockquote, figure') === null && !isFrame(time) && !isModified(time),
    );
  const within = times.filter((time) => time.closest('article, main') !== null);
  for (const time of within.length > 0 ? within : times) {
    for (const stamp of [time.getAttribute('datetime'), time.getAttribute('content'), time.textContent]) {
      if (stamp?.trim() && dateEntered(stamp) !== null) return stamp.trim();
    }
  }
  return dateLine(document);
}

/** Words longer than this are no line about the article, but of it. */
const LONGEST_DATE_LINE = 120;

/** A line between the headline and the text whose class says that it tells of the article: "Veröffentlicht am 3. April 2021 | Jane Roe". */
function dateLine(document: PageDocument): string | null {
  const about =
    '[class*="date"], [class*="time"], [class*="publish"], [class*="posted"], [class*="meta"], [class*="byline"]';
  const inOrder = [...document.querySelectorAll(`h1, p, ${about}`)].slice(0, 10 * MOST_LOOKED_AT) as PageElement[];
  const headline = inOrder.findIndex(({ nodeName }) => nodeName === 'H1');
  const below = inOrder.slice(headline + 1);
  const text = below.findIndex(
    (one) => one.nodeName === 'P' && (one.textContent ?? '').trim().length > LONGEST_DATE_LINE,
  );
  for (const one of headline < 0 ? [] : below.slice(0, text < 0 ? below.length : text)) {
    const words = (one.textContent ?? '').trim();
    const isOfPage = one.closest('nav, footer, aside, li, blockquote, figure') === null && !isModified(one);
    if (one.getAttribute('class') && isOfPage && words.length <= LONGEST_DATE_LINE && dateIn(words) !== null)
      return words;
  }
  return null;
}

/** In the header of the page and not of an article in it. */
const isFrame = (element: PageElement): boolean => {
  const header = element.closest('header');
  return header !== null && header.closest('article, main') === null && header.querySelector('h1') === null;
};

const isModified = (time: PageElement): boolean =>
  /modif|updat/i.test(`${time.getAttribute('itemprop') ?? ''} ${time.getAttribute('class') ?? ''}`) ||
  /\bupdated|modified\b/i.test(time.parentElement?.textContent?.split(time.textContent ?? '')[0]?.slice(-30) ?? '');

const SEPARATOR = /\s+[|\u2013\u2014\u00b7\u2022\u00bb\u00ab:-]+\s+|\s*[|\u00bb\u00ab]\s*|:\s+/;

/** The headline as the page shows it: the `<h1>` whose words stand in the title, else the only one there is. */
function headingOf(document: PageDocument, title: string | null): string | null {
  const headings = [...document.querySelectorAll('h1')]
    .slice(0, MOST_LOOKED_AT)
    .flatMap((one) => plainWords(one.textContent) ?? []);
  const inTitle = headings.filter((words) => title?.toLowerCase().includes(words.toLowerCase()));
  const longest = inTitle.toSorted((a, b) => b.length - a.length)[0];
  if (longest) return longest;
  const [only] = headings;
  return headings.length === 1 && only !== undefined && only.split(' ').length >= 3 ? only : null;
}

/** "Ferry sails again | The Example", "The Example: Ferry sails again" without the site's own name. */
function withoutSite(
  title: string,
  heading: string | null,
  site: { readonly names: readonly string[]; readonly domain: string | null },
): string | null {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const isName = (part: string): boolean =>
    site.names.some((name) => key(name) === key(part)) || isDomain(part, site.domain);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const rest = isName(last)
    ? cut(title, title.lastIndexOf(last), 'end')
    : isName(first)
      ? cut(title, first.length, 'start')
      : title;
  // What stands on the page as its headline is the headline, and what else is in the title the site's; but a site's own name may be an <h1>.
  const isPart = heading !== null && rest?.toLowerCase().includes(heading.toLowerCase());
  if (isPart && heading.length * 2 > (rest?.length ?? 0)) return heading;
  // "Ferry sails again | World": where the site's name stood behind it, so does its section.
  const [before = ''] = rest?.split(/\s+\|\s+/) ?? [];
  return rest !== title && before.split(' ').length >= 3 ? before : rest;
}

function cut(title: string, at: number, which: 'start' | 'end'): string | null {
  const rest = which === 'end' ? title.slice(0, at) : title.slice(at);
  return (
    rest.replace(/^[\s|\u2013\u2014\u00b7\u2022\u00bb\u00ab:-]+|[\s|\u2013\u2014\u00b7\u2022\u00bb\u00ab:-]+$/g, '') ||
    null
  );
}

const key = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** "Westport Herald" is westportherald.example. */
const isDomain = (part: string, domain: string | null): boolean =>
  domain !== null &&
  key(part).length > 3 &&
  (key(part) === key(domain) || domain.split('.').some((label) => key(label) === key(part)));

/** Where a page names its authors, in the order of trust. */
function authorsOf(linked: LinkedArticle | null, metas: readonly Meta[], document: PageDocument): string[] {
  const inMeta = metas
    .filter(({ name }) =>
      /^(?:article|parsely|sailthru|dc|dcterms|citation|og|ogarticle|byline?)?(?:author|authors|creator|byl|byline)(?:name)?$/.test(
        name,
      ),
    )
    .map(({ content }) => content);
  const onPage = [...document.querySelectorAll('[rel~="author"], [itemprop="author"]')]
    .slice(0, MOST_LOOKED_AT)
    .filter((one) => one.closest('aside, footer, nav, li') === null)
    .map((one) => one.textContent ?? '');
  for (const authors of [linked?.authors ?? [], inMeta, onPage]) {
    const names = authors.flatMap(authorNames);
    if (names.length > 0) return [...new Set(names)];
  }
  return [];
}

/** The page's own address of those that it names: whole, and not the front page of its site. */
function ownAddress(href: string | null | undefined, base: string | null): string | null {
  const own = resolved(href, base);
  if (own === null) return null;
  const { pathname, search } = new URL(own);
  return pathname === '/' && search === '' ? null : own;
}

/** An address as a browser would open it from here; null where it would not. */
function resolved(href: string | null | undefined, base: string | null): string | null {
  if (!href?.trim() || !URL.canParse(href.trim(), base ?? undefined)) return null;
  const url = new URL(href.trim(), base ?? undefined);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}
