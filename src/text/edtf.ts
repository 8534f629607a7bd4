import { MONTHS } from './months.ts';

/**
 * A date with its precision, written in the Extended Date/Time Format (ISO 8601-2, level 0 and the decades of level 1):
 * "2015-11-13", "2020-11", "2015", "201X", and intervals of them, "2015/2021-02-05", open ("../2021-02-05").
 */
export type Edtf = string & { readonly edtf: unique symbol };

/** One calendar day, "2015-11-13". */
export type Day = Edtf & { readonly day: unique symbol };

const POINT = /^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?|\d{3}X)$/;

/** Reads an EDTF value; null where it is none, or names a day that no calendar has. */
export function edtf(value: string): Edtf | null {
  const points = value.split('/');
  if (points.length > 2 || !points.every((point) => (points.length === 2 && point === '..') || isPoint(point)))
    return null;
  return value === '../..' ? null : (value as Edtf);
}

function isPoint(value: string): boolean {
  if (!POINT.test(value)) return false;
  if (value.length < 10) return true;
  const [year, month, day] = value.split('-').map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day));
  return date.getUTCDate() === day && date.getUTCMonth() + 1 === month;
}

/** The day of a JavaScript date, in UTC. */
export const dayOf = (date: Date): Day => date.toISOString().slice(0, 10) as Day;

/** The day so many days later (or, negative, earlier). */
export const addDays = (day: Day, days: number): Day => dayOf(new Date(Date.parse(day) + days * 86_400_000));

/** 0 Sunday … 6 Saturday. */
export const weekday = (day: Day): number => new Date(Date.parse(day)).getUTCDay();

export const isDay = (value: Edtf): value is Day => /^\d{4}-\d\d-\d\d$/.test(value);

/** The first day that the date may mean; null where it is open towards the past. */
export function firstDay(value: Edtf): Day | null {
  const from = value.split('/')[0] ?? '';
  if (from === '..') return null;
  if (from.endsWith('X')) return `${from.slice(0, 3)}0-01-01` as Day;
  return (from + '-01-01'.slice(from.length - 4)) as Day;
}

/** The last day that the date may mean; null where it is open towards the future. */
export function lastDay(value: Edtf): Day | null {
  const to = value.split('/').at(-1) ?? '';
  if (to === '..') return null;
  if (to.endsWith('X')) return `${to.slice(0, 3)}9-12-31` as Day;
  if (to.length === 4) return `${to}-12-31` as Day;
  if (to.length === 10) return to as Day;
  const [year, month] = to.split('-').map(Number);
  return dayOf(new Date(Date.UTC(year ?? 0, month ?? 1, 0)));
}

/** May the two mean the same day? Open ends reach for ever. */
export function mayCoincide(a: Edtf, b: Edtf): boolean {
  const before = (last: Day | null, first: Day | null) => last !== null && first !== null && last < first;
  return !before(lastDay(a), firstDay(b)) && !before(lastDay(b), firstDay(a));
}

/** "13 November 2015", "November 2020", "2015", "the 2010s", "2015 to 5 February 2021", "until 5 February 2021". */
export function dateInWords(value: Edtf): string {
  const [from = '', to] = value.split('/');
  if (to === undefined) return pointInWords(from);
  if (from === '..') return `until ${pointInWords(to)}`;
  if (to === '..') return `since ${pointInWords(from)}`;
  return `${pointInWords(from)} to ${pointInWords(to)}`;
}

function pointInWords(point: string): string {
  if (point.endsWith('X')) return `the ${point.slice(0, 3)}0s`;
  const [year, month, day] = point.split('-');
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** Orders dates by the first day they may mean, those without one (null, or open towards the past) last. */
export function byDate(a: Edtf | null, b: Edtf | null): number {
  const [x, y] = [a && firstDay(a), b && firstDay(b)];
  if (x === y) return 0;
  if (x === null) return 1;
  if (y === null) return -1;
  return x < y ? -1 : 1;
}
