import { addDays, type Day, weekday } from '../text/edtf.ts';

/** When a briefing is due: a time of day in a time zone, on which days. */
export interface Schedule {
  /** Minutes since midnight. */
  readonly at: number;
  /** "Europe/Berlin", as the IANA lists time zones. */
  readonly zone: string;
  readonly days: 'daily' | 'weekdays' | 'weekly';
}

/** Reads "8", "8:30", "07:00"; null where it is no time of day. */
export function timeOfDay(typed: string): number | null {
  const [, hour, minute = '0'] = /^\s*(\d{1,2})(?:[:.](\d\d))?\s*(?:h|o'clock)?\s*$/iu.exec(typed) ?? [];
  const [h, m] = [Number(hour), Number(minute)];
  return hour !== undefined && h < 24 && m < 60 ? h * 60 + m : null;
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false; // The one thing that can be wrong here: whoever gave the zone is told.
  }
}

/** The last day on which it was due, there where the schedule counts; "weekly" is on Mondays. */
export function lastDue({ at, zone, days }: Schedule, now: Date): Day {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const today = `${part('year')}-${part('month')}-${part('day')}` as Day; // What the format yields.
  const minutes = Number(part('hour')) * 60 + Number(part('minute'));
  let day = minutes >= at ? today : addDays(today, -1);
  while (!isOn(days, day)) day = addDays(day, -1);
  return day;
}

function isOn(days: Schedule['days'], day: Day): boolean {
  const of = weekday(day);
  if (days === 'weekly') return of === 1;
  return days === 'daily' || (of >= 1 && of <= 5);
}

/** "08:30, Europe/Berlin". */
export const timeInWords = ({ at, zone }: Schedule): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}, ${zone}`;
