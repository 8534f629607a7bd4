import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startStandIn } from '../src/playground/stand-in.ts';
import { startBot } from '../tests/discord/bot.ts';
import { crowd } from '../tests/stays-up/crowd.ts';
import { startTraffic } from '../tests/stays-up/traffic.ts';

/**
 * Load over the wire: npm run soak -- [--minutes 10] [--rate 50]
 * So many questions a second of mixed commands, a reindex in the middle; prints what was held as one table. The bot is a process of
 * its own; so is its stand-in for Discord, which runs here.
 */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, rate: { type: 'string', default: '50' } },
});
const minutes = Number(values.minutes);
const rate = Number(values.rate);
const METRICS_PORT = 9464;
const MINUTE = 60_000;

/** One figure of the bot's; `readout_heap_bytes` and the like. */
async function figure(name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`)).text();
  return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
}

/** The heap after a collection that was forced (SIGUSR2), in MB. */
async function heap(bot: Awaited<ReturnType<typeof startBot>>): Promise<number> {
  bot.signal('SIGUSR2');
  await wait(1500);
  return (await figure('readout_heap_bytes')) / 1e6;
}

const folder = mkdtempSync(join(tmpdir(), 'readout-soak-'));
const standIn = await startStandIn();
const collect = `data:text/javascript,${encodeURIComponent("process.on('SIGUSR2', () => gc())")}`;
const bot = await startBot(standIn, folder, {
  env: {
    METRICS_PORT: String(METRICS_PORT),
    NODE_OPTIONS: `--expose-gc --import ${collect}`,
  },
});
const people = crowd(standIn, rate * 20);
await figure('readout_event_loop_delay_p99_seconds');
await wait(10_000);
const idle = await figure('readout_event_loop_delay_p99_seconds');

const traffic = startTraffic(standIn, { everyMs: 1000 / rate, people, places: ['dm'] });
await traffic.during(Math.min(MINUTE, (minutes * MINUTE) / 3));
const heapBefore = await heap(bot);
await traffic.during((minutes * MINUTE) / 3);
standIn.slash(standIn.world.owner, 'dm', 'admin reindex');
await traffic.during((minutes * MINUTE) / 3);
const busy = await figure('readout_event_loop_delay_p99_seconds');
const { asked, wrongs, lostByDiscord } = await traffic.settled();
const heapAfter = await heap(bot);
const after = traffic.asked
  .flatMap(({ interaction }) => interaction.acknowledgement?.after ?? [])
  .sort((a, b) => a - b);
const at = (share: number) => `${after[Math.min(after.length - 1, Math.floor(after.length * share))] ?? 'none'} ms`;
for (const line of wrongs.slice(0, 20)) console.error(line.slice(0, 400));

const rows: readonly (readonly [string, string])[] = [
  ['machine', `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}`],
  ['asked', `${asked} in ${minutes} min: ${(asked / minutes / 60).toFixed(1)} a second`],
  ['acknowledged, p50 / p99 / slowest', `${at(0.5)} / ${at(0.99)} / ${at(1)}`],
  ['acknowledged after more than 1 s', String(after.filter((ms) => ms > 1000).length)],
  ['errors', String(wrongs.length)],
  ['not acknowledged in time', String(lostByDiscord)],
  ['heap after forced collection, first minute → end', `${heapBefore.toFixed(1)} → ${heapAfter.toFixed(1)} MB`],
  ['event loop delay p99, idle → under load', `${(idle * 1000).toFixed(1)} → ${(busy * 1000).toFixed(1)} ms`],
];
console.log('| soak | |\n| --- | --- |');
for (const [what, how] of rows) console.log(`| ${what} | ${how} |`);
await bot.stop();
await standIn.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = wrongs.length === 0 ? 0 : 1;
