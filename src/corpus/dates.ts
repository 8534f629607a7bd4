import { type Edtf, edtf, firstDay } from '../text/edtf.ts';
import { MONTH_NAME, monthNumber } from './month-names.ts';

/** A date as EDTF where the calendar has it and an article can bear it: no earlier than 1800, no later than tomorrow. */
export function plausible(value: string, today: Date): Edtf | null {
  const date = edtf(value);
  const first = date && firstDay(date);
  if (!first || first < '1800-01-01') return null;
  // A day of grace: it is tomorrow already in Auckland.
  return Date.parse(first) <= today.getTime() + 86_400_000 ? date : null;
}

/** No page is older than the web: a date before this is a default value, or of what the article is about. */
export const WEB_BEGINS = '1991-01-01';

const two = (digits: string): string => digits.padStart(2, '0');

/** Of two digits as RFC 2822 (4.3) reads them: 49 is 2049, 50 is 1950. */
const yearOf = (digits: string): string =>
  digits.length === 4 ? digits : Number(digits) < 50 ? `20${digits}` : `19${digits}`;

const ORDINAL = '(?:st|nd|rd|th|er|º|ª|\\.)?';
const OF = '(?:of|de|di|del|the)\\s+';
/** Two digits that no clock follows: "03 Apr 21 08:00", not "3 April 21:30". */
const YEAR = "(\\d{4}|[’']?\\d{2}(?![:.h]\\d))(?!\\d)";

/** Ways to write a whole date, each with an example; the groups are year, month and day in the order named. */
const WRITTEN: readonly { readonly order: string; readonly pattern: RegExp }[] = [
  // "2018-09-01", "2018/9/1", "2018.09.01"
  { order: 'ymd', pattern: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u },
  // "2021年4月3日", "2021년 4월 3일"
  { order: 'ymd', pattern: /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u },
  // "3rd of April 2021", "Sat, 03 Apr 21 08:00:00 GMT", "3 de abril de 2021", "3. April 2021", "03-Apr-2021"
  {
    order: 'dmy',
    pattern: new RegExp(
      `(?<![\\d:])(\\d{1,2})${ORDINAL}(?:\\s+(?:${OF})?|[-/])(${MONTH_NAME})(?:,?\\s+(?:${OF})?|[-/])${YEAR}`,
      'iu',
    ),
  },
  // "April 3, 2021", "April the 3rd 2021", "Apr. 3rd, 2021"
  {
    order: 'mdy',
    pattern: new RegExp(`(${MONTH_NAME})\\s+(?:the\\s+)?(\\d{1,2})${ORDINAL},?\\s+(\\d{4})(?!\\d)`, 'iu'),
  },
  // "Sat Apr 03 08:00:00 +0000 2021"
  {
    order: 'mdy',
    pattern: new RegExp(
      `(${MONTH_NAME})\\s+(\\d{1,2})\\s+\\d{1,2}:\\d{2}(?::\\d{2})?\\s+(?:[A-Z+-][\\w:+-]*\\s+)?(\\d{4})(?!\\d)`,
      'iu',
    ),
  },
  // "2021-Apr-03", "2021 April 3"
  { order: 'ymd', pattern: new RegExp(`(?<!\\d)(\\d{4})[-/\\s](${MONTH_NAME})[-/\\s](\\d{1,2})(?!\\d)`, 'iu') },
];

/** "٣" and "۳" as 3, no-break spaces as spaces. */
const inAscii = (words: string): string =>
  words
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u00a0\u2009\u202f]/g, ' ');

/**
 * The first full date that stands in some words, however written: "2018-09-01 16:07", "Sat, 01 Sep 2018 07:50",
 * "September 27, 2015", "3rd of April 2021", "13.11.2015". Where day and month cannot be distinguished ("03/04/2015"): null.
 */
export function dateIn(words: string, today = new Date()): Edtf | null {
  const text = inAscii(words);
  for (const { order, pattern } of WRITTEN) {
    const match = pattern.exec(text);
    if (!match) continue;
    const part = (which: string): string => match[order.indexOf(which) + 1] ?? '';
    const year = yearOf(part('y').replace(/\D/g, ''));
    const month = /^\d/.test(part('m')) ? two(part('m')) : monthNumber(part('m'));
    return plausible(`${year}-${month}-${two(part('d'))}`, today);
  }
  const numbers = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/.exec(text);
  if (!numbers) return null;
  const [, a = '', b = '', year = ''] = numbers;
  if (Number(a) > 12 || a === b || numbers[0].includes('.')) return plausible(`${year}-${two(b)}-${two(a)}`, today);
  return Number(b) > 12 ? plausible(`${year}-${two(a)}-${two(b)}`, today) : null;
}

const MONTH_ALONE = new RegExp(`^(${MONTH_NAME}),?\\s+(?:${OF})?(\\d{4})$`, 'iu');

/**
 * A date that somebody or some program entered: EDTF ("2015", "2020-11", "2015-11-13"), a time stamp ("20210403T080000Z",
 * seconds or milliseconds since 1970 too), or a date in words ("November 2020" too).
 */
export function dateEntered(value: string, today = new Date()): Edtf | null {
  const entered = value.trim();
  if (edtf(entered)) return plausible(entered, today);
  const basic = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}(?:[.,]\d+)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(entered);
  const asBasic = basic && plausible(`${basic[1]}-${basic[2]}-${basic[3]}`, today);
  if (asBasic) return asBasic;
  if (/^\d{10}(?:\d{3})?$/.test(entered)) {
    return plausible(new Date(Number(entered.padEnd(13, '0'))).toISOString().slice(0, 10), today);
  }
  const month = MONTH_ALONE.exec(inAscii(entered));
  return dateIn(entered, today) ?? (month ? plausible(`${month[2]}-${monthNumber(month[1] ?? '')}`, today) : null);
}

/** The time of day in a stamp, with the zone that it names: "23:30:00-05:00"; null where it names none. */
export function zonedTime(value: string): string | null {
  const found =
    /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})(?!\w)/.exec(value) ??
    /^\d{8}T?(\d{2})(\d{2})(\d{2})(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})$/.exec(value.trim());
  if (!found) return null;
  const [, hours = '', minutes = '', seconds = '00', zone = ''] = found;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z';
  return `${two(hours)}:${minutes}:${seconds}${offset}`;
}
