import { readFileSync } from 'node:fs';
import type { ReadingDocument } from '../src/reading/document.ts';
import type { ReadingModels } from '../src/reading/models.ts';
import { nameReading } from '../src/reading/read.ts';
import type { Quotation, QuotationKind } from '../src/reading/reading.ts';

/** An attribution as the annotators marked it. */
export interface GoldQuotation {
  readonly start: number;
  readonly end: number;
  readonly kind: QuotationKind;
  readonly speaker?: string;
  readonly speaker_start?: number;
  /** Whom a pronoun means, as a machine guessed. */
  readonly speaker_silver?: string;
  readonly cue?: string;
  /** False for belief and knowledge. */
  readonly speech?: boolean;
}

export interface QuotationRow {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly GoldQuotation[];
}

export type Task = 'direct' | 'speech';

export interface Outcome {
  readonly row: QuotationRow;
  readonly gold: GoldQuotation | null;
  readonly found: Quotation | null;
  /** Undefined where the gold tells nobody, or only a pronoun. */
  readonly speakerRight: boolean | undefined;
}

export function quotationRows(file: string): QuotationRow[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  // The shape of these files is told beside them.
  return lines.map((line) => JSON.parse(line) as QuotationRow);
}

export function namesRead({ text }: QuotationRow, models: ReadingModels): ReadingDocument {
  return nameReading({ text, published: null, headline: null }, models);
}

/** What was found beside what was wanted, by the rules of the task: exact spans for `direct`, overlap of 0.8 for `speech`. */
export function outcomesOf(row: QuotationRow, found: readonly Quotation[], task: Task): Outcome[] {
  const wanted = row.quotes.filter((gold) => (task === 'direct' ? gold.kind === 'direct' : gold.speech !== false));
  const fit = task === 'direct' ? exact(row.text) : overlapping;
  let rest = [...found];
  const outcomes = wanted.map((gold): Outcome => {
    let best: Quotation | null = null;
    for (const one of rest) if (fit(gold, one) > (best ? fit(gold, best) : 0)) best = one;
    rest = rest.filter((one) => one !== best);
    const name = goldSpeaker(gold);
    return { row, gold, found: best, speakerRight: name && best ? sameSpeaker(name, best.speaker?.name) : undefined };
  });
  const others = row.quotes.filter((gold) => !wanted.includes(gold));
  const wrong = rest.filter((one) => !others.some((gold) => overlap(gold, one) > 0));
  return [...outcomes, ...wrong.map((one): Outcome => ({ row, gold: null, found: one, speakerRight: undefined }))];
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** F1 of the spans, and of spans with the right speaker. */
export function scoresOf(outcomes: readonly Outcome[]): { spans: Score; speakers: Score } {
  const count = (holds: (outcome: Outcome) => boolean) => outcomes.filter(holds).length;
  const named = ({ gold }: Outcome) => gold !== null && goldSpeaker(gold) !== undefined;
  const matched = ({ gold, found }: Outcome) => gold !== null && found !== null;
  const nameless = count((outcome) => matched(outcome) && !named(outcome));
  const found = count((outcome) => outcome.found !== null);
  return {
    spans: scoreOf(
      count(matched),
      found,
      count(({ gold }) => gold !== null),
    ),
    speakers: scoreOf(
      count(({ speakerRight }) => speakerRight === true),
      found - nameless,
      count(named),
    ),
  };
}

function scoreOf(right: number, found: number, wanted: number): Score {
  const precision = found ? (100 * right) / found : 0;
  const recall = wanted ? (100 * right) / wanted : 0;
  return { precision, recall, f1: right ? (2 * precision * recall) / (precision + recall) : 0 };
}

export const PRONOUN = /^(?:he|she|they|we|i|it|you|who|him|her|them|himself|herself|his|their)$/i;

/** Whom the gold names; undefined where it has nobody, or only a pronoun that nobody resolved. */
export function goldSpeaker({ speaker, speaker_silver: silver }: GoldQuotation): string | undefined {
  return speaker && PRONOUN.test(speaker) ? silver || undefined : speaker || undefined;
}

/** Do the last words of the two names agree? */
export function sameSpeaker(gold: string, name: string | undefined): boolean {
  const [plain = ''] = gold.split(/,| of | from | in | at | for /);
  const own = lastWord(name ?? '');
  return own !== '' && [gold, plain].some((one) => lastWord(one) === own);
}

function lastWord(name: string): string {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = folded
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .split(/\s+/);
  return words.filter((word) => word && !/^(?:jr|sr|ii|iii)$/.test(word)).at(-1) ?? '';
}

interface Range {
  readonly start: number;
  readonly end: number;
}

export const overlap = (a: Range, b: Range): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

function overlapping(gold: Range, found: Range): number {
  const shared = overlap(gold, found);
  const share = shared / (gold.end - gold.start + found.end - found.start - shared);
  return share >= 0.8 ? share : 0;
}

const exact = (text: string) => (gold: Range, found: Range) => {
  const [a, b] = [coreOf(text, gold), coreOf(text, found)];
  return a.start === b.start && a.end === b.end ? 1 : 0;
};

/** The span without outer marks and punctuation. */
export function coreOf(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (from < to && !/[\p{L}\p{N}$£€]/u.test(text.charAt(from))) from++;
  while (to > from && !/[\p{L}\p{N}%)]/u.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
