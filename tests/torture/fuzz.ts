import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startStandIn } from '../../src/stand-in/stand-in.ts';
import { startProgram } from '../support/program.ts';
import { fuzz, UNREADABLE } from './hostile.ts';

/**
 * Hostile interactions over the wire, into one bot: npm run fuzz -- [100000] [--seed 1]
 * Prints each that did harm or was not acknowledged, then one table. Exit code 1 where there was any.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' } },
});
const number = Number(positionals[0] ?? 100_000);
const seed = Number(values.seed);

const folder = mkdtempSync(join(tmpdir(), 'readout-fuzz-'));
const standIn = await startStandIn();
const bot = await startProgram(standIn, folder);
const since = performance.now();
const { wrongs, sent } = await fuzz(standIn, bot, number, seed);
const seconds = (performance.now() - since) / 1000;
const code = await bot.stop();
await standIn.close();
rmSync(folder, { recursive: true, force: true });

for (const line of wrongs.slice(0, 100)) console.error(line.slice(0, 600));
const total = [...sent].reduce((sum, [is, one]) => (is === UNREADABLE ? sum : sum + one), 0);
const rows: readonly (readonly [string, string])[] = [
  ['machine', `${cpus().length} cores, Node ${process.versions.node}`],
  ['seed', String(seed)],
  ...[...sent].sort(([a], [b]) => a.localeCompare(b)).map(([is, one]) => [is, String(one)] as const),
  ['in all', `${total} in ${Math.round(seconds)} s`],
  ['the bot ended with', String(code)],
  ['wrongs (harm carried on, faults of ours, not acknowledged)', String(wrongs.length)],
];
console.log('| fuzz | |\n| --- | --- |');
for (const [what, how] of rows) console.log(`| ${what} | ${how} |`);
process.exitCode = wrongs.length === 0 && code === 0 ? 0 : 1;
