/** A position in one stored text, counted in UTF-16 code units, as JavaScript strings are. */
export type Offset = number & { readonly offset: unique symbol };

/** A stretch of one stored text: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: Offset;
  readonly end: Offset;
}

/** Makes a span of two positions; throws where they are not a stretch of any text. */
export function span(start: number, end: number): Span {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start) {
    throw new RangeError(`not a span: ${start}–${end}`);
  }
  // The one place where plain numbers become offsets.
  return { start: start as Offset, end: end as Offset };
}

/** The words that stand at `where`, exactly as stored. */
export const slice = (text: string, where: Span): string => text.slice(where.start, where.end);

/** Does `inner` lie within `outer`? */
export const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** Do the two share at least one character? */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** `where` without the white space (NBSP included) at its two ends. */
export function trimmed(text: string, where: Span): Span {
  let { start, end }: { start: number; end: number } = where;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return span(start, end);
}
