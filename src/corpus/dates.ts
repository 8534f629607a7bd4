import { type Edtf, edtf, firstDay } from '../text/edtf.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** A date as EDTF where the calendar has it and an article can bear it: no earlier than 1800, no later than tomorrow. */
function plausible(value: string, today: Date): Edtf | null {
  const date = edtf(value);
  const first = date && firstDay(date);
  if (!first || first < '1800-01-01') return null;
  // A day of grace: it is tomorrow already in Auckland.
  return Date.parse(first) <= today.getTime() + 86_400_000 ? date : null;
}

const two = (digits: string): string => digits.padStart(2, '0');
const monthOf = (name: string): string => two(String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1));

/**
 * The first full date that stands in some words, however written: "2018-09-01 16:07", "Sat, 01 Sep 2018 07:50",
 * "September 27, 2015", "11 February 2016", "13.11.2015". Where day and month cannot be told apart ("03/04/2015"): null.
 */
export function dateIn(words: string, today = new Date()): Edtf | null {
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(words);
  if (iso) return plausible(`${iso[1]}-${two(iso[2] ?? '')}-${two(iso[3] ?? '')}`, today);
  const dayFirst = new RegExp(
    `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+|-)${MONTH}\\.?(?:,?\\s+|-)(\\d{4})(?!\\d)`,
    'i',
  ).exec(words);
  if (dayFirst) return plausible(`${dayFirst[3]}-${monthOf(dayFirst[2] ?? '')}-${two(dayFirst[1] ?? '')}`, today);
  const monthFirst = new RegExp(`${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'i').exec(words);
  if (monthFirst)
    return plausible(`${monthFirst[3]}-${monthOf(monthFirst[1] ?? '')}-${two(monthFirst[2] ?? '')}`, today);
  const numbers = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/.exec(words);
  if (!numbers) return null;
  const [, a = '', b = '', year = ''] = numbers;
  if (Number(a) > 12 || a === b || numbers[0].includes('.')) return plausible(`${year}-${two(b)}-${two(a)}`, today);
  return Number(b) > 12 ? plausible(`${year}-${two(a)}-${two(b)}`, today) : null;
}

/** A date somebody entered: EDTF ("2015", "2020-11", "2015-11-13"), a time stamp, or a date in words ("November 2020" too). */
export function dateEntered(value: string, today = new Date()): Edtf | null {
  if (edtf(value)) return plausible(value, today);
  const day = dateIn(value, today);
  if (day) return day;
  const month = new RegExp(`^${MONTH}\\.?,?\\s+(\\d{4})$`, 'i').exec(value.trim());
  return month ? plausible(`${month[2]}-${monthOf(month[1] ?? '')}`, today) : null;
}

/**
 * The date in an article's address: "/2016/02/11/", "/2016-02-11-", "/2015/nov/13/", "/201511131030028276-", and a month
 * from "/2015/09/". An archive's address ("web.archive.org/web/2021…/http…") tells when it was archived: that is passed over.
 */
export function dateInAddress(url: string, today = new Date()): Edtf | null {
  const path = url
    .replace(/^.*\/(?=https?:\/\/)/, '')
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/[?#].*$/, '');
  const split = /[/_-](\d{4})([/_-])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(path);
  const named = new RegExp(`/(\\d{4})/${MONTH}/(\\d{1,2})(?!\\d)`, 'i').exec(path);
  // Eight digits alone, or with the four or more of a time or number after them.
  const joined = /[/_-]((?:18|19|20)\d{2})(\d{2})(\d{2})(?:\d{4,})?(?!\d)/.exec(path);
  const month = /\/(\d{4})\/(\d{1,2})(?=\/|$)/.exec(path);
  const found = [
    split && `${split[1]}-${two(split[3] ?? '')}-${two(split[4] ?? '')}`,
    named && `${named[1]}-${monthOf(named[2] ?? '')}-${two(named[3] ?? '')}`,
    joined && `${joined[1]}-${joined[2]}-${joined[3]}`,
    month && `${month[1]}-${two(month[2] ?? '')}`,
  ];
  for (const value of found) {
    const date = value && plausible(value, today);
    if (date) return date;
  }
  return null;
}
