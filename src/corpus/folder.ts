import type { Article, Unread } from './article.ts';
import { articlesOf, unknownFieldsOf } from './articles.ts';
import { contentHash, contentOf, type ListedFile, listFolder } from './listing.ts';
import type { OutletBook } from './outlets.ts';

/** What became of one file: its articles, and what of it could not be read. */
export interface FileOutcome {
  readonly file: string;
  /** As `contentHash` gives it. */
  readonly hash: Uint8Array;
  readonly articles: readonly Article[];
  readonly unread: readonly Unread[];
}

/** Reads one listed file. */
export async function readListed(folder: string, listed: ListedFile, outlets: OutletBook): Promise<FileOutcome> {
  const { file } = listed;
  const content = await contentOf(folder, listed);
  const hash = contentHash(content);
  if ('reason' in content) return { file, hash, articles: [], unread: [{ file, reason: content.reason }] };
  return { file, hash, ...articlesOf({ path: file, bytes: content.bytes }, outlets) };
}

/** Reads the whole articles folder, a file at a time. */
export async function* readFolder(folder: string, outlets: OutletBook): AsyncGenerator<FileOutcome> {
  for (const listed of await listFolder(folder)) yield await readListed(folder, listed, outlets);
}

/** The fields of front matter and records that mean nothing here: each name, and how many articles have it. */
export async function unknownFieldsIn(folder: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const listed of await listFolder(folder)) {
    const content = await contentOf(folder, listed);
    if ('reason' in content) continue;
    for (const name of unknownFieldsOf({ path: listed.file, bytes: content.bytes }))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
