import { type Edtf, isDay } from '../../text/edtf.ts';
import { type Span, span } from '../../text/span.ts';
import type { DateMention, Sentence } from '../reading.ts';
import { anchorOf } from './calendar.ts';
import { CALENDAR_RULES } from './calendar-rules.ts';
import { isEntryStamp } from './entry-stamp.ts';
import { WEEKDAY } from './fragments.ts';
import { RELATIVE_RULES } from './relative-rules.ts';
import { tenseAt } from './tense.ts';

const RULES = [...CALENDAR_RULES, ...RELATIVE_RULES];

// Where a date may begin: every rule's first word.
const START =
  /(?<![\p{L}\d]|\d[.,/:])(?:\d|Q[1-4]|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Sun|Mon|Tue|Wed|Thu|Fri|Sat|(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]he|[Pp]ast|[Cc]oming|[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|mid|recent|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|from|between|about|some|nearly|almost|an?|first|second|third|fourth|fifth|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\p{L}\d]))/gu;

/** How many characters around a date its rule may look at. */
const GLIMPSE = { before: 14, after: 32 };

/**
 * Finds the words that tell a date and works out which they mean. "On Friday", "last November", "11 February" are
 * resolved against the publication date, by the tense of their clause; without one they are left out. In a text of dated
 * entries, such as a live blog, they are resolved against the day of their entry.
 */
export function findDates(text: string, sentences: readonly Sentence[], published: Edtf | null): DateMention[] {
  let anchor = anchorOf(published);
  const dates: DateMention[] = [];
  let sentence = 0;
  START.lastIndex = 0;
  for (let start = START.exec(text); start; start = START.exec(text)) {
    const at = start.index;
    while (sentence + 1 < sentences.length && (sentences[sentence + 1]?.start ?? 0) <= at) sentence++;
    const around = sentences[sentence] ?? span(0, text.length);
    for (const { pattern, value } of RULES) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match) continue;
      const where: Span = span(at, at + match[0].length);
      const date = value(match.groups ?? {}, {
        anchor,
        tense: () => tenseAt(text, where, around),
        before: text.slice(Math.max(0, where.start - GLIMPSE.before), where.start),
        after: text.slice(where.end, where.end + GLIMPSE.after),
      });
      if (date === null) continue;
      const last = dates.at(-1);
      const joined = last && inBrackets(text, last, { ...where, value: date });
      if (joined) dates[dates.length - 1] = joined;
      else dates.push({ ...where, value: date });
      if (isEntryStamp(text, where, date, published)) anchor = anchorOf(date);
      START.lastIndex = dates.at(-1)?.end ?? where.end;
      break;
    }
  }
  return dates;
}

const BARE_WEEKDAY = new RegExp(`^${WEEKDAY}$`, 'u');

/** "Wednesday (31 March)", "31 March (Wednesday)": one day told twice, which the figures tell for certain. */
function inBrackets(text: string, first: DateMention, second: DateMention): DateMention | null {
  if (text[second.end] !== ')' || !/^,? ?\($/.test(text.slice(first.end, second.start))) return null;
  const isBare = ({ start, end }: Span) => BARE_WEEKDAY.test(text.slice(start, end));
  if (isBare(first) === isBare(second)) return null;
  const { value } = isBare(first) ? second : first;
  return isDay(value) ? { ...span(first.start, second.end + 1), value } : null;
}
