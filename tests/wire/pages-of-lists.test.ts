import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { emptyFolder } from '../support/folders.ts';
import { buttonsOf, wordsOf } from '../support/messages.ts';
import { oneBot } from '../support/one-bot.ts';

// Whatever is listed can be turned to its end: the number that is needed to remove one of many is seen.

const data = emptyFolder();
const here = oneBot({ dataFolder: data });
const MANY = 23;
const numbers = Array.from({ length: MANY }, (_, at) => at + 1);

/** All pages of a list, one after the other, as whoever asked turns them. */
async function wholeList(what: string): Promise<string> {
  const { owner } = here.standIn.world;
  const asked = here.standIn.slash(owner, 'dm', what);
  let shown: APIMessage = await asked.answered();
  const pages = [wordsOf(shown)];
  for (;;) {
    const onward = buttonsOf(shown).find((id) => id.endsWith(`:${pages.length}`));
    if (onward === undefined) return pages.join('\n').replaceAll('\\', '');
    const before = pages.at(-1);
    shown = await here.standIn.press(owner, shown, onward).until((message) => wordsOf(message) !== before);
    pages.push(wordsOf(shown));
  }
}

test('what somebody follows', async () => {
  const { owner } = here.standIn.world;
  for (const n of numbers) await here.asks(owner, 'watch add phrase', { words: `word ${n}` });
  await here.asks(owner, 'watch quiet', { hours: '22-7' });
  const list = await wholeList('watch list');
  for (const n of numbers) expect(list).toMatch(new RegExp(`^${n} · the words “word ${n}”`, 'm'));
  expect(list).toContain('Nothing is sent from');
});

test('corrections', async () => {
  const made = numbers.map((number) => ({
    number,
    by: null,
    when: '2026-03-02T10:00:00.000Z',
    what: 'not a meeting',
    article: `article ${number}`,
    words: 'they met',
  }));
  writeFileSync(join(data, 'corrections.yaml'), stringify(made));
  const list = await wholeList('admin correct list');
  expect(list.match(/^\d+ · /gm)).toEqual(numbers.map((number) => `${number} · `));
});

test('feeds', async () => {
  const addresses = numbers.map((number) => `https://news.example/feed-${number}.xml`);
  writeFileSync(join(data, 'feeds.yaml'), stringify(addresses.map((url) => ({ url }))));
  const list = await wholeList('admin feeds list');
  for (const address of addresses) expect(list).toContain(address);
});

test('reports that something is wrong', async () => {
  const { member } = here.standIn.world;
  const answer = await here.standIn.slash(member, 'dm', 'quote', { who: 'Lavrov' }).answered();
  const wrong = buttonsOf(answer).find((id) => id.startsWith('wrong:')) ?? '';
  for (const n of numbers.slice(0, 12)) {
    const form = here.standIn.press(member, answer, wrong);
    await form.modal();
    await here.standIn.submitModal(form, { words: `report number ${n}.` }).answered();
  }
  const list = await wholeList('admin reports');
  for (const n of numbers.slice(0, 12)) expect(list).toContain(`report number ${n}.`);
});

test('nobody turns to what somebody else follows', async () => {
  const { owner, member } = here.standIn.world;
  const shown = await here.standIn.slash(owner, 'dm', 'watch list').answered();
  const pressed = here.standIn.press(member, shown, 'watch:list:1');
  expect(wordsOf(await pressed.until((message) => wordsOf(message) !== wordsOf(shown)))).toContain(
    'You follow nothing',
  );
});
