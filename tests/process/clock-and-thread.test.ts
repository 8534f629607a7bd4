import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { emptyFolder } from '../support/folders.ts';
import { wordsOf } from '../support/messages.ts';
import { type RunningProgram, startProgram } from '../support/program.ts';
import { startTraffic } from '../support/traffic.ts';

// What may befall the process while people ask. The program is as it is; what befalls it is loaded beside it.

let standIn: StandIn;
let bot: RunningProgram;
afterEach(async () => {
  await bot.stop();
  await standIn.close();
});

/** A bot into whose threads a module is loaded before anything else. */
async function startWith(module: string): Promise<void> {
  standIn = await startStandIn();
  const loaded = `data:text/javascript,${encodeURIComponent(module)}`;
  bot = await startProgram(standIn, emptyFolder(), { env: { NODE_OPTIONS: `--import ${loaded}` } });
}

test('the clock jumps a day ahead and two back: everybody is answered, once', async () => {
  await startWith(`
    let ahead = 0;
    const True = Date;
    globalThis.Date = class Date extends True {
      constructor(...given) { if (given.length > 0) super(...given); else super(True.now() + ahead); }
      static now() { return True.now() + ahead; }
    };
    const jumps = [86_400_000, -172_800_000];
    process.on('SIGUSR2', () => { ahead += jumps.shift() ?? 0; });
  `);
  const traffic = startTraffic(standIn);
  await traffic.during(500);
  bot.signal('SIGUSR2');
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await expect.poll(bot.output).toContain(`"time":"${tomorrow}`);
  bot.signal('SIGUSR2');
  await traffic.during(700);
  const { wrongs, lostByDiscord } = await traffic.settled();
  expect(wrongs).toEqual([]);
  expect(lostByDiscord).toBe(0);
});

test('the thread that answers dies: it is started again, and whoever asked is answered or told so', async () => {
  const order = join(emptyFolder(), 'die');
  await startWith(`
    import { existsSync, renameSync } from 'node:fs';
    import { isMainThread } from 'node:worker_threads';
    const order = ${JSON.stringify(order)};
    if (!isMainThread) setInterval(() => {
      if (!existsSync(order)) return;
      renameSync(order, order + ' carried out');
      process.exit(1);
    }, 5).unref();
  `);
  const ask = () => standIn.slash(standIn.world.member, 'dm', 'met', { person: 'Bogdanov' });
  expect(wordsOf(await ask().answered())).toContain('Bogdanov');
  writeFileSync(order, '');
  const asked = Array.from({ length: 10 }, ask);
  for (const one of asked) expect(wordsOf(await one.answered())).toMatch(/Bogdanov|incident/);
  expect(existsSync(`${order} carried out`)).toBe(true);
  expect(wordsOf(await ask().answered())).toContain('Zamili');
  expect(standIn.unacknowledged()).toEqual([]);
  expect(standIn.wrongs()).toEqual([]);
});
