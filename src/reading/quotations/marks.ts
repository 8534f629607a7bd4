import { type Span, span } from '../../text/span.ts';
import type { Sentence } from '../reading.ts';

/** A stretch of text between quotation marks, marks included. Stretches never overlap: what is nested belongs to the outer one. */
export interface MarkedStretch extends Span {
  /** What stands between the marks. */
  readonly words: Span;
  /** False where the mark was never closed: the stretch then ends with its paragraph, or where the next one opens. */
  readonly closed: boolean;
  readonly paragraph: number;
}

type Family = '“' | '«' | '"' | "''";
type Turn = 'open' | 'close' | 'either';

/** One double mark: where it stands, and whether by its neighbours it opens or closes. */
interface Mark {
  readonly at: number;
  readonly length: number;
  readonly family: Family;
  readonly turn: Turn;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Finds what stands between quotation marks, paragraph by paragraph: straight, curly, '' and ``, « », „ “, and single ones. */
export function markedStretches(text: string, sentences: readonly Sentence[]): MarkedStretch[] {
  const stretches: MarkedStretch[] = [];
  const glyphs = text.matchAll(DOUBLE);
  let next = glyphs.next();
  for (let i = 0; i < sentences.length; ) {
    const first = sentences[i];
    if (!first) break;
    let last = first;
    for (; i < sentences.length && sentences[i]?.paragraph === first.paragraph; i++) last = sentences[i] ?? last;
    const paragraph = { start: first.start, end: last.end };
    const marks: Mark[] = [];
    for (; !next.done && next.value.index < paragraph.end; next = glyphs.next()) {
      const mark = markAt(text, paragraph, next.value.index, next.value[0]);
      if (mark) marks.push(mark);
    }
    const double = doubleStretches(text, paragraph, marks, first.paragraph);
    const single = singleStretches(text, paragraph, first.paragraph);
    for (const stretch of withSingle(text, double, single)) stretches.push(stretch);
  }
  return stretches;
}

/** Both kinds together. Double marks within single ones (British order, ‘… “…” …’) belong to those; other overlaps to the double. */
function withSingle(text: string, double: readonly MarkedStretch[], single: readonly MarkedStretch[]): MarkedStretch[] {
  if (single.length === 0) return [...double];
  const kept: MarkedStretch[] = [];
  let d = 0;
  for (const outer of single) {
    while (d < double.length && (double[d]?.end ?? 0) <= outer.start) d++;
    const overlapping: MarkedStretch[] = [];
    for (let k = d; k < double.length && (double[k]?.start ?? 0) < outer.end; k++) {
      const inner = double[k];
      if (inner) overlapping.push(inner);
    }
    const sure = /[.,!?…]/.test(text.charAt(outer.words.end - 1));
    const holds = overlapping.every(({ start, end }) => start > outer.start && end < outer.end);
    if (overlapping.length === 0 || (sure && holds)) kept.push(outer);
  }
  let done = 0;
  return [...double, ...kept]
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < done) return false;
      done = end;
      return true;
    });
}

const DOUBLE = /[“”„«»"]|''|``|’’|‘‘/g;

function markAt(text: string, { start, end }: Range, at: number, glyph: string): Mark | null {
  if (at < start) return null;
  // What stands first in its paragraph, or behind an invisible character, has nothing before it.
  const first = text.charAt(at - 1);
  const before = at === start || (at === start + 1 && /\p{Cf}/u.test(first)) ? '' : /\p{Cf}/u.test(first) ? ' ' : first;
  const after = at + glyph.length < end ? text.charAt(at + glyph.length) : ' ';
  // <a title="…">: no quotation, but what is left of a page's code.
  if (before === '=' || after === '>') return null;
  return { at, length: glyph.length, ...turnOf(glyph, before, after) };
}

/** Which way does the mark turn, by its glyph and by what stands before and after it? */
function turnOf(glyph: string, before: string, after: string): { family: Family; turn: Turn } {
  const opens = /^$|[\s([{—–\-/'‘“>]/.test(before) && /[^\s.,;:!?)\]}—–]/.test(after);
  const closes = !/^$|[\s([{]/.test(before) && !/[\p{L}\p{N}$£€]/u.test(after);
  const turn: Turn = opens === closes ? 'either' : opens ? 'open' : 'close';
  switch (glyph) {
    case '“':
    case '‘‘':
    case '``':
      return { family: glyph === '``' ? "''" : '“', turn: closes && !opens ? 'either' : 'open' };
    case '„':
      return { family: '“', turn: 'open' };
    case '”':
    case '’’':
      return { family: '“', turn: (opens && !closes) || before === '' ? 'either' : 'close' };
    case '«':
      return { family: '«', turn: 'open' };
    case '»':
      return { family: '«', turn: 'close' };
    case "''":
      return { family: "''", turn };
    default:
      return { family: '"', turn };
  }
}

/** Nesting deeper than this is no print, and is read as if it were this deep. */
const DEEPEST = 8;

function doubleStretches(text: string, paragraph: Range, marks: readonly Mark[], number: number): MarkedStretch[] {
  const left = closersLeft(marks);
  const stretches: MarkedStretch[] = [];
  const add = (mark: Mark, wordsEnd: number, end: number, closed: boolean) => {
    if (wordsEnd <= mark.at + mark.length) return;
    const words = span(mark.at + mark.length, wordsEnd);
    if (/[\p{L}\p{N}]/u.test(text.slice(words.start, Math.min(words.end, words.start + 200)))) {
      stretches.push({ ...span(mark.at, Math.max(end, words.end)), words, closed, paragraph: number });
    }
  };
  let open: Mark[] = [];
  marks.forEach((mark, i) => {
    const [outer] = open;
    if (!outer) {
      if (mark.turn !== 'close') open.push(mark);
      return;
    }
    if (mark.turn === 'open' || (mark.turn === 'either' && !open.some(({ family }) => family === mark.family))) {
      // Nested where enough marks are left to close both; otherwise the outer one was never closed.
      if (mark.family !== outer.family || (left[mark.family][i] ?? 0) >= 1) {
        if (open.length < DEEPEST) open.push(mark);
        return;
      }
      const end = endBefore(text, mark.at, outer.at);
      add(outer, end, end, false);
      open = [mark];
      return;
    }
    let at = open.length - 1;
    while (at >= 0 && open[at]?.family !== mark.family) at--;
    // “…" closes too, where no mark of its own kind is left to close it.
    if (at < 0 && ((left[outer.family][i] ?? 0) <= 0 || marks[i + 1]?.turn === 'open')) at = 0;
    if (at < 0) return;
    open.length = at;
    if (at === 0) add(outer, mark.at, mark.at + mark.length, true);
  });
  const [unclosed] = open;
  if (unclosed && mayStayOpen(text, paragraph.start, unclosed)) add(unclosed, paragraph.end, paragraph.end, false);
  return stretches;
}

/** For each family and mark, how many more close than open, from there on. */
function closersLeft(marks: readonly Mark[]): Record<Family, Int32Array> {
  const count = () => new Int32Array(marks.length + 1);
  const left: Record<Family, Int32Array> = { '“': count(), '«': count(), '"': count(), "''": count() };
  for (const [family, running] of Object.entries(left)) {
    for (let i = marks.length - 1; i >= 0; i--) {
      const mark = marks[i];
      const change = mark?.family !== family ? 0 : mark.turn === 'close' ? 1 : mark.turn === 'open' ? -1 : 0;
      running[i] = (running[i + 1] ?? 0) + change;
    }
  }
  return left;
}

/** The end of the last word before the position `at`. */
function endBefore(text: string, at: number, from: number): number {
  let end = at;
  while (end > from && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

/** A mark that nothing closes opens a quotation only where one may begin; elsewhere it is a slip, or inches. */
function mayStayOpen(text: string, paragraphStart: number, mark: Mark): boolean {
  if (mark.turn === 'close') return false;
  const before = text.slice(Math.max(paragraphStart, mark.at - 12), mark.at).trimEnd();
  return (
    before === '' || /[.,:;!?…)”"’'—–]$/.test(before) || /\b(?:said|says|that|wrote|added|asked|told)$/.test(before)
  );
}

const SINGLE_OPEN = /(^|[\s([{—–\-:/])(['‘])(?=[\p{L}\p{N}[($])/gu;
const SINGLE_CLOSE = /(['’])(?![\p{L}\p{N}])/gu;
/** Clipped words, which an apostrophe opens: 'em, 'tis, '90s. */
const CLIPPED = /^(?:em|tis|twas|til|till|cause|round|bout|n|\d\ds?)(?![\p{L}\p{N}])/iu;

/** Single marks that open and close like quotation marks; an apostrophe never opens, and a plural's closes only where nothing better does. */
function singleStretches(text: string, range: Range, number: number): MarkedStretch[] {
  const part = text.slice(range.start, range.end);
  if (!/['‘]/.test(part)) return [];
  const closers = [...part.matchAll(SINGLE_CLOSE)].map((match) => match.index);
  const openers = [...part.matchAll(SINGLE_OPEN)].map((match) => match.index + (match[1] ?? '').length);
  const stretches: MarkedStretch[] = [];
  let done = 0;
  let c = 0;
  openers.forEach((at, k) => {
    if (at < done || CLIPPED.test(part.slice(at + 1, at + 8))) return;
    while (c < closers.length && (closers[c] ?? 0) <= at + 1) c++;
    const limit = openers[k + 1] ?? part.length;
    let close = -1;
    for (let j = c; j < closers.length && (closers[j] ?? 0) < limit; j++) {
      const candidate = closers[j] ?? -1;
      if (close < 0) close = candidate;
      if (/[^\s\p{L}\p{N}]/u.test(part.charAt(candidate - 1)) || !isPlural(part, candidate)) {
        close = candidate;
        break;
      }
    }
    if (close < 0) return;
    done = close + 1;
    const start = range.start + at;
    const end = range.start + close + 1;
    stretches.push({ ...span(start, end), words: span(start + 1, end - 1), closed: true, paragraph: number });
  });
  return stretches;
}

/** "the ministers' meeting": an apostrophe behind an s, before another word. */
const isPlural = (part: string, at: number): boolean =>
  /[sS]/.test(part.charAt(at - 1)) && /^\s+\p{L}/u.test(part.slice(at + 1, at + 4));
