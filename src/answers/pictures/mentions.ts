import { type Edtf, edtf } from '../../text/edtf.ts';
import { altText, type MentionsPicture } from '../picture.ts';
import type { Words } from '../words/words.ts';

/** More bars than these are hard to tell apart: then they stand for years. */
const MOST_BARS = 120;
/** So many of the fullest months are in the description. */
const MOST_DESCRIBED = 5;

/** In how many articles somebody is mentioned, month by month (year by year over long times); null where fewer than two have any. */
export function mentionsByMonth(name: string, dates: readonly Edtf[], words: Words): MentionsPicture | null {
  const months = dates.filter((date) => /^\d{4}-\d\d/.test(date)).map((date) => date.slice(0, 7));
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const byMonth = barsFrom(first, last, nextMonth, months);
  const bars =
    byMonth.length <= MOST_BARS
      ? byMonth
      : barsFrom(
          first.slice(0, 4),
          last.slice(0, 4),
          (year) => `${Number(year) + 1}`,
          months.map((month) => month.slice(0, 4)),
        );
  const heading = words.say('Articles that mention {name}', { name });
  const fullest = bars.toSorted((a, b) => b.articles - a.articles).slice(0, MOST_DESCRIBED);
  return {
    is: 'mentions',
    language: words.language,
    heading,
    bars,
    alt: altText(
      `${heading}.`,
      fullest.map(({ time, articles }) => `${words.date(time)}: ${words.say('{n} articles', { n: articles })}.`),
      words,
    ),
  };
}

function barsFrom(first: string, last: string, next: (time: string) => string, times: readonly string[]) {
  const bars: { time: Edtf; articles: number }[] = [];
  for (let time = first; time <= last; time = next(time)) {
    const date = edtf(time);
    if (date) bars.push({ time: date, articles: times.filter((one) => one === time).length });
  }
  return bars;
}

function nextMonth(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}
