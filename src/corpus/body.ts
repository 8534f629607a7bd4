import {
  boilerplateKind,
  type DroppedKind,
  isBareAddress,
  isCommentsHeading,
  isRelatedHeading,
  isSeeAlso,
  isSeeAlsoWithHeadline,
  isStamp,
} from './boilerplate.ts';
import { explainerStart } from './explainer.ts';
import {
  isCutOff,
  isProse,
  isShortSentence,
  isTitleCase,
  linesJoined,
  linesOf,
  type Unit,
  withoutIndent,
  wordCount,
} from './units.ts';

/** A line that is not read as article, counted from 1, and why. */
export interface Dropped {
  readonly line: number;
  readonly kind: DroppedKind;
}

/** Which lines of a page are its article; lines counted from 1, blank ones in none of the lists. */
export interface FoundBody {
  readonly body: readonly number[];
  readonly explainer: readonly number[];
  readonly dropped: readonly Dropped[];
  /** The headline standing above the body, where one does. */
  readonly headline: string | null;
}

/** A unit under judgement: `drop` says why it is no article, null that nothing speaks against it. */
interface Judged extends Unit {
  readonly prose: boolean;
  readonly rule: DroppedKind | null;
  drop: DroppedKind | null;
}

/**
 * Finds the article in a raw scrape by the shape of its lines alone: running text from its first sentence to its last,
 * less what is of a page's furniture. Where nothing looks like furniture, nothing is taken away but the headline.
 */
export function findBody(text: string, knownHeadline: string | null = null): FoundBody {
  const units = judge(linesJoined(linesOf(text)));
  dropSections(units);
  dropStampedTeasers(units);
  const headline = units.some(isBodyProse)
    ? dropAroundProse(units, knownHeadline)
    : dropWithoutProse(units, knownHeadline);
  const kept = units.filter((unit) => unit.drop === null);
  const explainer = explainerStart(kept);
  return {
    body: kept.slice(0, explainer).flatMap(lineNumbers),
    explainer: kept.slice(explainer).flatMap(lineNumbers),
    dropped: units.flatMap(({ drop, ...unit }) =>
      drop === null ? [] : lineNumbers(unit).map((line) => ({ line, kind: drop })),
    ),
    headline,
  };
}

/** The text of some lines as it is stored: lines as in the file but for their indentation, a blank line between blocks. */
export function textOfLines(text: string, numbers: readonly number[]): string {
  const lines = linesOf(text);
  return numbers
    .map((number, index) => {
      const before = numbers[index - 1];
      const joint = before === undefined ? '' : before === number - 1 ? '\n' : '\n\n';
      return joint + withoutIndent(lines[number - 1] ?? '');
    })
    .join('');
}

const lineNumbers = ({ from, to }: Unit): number[] => Array.from({ length: to - from }, (_, index) => from + index + 1);

function judge(units: readonly Unit[]): Judged[] {
  const judged: Judged[] = [];
  for (const [index, unit] of units.entries()) {
    // "… can also be reached at the following addresses:"
    const introducesAddress = /:$/.test(unit.text) && isBareAddress(units[index + 1]?.text ?? '');
    const rule = introducesAddress ? 'notice' : boilerplateKind(unit.text);
    const afterProse = judged.at(-1)?.prose ?? true;
    const prose = rule === null && isProse(unit.text) && (afterProse || !isCutOff(unit.text));
    judged.push({ ...unit, prose, rule, drop: null });
  }
  return judged;
}

const isBodyProse = (unit: Judged): boolean => unit.prose && unit.drop === null;

function dropAll(units: readonly Judged[], kind: DroppedKind): void {
  for (const unit of units) unit.drop ??= kind;
}

/** Drops what stands under a label: "See also" with its headline, "Related Stories" with its teasers, the comments. */
function dropSections(units: readonly Judged[]): void {
  for (let index = 0; index < units.length; index++) {
    const unit = units[index];
    if (!unit || unit.drop !== null) continue;
    const proseAbove = () => units.slice(0, index).filter(isBodyProse).length;
    if (isCommentsHeading(unit.text)) {
      const proseBelow = units.slice(index + 1).filter((below) => below.prose).length;
      const isCounter = proseAbove() === 0 || (proseAbove() < 3 && proseBelow >= 3 && /^\d|^no /i.test(unit.text));
      dropAll(isCounter ? [unit] : units.slice(index), isCounter ? 'counter' : 'comments');
    } else if (isRelatedHeading(unit.text)) {
      dropAll(units.slice(index, proseAbove() === 0 ? index + 1 : resumption(units, index + 1)), 'related story');
    } else if (isSeeAlsoWithHeadline(unit.text)) {
      unit.drop = 'see also';
    } else if (isSeeAlso(unit.text)) {
      dropAll(units.slice(index, afterSeeAlso(units, index)), 'see also');
    }
  }
}

/** Past a "See also" and the headline under it; more headlines only where they follow without a blank line. */
function afterSeeAlso(units: readonly Judged[], label: number): number {
  let end = label + 1;
  while (end < units.length) {
    const unit = units[end];
    if (!unit || (unit.prose && !/[?!]["”’]?$/.test(unit.text)) || wordCount(unit.text) > 30) break;
    if (end > label + 1 && unit.gap > 0) break;
    end++;
  }
  return end;
}

/** Where the article goes on after a box of related stories: at two paragraphs in a row; else it does not. */
function resumption(units: readonly Judged[], from: number): number {
  for (let index = from; index + 1 < units.length; index++) {
    if (!units[index]?.prose || !units[index + 1]?.prose) continue;
    if (units.slice(index).some((unit) => isCutOff(unit.text) && !unit.prose)) continue;
    return index;
  }
  return units.length;
}

/** Drops a list of stories without a heading: a headline, a date or a cut-off opening under it, and so on, twice at least. */
function dropStampedTeasers(units: readonly Judged[]): void {
  const starts = units.flatMap((unit, index) => {
    const next = units[index + 1];
    const isTeaser =
      !unit.prose &&
      unit.rule === null &&
      unit.drop === null &&
      wordCount(unit.text) >= 4 &&
      next !== undefined &&
      (isStamp(next.text) || (isCutOff(next.text) && !next.prose && wordCount(next.text) >= 8));
    return isTeaser && units.slice(0, index).filter(isBodyProse).length >= 2 ? [index] : [];
  });
  const [first] = starts;
  if (first === undefined || starts.length < 2) return;
  const rest = units.slice(first);
  const stamps = rest.filter((unit) => isStamp(unit.text)).length;
  const paragraphs = rest.filter((unit) => unit.prose || isCutOff(unit.text));
  const cutOff = paragraphs.filter((unit) => isCutOff(unit.text)).length;
  // Where whole paragraphs outnumber both dates and cut-off openings, the article is going on.
  if (stamps * 2 >= paragraphs.length || cutOff * 2 > paragraphs.length) dropAll(rest, 'related story');
}

/** What is furniture wherever it stands, even between two paragraphs. */
const ANYWHERE: ReadonlySet<DroppedKind> = new Set([
  'share line',
  'advertisement',
  'caption',
  'notice',
  'related story',
]);

/** Keeps the stretch from the first running text to the last; returns the headline found above it. */
function dropAroundProse(units: readonly Judged[], knownHeadline: string | null): string | null {
  const headline = knownHeadline ?? headlineAbove(units);
  for (const unit of units) {
    if (unit.drop === null && headline !== null && sameWords(unit.text, headline)) unit.drop = 'headline';
  }
  const first = startOfBody(units);
  const last = endOfBody(units);
  for (const [index, unit] of units.entries()) {
    if (unit.drop !== null) continue;
    if (index < first) unit.drop = unit.rule ?? 'navigation';
    else if (index >= last) unit.drop = unit.rule ?? (wordCount(unit.text) >= 4 ? 'related story' : 'navigation');
    else if (unit.rule !== null && (ANYWHERE.has(unit.rule) || isInHeader(units, index))) unit.drop = unit.rule;
  }
  return headline;
}

/** The first paragraph; verse or a list that leads straight into it belongs to it. */
function startOfBody(units: readonly Judged[]): number {
  let first = units.findIndex(isBodyProse);
  if (first < 0) return units.length;
  for (let above = units[first - 1]; above; above = units[first - 1]) {
    if (above.rule !== null || above.drop !== null || isTitleCase(above.text)) break;
    if (units[first]?.gap !== 0 && !isShortSentence(above.text)) break;
    first--;
  }
  return first;
}

/** Past the last paragraph, and past a list or verse that follows from it. */
function endOfBody(units: readonly Judged[]): number {
  let end = units.findLastIndex(isBodyProse) + 1;
  for (let unit = units[end]; unit; unit = units[end]) {
    const above = units[end - 1];
    if (unit.drop !== null || unit.rule !== null || !above || !followsFrom(unit, above)) break;
    end++;
  }
  return end;
}

/** A line under a paragraph that belongs to it though no sentence: an item after a colon, a line of verse. */
function followsFrom(unit: Unit, above: Unit): boolean {
  if (isShortSentence(unit.text)) return true;
  const item = /^(?:[•·*▪–-]|\(?\d{1,2}[.)])\s*\S/;
  if (item.test(unit.text)) return /:$/.test(above.text) || item.test(above.text);
  return unit.gap === 0 && /[,;:–—-]$/.test(above.text);
}

/** In the cluster of byline, date and counters between a standfirst and the article proper. */
function isInHeader(units: readonly Judged[], index: number): boolean {
  if (units.slice(0, index).filter(isBodyProse).length > 1) return false;
  const isFurniture = (unit: Judged | undefined) => unit !== undefined && unit.rule !== null;
  return units[index]?.rule === 'byline' || isFurniture(units[index - 1]) || isFurniture(units[index + 1]);
}

/** The headline: above the first paragraph, a line said twice, or the first of headline length. */
function headlineAbove(units: readonly Judged[]): string | null {
  const first = units.findIndex(isBodyProse);
  const above = units.slice(0, first).filter((unit) => unit.rule === null && unit.drop === null);
  const candidates = above.filter(({ text }) => wordCount(text) >= 3 && wordCount(text) <= 40 && !/[:,;]$/.test(text));
  const twice = candidates.find((unit, index) =>
    candidates.slice(index + 1).some((other) => sameWords(other.text, unit.text)),
  );
  const chosen = twice ?? candidates.find(({ text }) => wordCount(text) >= 5) ?? candidates[0];
  if (chosen) return chosen.text;
  const opening = units[first];
  const isQuestion = opening !== undefined && /[?!]$/.test(opening.text) && !/[.?!]\s/.test(opening.text);
  return isQuestion && wordCount(opening.text) <= 20 && (units[first + 1]?.gap ?? 0) > 0 ? opening.text : null;
}

const sameWords = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A text without one sentence: verse is kept whole, a page of links and labels not at all. */
function dropWithoutProse(units: readonly Judged[], knownHeadline: string | null): string | null {
  for (const unit of units) {
    unit.drop ??= unit.rule ?? (knownHeadline && sameWords(unit.text, knownHeadline) ? 'headline' : null);
  }
  const left = units.filter((unit) => unit.drop === null);
  const labels = left.filter(({ text }) => isTitleCase(text) || wordCount(text) <= 2).length;
  const furniture = units.filter((unit) => unit.rule !== null).length;
  if (furniture > units.length * 0.25 || labels > left.length * 0.5) dropAll(left, 'navigation');
  return knownHeadline;
}
