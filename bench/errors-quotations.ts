// npm run errors:quotations -- FOLDER [even|odd|dev]: the most frequent kinds of error in who said what, with counts and an
// example each. The even half of polnear.train is for tuning, the odd half and polnear.dev are kept out of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNameModel } from '../src/reading/names.ts';
import { findQuotations } from '../src/reading/quotations.ts';
import type { Quotation } from '../src/reading/reading.ts';
import { projectFolder } from '../src/settings.ts';
import {
  coreOf,
  type GoldQuotation,
  goldSpeaker,
  namesRead,
  type Outcome,
  outcomesOf,
  overlap,
  PRONOUN,
  type QuotationRow,
  quotationRows,
  type Score,
  sameSpeaker,
  scoresOf,
  type Task,
} from './quotation-scores.ts';

const KINDS_SHOWN = 50;

const [folder, part = 'even'] = process.argv.slice(2);
if (!folder) {
  console.error('usage: npm run errors:quotations -- FOLDER [even|odd|dev]');
  process.exit(2);
}
const rows = rowsOf(folder, part);
const model = parseNameModel(readFileSync(join(projectFolder, 'data/names.model')));
const readings = rows.map((row) => {
  const document = namesRead(row, model);
  const people = document.entities.filter(({ type }) => type === 'person').map(({ name }) => name);
  return {
    row: { ...row, quotes: row.quotes.map((gold) => judged(gold, people)) },
    quotations: findQuotations(document),
  };
});
for (const task of ['direct', 'speech'] as const) {
  const outcomes = readings.flatMap(({ row, quotations }) => outcomesOf(row, quotations, task));
  const { spans, speakers } = scoresOf(outcomes);
  console.log(`\n${task} · ${part}: spans ${told(spans)} · span and speaker ${told(speakers)}`);
  const fair = readings.flatMap(({ row, quotations }) => outcomesOf(withoutNobodies(row), quotations, task));
  console.log(`  without the pronouns whose guessed person is nobody in the article: ${told(scoresOf(fair).speakers)}`);
  printKinds(readings, outcomes, task);
}

/** A gold quotation whose pronoun a machine resolved to words that are nobody's name in the article. */
interface Judged extends GoldQuotation {
  readonly guessIsNobody: boolean;
}

function judged(gold: GoldQuotation, people: readonly string[]): Judged {
  const guess = PRONOUN.test(gold.speaker ?? '') ? gold.speaker_silver : undefined;
  return { ...gold, guessIsNobody: guess !== undefined && !people.some((name) => sameSpeaker(guess, name)) };
}

/** As if such guesses had not been made. */
function withoutNobodies(row: QuotationRow): QuotationRow {
  const quotes = row.quotes.map((gold) => {
    if (!('guessIsNobody' in gold && gold.guessIsNobody)) return gold;
    const { speaker_silver: _, ...rest } = gold;
    return rest;
  });
  return { ...row, quotes };
}

function rowsOf(from: string, which: string): QuotationRow[] {
  if (which === 'dev') return quotationRows(join(from, 'data/polnear.dev.jsonl'));
  return quotationRows(join(from, 'data/polnear.train.jsonl')).filter((_, i) => i % 2 === (which === 'odd' ? 1 : 0));
}

function told({ precision, recall, f1 }: Score): string {
  return `P ${precision.toFixed(1)} R ${recall.toFixed(1)} F1 ${f1.toFixed(1)}`;
}

function printKinds(
  all: readonly { row: QuotationRow; quotations: readonly Quotation[] }[],
  outcomes: readonly Outcome[],
  task: Task,
): void {
  const quotationsIn = new Map(all.map(({ row, quotations }) => [row, quotations]));
  const kinds = new Map<string, { count: number; example: string }>();
  for (const outcome of outcomes) {
    const kind = kindOf(outcome, quotationsIn.get(outcome.row) ?? [], task);
    if (!kind) continue;
    const known = kinds.get(kind);
    kinds.set(kind, { count: (known?.count ?? 0) + 1, example: known?.example ?? exampleOf(outcome) });
  }
  const sorted = [...kinds].sort(([, a], [, b]) => b.count - a.count);
  for (const [kind, { count, example }] of sorted.slice(0, KINDS_SHOWN))
    console.log(`${String(count).padStart(5)}  ${kind}\n         ${example}`);
}

/** What kind of error this is; null where it is none. */
function kindOf(outcome: Outcome, quotations: readonly Quotation[], task: Task): string | null {
  const { gold, found, row } = outcome;
  if (gold && found) {
    if (outcome.speakerRight !== false) return null;
    return `speaker: ${goldForm(gold)} wanted, ${foundForm(row, found)} found`;
  }
  if (gold) {
    const near = quotations.filter((one) => overlap(one, gold) > 0);
    const what = task === 'speech' ? `${gold.kind} ` : '';
    if (near.length === 0) return `missed: ${what}with ${cueForm(gold)}`;
    if (near.length > 1) return `missed: ${what}read as ${near.length} quotations`;
    return `missed: ${what}read ${near[0]?.kind ?? ''} ${boundary(row, gold, near[0] ?? gold)}`;
  }
  if (!found) return null;
  const touched = row.quotes.some((one) => overlap(one, found) > 0);
  const cue = found.cue ? `"${row.text.slice(found.cue.start, found.cue.end).toLowerCase()}"` : 'no cue';
  return touched ? `false: ${found.kind} over another's words` : `false: ${found.kind} with ${cue}`;
}

function goldForm(gold: GoldQuotation): string {
  if (PRONOUN.test(gold.speaker ?? '')) {
    const guess = 'guessIsNobody' in gold && gold.guessIsNobody ? ' (guessed to be nobody of the article)' : '';
    return `"${gold.speaker?.toLowerCase()}"${guess}`;
  }
  if (/\([RDI]\b/.test(gold.speaker ?? '')) return 'a name with its party';
  return /\p{Lu}\p{L}+ *$/u.test(gold.speaker ?? '') ? 'a name' : 'a noun';
}

function foundForm({ text }: QuotationRow, { speaker, cue }: Quotation): string {
  const by = cue ? '' : ' by position';
  if (!speaker) return `nobody${by}`;
  const own = text.slice(speaker.start, speaker.end);
  const form = /^(?:he|she|they|it|him|her)$/i.test(own)
    ? `"${own.toLowerCase()}"`
    : /^\p{Lu}/u.test(own)
      ? 'a name'
      : 'a noun';
  return `another ${speaker.kind} from ${form}${by}`;
}

function cueForm({ cue }: GoldQuotation): string {
  if (!cue) return 'no cue';
  return cue.length < 24 ? `"${cue}"` : 'a long cue';
}

function boundary({ text }: QuotationRow, gold: GoldQuotation, found: { start: number; end: number }): string {
  const [a, b] = [coreOf(text, gold), coreOf(text, found)];
  const side = (wanted: number, own: number, [more, less]: [string, string]) =>
    own === wanted ? '' : own < wanted ? more : less;
  return [
    side(a.start, b.start, ['from too early', 'from too late']),
    side(b.end, a.end, ['to too late', 'to too early']),
  ]
    .filter(Boolean)
    .join(', ');
}

function exampleOf({ row, gold, found }: Outcome): string {
  const at = gold ?? found ?? { start: 0, end: 0 };
  const from = Math.max(0, at.start - 70);
  const to = at.end > at.start + 160 ? at.start + 160 : at.end;
  const words = `…${row.text.slice(from, at.start)}⟦${row.text.slice(at.start, to)}⟧${row.text.slice(to, at.end + 60)}…`;
  const wanted = gold ? `wanted ${goldSpeaker(gold) ?? 'nobody'}` : 'nothing wanted';
  return `${row.id}: ${wanted}, found ${found?.speaker?.name ?? 'nobody'}: ${words.replace(/\s+/g, ' ')}`;
}
