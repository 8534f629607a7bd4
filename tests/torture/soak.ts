import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { projectFolder } from '../../src/project/folder.ts';
import { startStandIn } from '../../src/stand-in/stand-in.ts';
import { directChannel } from '../../src/stand-in/world.ts';
import { crowd } from '../support/crowd.ts';
import { wordsOf } from '../support/messages.ts';
import { startProgram } from '../support/program.ts';
import { startTraffic } from '../support/traffic.ts';

/**
 * Load over the wire: npm run soak -- [--minutes 10] [--rate 50]
 * So many questions a second of mixed commands; in the middle a reindex, and an article that many wait for. Prints what was held as
 * one table. The bot is a process of its own, whose figures are its /metrics; its stand-in for Discord runs here.
 */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, rate: { type: 'string', default: '50' } },
});
const minutes = Number(values.minutes);
const rate = Number(values.rate);
const METRICS_PORT = 9464;
const MINUTE = 60_000;
/** So many people are told of the article in the middle. */
const WAITING = 200;

/** One figure of the bot's; `readout_heap_bytes` and the like. */
async function figure(name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`)).text();
  return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
}

/** The heap after a collection that was forced (SIGUSR2), in MB. */
async function heap(bot: Awaited<ReturnType<typeof startProgram>>): Promise<number> {
  bot.signal('SIGUSR2');
  await wait(1500);
  return (await figure('readout_heap_bytes')) / 1e6;
}

const folder = mkdtempSync(join(tmpdir(), 'readout-soak-'));
const standIn = await startStandIn();
const collect = `data:text/javascript,${encodeURIComponent("process.on('SIGUSR2', () => gc())")}`;
const articles = join(folder, 'articles');
cpSync(join(projectFolder, 'data/articles'), articles, { recursive: true });
const bot = await startProgram(standIn, join(folder, 'data'), {
  env: {
    ARTICLES_DIR: articles,
    METRICS_PORT: String(METRICS_PORT),
    NODE_OPTIONS: `--expose-gc --import ${collect}`,
  },
});
const people = crowd(standIn, rate * 20);
const waiting = crowd(standIn, WAITING);
for (const person of waiting) await standIn.slash(person, 'dm', 'watch add phrase', { words: 'salt lake' }).answered();
/** How many of them have been told of the article. */
function told(): number {
  const there = [...standIn.world.messages.values()].filter((one) => wordsOf(one).includes('salt lake** is dry'));
  const channels = new Set(there.map((one) => one.channel_id));
  return waiting.filter((person) => channels.has(directChannel(standIn.world, person).id)).length;
}
await figure('readout_event_loop_delay_p99_seconds');
await wait(10_000);
const idle = await figure('readout_event_loop_delay_p99_seconds');

const traffic = startTraffic(standIn, { everyMs: 1000 / rate, people, places: ['dm'] });
const first = Math.min(MINUTE, (minutes * MINUTE) / 3);
const half = (minutes * MINUTE - first) / 2;
await traffic.during(first);
const heapBefore = await heap(bot);
await traffic.during(half);
writeFileSync(
  join(articles, 'lake.md'),
  '---\nheadline: News of the lake\npublished: 2016-02-01\n---\nThe salt lake is dry.\n',
);
const reindexing = standIn.slash(standIn.world.owner, 'dm', 'admin reindex');
await traffic.during(half);
const busy = await figure('readout_event_loop_delay_p99_seconds');
const { asked, lostByDiscord, ...settled } = await traffic.settled();
const wrongs = [...settled.wrongs];
const reindexed = await reindexing
  .until((message) => wordsOf(message).includes('Reindexed'), MINUTE)
  .then(
    () => 'yes',
    (error: Error) => error.message,
  );
for (const until = Date.now() + 3 * MINUTE; told() < WAITING && Date.now() < until; ) await wait(1000);
const alerts = told();
if (alerts !== WAITING) wrongs.push(`${WAITING - alerts} alerts were not told`);
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
  ['reindexed in the middle', reindexed],
  ['alerts told of the article in the middle', `${alerts} of ${WAITING}`],
  [
    'heap after forced collection, first minute → end',
    `${heapBefore.toFixed(1)} → ${heapAfter.toFixed(1)} MB (${(heapAfter / heapBefore).toFixed(2)} ×)`,
  ],
  [
    'event loop delay p99, idle → under load',
    `${(idle * 1000).toFixed(1)} → ${(busy * 1000).toFixed(1)} ms (${(busy / idle).toFixed(1)} ×)`,
  ],
];
console.log('| soak | |\n| --- | --- |');
for (const [what, how] of rows) console.log(`| ${what} | ${how} |`);
await bot.stop();
await standIn.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = wrongs.length === 0 ? 0 : 1;
