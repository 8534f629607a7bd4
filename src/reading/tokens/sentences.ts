import { span } from '../../text/span.ts';
import type { Sentence } from '../reading.ts';

/** Titles and the like: the full stop behind them never ends a sentence. */
const NEVER_LAST = new Set(
  `mr mrs ms mx dr prof gen lt col sgt capt cmdr comdr adm maj gov sen rep reps sens rev hon pres st messrs brig cpl pvt
  supt det amb atty ald msgr fr asst dep insp vice-adm vs cf approx al-gen viz e.g i.e govs gens drs mme mlle lt-gen`.split(
    /\s+/,
  ),
);

/** Abbreviations that may end a sentence: they do where a word follows that commonly opens one. */
const MAYBE_LAST = new Set(
  `jr sr inc co corp ltd bros plc llc etc al a.m p.m est dept univ assn ave blvd rd mt ft jan feb mar apr jun jul aug sep sept
  oct nov dec mon tue tues wed thu thur thurs fri ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn
  miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ph.d m.d b.a m.a d.c u.s u.k u.n e.u`.split(/\s+/),
);

/** "No. 5", "p. 12": an abbreviation only before a figure. */
const BEFORE_FIGURES = new Set(['no', 'nos', 'p', 'pp', 'art', 'sec', 'vol', 'fig', 'ch', 'para', 'res']);

const OPENS_A_SENTENCE = new Set(
  `the a an this that these those he she it they we you i his her its their our my in on at for from by with as after before
  since while when where if but and or so yet then there here what who why how however although though despite during
  meanwhile still also now another some many most several both each one not no yes under over until because according
  earlier later instead moreover nevertheless`.split(/\s+/),
);

/** Verbs that report a question or an exclamation just quoted: "Really?" Smith asked. */
const REPORTED =
  /^(?:(?:[Tt]he|[Aa]n?)\s+(?:[\p{L}.-]+\s+){1,4}?|(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}?)(?:said|says|asked|asks|wrote|added|told|replied|tweeted|continued|cried|shouted|wondered|demanded|responded|exclaimed|concluded|declared|writes|pressed)\b|^(?:\p{Lu}[\p{L}'’-]*\s){1,3}\p{Ll}+ed[.,]/u;

const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;
const TERMINATOR = /[.!?…。！？؟۔]/;
const CLOSER = /["'”’»“)\]}]/;
const ENDS_LINE = /[.!?…:;。！？؟۔]["'”’»)\]}]*$/;
/** A text set wider than this was not broken by hand or by a mail program. */
const WIDEST_COLUMN = 120;

interface Line {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentences of a text, in order, without the white space between them. Together they cover all that is not white
 * space. A blank line ends a paragraph; so does a single newline, unless the line was only broken to fit a column.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const block of paragraphsOf(text)) {
    for (const { start, end } of sentencesWithin(text, block)) sentences.push({ ...span(start, end), paragraph });
    paragraph++;
  }
  return sentences;
}

/** The text's lines without their outer white space; blank lines come as empty ones. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  const add = (to: number) => {
    let start = from;
    let end = to;
    while (start < end && isSpace(text, start)) start++;
    while (end > start && isSpace(text, end - 1)) end--;
    lines.push({ start, end });
  };
  for (const match of text.matchAll(LINE_END)) {
    add(match.index);
    from = match.index + match[0].length;
  }
  add(text.length);
  return lines;
}

function paragraphsOf(text: string): Line[] {
  const lines = linesOf(text);
  const column = columnOf(text, lines);
  const paragraphs: Line[] = [];
  let open: Line | null = null;
  let last: Line | null = null;
  for (const line of lines) {
    if (line.start === line.end) {
      if (open) paragraphs.push(open);
      open = last = null;
      continue;
    }
    if (open && last && goesOn(text, last, line, column)) open = { start: open.start, end: line.end };
    else {
      if (open) paragraphs.push(open);
      open = line;
    }
    last = line;
  }
  if (open) paragraphs.push(open);
  return paragraphs;
}

/** Was the break between these two lines made only to fit a column? */
function goesOn(text: string, line: Line, next: Line, column: number | null): boolean {
  if (column !== null && isFull(text, line, next, column)) return true;
  return (
    /\p{Ll}/u.test(characterAt(text, next.start)) &&
    !ENDS_LINE.test(text.slice(Math.max(line.start, line.end - 8), line.end))
  );
}

/** Would the next line's first word have gone beyond the column? */
function isFull(text: string, line: Line, next: Line, column: number): boolean {
  const length = line.end - line.start;
  let word = 0;
  while (next.start + word < next.end && length + 1 + word <= column && !isSpace(text, next.start + word)) word++;
  return length + 1 + word > column;
}

/** The column at which the whole text was wrapped, or null where its lines are paragraphs. */
function columnOf(text: string, lines: readonly Line[]): number | null {
  let column = 0;
  for (const line of lines) column = Math.max(column, line.end - line.start);
  if (column > WIDEST_COLUMN) return null;
  let breaks = 0;
  let full = 0;
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (!next || line.start === line.end || next.start === next.end) return;
    breaks++;
    if (isFull(text, line, next, column)) full++;
  });
  return breaks >= 3 && full >= 0.6 * breaks ? column : null;
}

function* sentencesWithin(text: string, block: Line): Generator<Line> {
  let start = block.start;
  for (let i = block.start; i < block.end; i++) {
    if (!TERMINATOR.test(text.charAt(i))) continue;
    const stop = i;
    let end = i + 1;
    while (end < block.end && TERMINATOR.test(text.charAt(end))) end++;
    end = afterClosers(text, end, block.end);
    i = end - 1;
    if (end >= block.end) break;
    if (!isSpace(text, end)) continue;
    let next = end;
    while (next < block.end && isSpace(text, next)) next++;
    if (!endsSentence(text, { start, end: block.end }, stop, end, next)) continue;
    yield { start, end };
    start = next;
    i = next - 1;
  }
  if (start < block.end) yield { start, end: block.end };
}

/** Past the marks and brackets that close behind a full stop, also where tokenising set them apart: `. ''`. */
function afterClosers(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && (CLOSER.test(text.charAt(end)) || TERMINATOR.test(text.charAt(end)))) end++;
  const apart = /^\s(?:''|”|’’|»|\))(?=\s|$)/.exec(text.slice(end, Math.min(end + 5, limit)));
  return apart ? end + apart[0].length : end;
}

/** Does the full stop at `stop`, closed up to `end`, end a sentence when the next word stands at `next`? */
function endsSentence(text: string, sentence: Line, stop: number, end: number, next: number): boolean {
  const ahead = text.slice(next, Math.min(sentence.end, next + 100));
  const following = /^[^\p{L}\p{N}]*([\p{L}\p{N}][\p{L}\p{N}'’-]*)?/u.exec(ahead)?.[1] ?? '';
  const opener = ahead.charAt(0);
  if (/^\p{Ll}/u.test(ahead)) return false;
  if (/[,;:)\]–—―-]/.test(opener) && !/^[–—―-]+\s*["“«]/.test(ahead)) return false;
  const closed = /["'”’»“]/.test(text.slice(stop + 1, end));
  const mark = text.charAt(stop);
  if (mark !== '.' && closed && REPORTED.test(ahead)) return false;
  if (mark !== '.') return true;
  if (closed || text.charAt(stop + 1) === '.') return true;
  const word = wordBefore(text, sentence.start, stop);
  return !isAbbreviated(word, following, stop - word.length === sentence.start);
}

/** Is `word`, whose full stop is followed by the word `following`, shortened rather than last in its sentence? */
function isAbbreviated(word: string, following: string, first: boolean): boolean {
  const lower = word.toLowerCase();
  if (NEVER_LAST.has(lower)) return true;
  if (/^\p{N}/u.test(following) && (BEFORE_FIGURES.has(lower) || (MAYBE_LAST.has(lower) && !/^[ap]\.m$/.test(lower))))
    return true;
  if (first && /^(?:\p{N}{1,3}|\p{L})$/u.test(word)) return true;
  const shortened = MAYBE_LAST.has(lower) || /^\p{Lu}$/u.test(word) || /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word);
  if (!shortened) return false;
  return !OPENS_A_SENTENCE.has(following.toLowerCase());
}

/** The word that ends at `stop`, inner full stops included ("U.S"); long ones are cut, as no abbreviation is long. */
function wordBefore(text: string, from: number, stop: number): string {
  let start = stop;
  while (start > from && stop - start < 12 && /[\p{L}\p{N}.'’-]/u.test(text.charAt(start - 1))) start--;
  return text.slice(start, stop);
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at));

const characterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 32);
