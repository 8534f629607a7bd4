import { describe, expect, it } from 'vitest';
import { articlesOf } from '../../../src/corpus/articles.ts';
import { loadOutlets } from '../../../src/corpus/outlets.ts';
import { readSavedPage } from '../../../src/corpus/savedpage.ts';
import { readFeed } from '../../../src/intake/feed-items.ts';

// Inputs after the shape of faults that others' readers of pages, feeds and files had reported to them.

const PARAGRAPHS = [
  'The ferry between Kisanda and the northern islands sailed again on Saturday, two years after a storm broke its pier.',
  'Harbour master Peter Njoroge said the first crossing carried 212 people. “We waited a long time for this morning,” he said.',
  'The transport ministry paid for the new pier, which cost more than the old one did, and it is to stay open in winter.',
];
const TEXT = PARAGRAPHS.map((words) => `<p>${words}</p>`).join('\n');
const page = (body: string, head = '') => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const article = (before: string) => page(`<main><h1>Ferry sails again</h1>${before}${TEXT}</main>`);
const read = (file: string, content: string) =>
  articlesOf({ path: file, bytes: Buffer.from(content) }, loadOutlets([])).articles[0];

describe('a page', () => {
  it.each([
    ['2021/', 'ferry-sails', 'https://herald.example/2021/ferry-sails'],
    ['/archive/', '../ferry', 'https://herald.example/ferry'],
    ['https://www.herald.example/a/', 'ferry', 'https://www.herald.example/a/ferry'],
  ])('with <base href="%s"> has its addresses from there', (base, canonical, url) => {
    const head = `<base href="${base}"><link rel="canonical" href="${canonical}">`;
    expect(readSavedPage(page(`<article>${TEXT}</article>`, head), 'https://herald.example/m?id=5').metadata.url).toBe(
      url,
    );
  });

  it.each([
    ['<p class="meta">Veröffentlicht am 03.04.2021 um 08:15 Uhr | Von Jana Roth</p>', '2021-04-03'],
    ['<div class="entry-date">3 avril 2021, par Jeanne Roux</div>', '2021-04-03'],
    ['<span class="posted-on">April 3rd, 2021</span>', '2021-04-03'],
    ['<p class="meta">03/04/2021</p>', null],
  ])('says when it came out in the line under its headline: %s', (line, date) => {
    expect(read('ferry.html', article(line))?.published?.date ?? null).toBe(date);
  });

  it('is not dated by what stands below its text', () => {
    const below = page(`<main><h1>Ferry sails again</h1>${TEXT}<p class="date">1 January 2020</p></main>`);
    expect(read('ferry.html', below)?.published).toBeNull();
  });

  it.each(['style="display:none"', 'hidden', 'aria-hidden="true"'])(
    'whose text waits behind a box is read: %s',
    (how) => {
      const box = '<div class="paywall-overlay"><h2>Subscribe to continue reading</h2><p>One dollar a week.</p></div>';
      const { text } = readSavedPage(page(`${box}<div itemprop="articleBody" ${how}>${TEXT}</div>`));
      expect(text).toContain('212 people');
      expect(text).not.toContain('One dollar');
    },
  );

  it('of which there is but the box is refused by what it asks for', () => {
    const box =
      '<div class="modal"><h2>Subscribe to continue reading</h2><p>You have read all your articles.</p></div>';
    expect(() => readSavedPage(page(box))).toThrow('asks for a login or a subscription');
  });

  it.each([
    '<!-- saved from url=(0040)https://herald.example/2021/04/03/ferry -->',
    '<!--\n Page saved with SingleFile \n url: https://herald.example/2021/04/03/ferry \n saved date: Mon Apr 05 2021\n-->',
  ])('saved by a browser has the address that the browser wrote down: %s', (comment) => {
    const saved = read('ferry.html', page(`<article>${TEXT}</article>`).replace('<html>', `${comment}<html>`));
    expect(saved).toMatchObject({ url: 'https://herald.example/2021/04/03/ferry', published: { date: '2021-04-03' } });
  });
});

it.each(['photo-caption', 'wp-caption-text', 'image__credit credit'])(
  'words under a picture are no article: %s',
  (kind) => {
    const caption = `<div class="${kind}">Crews wave from the deck of the ferry as it leaves the pier.</div>`;
    const { text } = readSavedPage(
      page(`<article>${TEXT}${caption}<p>The bay is calm again, and the crews are out.</p></article>`),
    );
    expect(text).not.toContain('Crews wave');
    expect(text).toContain('The bay is calm');
  },
);

it.each(['<span>RELATED</span>', '<b>Read more</b>', '<strong>See also:</strong> '])(
  'a link under %s is another story',
  (label) => {
    const box = `<div class="box">${label}<a href="/x">Storm breaks the pier at Kisanda, and sinks two boats in the bay</a></div>`;
    expect(readSavedPage(page(`<article>${TEXT}${box}${TEXT}</article>`)).text).not.toContain('Storm breaks');
  },
);

it('linked data whose quotation marks are written as for an attribute are read', () => {
  const data = { '@type': 'NewsArticle', headline: 'Ferry sails & stays', datePublished: '2021-04-03' };
  const written = JSON.stringify(data).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const head = `<script type="application/ld+json">${written}</script>`;
  const { metadata } = readSavedPage(page(`<article>${TEXT}</article>`, head));
  expect(metadata).toMatchObject({ headline: 'Ferry sails & stays', published: '2021-04-03' });
});

it('authors that a note-taker links to are named', () => {
  const text = `---\nauthor:\n  - "[[Jane Roe]]"\n  - "[[Omar Dari]]"\n---\n\n${PARAGRAPHS.join('\n\n')}`;
  expect(read('ferry.md', text)?.authors).toEqual(['Jane Roe', 'Omar Dari']);
});

it('a JSON feed cut off on its way is read up to its last whole item', () => {
  const feed =
    '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","url":"https://herald.example/a"},{"id":"2","url":"https://her';
  expect(readFeed(feed, 'https://herald.example/feed').items).toHaveLength(1);
  expect(() => readFeed('{"error": "not found"', 'https://herald.example/feed')).toThrow('no feed');
});

describe('what a site sends in place of an article', () => {
  it.each([
    '<h1>Oups !</h1><p>La page que vous recherchez n’existe pas ou a été déplacée. Revenez à la page d’accueil.</p>',
    '<h1>Fehler</h1><p>Die Seite, die Sie suchen, gibt es nicht mehr. Nutzen Sie bitte die Suche unserer Zeitung.</p>',
    '<h1>Vaya</h1><p>La página que usted busca ya no está aquí, o su dirección estaba mal escrita desde el principio.</p>',
    '<h1>Bote</h1><p>Mit Werbung weiterlesen. Besuchen Sie uns wie gewohnt mit Tracking, oder schließen Sie ein Abo ab.</p>',
  ])('is told as such in other languages: %s', (body) => {
    expect(() => readSavedPage(page(`<main>${body}</main>`))).toThrow('it is no article');
  });

  it('is not what a short report about such a page is', () => {
    const report = `<article><h1>Town finds its page not found</h1><p>The council’s website showed nothing but a 404 for nine
days, the clerk Anna Keller said. “We had no idea that nobody could read it,” she said on Monday.</p></article>`;
    expect(readSavedPage(page(report)).text).toContain('nothing but a 404');
  });
});

describe('a headline', () => {
  it.each([
    ['Ferry sails again | World | Coast Herald', 'Ferry sails again'],
    ['Ferry sails again | Jane Roe | Coast Herald', 'Ferry sails again'],
    ['Coast Herald | Ferry sails again', 'Ferry sails again'],
    ['Ferry sails – and stays – Coast Herald', 'Ferry sails – and stays'],
  ])('is cut of its site and section: %s', (title, headline) => {
    const head = `<meta property="og:title" content="${title}"><meta property="og:site_name" content="Coast Herald">`;
    expect(readSavedPage(page(`<article>${TEXT}</article>`, head)).metadata.headline).toBe(headline);
  });
});

describe('records', () => {
  it('in a wrapper are read as the list they are', () => {
    const record = {
      title: 'Ferry sails again',
      content: PARAGRAPHS.join(' '),
      source: { id: null, name: 'Bay Post' },
    };
    const wrapped = JSON.stringify({ status: 'ok', totalResults: 1, articles: [record] });
    expect(read('news.json', wrapped)).toMatchObject({ headline: 'Ferry sails again', outlet: { name: 'Bay Post' } });
    const { unread } = articlesOf(
      { path: 'a.json', bytes: Buffer.from('{"articles": [], "tags": ["a"]}') },
      loadOutlets([]),
    );
    expect(unread[0]?.reason).toContain('no "text"');
  });

  it('of a reference manager are read with their dates and names in parts', () => {
    const author = [{ family: 'Roe', given: 'Jane' }, { family: 'Dari' }];
    const issued = { 'date-parts': [[2021, 4, 3]] };
    const csl = {
      title: 'Ferry sails again',
      'container-title': 'Bay Post',
      issued,
      author,
      text: PARAGRAPHS.join('\n\n'),
    };
    expect(read('csl.json', JSON.stringify([csl]))).toMatchObject({
      outlet: { name: 'Bay Post' },
      published: { date: '2021-04-03' },
      authors: ['Jane Roe', 'Dari'],
    });
  });
});

describe('front matter', () => {
  it('in TOML is read as far as its first table', () => {
    const matter =
      '+++\ntitle = "Ferry sails: again"\ndate = 2021-04-03T08:15:00+02:00\nauthors = ["Jane Roe"]\n[extra]\ndate = 1999\n+++';
    expect(read('ferry.md', `${matter}\n\n${PARAGRAPHS.join('\n\n')}`)).toMatchObject({
      headline: 'Ferry sails: again',
      published: { date: '2021-04-03' },
      authors: ['Jane Roe'],
      body: PARAGRAPHS.join('\n\n'),
    });
  });

  it.each([
    ['https://herald.example/ferry', 'https://herald.example/ferry'],
    ['https://herald.example/', null],
  ])('source_url %s is the address of the page, and not that of its site', (address, url) => {
    const text = `---\nsource_url: ${address}\n---\n\n${PARAGRAPHS.join('\n\n')}`;
    expect(read('ferry.md', text)?.url).toBe(url);
  });
});

it('a feed’s title is as people read it, however often it was escaped', () => {
  const feed = (title: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom">${title}<entry><id>https://herald.example/a</id></entry></feed>`;
  const titleOf = (title: string) => readFeed(feed(title), 'https://herald.example/feed').title;
  expect(titleOf('<title type="html">Coast &amp;amp; &lt;b&gt;Bay&lt;/b&gt; Herald</title>')).toBe(
    'Coast & Bay Herald',
  );
  expect(titleOf('<title>Coast &amp; Bay\n Herald</title>')).toBe('Coast & Bay Herald');
});

it.each([
  ['https://www.google.com/url?rct=j&sa=t&url=https://herald.example/a%3Fx%3D1&ct=ga', 'https://herald.example/a?x=1'],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fherald.example%2Fa&h=AT0', 'https://herald.example/a'],
  ['https://herald-example.cdn.ampproject.org/c/s/herald.example/amp/a', 'https://herald.example/amp/a'],
  ['https://www.google.com/amp/s/herald.example/amp/a', 'https://herald.example/amp/a'],
  ['https://herald.example/a?url=https://other.example/b', 'https://herald.example/a?url=https://other.example/b'],
  ['https://herald.example/out?url=javascript:alert(1)', 'https://herald.example/out?url=javascript:alert(1)'],
])('a feed’s link that only sends on is followed to where it leads: %s', (link, url) => {
  const item = `<item><link>${link.replaceAll('&', '&amp;')}</link></item>`;
  const feed = `<rss version="2.0"><channel><title>A</title><link>https://herald.example/</link>${item}</channel></rss>`;
  expect(readFeed(feed, 'https://herald.example/feed').items.map((one) => one.url)).toEqual([url]);
});
