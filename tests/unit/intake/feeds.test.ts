import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '../../../src/app/log.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { readFeed } from '../../../src/intake/feed-items.ts';
import { type Feeds, openFeeds } from '../../../src/intake/feeds.ts';
import { type Intake, openIntake } from '../../../src/intake/intake.ts';
import { isLoopback } from '../../../src/intake/public-address.ts';
import { openReader } from '../../../src/intake/read-in-worker.ts';
import { openArchiveHere } from '../../support/open-archive.ts';
import { newsPage, openSite, type Site, TALKS } from '../../support/site.ts';

/** One thread for all: it keeps nothing of what it has read. */
const reader = openReader({ articlesDir: '', dataDir: '', outletsDir: 'data/outlets', modelsDir: 'data' });
afterAll(() => reader.close());

let site: Site;
let keeper: Keeper;
let intake: Intake;
let feeds: Feeds;
let dataDir: string;
let articlesDir: string;
const told: (readonly string[])[] = [];

beforeEach(async () => {
  told.length = 0;
  const folder = mkdtempSync(join(tmpdir(), 'readout-'));
  [dataDir, articlesDir] = [join(folder, 'var'), join(folder, 'articles')];
  mkdirSync(articlesDir);
  site = await openSite();
  const places = { articlesDir, dataDir, outletsDir: 'data/outlets', modelsDir: 'data' };
  keeper = await openArchiveHere(places);
  const log = openLog({ logLevel: 'silent', discordToken: null });
  const tell = async (_: unknown, paragraphs: readonly string[]) => void told.push(paragraphs);
  const fetching = { mayReach: isLoopback };
  intake = openIntake(places, keeper, log, isLoopback, { ...reader, close: async () => {} });
  feeds = openFeeds(dataDir, intake, { log, fetching, gap: 1 });
  feeds.start(tell);
});
afterEach(async () => {
  await feeds.close();
  await intake.close();
  await keeper.close();
  site.close();
});

const rss = (...paths: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The Example</title><link>${site.origin}/</link>
${paths.map((path) => `<item><title>x</title><link>${site.origin}${path}</link><pubDate>Fri, 13 Nov 2015 10:00:00 GMT</pubDate></item>`).join('')}</channel></rss>`;
const putFeed = (etag: string, ...paths: string[]) =>
  site.put('/feed', { type: 'application/rss+xml', etag, body: rss(...paths) });
const putStory = (path: string, headline: string) =>
  site.put(path, {
    body: newsPage(
      headline,
      TALKS.map((words) => `${words} (${headline})`),
    ),
  });
const files = () =>
  readdirSync(articlesDir, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.md'));

describe('a feed that is followed', { timeout: 90_000 }, () => {
  it('brings its articles into the archive, once, dated, and is asked only for what is new', async () => {
    putStory('/a', 'Talks in Geneva');
    putFeed('"1"', '/a');
    expect(await feeds.add({ url: `${site.origin}/feed`, minutes: 60 })).toEqual({ title: 'The Example', items: 1 });
    expect(readFileSync(join(dataDir, 'feeds.yaml'), 'utf8')).toContain(`${site.origin}/feed`);

    const first = await feeds.check('all');
    expect(first).toMatchObject({ kept: [expect.stringMatching(/^2015\/.*talks-in-geneva\.md$/)], failed: [] });
    const [card] = await keeper.archive.articles();
    expect(card).toMatchObject({
      headline: 'Talks in Geneva',
      published: { date: '2015-11-13' },
      url: `${site.origin}/a`,
    });

    expect((await feeds.check('all')).kept).toEqual([]);
    expect(site.asked.at(-1)).toMatchObject({ path: '/feed', headers: { 'if-none-match': '"1"' } });

    putStory('/b', 'A second round');
    putFeed('"2"', '/b', '/a');
    expect((await feeds.check('all')).kept).toHaveLength(1);
    expect(site.asked.filter(({ path }) => path === '/a')).toHaveLength(1);
    expect(files()).toHaveLength(2);
  });

  it('is left alone until its time has come', async () => {
    putFeed('"1"');
    await feeds.add({ url: `${site.origin}/feed`, minutes: 60 });
    await feeds.check('due');
    const before = site.asked.length;
    await feeds.check('due');
    expect(site.asked).toHaveLength(before);
    const [{ state }] = feeds.list() as [ReturnType<Feeds['list']>[number]];
    expect(state.nextAt - Date.now()).toBeGreaterThan(50 * 60_000);
    expect(state.nextAt - Date.now()).toBeLessThan(70 * 60_000);
  });

  it('tells of its failure once, is asked ever more seldom, and tells again after it has worked', async () => {
    putFeed('"1"');
    await feeds.add({ url: `${site.origin}/feed`, minutes: 60 });
    site.put('/feed', { status: 500, body: '' });
    const waits: number[] = [];
    for (let n = 0; n < 3; n++) {
      expect((await feeds.check('all')).failed).toHaveLength(1);
      waits.push((feeds.list()[0]?.state.nextAt ?? 0) - Date.now());
    }
    expect(told).toHaveLength(1);
    expect(told[0]?.[0]).toContain('in trouble (500)');
    expect((waits[1] ?? 0) > 1.5 * (waits[0] ?? 0) && (waits[2] ?? 0) > 1.5 * (waits[1] ?? 0)).toBe(true);
    putFeed('"2"');
    await feeds.check('all');
    expect(feeds.list()[0]?.state).toMatchObject({ failures: 0, problem: null });
    site.put('/feed', { status: 500, body: '' });
    await feeds.check('all');
    expect(told).toHaveLength(2);
  });

  it('fetches no page that robots.txt shuts, and says so once', async () => {
    site.put('/robots.txt', { type: 'text/plain', body: 'User-agent: *\nDisallow: /private/' });
    putStory('/private/a', 'Secret talks');
    putStory('/b', 'Open talks');
    putFeed('"1"', '/private/a', '/b');
    await feeds.add({ url: `${site.origin}/feed`, minutes: 60 });
    expect((await feeds.check('all')).kept).toHaveLength(1);
    expect(site.asked.map(({ path }) => path)).not.toContain('/private/a');
    expect(told.flat().join()).toContain('robots.txt');
    putFeed('"2"', '/private/a', '/b');
    await feeds.check('all');
    expect(told).toHaveLength(1);
  });

  it('tries a page in trouble three times, and then gives it up with a word', async () => {
    site.put('/a', { status: 503, body: '' });
    for (let n = 1; n <= 4; n++) {
      putFeed(`"${n}"`, '/a');
      if (n === 1) await feeds.add({ url: `${site.origin}/feed`, minutes: 60 });
      await feeds.check('all');
    }
    expect(site.asked.filter(({ path }) => path === '/a')).toHaveLength(3);
    expect(told).toHaveLength(1);
    expect(told[0]?.join()).toContain('/a: The site is in trouble (503)');
  });

  it('does not bring back what an admin took down, whatever it has forgotten; somebody may by hand', async () => {
    putStory('/a', 'Talks in Geneva');
    putFeed('"1"', '/a');
    await feeds.add({ url: `${site.origin}/feed`, minutes: 60 });
    const [file = ''] = (await feeds.check('all')).kept;
    expect(readFileSync(join(dataDir, 'feeds-seen.json'), 'utf8')).not.toContain(`${site.origin}/a`);
    intake.takeDown(`${site.origin}/a`);
    rmSync(join(articlesDir, file));
    rmSync(join(dataDir, 'feeds-seen.json'));
    expect((await feeds.check('all')).kept).toEqual([]);
    expect(site.asked.filter(({ path }) => path === '/a')).toHaveLength(1);
    await intake.keep(await intake.draftOfUrl(`${site.origin}/a`));
    expect(files()).toHaveLength(1);
    expect(intake.wasTakenDown(`${site.origin}/a`)).toBe(false);
  });

  it('leaves a site alone for as long as it asks, its feed as well as its pages', async () => {
    putStory('/b', 'Second talks');
    site.put('/a', { status: 429, retryAfter: '7200', body: '' });
    putFeed('"1"', '/a', '/b');
    await feeds.add({ url: `${site.origin}/feed`, minutes: 60 });
    expect((await feeds.check('all')).kept).toEqual([]);
    expect(site.asked.map(({ path }) => path)).not.toContain('/b');
    const next = () => (feeds.list()[0]?.state.nextAt ?? 0) - Date.now();
    expect(next()).toBeGreaterThan(7_100_000);
    putStory('/a', 'First talks');
    expect((await feeds.check('all')).kept).toHaveLength(2);

    site.put('/feed', { status: 503, retryAfter: new Date(Date.now() + 30 * 3_600_000).toUTCString(), body: '' });
    await feeds.check('all');
    expect(next()).toBeGreaterThan(23 * 3_600_000);
    expect(next()).toBeLessThan(25 * 3_600_000);
  });

  it('is refused where it is no feed, or is followed already; and is removed', async () => {
    site.put('/page', { body: '<html><p>Hello' });
    await expect(feeds.add({ url: `${site.origin}/page`, minutes: 60 })).rejects.toThrow('no feed');
    putFeed('"1"');
    await feeds.add({ url: `${site.origin}/feed`, minutes: 60 });
    await expect(feeds.add({ url: `${site.origin}/feed`, minutes: 60 })).rejects.toThrow('already');
    expect(feeds.remove(`${site.origin}/feed`)).toBe(true);
    expect(feeds.remove(`${site.origin}/feed`)).toBe(false);
    expect(feeds.list()).toEqual([]);
  });

  it('stands in a file that people may write in, and their remarks stay', async () => {
    writeFileSync(
      join(dataDir, 'feeds.yaml'),
      `# ours\n- url: https://example.org/feed # the big one\n  minutes: 30\n`,
    );
    putFeed('"1"');
    await feeds.add({ url: `${site.origin}/feed`, minutes: 60 });
    expect(readFileSync(join(dataDir, 'feeds.yaml'), 'utf8')).toMatch(/# ours[\s\S]*# the big one/);
    expect(feeds.list().map(({ feed }) => feed.minutes)).toEqual([30, 60]);
    writeFileSync(join(dataDir, 'feeds.yaml'), '- url: nonsense\n');
    expect(() => feeds.list()).toThrow('feeds.yaml is not as expected');
  });
});

describe('the items of', () => {
  const base = 'https://example.org/feeds/news';
  it.each([
    [
      'RSS',
      '<rss version="2.0"><channel><title>T</title><item><link>/a</link></item><item><guid>https://example.org/b</guid></item><item><title>none</title></item></channel></rss>',
      ['https://example.org/a', 'https://example.org/b'],
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id><link rel="self" href="https://example.org/self"/><link rel="alternate" href="https://example.org/a"/></entry></feed>',
      ['https://example.org/a'],
    ],
    [
      'JSON feed',
      '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://example.org/a"},{"id":"2","url":"javascript:alert(1)"}]}',
      ['https://example.org/a'],
    ],
    [
      'RDF',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>T</title></channel><item rdf:about="https://example.org/a"><link>https://example.org/a</link></item></rdf:RDF>',
      ['https://example.org/a'],
    ],
  ])('%s are read', (_, content, urls) => {
    expect(readFeed(content, base)).toMatchObject({ title: 'T', items: urls.map((url) => ({ url })) });
  });
});
