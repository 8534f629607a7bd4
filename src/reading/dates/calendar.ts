import { addDays, type Day, type Edtf, edtf, isDay, weekday } from '../../text/edtf.ts';
import type { Tense } from './tense.ts';

/** The publication date taken apart, as far as it is known: what "on Friday" and "last year" are relative to. */
export interface Anchor {
  readonly day: Day | null;
  /** 1 … 12 */
  readonly month: number | null;
  readonly year: number;
}

export function anchorOf(published: Edtf | null): Anchor | null {
  if (published === null) return null;
  const [year, month] = published.split('-').map(Number);
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(published) || year === undefined) return null;
  return { day: isDay(published) ? published : null, month: month ?? null, year };
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');

/** "Sept." → 9 */
export const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
/** "Friday" → 5 */
export const weekdayOf = (name: string): number => WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());

const pad = (n: number, width = 2) => String(n).padStart(width, '0');

/** A year, month or day as EDTF; null for the 31st of June. */
export function point(year: number, month?: number, day?: number): Edtf | null {
  return edtf([pad(year, 4), month && pad(month), day && pad(day)].filter(Boolean).join('-'));
}

export const interval = (from: Edtf, to: Edtf): Edtf | null => edtf(`${from}/${to}`);

/** The month so many months later, or, negative, earlier. */
export function shiftMonth(year: number, month: number, by: number): Edtf | null {
  const months = year * 12 + (month - 1) + by;
  return point(Math.floor(months / 12), (months % 12) + 1);
}

/** The weekday nearest to the anchor on the side of the tense; in the past that may be the anchor's own day. */
export function weekdayNear(anchor: Day, wanted: number, tense: Tense | null): Day {
  const back = (weekday(anchor) - wanted + 7) % 7;
  return tense === 'future' ? addDays(anchor, 7 - back) : addDays(anchor, -back);
}

/** The first (1), second … or last (0) of its weekdays in a month; null where it has no fifth. */
export function nthWeekday(month: Edtf, nth: number, wanted: number): Edtf | null {
  const first = addDays(`${month}-01` as Day, -1);
  const from = weekdayNear(first, wanted, 'future');
  const all = [0, 7, 14, 21, 28].map((days) => addDays(from, days)).filter((day) => day.startsWith(month));
  return all.at(nth - 1) ?? null;
}

/** The year that two figures stand for: the latest that is not more than ten years ahead. */
export function yearEnding(figures: number, now: number): number {
  const latest = now + 10;
  return latest - ((((latest - figures) % 100) + 100) % 100);
}

/** Monday of the week that the anchor lies in, so many weeks later. */
export const mondayOf = (anchor: Day, weeks: number): Day => addDays(anchor, -((weekday(anchor) + 6) % 7) + 7 * weeks);

/** Within so many days its tense does not matter: who writes "on 9 June" on 1 June hardly means last year's. */
const NEAR = 90;

/** The year of a day told without one: the nearest, unless it is far off and the tense says the other. */
export function dayNear(anchor: Day, month: number, day: number, tense: Tense | null): Edtf | null {
  const year = Number(anchor.slice(0, 4));
  const candidates = [year - 1, year, year + 1].flatMap((y) => {
    const value = point(y, month, day);
    return value && isDay(value) ? [{ value, away: (Date.parse(value) - Date.parse(anchor)) / 86_400_000 }] : [];
  });
  candidates.sort((a, b) => Math.abs(a.away) - Math.abs(b.away));
  const [nearest, second] = candidates;
  if (!nearest) return null;
  const against = tense === 'past' ? nearest.away > NEAR : tense === 'future' && nearest.away < -NEAR;
  return against && second ? second.value : nearest.value;
}

/** The month told by name alone: the last one, or in a future clause the next; the current month is either. */
export function monthNear(year: number, now: number, month: number, tense: Tense | null): Edtf | null {
  if (tense === 'future') return point(month < now ? year + 1 : year, month);
  return point(month > now ? year - 1 : year, month);
}

/** Is it less than half a year away, so that no other year's day is nearer? */
export const isNearest = (anchor: Day, other: Edtf): boolean =>
  isDay(other) && Math.abs(Date.parse(other) - Date.parse(anchor)) <= 183 * 86_400_000;
