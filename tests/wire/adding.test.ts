import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLog } from '../../src/app/log.ts';
import type { Keeper } from '../../src/archive/keeper.ts';
import { type Bot, startBot } from '../../src/discord/gateway/client.ts';
import { type Intake, openIntake } from '../../src/intake/intake.ts';
import { isLoopback } from '../../src/intake/public-address.ts';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { pdfOf } from '../support/bombs.ts';
import { buttonsOf, wordsOf } from '../support/messages.ts';
import { openArchiveHere } from '../support/open-archive.ts';
import { newsPage, openSite, type Site, TALKS } from '../support/site.ts';

// /admin add and /admin feeds over the wire. The bot runs in this process, for only here it may fetch from this machine.

let standIn: StandIn;
let site: Site;
let keeper: Keeper;
let intake: Intake;
let bot: Bot;
let articlesDir: string;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-'));
  articlesDir = join(folder, 'articles');
  mkdirSync(articlesDir);
  const places = {
    articlesDir,
    dataDir: join(folder, 'var'),
    outletsDir: 'data/outlets',
    modelsDir: 'data',
  };
  [site, standIn, keeper] = await Promise.all([openSite(), startStandIn(), openArchiveHere(places)]);
  const log = openLog({ logLevel: 'silent', discordToken: null });
  intake = openIntake(places, keeper, log, isLoopback);
  const settings = {
    discordToken: standIn.token,
    adminIds: [],
    articlesFolder: articlesDir,
    dataFolder: places.dataDir,
    watchArticles: false,
    discordApiUrl: standIn.url,
    shards: null,
    metricsPort: null,
    playgroundPort: 0,
    logLevel: 'silent' as const,
  };
  bot = await startBot(settings, Promise.resolve({ keeper, intake }), log, () => {});
});

afterAll(async () => {
  await bot.leave();
  await intake.close();
  await keeper.close();
  await standIn.close();
  site.close();
});

const owner = () => standIn.world.owner;
const files = () =>
  readdirSync(articlesDir, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.md'));
const buttonNamed = (message: Parameters<typeof buttonsOf>[0], what: string) => {
  const found = buttonsOf(message).find((id) => id.startsWith(`add:${what}:`));
  expect(found, `a button to ${what}`).toBeDefined();
  return found ?? '';
};

describe('an address', () => {
  test('is read and shown before it is kept; kept, it is a file, and questions find it', async () => {
    site.put('/2015/11/13/talks', { body: newsPage('Talks in Geneva', TALKS) });
    const asked = standIn.slash(owner(), 'dm', 'admin add', { url: `${site.origin}/2015/11/13/talks?utm_source=x` });
    expect(await asked.acknowledged()).toMatchObject({ ephemeral: true });
    const preview = await asked.answered();
    const words = wordsOf(preview);
    for (const shown of [
      'Talks in Geneva',
      'unreviewed outlet',
      '13 November 2015, from its address',
      'Foreign Minister Ada Berg met',
    ])
      expect(words).toContain(shown);
    expect(words).toMatch(/People: .*Ada Berg.*Omar Nadir/);
    expect(words).toMatch(/1 meeting:/);
    expect(words).toMatch(/1 quotation: Ada Berg: “We will open two crossings/);
    expect(words).toMatch(/Left out, lines: 1.*Share on Facebook/);
    expect(words).not.toContain('utm_source');
    expect(files()).toEqual([]);

    const pressed = standIn.press(owner(), preview, buttonNamed(preview, 'keep'));
    const done = await pressed.until((message) => wordsOf(message).includes('In the archive'));
    expect(wordsOf(done)).toContain('Kept as 2015/');
    const [file = ''] = files();
    const content = readFileSync(join(articlesDir, file), 'utf8');
    expect(content).toMatch(/^---\nheadline: Talks in Geneva\nurl: http/);
    expect(content).toContain('published_from: address');
    const original = join(articlesDir, file.replace(/\.md$/, '_files'), 'original.html');
    expect(readFileSync(original, 'utf8')).toContain('<h1>Talks in Geneva</h1>');

    const found = await standIn.slash(standIn.world.member, 'dm', 'met', { person: 'Ada Berg' }).answered();
    expect(wordsOf(found)).toContain('Omar Nadir');
    expect(standIn.wrongs()).toEqual([]);
  });

  test('that is kept already is not kept again; changed, it is a new version', async () => {
    const address = `${site.origin}/2015/11/13/talks`;
    const again = await standIn.slash(owner(), 'dm', 'admin add', { url: address }).answered();
    expect(wordsOf(again)).toContain('In the archive already');
    expect(buttonsOf(again).some((id) => id.startsWith('add:keep'))).toBe(false);

    site.put('/2015/11/13/talks', {
      body: newsPage('Talks in Geneva', [TALKS[0].replace('Friday', 'Saturday'), TALKS[1], TALKS[2]]),
    });
    const changed = await standIn.slash(owner(), 'dm', 'admin add', { url: address }).answered();
    expect(wordsOf(changed)).toContain('a new version');
    expect(wordsOf(changed)).toContain('“Friday” is now “Saturday”');
    const kept = standIn.press(owner(), changed, buttonNamed(changed, 'keep'));
    await kept.until((message) => wordsOf(message).includes('In the archive'));
    expect(files()).toHaveLength(2);
    expect(
      files()
        .map((file) => readFileSync(join(articlesDir, file), 'utf8'))
        .join(),
    ).toContain('version_of: 2015/');
  });

  test('is corrected in a form, and the correction is the keeper’s word', async () => {
    site.put('/undated', {
      body: newsPage(
        'Old headline',
        TALKS.map((words) => words.replace('Friday', 'Sunday')),
      ),
    });
    const preview = await standIn.slash(owner(), 'dm', 'admin add', { url: `${site.origin}/undated` }).answered();
    expect(wordsOf(preview)).toContain('date unknown');
    const opened = standIn.press(owner(), preview, buttonNamed(preview, 'correct'));
    await opened.modal();
    const wrong = standIn.submitModal(opened, { published: 'some day' });
    await expect.poll(() => wrong.interaction.acknowledgement).not.toBeNull();
    const sent = standIn.submitModal(opened, {
      headline: 'New headline',
      published: '12 November 2015',
      outlet: 'Sputnik',
    });
    const shown = wordsOf(await sent.answered());
    expect(shown).toContain('New headline');
    expect(shown).toContain('Sputnik (state media, Russia) · 12 November 2015, given with the article');
    const kept = standIn.press(owner(), await sent.answered(), buttonNamed(await sent.answered(), 'keep'));
    await kept.until((message) => wordsOf(message).includes('In the archive'));
    const [card] = await keeper.archive.articles({ outlet: 'Sputnik' });
    expect(card).toMatchObject({ headline: 'New headline', published: { date: '2015-11-12', known: 'curated' } });
  });

  test('that is discarded is nowhere', async () => {
    const before = files();
    site.put('/other', {
      body: newsPage(
        'Other talks',
        TALKS.map((words) => words.replace('Geneva', 'Oslo')),
      ),
    });
    const preview = await standIn.slash(owner(), 'dm', 'admin add', { url: `${site.origin}/other` }).answered();
    const pressed = standIn.press(owner(), preview, buttonNamed(preview, 'discard'));
    expect(wordsOf(await pressed.answered())).toContain('Discarded');
    expect(files()).toEqual(before);
  });

  test.each([
    ['http://169.254.169.254/latest/meta-data', 'private network'],
    ['https://user:secret@example.org/', 'a name or a password'],
    ['nonsense', 'no web address'],
  ])('%s is refused, and it is said why', async (url, why) => {
    expect(wordsOf(await standIn.slash(owner(), 'dm', 'admin add', { url }).answered())).toContain(why);
  });

  test('of a page without an article is told as such', async () => {
    site.put('/empty', { body: '<html><nav>Home</nav></html>' });
    const answered = standIn.slash(owner(), 'dm', 'admin add', { url: `${site.origin}/empty` }).answered();
    expect(wordsOf(await answered)).toMatch(/Nothing was added[\s\S]*no article/);
  });

  test('is taken from admins alone, by command, button and menu', async () => {
    const { member, channel } = standIn.world;
    const asked = standIn.slash(member, 'dm', 'admin add', { url: site.origin });
    expect(wordsOf(await asked.answered())).toContain('Only those who run this bot');
    const said = standIn.say(member, channel, `Look: ${site.origin}/other`);
    const menu = standIn.messageCommand(member, said.message, 'Add to archive');
    expect(wordsOf(await menu.answered())).toContain('Only those who run this bot');
  });
});

describe('a message', () => {
  test('gives its link to the archive, through its apps menu', async () => {
    site.put('/2016/05/06/ferry', {
      body: newsPage(
        'Ferry sails again',
        TALKS.map((words) => words.replace('Geneva', 'Harwich')),
      ),
    });
    const said = standIn.say(
      standIn.world.member,
      standIn.world.channel,
      `Look at this: <${site.origin}/2016/05/06/ferry>`,
    );
    const menu = standIn.messageCommand(owner(), said.message, 'Add to archive');
    const preview = await menu.answered();
    expect(await menu.acknowledged()).toMatchObject({ ephemeral: true });
    expect(wordsOf(preview)).toContain('Ferry sails again');
    expect(wordsOf(preview)).toContain('6 May 2016, from its address');
    const pressed = standIn.press(owner(), preview, buttonNamed(preview, 'keep'));
    await pressed.until((message) => wordsOf(message).includes('In the archive'));
    const [card] = await keeper.archive.articlesNamed('Ferry sails again');
    expect(card).toMatchObject({ url: `${site.origin}/2016/05/06/ferry`, published: { date: '2016-05-06' } });
  });

  test('with neither link nor file is told as such', async () => {
    const said = standIn.say(standIn.world.member, standIn.world.channel, 'No link here.');
    const menu = standIn.messageCommand(owner(), said.message, 'Add to archive');
    expect(wordsOf(await menu.answered())).toContain('no link and no file');
  });
});

describe('a file', () => {
  const given = (name: string, content: string) => ({ name, type: 'text/plain', bytes: Buffer.from(content) });

  test('is taken in each kind that people save articles in', async () => {
    const mhtml = [
      'From: <Saved by Blink>',
      `Snapshot-Content-Location: https://example.org/2016/02/11/pact`,
      'Subject: Pact signed',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="----b"',
      '',
      '------b',
      'Content-Type: text/html',
      'Content-Location: https://example.org/2016/02/11/pact',
      '',
      newsPage('Pact signed', TALKS),
      '------b--',
      '',
    ].join('\r\n');
    for (const [name, content, shown] of [
      ['a.txt', `Ministers meet\n\n${TALKS.join('\n\n')}`, 'Ada Berg'],
      ['b.md', `---\nheadline: By hand\npublished: 2015-11\n---\n${TALKS.join('\n\n')}`, 'By hand'],
      ['c.html', newsPage('Saved page', TALKS), 'Saved page'],
      ['d.json', JSON.stringify({ headline: 'In JSON', text: TALKS.join('\n\n') }), 'In JSON'],
      ['e.mhtml', mhtml, '11 February 2016, from its address'],
    ] as const) {
      const answered = standIn.slash(owner(), 'dm', 'admin add', {}, { file: given(name, content) }).answered();
      expect(wordsOf(await answered), name).toContain(shown);
    }
  });

  test('with several articles is kept whole, and what can’t be read of it is named', async () => {
    const lines = [
      JSON.stringify({ id: 'one', headline: 'First', text: TALKS.map((words) => `${words} First.`).join('\n\n') }),
      'no JSON',
      JSON.stringify({ id: 'two', headline: 'Second', text: TALKS.map((words) => `${words} Second.`).join('\n\n') }),
    ].join('\n');
    const before = files().length;
    const answered = await standIn.slash(owner(), 'dm', 'admin add', {}, { file: given('x.jsonl', lines) }).answered();
    expect(wordsOf(answered)).toMatch(
      /Keep these 2 articles\?[\s\S]*article 2: it is not valid JSON[\s\S]*First[\s\S]*Second/,
    );
    const pressed = standIn.press(owner(), answered, buttonNamed(answered, 'keep'));
    await pressed.until((message) => wordsOf(message).includes('In the archive'));
    expect(files()).toHaveLength(before + 2);
  });

  test('whatever it is called is kept inside the articles folder', async () => {
    const before = files();
    const name = '../../../../../../tmp/evil\u202e.md';
    const content = `---\nheadline: ../../../evil\n---\n${TALKS.map((words) => `${words} Elsewhere.`).join('\n\n')}`;
    const preview = await standIn.slash(owner(), 'dm', 'admin add', {}, { file: given(name, content) }).answered();
    const pressed = standIn.press(owner(), preview, buttonNamed(preview, 'keep'));
    await pressed.until((message) => wordsOf(message).includes('In the archive'));
    expect(files().filter((file) => !before.includes(file))).toEqual([expect.stringMatching(/^undated\/[a-z-]+\.md$/)]);
    expect(readdirSync(dirname(articlesDir)).sort()).toEqual(['articles', 'var']);
  });

  test('that would unpack to 700 MB is refused, and others are answered meanwhile', async () => {
    const file = { name: 'bomb.pdf', type: 'application/pdf', bytes: pdfOf(Buffer.alloc(700 * 2 ** 20)) };
    const asked = standIn.slash(owner(), 'dm', 'admin add', {}, { file });
    const other = standIn.slash(standIn.world.member, 'dm', 'met', { person: 'Ada Berg' });
    expect(wordsOf(await other.answered())).toContain('Omar Nadir');
    expect(wordsOf(await asked.answered())).toMatch(/Nothing was added[\s\S]*bomb\.pdf/);
    expect(standIn.wrongs()).toEqual([]);
  });

  test('of another kind is refused with the kinds that are taken', async () => {
    const asked = standIn.slash(owner(), 'dm', 'admin add', {}, { file: given('x.docx', 'x') });
    expect(wordsOf(await asked.answered())).toContain('.pdf, .eml, .mhtml');
  });
});

test('a feed is followed, listed, looked at and removed', async () => {
  site.put('/feed', {
    type: 'application/rss+xml',
    body: `<rss version="2.0"><channel><title>Example news</title><item><link>${site.origin}/item</link></item></channel></rss>`,
  });
  site.put('/item', {
    body: newsPage(
      'From the feed',
      TALKS.map((words) => words.replace('Geneva', 'Vienna')),
    ),
  });
  const url = `${site.origin}/feed`;
  const say = async (name: string, options = {}) =>
    wordsOf(await standIn.slash(owner(), 'dm', name, options).answered());
  expect(await say('admin feeds add', { url, minutes: 30 })).toMatch(/Example news: 1 article in[\s\S]*every 30 min/);
  expect(await say('admin feeds list')).toContain('every 30 min');
  expect(await say('admin feeds check')).toContain('New articles: 1');
  expect(await say('admin feeds check')).toContain('New articles: 0');
  expect(await say('admin feeds remove', { url })).toContain('Feed removed');
  expect(await say('admin feeds list')).toContain('None is followed');
  expect(standIn.wrongs()).toEqual([]);
});
