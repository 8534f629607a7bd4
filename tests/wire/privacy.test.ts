import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder } from '../support/folders.ts';
import { wordsOf } from '../support/messages.ts';
import { oneBot } from '../support/one-bot.ts';

// /privacy over the wire: what is kept is told, and goes when somebody wants it gone.

const data = emptyFolder();

const here = oneBot({ dataFolder: data });
const { asks } = here;

/** Do these words stand anywhere in the data folder? */
function isKept(words: string): boolean {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.some((one) => readFileSync(join(one.parentPath, one.name), 'latin1').includes(words));
}

test('what is kept is told: watches, reports, corrections, and never a message', async () => {
  const { owner } = here.standIn.world;
  await asks(owner, 'watch add phrase', { words: 'gas pipeline' });
  await asks(owner, 'watch quiet', { hours: '22-7' });
  const words = await asks(owner, 'privacy show');
  expect(words).toContain('No message is kept');
  expect(words).toContain('what you follow (1), your quiet hours');
});

test('what somebody writes to the bot is found nowhere afterwards', async () => {
  const secret = 'quizzical zebra marmalade';
  const reply = here.standIn.directMessage(here.standIn.world.member, `Who said ${secret}?`).reply();
  expect(wordsOf(await reply)).not.toBe('');
  expect(isKept(secret)).toBe(false);
  expect(here.bot.output()).not.toContain('zebra');
});

test('all that is kept about somebody goes at their word, and nobody else’s', async () => {
  const { owner, member } = here.standIn.world;
  await asks(member, 'watch add phrase', { words: 'salt lake' });
  expect(existsSync(join(data, 'watches.sqlite'))).toBe(true);
  expect(await asks(owner, 'privacy delete')).toContain('Erased');
  expect(await asks(owner, 'privacy show')).toContain('what you follow (0), reports that something is wrong (0)');
  expect(await asks(owner, 'watch list')).toContain('You follow nothing');
  expect(await asks(member, 'watch list')).toContain('salt lake');
  await asks(member, 'privacy delete');
  for (const person of [owner, member]) expect(isKept(person.id)).toBe(false);
  await here.restart();
});
