import { addDays, type Day, type Edtf, edtf } from '../../text/edtf.ts';
import {
  type Anchor,
  dayNear,
  interval,
  mondayOf,
  monthNear,
  monthOf,
  point,
  shiftMonth,
  weekdayNear,
  weekdayOf,
} from './calendar.ts';
import type { Tense } from './tense.ts';

/** What a rule may know besides the words it matched. */
export interface Setting {
  readonly anchor: Anchor | null;
  readonly tense: () => Tense | null;
  /** What stands directly before and after the words, a few characters of each. */
  readonly before: string;
  readonly after: string;
}

export interface DateRule {
  /** Words that the rule reads, in a sentence. */
  readonly example: string;
  readonly pattern: RegExp;
  /** The date meant; null where the words, here, mean none. */
  readonly value: (words: Record<string, string | undefined>, setting: Setting) => Edtf | null;
}

// Fragments of patterns. Blanks are bounded, so that a page of them costs nothing.
const _ = '[ \\u00a0\\n]{1,3}';
const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|' +
  'Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)(?![\\p{L}\\d])';
const WEEKDAY = '(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day(?![\\p{L}\\d])';
const SHORT_WEEKDAY = '(?:Sun|Mon|Tues?|Wed|Thurs?|Fri|Sat)\\.?';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const NTH = `${DAY}(?:st|nd|rd|th)?`;
const YEAR = '(?:1[0-9]|20)\\d\\d(?![\\p{L}\\d])';
const NAMED_DAY = `(?:(?:${WEEKDAY}|${SHORT_WEEKDAY}),?${_})?`;
const PART = `(?:(?:early|late|mid|the${_}(?:end|beginning|start|middle)${_}of)(?:${_}|-))?`;
const TO = `(?: ?[-–—] ?|${_}(?:to|and)${_})`;
const UNIT = '(?<unit>day|week|month|year)';
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const COUNT = `(?<count>an?|${NUMBERS.join('|')}|\\d{1,3})`;

/** "13 May" or "May 13". */
const DAY_MONTH = (end: string): string =>
  `(?:(?<${end}1>${NTH})${_}(?<${end}Month1>${MONTH})|(?<${end}Month2>${MONTH})${_}(?<${end}2>${NTH})(?![\\p{L}\\d]))`;

const rule = (example: string, pattern: string, value: DateRule['value']): DateRule => ({
  example,
  pattern: new RegExp(pattern, 'uy'),
  value,
});
const number = (word = ''): number =>
  /^an?$/.test(word) ? 1 : /^\d/.test(word) ? Number.parseInt(word, 10) : NUMBERS.indexOf(word) + 1;

/** A span of days within one month, the year given or the nearest. */
function days(from: string | undefined, to: string | undefined, month: string, year: string | undefined, s: Setting) {
  const first = monthDay(from, month, year, s);
  const last = monthDay(to, month, year, s);
  return first && last && first < last ? interval(first, last) : null;
}

function monthDay(day: string | undefined, month: string, year: string | undefined, s: Setting): Edtf | null {
  if (year) return point(Number(year), monthOf(month), number(day));
  return s.anchor?.day ? dayNear(s.anchor.day, monthOf(month), number(day), s.tense()) : null;
}

// After these a bare month or year is a date; otherwise "May" and "2,000" are anything.
const MONTH_CUE =
  /(?:\b(?:in|since|of|by|until|till|from|to|through|between|during|before|after|for|early|late|earlier|and|back|or|this|every|each)|-)[ \u00a0\n]$/i;
const YEAR_CUE =
  /(?:\b(?:in|since|of|by|until|till|from|to|through|between|during|before|after|for|early|late|mid|and|the|year|spring|summer|autumn|fall|winter|fiscal|circa)[ \u00a0\n]|[(–—-])$/i;
const YEAR_SURE = /\b(?:in|since|by|until|during|year|early|late|spring|summer|autumn|winter|fiscal)[ \u00a0\n]$/i;
// "the Sunday Times", "Black Friday"
const NAME_AFTER = /^[ \u00a0](?:Times|Telegraph|Express|Mirror|Mail|Herald|Post|Star|Tribune|Night Live|Mosque)\b/;
const NAME_BEFORE =
  /\b(?:Black|Bloody|Good|Ash|Palm|Easter|Holy|Cyber|Super|Sheffield|Ruby|Maundy|Shrove|Ms|Mr|Mrs)\.? $/;

// "the previous Friday" is reckoned from another day, "each Friday" is none, "Friday nights" are many.
const OTHER_DAY = /\b(?:[Pp]revious|[Ff]ollowing|[Ee]ach|[Ee]very)[ \u00a0\n]$/;
const MANY_DAYS = /^(?:s\b|[ \u00a0](?:nights|mornings|afternoons|evenings)\b)/;
// "his 1857 visit"
const OCCASION = /^[ \u00a0](?:state[ \u00a0])?(?:visit|meeting|summit|talks|trip|tour|session|conference)\b/;

export const DATE_RULES: readonly DateRule[] = [
  rule('signed on 2015-11-13', `(?<iso>(?:19|20)\\d\\d-\\d\\d-\\d\\d)(?![\\d-])`, ({ iso = '' }) => edtf(iso)),
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
    'held talks last November',
    `(?<which>[Ll]ast|[Nn]ext|[Tt]his(?:${_}past|${_}coming)?)${_}(?<month>${MONTH})`,
    ({ which = '', month = '' }, { anchor, tense }) => {
      if (!anchor?.month) return null;
      const wanted = monthOf(month);
      if (/^last/i.test(which)) return point(wanted < anchor.month ? anchor.year : anchor.year - 1, wanted);
      if (/^next/i.test(which)) return point(wanted > anchor.month ? anchor.year : anchor.year + 1, wanted);
      return monthNear(anchor.year, anchor.month, wanted, tense());
    },
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
    'on Friday; last Monday; Friday of last week',
    `(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his(?:${_}past|${_}coming)?)${_})?(?<name>${WEEKDAY})` +
      `(?:(?:${_}of)?${_}(?<week>last|next|this)${_}week)?`,
    ({ which = '', name = '', week }, { anchor, tense, before, after }) => {
      if (!anchor?.day || NAME_AFTER.test(after) || NAME_BEFORE.test(before)) return null;
      if (OTHER_DAY.test(before) || MANY_DAYS.test(after)) return null;
      const wanted = weekdayOf(name);
      if (week) return addDays(mondayOf(anchor.day, { last: -1, this: 0, next: 1 }[week] ?? 0), (wanted + 6) % 7);
      if (/^last|past$/i.test(which)) return weekdayNear(addDays(anchor.day, -1), wanted, 'past');
      if (/^next|coming$/i.test(which)) return weekdayNear(anchor.day, wanted, 'future');
      return weekdayNear(anchor.day, wanted, tense());
    },
  ),
  rule(
    'the day before yesterday; tomorrow',
    `(?<far>[Tt]he${_}day${_}(?:before|after)${_})?(?<name>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)(?![\\p{L}\\d])`,
    ({ far, name = '' }, { anchor }) => {
      if (!anchor?.day) return null;
      const by = /^y/i.test(name) ? -1 : /^tom/i.test(name) ? 1 : 0;
      return addDays(anchor.day, far ? 2 * by : by);
    },
  ),
  rule(
    'this morning',
    `[Tt]his${_}(?:morning|afternoon|evening)(?![\\p{L}\\d])`,
    (_words, { anchor }) => anchor?.day ?? null,
  ),
  rule(
    'two weeks ago; a month ago',
    `(?:(?:about|some|nearly|almost)${_})?${COUNT}${_}${UNIT}s?${_}ago(?![\\p{L}\\d])`,
    ({ count, unit = '' }, { anchor }) => anchor && shifted(anchor, unit, -number(count)),
  ),
  rule('in recent years', `recent${_}(?:days|weeks|months|years)(?![\\p{L}\\d])`, (_words, { anchor }) =>
    anchor?.day ? edtf(`../${anchor.day}`) : null,
  ),
  rule(
    'over the past two years',
    `(?:the${_})?(?:past|last)${_}(?:${COUNT}${_})${UNIT}s(?![\\p{L}\\d])`,
    ({ count, unit = '' }, { anchor }) => {
      const from = anchor && shifted(anchor, unit, -number(count));
      return from && anchor.day ? interval((from.split('/')[0] ?? '') as Edtf, anchor.day) : null;
    },
  ),
  rule(
    'last month; earlier this week; next year; over the weekend',
    `(?:(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)${_})?(?<which>[Ll]ast|[Pp]ast|[Nn]ext|[Tt]his|[Tt]he|[Cc]oming)${_}` +
      `(?<unit>week|weekend|month|year|decade)(?![\\p{L}\\d])`,
    ({ which = '', unit = '' }, { anchor, tense }) => {
      const by = /^(?:last|past)/i.test(which) ? -1 : /^(?:next|coming)/i.test(which) ? 1 : 0;
      if (!anchor || unit === 'decade') return null;
      if (unit === 'weekend') return anchor.day && weekend(anchor.day, by, tense());
      return /^the/i.test(which) ? null : shifted(anchor, unit, by);
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

/** The day, week, month or year so many units away, as precise as the unit. */
function shifted(anchor: Anchor, unit: string, by: number): Edtf | null {
  if (unit === 'year') return point(anchor.year + by);
  if (unit === 'month') return anchor.month ? shiftMonth(anchor.year, anchor.month, by) : null;
  if (!anchor.day) return null;
  if (unit === 'day') return addDays(anchor.day, by);
  const monday = mondayOf(anchor.day, by);
  return interval(monday, addDays(monday, 6));
}

function weekend(day: Day, by: number, tense: Tense | null): Edtf | null {
  const coming = by > 0 || (by === 0 && tense === 'future');
  const saturday = weekdayNear(addDays(day, coming ? 0 : -1), 6, coming ? 'future' : 'past');
  return interval(saturday, addDays(saturday, 1));
}
