import { findDates } from '../../reading/dates/find-dates.ts';
import { sentencesOf } from '../../reading/tokens/sentences.ts';
import { type Day, type Edtf, edtf, isDay } from '../../text/edtf.ts';
import { MONTH_PATTERN } from '../../text/months.ts';
import { NotUnderstood } from '../command.ts';
import type { Period } from '../question.ts';
import type { Words } from '../words/words.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const BARE_WEEKDAY = new RegExp(`\\b(?:on\\s+)?(?:a\\s+)?(${WEEKDAYS.join('|')})s?\\b`, 'i');
const YEAR =
  /(?:\b(?:in|during|of|for)\s+|^\s*)((?:19|20)\d\d)\b(?!\s*[\p{L}\p{N}-])|\b(?:in|during)\s+((?:19|20)\d\d)\b/iu;

/** What a question says of time, and the question without those words. */
export interface TimeAsked {
  readonly period: Period;
  readonly weekday: number | null;
  readonly rest: string;
  readonly assumed: readonly DateTaken[];
}

/** What was taken for granted: that "last November" is November 2025. */
export interface DateTaken {
  readonly typed: string;
  readonly date: Edtf;
}

/**
 * Understands the time named in a question. "Last November" is relative to today, as people say it; a bare weekday ("on
 * Friday") is not: it is looked for among the articles' own days.
 */
export function timeAsked(words: string, today: Day): TimeAsked {
  const weekdayWords = BARE_WEEKDAY.exec(words);
  const weekday = weekdayWords && !hasDayBeside(words, weekdayWords) ? WEEKDAYS.indexOf(lower(weekdayWords[1])) : null;
  const withoutWeekday = weekdayWords ? cut(words, weekdayWords.index, weekdayWords[0].length) : words;

  const dates = findDates(withoutWeekday, sentencesOf(withoutWeekday), today);
  const [first, second] = dates;
  if (!first) return yearAsked(withoutWeekday, weekday);
  const before = withoutWeekday.slice(0, first.start);
  const [lead = ''] =
    /\b(?:since|after|from|between|until|till|before|up to|in|on|during|of|for|by)\s+(?:the\s+)?$/i.exec(before) ?? [];
  const start = first.start - lead.length;
  const range = second && /^(?:\s*(?:to|and|until|till|-|–)\s*)$/i.test(withoutWeekday.slice(first.end, second.start));
  const end = range ? second.end : first.end;
  const said = withoutWeekday.slice(first.start, first.end);
  return {
    period: range ? { since: first.value, until: second.value } : periodOf(lead, first.value),
    weekday,
    rest: cut(withoutWeekday, start, end - start),
    assumed: /\d{4}/.test(said) ? [] : [{ typed: said, date: first.value }],
  };
}

const DATE_BESIDE = new RegExp(`^,?\\s+(?:the\\s+)?(?:\\d|${MONTH_PATTERN})`, 'i');
/** "Friday 13 November 2015" is a day, not any Friday. */
function hasDayBeside(words: string, weekday: RegExpExecArray): boolean {
  const after = words.slice(weekday.index + weekday[0].length);
  return DATE_BESIDE.test(after);
}

function yearAsked(words: string, weekday: number | null): TimeAsked {
  const year = YEAR.exec(words);
  const named = year?.[1] ?? year?.[2];
  const value = named ? edtf(named) : null;
  if (!year || !value) return { period: {}, weekday, rest: words, assumed: [] };
  return { period: { since: value, until: value }, weekday, rest: cut(words, year.index, year[0].length), assumed: [] };
}

function periodOf(lead: string, value: Edtf): Period {
  const [from = '', to] = value.split('/');
  if (to !== undefined) return { ...bound('since', from), ...bound('until', to) };
  if (/since|after|from/i.test(lead)) return { since: value };
  if (/until|till|before|up to/i.test(lead)) return { until: value };
  return { since: value, until: value };
}

function bound(name: 'since' | 'until', point: string): Period {
  const value = edtf(point);
  return value ? { [name]: value } : {};
}

const cut = (words: string, at: number, length: number): string =>
  `${words.slice(0, at)} ${words.slice(at + length)}`.replace(/\s+/g, ' ').trim();
const lower = (word: string | undefined): string => (word ?? '').toLowerCase();

/** Reads the `since` and `until` options: "2015", "2015-09", "13 November 2015", "last November". Throws NotUnderstood. */
export function periodOption(options: Readonly<Record<string, string>>, today: Day, words: Words): Period {
  const since = dateOption('since', options.since, today, words);
  const until = dateOption('until', options.until, today, words);
  return { ...(since && { since }), ...(until && { until }) };
}

function dateOption(name: string, given: string | undefined, today: Day, words: Words): Edtf | null {
  const typed = given?.trim();
  if (!typed) return null;
  const read = edtf(typed) ?? findDates(typed, sentencesOf(typed), today)[0]?.value ?? null;
  if (read) return read;
  throw new NotUnderstood(
    words.say('I can’t read the date in {option}. Try 2015, 2015-11, 2015-11-13 or 13 November 2015.', {
      option: name,
    }),
  );
}

/** "since 2015", "in November 2020", "from 2015 to 2018"; empty where the question names no time. */
export function periodInWords({ since, until }: Period, words: Words): string {
  if (since && since === until) return words.say(isDay(since) ? 'on {date}' : 'in {date}', { date: words.date(since) });
  if (since && until) return words.say('from {from} to {to}', { from: words.date(since), to: words.date(until) });
  if (since) return words.say('since {date}', { date: words.date(since) });
  return until ? words.say('until {date}', { date: words.date(until) }) : '';
}
