import type { DateMention, Quotation, Reading } from '../../reading/reading.ts';
import { lowerBound } from '../../text/binary-search.ts';
import { type Edtf, firstDay, lastDay } from '../../text/edtf.ts';
import type { Span } from '../../text/span.ts';

/** "said on Friday", "said in a statement late on Friday": no more than these words stand between the cue and its date. */
const BESIDE =
  /^(?:[\s,]*(?:in an? (?:statement|interview|speech)|on|in|late|early|earlier|last|this|the|of))*[\s,]*$/i;
/** So many characters are more than such words ever take. */
const NEAR = 400;
const BACK_THEN = /^\s*(?:back then|at (?:the|that) time)\b/i;
const FURTHER = /^(?:added|adds|continued|continues|went on)$/i;

/**
 * When a quotation was said, as far as the article says: by the date beside the words that report it, by "back then" after
 * a date, or as the quotation before that it goes on from ("he added"); null where the article's own date must do.
 */
export function saidWhen(quotation: Quotation, reading: Reading, text: string, published: Edtf | null): Edtf | null {
  const { cue } = quotation;
  if (!cue) return null;
  const after = text.slice(cue.end);
  const isOutside = (date: DateMention) => date.end <= quotation.start || date.start >= quotation.end;
  const near = reading.dates.slice(
    lowerBound(reading.dates, ({ start }) => start >= cue.start - NEAR),
    lowerBound(reading.dates, ({ start }) => start > cue.end + NEAR),
  );
  const beside = near
    .filter(isOutside)
    .find(
      (date) =>
        (date.start >= cue.end && BESIDE.test(text.slice(cue.end, date.start))) ||
        (date.end <= cue.start && BESIDE.test(text.slice(date.end, cue.start))),
    );
  if (beside) return notLater(beside, published);
  if (BACK_THEN.test(after)) {
    const before = lastBefore(reading.dates, cue.start, isOutside);
    return before ? notLater(before, published) : null;
  }
  if (FURTHER.test(text.slice(cue.start, cue.end))) {
    const last = lastBefore(reading.quotations, quotation.start);
    if (last && last.speaker?.name === quotation.speaker?.name) return saidWhen(last, reading, text, published);
  }
  return null;
}

/** Of spans in order, the last one that ends before a place. */
function lastBefore<T extends Span>(spans: readonly T[], place: number, fits: (span: T) => boolean = () => true) {
  for (let at = lowerBound(spans, ({ start }) => start >= place) - 1; at >= 0; at--) {
    const found = spans[at];
    if (found && found.end <= place && fits(found)) return found;
  }
  return null;
}

/** A date after the article's own is what the words are about, not when they were said. */
function notLater(date: DateMention, published: Edtf | null): Edtf | null {
  const [first, last] = [firstDay(date.value), published && lastDay(published)];
  return first !== null && (last === null || first <= last) ? date.value : null;
}
