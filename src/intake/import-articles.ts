import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { sourceOfRecord } from '../corpus/articles.ts';
import type { OutletBook } from '../corpus/outlets.ts';
import { readJsonLines } from '../corpus/records.ts';
import type { Source } from '../corpus/source.ts';
import { keepArticle, pathWord } from './keep.ts';
import { readDraft } from './read-draft.ts';
import { type GivenFile, isTaken, sourcesOf } from './sources.ts';

/** How far an import is. */
export interface ImportProgress {
  /** Files, or lines of one file, that have been dealt with; those of earlier runs count in `before` alone. */
  readonly done: number;
  readonly before: number;
  /** 0 to 1, of all there is to import. */
  readonly share: number;
  readonly perSecond: number;
  readonly secondsLeft: number;
}

export interface ImportReport {
  readonly kept: number;
  /** Dealt with by an earlier run, or there already, word for word. */
  readonly already: number;
  readonly failed: readonly string[];
  /** Fields that mean nothing here: each name, and how many of the articles have it. */
  readonly unknown: ReadonlyMap<string, number>;
  /** Broken off: the next run goes on here. */
  readonly stopped: boolean;
}

/** One thing to import: a file of a folder, or a line of a file. */
interface Item {
  /** Names it and its content, so that what has changed since is imported again. */
  readonly key: string;
  readonly name: string;
  /** Where it goes in the articles folder, without an extension. */
  readonly stem: string;
  /** How much of the whole lies behind once it is done, 0 to 1. */
  readonly share: number;
  load(): Promise<{
    readonly sources: readonly Source[];
    readonly failed: readonly string[];
    readonly original: GivenFile | null;
  }>;
}

/**
 * Brings the articles of a folder, or of a .jsonl file, into the articles folder, a file each. What is done is written down
 * as it is done: an import that was broken off (by `signal`, or by a crash) goes on where it was when it is run again, and
 * one that was finished does only what is new. A file that cannot be read is named in the report, and the rest goes on.
 */
export async function importArticles(
  from: string,
  { articlesDir, dataDir, outlets }: { articlesDir: string; dataDir: string; outlets: OutletBook },
  onProgress: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<ImportReport> {
  const root = await realpath(from);
  const journal = await openJournal(dataDir, root);
  const items = (await stat(root)).isDirectory() ? itemsOfFolder(root) : itemsOfLines(root);
  const started = performance.now();
  const failed: string[] = [];
  const unknown = new Map<string, number>();
  let [kept, already, done, before, shareBefore] = [0, 0, 0, 0, 0];
  for await (const item of items) {
    if (signal.aborted) return { kept, already, failed, unknown, stopped: true };
    if (journal.done.has(item.key)) {
      already++;
      before++;
      // What an earlier run did took no time of this one.
      if (done === 0) shareBefore = item.share;
      continue;
    }
    let isDone = true;
    try {
      const { sources, failed: unread, original } = await item.load();
      failed.push(...unread);
      isDone = unread.length === 0;
      for (const [index, source] of sources.entries()) {
        for (const name of source.unknown ?? []) unknown.set(name, (unknown.get(name) ?? 0) + 1);
        const stem = sources.length === 1 ? item.stem : `${item.stem}-${index + 1}`;
        const { content } = readDraft({ source, original, fetched: null, versionOf: null }, outlets);
        if (await holds(articlesDir, stem, content)) already++;
        else {
          await keepArticle(articlesDir, { stem, content, original });
          kept++;
        }
      }
    } catch (error) {
      // Any file may be broken in its own way; a full disk is none of them.
      if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EROFS')) throw error;
      failed.push(`${item.name}: ${error instanceof Error ? error.message : String(error)}`);
      isDone = false;
    }
    // What failed is tried, and named, the next time too.
    if (isDone) await journal.add(item.key);
    done++;
    const seconds = (performance.now() - started) / 1000;
    const went = item.share - shareBefore;
    const secondsLeft = went > 0 ? (seconds * (1 - item.share)) / went : 0;
    onProgress({ done, before, share: item.share, perSecond: done / seconds, secondsLeft });
  }
  return { kept, already, failed, unknown, stopped: false };
}

interface Journal {
  readonly done: ReadonlySet<string>;
  add(key: string): Promise<void>;
}

/** What earlier runs of the same import have done. */
async function openJournal(dataDir: string, root: string): Promise<Journal> {
  const folder = join(dataDir, 'imports');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${hashOf(root)}.log`);
  const before = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return {
    done: new Set(before.split('\n')),
    add: (key) => appendFile(file, `${key}\n`),
  };
}

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex').slice(0, 16);

/** Does this very article stand there already? */
async function holds(articlesDir: string, stem: string, content: string): Promise<boolean> {
  try {
    return (await readFile(join(articlesDir, `${stem}.md`), 'utf8')) === content;
  } catch {
    return false; // Not there: it is to be written.
  }
}

/** All files of a folder that are of a kind we take, hidden ones and what lies beside saved pages aside. */
async function* itemsOfFolder(root: string): AsyncGenerator<Item> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && isTaken(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(sep).some((part) => part.startsWith('.') || part.endsWith('_files')))
    .sort();
  for (const [index, file] of files.entries()) {
    const { size, mtimeMs } = await stat(join(root, file));
    const parts = [basename(root), ...file.slice(0, file.length - extname(file).length).split(sep)];
    yield {
      key: hashOf(`${file}\n${size}\n${mtimeMs}`),
      name: file,
      stem: parts.map((part) => pathWord(part, 90)).join('/'),
      share: (index + 1) / files.length,
      async load() {
        const given = { name: basename(file), bytes: await readFile(join(root, file)) };
        return { ...(await sourcesOf(given)), original: /\.(?:txt|md|jsonl?)$/i.test(file) ? null : given };
      },
    };
  }
}

/** The lines of a .jsonl file, read as they are needed. */
async function* itemsOfLines(file: string): AsyncGenerator<Item> {
  const { size } = await stat(file);
  const folder = pathWord(basename(file, extname(file)), 90);
  let [number, behind] = [0, 0];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    behind += Buffer.byteLength(line) + 1;
    if (line.trim() === '') continue;
    const [record] = readJsonLines(line).records;
    const name = `${basename(file)}, line ${number}`;
    yield {
      key: `${number} ${hashOf(line)}`,
      name,
      stem: `${folder}/${pathWord(record?.id ?? `line-${number}`, 90)}`,
      share: Math.min(1, behind / size),
      async load() {
        const { records, failed } = readJsonLines(line);
        return {
          sources: records.map(sourceOfRecord),
          failed: failed.map(({ reason }) => `${name}: ${reason}`),
          original: null,
        };
      },
    };
  }
}
