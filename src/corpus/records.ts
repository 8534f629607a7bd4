import { authorNames } from './author-names.ts';
import { readFields } from './field-names.ts';

/** One article of a .json or .jsonl file, as its maker wrote it. */
export interface ArticleRecord {
  readonly id: string | null;
  readonly headline: string | null;
  readonly outlet: string | null;
  /** What the site calls itself. */
  readonly siteName: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly archivedUrl: string | null;
  readonly language: string | null;
  readonly translation: string | null;
  readonly text: string;
  readonly authors: readonly string[];
  /** Fields that mean nothing here. */
  readonly unknown: readonly string[];
  /** The record's own JSON, for its hash. */
  readonly source: string;
}

export interface ReadRecords {
  readonly records: readonly (ArticleRecord & { readonly line: number })[];
  readonly failed: readonly { readonly line: number; readonly reason: string }[];
}

/** Reads a .jsonl file, an article a line; a bad line is named and the others are read. */
export function readJsonLines(content: string): ReadRecords {
  const lines = content.split(/\r\n|\n|\r/).map((text, index) => ({ text, line: index + 1 }));
  return readAll(lines.filter(({ text }) => text.trim() !== ''));
}

/** Reads a .json file: one article, or a list of them, in a wrapper too. Throws where it is no JSON. */
export function readJson(content: string): ReadRecords & { readonly isList: boolean } {
  const value = unwrapped(JSON.parse(content));
  const isList = Array.isArray(value);
  const values: unknown[] = isList ? value : [value];
  return { ...readAll(values.map((one, index) => ({ text: JSON.stringify(one), line: index + 1 }))), isList };
}

/** {"status": "ok", "articles": [ … ]}, as interfaces answer: the one list of records in what is no record itself. */
function unwrapped(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (readFields({ ...value }).word('text') !== null) return value;
  const lists = Object.values(value).filter(
    (one) => Array.isArray(one) && one.length > 0 && one.every((each) => typeof each === 'object' && each !== null),
  );
  return lists.length === 1 ? lists[0] : value;
}

function readAll(sources: readonly { readonly text: string; readonly line: number }[]): ReadRecords {
  const records: (ArticleRecord & { line: number })[] = [];
  const failed: { line: number; reason: string }[] = [];
  for (const { text, line } of sources) {
    const record = readRecord(text);
    if (typeof record === 'string') failed.push({ line, reason: record });
    else records.push({ ...record, line });
  }
  return { records, failed };
}

function readRecord(source: string): ArticleRecord | string {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return 'it is not valid JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not an article';
  const fields = readFields({ ...value });
  const [malformed] = fields.malformed;
  if (malformed !== undefined) return `its "${malformed}" is not a text`;
  const text = fields.word('text');
  if (text === null) return 'it has no "text"';
  return {
    id: fields.word('id'),
    headline: fields.word('headline'),
    outlet: fields.word('outlet'),
    siteName: fields.word('siteName'),
    published: fields.word('published'),
    url: fields.word('url') ?? fields.word('siteUrl'),
    archivedUrl: fields.word('archivedUrl'),
    authors: fields.words('authors').flatMap(authorNames),
    language: fields.word('language'),
    translation: fields.word('translation'),
    text: textOf(value) ?? text,
    unknown: fields.unknown,
    source,
  };
}

/** Verbatim, its spaces too. */
function textOf(value: object): string | null {
  const found = ['text', 'body'].map((name) => Object.entries(value).find(([key]) => key === name)?.[1]);
  return found.find((one) => typeof one === 'string' && one.trim() !== '') ?? null;
}
