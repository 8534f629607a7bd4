/** Hours of the day in which nothing is sent: minutes since midnight, there where the person is; over midnight where `from` is later. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
  /** "Europe/Berlin", as the IANA lists time zones. */
  readonly zone: string;
}

/** Reads "22-7", "22:30–6:45" and a time zone; null where either is none. */
export function quietHours(hours: string, zone: string): QuietHours | null {
  const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] =
    /^\s*(\d{1,2})(?::(\d\d))?\s*(?:-|–|to|until)\s*(\d{1,2})(?::(\d\d))?\s*$/.exec(hours) ?? [];
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute);
  const isTime = (minute: number) => minute >= 0 && minute <= 24 * 60;
  if (!isTime(from) || !isTime(to) || from % 1440 === to % 1440 || !isZone(zone)) return null;
  return { from: from % 1440, to: to % 1440, zone };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false; // The one thing that can be wrong here: said by whoever asked for quiet hours.
  }
}

export function isQuiet({ from, to, zone }: QuietHours, now: Date): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hour = 0, minute = 0] = parts.format(now).split(':').map(Number);
  const at = hour * 60 + minute;
  return from < to ? at >= from && at < to : at >= from || at < to;
}

/** "22:00 to 07:00, Europe/Berlin". */
export function quietInWords({ from, to, zone }: QuietHours): string {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return `${clock(from)} to ${clock(to)}, ${zone}`;
}
