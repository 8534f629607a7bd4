import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isSeq, parseDocument, YAMLSeq } from 'yaml';
import { z } from 'zod';
import { FileWrong } from '../project/file-wrong.ts';

/** A feed that is followed, as it stands in feeds.yaml. */
export interface Feed {
  readonly url: string;
  /** How often it is looked at. */
  readonly minutes: number;
  /** Discord's id of who added it, who is notified when it fails. */
  readonly added_by?: string | undefined;
}

const Feeds = z.array(
  z.object({
    url: z.url({ protocol: /^https?$/ }),
    minutes: z.number().min(15).max(10_080).default(60),
    added_by: z
      .string()
      .regex(/^\d{15,22}$/)
      .optional(),
  }),
);

const fileIn = (dataDir: string): string => join(dataDir, 'feeds.yaml');

/** The feeds of feeds.yaml in DATA_DIR, which people may write in too. Throws `FileWrong` where it is malformed. */
export function readFeeds(dataDir: string): Feed[] {
  const read = Feeds.safeParse(opened(dataDir).toJS({ maxAliasCount: 0 }) ?? []);
  if (!read.success) throw new FileWrong(`${fileIn(dataDir)} is not as expected:\n${z.prettifyError(read.error)}`);
  return read.data;
}

/** Adds a feed to the file; what people wrote beside it stays. */
export function writeFeed(dataDir: string, feed: Feed): void {
  const document = opened(dataDir);
  if (!isSeq(document.contents)) document.contents = new YAMLSeq() as never; // An empty file becomes a list.
  document.add(document.createNode(feed));
  write(dataDir, document);
}

/** Takes a feed out of the file; false where it did not stand there. */
export function removeFeed(dataDir: string, url: string): boolean {
  const at = readFeeds(dataDir).findIndex((feed) => feed.url === url);
  if (at < 0) return false;
  const document = opened(dataDir);
  document.delete(at);
  write(dataDir, document);
  return true;
}

/** Takes one person's id out of the file; their feeds stay, and nobody is notified when one of them fails. */
export function forgetWhoAddedFeeds(dataDir: string, person: string): void {
  const theirs = readFeeds(dataDir).flatMap(({ added_by }, at) => (added_by === person ? [at] : []));
  if (theirs.length === 0) return;
  const document = opened(dataDir);
  for (const at of theirs) document.deleteIn([at, 'added_by']);
  write(dataDir, document);
}

function opened(dataDir: string): Document.Parsed {
  const file = fileIn(dataDir);
  const document = parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : '');
  const [error] = document.errors;
  if (error) throw new FileWrong(`${file} is not valid YAML: ${error.message}`);
  return document;
}

function write(dataDir: string, document: Document.Parsed): void {
  const beside = `${fileIn(dataDir)}.new`;
  writeFileSync(beside, document.toString(), { flush: true });
  renameSync(beside, fileIn(dataDir));
}
