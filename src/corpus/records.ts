import { z } from 'zod';

/** One article of a .json or .jsonl file, as its maker wrote it. */
export interface ArticleRecord {
  readonly id: string | null;
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly archivedUrl: string | null;
  readonly language: string | null;
  readonly translation: string | null;
  readonly text: string;
  /** The record's own JSON, for its hash. */
  readonly source: string;
}

export interface ReadRecords {
  readonly records: readonly (ArticleRecord & { readonly line: number })[];
  readonly failed: readonly { readonly line: number; readonly reason: string }[];
}

const words = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : String(value).trim() || null));

const Shape = z
  .object({
    id: words,
    headline: words,
    title: words,
    outlet: words,
    published: words,
    date: words,
    url: words,
    archived_url: words,
    language: words,
    translation: words,
    text: z.string().optional(),
    body: z.string().optional(),
  })
  .refine((record) => (record.text ?? record.body ?? '').trim() !== '', 'it has no "text"');

/** Reads a .jsonl file, an article a line; a bad line is named and the others are read. */
export function readJsonLines(content: string): ReadRecords {
  const lines = content.split(/\r\n|\n|\r/).map((text, index) => ({ text, line: index + 1 }));
  return readAll(lines.filter(({ text }) => text.trim() !== ''));
}

/** Reads a .json file: one article, or a list of them. Throws where it is no JSON. */
export function readJson(content: string): ReadRecords & { readonly isList: boolean } {
  const value: unknown = JSON.parse(content);
  const isList = Array.isArray(value);
  const values: unknown[] = isList ? value : [value];
  return { ...readAll(values.map((one, index) => ({ text: JSON.stringify(one), line: index + 1 }))), isList };
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
  const read = Shape.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    const field = issue?.path.join('.');
    return field ? `its "${field}" is not a text` : issue?.code === 'custom' ? issue.message : 'it is not an article';
  }
  const { title, headline, date, published, body, text, archived_url, ...rest } = read.data;
  return {
    ...rest,
    headline: headline ?? title,
    published: published ?? date,
    archivedUrl: archived_url,
    text: text ?? body ?? '',
    source,
  };
}
