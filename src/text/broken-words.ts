import { type Span, span } from './span.ts';

/** A text in which the words that a typesetter broke at the ends of lines are whole, and where its characters stood before. */
export interface JoinedText {
  readonly text: string;
  /** A place in it as a span of the text that was given. */
  original(joined: Span): Span;
}

const BROKEN = /(\p{L}{2,})-[ \t]*(?:\r\n|\n|\r)[ \t]*(?=(\p{Ll}+))/gu;
/** Soft hyphens, zero-width spaces, word joiners. */
const INVISIBLE = /[\u00ad\u200b\u2060]/g;

/**
 * Joins words broken at the ends of lines ("West-⏎port") and takes out what cannot be seen ("mini\u00adster"). The hyphen stays
 * where the text has the word with it elsewhere ("well-⏎known" beside "well-known") and never without.
 */
export function joinBrokenWords(text: string): JoinedText {
  if (!/[\u00ad\u200b\u2060]|-[ \t]*[\r\n]/.test(text)) return { text, original: ({ start, end }) => span(start, end) };
  const removed: { readonly start: number; readonly end: number }[] = [];
  for (const { 0: sign, index } of text.matchAll(INVISIBLE)) removed.push({ start: index, end: index + sign.length });
  const words = new Set(text.match(/\p{L}+(?:-\p{L}+)*/gu) ?? []);
  for (const { 0: broken, 1: head = '', 2: tail = '', index } of text.matchAll(BROKEN)) {
    const keepsHyphen = words.has(`${head}-${tail}`) && !words.has(head + tail);
    removed.push({ start: index + head.length + (keepsHyphen ? 1 : 0), end: index + broken.length });
  }
  removed.sort((a, b) => a.start - b.start);
  let joined = '';
  let from = 0;
  /** Where each kept stretch begins, in the joined text and in the one given. */
  const stretches: { readonly joined: number; readonly given: number }[] = [{ joined: 0, given: 0 }];
  for (const { start, end } of removed) {
    joined += text.slice(from, start);
    from = Math.max(from, end);
    stretches.push({ joined: joined.length, given: from });
  }
  joined += text.slice(from);
  const given = (at: number): number => {
    const stretch = stretches.findLast((one) => one.joined <= at) ?? { joined: 0, given: 0 };
    return stretch.given + at - stretch.joined;
  };
  // The end by its last character: what was taken out behind a word is no part of it.
  return {
    text: joined,
    original: ({ start, end }) => span(given(start), end > start ? given(end - 1) + 1 : given(start)),
  };
}
