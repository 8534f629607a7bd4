import { findDates } from '../../reading/dates/find-dates.ts';
import { sentencesOf } from '../../reading/tokens/sentences.ts';
import { type Day, type Edtf, edtf, isDay } from '../../text/edtf.ts';
import { NotUnderstood } from '../command.ts';
import type { Period } from '../question.ts';
import type { Words } from '../words/words.ts';

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
