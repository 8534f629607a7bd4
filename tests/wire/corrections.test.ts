import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { directChannel } from '../../src/stand-in/world.ts';
import { emptyFolder } from '../support/folders.ts';
import { wordsOf } from '../support/messages.ts';
import { oneBot } from '../support/one-bot.ts';

// /admin correct and /admin remove over the wire: answers change at once.

const articles = emptyFolder();
const data = emptyFolder();

const put = (name: string, text: string) =>
  writeFileSync(
    join(articles, `${name}.md`),
    `---\nheadline: Headline of ${name}\noutlet: The Example\npublished: 2015-11-13\n---\n${text}\n`,
  );

beforeAll(async () => {
  put('talks', 'Ada Berg met Omar Nadir in Geneva on 12 November 2015. "We will go on until we agree," Berg said.');
  put('other', 'Prime Minister Eva Quill met Omar Nadir in Oslo on 10 November 2015.');
  put('note', 'Omar B. Nadir wrote a book. The book of Omar B. Nadir is long.');
  mkdirSync(join(articles, 'other_files'));
  writeFileSync(join(articles, 'other_files', 'original.html'), '<p>as it was</p>');
  writeFileSync(
    join(articles, 'list.jsonl'),
    ['One stone was found.', 'Another stone was found.', 'A third stone was found.']
      .map((text, at) => JSON.stringify({ headline: `Stone ${at + 1}`, text }))
      .join('\n'),
  );
});

const here = oneBot({ dataFolder: data, env: { ARTICLES_DIR: articles } });
const { asks } = here;

const admin = (what: string, options = {}) => asks(here.standIn.world.owner, `admin ${what}`, options);
/** Takes an article down for good, and waits until all that is left of it is gone. */
async function destroyed(article: string): Promise<string> {
  const asked = here.standIn.slash(here.standIn.world.owner, 'dm', 'admin remove', { article, forever: true });
  return wordsOf(await asked.until((message) => wordsOf(message).includes('Nothing of it is left')));
}
const member = (what: string, options = {}) => asks(here.standIn.world.member, what, options);

test('what an admin corrects is answered so at once, is kept for people to read, and can be taken back', async () => {
  expect(await member('quote', { who: 'Ada Berg' })).toContain('We will go on');
  const words = await admin('correct speaker', { article: 'talks', words: 'until we agree', speaker: 'Eva Quill' });
  expect(words).toContain('Corrected');
  expect(await member('quote', { who: 'Eva Quill' })).toContain('We will go on');
  expect(await member('quote', { who: 'Ada Berg' })).toContain('Nothing in the archive');
  const kept = readFileSync(join(data, 'corrections.yaml'), 'utf8');
  expect(kept).toContain(`by: "${here.standIn.world.owner.id}"`);
  expect(kept).toContain('words: until we agree');
  expect(here.bot.output()).toMatch(/"event":"corrected","number":1,"what":"speaker"/);
  expect(await admin('correct undo', { number: 1 })).toContain('Taken back');
  expect(await member('quote', { who: 'Ada Berg' })).toContain('We will go on');
  expect(await admin('correct list')).toContain('No corrections');
});

test('a meeting that was none is told no more; its date and place can be put right', async () => {
  const where = { article: 'Headline of talks', words: 'Berg met Omar Nadir' };
  await admin('correct date', { ...where, date: '11 November 2015' });
  await admin('correct place', { ...where, place: 'Lausanne' });
  expect(await member('met', { person: 'Ada Berg' })).toContain('11 November 2015 · Lausanne');
  await admin('correct not-a-meeting', where);
  expect(await member('met', { person: 'Ada Berg' })).toContain('Nothing in the archive');
  for (const number of [1, 2, 3]) await admin('correct undo', { number });
  expect(await member('met', { person: 'Ada Berg' })).toContain('12 November 2015 · Geneva');
});

test('why another name was taken for somebody’s is shown, with how to part the two', async () => {
  const words = await admin('correct why', { name: 'Omar Nadir' });
  expect(words).toMatch(/Other names of Omar B\. Nadir: 1\nOmar Nadir · given name same/);
  expect(words).toContain('/admin correct two-people');
  expect(await admin('correct why', { name: 'Zebulon Quux' })).toContain('knows nobody called');
});

test('words that are not in the article, or point out nothing, are refused with what to do', async () => {
  const wrong = { article: 'talks', words: 'they never agreed', speaker: 'Eva Quill' };
  expect(await admin('correct speaker', wrong)).toContain('copy the words from the article');
  expect(await admin('correct place', { article: 'talks', words: 'We will go on', place: 'Oslo' })).toContain(
    'No meeting was found there',
  );
  expect(await admin('correct one-person', { name: 'Nobody Atall', is: 'Ada Berg' })).toContain('knows nobody called');
  expect(await admin('correct date', { article: 'talks', words: 'Berg met', date: 'soon' })).toContain('is no date');
  expect(await admin('correct undo', { number: 99 })).toContain('no correction with the number 99');
  expect(
    existsSync(join(data, 'corrections.yaml')) ? readFileSync(join(data, 'corrections.yaml'), 'utf8') : '',
  ).not.toMatch(/what:/);
});

test('only those who run the bot may correct or take down', async () => {
  expect(await member('admin correct not-a-meeting', { article: 'talks', words: 'Berg met' })).toContain(
    'Only those who run',
  );
  expect(await member('admin remove', { article: 'talks' })).toContain('Only those who run');
  expect(existsSync(join(articles, 'talks.md'))).toBe(true);
});

test('a correction that no longer finds its text is told of in /admin status and after a reindex', async () => {
  await admin('correct place', { article: 'talks', words: 'Berg met Omar Nadir', place: 'Lausanne' });
  put('talks', 'Ada Berg stayed at home.');
  const asked = here.standIn.slash(here.standIn.world.owner, 'dm', 'admin reindex');
  const report = wordsOf(await asked.until((message) => wordsOf(message).includes('Reindexed')));
  expect(report).toContain('its words no longer stand in the article');
  expect(await admin('status')).toContain('Correction 1 no longer holds');
  await admin('correct undo', { number: 1 });
  expect(await admin('status')).not.toContain('no longer holds');
});

test('an article that is taken down is out of the archive at once, and lies in the data folder with its original', async () => {
  expect(await member('met', { person: 'Eva Quill' })).toContain('Oslo');
  await asks(here.standIn.world.member, 'watch add person', { person: 'Zoltan Ungar' });
  const words = await admin('remove', { article: 'Headline of other' });
  expect(words).toContain('is out of the archive');
  expect(await member('met', { person: 'Eva Quill' })).toContain('knows nobody called');
  expect(await member('search', { text: 'Oslo' })).toContain('Nothing in the archive');
  expect(existsSync(join(articles, 'other.md'))).toBe(false);
  expect(existsSync(join(articles, 'other_files'))).toBe(false);
  const [when = ''] = readdirSync(join(data, 'removed'));
  expect(readdirSync(join(data, 'removed', when)).sort()).toEqual(['other.md', 'other_files']);
});

test('of a file with many articles only the one is taken, and the others stay what they were', async () => {
  expect(await destroyed('list#2')).toContain('destroyed');
  expect(await member('search', { text: 'another stone' })).not.toContain('Another stone was found');
  expect(await member('article', { article: 'list#3' })).toContain('Stone 3');
  expect(readFileSync(join(articles, 'list.jsonl'), 'utf8')).not.toContain('Another');
  expect(readdirSync(join(data, 'removed'))).toHaveLength(1);
});

test('what was still to be sent of an article goes with it', async () => {
  const { world } = here.standIn;
  await asks(world.member, 'watch add phrase', { words: 'secret recipe' });
  here.standIn.faults.next(1000, 'POST', /\/channels\/\d+\/messages$/u, { is: 'status', status: 500 });
  put('recipe', 'The secret recipe is out.');
  const asked = here.standIn.slash(world.owner, 'dm', 'admin reindex');
  await asked.until((message) => wordsOf(message).includes('Reindexed'));
  await here.bot.logged('"event":"alerts put off"');
  await destroyed('recipe');
  while (here.standIn.faults.take('POST', '/channels/1/messages') !== null);
  // Longer than the pause after a first failure.
  await new Promise((resolve) => setTimeout(resolve, 6500));
  const channel = directChannel(world, world.member).id;
  const told = [...world.messages.values()].filter((one) => one.channel_id === channel).map(wordsOf);
  expect(told.join()).not.toContain('recipe is out');
  expect(here.standIn.wrongs()).toEqual([]);
});
