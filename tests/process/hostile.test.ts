import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InteractionType } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { emptyFolder } from '../support/folders.ts';
import { wordsOf } from '../support/messages.ts';
import { type RunningProgram, startProgram } from '../support/program.ts';
import { fuzz } from '../torture/hostile.ts';

let standIn: StandIn;
let bot: RunningProgram;
const dataFolder = emptyFolder();
const tokens = new Set<string>();

beforeAll(async () => {
  standIn = await startStandIn();
  standIn.watch(() => {
    for (const token of standIn.interactions.keys()) tokens.add(token);
  });
  bot = await startProgram(standIn, dataFolder);
});

afterAll(async () => {
  await bot.stop();
  await standIn.close();
});

test('six hundred hostile interactions: each acknowledged, none a fault of ours, nothing carried on', async () => {
  const { wrongs, sent } = await fuzz(standIn, bot, 600, 7);
  expect(wrongs).toEqual([]);
  expect(sent.size).toBeGreaterThanOrEqual(4);
});

test('an event that nobody could read is told so, and does not take everybody’s answers along', async () => {
  const menu = { id: '1', name: 'Check quote', type: 3, target_id: '1' };
  const asked = standIn.forge(standIn.world.member, 'dm', InteractionType.ApplicationCommand, menu);
  const [, incident] = /incident ([0-9a-f]{8})/.exec(wordsOf(await asked.answered())) ?? [];
  expect(bot.output()).toContain(`"event":"unreadable","incident":"${incident}"`);
  expect(wordsOf(await standIn.slash(standIn.world.member, 'dm', 'help').answered())).toContain('/met');
});

test('no token stands in anything that was written: log, crash output or files', () => {
  const folders = readdirSync(dataFolder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const written = [bot.output(), ...folders.map((one) => readFileSync(join(one.parentPath, one.name), 'latin1'))];
  expect(tokens.size).toBeGreaterThan(2);
  for (const token of [standIn.token, ...tokens]) {
    for (const text of written) expect(text.includes(token)).toBe(false);
  }
});
