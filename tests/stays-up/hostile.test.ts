import { InteractionType } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { emptyFolder, type RunningBot, startBot, wordsOf } from '../discord/bot.ts';
import { fuzz } from './hostile.ts';

let standIn: StandIn;
let bot: RunningBot;

beforeAll(async () => {
  standIn = await startStandIn();
  bot = await startBot(standIn, emptyFolder());
});

afterAll(async () => {
  await bot.stop();
  await standIn.close();
});

test('four hundred hostile interactions: each acknowledged, none a fault of ours, nothing carried on', async () => {
  expect(await fuzz(standIn, bot, 400, 7)).toEqual([]);
}, 120_000);

test('an event that nobody could read does not take everybody’s answers along', async () => {
  const menu = { id: '1', name: 'Check quote', type: 3, target_id: '1' };
  standIn.forge(standIn.world.member, 'dm', InteractionType.ApplicationCommand, menu);
  await bot.logged('"unhandledRejection"');
  expect(wordsOf(await standIn.slash(standIn.world.member, 'dm', 'help').answered())).toContain('/met');
});
