import { join } from 'node:path';
import { ComponentType, MessageFlags } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';
import Database from 'libsql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { addPerson, join as joinGuild } from '../../src/stand-in/world.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { emptyFolder } from '../support/folders.ts';
import { buttonsOf, componentsOf, wordsOf } from '../support/messages.ts';

// What one can do with an answer, over the wire, on the project's own articles.

let standIn: StandIn;
let bot: RunningBot;
const dataFolder = emptyFolder();

beforeAll(async () => {
  standIn = await startStandIn();
  bot = await startBot(standIn, dataFolder);
});

afterAll(async () => {
  await bot.stop();
  await standIn.close();
});

const ask = (name: string, options: Record<string, string | boolean> = {}) =>
  standIn.slash(standIn.world.member, standIn.world.channel, name, options);

const isPrivate = ({ flags }: APIMessage) => (Number(flags) & MessageFlags.Ephemeral) !== 0;

/** Label and custom id of each button. */
const labelled = (message: APIMessage) =>
  componentsOf(message).flatMap((one) => {
    const { type, label = '', custom_id: id } = one as { type: number; label?: string; custom_id?: string };
    return type === ComponentType.Button && id !== undefined ? [[label, id] as const] : [];
  });
const button = (message: APIMessage, label: string): string => {
  const found = labelled(message).find(([name]) => name === label)?.[1];
  if (found === undefined) throw new Error(`No "${label}" among ${JSON.stringify(labelled(message))}`);
  return found;
};

test('an answer leads on to the same person’s quotations, summary and meetings, also after a restart', async () => {
  const { member } = standIn.world;
  const met = await ask('met', { person: 'Lavrov' }).answered();
  await bot.stop();
  bot = await startBot(standIn, dataFolder);
  const quoted = await standIn.press(member, met, button(met, 'Quotations')).answered();
  expect(wordsOf(quoted)).toContain('what Sergei Lavrov said');
  const summary = await standIn.press(member, quoted, button(quoted, 'Summary')).answered();
  expect(wordsOf(summary)).toContain('Lavrov');
  const again = await standIn.press(member, summary, button(summary, 'Meetings')).answered();
  expect(wordsOf(again)).toContain('Sergei Lavrov');
  const network = await standIn.press(member, again, button(again, 'Network')).answered();
  expect(componentsOf(network).some(({ type }) => type === ComponentType.MediaGallery)).toBe(true);
  for (const message of [met, quoted, summary, again, network]) expect(isPrivate(message)).toBe(false);
  expect(standIn.wrongs()).toEqual([]);
});

test('nobody is led to what the archive does not have', async () => {
  const answer = await ask('quote', { who: 'Sergei Lavrov' }).answered();
  for (const [label, id] of labelled(answer).filter(([, id]) => id.startsWith('ask:'))) {
    const next = await standIn.press(standIn.world.member, answer, id).answered();
    expect(wordsOf(next), label).not.toContain('Nothing in the archive');
  }
  expect(labelled(await ask('met', { person: 'Zzyzx Qqx' }).answered()).map(([label]) => label)).toEqual([
    'Something wrong?',
  ]);
});

test('an answer from one article opens it', async () => {
  const answer = await ask('quote', { who: 'Lavrov' }).answered();
  const links = componentsOf(answer).flatMap((one) => ('url' in one ? [one.url] : []));
  expect(links).toHaveLength(1);
  expect(links[0]).toMatch(/^https:\/\//);
});

test('a private answer is seen by its asker alone, until they show it to everybody', async () => {
  const { member } = standIn.world;
  const asked = ask('quote', { private: true });
  expect(await asked.acknowledged()).toMatchObject({ kind: 'deferred', ephemeral: true });
  const answer = await asked.answered();
  const second = await standIn
    .press(member, answer, buttonsOf(answer).find((id) => id.startsWith('page:1:')) ?? '')
    .until((message) => wordsOf(message).includes('Page 2 of'));
  expect(isPrivate(second)).toBe(true);
  const shown = await standIn.press(member, second, button(second, 'Show to everyone')).answered();
  expect(isPrivate(shown)).toBe(false);
  expect(wordsOf(shown)).toBe(wordsOf(second));
  expect(labelled(shown).map(([label]) => label)).not.toContain('Show to everyone');
  expect(isPrivate(await ask('quote', { who: 'Lavrov', private: false }).answered())).toBe(false);
  expect(standIn.wrongs()).toEqual([]);
});

test('what was assumed of a plain question is said again on its other pages', async () => {
  const { member } = standIn.world;
  const reply = await standIn.directMessage(member, 'timeline of Iraq').reply();
  const [assumed] = /\d+ event without a date/.exec(wordsOf(reply)) ?? [];
  expect(assumed).toBeDefined();
  const next = buttonsOf(reply).find((id) => id.startsWith('page:1:')) ?? '';
  const second = standIn.press(member, reply, next).until((message) => wordsOf(message).includes('Page 2 of'));
  const first = buttonsOf(await second).find((id) => id.startsWith('page:0:')) ?? '';
  const again = standIn.press(member, await second, first).until((message) => wordsOf(message).includes('Page 1 of'));
  expect(wordsOf(await again).match(new RegExp(assumed ?? '', 'g'))).toHaveLength(1);
});

test.each([
  ['csv', 'csv'],
  ['json', 'json'],
  ['bibtex', 'bib'],
  ['ris', 'ris'],
  ['csl-json', 'csl.json'],
  ['markdown', 'md'],
])('an answer is saved as %s, for whoever wants it', async (format, extension) => {
  const answer = await ask('quote', { who: 'Lavrov' }).answered();
  const menus = componentsOf(answer).flatMap((one) => {
    const { type, custom_id: id } = one as { type: number; custom_id?: string };
    return type === ComponentType.StringSelect && id !== undefined ? [id] : [];
  });
  const saved = await standIn.select(standIn.world.serverOwner, answer, menus[0] ?? '', [format]).answered();
  expect(isPrivate(saved)).toBe(true);
  const [file] = saved.attachments;
  expect(file?.filename).toMatch(new RegExp(`^readout-[a-z0-9-]+\\.${extension}$`));
  const stored = [...standIn.world.files.values()].map(({ bytes }) => bytes.toString());
  expect(stored.at(-1)).toContain('Press TV');
  expect(standIn.wrongs()).toEqual([]);
});

test('a wrong line is reported in a few words, and those who run the bot see and settle it', async () => {
  const { member, owner } = standIn.world;
  const answer = await ask('quote', { who: 'Lavrov' }).answered();
  const report = async (words: string) => {
    const form = standIn.press(member, answer, button(answer, 'Something wrong?'));
    expect((await form.modal()).title).toBe('What is wrong?');
    return standIn.submitModal(form, { words }).answered();
  };
  const thanks = await report('@everyone the date is **wrong**');
  expect(isPrivate(thanks)).toBe(true);
  expect(wordsOf(thanks)).toContain('Thank you');
  await report('second report');

  const listed = await standIn.slash(owner, 'dm', 'admin reports').answered();
  expect(isPrivate(listed)).toBe(true);
  expect(wordsOf(listed)).toContain('Reported as wrong: 2');
  expect(wordsOf(listed)).toContain('\\@everyone the date is \\*\\*wrong\\*\\*');
  expect(wordsOf(listed)).toContain(answer.id);
  const seen = await standIn.press(owner, listed, 'admin:answer:1').answered();
  expect(wordsOf(seen)).toContain('what Sergei Lavrov said');

  const once = await standIn
    .press(owner, listed, 'admin:done:1:0')
    .until((message) => wordsOf(message).includes('wrong: 1'));
  expect(wordsOf(once)).not.toContain('the date is');
  const none = standIn.press(owner, once, 'admin:remove:2:0');
  expect(wordsOf(await none.until((message) => wordsOf(message).includes('Nothing')))).toContain('Nothing is reported');

  expect(standIn.wrongs()).toEqual([]);
});

test('reports fill pages, not one message; one person can’t fill the list', async () => {
  // Somebody who has asked nothing so far: twenty-one reports are nearly what one person may do at once.
  const { owner, serverOwner } = standIn.world;
  const answer = await ask('quote', { who: 'Lavrov' }).answered();
  const submitted: string[] = [];
  for (let n = 0; n < 21; n++) {
    const form = standIn.press(serverOwner, answer, button(answer, 'Something wrong?'));
    await form.modal();
    submitted.push(wordsOf(await standIn.submitModal(form, { words: `report ${'x'.repeat(400)} ${n}` }).answered()));
  }
  expect(submitted.slice(0, 20).every((words) => words.includes('Thank you'))).toBe(true);
  expect(submitted[20]).toContain('catch up first');
  const listed = await standIn.slash(owner, 'dm', 'admin reports').answered();
  const next = standIn.press(owner, listed, 'admin:reports:1');
  expect(wordsOf(await next.until((message) => wordsOf(message).includes(' 10')))).toContain('report');
  expect(standIn.wrongs()).toEqual([]);
});

test('quotations in a message are compared with the archive: exact, altered, somebody else’s, not here', async () => {
  const { member, serverOwner, channel } = standIn.world;
  const said = standIn.say(
    member,
    channel,
    'Sergei Lavrov said: "Our country has traditionally played and continues to play a very important and significant ' +
      'role in ensuring Iraq’s defense capability". He also said “any Iraqi needs for Russian-made civil products”. ' +
      'And Mikhail Bogdanov said: "the purple cows of tomorrow sing at midnight in the harbour".',
  );
  const before = standIn.world.messages.size;
  const checked = await standIn.messageCommand(serverOwner, said.message, 'Check quotes').answered();
  expect(isPrivate(checked)).toBe(true);
  const words = wordsOf(checked);
  expect(words).toContain('Quotations checked: 3');
  expect(words).toContain('Verbatim in the archive');
  expect(words).toMatch(/Altered[\s\S]*~~civil~~ ?__military__/);
  expect(words).toContain('Not here');
  expect(words).toContain('Press TV');
  expect(standIn.world.messages.size).toBe(before + 1);

  const other = standIn.say(
    member,
    channel,
    'Mikhail Bogdanov said: "Our country has traditionally played and continues to play a very important and ' +
      'significant role in ensuring Iraq’s defense capability".',
  );
  const verdict = wordsOf(await standIn.messageCommand(member, other.message, 'Check quotes').answered());
  expect(verdict).toContain('somebody else said it: Sergei Lavrov');
  expect(standIn.wrongs()).toEqual([]);
});

test('a message without quotations, and one without words, is told so', async () => {
  const { member, channel } = standIn.world;
  const plain = standIn.say(member, channel, 'nothing quoted here');
  const told = await standIn.messageCommand(member, plain.message, 'Check quotes').answered();
  expect(wordsOf(told)).toContain('no quotation in it');
  const empty = standIn.say(member, channel, '<:smile:123456789012345678> !!!');
  expect(wordsOf(await standIn.messageCommand(member, empty.message, 'Find sources').answered())).toContain('no words');
});

test('the articles that a message speaks of are found, and none where it speaks of something else', async () => {
  const { member, channel } = standIn.world;
  const about = standIn.say(
    member,
    channel,
    'Did you hear? A joint information centre in Baghdad with Iran and Syria!',
  );
  const found = await standIn.messageCommand(member, about.message, 'Find sources').answered();
  expect(wordsOf(found)).toContain('Where this may come from');
  expect(wordsOf(found)).toContain('Baghdad');
  const elsewhere = standIn.say(member, channel, 'my grandmother bakes excellent rhubarb cakes every weekend');
  const none = await standIn.messageCommand(member, elsewhere.message, 'Find sources').answered();
  expect(wordsOf(none)).toContain('No article speaks of this');
  expect(standIn.wrongs()).toEqual([]);
});

test('people are answered in the language of their Discord; the evidence stays in its own', async () => {
  const { world } = standIn;
  const anna = addPerson(world, 'Anna', { locale: 'de' });
  joinGuild(world.guild, anna);
  const answer = await standIn.slash(anna, world.channel, 'quote', { who: 'Lavrov' }).answered();
  expect(wordsOf(answer)).toMatch(/^## \d+ Zitate.*: was Sergei Lavrov sagte/);
  expect(wordsOf(answer)).toContain('any Iraqi needs for Russian-made military products');
  expect(labelled(answer).map(([label]) => label)).toContain('Stimmt etwas nicht?');
  const nothing = await standIn.slash(anna, 'dm', 'met', { person: 'Zzyzx Qqx' }).answered();
  expect(wordsOf(nothing)).toContain('Nichts im Archiv');
  expect(wordsOf(nothing)).toContain('Das Archiv kennt niemanden namens Zzyzx Qqx');
  const arabic = await standIn.directMessage(world.member, 'من التقى ببوغدانوف؟').reply();
  expect(wordsOf(arabic)).toContain('فُهم السؤال هكذا');
  const met = standIn.offered(anna, 'dm').find(({ name }) => name === 'met');
  expect(met?.name_localizations).toMatchObject({ de: 'treffen', ru: 'встречи', 'es-419': 'reuniones' });
  expect(standIn.wrongs()).toEqual([]);
});

test('where buttons can’t be remembered the answer comes all the same, without those buttons', async () => {
  const store = new Database(join(dataFolder, 'buttons.sqlite'));
  store.exec('DROP TABLE questions');
  store.close();
  const answer = await ask('search', {
    text: `Baghdad ${'and the talks between the governments '.repeat(4)}`,
  }).answered();
  expect(wordsOf(answer)).toContain('Understood as');
  expect(buttonsOf(answer).filter((id) => id.includes('~'))).toEqual([]);
  expect(bot.output()).toContain('buttons not stored');
  expect(standIn.wrongs()).toEqual([]);
});
