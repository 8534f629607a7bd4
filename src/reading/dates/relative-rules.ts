import { addDays, type Day, type Edtf, edtf } from '../../text/edtf.ts';
import {
  type Anchor,
  interval,
  mondayOf,
  monthNear,
  monthOf,
  point,
  shiftMonth,
  weekdayNear,
  weekdayOf,
} from './calendar.ts';
import { _, COUNT, type DateRule, MONTH, number, rule, UNIT, WEEKDAY } from './fragments.ts';
import type { Tense } from './tense.ts';

// "the Sunday Times", "Black Friday"
const NAME_AFTER = /^[ \u00a0](?:Times|Telegraph|Express|Mirror|Mail|Herald|Post|Star|Tribune|Night Live|Mosque)\b/;
const NAME_BEFORE =
  /\b(?:Black|Bloody|Good|Ash|Palm|Easter|Holy|Cyber|Super|Sheffield|Ruby|Maundy|Shrove|Ms|Mr|Mrs)\.? $/;

// "the previous Friday" is reckoned from another day, "each Friday" is none, "Friday nights" are many.
const OTHER_DAY = /\b(?:[Pp]revious|[Ff]ollowing|[Ee]ach|[Ee]very)[ \u00a0\n]$/;
// "the last Friday of the month" recurs, and "a Friday in March" is any.
const OF_MONTH = new RegExp(
  `^${_}(?:of${_}(?:the|each|every|any)${_}(?:month|week|year)\\b|(?:of|in)${_}${MONTH})`,
  'u',
);
const MANY_DAYS = /^(?:s\b|[ \u00a0](?:nights|mornings|afternoons|evenings)\b)/;
/** What counts from the day of publication: "on Friday", "last November", "two weeks ago". */
export const RELATIVE_RULES: readonly DateRule[] = [
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
    'on Friday; last Monday; Friday of last week',
    `(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his(?:${_}past|${_}coming)?)${_})?(?<name>${WEEKDAY})` +
      `(?:(?:${_}of)?${_}(?<week>last|next|this)${_}week)?`,
    ({ which = '', name = '', week }, { anchor, tense, before, after }) => {
      if (!anchor?.day || NAME_AFTER.test(after) || NAME_BEFORE.test(before)) return null;
      if (OTHER_DAY.test(before) || MANY_DAYS.test(after) || OF_MONTH.test(after)) return null;
      const wanted = weekdayOf(name);
      if (week) return addDays(mondayOf(anchor.day, { last: -1, this: 0, next: 1 }[week] ?? 0), (wanted + 6) % 7);
      if (/^last|past$/i.test(which)) return weekdayNear(addDays(anchor.day, -1), wanted, 'past');
      if (/^next|coming$/i.test(which)) return weekdayNear(anchor.day, wanted, 'future');
      return weekdayNear(anchor.day, wanted, /\b[Cc]ome[ \u00a0]$/.test(before) ? 'future' : tense());
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
