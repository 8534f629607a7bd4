import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchiveInWorker } from '../../src/remote/archive-in-worker.ts';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { emptyFolder } from '../support/folders.ts';
import { HEARTBEATS, runSchedule } from '../torture/schedules.ts';

// A few of the schedules of `npm run chaos`; one that fails is run again with its seed.

let standIn: StandIn;
let bot: RunningBot;

beforeAll(async () => {
  standIn = await startStandIn({ heartbeatInterval: HEARTBEATS });
  bot = await startBot(standIn, emptyFolder(), { open: openArchiveInWorker });
});

afterAll(async () => {
  await bot.stop();
  await standIn.close();
});

test.each([1, 2, 3, 4])(
  'random faults, seed %i: whatever the bot heard is answered, nothing twice',
  async (seed) => {
    const { wrongs, faults } = await runSchedule(standIn, seed);
    expect(wrongs, faults.join('\n')).toEqual([]);
  },
  60_000,
);
