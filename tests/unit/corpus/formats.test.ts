import { describe, expect, it } from 'vitest';
import { articlesOf } from '../../../src/corpus/articles.ts';
import { splitFrontMatter } from '../../../src/corpus/frontmatter.ts';
import { readOutlets } from '../../../src/corpus/outlets.ts';
import { readJsonLines } from '../../../src/corpus/records.ts';
import { cpuMs } from '../../support/cpu.ts';

const outlets = readOutlets('data/outlets');
const read = (path: string, content: string | Uint8Array) =>
  articlesOf({ path, bytes: typeof content === 'string' ? Buffer.from(content) : content }, outlets);
const reasonFor = (path: string, content: string | Uint8Array) => {
  const { articles, unread } = read(path, content);
  expect(articles).toEqual([]);
  return unread.map(({ reason }) => reason).join('; ');
};

const BODY = 'The ferry sailed on Thursday.\n\nIt carried two hundred people across the bay.';

describe('a saved page', () => {
  const page = `<!doctype html><html lang="en-GB"><head><title>Ferry sails | Coast Herald</title>
<link rel="canonical" href="https://coastherald.example/ferry">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"Ferry sails again",
"datePublished":"2018-05-03T14:05:00+03:00","publisher":{"@type":"Organization","name":"The Coast Herald"}}]}</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Ferry sails again</h1>
<p>The ferry between Kisanda and the&nbsp;northern islands sailed again on Thursday, two years after a storm broke its pier.</p>
<p>Harbour master Peter Njoroge said the first crossing carried 212 people. “We waited a long time for this morning,” he said.</p>
<p>See also</p><p><a href="/x">Storm season begins early along the coast</a></p>
<figure><img src="x.jpg"><figcaption>The ferry on its way.</figcaption></figure>
<p>The transport ministry paid for the new pier, which cost more than the old one did.</p></article>
<aside><h3>Related stories</h3><a href="/y">Minister resigns</a></aside><script>alert(1)</script></body></html>`;

  it('gives its article, and what it says of itself', () => {
    const [article] = read('ferry.html', page).articles;
    expect(article).toMatchObject({
      id: 'ferry',
      headline: 'Ferry sails again',
      url: 'https://coastherald.example/ferry',
      published: { date: '2018-05-03', known: 'metadata' },
      outlet: { name: 'The Coast Herald', kind: 'unreviewed' },
      language: 'en-GB',
    });
    expect(article?.body.split('\n\n')).toEqual([
      'The ferry between Kisanda and the\u00a0northern islands sailed again on Thursday, two years after a storm broke its pier.',
      'Harbour master Peter Njoroge said the first crossing carried 212 people. “We waited a long time for this morning,” he said.',
      'The transport ministry paid for the new pier, which cost more than the old one did.',
    ]);
  });

  it('without an article is named', () => {
    expect(reasonFor('empty.html', '<html><body><nav>Home</nav></body></html>')).toMatch(/no article/);
  });

  it('in the encoding it names is read with its curly marks', () => {
    const quoted = '\x93We waited a long time for this morning,\x94 the harbour\x92s master said on the pier at noon.';
    const html = `<meta charset="iso-8859-1"><article><p>${quoted}</p><p>${quoted}</p></article>`;
    expect(read('old.html', Buffer.from(html, 'latin1')).articles[0]?.body).toContain(
      '“We waited a long time for this morning,” the harbour’s',
    );
  });

  it('far larger than an article is refused before it is parsed', async () => {
    const paragraphs = '<p>The ferry sailed on Thursday.</p>';
    const page = Buffer.alloc(50 * 2 ** 20, paragraphs);
    const refusing = await cpuMs(() => expect(reasonFor('big.html', page)).toMatch(/larger/));
    // To read the whole would take two hundred times as long as this.
    expect(refusing).toBeLessThan(await cpuMs(() => read('small.html', Buffer.alloc(2 ** 18, paragraphs))));
  });

  it('nested beyond reason does no harm', () => {
    expect(reasonFor('deep.html', `${'<div>'.repeat(60_000)}<p>x</p>`)).toMatch(/too deep/);
    expect(reasonFor('mixed.html', `${'<q><s>'.repeat(60_000)}<p>x</p>`)).toMatch(/too deep/);
    const nest = `${'<div>'.repeat(390)}<p>x</p>${'</div>'.repeat(390)}`;
    expect(reasonFor('many.html', nest.repeat(100))).toMatch(/too deep/);
  });
});

describe('records', () => {
  it('are read a line each, and a bad line is named', () => {
    const lines = [
      JSON.stringify({
        id: 7,
        headline: 'Ferry',
        outlet: 'Reuters',
        published: '2018-05-03',
        url: 'https://a.example/',
        text: BODY,
      }),
      '{"id": "broken"',
      JSON.stringify({ id: 'b', text: '' }),
      JSON.stringify({ id: 7, text: BODY }),
      '',
      JSON.stringify({ text: BODY }),
    ].join('\n');
    const { articles, unread } = read('set/all.jsonl', lines);
    expect(articles.map(({ id }) => id)).toEqual(['set/all#7', 'set/all#6']);
    expect(articles[0]).toMatchObject({
      headline: 'Ferry',
      outlet: { kind: 'agency' },
      published: { date: '2018-05-03' },
      body: BODY,
    });
    expect(unread.map(({ file }) => file)).toEqual([
      'set/all.jsonl, line 2',
      'set/all.jsonl, line 3',
      'set/all.jsonl, line 4',
    ]);
  });

  it.each([
    [
      'trafilatura',
      {
        title: 'Ferry',
        author: 'Jane Roe; Tom Low',
        hostname: 'a.example',
        date: '2018-05-03',
        source: 'https://a.example/x',
        'source-hostname': 'Harbour Post',
        raw_text: 'no',
        text: BODY,
      },
    ],
    [
      'newspaper4k',
      {
        title: 'Ferry',
        authors: ['Jane Roe', 'Tom Low'],
        publish_date: '2018-05-03T08:00:00',
        url: 'https://a.example/x',
        source_url: 'https://a.example',
        publisher: 'Harbour Post',
        text: BODY,
      },
    ],
    [
      'news-please',
      {
        title: 'Ferry',
        authors: ['Jane Roe', 'Tom Low'],
        date_publish: '2018-05-03 08:00:00',
        url: 'https://a.example/x',
        maintext: BODY,
        publication: 'Harbour Post',
      },
    ],
    [
      'a news API',
      {
        title: 'Ferry',
        author: 'Jane Roe and Tom Low',
        publishedAt: '2018-05-03T08:00:00Z',
        link: 'https://a.example/x',
        source: { id: null, name: 'Harbour Post' },
        content: BODY,
      },
    ],
  ])('are read as %s writes them', (_, record) => {
    expect(read('a.jsonl', JSON.stringify(record)).articles[0]).toMatchObject({
      headline: 'Ferry',
      authors: ['Jane Roe', 'Tom Low'],
      published: { date: '2018-05-03' },
      url: 'https://a.example/x',
      outlet: { name: 'Harbour Post' },
      body: BODY,
    });
  });

  it('name the fields that mean nothing here', () => {
    const [record] = readJsonLines(JSON.stringify({ text: BODY, sentiment: 0.4, Publish_Date: '2018-05-03' })).records;
    expect(record?.unknown).toEqual(['sentiment']);
    expect(splitFrontMatter(`---\ntags: [a, b]\ndate: 2018-05-03\n---\n${BODY}`).unknown).toEqual(['tags']);
  });

  it('keep their hash while other lines change', () => {
    const one = JSON.stringify({ id: 1, text: BODY });
    const hashes = (content: string) => read('a.jsonl', content).articles.map(({ hash }) => hash);
    expect(hashes(`${one}\n${JSON.stringify({ id: 2, text: BODY })}`)[0]).toBe(hashes(one)[0]);
  });

  it('are read from a .json file, one or a list', () => {
    expect(read('one.json', JSON.stringify({ id: 'x', text: BODY })).articles[0]?.id).toBe('one');
    expect(read('two.json', JSON.stringify([{ id: 'x', text: BODY }])).articles[0]?.id).toBe('two#x');
    expect(reasonFor('no.json', '{')).toMatch(/not valid JSON/);
    expect(reasonFor('none.json', '[]')).toMatch(/no article/);
  });
});

describe('a text file', () => {
  it('is stored verbatim, whatever stands in it', () => {
    const text = 'He\u0007 said “it’s\u00a0fine” — and\u200d left.\n\n<b>@everyone</b> was there, **too**.';
    expect(read('a.md', text).articles[0]?.body).toBe(text);
    expect(read('a.md', `\ufeff${text}`).articles[0]?.body).toBe(text);
  });

  it('has the words whole that were broken at the ends of its lines', () => {
    const text =
      'The ferry to King-\nston sailed, har\u00adbour master Njo-\nroge said.\n\nIt was full to the last place.';
    expect(read('a.txt', text).articles[0]?.body).toBe(
      'The ferry to Kingston sailed, harbour master Njoroge said.\n\nIt was full to the last place.',
    );
  });

  it.each([
    ['title: Ferry: it sails', 'Ferry: it sails'],
    ['headline: "The ferry," he said, "sails"', '"The ferry," he said, "sails"'],
    ['headline: Ferry: it sails: at last #2', 'Ferry: it sails: at last #2'],
    ["headline: 'Ferry' sails", "'Ferry' sails"],
    ['headline: @ferry sails', '@ferry sails'],
    ['headline: "Ferry: it sails"', 'Ferry: it sails'],
  ])('may have its headline written by hand: %s', (line, headline) => {
    expect(read('a.md', `---\n${line}\npublished: 2018-05-03\n---\n${BODY}`).articles[0]).toMatchObject({
      headline,
      published: { date: '2018-05-03' },
    });
  });

  it.each([
    ['date: 2018-05-03\nsource: Harbour Post\nlink: https://a.example/x\nauthor: Jane Roe'],
    ['publish_date: May 3, 2018\nsitename: Harbour Post\nsource: https://a.example/x\nauthors: [Jane Roe]'],
    [
      'pubDate: Thu, 03 May 2018 08:00:00 GMT\nsite_name: Harbour Post\npermalink: https://a.example/x\nbyline: By Jane Roe',
    ],
  ])('may call its fields otherwise: %s', (fields) => {
    expect(read('a.md', `---\n${fields}\n---\n${BODY}`).articles[0]).toMatchObject({
      url: 'https://a.example/x',
      outlet: { name: 'Harbour Post' },
      authors: ['Jane Roe'],
      published: { date: '2018-05-03' },
    });
  });

  it('names its authors in a byline', () => {
    const text = `Ferry sails again to the islands\n\nBy Jane Roe and Tom Low, Staff Writers\n\n${BODY}`;
    expect(read('a.txt', text).articles[0]?.authors).toEqual(['Jane Roe', 'Tom Low']);
  });

  it.each([
    ['empty', '', /empty/],
    ['blank', ' \n\t\n', /empty/],
    ['in UTF-16 of nothing', Buffer.from('\ufeff  ', 'utf16le'), /no text/],
    ['in another encoding', Buffer.from('Le pr\u00e9sident est arriv\u00e9.', 'latin1'), /UTF-8/],
    ['full of NUL', Buffer.alloc(1000), /NUL/],
    ['with front matter only', '---\noutlet: X\n---\n', /no text/],
    ['with front matter never closed', `---\noutlet: X\n\n${BODY}`, /never closed/],
    ['with front matter that is no YAML', `---\noutlet: [X\n---\n${BODY}`, /YAML/],
    ['with front matter that says a thing twice', `---\noutlet: X\noutlet: Y\n---\n${BODY}`, /YAML/],
    ['with front matter that is a list', `---\n- X\n---\n${BODY}`, /name: value/],
    ['with a date that is none', `---\npublished: last week\n---\n${BODY}`, /last week/],
    ['with an address that is none', `---\nurl: "javascript:alert(1)"\n---\n${BODY}`, /url/],
    ['that is furniture only', 'Home\nSign in\nShare on Facebook\nMost Read', /no article text/],
  ])('%s is named with its reason', (_, content, reason) => {
    expect(reasonFor('a.txt', content)).toMatch(reason);
  });

  it('with a bomb of aliases in its front matter is refused at once', () => {
    const lists = Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}, *a${n}]`);
    // Written out, it would be four to the thirtieth words: no test would see the end of that.
    expect(reasonFor('bomb.md', `---\na0: &a0 [x]\n${lists.join('\n')}\n---\n${BODY}`)).toMatch(/alias/i);
  });

  it.each(['a ', 'A, ', '"', '. ', '(', ' / x', '… ', 'A'])(
    'of one line without end is read in time that grows as its length does: %j',
    async (shape) => {
      const readAll = (length: number) => cpuMs(() => read('long.txt', shape.repeat(length)));
      await readAll(1000);
      // Eight times as long: by the square it would take sixty-four times as long.
      const short = await readAll(25_000);
      expect(await readAll(200_000)).toBeLessThan(24 * Math.max(short, 1));
    },
  );
});
