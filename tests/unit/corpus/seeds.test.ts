import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/corpus/article.ts';
import { findBody, textOfLines } from '../../../src/corpus/body.ts';
import { readFolder } from '../../../src/corpus/folder.ts';
import { readOutlets } from '../../../src/corpus/outlets.ts';

interface GoldArticle {
  file: string;
  headline: string;
  headline_in_file: boolean;
  url: string;
  date: string;
  body_start_line: number;
  body_end_line: number;
  body_excluded_lines: number[];
  explainer_lines?: number[];
  quotes: { verbatim?: string; evidence: { verbatim: string } }[];
}

// The gold's shape is the file's own; a test may take it at its word.
const gold = JSON.parse(readFileSync('tests/support/seeds/gold.json', 'utf8')) as { articles: GoldArticle[] };

/** SHA-256 of each scrape as it was handed over. */
const SCRAPES: Record<string, string> = {
  '000_f6438ee1462e9726.txt': '51e8ccd2018535dfe5a19bb1ddb84ead7f137eaa52eb816fd0a7b6057b6f835a',
  '001_2ead5f7e34eb73ae.txt': '636279b0a463b9839d5e477ac1ae519a0350f315ec4cc8ecc8e35cfcb74f1b04',
  '002_c010ba6d17745c5d.txt': '00826bb665fab178d6da7436c22598a6f826d3404727404b8de95384ba10a7d0',
  '003_2176f524643422fd.txt': 'b73d7e1495d50f29d1a76724491314d806c45745093819c7c6f99039fb867af4',
  '004_7dd78aae29f9e1e8.txt': 'fb5267ba557a2cdc662e52a09e04586b8274aa17d78902d5c78a05b00fa77cdf',
};

const belowFrontMatter = (file: string): Buffer => {
  const bytes = readFileSync(`data/articles/${file}`);
  return bytes.subarray(bytes.indexOf('\n---\n', 3) + 5);
};

describe('the five articles the archive begins with', () => {
  let articles: Article[] = [];
  beforeAll(async () => {
    const outlets = readOutlets('data/outlets');
    for await (const outcome of readFolder('data/articles', outlets)) {
      expect(outcome.unread).toEqual([]);
      articles = [...articles, ...outcome.articles];
    }
  });

  it.each(gold.articles)('$file: the scraped text is unchanged to the byte', ({ file }) => {
    expect(createHash('sha256').update(belowFrontMatter(file)).digest('hex')).toBe(SCRAPES[file]);
  });

  it.each(gold.articles)('$file: the body is what a careful reader marked as body', (want) => {
    const text = belowFrontMatter(want.file).toString('utf8');
    const lines = text.split('\n');
    const explainer = want.explainer_lines ?? [];
    const marked = lines
      .map((_, index) => index + 1)
      .filter((line) => line >= want.body_start_line && line <= want.body_end_line)
      .filter((line) => !want.body_excluded_lines.includes(line) && lines[line - 1]?.trim());
    const found = findBody(text);
    expect(found.body).toEqual(marked);
    expect(found.explainer).toEqual(explainer);
    const accounted = [...found.body, ...found.explainer, ...found.dropped.map(({ line }) => line)];
    expect(accounted.toSorted((a, b) => a - b)).toEqual(
      lines.flatMap((line, index) => (line.trim() ? [index + 1] : [])),
    );
    if (want.headline_in_file) expect(found.headline).toBe(want.headline);
    else expect(found.headline).toBeNull();
  });

  it.each(gold.articles)(
    '$file: every marked piece of evidence stands in the stored body, character for character',
    (want) => {
      const article = articles.find(({ file }) => file === want.file);
      for (const { evidence } of want.quotes) expect(article?.body).toContain(evidence.verbatim);
    },
  );

  it.each(gold.articles)('$file: its provenance is the curated one', (want) => {
    const article = articles.find(({ file }) => file === want.file);
    expect(article?.published).toEqual({ date: want.date, known: 'curated' });
    expect(article?.url).toBe(want.url);
    expect(article?.headline).toBe(want.headline);
    expect(article?.outlet.kind).not.toBe('unreviewed');
  });

  it('tells the kinds of the outlets', () => {
    expect(articles.map(({ outlet }) => [outlet.name, outlet.kind, outlet.country])).toEqual([
      ['Sputnik', 'state media', 'Russia'],
      ['Press TV', 'state media', 'Iran'],
      ['Easy Branches', 'aggregator', null],
      ['freenews-en.tk', 'aggregator', null],
      ['bringnews247.blogspot.com', 'blog', null],
    ]);
  });

  it('says that the one in machine translation is one, and keeps its explainer apart', () => {
    const translated = articles.filter(({ translation }) => translation !== null);
    expect(translated.map(({ id, translation }) => [id, translation])).toEqual([
      ['003_2176f524643422fd', 'machine translation from Russian (TASS)'],
    ]);
    expect(translated[0]?.explainer).toMatch(/^“Islamic state” \(ISIS\) – an Islamist/);
    expect(translated[0]?.body).not.toContain('Established on 15 October 2006');
  });

  it('never takes the clock of the visit for the date of an article', () => {
    const text = belowFrontMatter('000_f6438ee1462e9726.txt').toString('utf8');
    expect(text.startsWith('12:29 GMT19 January 2021')).toBe(true);
    expect(textOfLines(text, findBody(text).body)).not.toContain('2021');
  });
});
