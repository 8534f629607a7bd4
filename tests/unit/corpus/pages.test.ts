import { describe, expect, it } from 'vitest';
import { readSavedPage } from '../../../src/corpus/savedpage.ts';

const FERRY =
  'The ferry to the northern islands sailed again on Thursday, two years after a storm had broken its pier at Kisanda.';
const CROSSING =
  'Harbour master Peter Njoroge said that the first crossing carried 212 people, a goat and the post of eleven weeks.';
const COST =
  'The transport ministry paid for the new pier, which cost more than the old one did, and for the dredging of the bay.';
const TEXT = `<p>${FERRY}</p><p>${CROSSING}</p><p>${COST}</p>`;
const ADDRESS = 'https://www.harbourpost.example/world/ferry-sails';

const page = (
  head: string,
  body = `<main><article><h1>Ferry sails again</h1>${TEXT}</article></main>`,
  address: string | null = ADDRESS,
) =>
  readSavedPage(
    `<!doctype html><html lang="en"><head><title>Ferry sails again</title>${head}</head><body>${body}</body></html>`,
    address,
  );
const told = (...args: Parameters<typeof page>) => page(...args).metadata;
const article = (inside: string) =>
  page('', `<main><article><h1>Ferry sails again</h1>${inside}</article></main>`).text;
const linked = (json: string) => `<script type="application/ld+json">${json}</script>`;
const PLAIN = '"@type":"NewsArticle","headline":"Ferry sails again","datePublished":"2016-02-11"';

describe('linked data', () => {
  it.each([
    ['with a line break in a string', `{${PLAIN.replace('sails again', 'sails\n\tagain')}}`],
    ['with commas before brackets', `{${PLAIN},"keywords":["a","b",],}`],
    ['ended by a semicolon', `{${PLAIN}};`],
    ['in CDATA', `//<![CDATA[\n{${PLAIN}}\n//]]>`],
    ['in a comment', `<!--\n{${PLAIN}}\n-->`],
    ['with comments', `{ /* the article */ ${PLAIN}, // as it is\n "a": 1 }`],
    ['with an escape that is none', `{${PLAIN},"description":"The harbour\\'s ferry"}`],
    ['one after another', `{"@type":"WebSite"}\n{${PLAIN}}`],
    ['in lists of lists', `[[{"@type":"WebSite"}],[{${PLAIN}}]]`],
    ['in a graph', `{"@graph":[{"@type":"WebSite"},{${PLAIN}}]}`],
    ['as what the page is about', `{"@type":"WebPage","mainEntity":{${PLAIN}}}`],
    ['of several types', `{${PLAIN.replace('"NewsArticle"', '["Article","NewsArticle"]')}}`],
  ])('%s are read', (_, json) => {
    expect(told(linked(json))).toMatchObject({ published: '2016-02-11', headline: 'Ferry sails again' });
  });

  it('that are no JSON say nothing, and others are read', () => {
    expect(told(linked('{"@type":') + linked('') + linked(`{${PLAIN}}`)).published).toBe('2016-02-11');
  });

  const other =
    '{"@type":"NewsArticle","headline":"Bridge falls","datePublished":"2010-01-01","url":"https://harbourpost.example/world/bridge"}';
  it('of a related story are not the page’s, whichever comes first', () => {
    const own = `{${PLAIN},"mainEntityOfPage":{"@id":"https://harbourpost.example/world/ferry-sails/?utm_source=x"}}`;
    for (const json of [`[${other},${own}]`, `[${own},${other}]`]) {
      expect(told(linked(json))).toMatchObject({ published: '2016-02-11', headline: 'Ferry sails again' });
    }
    expect(told(linked(other))).toMatchObject({ published: null, headline: 'Ferry sails again' });
    expect(told(linked(`[${other},{${PLAIN}}]`)).published).toBe('2016-02-11');
    expect(
      told(linked(`{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":${other}}]}`)).published,
    ).toBeNull();
  });

  it('name outlet and authors, by reference too', () => {
    const graph = `{"@graph":[{${PLAIN},"publisher":{"@id":"#us"},"author":[{"@id":"#roe"},"Tom Low"]},
      {"@type":"NewsMediaOrganization","@id":"#us","name":"Harbour Post"},{"@type":"Person","@id":"#roe","name":"Jane Roe"}]}`;
    expect(told(linked(graph))).toMatchObject({ outlet: 'Harbour Post', authors: ['Jane Roe', 'Tom Low'] });
  });

  it('give the text where the page shows none of it', () => {
    const json = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Ferry sails again',
      articleBody: `${FERRY}\n\n${CROSSING}\n\n${COST}`,
    });
    const { text } = page(linked(json), '<div id="app"><p>Loading the article…</p></div>');
    expect(text.split('\n').filter(Boolean)).toEqual([FERRY, CROSSING, COST]);
    expect(page(linked(json)).text).not.toContain('Loading');
  });
});

describe('a headline', () => {
  it.each([
    ['Ferry sails again | Harbour Post', ''],
    ['Ferry sails again - World - The Harbour Post', '<meta property="og:site_name" content="The Harbour Post">'],
    ['Harbour Post: Ferry sails again', ''],
    ['Harbourpost » Ferry sails again', ''],
    ['Ferry sails again — Coast Weekly', ''],
  ])('is cut out of %s', (title, head) => {
    const html = `<html><head><title>${title}</title>${head}</head><body><article><h1>Ferry sails again</h1>${TEXT}</article></body></html>`;
    expect(readSavedPage(html, ADDRESS).metadata.headline).toBe('Ferry sails again');
  });

  it('keeps its own dashes and colons', () => {
    const html = `<html><head><title>Ferry: it sails - at last</title></head><body><h1>Harbour Post</h1><article>${TEXT}</article></body></html>`;
    expect(readSavedPage(html, ADDRESS).metadata.headline).toBe('Ferry: it sails - at last');
  });

  it.each([
    ['&lt;b&gt;Ferry&lt;/b&gt; sails&lt;br&gt; again', 'Ferry sails again'],
    ['Njoroge &amp;amp; Low&amp;rsquo;s ferry', 'Njoroge & Low’s ferry'],
    ['Ferry&shy;man sails&#8203;', 'Ferryman sails'],
    ['  Ferry\n   sails again ', 'Ferry sails again'],
  ])('is read of %s', (written, right) => {
    expect(told(`<meta property="og:title" content="${written}">`).headline).toBe(right);
  });
});

describe('the text of a page', () => {
  it.each([
    [
      'an advertisement in a sentence',
      `<p>${FERRY.replace('again', 'again <span class="x">Advertisement</span>')}</p><p>${CROSSING}</p>`,
    ],
    [
      'a headline that is a link',
      `<p>${FERRY}</p><p><a href="/b">Old bridge Advertisement closes after storm</a></p><p>${CROSSING}</p>`,
    ],
    [
      'a labelled link',
      `<p>${FERRY}</p><p><b>Also in the news:</b> <a href="/b">Advertisement closes</a></p><p>${CROSSING}</p>`,
    ],
    [
      'a box to sign up',
      `<p>${FERRY}</p><div><h3>Advertisement of the morning</h3><p>All that matters, each day.</p><form><input type="email"></form></div><p>${CROSSING}</p>`,
    ],
    [
      'a post of somebody’s',
      `<p>${FERRY}</p><blockquote><p>Advertisement!</p>— Ann Low (@low) <a href="https://x.com/low/status/1">May 3</a></blockquote><p>${CROSSING}</p>`,
    ],
    [
      'a note on its author',
      `<p>${FERRY}</p><p>${CROSSING}</p><div class="article-author-bio"><p>Jane Roe has written about Advertisement since 2011.</p></div>`,
    ],
  ])('goes on without %s', (_, inside) => {
    const text = article(`${inside}<p>${COST}</p>`);
    expect(text).not.toContain('Advertisement');
    expect(text.split('\n').filter(Boolean).slice(-3)).toEqual([FERRY, CROSSING, COST]);
  });

  it('keeps a paragraph that is a link and a sentence, a quotation, and what is said of advertisements', () => {
    const said = 'The advertisement for it said that the ferry would sail.';
    const text = article(
      `<p><a href="/x"><b>${FERRY}</b></a></p><blockquote><p>${CROSSING}</p></blockquote><p>${said}</p><p>${COST}</p>`,
    );
    for (const kept of [FERRY, CROSSING, said, COST]) expect(text).toContain(kept);
  });

  it('has no marks of footnotes', () => {
    const text = article(
      `<p>${FERRY.replace('Thursday', 'Thursday<sup><a href="#fn1">1</a></sup>')}</p><p>${CROSSING}<a href="#n2">[2]</a></p><p>${COST} It is 5 m<sup>2</sup>.</p>`,
    );
    expect(text).toContain(FERRY);
    expect(text).toContain(`${CROSSING}\n`);
    expect(text).toContain('m2');
  });

  it('has no soft hyphens, zero-width spaces, nor references that were escaped twice', () => {
    const text = article(
      `<p>Har&shy;bour mas&#8203;ter Peter &amp;ldquo;Nemo&amp;rdquo; Njoroge&amp;#8217;s ferry sailed again on Thursday, he said at noon.</p>${TEXT}`,
    );
    expect(text).toContain('Harbour master Peter “Nemo” Njoroge’s ferry');
  });

  const next = (heading: string) =>
    `<${heading}>Bridge falls</${heading}><p>The old bridge over the Ash fell on Friday, after engineers had found cracks in two of its arches and rust in all of its bolts.</p><p>Nobody was hurt, but the town is cut in two, and its mayor is on the other side of it.</p>`;
  it.each([
    ['beside it', `<article><h1>Ferry sails again</h1>${TEXT}</article><article>${next('h1')}</article>`],
    [
      'of its own address',
      `<main><article><h1>Ferry sails again</h1>${TEXT}</article></main><div><article>${next('h2')}</article></div>`,
    ],
    [
      'with a byline, in no article',
      `<div><h1>Ferry sails again</h1>${TEXT}</div><div><h1>Bridge falls</h1><p class="byline">By Tom Low</p>${next('h2')}</div>`,
    ],
  ])('ends where the next article begins, %s', (_, body) => {
    const { text } = page('', body);
    expect(text).toContain(COST);
    expect(text).not.toContain('bridge over the Ash');
  });
});

describe('a page in place of an article is refused, and named for what it is', () => {
  const refusal = (title: string, body: string) => {
    try {
      return readSavedPage(`<html><head><title>${title}</title></head><body>${body}</body></html>`, ADDRESS).text;
    } catch (error) {
      return String(error);
    }
  };
  it.each([
    [
      'Page not found',
      '<h1>Oops</h1><p>We are sorry, but the page that you asked for is not here any more. Try our search, or begin again at the front page of the site.</p>',
      /no such page/,
    ],
    [
      'Harbour Post',
      '<h1>404</h1><p>Sorry, this article is no longer available. It may have expired, or your link may be old.</p>',
      /no such page/,
    ],
    [
      'Harbour Post',
      '<h2>We value your privacy</h2><p>We and our 812 partners store and access information on your device, such as unique identifiers in cookies, to process personal data.</p>',
      /consent/,
    ],
    [
      'Just a moment...',
      '<p>Checking your browser before accessing harbourpost.example. This process is automatic, and your browser will be sent on shortly.</p>',
      /person/,
    ],
    [
      'Ferry sails again',
      '<p>Subscribe to continue reading. You have read all your free articles of this month, and we hope that you liked them.</p>',
      /subscription/,
    ],
    [
      '503 Service Unavailable',
      '<p>The server is temporarily unable to serve your request because of maintenance downtime. Please try again later.</p>',
      /trouble/,
    ],
  ])('%s', (title, body, reason) => {
    expect(refusal(title, body)).toMatch(reason);
  });

  it('but an article about such pages is one', () => {
    const about =
      '“Page not found” was all that visitors of the ministry’s site saw on Monday, after a minister had it taken down, an official said.';
    expect(
      refusal(
        'Ministry’s pages not found after attack',
        `<article><h1>Ministry’s pages not found after attack</h1><p>${about}</p>${TEXT}${TEXT.repeat(3)}</article>`,
      ),
    ).toContain(about);
    expect(
      refusal(
        'Ferry company asks for consent',
        `<article><p>${FERRY} “We value your privacy as much as our own,” its master said.</p>${TEXT}</article>`,
      ),
    ).toContain('as much as our own');
  });
});

describe('authors', () => {
  it.each([
    ['<meta name="author" content="By Jane Roe and Tom Low">', ['Jane Roe', 'Tom Low']],
    [
      '<meta property="article:author" content="https://facebook.com/x"><meta name="parsely-author" content="Jane Roe">',
      ['Jane Roe'],
    ],
    ['<meta name="DC.Creator" content="Jane Roe; Tom Low">', ['Jane Roe', 'Tom Low']],
    ['<meta name="byl" content="By JANE ROE">', ['JANE ROE']],
    ['<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Harbour Post">', []],
  ])('are read of %s', (head, names) => {
    expect(told(head).authors).toEqual(names);
  });
});

describe('the address of a page', () => {
  it('is not the front page that it names as canonical', () => {
    expect(
      told(
        '<link rel="canonical" href="https://www.harbourpost.example/"><meta property="og:url" content="/world/ferry">',
      ).url,
    ).toBe('https://www.harbourpost.example/world/ferry');
    expect(told('<link rel="canonical" href="/">').url).toBeNull();
  });
});
