import { addDays, type Edtf, isDay, lastDay, mayCoincide } from '../text/edtf.ts';
import { dateInAddress } from './address-dates.ts';
import type { Published } from './article.ts';
import { dateEntered, WEB_BEGINS, zonedTime } from './dates.ts';
import type { Curated } from './frontmatter.ts';
import { datelineDate, type Metadata, type Page, stampedDate } from './provenance.ts';

/** One of the things that say when an article came out. */
interface Evidence {
  readonly date: Edtf;
  readonly known: Published['known'];
  readonly weight: number;
  readonly time: string | null;
}

/**
 * How much each says, set so that two that agree outweigh any third, an address or a page's metadata outweighs what stands
 * on the page, and a number in an address, which may be the article's, outweighs nothing.
 */
const WEIGHTS = { address: 3, metadata: 2.9, shown: 2, page: 2, dateline: 1.5, number: 1 };

/**
 * When the article came out. The keeper's word counts; else its address, its metadata, the date by its headline, stamps on
 * the page and its dateline are weighed together: those within a day of each other count as one, for a time stamp may be of
 * another zone than its readers. Of the heaviest, the finest and most reliable is taken.
 */
export function publishedOf(curated: Curated, metadata: Metadata, page: Page): Published | null {
  const entered = curated.published ? dateEntered(curated.published) : null;
  if (entered) {
    const time = curated.publishedTime ?? (curated.published && zonedTime(curated.published));
    return { date: entered, known: curated.publishedFrom ?? 'curated', ...(time && { time }) };
  }
  const evidence = evidenceOf(curated.url ?? metadata.url ?? null, metadata, page);
  const weightOf = (one: Evidence) =>
    evidence.filter((other) => areNear(one.date, other.date)).reduce((sum, { weight }) => sum + weight, 0);
  const heaviest = evidence.toSorted((a, b) => weightOf(b) - weightOf(a))[0];
  if (!heaviest) return null;
  const agreeing = evidence.filter(({ date }) => areNear(date, heaviest.date));
  const best = agreeing.find(({ date }) => isDay(date)) ?? heaviest;
  const { date, known } = isUtc(best) ? localDay(best, agreeing) : best;
  const time = agreeing.find((one) => one.time !== null && one.date === date)?.time;
  return { date, known, ...(time && { time }) };
}

/** In the order of their reliability. */
function evidenceOf(url: string | null, metadata: Metadata, page: Page): Evidence[] {
  const found: Evidence[] = [];
  const add = (date: Edtf | null, known: Published['known'], weight: number, time: string | null = null) => {
    const last = date && lastDay(date);
    if (date && !(url !== null && last !== null && last < WEB_BEGINS)) found.push({ date, known, weight, time });
  };
  const address = url === null ? null : dateInAddress(url);
  if (address?.isSegment) add(address.date, 'address', WEIGHTS.address);
  const { published, shown } = metadata;
  if (published) add(dateEntered(published), 'metadata', WEIGHTS.metadata, zonedTime(published));
  if (shown) add(dateEntered(shown), 'page', WEIGHTS.shown);
  add(stampedDate(page), 'page', shown ? 0 : WEIGHTS.page);
  add(datelineDate(page.body), 'dateline', WEIGHTS.dateline);
  if (address && !address.isSegment) add(address.date, 'address', WEIGHTS.number);
  return found;
}

/** The same day, or two that are one in different zones. */
function areNear(a: Edtf, b: Edtf): boolean {
  const days = (date: Edtf): Edtf[] => (isDay(date) ? [date, addDays(date, 1), addDays(date, -1)] : [date]);
  return days(a).some((day) => mayCoincide(day, b));
}

const isUtc = ({ time }: Evidence): boolean => /(?:Z|\+00:00)$/.test(time ?? '');

/** The day that a moment given in UTC had where the article came out, as the address or the page shows it. */
function localDay(stamped: Evidence, agreeing: readonly Evidence[]): Evidence {
  if (!isDay(stamped.date)) return stamped;
  const hour = Number((stamped.time ?? '').slice(0, 2));
  // Zones reach from UTC−12 to UTC+14.
  const [before, after] = [hour < 12 && addDays(stamped.date, -1), hour >= 10 && addDays(stamped.date, 1)];
  const local = agreeing.find(
    ({ date, known, weight }) => known !== 'dateline' && weight > 0 && (date === before || date === after),
  );
  return local ?? stamped;
}
