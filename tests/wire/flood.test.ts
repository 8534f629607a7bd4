import { expect, test } from 'vitest';
import { openLimits } from '../../src/discord/stores/limits-per-person.ts';
import { addPerson } from '../../src/stand-in/world.ts';
import { wordsOf } from '../support/bot.ts';
import { oneBot } from '../support/one-bot.ts';

const here = oneBot();

test('whoever asks too fast is told how long to wait, and may go on after that', () => {
  let seconds = 0;
  const limits = openLimits(() => seconds * 1000);
  const waits = Array.from({ length: 65 }, () => limits.secondsToWait('mina', null));
  expect(waits.slice(0, 60)).toEqual(Array(60).fill(0));
  expect(waits.slice(60)).toEqual(Array(5).fill(1));
  expect(limits.secondsToWait('olga', null)).toBe(0);
  seconds = 2;
  expect(limits.secondsToWait('mina', null)).toBe(0);
});

test('a server as a whole has its limit too, which others do not feel', () => {
  const limits = openLimits(() => 0);
  const waits = Array.from({ length: 130 }, (_, at) => limits.secondsToWait(`person ${at}`, 'a server'));
  expect(waits.filter((wait) => wait > 0)).toHaveLength(30);
  expect(limits.secondsToWait('somebody', 'another')).toBe(0);
});

test('one person’s flood slows another’s answer by no more than twice, and is answered kindly itself', async () => {
  const { member, serverOwner } = here.standIn.world;
  const ask = async () => {
    const since = performance.now();
    expect(wordsOf(await here.standIn.slash(serverOwner, 'dm', 'met', { person: 'Bogdanov' }).answered())).toContain(
      'Bogdanov',
    );
    return performance.now() - since;
  };
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const median = async () => {
    const times: number[] = [];
    for (let at = 0; at < 7; at++) {
      times.push(await ask());
      await pause(700);
    }
    return times.sort((a, b) => a - b)[3] ?? 0;
  };
  await ask();
  const quiet = await median();
  const flood = setInterval(() => here.standIn.slash(member, 'dm', 'summary', { about: 'Baghdad' }), 50);
  await pause(4000);
  const flooded = await median();
  clearInterval(flood);
  // On a machine that has other work to do, a tenth of a second is nothing.
  expect(flooded).toBeLessThan(2 * quiet + 100);
  const last = here.standIn.slash(member, 'dm', 'help');
  expect(await last.acknowledged()).toMatchObject({ kind: 'message', ephemeral: true });
  expect(wordsOf(await last.answered())).toContain('Ask me again in 1 s');
  expect(here.standIn.unacknowledged()).toEqual([]);
});

test('whoever floods it with messages is told so once, and then no more', async () => {
  const flooder = addPerson(here.standIn.world, 'Flora');
  const said = Array.from({ length: 70 }, () => here.standIn.directMessage(flooder, '/help'));
  const ended = () => here.bot.output().match(/"event":"(?:answered|too fast)","what":"direct message"/g)?.length ?? 0;
  await expect.poll(ended).toBe(said.length);
  const replies = said.flatMap((one) => one.replies().map(wordsOf));
  expect(replies.filter((words) => words.includes('One moment, please'))).toHaveLength(1);
  expect(replies.length).toBeGreaterThan(60);
  expect(replies.length).toBeLessThan(said.length);
});
