import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { reply } from '../src/app/terminal.ts';
import { openArchive } from '../src/archive/keeper.ts';
import type { Article } from '../src/corpus/article.ts';
import { readFolder } from '../src/corpus/folder.ts';
import { readOutlets } from '../src/corpus/outlets.ts';
import { readFeedPage } from '../src/intake/feed-items.ts';
import type { Fetched } from '../src/intake/fetch-page.ts';
import { importArticles } from '../src/intake/import-articles.ts';
import { readDraft } from '../src/intake/read-draft.ts';
import { sourceOfPage } from '../src/intake/sources.ts';
import { projectFolder } from '../src/project/folder.ts';
import type { Day } from '../src/text/edtf.ts';

/** How a case is put in, and what came out: the doors that people use, one function each. */

/** A reading as `readout read --jsonl` prints it, with the text it was made of. */
export interface ReadingRow {
  readonly text: string;
  readonly quotations: readonly {
    readonly start: number;
    readonly end: number;
    readonly speaker: string | null;
    readonly polarity: string;
  }[];
  readonly meetings: readonly {
    readonly participants: readonly { readonly name: string }[];
    readonly date: { readonly value: string } | null;
    readonly place: string | null;
    readonly status: string;
  }[];
  readonly dates: readonly { readonly start: number; readonly end: number; readonly value: string }[];
}

/** What a feed reader sees. */
export interface FeedRow {
  readonly title: string | null;
  readonly urls: readonly string[];
  readonly published: readonly (string | null)[];
}

const outlets = () => readOutlets(resolve(projectFolder, 'data/outlets'));

/** The readings of some lines of JSON, in their order, by one run of the command line. */
export async function readLines(lines: readonly string[]): Promise<ReadingRow[]> {
  if (lines.length === 0) return [];
  const program = resolve(projectFolder, 'dist/src/app/cli.js');
  const printed = await new Promise<string>((done, failed) => {
    const options = { maxBuffer: 2 ** 28 };
    const child = execFile(process.execPath, [program, 'read', '--jsonl'], options, (error, stdout) =>
      error ? failed(error) : done(stdout),
    );
    child.stdin?.end(`${lines.join('\n')}\n`);
  });
  // Our own program's output, one line for each line of input.
  const rows = printed.trimEnd().split('\n');
  return rows.map((row, index) => ({ ...JSON.parse(row), text: JSON.parse(lines[index] ?? '').text }));
}

/** The plain answer of an archive made of a folder, asked on a day. */
export async function ask(articlesDir: string, question: string, today: Day): Promise<string> {
  return inFolder(async (folder) => {
    const keeper = await openArchive({
      articlesDir,
      dataDir: join(folder, 'var'),
      outletsDir: resolve(projectFolder, 'data/outlets'),
      modelsDir: resolve(projectFolder, 'data'),
    });
    try {
      return await reply(question, keeper.archive, today);
    } finally {
      await keeper.close();
    }
  });
}

/** The article of a fetched page, as it is previewed before it is kept. Throws the reason where there is none. */
export async function articleOfPage(bytes: Uint8Array, url: string, charset: string | null): Promise<Article> {
  const fetched = { contentType: 'text/html', etag: null, lastModified: null, unchanged: false };
  const page: Fetched = { ...fetched, url, charset, bytes };
  const source = await sourceOfPage(page);
  const draft = { source, original: null, fetched: '2026-01-01T00:00:00.000Z', versionOf: null };
  return (await readDraft(draft, outlets())).article;
}

/** The articles of a file in the articles folder; of a kind that only the import takes, as it is imported. */
export async function articlesOfFile(file: string): Promise<Article[]> {
  return inFolder(async (folder) => {
    const [given, imported] = [join(folder, 'given'), join(folder, 'articles')];
    mkdirSync(given);
    mkdirSync(imported);
    cpSync(file, join(given, basename(file)));
    const isIndexed = /\.(?:md|txt|html?|jsonl?)$/i.test(file);
    if (!isIndexed) {
      const places = { articlesDir: imported, dataDir: join(folder, 'var'), outlets: outlets() };
      const report = await importArticles(given, places, () => {}, new AbortController().signal);
      if (report.failed[0]) throw new Error(report.failed[0]);
    }
    const articles: Article[] = [];
    for await (const outcome of readFolder(isIndexed ? given : imported, outlets())) {
      if (outcome.unread[0]) throw new Error(outcome.unread[0].reason);
      articles.push(...outcome.articles);
    }
    return articles;
  });
}

/** What a polled feed lists. */
export function feed(bytes: Uint8Array, url: string, charset: string | null): FeedRow {
  const { title, items } = readFeedPage({ bytes, url, charset });
  return { title, urls: items.map((item) => item.url), published: items.map((item) => item.published) };
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-case-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
