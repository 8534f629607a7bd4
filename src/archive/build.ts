import { createWriteStream, existsSync, readFileSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Article, Unread } from '../corpus/article.ts';
import { type FileOutcome, listFolder, readListed } from '../corpus/folder.ts';
import { loadOutlets } from '../corpus/outlets.ts';
import { parseNameModel } from '../reading/names.ts';
import { read } from '../reading/read.ts';
import type { Reading } from '../reading/reading.ts';
import { firstDay, lastDay } from '../text/edtf.ts';
import { type ArchivePlaces, hash, madeWith } from './made-with.ts';
import { type ArchiveFiles, currentFiles, lockBuilding, newFiles, swapIn } from './places.ts';
import { addDocument, buildIndex, serialiseIndex } from './search-index.ts';
import { all, createStore, one, openStore, readMeta, run, type Store, UnusableStore, writeMeta } from './store.ts';
import { newDraft, writeActorsAndFacts, writeArticle } from './writing.ts';

/** How far a reindex is. */
export interface ReindexProgress {
  /** Files read, of how many, and how many a second so far. */
  readonly done: number;
  readonly total: number;
  readonly perSecond: number;
}

/** What a reindex did. */
export interface ReindexReport {
  readonly articles: number;
  /** Articles that were read, and those whose reading was taken over from the archive before. */
  readonly readAnew: number;
  readonly reused: number;
  /** Articles that the archive before had and the folder has no more. */
  readonly removed: number;
  readonly unread: readonly Unread[];
  readonly people: number;
  readonly meetings: number;
  readonly quotations: number;
  readonly seconds: number;
}

/**
 * Builds a new archive of the articles folder beside the one that stands, and swaps it in once it is whole; whatever goes
 * wrong before leaves the old one as it is. A file or an article that cannot be read is named in the report, the rest is
 * indexed. Throws `ReindexUnderWay` while another build runs, and where the folder, outlets or model cannot be read.
 */
export async function buildArchive(
  places: ArchivePlaces,
  onProgress: (progress: ReindexProgress) => void,
): Promise<ReindexReport> {
  const unlock = lockBuilding(places.dataDir);
  let before: Store | null = null;
  let files: ArchiveFiles | null = null;
  try {
    before = storeBefore(places.dataDir);
    files = newFiles(places.dataDir);
    const report = await buildInto(files, before, places, onProgress);
    swapIn(places.dataDir, files);
    return report;
  } catch (error) {
    if (files) rmSync(files.folder, { recursive: true, force: true });
    throw error;
  } finally {
    before?.close();
    unlock();
  }
}

/** The archive that stands, for its readings; null where there is none that can be read. */
function storeBefore(dataDir: string): Store | null {
  try {
    const files = currentFiles(dataDir);
    return files && openStore(files.store);
  } catch (error) {
    if (error instanceof UnusableStore) return null;
    throw error;
  }
}

async function buildInto(
  files: ArchiveFiles,
  before: Store | null,
  places: ArchivePlaces,
  onProgress: (progress: ReindexProgress) => void,
): Promise<ReindexReport> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const made = madeWith(places);
  const outlets = loadOutlets(readFileSync(places.outletsFile, 'utf8'));
  const readingOf = reader(places, made.reading, before);
  const listed = await listFolder(places.articlesDir);
  const store = createStore(files.store);
  try {
    store.exec('BEGIN');
    const draft = newDraft();
    const index = buildIndex([]);
    const unread: Unread[] = [];
    let readAnew = 0;
    for (const [at, file] of listed.entries()) {
      const outcome = await readListed(places.articlesDir, file, outlets);
      run(store, 'INSERT INTO files VALUES (?, ?, ?, ?)', file.file, file.size, file.changed, outcomeHash(outcome));
      unread.push(...outcome.unread);
      for (const article of outcome.articles) {
        const found = readingOf(article);
        if ('reason' in found) {
          unread.push(found);
          continue;
        }
        if (found.anew) readAnew++;
        writeArticle(store, draft, article, found.reading, found.key);
        addDocument(index, article);
      }
      onProgress({ done: at + 1, total: listed.length, perSecond: (at + 1) / seconds() });
    }
    const counts = writeActorsAndFacts(store, draft);
    for (const { file, reason } of unread) run(store, 'INSERT INTO unread VALUES (?, ?)', file, reason);
    await pipeline(lines(serialiseIndex(index)), createWriteStream(files.index));
    const report = {
      articles: draft.articles,
      readAnew,
      reused: draft.articles - readAnew,
      removed: before ? removedSince(before, store) : 0,
      unread,
      ...counts,
      seconds: seconds(),
    };
    writeMeta(store, 'made with', made.all);
    writeMeta(store, 'status', JSON.stringify({ ...counts, articles: draft.articles, ...period(store) }));
    writeMeta(store, 'finished', new Date().toISOString());
    store.exec('COMMIT');
    return report;
  } finally {
    store.close();
  }
}

function* lines(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield `${text}\n`;
}

/** Tells whether a file still holds the same articles, whatever its time stamp says. */
export const outcomeHash = ({ articles, unread }: FileOutcome): string =>
  hash([...articles.map(({ id, hash: content }) => `${id} ${content}`), ...unread.map(({ reason }) => reason)]);

type Found = { readonly reading: Reading; readonly key: string; readonly anew: boolean };

/** Gives an article's reading: the one made before of the same text by the same code, else a new one; or why there is none. */
function reader(places: ArchivePlaces, code: string, before: Store | null): (article: Article) => Found | Unread {
  let model: ReturnType<typeof parseNameModel> | null = null;
  return (article) => {
    const source = { text: article.body, published: article.published?.date ?? null, headline: article.headline };
    const key = hash([code, JSON.stringify(source)]);
    const known = before && one<{ reading: string }>(before, 'SELECT reading FROM readings WHERE key = ?', key);
    // A reading in the store was written by the same code, for the key says so.
    if (known) return { reading: JSON.parse(known.reading) as Reading, key, anew: false };
    model ??= parseNameModel(readFileSync(places.modelFile));
    try {
      return { reading: read(source, model), key, anew: true };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { file: article.file, reason: `reading it failed (${article.id}): ${why}` };
    }
  };
}

function removedSince(before: Store, store: Store): number {
  const ids = all<{ id: string }>(before, 'SELECT id FROM articles');
  return ids.filter(({ id }) => one(store, 'SELECT 1 FROM articles WHERE id = ?', id) === null).length;
}

/** First and last publication date. */
function period(store: Store): { from: string | null; to: string | null } {
  const dated = all<{ card: string }>(
    store,
    `SELECT card FROM articles WHERE number IN (
      (SELECT number FROM articles WHERE first_day IS NOT NULL ORDER BY first_day LIMIT 1),
      (SELECT number FROM articles WHERE last_day IS NOT NULL ORDER BY last_day DESC LIMIT 1))`,
  );
  // Written by writeArticle.
  const dates = dated.flatMap(({ card }) => (JSON.parse(card) as Article).published?.date ?? []);
  const [from] = dates.toSorted((a, b) => ((firstDay(a) ?? '') < (firstDay(b) ?? '') ? -1 : 1));
  const [to] = dates.toSorted((a, b) => ((lastDay(a) ?? '') > (lastDay(b) ?? '') ? -1 : 1));
  return { from: from ?? null, to: to ?? null };
}

/** Is the archive that stands made of other files than the folder holds now, or by other code, model or outlets? */
export async function differsFromFolder(store: Store, places: ArchivePlaces): Promise<boolean> {
  if (!existsSync(places.articlesDir)) return true;
  if (readMeta(store, 'made with') !== madeWith(places).all) return true;
  const listed = await listFolder(places.articlesDir);
  const known = new Map(
    all<{ path: string; size: number; changed: number; hash: string }>(store, 'SELECT * FROM files').map((row) => [
      row.path,
      row,
    ]),
  );
  if (listed.length !== known.size) return true;
  const outlets = loadOutlets(readFileSync(places.outletsFile, 'utf8'));
  for (const file of listed) {
    const before = known.get(file.file);
    if (!before || before.size !== file.size) return true;
    if (before.changed === file.changed) continue;
    if (outcomeHash(await readListed(places.articlesDir, file, outlets)) !== before.hash) return true;
  }
  return false;
}
