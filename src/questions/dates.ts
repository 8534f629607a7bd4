import { findDates } from '../reading/dates/find-dates.ts';
import { sentencesOf } from '../reading/tokens/sentences.ts';
import { type Day, type Edtf, edtf, firstDay, lastDay } from '../text/edtf.ts';

/** A time that a question names: the days it may mean, and where in the question it stands. */
export interface DateAsked {
  readonly start: number;
  readonly end: number;
  readonly value: Edtf;
  readonly from: Day;
  readonly to: Day;
  /** Must what is reported be of then ("in May"), from then on, or before? */
  readonly relation: 'in' | 'since' | 'before';
}

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|sept|oct|nov|dec|jan|feb|mar|apr|jun|jul|aug';
/** A month in small letters beside a number or a preposition is one; "may" alone is a verb. */
const SMALL_MONTH = new RegExp(
  String.raw`(?<=\b(?:in|of|since|until|by|before|after|during|from|early|late|mid|\d{1,2}(?:st|nd|rd|th)?)[ -])(${MONTHS})\b|\b(${MONTHS})(?= \d)`,
  'g',
);
const SMALL_WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g;
const BARE_WEEKDAY = /^(?:on )?\p{L}+day$/iu;
const SEASONS: Readonly<Record<string, readonly [string, string]>> = {
  spring: ['03', '05'],
  summer: ['06', '08'],
  autumn: ['09', '11'],
  fall: ['09', '11'],
};
const SEASON = /\b(spring|summer|autumn|fall)(?: of)? ((?:19|20)\d\d)\b/gi;
const YEAR = /\b(?:19|20)\d\d\b/g;

/** The times named in a question, from left to right. `today` is what "last November" counts from. */
export function datesAsked(question: string, today: Day): DateAsked[] {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const text = question.replace(SMALL_MONTH, capital).replace(SMALL_WEEKDAY, capital);
  const found: { start: number; end: number; value: Edtf }[] = [];
  const add = (start: number, end: number, value: Edtf | null) => {
    if (value && !found.some((one) => one.start < end && start < one.end)) found.push({ start, end, value });
  };
  for (const match of text.matchAll(SEASON)) {
    const [months, year] = [SEASONS[match[1]?.toLowerCase() ?? ''], match[2]];
    if (months) add(match.index, match.index + match[0].length, edtf(`${year}-${months[0]}/${year}-${months[1]}`));
  }
  // "On Friday" is a day of the articles, not of this week.
  for (const { start, end, value } of findDates(text, sentencesOf(text), today))
    if (!BARE_WEEKDAY.test(text.slice(start, end))) add(start, end, value);
  for (const match of text.matchAll(YEAR)) add(match.index, match.index + 4, edtf(match[0]));
  return found
    .sort((a, b) => a.start - b.start)
    .flatMap((one) => {
      const [from, to] = [firstDay(one.value), lastDay(one.value)];
      return from && to ? [{ ...one, from, to, relation: relationBefore(text.slice(0, one.start)) }] : [];
    });
}

function relationBefore(words: string): DateAsked['relation'] {
  if (/\b(?:since|after|from)\s+(?:the\s+)?$/i.test(words)) return 'since';
  return /\b(?:before|until|till|up to)\s+(?:the\s+)?$/i.test(words) ? 'before' : 'in';
}
