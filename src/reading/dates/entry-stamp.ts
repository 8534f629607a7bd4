import { addDays, type Edtf, isDay } from '../../text/edtf.ts';
import { type Span, span, within } from '../../text/span.ts';

const CLOCK = /\b\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?/i;
/** What else may stand beside the day: a zone, "at", the weekday, a town, punctuation. */
const BESIDE = /^[^\p{L}\d]*(?:(?:\p{Lu}\p{Ll}+|at|on|\p{Lu}{1,4}(?:[+-]\d{1,2})?)[^\p{L}\d]*){0,3}$/u;
/** And beside a day and time in a line of their own: "First published on …", "By Jane Lee, …"; but no sentence. */
const LABEL = /^[^\p{L}\d]*(?:\p{L}+[^\p{L}\d.!?…]*){0,4}$/u;
/** What parts a stamp from the entry on the same line. */
const END = /\s[-–—|•]\s|:\s|\n|$/g;
/** So far back the entries of one running report go, in days. */
const REACH = 60;
/** As many characters a stamp has at most. */
const LONGEST = 60;

/**
 * Is the day at `where` the stamp of an entry, which "yesterday" counts from in all that follows it? A stamp is a line of a day
 * alone or with its time, or opens one with both: "6 April 2021, 14:05 – The minister …". A day far from the article's is
 * another text's.
 */
export function isEntryStamp(text: string, where: Span, day: Edtf, published: Edtf | null): boolean {
  // "Friday" alone in a line counts from a day itself.
  if (!isDay(day) || !/\d/.test(text.slice(where.start, where.end))) return false;
  if (published && isDay(published) && (day < addDays(published, -REACH) || day > addDays(published, 1))) return false;
  const from = text.lastIndexOf('\n', where.start - 1) + 1;
  if (where.start - from > LONGEST) return false;
  const glimpse = text.slice(from, where.end + LONGEST);
  END.lastIndex = where.end - from;
  const end = END.exec(glimpse);
  const stamp = span(from, from + (end?.index ?? glimpse.length));
  if (!within(where, stamp) || stamp.end - stamp.start > LONGEST) return false;
  const beside = `${text.slice(stamp.start, where.start)} ${text.slice(where.end, stamp.end)}`;
  const words = beside.replace(CLOCK, ' ');
  const hasTime = words !== beside;
  const isWholeLine = stamp.end === text.length || text[stamp.end] === '\n';
  if (isWholeLine) return (hasTime ? LABEL : BESIDE).test(words);
  return hasTime && BESIDE.test(words);
}
