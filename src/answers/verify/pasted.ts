import type { SimilarPassage } from '../../archive/archive.ts';
import type { Quotation, Reading, Sentence } from '../../reading/reading.ts';
import { overlaps, type Span, slice, span, within } from '../../text/span.ts';
import { changedAtEnds, isAlteration, isElided, isSameText } from './word-difference.ts';

/** Pasted words found in an article: as they stand there, with an ellipsis for some of them, or with some of them changed. */
export interface Found {
  readonly is: 'exact' | 'elided' | 'altered';
  readonly passage: SimilarPassage;
  /** What the pasted words are to be compared with; what stands before and after it is no difference. */
  readonly stretch: Span;
  /** The quotation between marks that they stand in; null where they are the article's own words. */
  readonly marked: Quotation | null;
  /** That quotation's words, or the sentence; where a quotation is broken off for "she said", the sentences it runs over. */
  readonly whole: Span;
  readonly interrupted: boolean;
  readonly sentence: Sentence | null;
}

/** Are the pasted words those of a passage, if changed? Null where the passage only shares words with them. */
export function foundIn(asked: string, passage: SimilarPassage, body: string, reading: Reading): Found | null {
  const { span: like } = passage;
  const [marked, ...more] = saidIn(passage, reading);
  const interrupted = more.length > 0;
  const parts = interrupted && marked ? [marked, ...more].map(({ words }) => words) : [like];
  // Of a quotation broken off for "she said", what is said.
  const said = (where: Span) => parts.map((part) => slice(body, common(part, where))).join(' ');
  const around = reading.sentences.find((one) => within(marked?.words ?? like, one)) ?? null;
  const last = more.at(-1) ?? marked;
  const whole =
    marked && last && interrupted
      ? sentencesAt(span(marked.start, last.end), reading)
      : (marked?.words ?? around ?? like);
  const found = { passage, marked: marked ?? null, whole, interrupted, sentence: around };
  if (isSameText(asked, said(like))) return { ...found, is: 'exact', stretch: like };
  if (isElided(asked, interrupted ? said(whole) : slice(body, whole))) return { ...found, is: 'elided', stretch: like };
  if (!isAlteration(asked, said(like))) return null;
  return { ...found, is: 'altered', stretch: wholeStretch(asked, like, whole, body) };
}

/** The stretch with the words at its ends that stand where other words were pasted: "the old house" for "the old bridge". */
function wholeStretch(asked: string, like: Span, whole: Span, body: string): Span {
  const { before, after } = changedAtEnds(asked, slice(body, like));
  const wordsIn = (start: number, end: number) =>
    [...body.slice(start, end).matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu)].map(({ index, 0: word }) =>
      span(start + index, start + index + word.length),
    );
  const left = before === 0 ? undefined : wordsIn(whole.start, like.start).slice(-before)[0];
  const right = wordsIn(like.end, whole.end).slice(0, after).at(-1);
  return span(Math.min(left?.start ?? like.start, like.start), Math.max(right?.end ?? like.end, like.end));
}

/**
 * The quotation between marks that a passage has most of its characters in common with; where it reaches into others of the
 * same speaker, all of them: “We won’t pay,” she said, “until the report is out.”
 */
function saidIn({ quotation, span: where }: SimilarPassage, { quotations }: Reading): Quotation[] {
  if (quotation && quotation.kind !== 'indirect') return [quotation];
  const isIn = quotation ? within : overlaps;
  const shares = quotations.filter((one) => one.kind !== 'indirect' && isIn(where, one.words));
  const length = (one: Quotation) => common(one.words, where).end - common(one.words, where).start;
  const most = shares.toSorted((a, b) => length(b) - length(a))[0];
  if (!most) return [];
  const same = shares.filter(({ speaker }) => speaker && speaker.name === most.speaker?.name);
  return same.length > 1 ? same : [most];
}

function sentencesAt(where: Span, { sentences }: Reading): Span {
  const covered = sentences.filter((one) => overlaps(one, where));
  return span(covered[0]?.start ?? where.start, covered.at(-1)?.end ?? where.end);
}

/** What two spans have in common; nothing where they don't touch. */
function common(a: Span, b: Span): Span {
  const start = Math.max(a.start, b.start);
  return span(start, Math.max(start, Math.min(a.end, b.end)));
}
