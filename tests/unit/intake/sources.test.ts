import { describe, expect, it, test } from 'vitest';
import { loadOutlets } from '../../../src/corpus/outlets.ts';
import { canonicalUrl } from '../../../src/intake/canonical-url.ts';
import { pathWord, stemFor } from '../../../src/intake/keep.ts';
import { readDraft } from '../../../src/intake/read-draft.ts';
import { sourceOfPage, sourcesOf } from '../../../src/intake/sources.ts';
import { cpuMs } from '../../support/cpu.ts';
import { newsPage, TALKS } from '../../support/site.ts';

/** A PDF of one page with these lines, made by hand. */
function pdfOf(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -14 Td`).join('\n');
  const stream = `BT /F1 11 Tf 50 780 Td\n${shown}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = pdf.length;
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 6\n0000000000 65535 f \n${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return Buffer.from(pdf + end, 'latin1');
}

const only = async (name: string, bytes: Uint8Array) => (await sourcesOf({ name, bytes })).sources[0];

describe('a PDF', () => {
  it('gives its text', async () => {
    const source = await only(
      'a.pdf',
      pdfOf(['Ministers met in Geneva on Friday to talk about the cross-', 'ings that were shut.']),
    );
    expect(source?.text).toContain('Ministers met in Geneva on Friday to talk about the crossings that were shut.');
  });
  it('that is broken, or holds no text, is refused with the reason', async () => {
    await expect(only('a.pdf', Buffer.from('%PDF-1.4 nonsense'))).rejects.toThrow('broken');
    await expect(only('a.pdf', pdfOf([]))).rejects.toThrow('pictures of a text');
  });
});

describe('a page', () => {
  const page = (body: string | Buffer, charset: string | null = null) => ({
    url: 'https://example.org/a',
    contentType: 'text/html',
    charset,
    bytes: Buffer.from(body as string),
    etag: null,
    lastModified: null,
    unchanged: false,
  });
  it('is read in the encoding that its server, or it itself, names', async () => {
    const cyrillic = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1251"></head><body><article><p>'),
      Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
      Buffer.from(`${' lorem ipsum, dolor'.repeat(20)}.</p></article></body></html>`),
    ]);
    expect((await sourceOfPage(page(cyrillic))).text).toContain('Привет');
    expect((await sourceOfPage(page(cyrillic, 'windows-1251'))).text).toContain('Привет');
  });
  it('made to keep us busy is refused at once', async () => {
    const busy = page('<div><div>text, text</div></div>'.repeat(90_000));
    const computed = await cpuMs(() => expect(sourceOfPage(busy)).rejects.toThrow('more elements'));
    expect(computed).toBeLessThan(1000);
  });
  it('goes by the address it says it has, on its own site alone', async () => {
    const told = (canonical: string) => sourceOfPage(page(newsPage('A', TALKS, { canonical })));
    expect((await told('https://www.example.org/proper')).metadata.url).toBe('https://www.example.org/proper');
    expect((await told('https://reuters.com/forged')).metadata.url).toBe('https://example.org/a');
  });
  it('keeps in its file the address on another site that it says it is from', async () => {
    const source = await sourceOfPage(
      page(newsPage('A', TALKS, { canonical: 'https://agency.example/first?utm_source=x' })),
    );
    const { article, content } = readDraft({ source, original: null, fetched: null, versionOf: null }, loadOutlets([]));
    expect(article.url).toBe('https://example.org/a');
    expect(content).toMatch(/^canonical_url: https:\/\/agency\.example\/first$/m);
  });
});

test('an address loses what follows readers around, and a copy in the Internet Archive goes by what it was made of', () => {
  expect(canonicalUrl('https://example.org/a?id=7&utm_source=x&fbclid=y#top', null)).toMatchObject({
    url: 'https://example.org/a?id=7',
    archivedUrl: null,
  });
  const archived = 'https://web.archive.org/web/20210205000000/https://example.org/a';
  expect(canonicalUrl(archived, null)).toMatchObject({ url: 'https://example.org/a', archivedUrl: archived });
});

test('names of files are made of letters, digits and dashes alone, whatever an article is called', () => {
  expect(pathWord('../../etc/passwd\0', 90)).toBe('etc-passwd');
  expect(pathWord('Переговоры в Женеве', 90)).toBe('peregovory-v-zheneve');
  expect(pathWord('…', 90)).toBe('x');
  const unreviewed = { name: '../..', kind: 'unreviewed', country: null, basis: null } as const;
  expect(stemFor({ published: null, outlet: unreviewed, headline: 'CON: a\\b/c', url: null })).toBe(
    'undated/x-con-a-b-c',
  );
});

test.each([
  ['https://archive.ph/2021.04.05-120000/https://example.org/2021/a', null],
  ['https://archive.is/AbCdE', 'https://archive.is/2021.04.05-120000/https://example.org/2021/a'],
  ['https://archive.today/AbCdE', 'https://example.org/2021/a'],
  ['https://web.archive.org/web/20210405120000id_/http:/example.org/2021/a', 'https://example.org/2021/a'],
  ['https://web.archive.org/web/20210405120000/example.org/2021/a', 'https://example.org/2021/a'],
])('a copy at %s keeps both addresses', (found, told) => {
  expect(canonicalUrl(found, told)).toMatchObject({ url: 'https://example.org/2021/a', archivedUrl: found });
});

test('a copy in a cache of pages for phones goes by what it was made of', () => {
  const cached = 'https://herald-example.cdn.ampproject.org/c/s/herald.example/amp/a';
  const canonical = 'https://herald.example/2021/a';
  expect(canonicalUrl(cached, canonical)).toEqual({ url: canonical, archivedUrl: null, claimed: null });
});

test('no page goes by the front page of its site, nor by what stands in another address', () => {
  expect(canonicalUrl('https://example.org/2021/a', 'https://example.org/').url).toBe('https://example.org/2021/a');
  const forged = 'https://example.org/x/https://reuters.com/2021/a';
  expect(canonicalUrl(forged, null)).toMatchObject({ url: forged, archivedUrl: null });
});
