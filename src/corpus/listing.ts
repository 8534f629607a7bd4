import { createHash } from 'node:crypto';
import { realpathSync, type Stats, statSync } from 'node:fs';
import { open, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** A file of the articles folder, as far as it is known without reading it. */
export interface ListedFile {
  /** Path within the articles folder, parted by "/". */
  readonly file: string;
  readonly size: number;
  /** When it was last changed, in milliseconds since 1970. */
  readonly changed: number;
  /** Why it will not be read, null where it will be. */
  readonly refused: string | null;
}

/** The kinds of file that may hold articles, by their ending. */
export const isArticleFile = (path: string): boolean => /\.(?:md|txt|html?|jsonl?)$/i.test(path);

const LARGEST = 50 * 1024 * 1024;

/** All files of the articles folder in order of their names, README.md and hidden files aside. Throws where there is no such folder. */
export async function listFolder(folder: string): Promise<ListedFile[]> {
  const root = await realpath(folder);
  const listed: ListedFile[] = [];
  await list(root, '', listed);
  const byName = listed.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const stems = new Map<string, string>();
  return byName.map((entry) => {
    if (entry.refused !== null) return entry;
    // An é may be written in two ways that nobody can tell apart; and where capitals don't count, one of two files that
    // differ in them alone is lost as soon as the folder is copied.
    const stem = entry.file
      .replace(/\.[^.]+$/, '')
      .normalize('NFC')
      .toLowerCase();
    const twin = stems.get(stem);
    stems.set(stem, twin ?? entry.file);
    return twin
      ? { ...entry, refused: `its name is that of ${twin} (ending and capitals don't count); rename one` }
      : entry;
  });
}

/** After so many files others get their turn. */
const TURN = 1000;

/** Lists a folder inside of `root`, which is '' or a path that ends in "/". */
async function list(root: string, inside: string, listed: ListedFile[]): Promise<void> {
  const entries = await readdir(join(root, inside), { withFileTypes: true });
  for (const entry of entries) {
    if (entry.name.startsWith('.') || /^readme\.md$/i.test(entry.name)) continue;
    const file = inside + entry.name;
    if (!entry.isDirectory() || isArticleFile(entry.name)) {
      if (listed.push(look(root, file, entry.isFile())) % TURN === 0) await setImmediate();
    } else if (!/_files$/.test(entry.name)) {
      // "page_files" is what a browser saves beside "page.html".
      await listInside(root, file, listed);
    }
  }
}

async function listInside(root: string, file: string, listed: ListedFile[]): Promise<void> {
  try {
    await list(root, `${file}/`, listed);
  } catch (error) {
    listed.push({ file, size: 0, changed: 0, refused: `the folder cannot be read (${codeOf(error)})` });
  }
}

/** Not asynchronous: that takes ten times as long, and there may be a hundred thousand. */
function look(root: string, file: string, isFile: boolean): ListedFile {
  try {
    const path = join(root, file);
    // A plain file in a folder inside is inside; a link may lead elsewhere.
    const isInside = isFile || realpathSync(path).startsWith(root + sep);
    const state = statSync(path);
    const refused = isInside ? refusal(file, state) : 'it is a link to a place outside the articles folder';
    return { file, size: state.size, changed: state.mtimeMs, refused };
  } catch (error) {
    return { file, size: 0, changed: 0, refused: `it cannot be read (${codeOf(error)})` };
  }
}

function refusal(file: string, state: Stats): string | null {
  if (state.isDirectory()) return 'it is a folder, not a file';
  if (!state.isFile()) return 'it is not a regular file';
  if (!isArticleFile(file)) return 'it is none of the kinds that are read (.md, .txt, .html, .json, .jsonl)';
  if (state.size > LARGEST) return `it is larger than 50 MB (${Math.round(state.size / 1024 / 1024)} MB)`;
  return null;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** What a file holds, or why it cannot be read. */
export type FileContent = { readonly bytes: Buffer } | { readonly reason: string };

/** Reads the bytes of a listed file. */
export async function contentOf(folder: string, { file, refused }: ListedFile): Promise<FileContent> {
  if (refused !== null) return { reason: refused };
  try {
    const handle = await open(join(folder, file), 'r');
    try {
      if ((await handle.stat()).size > LARGEST) return { reason: 'it is larger than 50 MB' };
      return { bytes: await handle.readFile() };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { reason: `it cannot be read (${codeOf(error)})` };
  }
}

/** So many bytes of a hash tell a hundred million contents apart. */
export const HASH_BYTES = 12;

/** The beginning of a content's SHA-256. */
export const hashOfContent = (content: Uint8Array | string): Buffer =>
  createHash('sha256').update(content).digest().subarray(0, HASH_BYTES);

/** Tells whether a file still holds the same, whatever its time stamp says. */
export const contentHash = (content: FileContent): Buffer =>
  hashOfContent('bytes' in content ? content.bytes : content.reason);
