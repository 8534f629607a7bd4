import { extname } from 'node:path';
import { getBOMEncoding } from '@exodus/bytes/encoding.js';
import type { Article, ArticleId, Unread } from './article.ts';
import { dateEntered } from './dates.ts';
import { decodeDocument } from './encoding.ts';
import { type Curated, isWebAddress, splitFrontMatter } from './frontmatter.ts';
import { hashOfContent } from './listing.ts';
import { withoutMarkdown } from './markdown.ts';
import type { OutletBook } from './outlets.ts';
import type { Metadata } from './provenance.ts';
import { type ArticleRecord, type ReadRecords, readJson, readJsonLines } from './records.ts';
import { readSavedPage } from './savedpage.ts';
import { articleFrom, type Source } from './source.ts';

/** A file's content and its path within the articles folder, parted by "/". */
export interface ArticleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What became of one file. */
export interface FileArticles {
  readonly articles: readonly Article[];
  readonly unread: readonly Unread[];
}

/** The articles of one file; what cannot be read of it is named with its reason, never thrown. */
export function articlesOf(file: ArticleFile, outlets: OutletBook): FileArticles {
  try {
    switch (extname(file.path).toLowerCase()) {
      case '.md':
      case '.txt':
      case '.html':
      case '.htm': {
        const identity = { id: idOf(file.path), file: file.path, hash: hashOfContent(file.bytes).toString('hex') };
        return { articles: [articleFrom(identity, sourceOf(file.path, file.bytes), outlets)], unread: [] };
      }
      case '.json': {
        const { isList, ...read } = readJson(decode(file.bytes));
        return fromRecords(file, read, isList, outlets);
      }
      case '.jsonl':
        return fromRecords(file, readJsonLines(decode(file.bytes)), true, outlets);
      default:
        throw new Error('it is none of the kinds that are read (.md, .txt, .html, .json, .jsonl)');
    }
  } catch (error) {
    return { articles: [], unread: [{ file: file.path, reason: reasonOf(error) }] };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return `it is not valid JSON: ${error.message}`;
  if (error instanceof RangeError) return 'it is nested too deeply to be read';
  return error instanceof Error ? error.message : String(error);
}

/** A saved page in whatever encoding it says; one that is too large to be read is not even decoded. */
function pageOf(bytes: Uint8Array): string {
  if (bytes.length > LARGEST_PAGE) throw new Error('it is larger than any page with an article (10 MB)');
  const content = decodeDocument(bytes);
  if (content.trim() === '') throw new Error('it is empty');
  return content;
}

const LARGEST_PAGE = 10 * 1024 * 1024;

function decode(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new Error('it is empty');
  if (getBOMEncoding(bytes)?.startsWith('utf-16')) return decodeDocument(bytes);
  if (bytes.includes(0)) throw new Error('it is not text (it contains NUL bytes)');
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('it is not UTF-8 text; save it as UTF-8');
  }
  if (content.trim() === '') throw new Error('it is empty');
  return content;
}

// The one place where a path becomes an article's id.
const idOf = (path: string, part?: string): ArticleId =>
  (path.slice(0, path.length - extname(path).length) + (part === undefined ? '' : `#${part}`)) as ArticleId;

/** What a file of one article (.md, .txt, .html) holds: its text, and what came with it. Throws where it cannot be read. */
export function sourceOf(path: string, bytes: Uint8Array): Source {
  if (/\.html?$/i.test(path)) return { ...readSavedPage(pageOf(bytes)), curated: {} };
  const content = decode(bytes);
  const { curated, siteName, unknown, text } = splitFrontMatter(content);
  if (curated.published && !isDate(curated.published)) {
    throw new Error(
      `"published: ${curated.published}" in its front matter is no date; write 2015-11-13, 2015-11 or 2015`,
    );
  }
  const words = /\.md$/i.test(path) ? withoutMarkdown(text) : text;
  return { text: words, curated, metadata: { outlet: siteName }, language: null, unknown };
}

/** Some date at all, if only one too far ahead: such a one is passed over, not refused. */
const isDate = (value: string): boolean => dateEntered(value, new Date('9999-01-01')) !== null;

/** What a record of a .json or .jsonl file holds. */
export function sourceOfRecord(record: ArticleRecord): Source {
  const metadata: Metadata = {
    url: record.url && isWebAddress(record.url) ? record.url : null,
    outlet: record.outlet ?? record.siteName,
    published: record.published,
    headline: record.headline,
    authors: record.authors,
  };
  const curated: Curated = {
    outlet: record.outlet ?? undefined,
    translation: record.translation ?? undefined,
    archivedUrl: record.archivedUrl && isWebAddress(record.archivedUrl) ? record.archivedUrl : undefined,
  };
  return { text: record.text, curated, metadata, language: record.language, unknown: record.unknown };
}

/** The names of fields that mean nothing here, article by article, of a file that can be read. */
export function unknownFieldsOf({ path, bytes }: ArticleFile): string[] {
  try {
    if (/\.(?:md|txt)$/i.test(path)) return [...splitFrontMatter(decode(bytes)).unknown];
    const read = /\.jsonl$/i.test(path)
      ? readJsonLines(decode(bytes))
      : /\.json$/i.test(path)
        ? readJson(decode(bytes))
        : null;
    return read?.records.flatMap(({ unknown }) => unknown) ?? [];
  } catch {
    return []; // It is named among those that could not be read.
  }
}

function fromRecords(file: ArticleFile, read: ReadRecords, isList: boolean, outlets: OutletBook): FileArticles {
  const articles: Article[] = [];
  const unread: Unread[] = [];
  const where = (line: number) =>
    isList ? `${file.path}, ${/l$/i.test(file.path) ? 'line' : 'entry'} ${line}` : file.path;
  for (const { line, reason } of read.failed) unread.push({ file: where(line), reason });
  const seen = new Set<ArticleId>();
  for (const record of read.records) {
    const id = isList ? idOf(file.path, record.id ?? String(record.line)) : idOf(file.path);
    if (seen.has(id)) {
      unread.push({ file: where(record.line), reason: `the id "${record.id}" stands in this file already` });
      continue;
    }
    seen.add(id);
    try {
      const hash = hashOfContent(record.source).toString('hex');
      articles.push(articleFrom({ id, file: file.path, hash }, sourceOfRecord(record), outlets));
    } catch (error) {
      unread.push({ file: where(record.line), reason: reasonOf(error) });
    }
  }
  if (articles.length + unread.length === 0) unread.push({ file: file.path, reason: 'it lists no article' });
  return { articles, unread };
}
