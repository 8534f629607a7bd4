import type { Edtf } from '../text/edtf.ts';
import { isDay, mayCoincide } from '../text/edtf.ts';
import type { Outlet, Published } from './article.ts';
import type { FoundBody } from './body.ts';
import { hasClockTime, isStamp } from './boilerplate.ts';
import { dateEntered, dateIn, dateInAddress } from './dates.ts';
import type { Curated } from './frontmatter.ts';
import { atDomain, domainOf, type OutletBook, outletOf, unreviewed } from './outlets.ts';
import { linesOf } from './units.ts';

/** What a saved page or a record says of itself in its own metadata. */
export interface Metadata {
  readonly url?: string | null;
  readonly outlet?: string | null;
  readonly published?: string | null;
  readonly headline?: string | null;
}

/** A page as read, before it is said when and by whom it came out. */
export interface Page {
  readonly text: string;
  readonly found: FoundBody;
  readonly body: string;
}

/**
 * When the article came out, by the most reliable of what tells it: front matter, the address, metadata, its dateline, a
 * stamp on the page. Where the address tells only the month, a finer date that agrees with it is taken.
 */
export function publishedOf(curated: Curated, metadata: Metadata, page: Page): Published | null {
  const url = curated.url ?? metadata.url;
  const told: readonly (readonly [Published['known'], Edtf | null])[] = [
    [curated.publishedFrom ?? 'curated', curated.published ? dateEntered(curated.published) : null],
    ['address', url ? dateInAddress(url) : null],
    ['metadata', metadata.published ? dateEntered(metadata.published) : null],
    ['dateline', datelineDate(page.body)],
    ['page', stampedDate(page)],
  ];
  const known = told.flatMap(([how, date]) => (date ? [{ date, known: how }] : []));
  const [best, ...others] = known;
  if (best?.known !== 'address' || isDay(best.date)) return best ?? null;
  return others.find(({ date }) => isDay(date) && mayCoincide(date, best.date)) ?? best;
}

/** "BAGHDAD, Feb. 11, 2016 (Agency) —" at the head of the body. */
function datelineDate(body: string): Edtf | null {
  const dateline = /^\p{Lu}[\p{Lu}\s.,/'’-]{2,40}[,:(\s][^—–:]{0,40}\b\d{4}\b[^—–:]{0,30}?(?:[—–:-]|\.\s)/u.exec(body);
  return dateline ? dateIn(dateline[0]) : null;
}

/**
 * The date stamped above the body, the earliest where there are several (who republishes stamps later). A clock that
 * opens the whole page tells when it was looked at, not when it came out: never used.
 */
function stampedDate({ text, found }: Page): Edtf | null {
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
  const domain = url ? domainOf(originalAddress(url)) : null;
  if (domain) return atDomain(book, domain) ?? unreviewed(metadata.outlet?.trim() || domain);
  if (metadata.outlet) return outletOf(book, { name: metadata.outlet });
  const mark = /^[\p{Lu}][^a-z()]{2,50}\((\p{Lu}[^)]{1,30})\)\s*[—–-]/mu.exec(page.body.slice(0, 3000))?.[1];
  const agency = mark ? outletOf(book, { name: mark }) : null;
  return agency && agency.kind !== 'unreviewed' ? agency : unreviewed(null);
}

/** The address that an archive's copy was made of, where the address is an archive's. */
const originalAddress = (url: string): string => /\/(https?:\/\/.+)$/.exec(url)?.[1] ?? url;

/** The headline: the keeper's, the one that stands on the page above the body, the metadata's. */
export const headlineOf = (curated: Curated, metadata: Metadata, found: FoundBody): string | null =>
  curated.headline ?? metadata.headline?.trim() ?? found.headline;
