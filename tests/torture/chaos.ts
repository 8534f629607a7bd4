import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startStandIn } from '../../src/stand-in/stand-in.ts';
import { startProgram } from '../support/program.ts';
import { fuzz } from './hostile.ts';
import { killReindexing } from './kills.ts';
import { CHANGES, killAtWrites, killChanging } from './kills-of-changes.ts';
import { HEARTBEATS, runSchedule } from './schedules.ts';

/**
 * Faults, kills and malice at random, replayable by seed, against the bot as it is built:
 * npm run chaos -- [--seed 1] [--schedules 100] [--kills 200] [--inputs 10000]
 * Prints each thing that went wrong with the seed to run it again, then one table. Exit code 1 where anything was lost.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    schedules: { type: 'string', default: '100' },
    kills: { type: 'string', default: '200' },
    inputs: { type: 'string', default: '10000' },
  },
});
const first = Number(values.seed);
const schedules = Number(values.schedules);
const kills = Number(values.kills);
const inputs = Number(values.inputs);

const folder = mkdtempSync(join(tmpdir(), 'readout-chaos-'));
const lost: string[] = [];
let faults = 0;
let asked = 0;
let lostByDiscord = 0;

if (schedules > 0 || inputs > 0) {
  const standIn = await startStandIn({ heartbeatInterval: HEARTBEATS });
  const bot = await startProgram(standIn, join(folder, 'bot'));
  for (let seed = first; seed < first + schedules; seed++) {
    const outcome = await runSchedule(standIn, seed);
    faults += outcome.faults.length;
    asked += outcome.asked;
    lostByDiscord += outcome.lostByDiscord;
    if (outcome.wrongs.length === 0) continue;
    console.error(`npm run chaos -- --seed ${seed} --schedules 1 --kills 0 --inputs 0`);
    for (const line of [...outcome.faults, ...outcome.wrongs]) console.error(`  ${line}`);
    lost.push(...outcome.wrongs);
  }
  lost.push(...(await fuzz(standIn, bot, inputs, first)).wrongs);
  if ((await bot.stop()) !== 0) lost.push('the bot did not end in peace');
  await standIn.close();
}
// Reindexing takes half of the kills at random moments, the other changes share the rest; in their writes they are killed as often.
const changes = Object.keys(CHANGES);
const killsEach = Math.ceil(kills / 2 / changes.length);
const killed = kills > 0 ? await killReindexing(join(folder, 'kills'), Math.ceil(kills / 2), first) : [];
if (kills > 0) {
  for (const what of changes) {
    killed.push(...(await killChanging(what, folder, killsEach, first)));
    killed.push(...(await killAtWrites(what, folder, killsEach)));
  }
}
for (const line of killed) console.error(line);
lost.push(...killed);
rmSync(folder, { recursive: true, force: true });

const rows: readonly (readonly [string, string])[] = [
  ['machine', `${cpus().length} cores, Node ${process.versions.node}`],
  ['seed', String(first)],
  ['schedules of faults', `${schedules} (${faults} faults)`],
  ['questions asked meanwhile', `${asked} (${lostByDiscord} could not reach the bot or be acknowledged)`],
  ['kills during a reindex', String(Math.ceil(kills / 2))],
  [
    `kills during a ${changes.join(', ')}`,
    kills > 0 ? `${killsEach} each at random moments, ${killsEach} each in a write` : '0',
  ],
  ['hostile inputs', String(inputs)],
  ['things lost', String(lost.length)],
];
console.log('| chaos | |\n| --- | --- |');
for (const [what, how] of rows) console.log(`| ${what} | ${how} |`);
process.exitCode = lost.length === 0 ? 0 : 1;
