import { type Edtf, firstDay, isDay, lastDay, mayCoincide } from '../../text/edtf.ts';
import type { MeetingEvidence } from '../archive.ts';

/** Reports of one meeting come out within so many days of each other. */
const NEWS_LASTS_DAYS = 5;
const DAY = 86_400_000;

export interface SameTimeClues {
  readonly sameArticle: boolean;
  /** Null where one of the two names no place. */
  readonly samePlace: boolean | null;
  /** Whether two who took part are the same. */
  readonly surely: boolean;
}

/**
 * May two reports be of one time and place? On one day in two places, or on neighbouring days in one place, the same people
 * are held to have met once, and the articles to disagree. A date that is no day joins only where the people are the same; no
 * date at all, only within one article, or in articles of the same days.
 */
export function sameTime(
  a: MeetingEvidence,
  b: MeetingEvidence,
  { sameArticle, samePlace, surely }: SameTimeClues,
): boolean {
  if (a.date === null || b.date === null) {
    if (samePlace === false) return false;
    return sameArticle || (surely && publishedClose(a, b));
  }
  if (isDay(a.date) && isDay(b.date)) {
    if (a.date === b.date) return samePlace !== false || (surely && !sameArticle);
    const daysBetween = Math.abs(Date.parse(a.date) - Date.parse(b.date)) / DAY;
    return !sameArticle && surely && samePlace === true && daysBetween <= 1 && publishedClose(a, b);
  }
  if (!mayCoincide(a.date, b.date) || samePlace === false) return false;
  return sameArticle || a.date === b.date || (surely && isShort(a.date) && isShort(b.date));
}

/** A month or less. */
function isShort(date: Edtf): boolean {
  const [first, last] = [firstDay(date), lastDay(date)];
  return first !== null && last !== null && Date.parse(last) - Date.parse(first) <= 31 * DAY;
}

function publishedClose(a: MeetingEvidence, b: MeetingEvidence): boolean {
  const [x, y] = [a.card.published?.date, b.card.published?.date];
  if (!x || !y || !isDay(x) || !isDay(y)) return false;
  return Math.abs(Date.parse(x) - Date.parse(y)) <= NEWS_LASTS_DAYS * DAY;
}
