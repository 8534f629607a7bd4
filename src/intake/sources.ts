import { extname } from 'node:path';
import { sourceOf, sourceOfRecord } from '../corpus/articles.ts';
import { decodeDocument } from '../corpus/encoding.ts';
import { readJson, readJsonLines } from '../corpus/records.ts';
import { readSavedPage } from '../corpus/savedpage.ts';
import type { Source } from '../corpus/source.ts';
import { canonicalUrl } from './canonical-url.ts';
import type { Fetched } from './fetch-page.ts';
import { readMail } from './read-mail.ts';
import { readPdf } from './read-pdf.ts';

/** A file as somebody hands it over. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file holds: its articles, and what of it could not be read, with the reason. */
export interface FileSources {
  readonly sources: readonly Source[];
  readonly failed: readonly string[];
}

/** Is it of a kind that is taken? */
export const isTaken = (name: string): boolean => /\.(?:txt|md|html?|jsonl?|pdf|eml|mht|mhtml)$/i.test(name);

export const KINDS_TAKEN = '.txt, .md, .html, .json, .jsonl, .pdf, .eml, .mhtml';

/** The articles of a file, by the kind its name tells. Throws, with the reason, where none can be read. */
export async function sourcesOf({ name, bytes }: GivenFile): Promise<FileSources> {
  const one = (source: Source): FileSources => ({ sources: [source], failed: [] });
  switch (extname(name).toLowerCase()) {
    case '.txt':
    case '.md':
      return one(sourceOf(name, bytes));
    case '.html':
    case '.htm':
      return one({ ...readSavedPage(decodeDocument(bytes)), curated: {} });
    case '.pdf':
      return one(await readPdf(bytes));
    case '.eml':
    case '.mht':
    case '.mhtml':
      return one(await readMail(bytes));
    case '.json':
    case '.jsonl': {
      const content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      const { records, failed } = /l$/i.test(name) ? readJsonLines(content) : readJson(content);
      return {
        sources: records.map(sourceOfRecord),
        failed: failed.map(({ line, reason }) => `${name}, article ${line}: ${reason}`),
      };
    }
    default:
      throw new Error(`it is none of the kinds that are taken (${KINDS_TAKEN})`);
  }
}

/** The article of a fetched page, under the address it goes by. Throws where there is none in it. */
export async function sourceOfPage(page: Fetched): Promise<Source> {
  const source = await sourceOfKind(page);
  const { url, archivedUrl, claimed } = canonicalUrl(page.url, source.metadata.url ?? null);
  const curated = archivedUrl === null ? source.curated : { ...source.curated, archivedUrl };
  return { ...source, curated, metadata: { ...source.metadata, url, claimed } };
}

async function sourceOfKind(page: Fetched): Promise<Source> {
  if (page.contentType === 'application/pdf' || startsWith(page.bytes, '%PDF-')) return readPdf(page.bytes);
  const content = decodeDocument(page.bytes, page.charset);
  if (/html/.test(page.contentType) || /^\s*</.test(content))
    return { ...readSavedPage(content, page.url), curated: {} };
  return { text: content, curated: {}, metadata: {}, language: null };
}

const startsWith = (bytes: Uint8Array, sign: string): boolean =>
  Buffer.from(bytes.subarray(0, sign.length)).toString('latin1') === sign;
