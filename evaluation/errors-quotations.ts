import { join } from 'node:path';
import { projectFolder } from '../src/project/folder.ts';
import { loadModels } from '../src/reading/models.ts';
import { findQuotations } from '../src/reading/quotations/find-quotations.ts';
import type { Quotation } from '../src/reading/reading.ts';
import { checkedPronouns } from './pronouns-checked.ts';
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
const PARTY = /\s*\((?:[RDI]\b|\p{Lu}\p{L}{1,5}\.)[^)]*\)/u;

const [folder, part = 'dev'] = process.argv.slice(2);
if (!folder || (part !== 'dev' && part !== 'train')) {
  console.error('usage: npm run errors:quotations -- FOLDER [dev|train]');
  process.exit(2);
}
const models = loadModels(join(projectFolder, 'data'));
const checked = checkedPronouns(part);
const readings = quotationRows(join(folder, `data/polnear.${part}.jsonl`)).map((row) => {
  return { row, quotations: findQuotations(namesRead(row, models)) };
});
for (const task of ['direct', 'speech'] as const) {
  const outcomes = readings.flatMap(({ row, quotations }) => outcomesOf(row, quotations, task));
  const { spans, speakers } = scoresOf(outcomes);
  console.log(`\n${task} · ${part}: spans ${told(spans)} · span and speaker ${told(speakers)}`);
  const known = readings.filter(({ row }) => part === 'dev' || checked.has(row.id));
  const right = known.flatMap(({ row, quotations }) => outcomesOf(asChecked(row), quotations, task));
  if (task === 'direct')
    console.log(`  with speakers as checked, in ${known.length} articles: ${told(scoresOf(right).speakers)}`);
  printKinds(outcomes, task);
}

/** The annotation put right: pronouns as checked by hand, "(D-Tex.)" no part of a name, cue and speaker not exchanged. */
function asChecked(row: QuotationRow): QuotationRow {
  return { ...row, quotes: row.quotes.map((gold) => ({ ...gold, ...correction(row, gold) })) };
}

function correction({ id }: QuotationRow, { speaker, speaker_start: at, cue }: GoldQuotation): Partial<GoldQuotation> {
  if (!speaker) return {};
  if (PRONOUN.test(speaker)) return { speaker_silver: checked.get(id)?.get(at ?? -1) ?? '' };
  if (isExchanged(speaker) && cue) return { speaker: cue };
  return { speaker: speaker.replace(PARTY, '').trim() };
}

/** A dozen annotators' slips: the cue marked as the speaker. */
function isExchanged(speaker: string): boolean {
  return /^(?:said|says|added|wrote)$/.test(speaker);
}

function told({ precision, recall, f1 }: Score): string {
  return `P ${precision.toFixed(1)} R ${recall.toFixed(1)} F1 ${f1.toFixed(1)}`;
}

function printKinds(outcomes: readonly Outcome[], task: Task): void {
  const quotationsIn = new Map(readings.map(({ row, quotations }) => [row, quotations]));
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
    const name = goldSpeaker({ ...gold, ...correction(row, gold) });
    if (name && sameSpeaker(name, found.speaker?.name))
      return `the annotation: ${goldForm(gold)}, read as it should be`;
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

function goldForm({ speaker = '' }: GoldQuotation): string {
  if (PRONOUN.test(speaker)) return `"${speaker.toLowerCase()}"`;
  if (isExchanged(speaker)) return 'the cue for the speaker';
  if (PARTY.test(speaker)) return 'a name with its party';
  return /\p{Lu}\p{L}+ *$/u.test(speaker) ? 'a name' : 'a noun';
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
