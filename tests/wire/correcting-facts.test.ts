import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApplicationCommandType, ComponentType, InteractionType } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';
import { beforeAll, expect, test } from 'vitest';
import { emptyFolder } from '../support/folders.ts';
import { buttonsOf, componentsOf, wordsOf } from '../support/messages.ts';
import { oneBot } from '../support/one-bot.ts';

// An admin puts right what an answer shows, with the buttons under it.

const articles = emptyFolder();
const data = emptyFolder();

beforeAll(async () => {
  writeFileSync(
    join(articles, 'talks.md'),
    '---\nheadline: Talks\noutlet: The Example\npublished: 2015-11-13\n---\n' +
      'Ada Berg met Omar Nadir in Geneva on 12 November 2015. "We will go on until we agree," Berg said.\n\n' +
      'Eva Quill stayed in Oslo. She met nobody.\n',
  );
});
const here = oneBot({ dataFolder: data, env: { ARTICLES_DIR: articles } });

const ask = (name: string, options: Record<string, string>) =>
  here.standIn.slash(here.standIn.world.owner, 'dm', name, options).answered();
const press = (message: APIMessage, id: string) => here.standIn.press(here.standIn.world.owner, message, id);
const wrong = (message: APIMessage) => buttonsOf(message).find((id) => id.startsWith('wrong:')) ?? '';
const firstFact = (message: APIMessage): string => {
  const menus = componentsOf(message).flatMap((one) => {
    const { type, options } = one as { type: number; options?: { value: string }[] }; // what stands in a row
    return type === ComponentType.StringSelect ? (options ?? []) : [];
  });
  return menus[0]?.value ?? '';
};

/** What can be wrong with the first fact of an answer, as the admin is shown it. */
async function kindsFor(answer: APIMessage): Promise<APIMessage> {
  const facts = await press(answer, wrong(answer)).answered();
  return here.standIn.select(here.standIn.world.owner, facts, 'admin:fact', [firstFact(facts)]).answered();
}
const kind = (message: APIMessage, name: string) =>
  buttonsOf(message).find((id) => id.startsWith(`admin:right:${name}:`)) ?? '';

test('a wrong speaker is put right from under the quotation, also after a restart', async () => {
  const kinds = await kindsFor(await ask('quote', { who: 'Ada Berg' }));
  expect(wordsOf(kinds)).toContain('We will go on until we agree');
  await here.restart();
  const form = press(kinds, kind(kinds, 'speaker'));
  await form.modal();
  const done = await here.standIn.submitModal(form, { speaker: 'Eva Quill' }).answered();
  expect(wordsOf(done)).toContain('Corrected');
  expect(wordsOf(await ask('quote', { who: 'Eva Quill' }))).toContain('We will go on until we agree');
});

test('a meeting’s place is put right, and what is no meeting goes with one press', async () => {
  const kinds = await kindsFor(await ask('met', { person: 'Omar Nadir' }));
  const form = press(kinds, kind(kinds, 'place'));
  await form.modal();
  await here.standIn.submitModal(form, { place: 'Lausanne' }).answered();
  const met = await ask('met', { person: 'Omar Nadir' });
  expect(wordsOf(met)).toContain('Lausanne');
  const again = await kindsFor(met);
  expect(wordsOf(await press(again, kind(again, 'not-a-meeting')).answered())).toContain('Corrected');
  expect(wordsOf(await ask('met', { person: 'Omar Nadir' }))).toContain('Nothing in the archive');
});

test('the kind of an outlet is put right from any of its facts', async () => {
  const kinds = await kindsFor(await ask('search', { text: 'Geneva' }));
  const form = press(kinds, kind(kinds, 'outlet'));
  await form.modal();
  expect(wordsOf(await here.standIn.submitModal(form, { kind: 'agency' }).answered())).toContain('Corrected');
  expect(wordsOf(await ask('search', { text: 'Geneva' }))).toContain('The Example · agency');
});

test('a member is asked for a report instead, and can’t use an admin’s buttons', async () => {
  const { member } = here.standIn.world;
  const answer = await here.standIn.slash(member, 'dm', 'search', { text: 'Geneva' }).answered();
  const report = here.standIn.press(member, answer, wrong(answer));
  expect((await report.modal()).title).toBe('What is wrong?');
  const data = { component_type: ComponentType.Button, custom_id: 'admin:right:not-a-meeting:K7QF-2M9PXA-3T' };
  const forged = here.standIn.forge(member, 'dm', InteractionType.MessageComponent, data);
  expect(wordsOf(await forged.answered())).toContain('Only those who run this bot');
});

test('a command on a person, which nobody is offered, is refused in words', async () => {
  const { member, owner } = here.standIn.world;
  const user = { id: owner.id, username: 'somebody', discriminator: '0', avatar: null };
  for (const name of ['Who is this', 'met', 'admin']) {
    const data = { id: '1', name, type: ApplicationCommandType.User, target_id: owner.id };
    const command = { ...data, resolved: { users: { [owner.id]: user } } };
    const forged = here.standIn.forge(member, 'dm', InteractionType.ApplicationCommand, command);
    expect(wordsOf(await forged.answered())).toContain('no longer offered');
  }
  expect(here.bot.output()).not.toContain('"event":"failed"');
});
