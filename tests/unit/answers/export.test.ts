import { Cite, plugins } from '@citation-js/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import type { Answer } from '../../../src/answers/answer.ts';
import { EXPORT_FORMATS, exportAnswer } from '../../../src/answers/export/export-answer.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { askWords } from '../../../src/remote/ask.ts';
import { type Day, edtf } from '../../../src/text/edtf.ts';
import { slice, span } from '../../../src/text/span.ts';
import { openArchiveOfFive } from '../../support/archive-of-five.ts';
import { answerWith } from '../../support/made-answers.ts';

const TODAY = '2026-11-21' as Day;
let keeper: Keeper;
let answer: Answer;

beforeAll(async () => {
  keeper = await openArchiveOfFive();
  await keeper.reindex(() => {});
  answer = await askWords('/quote', keeper.archive, TODAY);
});

afterAll(() => keeper.close());

const nasty = (headline: string, words = 'We agreed'): Answer => answerWith(words, { headline });

/** Lines and cells of a CSV file, by RFC 4180. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

test.each(EXPORT_FORMATS)('%s says where each quotation stands: words, outlet, address, access date, id', (format) => {
  const { fileName, text } = exportAnswer(answer, format, TODAY);
  expect(fileName).toMatch(/^readout-[\p{L}\p{N}-]+\.(?:csv|json|bib|ris|csl\.json|md)$/u);
  expect(answer.entries.flatMap(({ citations }) => citations).length).toBeGreaterThan(10);
  for (const { citations } of answer.entries) for (const { id } of citations) expect(text).toContain(id);
  for (const { outlet } of answer.sources) expect(text.replaceAll('\\', '')).toContain(outlet);
  expect(text).toMatch(/2026[-/]11[-/]21|21 November 2026|2026,\s+11,\s+21/);
});

test('the offsets in a file cut exactly the words beside them out of the stored text', async () => {
  const { cited } = JSON.parse(exportAnswer(answer, 'json', TODAY).text);
  expect(cited.length).toBeGreaterThan(10);
  for (const { words, start, end, source } of cited) {
    const stored = await keeper.archive.article(source.article);
    expect(stored && slice(stored.article.body, span(start, end))).toBe(words);
  }
});

describe('CSV', () => {
  test('holds the words whatever marks and line breaks are in them', () => {
    const words = 'He said: "no",\nand\r\nleft; "quite" so';
    const [head = [], row = []] = cellsOf(exportAnswer(nasty('A, "B"', words), 'csv', TODAY).text);
    expect(row).toHaveLength(head.length);
    expect(row[head.indexOf('words')]).toBe(words);
    expect(row[head.indexOf('headline')]).toBe('A, "B"');
    expect(row[head.indexOf('accessed')]).toBe('2026-11-21');
  });

  test.each(['=1+1', '+1', '-2+3', '@SUM(A1)', '\t=1', ' =cmd|calc', '\u200b=1', '＝1', '\r=1', '|x'])(
    'a headline %j starts no formula',
    (evil) => {
      const [head = [], row = []] = cellsOf(exportAnswer(nasty(evil, evil), 'csv', TODAY).text);
      for (const name of ['headline', 'words']) expect(row[head.indexOf(name)]).toBe(`'${evil}`);
    },
  );
});

/** What a reader of citation files makes of one. */
const readBack = (text: string, type: string): Record<string, unknown>[] => new Cite(text, { forceType: type }).data;

describe.each([
  ['bibtex', '@biblatex/text'],
  ['ris', '@ris/file'],
  ['csl-json', '@else/json'],
] as const)('%s', (format, type) => {
  test('is read back by another program, each source with title, date and address', () => {
    const { text } = exportAnswer(answer, format, TODAY);
    const items = readBack(text, type);
    expect(items).toHaveLength(answer.sources.length);
    for (const [i, source] of answer.sources.entries()) {
      const item = items[i] ?? {};
      expect(item.title).toBe(source.headline ?? undefined);
      expect(item.URL).toBe(source.url ?? undefined);
      const issued = item.issued as { 'date-parts': number[][] } | undefined;
      const date = source.published?.split('-').map(Number) ?? [];
      // This reader takes the year alone out of RIS; others, Zotero's among them, read the day in DA.
      expect(issued?.['date-parts'][0]?.map(Number)).toEqual(format === 'ris' ? date.slice(0, 1) : date);
      if (format === 'ris') expect(text).toContain(`DA  - ${source.published?.replaceAll('-', '/')}/`);
      expect(JSON.stringify(item)).toContain(source.outlet);
    }
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  test.each([
    'Costs 5 % & $3_000 #1 {braces} ~tilde ^hat \\backslash',
    'TY  - BOOK\r\nER  - \r\nAU  - Evil',
    '"Quoted" and “quoted” by O’Hara',
    'Россия и Ирак: переговоры',
    'يوم الجمعة',
  ])('a headline %j comes back as it was', (headline) => {
    const items = readBack(exportAnswer(nasty(headline), format, TODAY).text, type);
    expect(items).toHaveLength(1);
    expect(items[0]?.title).toBe(format === 'csl-json' ? headline : headline.replace(/\s+/g, ' '));
  });

  test.each(['2015', '2015-11', '201X', '2015/2021-02-05', null])('a source of the date %s is read, too', (date) => {
    const told = answerWith('We agreed', { published: date === null ? null : edtf(date) });
    expect(readBack(exportAnswer(told, format, TODAY).text, type)).toHaveLength(1);
  });
});

test('Markdown shows nothing of an article as markup', () => {
  const { text } = exportAnswer(nasty('# [x](http://evil.example) <b>', '*bold* `code` <script>'), 'markdown', TODAY);
  expect(text).not.toMatch(/(?<!\\)\]\(http:\/\/evil/);
  expect(text).not.toMatch(/(?<!\\)<script/);
  expect(text).not.toMatch(/(?<!\\)`code/);
});

test('an archived copy is named beside the original address, in every form', () => {
  const archivedUrl = 'https://archive.example/2015/a';
  const told = answerWith('We agreed', { archivedUrl });
  for (const format of EXPORT_FORMATS) {
    const { text } = exportAnswer(told, format, TODAY);
    expect(text.replaceAll('\\', '')).toContain(archivedUrl);
    expect(text.replaceAll('\\', '')).toContain('https://news.example/2015/a');
  }
});

// citation-js keeps a list of plugins; that ours are among them is what the tests above rest on.
test('the readers are there', () =>
  expect(plugins.list()).toEqual(expect.arrayContaining(['@bibtex', '@ris', '@csl'])));
