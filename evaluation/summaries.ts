import fs from 'node:fs';
import path from 'node:path';
import { leansOnWhatWasSaid } from '../src/answers/summarise/context.ts';
import {
  type Budget,
  type ChosenSentence,
  type SummaryDocument,
  summarise,
} from '../src/answers/summarise/summarise.ts';
import { sentencesOf } from '../src/reading/tokens/sentences.ts';
import { slice } from '../src/text/span.ts';

/** One line of a summary set: articles on one event, and what people wrote of them. */
export interface SummaryRow {
  readonly id: string;
  readonly docs: readonly string[];
  readonly reference: string;
}

/** ROUGE-1, -2 and -L: F1 in percent, lower-cased, not stemmed, the summary cut to the reference's number of words. */
export type Rouge = readonly [number, number, number];

/** How well one set is summarised, beside the first sentences of its articles. */
export interface SummariesRow {
  readonly set: string;
  readonly summaries: number;
  readonly rouge: Rouge;
  readonly lead: Rouge;
  /** Share of summaries in which a sentence points at something that is not told before it. */
  readonly dangling: number;
  readonly millisecondsEach: number;
}

/** Enough for any reference to be filled. */
export const BUDGET: Budget = { words: 150 };
const LEAD_SENTENCES = 5;

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** ROUGE of a summary against its reference (Lin 2004). */
export function rouge(reference: readonly string[], summary: readonly string[]): Rouge {
  const cut = summary.slice(0, reference.length);
  return [
    overlap(runsOf(reference, 1), runsOf(cut, 1)),
    overlap(runsOf(reference, 2), runsOf(cut, 2)),
    f1(longestCommon(reference, cut), reference.length, cut.length),
  ];
}

function runsOf(words: readonly string[], length: number): string[] {
  return words.slice(length - 1).map((_, i) => words.slice(i, i + length).join(' '));
}

function overlap(reference: readonly string[], summary: readonly string[]): number {
  const left = new Map<string, number>();
  for (const run of reference) left.set(run, (left.get(run) ?? 0) + 1);
  let hits = 0;
  for (const run of summary) {
    const n = left.get(run) ?? 0;
    if (n > 0) hits++;
    left.set(run, n - 1);
  }
  return f1(hits, reference.length, summary.length);
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = [0];
    b.forEach((other, j) => {
      row.push(word === other ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0));
    });
    above = row;
  }
  return above[b.length] ?? 0;
}

const f1 = (hits: number, a: number, b: number): number => (hits ? (200 * hits) / (a + b) : 0);

/** The rows of a .jsonl file of summaries. */
export const summaryRows = (file: string): SummaryRow[] =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): SummaryRow => JSON.parse(line));

export const documentsOf = (row: SummaryRow): SummaryDocument[] =>
  row.docs.map((text) => ({ text, sentences: sentencesOf(text) }));

/** The words of a summary, one after the other. */
export const toldIn = (documents: readonly SummaryDocument[], chosen: readonly ChosenSentence[]): string[] =>
  chosen.flatMap(({ document, sentence }) => wordsOf(slice(documents[document]?.text ?? '', sentence)));

/** The sentences of a summary in which something is pointed at that isn't told right before. */
export function danglingIn(documents: readonly SummaryDocument[], chosen: readonly ChosenSentence[]): string[] {
  return chosen.flatMap(({ document, sentence }, i) => {
    const { text, sentences } = documents[document] ?? { text: '', sentences: [] };
    const words = slice(text, sentence);
    if (!leansOnWhatWasSaid(words)) return [];
    const place = sentences.findIndex(({ start }) => start === sentence.start);
    const told = chosen[i - 1];
    const hasBefore = told?.document === document && told.sentence.start === sentences[place - 1]?.start;
    return hasBefore ? [] : [words];
  });
}

/** Summarises every set of a folder as the verb `summarise` does. */
export function evaluateSummaries(folder: string): SummariesRow[] {
  const files = fs.readdirSync(folder).filter((file) => /(?:_val|_dev|_test)\.jsonl$/.test(file));
  return files.sort().map((file) => evaluateSet(path.basename(file, '.jsonl'), summaryRows(path.join(folder, file))));
}

function evaluateSet(set: string, rows: readonly SummaryRow[]): SummariesRow {
  const scores: Rouge[] = [];
  const leads: Rouge[] = [];
  let dangling = 0;
  let milliseconds = 0;
  for (const row of rows) {
    const documents = documentsOf(row);
    const start = performance.now();
    const chosen = summarise(documents, null, BUDGET);
    milliseconds += performance.now() - start;
    if (danglingIn(documents, chosen).length > 0) dangling++;
    const reference = wordsOf(row.reference);
    scores.push(rouge(reference, toldIn(documents, chosen)));
    leads.push(rouge(reference, wordsOf(leadOf(documents))));
  }
  return {
    set,
    summaries: rows.length,
    rouge: meanOf(scores),
    lead: meanOf(leads),
    dangling: dangling / rows.length,
    millisecondsEach: milliseconds / rows.length,
  };
}

/** The first sentences of the articles, as many of each: what any summary has to beat. */
const leadOf = (documents: readonly SummaryDocument[]): string =>
  documents
    .flatMap(({ text, sentences }) =>
      sentences.slice(0, Math.ceil(LEAD_SENTENCES / documents.length)).map((sentence) => slice(text, sentence)),
    )
    .join(' ');

/** The mean of each of the three. */
export function meanOf(scores: readonly Rouge[]): Rouge {
  const mean = (of: (score: Rouge) => number) => scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  return [mean(([one]) => one), mean(([, two]) => two), mean(([, , longest]) => longest)];
}

const [, script = '', folder] = process.argv;
if (/summaries\.[jt]s$/.test(script) && !/train-/.test(script)) {
  if (!folder) throw new Error('Name the folder of the summary sets: node dist/evaluation/summaries.js FOLDER');
  const shown = (score: Rouge) => score.map((value) => value.toFixed(2)).join(' / ');
  for (const row of evaluateSummaries(folder)) {
    console.log(
      `${row.set.padEnd(18)} ROUGE ${shown(row.rouge)}  lead ${shown(row.lead)}  dangling ${(100 * row.dangling).toFixed(1)} %` +
        `  ${row.millisecondsEach.toFixed(1)} ms each  (${row.summaries})`,
    );
  }
}
