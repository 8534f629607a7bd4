import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  expect(words).toContain('what you follow (1), your briefings (0), your quiet hours (1)');
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
  // An admin's work carries their id too: a correction (which the archive is built with) and a feed.
  expect(await asks(owner, 'admin correct outlet', { outlet: 'Press TV', kind: 'government' })).toContain('Corrected');
  writeFileSync(join(data, 'feeds.yaml'), `- url: https://news.example/feed\n  added_by: "${owner.id}"\n`);
  expect(await asks(owner, 'privacy show')).toContain('corrections that you made (1), feeds that you added (1)');
  const erased = await asks(owner, 'privacy delete');
  expect(erased).toContain('Erased: what you follow (1), your quiet hours (1)');
  expect(erased).toContain('no longer carry your name: corrections that you made (1), feeds that you added (1)');
  expect(await asks(owner, 'privacy show')).toContain('what you follow (0), your briefings (0), your quiet hours (0)');
  expect(isKept(owner.id)).toBe(false);
  expect(await asks(owner, 'watch list')).toContain('You follow nothing');
  expect(await asks(member, 'watch list')).toContain('salt lake');
  await asks(member, 'privacy delete');
  for (const person of [owner, member]) expect(isKept(person.id)).toBe(false);
  await here.restart();
});

test('a file that somebody broke by hand is named to who may mend it; it is nobody’s fault, and nothing is erased by half', async () => {
  const { owner, member } = here.standIn.world;
  for (const person of [owner, member]) await asks(person, 'watch add phrase', { words: 'salt lake' });
  for (const file of ['corrections.yaml', 'feeds.yaml']) {
    const whole = existsSync(join(data, file)) ? readFileSync(join(data, file), 'utf8') : '';
    writeFileSync(join(data, file), `${whole}\n- [`);
    for (const what of ['privacy show', 'privacy delete']) {
      const [toOwner, toMember] = [await asks(owner, what), await asks(member, what)];
      expect(toOwner).toContain(file);
      expect(toMember).toContain('can’t be read');
      expect(toMember).not.toContain(data);
      for (const words of [toOwner, toMember]) expect(words).not.toMatch(/my fault|incident/);
    }
    const listed = await asks(owner, file.startsWith('feeds') ? 'admin feeds list' : 'admin correct list');
    expect(listed).toContain(file);
    expect(listed).not.toContain('my fault');
    expect(here.bot.output()).toContain('"event":"file wrong"');
    writeFileSync(join(data, file), whole);
  }
  for (const person of [owner, member]) expect(await asks(person, 'watch list')).toContain('salt lake');
});
