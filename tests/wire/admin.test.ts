import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchiveInWorker } from '../../src/remote/archive-in-worker.ts';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { addPerson, type Person } from '../../src/stand-in/world.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { emptyFolder } from '../support/folders.ts';
import { wordsOf } from '../support/messages.ts';

// /admin over the wire, on articles made up here.

let standIn: StandIn;
let bot: RunningBot;
let helper: Person;
const articles = emptyFolder();

const putArticle = (name: string, text: string) => writeFileSync(join(articles, name), text);
const article = (headline: string) =>
  `---\nheadline: ${headline}\noutlet: The Example\npublished: 2015-11-13\n---\nAda Berg met Omar Nadir in Geneva on Friday.\n`;

beforeAll(async () => {
  putArticle('first.md', article('Talks in Geneva'));
  standIn = await startStandIn();
  helper = addPerson(standIn.world, 'Hana');
  bot = await startBot(standIn, emptyFolder(), {
    env: { ADMIN_IDS: helper.id, ARTICLES_DIR: articles },
    open: openArchiveInWorker,
  });
});

afterAll(async () => {
  await bot.stop();
  await standIn.close();
});

test('the owner learns what is indexed, privately', async () => {
  const asked = standIn.slash(standIn.world.owner, 'dm', 'admin status');
  expect(await asked.acknowledged()).toMatchObject({ kind: 'deferred', ephemeral: true });
  const words = wordsOf(await asked.answered());
  expect(words).toContain('1 article');
  expect(words).toContain('13 November 2015');
  expect(words).toContain('Every file could be read');
});

test('a person named in ADMIN_IDS may do so too', async () => {
  expect(wordsOf(await standIn.slash(helper, 'dm', 'admin status').answered())).toContain('The archive');
});

test.each(['member', 'serverOwner'] as const)(
  'a %s of the server is refused, privately, and that is logged',
  async (who) => {
    const person = standIn.world[who];
    for (const place of ['dm', standIn.world.channel] as const) {
      for (const what of ['admin reindex', 'admin status']) {
        const before = bot.output().length;
        const asked = standIn.slash(person, place, what);
        expect(await asked.acknowledged()).toMatchObject({ kind: 'message', ephemeral: true });
        expect(wordsOf(await asked.answered())).toContain('Only those who run this bot');
        await expect
          .poll(() => bot.output().slice(before))
          .toMatch(new RegExp(`"admin refused".*"user":"${person.id}"`));
      }
    }
  },
);

test('a reindex finds what is new, names each file it could not read with the reason, and is told as done', async () => {
  putArticle('second.md', article('More talks'));
  putArticle('empty.md', '');
  writeFileSync(join(articles, 'latin.md'), Buffer.from([0xe9, 0xe8, 0xff, 0xfe, 0x80]));
  mkdirSync(join(articles, 'folder.md'), { recursive: true });

  const asked = standIn.slash(standIn.world.owner, standIn.world.channel, 'admin reindex');
  expect(await asked.acknowledged()).toMatchObject({ ephemeral: true });
  const words = wordsOf(await asked.until((message) => wordsOf(message).includes('Reindexed')));
  expect(words).toContain('2 articles: 1 read anew, 1 unchanged');
  for (const file of ['empty.md', 'latin.md', 'folder.md']) expect(words).toMatch(new RegExp(`${file}: \\S+`));
  expect(standIn.wrongs()).toEqual([]);

  const found = await standIn.slash(standIn.world.member, 'dm', 'search', { text: 'More talks' }).answered();
  expect(wordsOf(found)).toContain('More talks');
});

test('while one reindex runs, its progress shows, a second is told so, and questions are answered', async () => {
  // Different at each try.
  const now = Date.now();
  for (let n = 0; n < 200; n++)
    putArticle(`many-${n}.md`, article(`Article ${n}`) + `Number ${n} was said at ${now}. `.repeat(40));
  const { owner, member } = standIn.world;
  const asked = standIn.slash(owner, 'dm', 'admin reindex');
  await asked.until((message) => /\d+ of \d+/.test(wordsOf(message)));
  const second = standIn.slash(helper, 'dm', 'admin reindex');
  expect(wordsOf(await second.answered())).toContain('Already at it');
  const question = standIn.slash(member, 'dm', 'search', { text: 'More talks' });
  await question.acknowledged(); // within Discord's three seconds, or the stand-in refuses it
  expect(wordsOf(await question.answered())).toContain('More talks');
  expect(wordsOf(await asked.answered())).toContain('Reindexing');

  const done = await asked.until((message) => wordsOf(message).includes('Reindexed'));
  expect(wordsOf(done)).toContain('202 articles: 200 read anew');
  const edits = standIn.requests.filter(
    ({ method, path }) => method === 'PATCH' && path.includes(asked.interaction.token),
  );
  const gaps = edits.slice(1, -1).map(({ at }, index) => at - (edits[index]?.at ?? 0));
  for (const gap of gaps) expect(gap).toBeGreaterThan(1800);
  expect(standIn.wrongs()).toEqual([]);
});

test('a reindex that outlasts the quarter of an hour in which its reply can be edited is told by direct message', async () => {
  putArticle('third.md', article('Still more talks'));
  const asked = standIn.slash(standIn.world.owner, standIn.world.channel, 'admin reindex');
  await asked.acknowledged();
  asked.interaction.sentAt -= 16 * 60_000;
  const direct = () => [...standIn.world.messages.values()].filter((one) => one.interaction_metadata === undefined);
  await expect.poll(() => direct().map(wordsOf).join()).toContain('1 read anew');
});

test('a headline longer than Discord takes is offered by its beginning, and found by it', async () => {
  const headline = `Ministers of neighbouring countries ${'and of countries further away '.repeat(5)}met to talk`;
  putArticle('long.md', article(headline));
  const asked = standIn.slash(standIn.world.owner, 'dm', 'admin reindex');
  await asked.until((message) => wordsOf(message).includes('Reindexed'));
  const { member } = standIn.world;
  const choices = standIn.autocomplete(member, 'dm', 'article', { article: 'Ministers of nei' }, 'article').choices();
  const [choice] = await choices;
  expect(headline).toContain(choice?.value);
  const answered = standIn.slash(member, 'dm', 'article', { article: String(choice?.value) }).answered();
  expect(wordsOf(await answered)).toContain('met to talk');
  expect(standIn.wrongs()).toEqual([]);
});

test('a hostile article pings nobody and forges no link in any answer', async () => {
  const hostile = '@everyone <@1> [free](http://evil.example) discord.gg/evil http://evil.example/x';
  putArticle(
    'hostile.md',
    `---\nheadline: "${hostile}"\noutlet: "${hostile}"\n---\n"${hostile} \u202egnp," said Minister Eva Quill. Eva Quill met Omar Nadir in Oslo on Monday.\n`,
  );
  const asked = standIn.slash(standIn.world.owner, 'dm', 'admin reindex');
  await asked.until((message) => wordsOf(message).includes('Reindexed'));
  for (const [name, options] of [
    ['search', { text: 'evil Quill' }],
    ['met', { person: 'Eva Quill' }],
    ['quote', { who: 'Eva Quill' }],
    ['summary', { about: 'Eva Quill' }],
    ['article', { article: 'hostile' }],
    ['search', { text: hostile }],
    ['sources', {}],
  ] as const) {
    const words = wordsOf(await standIn.slash(standIn.world.member, 'dm', name, options).answered());
    const live = words.replaceAll(/\\[^0-9A-Za-z\s]/g, '');
    expect(live).not.toMatch(/@everyone|<@|\]\(http:\/\/evil|https?:\/\/evil|discord\.gg|\u202e/);
  }
  expect(standIn.wrongs()).toEqual([]);
});
