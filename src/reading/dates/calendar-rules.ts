import { type Edtf, edtf } from '../../text/edtf.ts';
import {
  dayNear,
  interval,
  isNearest,
  monthNear,
  monthOf,
  nthWeekday,
  point,
  shiftMonth,
  weekdayOf,
  yearEnding,
} from './calendar.ts';
import {
  _,
  DAY_MONTH,
  type DateRule,
  MONTH,
  NAMED_DAY,
  NTH,
  number,
  PART,
  rule,
  type Setting,
  TO,
  WEEKDAY,
  YEAR,
} from './fragments.ts';

/** A span of days within one month, the year given or the nearest. */
function days(from: string | undefined, to: string | undefined, month: string, year: string | undefined, s: Setting) {
  const first = monthDay(from, month, year, s);
  const last = monthDay(to, month, year, s);
  return first && last && first < last ? interval(first, last) : null;
}

function monthDay(day: string | undefined, month: string, year: string | undefined, s: Setting): Edtf | null {
  if (year) return point(Number(year), monthOf(month), number(day));
  if (!s.anchor?.day) return null;
  const near = dayNear(s.anchor.day, monthOf(month), number(day), s.tense());
  // A day that names what happened on it may be of any year; of this one only if no other is nearer.
  return near && EVENT.test(s.after) && !isNearest(s.anchor.day, near) ? null : near;
}

const NTHS = 'last first second third fourth fifth'.split(' ');

// After these a bare month or year is a date; otherwise "May" and "2,000" are anything.
const MONTH_CUE =
  /(?:\b(?:in|since|of|by|until|till|from|to|through|between|during|before|after|for|early|late|earlier|and|back|or|this|every|each)|-)[ \u00a0\n]$/i;
const YEAR_CUE =
  /(?:\b(?:in|since|of|by|until|till|from|to|through|between|during|before|after|for|early|late|mid|and|the|year|spring|summer|autumn|fall|winter|fiscal|circa)[ \u00a0\n]|[(–—-])$/i;
const YEAR_SURE = /\b(?:in|since|by|until|during|year|early|late|spring|summer|autumn|winter|fiscal)[ \u00a0\n]$/i;
// "the July 7 bombings": the day has become the event's name.
const EVENT =
  /^[ \u00a0](?:\p{Ll}+[ \u00a0])?(?:attack|bombing|massacre|killing|shooting|riot|uprising|revolution|coup|protest|movement|disaster|earthquake|tsunami)s?\b/u;
// "his 1857 visit"
const OCCASION = /^[ \u00a0](?:state[ \u00a0])?(?:visit|meeting|summit|talks|trip|tour|session|conference)\b/;

/** Days, months and years by their names and figures. */
export const CALENDAR_RULES: readonly DateRule[] = [
  rule('signed on 2015-11-13', `(?<iso>(?:19|20)\\d\\d-\\d\\d-\\d\\d)(?![\\d-])`, ({ iso = '' }) => edtf(iso)),
  rule(
    'filed 2021/04/05',
    `(?<year>(?:19|20)\\d\\d)(?<mark>[/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?![\\d/]|\\.\\d)`,
    ({ year, month, day }, { before }) =>
      // In an address it is part of a path.
      before.endsWith('/') ? null : point(Number(year), Number(month), Number(day)),
  ),
  rule(
    'filed on 19-Nov-12',
    `(?<day>${NTH})-(?<month>${MONTH})-(?<year>${YEAR}|\\d\\d(?![\\p{L}\\d-]))`,
    ({ day, month = '', year = '' }, { anchor }) => {
      const whole = year.length === 4 ? Number(year) : anchor && yearEnding(Number(year), anchor.year);
      return whole === null ? null : point(whole, monthOf(month), number(day));
    },
  ),
  rule(
    'the last Friday of March',
    `(?<nth>first|second|third|fourth|fifth|last)${_}(?<name>${WEEKDAY})${_}(?:of|in)${_}` +
      `(?:(?<month>${MONTH})(?:,?${_}(?<year>${YEAR}))?|(?<which>this|last|next)${_}month(?![\\p{L}\\d]))`,
    ({ nth = '', name = '', month, year, which }, { anchor, tense }) => {
      const whose = month
        ? year
          ? point(Number(year), monthOf(month))
          : anchor?.month && monthNear(anchor.year, anchor.month, monthOf(month), tense())
        : anchor?.month && shiftMonth(anchor.year, anchor.month, { last: -1, this: 0, next: 1 }[which ?? ''] ?? 0);
      return whose ? nthWeekday(whose, NTHS.indexOf(nth), weekdayOf(name)) : null;
    },
  ),
  rule(
    'the third quarter of 2019; Q3 2019',
    `(?:(?<nth>first|second|third|fourth)${_}quarter${_}(?:of${_})?|Q(?<q>[1-4])${_})` +
      `(?:(?<year>${YEAR})|(?<which>this|last|next)${_}year(?![\\p{L}\\d]))`,
    ({ nth = '', q, year, which }, { anchor }) => {
      const whole = year ? Number(year) : anchor && anchor.year + ({ last: -1, this: 0, next: 1 }[which ?? ''] ?? 0);
      const last = 3 * (q ? Number(q) : NTHS.indexOf(nth));
      const [from, to] = whole === null ? [] : [point(whole, last - 2), point(whole, last)];
      return from && to ? interval(from, to) : null;
    },
  ),
  rule(
    // The one event that English calls by its day alone.
    'the September 11 attacks',
    `(?:September|Sept\\.?)${_}11(?=${_}(?:terror(?:ist)?${_})?attacks\\b)`,
    () => point(2001, 9, 11),
  ),
  rule(
    'a session on 5-7 February 2021',
    `(?:from${_}|between${_})?(?<from>${NTH})${TO}(?<to>${NTH})${_}(?<month>${MONTH})(?:,?${_}(?<year>${YEAR}))?`,
    ({ from, to, month = '', year }, s) => days(from, to, month, year, s),
  ),
  rule(
    'from 13 May to 15 June 2016; from May 13 to June 15',
    `from${_}${DAY_MONTH('from')}${TO}${DAY_MONTH('to')}(?:,?${_}(?<year>${YEAR}))?`,
    (words, s) => {
      const [first, last] = ['from', 'to'].map((end) =>
        monthDay(
          words[`${end}1`] ?? words[`${end}2`],
          words[`${end}Month1`] ?? words[`${end}Month2`] ?? '',
          words.year,
          s,
        ),
      );
      return first && last && first < last ? interval(first, last) : null;
    },
  ),
  rule(
    'on Friday, 13 November 2015',
    `${NAMED_DAY}(?<day>${NTH})${_}(?:of${_})?(?<month>${MONTH})(?:,?${_}(?<year>${YEAR}))?`,
    ({ day, month = '', year }, s) => monthDay(day, month, year, s),
  ),
  rule(
    'a visit on February 5-7, 2021',
    `(?<month>${MONTH})${_}(?<from>${NTH}) ?[-–—] ?(?<to>${NTH})(?![\\p{L}\\d])(?:,?${_}(?<year>${YEAR}))?`,
    ({ month = '', from, to, year }, s) => days(from, to, month, year, s),
  ),
  rule(
    'Sunday, September 27, 2015; Feb. 5',
    `${NAMED_DAY}(?<month>${MONTH})${_}(?<day>${NTH})(?![\\p{L}\\d]|[:.,]\\d)(?:,?${_}(?<year>${YEAR}))?`,
    ({ month = '', day, year }, s) => monthDay(day, month, year, s),
  ),
  rule(
    'in December 2017, in late September 2015',
    `${PART}(?<month>${MONTH})(?:,|${_}of)?${_}(?<year>${YEAR})`,
    ({ month = '', year }) => point(Number(year), monthOf(month)),
  ),
  rule(
    'since January; in late September',
    `(?<part>${PART})(?<month>${MONTH})`,
    ({ part, month = '' }, { anchor, tense, before }) =>
      anchor?.month && (part || MONTH_CUE.test(before))
        ? monthNear(anchor.year, anchor.month, monthOf(month), tense())
        : null,
  ),
  rule(
    '13/11/2015, 13.11.2015',
    `(?<a>\\d{1,2})(?<mark>[/.])(?<b>\\d{1,2})[/.](?<year>(?:19|20)\\d\\d)(?!\\d)`,
    ({ a, b, year, mark }) => {
      const [x, y] = [Number(a), Number(b)];
      // 02/03/2015 is February to some and March to others: the year alone is certain. With dots the day comes first.
      if (mark === '/' && x <= 12 && y <= 12 && x !== y) return point(Number(year));
      return y > 12 && mark === '/' ? point(Number(year), x, y) : point(Number(year), y, x);
    },
  ),
  rule(
    'from 2011 to 2015; 2014–15',
    `(?<from>${YEAR})(?: ?[-–—/] ?|${_}to${_}|${_}and${_})(?<to>${YEAR}|\\d\\d(?![\\p{L}\\d-]))`,
    ({ from = '', to = '' }, { before, after }) => {
      const last = to.length === 2 ? from.slice(0, 2) + to : to;
      if (from >= last || /[$£€#.,]$/.test(before) || /^[,.]\d/.test(after)) return null;
      return edtf(`${from}/${last}`);
    },
  ),
  rule(
    'in the 1990s; the 80s',
    `(?:(?<decade>(?:1[0-9]|20)\\d)0|(?<short>[2-9])0)['’]?s(?![\\p{L}\\d])`,
    ({ decade, short }, { before }) => {
      if (!/\bthe[ \u00a0]|\b(?:early|late|mid)[ \u00a0-]$/i.test(before)) return null;
      return edtf(decade ? `${decade}X` : `19${short}X`);
    },
  ),
  rule('in 2015', `(?<year>${YEAR})`, ({ year }, { before, after }) => {
    if (!(YEAR_CUE.test(before) || OCCASION.test(after)) || /^(?:[,.]\d|-\p{Ll}|['’]s\b)/u.test(after)) return null;
    // "of 2000 soldiers", "to 1500 metres" count something
    if (!YEAR_SURE.test(before) && !OCCASION.test(after) && /^[ \u00a0]\p{Ll}+s\b/u.test(after)) return null;
    return point(Number(year));
  }),
];
