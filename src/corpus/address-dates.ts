import type { Edtf } from '../text/edtf.ts';
import { plausible } from './dates.ts';
import { MONTH_NAME, monthNumber } from './month-names.ts';
import { addressInside } from './original-address.ts';

/** What an address says of when its page came out. */
export interface AddressDate {
  readonly date: Edtf;
  /** It stands in path segments of its own; else it opens a number, which may be an article's number as well. */
  readonly isSegment: boolean;
}

const YEAR = '((?:18|19|20)\\d{2})';
const END = '(?=/|$|\\.[a-z]{1,5}$)';

/** Dates in path segments of their own, each with an example. */
const SEGMENTS: readonly RegExp[] = [
  // "/2016/02/11/", "/2016-02-11/", "/2021-04/03/", "/2016/2/11.html"
  new RegExp(`/${YEAR}[-/_.](\\d{1,2})[-/_.](\\d{1,2})${END}`),
  // "/20160211/", "/202104/03/", "/2021/0403/"
  new RegExp(`/${YEAR}(\\d{2})/?(\\d{2})${END}`),
  new RegExp(`/${YEAR}[-/_](\\d{2})(\\d{2})${END}`),
  // "/2015/nov/13/", "/2015-nov-13/"
  new RegExp(`/${YEAR}[-/](${MONTH_NAME})[-/](\\d{1,2})${END}`, 'iu'),
];

const MONTHS: readonly RegExp[] = [
  new RegExp(`/${YEAR}[-/](\\d{1,2})(?=/|$)`),
  new RegExp(`/${YEAR}(\\d{2})(?=/)`),
  new RegExp(`/${YEAR}[-/](${MONTH_NAME})(?=/|$)`, 'iu'),
];

/** Numbers that open a segment with a date: "/20140308-ferry", "/201511131030028276-ferry", "/t20210403_110.html", "/2015-11-13-ferry". */
const OPENING: readonly RegExp[] = [
  new RegExp(`/t?${YEAR}(\\d{2})(\\d{2})(?:\\d{4}|\\d{6}|\\d{10})?(?=[-_./]|$)`),
  new RegExp(`/${YEAR}[-_](\\d{2})[-_](\\d{2})(?=[-_])`),
];

/**
 * The date in an article's address, where it is one: no number in the midst of a segment ("article_20051212",
 * "resolution-2254-2015-12-18"), which is an article's own or what it is about. When an archive made its copy is passed over.
 */
export function dateInAddress(url: string, today = new Date()): AddressDate | null {
  const path = (addressInside(url) ?? url).replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/, '');
  const first = (patterns: readonly RegExp[]): Edtf | null => {
    for (const pattern of patterns) {
      const match = pattern.exec(path);
      if (!match) continue;
      const [, year = '', month = '', day] = match;
      const number = /^\d/.test(month) ? month.padStart(2, '0') : monthNumber(month);
      const date = plausible([year, number, ...(day ? [day.padStart(2, '0')] : [])].join('-'), today);
      if (date) return date;
    }
    return null;
  };
  const day = first(SEGMENTS);
  if (day) return { date: day, isSegment: true };
  const month = first(MONTHS);
  const opening = first(OPENING);
  // "/202104/t20210403_110.html": the one vouches for the other.
  if (opening && (month === null || opening.startsWith(month))) return { date: opening, isSegment: month !== null };
  return month && { date: month, isSegment: true };
}
