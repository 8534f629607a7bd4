import { describe, expect, it } from 'vitest';
import { readFeed, readFeedPage } from '../../../src/intake/feed-items.ts';

const BASE = 'https://post.example/feeds/all.xml';
const NAMESPACES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"';
const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0" ${NAMESPACES}><channel><title>Post</title><link>https://post.example/</link>${items.map((item) => `<item><title>x</title>${item}</item>`).join('')}</channel></rss>`;
const atom = (entries: string, also = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${also}><title>Post</title>${entries}</feed>`;
const urls = (feed: string) => readFeed(feed, BASE).items.map(({ url }) => url);
const dates = (feed: string) => readFeed(feed, BASE).items.map(({ published }) => published);

describe('the address of an item', () => {
  it.each([
    ['a link', '<link> https://post.example/a\n</link>'],
    ['a relative link', '<link>/a</link>'],
    ['an Atom link', '<atom:link href="https://post.example/a" rel="alternate"/>'],
    ['an Atom link beside one to itself', '<atom:link rel="self" href="/self"/><atom:link href="/a"/>'],
    ['a guid', '<guid>https://post.example/a</guid>'],
    ['a guid where the link says nothing', '<link>N/A</link><guid isPermaLink="true">https://post.example/a</guid>'],
    ['a guid beside an empty link', '<link></link><guid>https://post.example/a</guid>'],
    ['a link, whatever the guid is', '<guid isPermaLink="false">tag:post.example,2021:17</guid><link>/a</link>'],
  ])('is that of %s', (_, item) => {
    expect(urls(rss(item))).toEqual(['https://post.example/a']);
  });

  it.each([
    ['N/A alone', '<link>N/A</link>'],
    ['a guid that is a number', '<guid>17</guid>'],
    [
      'a sound and no page',
      '<enclosure url="https://cdn.example/a.mp3" type="audio/mpeg" length="1"/><guid>ep-17</guid>',
    ],
    ['a picture and no page', '<media:content url="https://cdn.example/a.jpg"/>'],
    ['a script', '<link>javascript:alert(1)</link>'],
  ])('is none where there is %s', (_, item) => {
    expect(urls(rss(item))).toEqual([]);
  });

  it('is the page among the alternates of an Atom entry', () => {
    const links =
      '<link rel="edit" href="/edit"/><link rel="alternate" type="application/json" href="/a.json"/><link rel="alternate" type="text/html" href="/a"/><link rel="enclosure" href="/a.mp3"/>';
    expect(urls(atom(`<entry><id>tag:x</id>${links}</entry>`))).toEqual(['https://post.example/a']);
    expect(urls(atom('<entry><id>https://post.example/a</id></entry>'))).toEqual(['https://post.example/a']);
    expect(urls(atom('<entry><id>urn:uuid:1</id></entry>'))).toEqual([]);
  });

  it('is relative to xml:base, of the feed and of the entry', () => {
    const entry = '<entry xml:base="2021/"><link href="a"/></entry><entry><link href="b"/></entry>';
    expect(urls(atom(entry, 'xml:base="https://cdn.example/blog/"'))).toEqual([
      'https://cdn.example/blog/2021/a',
      'https://cdn.example/blog/b',
    ]);
    expect(urls(atom(entry, 'xml:base="/news/"'))[1]).toBe('https://post.example/news/b');
  });

  it('is the id of a JSON feed’s item, where that is an address', () => {
    const items = [{ id: 'https://post.example/a' }, { id: '17', url: 'https://post.example/b' }, { id: 18 }];
    expect(urls(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items }))).toEqual([
      'https://post.example/a',
      'https://post.example/b',
    ]);
  });
});

it('an item is dated by whatever vocabulary dates it', () => {
  const link = '<link>/a</link>';
  expect(dates(rss(`${link}<dc:date>2021-04-03T08:00:00Z</dc:date>`))).toEqual(['2021-04-03T08:00:00Z']);
  expect(dates(rss(`${link}<atom:updated>2021-04-03</atom:updated>`))).toEqual(['2021-04-03']);
  expect(
    dates(rss(`${link}<atom:updated>2022-01-01</atom:updated><atom:published>2021-04-03</atom:published>`)),
  ).toEqual(['2021-04-03']);
  expect(dates(atom('<entry><link href="/a"/><updated>2021-04-03</updated></entry>'))).toEqual(['2021-04-03']);
  expect(dates(rss(link))).toEqual([null]);
});

describe('a feed', () => {
  it('that is cut off gives its whole items', () => {
    const whole = rss('<link>/a</link>', '<link>/b</link>', '<link>/c</link>');
    expect(urls(whole.slice(0, whole.indexOf('/c')))).toEqual(['https://post.example/a', 'https://post.example/b']);
    const entries = atom('<entry><link href="/a"/></entry><entry><link href="/b"/></entry>');
    expect(urls(entries.slice(0, entries.indexOf('/b')))).toEqual(['https://post.example/a']);
    expect(() => readFeed('<rss version="2.0"><channel><title>', BASE)).toThrow('no feed');
    expect(() => readFeed('<html><body>Not here</body></html>', BASE)).toThrow('no feed');
  });

  it('names an article once, though its address has changed', () => {
    const twice = rss(
      '<guid>a-17</guid><link>/new-title</link>',
      '<guid>a-16</guid><link>/b</link>',
      '<guid>a-17</guid><link>/old-title</link>',
    );
    expect(urls(twice)).toEqual(['https://post.example/new-title', 'https://post.example/b']);
    const ids = readFeed(twice, BASE).items.map(({ id }) => id);
    expect(ids).toEqual(['a-17', 'a-16']);
  });

  it('that gives all its items one guid still has them all', () => {
    const same = ['/a', '/b', '/c', '/d'].map((link) => `<guid>post</guid><link>${link}</link>`);
    expect(urls(rss(...same))).toHaveLength(4);
  });

  it('is read in the encoding that it declares, or that its mark shows', () => {
    const russian = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>'),
      Uint8Array.of(0xcf, 0xee, 0xf0, 0xf2),
      Buffer.from('</title><item><link>https://post.example/a</link></item></channel></rss>'),
    ]);
    expect(readFeedPage({ bytes: russian, charset: 'utf-8', url: BASE }).title).toBe('Порт');
    const marked = Buffer.from(`\ufeff${rss('<link>/é</link>')}`, 'utf16le');
    expect(readFeedPage({ bytes: marked, charset: null, url: BASE }).items[0]?.url).toBe('https://post.example/%C3%A9');
  });
});
