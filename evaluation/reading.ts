import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { projectFolder } from '../src/project/folder.ts';

/** What is measured of reading: the scorer's task, the gold file, and which of its documents. */
const MEASURES: readonly { task: string; gold: string; every?: number; note?: string }[] = [
  { task: 'names', gold: 'ner-conllpp-dev.jsonl' },
  { task: 'names', gold: 'ner-worldwide-non-me.jsonl', every: 10, note: 'every tenth document, kept out of training' },
  { task: 'aliases', gold: 'dwie-entities.jsonl' },
  { task: 'direct', gold: 'polnear.dev.jsonl' },
  { task: 'speech', gold: 'polnear.dev.jsonl' },
  { task: 'meetings', gold: 'plv-train.jsonl' },
  { task: 'meetings', gold: 'qasrl-wiki.jsonl' },
  { task: 'realis', gold: 'plv-realis.jsonl' },
  { task: 'dates', gold: 'timex-timebank.jsonl' },
];

/** Reads every gold set by the command line, has the evaluation folder's own scorer score it, and prints its lines. */
export function evaluateReading(folder: string): void {
  const work = mkdtempSync(join(tmpdir(), 'readout-eval-'));
  const cli = join(projectFolder, 'dist/src/app/cli.js');
  const run = (args: readonly string[], input?: string) =>
    execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9, ...(input !== undefined && { input }) });

  for (const { task, gold, every, note } of MEASURES) {
    const whole = resolve(folder, 'data', gold);
    const file = every ? join(work, gold) : whole;
    if (every) writeFileSync(file, everyNth(readFileSync(whole, 'utf8'), every));
    const readings = join(work, 'readings.jsonl');
    writeFileSync(readings, run([cli, 'read', '--jsonl'], run([resolve(folder, 'input.mjs'), file])));
    console.log(`\n${task} · ${gold}${note ? ` (${note})` : ''}`);
    console.log(indented(run([resolve(folder, 'score.mjs'), task, file, readings])));
  }
}

/** The lines of every n-th document, counted as they first appear. */
function everyNth(lines: string, n: number): string {
  const order = new Map<string, number>();
  const kept = lines.split('\n').filter((line) => {
    if (!line) return false;
    const { doc } = JSON.parse(line) as { doc: string };
    if (!order.has(doc)) order.set(doc, order.size);
    return (order.get(doc) ?? 0) % n === n - 1;
  });
  return `${kept.join('\n')}\n`;
}

const indented = (text: string): string => text.trim().replace(/^/gm, '  ');
