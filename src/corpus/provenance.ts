import type { Edtf } from '../text/edtf.ts';
import type { Outlet } from './article.ts';
import { authorNames } from './author-names.ts';
import type { FoundBody } from './body.ts';
import { hasClockTime, isStamp } from './boilerplate.ts';
import { dateIn } from './dates.ts';
import type { Curated } from './frontmatter.ts';
import { addressInside } from './original-address.ts';
import { atDomain, domainOf, type OutletBook, outletOf, unreviewed } from './outlets.ts';
import { linesOf } from './units.ts';

/** What a saved page or a record says of itself in its own metadata. */
export interface Metadata {
  readonly url?: string | null;
  /** The address on another site that it says is its own. */
  readonly claimed?: string | null;
  readonly outlet?: string | null;
  /** A date or time stamp that can be read, as it is written. */
  readonly published?: string | null;
  /** The date that stands by the headline for people to read. */
  readonly shown?: string | null;
  readonly headline?: string | null;
  readonly authors?: readonly string[];
}

/** A page as read, before it is said when and by whom it came out. */
export interface Page {
  readonly text: string;
  readonly found: FoundBody;
  readonly body: string;
}

/** "BAGHDAD, Feb. 11, 2016 (Agency) —" at the head of the body. */
export function datelineDate(body: string): Edtf | null {
  const dateline = /^\p{Lu}[\p{Lu}\s.,/'’-]{2,40}[,:(\s][^—–:]{0,40}\b\d{4}\b[^—–:]{0,30}?(?:[—–:-]|\.\s)/u.exec(body);
  return dateline ? dateIn(dateline[0]) : null;
}

/**
 * The date stamped above the body, the earliest where there are several (who republishes stamps later). A clock that
 * opens the whole page tells when it was looked at, not when it came out: never used.
 */
export function stampedDate({ text, found }: Page): Edtf | null {
  const lines = linesOf(text);
  const bodyStart = found.body[0] ?? 0;
  const opening = lines.findIndex((line) => line.trim() !== '');
  const dates = found.dropped
    .filter(({ line, kind }) => line < bodyStart && (kind === 'page stamp' || kind === 'byline'))
    .map(({ line }) => ({ line, words: lines[line - 1]?.trim() ?? '' }))
    .filter(({ line, words }) => !(line === opening + 1 && isStamp(words) && hasClockTime(words)))
    .flatMap(({ words }) => dateIn(words) ?? []);
  return dates.toSorted()[0] ?? null;
}

/**
 * Who published it. The keeper's word counts; a page's own claim to be somebody ("site name: …") only where its address
 * does not tell otherwise; an agency's mark in the dateline, "MOSCOW (Agency) —", only where there is nothing else.
 */
export function publisherOf(book: OutletBook, curated: Curated, metadata: Metadata, page: Page): Outlet {
  const url = curated.url ?? metadata.url;
  if (curated.outlet) return outletOf(book, { name: curated.outlet, url: url ?? null });
  const domain = url ? domainOf(addressInside(url) ?? url) : null;
  if (domain) return atDomain(book, domain) ?? unreviewed(metadata.outlet?.trim() || domain);
  if (metadata.outlet) return outletOf(book, { name: metadata.outlet });
  const mark = /^[\p{Lu}][^a-z()]{2,50}\((\p{Lu}[^)]{1,30})\)\s*[—–-]/mu.exec(page.body.slice(0, 3000))?.[1];
  const agency = mark ? outletOf(book, { name: mark }) : null;
  return agency && agency.kind !== 'unreviewed' ? agency : unreviewed(null);
}

/** Who wrote it: whom the keeper names, the metadata, or a byline above the body ("By Jane Roe, Staff Writer"). */
export function authorsOf(curated: Curated, metadata: Metadata, { text, found }: Page): readonly string[] {
  if (curated.authors) return curated.authors;
  if (metadata.authors && metadata.authors.length > 0) return metadata.authors;
  const lines = linesOf(text);
  const bodyStart = found.body[0] ?? 0;
  const byline = found.dropped.find(({ line, kind }) => kind === 'byline' && line < bodyStart);
  const [names = ''] = (lines[(byline?.line ?? 0) - 1] ?? '').split(/\s*[,|(–—]/);
  return authorNames(names.trim());
}

/** The headline: the keeper's, the one that stands on the page above the body, the metadata's. */
export const headlineOf = (curated: Curated, metadata: Metadata, found: FoundBody): string | null =>
  curated.headline ?? metadata.headline?.trim() ?? found.headline;
