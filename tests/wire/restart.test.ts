import { ComponentType, MessageFlags } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { emptyFolder } from '../support/folders.ts';
import { componentsOf, wordsOf } from '../support/messages.ts';

// Each next step of an answer that was given before the bot was restarted, over the wire, on the project's own articles.

let standIn: StandIn;
let bot: RunningBot;
let before: Readonly<Record<'met' | 'quotes' | 'topic' | 'one' | 'hidden' | 'drawn' | 'long', APIMessage>>;

beforeAll(async () => {
  const dataFolder = emptyFolder();
  standIn = await startStandIn();
  bot = await startBot(standIn, dataFolder);
  const ask = (name: string, options: Record<string, string | boolean>) =>
    standIn.slash(standIn.world.member, standIn.world.channel, name, options).answered();
  before = {
    met: await ask('met', { person: 'Lavrov' }),
    quotes: await ask('quote', {}),
    topic: await ask('summary', { about: 'joint centre in Baghdad' }),
    one: await ask('quote', { who: 'Lavrov' }),
    hidden: await ask('quote', { who: 'Lavrov', private: true }),
    drawn: await ask('timeline', { about: 'Lavrov' }),
    // Its question is too long for a button.
    long: await ask('search', { text: `Baghdad ${'and the talks between the governments '.repeat(4)}` }),
  };
  await bot.stop();
  bot = await startBot(standIn, dataFolder);
});

afterAll(async () => {
  await bot.stop();
  await standIn.close();
});

/** The custom ids of a message's buttons and menus, by label; menus by what they hold out. */
const idsOf = (message: APIMessage): ReadonlyMap<string, string> =>
  new Map(
    componentsOf(message).flatMap((one) => {
      const {
        label,
        placeholder,
        custom_id: id,
      } = one as Partial<Record<'label' | 'placeholder' | 'custom_id', string>>;
      return id === undefined ? [] : [[label ?? placeholder ?? '', id] as const];
    }),
  );

function idOf(message: APIMessage, label: RegExp): string {
  const [, id] = [...idsOf(message)].find(([name]) => label.test(name)) ?? [];
  if (id === undefined) throw new Error(`No ${label} among ${[...idsOf(message).keys()].join(', ')}`);
  return id;
}

const press = (message: APIMessage, label: RegExp) =>
  standIn.press(standIn.world.member, message, idOf(message, label));

const hasPicture = (message: APIMessage) =>
  componentsOf(message).some(({ type }) => type === ComponentType.MediaGallery);
const isPrivate = ({ flags }: APIMessage) => (Number(flags) & MessageFlags.Ephemeral) !== 0;

test('pages are turned, there and back', async () => {
  const second = await press(before.quotes, /more ▸/).until((message) => wordsOf(message).includes('Page 2 of'));
  const first = await press(second, /Back/).until((message) => wordsOf(message).includes('Page 1 of'));
  expect(wordsOf(first)).toBe(wordsOf(before.quotes));
});

test('from a person’s meetings to quotations, summary, picture and back', async () => {
  const quoted = await press(before.met, /^Quotations$/).answered();
  expect(wordsOf(quoted)).toContain('what Sergei Lavrov said');
  expect(wordsOf(await press(before.met, /^Summary$/).answered())).toContain('Lavrov');
  expect(hasPicture(await press(before.met, /^Network$/).answered())).toBe(true);
  expect(hasPicture(await press(before.met, /^Timeline$/).answered())).toBe(true);
  expect(wordsOf(await press(quoted, /^Meetings$/).answered())).toBe(wordsOf(before.met));
  expect(wordsOf(await press(before.drawn, /^Meetings$/).answered())).toBe(wordsOf(before.met));
});

test('from a topic to how outlets tell it', async () => {
  const compared = wordsOf(await press(before.topic, /^Compare outlets$/).answered());
  expect(compared).toContain('4 reports by 4 outlets');
});

test('the one article that an answer rests on is opened by its address', async () => {
  const links = componentsOf(before.one).flatMap((one) => ('url' in one ? [one.url] : []));
  expect(links).toEqual([expect.stringMatching(/^https:\/\//)]);
});

test.each([['csv'], ['bibtex'], ['markdown']])('an answer is saved as %s', async (format) => {
  const asked = standIn.select(standIn.world.member, before.one, idOf(before.one, /^Save as/), [format]);
  const saved = await asked.answered();
  expect(isPrivate(saved)).toBe(true);
  expect(saved.attachments).toHaveLength(1);
});

test('a private answer is shown to everyone', async () => {
  const shown = await press(before.hidden, /^Show to everyone$/).answered();
  expect(isPrivate(shown)).toBe(false);
  expect(wordsOf(shown)).toBe(wordsOf(before.hidden));
});

test('what is wrong is said, also of an answer whose question no button could hold', async () => {
  const form = press(before.long, /^Something wrong\?$/);
  expect((await form.modal()).title).toBe('What is wrong?');
  expect(wordsOf(await standIn.submitModal(form, { words: 'the date' }).answered())).toContain('Thank you');
});

test('nothing that Discord would refuse was sent', () => {
  expect(standIn.wrongs()).toEqual([]);
});
