import type { Quotation, Sentence } from '../../reading/reading.ts';
import { lowerBound } from '../../text/binary-search.ts';
import { type Span, span } from '../../text/span.ts';

/** The sentence a quotation stands in, or all of them where it runs over several; with the words that say whose it is. */
export function sentencesAround({ start, end, cue, speaker }: Quotation, sentences: readonly Sentence[]): Span {
  const from = Math.min(start, cue?.start ?? start, speaker?.start ?? start);
  const to = Math.max(end, cue?.end ?? end, speaker?.end ?? end);
  const first = sentences[lowerBound(sentences, (sentence) => sentence.end > from)];
  const last = sentences[lowerBound(sentences, (sentence) => sentence.start >= to) - 1];
  return span(Math.min(first?.start ?? from, from), Math.max(last?.end ?? to, to));
}
