import type { DateMention, Quotation, Reading } from '../reading/reading.ts';
import { type Edtf, firstDay, lastDay } from '../text/edtf.ts';

/** "said on Friday", "said in a statement late on Friday": no more than these words stand between the cue and its date. */
const BESIDE =
  /^(?:[\s,]*(?:in an? (?:statement|interview|speech)|on|in|late|early|earlier|last|this|the|of))*[\s,]*$/i;
const BACK_THEN = /^\s*(?:back then|at (?:the|that) time)\b/i;
const FURTHER = /^(?:added|adds|continued|continues|went on)$/i;

/**
 * When a quotation was said, as far as the article tells: by the date beside the words that report it, by "back then" after
 * a date, or as the quotation before that it goes on from ("he added"); null where the article's own date must do.
 */
export function saidWhen(quotation: Quotation, reading: Reading, text: string, published: Edtf | null): Edtf | null {
  const { cue } = quotation;
  if (!cue) return null;
  const after = text.slice(cue.end);
  const outside = reading.dates.filter((date) => date.end <= quotation.start || date.start >= quotation.end);
  const beside = outside.find(
    (date) =>
      (date.start >= cue.end && BESIDE.test(text.slice(cue.end, date.start))) ||
      (date.end <= cue.start && BESIDE.test(text.slice(date.end, cue.start))),
  );
  if (beside) return notLater(beside, published);
  if (BACK_THEN.test(after)) {
    const before = outside.filter((date) => date.end <= cue.start).at(-1);
    return before ? notLater(before, published) : null;
  }
  if (FURTHER.test(text.slice(cue.start, cue.end))) {
    const last = reading.quotations.filter((other) => other.end <= quotation.start).at(-1);
    if (last && last.speaker?.name === quotation.speaker?.name) return saidWhen(last, reading, text, published);
  }
  return null;
}

/** A date after the article's own is what the words are about, not when they were said. */
function notLater(date: DateMention, published: Edtf | null): Edtf | null {
  const [first, last] = [firstDay(date.value), published && lastDay(published)];
  return first !== null && (last === null || first <= last) ? date.value : null;
}
