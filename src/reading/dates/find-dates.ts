import type { Edtf } from '../../text/edtf.ts';
import { type Span, span } from '../../text/span.ts';
import type { DateMention, Sentence } from '../reading.ts';
import { anchorOf } from './calendar.ts';
import { DATE_RULES } from './rules.ts';
import { tenseAt } from './tense.ts';

// Where a date may begin: every rule's first word.
const START =
  /(?<![\p{L}\d]|\d[.,/:])(?:\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Sun|Mon|Tue|Wed|Thu|Fri|Sat|(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]he|[Pp]ast|[Cc]oming|[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|mid|recent|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|from|between|about|some|nearly|almost|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\p{L}\d]))/gu;

/** How many characters around a date its rule may look at. */
const GLIMPSE = 14;

/**
 * Finds the words that tell a date and works out which they mean. "On Friday", "last November", "11 February" are
 * resolved against the publication date, by the tense of their clause; without one they are left out.
 */
export function findDates(text: string, sentences: readonly Sentence[], published: Edtf | null): DateMention[] {
  const anchor = anchorOf(published);
  const dates: DateMention[] = [];
  let sentence = 0;
  START.lastIndex = 0;
  for (let start = START.exec(text); start; start = START.exec(text)) {
    const at = start.index;
    while (sentence + 1 < sentences.length && (sentences[sentence + 1]?.start ?? 0) <= at) sentence++;
    const around = sentences[sentence] ?? span(0, text.length);
    for (const { pattern, value } of DATE_RULES) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match) continue;
      const where: Span = span(at, at + match[0].length);
      const date = value(match.groups ?? {}, {
        anchor,
        tense: () => tenseAt(text, where, around),
        before: text.slice(Math.max(0, where.start - GLIMPSE), where.start),
        after: text.slice(where.end, where.end + GLIMPSE),
      });
      if (date === null) continue;
      dates.push({ ...where, value: date });
      START.lastIndex = where.end;
      break;
    }
  }
  return dates;
}
