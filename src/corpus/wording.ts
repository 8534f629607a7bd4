import { diffArrays } from 'diff';
import { overlaps, type Span, span } from '../text/span.ts';

/** A text, and where in it somebody's words stand verbatim. */
export interface Quoting {
  readonly body: string;
  readonly quoted: readonly Span[];
}

/** Words that two copies of a text have otherwise: "among" for "between". An empty span stands where there are none. */
export interface WordingDifference {
  readonly before: Span;
  readonly after: Span;
  /** Within a quotation of either: one of the two does not have the words as they were said. */
  readonly inQuotation: boolean;
}

/** More than this is another paragraph, not another wording. */
const MOST_WORDS = 12;
/** Texts that differ in more words than this are no copies of each other. */
const MOST_EDITS = 4000;

/** Where two copies of one text have other words, in their order. Capitals, marks and line breaks aside. */
export function wordingDifferences(a: Quoting, b: Quoting): WordingDifference[] {
  const before = wordsOf(a.body);
  const after = wordsOf(b.body);
  const changes = diffArrays(before.map(plain), after.map(plain), { maxEditLength: MOST_EDITS });
  const differences: WordingDifference[] = [];
  let [i, j] = [0, 0];
  for (let at = 0; at < (changes?.length ?? 0); at++) {
    const change = changes?.[at];
    const next = changes?.[at + 1];
    if (!change) continue;
    if (!change.added && !change.removed) {
      i += change.count;
      j += change.count;
      continue;
    }
    // A replacement is given as two changes, in either order.
    const isPair =
      next !== undefined &&
      next.added !== change.added &&
      next.removed !== change.removed &&
      (next.added || next.removed);
    const removed = (change.removed ? change.count : 0) + (isPair && next.removed ? next.count : 0);
    const added = (change.added ? change.count : 0) + (isPair && next.added ? next.count : 0);
    if (removed <= MOST_WORDS && added <= MOST_WORDS) {
      const where = { before: stretch(before, i, removed), after: stretch(after, j, added) };
      differences.push({ ...where, inQuotation: isWithin(where.before, a) || isWithin(where.after, b) });
    }
    i += removed;
    j += added;
    if (isPair) at++;
  }
  return differences;
}

interface Word extends Span {
  readonly text: string;
}

const wordsOf = (body: string): Word[] =>
  [...body.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}]+)*/gu)].map((match) => ({
    ...span(match.index, match.index + match[0].length),
    text: match[0],
  }));

const plain = ({ text }: Word): string => text.normalize('NFKC').toLowerCase().replaceAll('’', "'");

function stretch(words: readonly Word[], from: number, count: number): Span {
  const first = words[from];
  const last = words[from + count - 1];
  if (count > 0 && first && last) return span(first.start, last.end);
  const place = first?.start ?? words.at(-1)?.end ?? 0;
  return span(place, place);
}

const isWithin = (where: Span, { quoted }: Quoting): boolean =>
  quoted.some(
    (one) => overlaps(one, where) || (where.start === where.end && one.start < where.start && where.start < one.end),
  );
