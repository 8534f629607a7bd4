import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/corpus/article.ts';
import { articlesOf } from '../../../src/corpus/articles.ts';
import { loadOutlets } from '../../../src/corpus/outlets.ts';

const listed = (yaml: string) => loadOutlets([{ name: 'made-up.yaml', yaml }]);

const outlets = listed(`
- name: The Coast Herald
  aliases: [Coast Herald]
  domains: [coastherald.example]
  kind: newspaper
  basis: A made-up daily.
- name: Lagoria Today
  aliases: [LT]
  domains: [lt.example]
  kind: state media
  country: Lagoria
  basis: Owned by a made-up state.
`);

const BODY = 'The ferry sailed on Thursday.\n\nIt carried two hundred people across the bay.';

function read(content: string, path = 'a.txt'): Article {
  const { articles, unread } = articlesOf({ path, bytes: Buffer.from(content) }, outlets);
  expect(unread).toEqual([]);
  const [article] = articles;
  if (!article) throw new Error('no article was read');
  return article;
}

const withFrontMatter = (fields: string, text = BODY) => read(`---\n${fields}\n---\n${text}`);
const publishedAt = (url: string) => withFrontMatter(`url: ${url}`).published;

describe('when an article came out', () => {
  it.each([
    ['https://a.example/2016/02/11/ferry-sails/', '2016-02-11'],
    ['https://a.example/world/201511131030028276-ferry/', '2015-11-13'],
    ['https://a.example/news/20140308-ferry.html', '2014-03-08'],
    ['https://a.example/world/2015/nov/13/ferry', '2015-11-13'],
    ['https://a.example/2016-02/11/c_139.htm', '2016-02-11'],
    ['https://a.example/xw/201602/t20160211_110.html', '2016-02-11'],
    ['https://a.example/2016/0211/ferry', '2016-02-11'],
    ['https://a.example/20160211/ferry', '2016-02-11'],
    ['https://a.example/world/2015-november-13/ferry', '2015-11-13'],
    ['https://a.example/2019/11/ferry-191109132550762.html', '2019-11'],
    ['https://a.example/2018/12/10-reasons-to-sail', '2018-12'],
    ['https://a.example/posts/2018-12-05-ferry/', '2018-12-05'],
    ['https://archive.ph/2021.04.05-120000/https://a.example/2015/09/03/ferry', '2015-09-03'],
    ['https://web.archive.org/web/20210119122900/a.example/2015/09/03/ferry', '2015-09-03'],
    ['https://a.example/2015/09/ferry.html', '2015-09'],
    ['https://web.archive.org/web/20210119122900/https://a.example/2015/09/ferry.html', '2015-09'],
  ])('is told by the address %s', (url, date) => {
    expect(publishedAt(url)).toEqual({ date, known: 'address' });
  });

  it.each([
    'https://a.example/detail/644629/ferry',
    'https://a.example/2016/13/45/ferry',
    'https://a.example/1030028276-ferry',
    'https://a.example/article_20051212',
    'https://a.example/story-2017-4-9-ferry',
    'https://a.example/world/resolution-2254-2015-12-18',
    'https://a.example/1911/09/13/ferry',
    'https://a.example/ferry?id=20160211',
    'https://a.example/20161350-ferry',
    'https://a.example/2999/02/11/ferry',
    'https://web.archive.org/web/20210119122900/https://a.example/ferry',
  ])('is not guessed from the address %s', (url) => {
    expect(publishedAt(url)).toBeNull();
  });

  const page = (head: string, body = '', address = 'https://a.example/ferry') =>
    read(
      `<html><head><link rel="canonical" href="${address}">${head}</head><body><article><h1>Ferry sails again</h1>${body}
<p>The ferry sailed on Thursday.</p><p>It carried two hundred people across the bay, and a goat.</p></article></body></html>`,
      'a.html',
    ).published;
  const stamped = (stamp: string) => `<meta property="article:published_time" content="${stamp}">`;

  it.each([
    '2016-02-11T23:30:00-05:00',
    '20160211T233000-0500',
    'Thu, 11 Feb 16 23:30:00 -0500',
    'Thu Feb 11 23:30:00 -0500 2016',
    '2016-02-11 23:30:00.000000 -05:00',
  ])('keeps the day and the zone of %s', (stamp) => {
    expect(page(stamped(stamp))).toEqual({ date: '2016-02-11', known: 'metadata', time: '23:30:00-05:00' });
  });

  it.each([
    ['3rd of February 2016', '2016-02-03'],
    ['February the 3rd, 2016', '2016-02-03'],
    ['03-Feb-2016', '2016-02-03'],
    ['2016-Feb-03', '2016-02-03'],
    ['3 de febrero de 2016', '2016-02-03'],
    ['3. März 2016', '2016-03-03'],
    ['1er février 2016', '2016-02-01'],
    ['3 февраля 2016 г., 21:30', '2016-02-03'],
    ['٣ فبراير ٢٠١٦', '2016-02-03'],
    ['2016年2月3日', '2016-02-03'],
    ['1454457600', '2016-02-03'],
    ['1454457600000', '2016-02-03'],
    ['20160203', '2016-02-03'],
  ])('is read of %s', (words, date) => {
    expect(page(`<meta name="date" content="${words}">`)?.date).toBe(date);
  });

  it.each(['0001-01-01T00:00:00Z', '1970-01-01', '03/04/2016', '{{date}}', '2999-01-01'])(
    'is not %s, where something else can be read',
    (nonsense) => {
      const linked = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry sails again","datePublished":"${nonsense}"}</script>`;
      expect(page(linked + stamped('2016-02-11'))?.date).toBe('2016-02-11');
      expect(page(linked)).toBeNull();
    },
  );

  it.each([
    'parsely-pub-date',
    'DC.date.issued',
    'dcterms.created',
    'Sailthru.Date',
    'citation_publication_date',
    'article.published',
    'PublishDate',
    'og:article:published_time',
  ])('is told by %s, however written, and not by when it was modified', (name) => {
    const modified =
      '<meta property="article:modified_time" content="2017-01-01"><meta name="last-modified" content="2017-01-02">';
    expect(page(`${modified}<meta name="${name}" content="2016-02-11T08:00:00Z">`)?.date).toBe('2016-02-11');
    expect(page(modified)).toBeNull();
  });

  it('is the day of its own readers, where its address or its headline shows that', () => {
    const late = stamped('2016-02-12T03:30:00Z');
    expect(page(late, '<time datetime="2016-02-11">11 February</time>')?.date).toBe('2016-02-11');
    expect(page(late, '', 'https://a.example/2016/02/11/ferry')?.date).toBe('2016-02-11');
    expect(page(stamped('2016-02-12T15:30:00Z'), '<time datetime="2016-02-11">11 February</time>')?.date).toBe(
      '2016-02-12',
    );
    const local = '<meta name="parsely-pub-date" content="2016-02-11T22:30:00-05:00">';
    expect(page(late + local)).toEqual({ date: '2016-02-11', known: 'metadata', time: '22:30:00-05:00' });
  });

  it('is what most of what tells it agrees on', () => {
    const shown = '<time datetime="2016-02-11">11 February 2016</time>';
    expect(page(stamped('2016-02-11'), shown, 'https://a.example/2014/01/05/ferry')?.date).toBe('2016-02-11');
    expect(page(stamped('2014-01-05'), shown, 'https://a.example/2016/02/11/ferry')?.date).toBe('2016-02-11');
    expect(page(stamped('2016-02-11'), '', 'https://a.example/world/20140105-ferry')?.date).toBe('2016-02-11');
  });

  it('is the date by the headline, not the clock of the page, nor that of another story', () => {
    const text = `<p>${BODY.replace('\n\n', '</p><p>')} It was full.</p>`;
    const html = `<html><body><header><time datetime="2020-01-05">Sunday</time></header><main><article><h1>Ferry sails again</h1>
<aside><time datetime="2011-01-01">1 January 2011</time></aside><p>Updated <time datetime="2016-02-12">12 February 2016</time></p>
<time>11 February 2016</time>${text}</article></main></body></html>`;
    expect(read(html, 'a.html').published).toEqual({ date: '2016-02-11', known: 'page' });
  });

  it('is told by the keeper of the archive before all else', () => {
    expect(withFrontMatter('published: 2016-02-12\nurl: https://a.example/2016/02/11/x').published).toEqual({
      date: '2016-02-12',
      known: 'curated',
    });
  });

  it.each([
    ['2016-02', '2016-02'],
    ['2016', '2016'],
    ['"11 February 2016"', '2016-02-11'],
    ['February 2016', '2016-02'],
    ['2016-02-11T23:30:00+05:00', '2016-02-11'],
  ])('may be written as %s', (written, date) => {
    expect(withFrontMatter(`published: ${written}`).published?.date).toBe(date);
  });

  it('is told by the page stamp, the earlier where a republisher added his own', () => {
    const page = `Ferry sails again to the islands\n\n• Sun, 02 Sep 2018 07:50\nSat, 2018-09-01 16:07\n\n${BODY}`;
    expect(read(page).published).toEqual({ date: '2018-09-01', known: 'page' });
  });

  it('takes the day from the page where the address tells only its month', () => {
    const page = `Sunday, September 27, 2015\n\nFerry sails again to the islands\n\n${BODY}`;
    expect(withFrontMatter('url: https://a.example/2015/09/x.html', page).published?.date).toBe('2015-09-27');
    expect(withFrontMatter('url: https://a.example/2015/10/x.html', page).published?.date).toBe('2015-10');
  });

  it('is told by a dateline with a year', () => {
    expect(read(`PORT ELIN, Feb. 11, 2016 (LT) — The ferry sailed.\n\n${BODY}`).published).toEqual({
      date: '2016-02-11',
      known: 'dateline',
    });
  });

  it('is not the clock that stood above the page when it was visited', () => {
    expect(read(`12:29 GMT 19 January 2021\nListen Live\n\n${BODY}`).published).toBeNull();
  });

  it('is unknown where nothing tells it, and where what tells it lies ahead of us', () => {
    expect(read(BODY).published).toBeNull();
    expect(withFrontMatter('published: 2999-01-01').published).toBeNull();
    expect(read(`Ferry sails again to the islands\n\n03/04/2015\n\n${BODY}`).published).toBeNull();
  });
});

describe('who published an article', () => {
  it('is known by its domain and what stands below it, not by a likeness', () => {
    const outletAt = (url: string) => withFrontMatter(`url: ${url}`).outlet;
    expect(outletAt('https://www.lt.example/x')).toMatchObject({ name: 'Lagoria Today', country: 'Lagoria' });
    expect(outletAt('https://arabic.lt.example/x').kind).toBe('state media');
    expect(outletAt('https://start-lt.example/x')).toMatchObject({ name: 'start-lt.example', kind: 'unreviewed' });
    expect(outletAt('https://web.archive.org/web/2021/https://lt.example/x').name).toBe('Lagoria Today');
  });

  it('is known by its name, however written', () => {
    expect(withFrontMatter('outlet: the coast herald').outlet.kind).toBe('newspaper');
  });

  it('is "unreviewed" under the name it goes by where nobody listed it', () => {
    expect(withFrontMatter('outlet: Harbour Post').outlet).toEqual({
      name: 'Harbour Post',
      kind: 'unreviewed',
      country: null,
      basis: null,
    });
    expect(read(BODY).outlet).toMatchObject({ name: 'unknown outlet', kind: 'unreviewed' });
  });

  it('is not whom a page at another address claims to be', () => {
    const page = `<html><head><link rel="canonical" href="https://other.example/x">
      <meta property="og:site_name" content="Lagoria Today"></head>
      <body><article><p>${BODY}</p><p>${BODY}</p></article></body></html>`;
    expect(read(page, 'a.html').outlet).toMatchObject({ name: 'Lagoria Today', kind: 'unreviewed' });
  });

  it('is told by the mark of a listed agency in the dateline, where nothing else tells', () => {
    const text = `PORT ELIN (LT) — The ferry sailed on Thursday.\n\n${BODY}`;
    expect(read(text).outlet.name).toBe('Lagoria Today');
    expect(withFrontMatter('outlet: Harbour Post', text).outlet.name).toBe('Harbour Post');
    expect(read(text.replace('LT', 'XX')).outlet.name).toBe('unknown outlet');
  });
});

describe('the list of outlets', () => {
  it('names what is wrong with it', () => {
    expect(() => listed('- name: A\n  kind: newspapers\n  basis: b')).toThrow(/kind/);
    expect(() => listed('- {name: A, kind: blog, basis: b}\n- {name: the a, kind: blog, basis: b}')).toThrow(/"a"/);
  });
});
