import { expect, test } from 'vitest';
import { openLimits } from '../../src/discord/stores/limits-per-person.ts';
import { openArchiveInWorker } from '../../src/remote/archive-in-worker.ts';
import { addPerson } from '../../src/stand-in/world.ts';
import { wordsOf } from '../support/messages.ts';
import { oneBot } from '../support/one-bot.ts';

/** What the clock of the limits shows, in milliseconds. */
let now = 0;
const here = oneBot({ limits: openLimits(() => now), open: openArchiveInWorker });

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

test('one person’s flood is refused beyond what one person may ask, and answers to others wait for none of it', async () => {
  const { member, serverOwner } = here.standIn.world;
  const answered = () => here.bot.output().match(/"event":"answered"/g)?.length ?? 0;
  const flood = (questions: number) =>
    Array.from({ length: questions }, () => here.standIn.slash(member, 'dm', 'summary', { about: 'Baghdad' }));
  // The clock of the limits stands still: what may be asked at once is all that may be asked.
  const allowed = flood(60);
  // Somebody else's question waits for one of them, and not for all.
  const first = here.standIn.slash(serverOwner, 'dm', 'met', { person: 'Bogdanov' });
  await first.answered();
  expect(answered()).toBeLessThan(50);
  await Promise.all(allowed.map((one) => one.answered()));
  await expect.poll(answered).toBe(61);
  const refused = flood(140);
  const other = here.standIn.slash(serverOwner, 'dm', 'met', { person: 'Bogdanov' });
  expect(wordsOf(await other.answered())).toContain('Bogdanov');
  for (const one of refused) expect(wordsOf(await one.answered())).toContain('Ask me again in 1 s');
  // Of the rest of the flood nothing was worked on: the archive answered the other, and nobody else.
  await expect.poll(answered).toBe(62);
  const last = here.standIn.slash(member, 'dm', 'help');
  expect(await last.acknowledged()).toMatchObject({ kind: 'message', ephemeral: true });
  now += 1000;
  expect(wordsOf(await here.standIn.slash(member, 'dm', 'help').answered())).toContain('/met');
  expect(here.standIn.unacknowledged()).toEqual([]);
});

test('whoever floods it with messages is told so once, and then no more', async () => {
  const flooder = addPerson(here.standIn.world, 'Flora');
  const said = Array.from({ length: 70 }, () => here.standIn.directMessage(flooder, '/help'));
  const ended = () => here.bot.output().match(/"event":"(?:answered|too fast)","what":"direct message"/g)?.length ?? 0;
  await expect.poll(ended).toBe(said.length);
  const replies = said.flatMap((one) => one.replies().map(wordsOf));
  expect(replies.filter((words) => words.includes('One moment, please'))).toHaveLength(1);
  expect(replies).toHaveLength(61);
});
