import { constants, copyFileSync, linkSync, rmSync, writeFileSync } from 'node:fs';
import { readListed } from '../../corpus/folder.ts';
import { type ListedFile, listFolder } from '../../corpus/listing.ts';
import { type OutletBook, readOutlets } from '../../corpus/outlets.ts';
import { placeCopies } from '../copies/place-copies.ts';
import { readCorrections } from '../corrections/file.ts';
import { readIndex, writeSince } from '../index/files.ts';
import { mergedReader } from '../index/merged-reader.ts';
import { openSegment, type Segment } from '../index/segment.ts';
import { addDocument, buildIndex, removeDocument } from '../index/write-buffer.ts';
import { freeze } from '../index/write-segment.ts';
import { textStored } from '../store/articles.ts';
import { type ArchiveFiles, currentFiles, lockBuilding, newFiles, swapIn } from '../store/directories.ts';
import { type Dictionary, dictionaryIn, dictionaryOf } from '../store/packed.ts';
import { isPurgeWanted, isRepairWanted, purged, repaired } from '../store/purge.ts';
import {
  all,
  createStore,
  one,
  openCopy,
  openStore,
  readMeta,
  run,
  type Store,
  UnusableStore,
} from '../store/store.ts';
import { changesSince, type FolderChanges } from './changes.ts';
import { draftOf } from './draft.ts';
import { type Beginning, finished, type ReindexReport, removedSince } from './finish.ts';
import { type ArchivePlaces, madeWith } from './made-with.ts';
import type { OnRead, ReadBatch } from './read-files.ts';
import { readInWorkers } from './read-in-worker.ts';
import { writeActorsAndFacts } from './write-facts.ts';
import { removeFiles, writePart } from './write-files.ts';

/** How far a reindex is. */
export interface ReindexProgress {
  /** Articles read so far, and how many a second. */
  readonly articles: number;
  readonly perSecond: number;
  /** Files read to their end, of how many. */
  readonly done: number;
  readonly total: number;
  /** How much of all their bytes was read, from 0 to 1. */
  readonly share: number;
  /** If the rest takes as long as what was read. */
  readonly secondsLeft: number;
}

/** Where a larger share of the files changed, everything is written anew; so is the index where more of it came since. */
const SHARE_CHANGED = 0.05;

/**
 * Builds a new archive of the articles folder beside the one that stands, and swaps it in once it is whole; whatever goes
 * wrong before leaves the old one as it is. Where few files changed, it begins with a copy of the old one and changes what
 * they report. A file or an article that cannot be read is named in the report, the rest is indexed. Throws `ReindexUnderWay`
 * while another build runs, and where the folder, outlets or model cannot be read.
 */
export async function buildArchive(
  places: ArchivePlaces,
  onProgress: (progress: ReindexProgress) => void,
  outlets: OutletBook = readOutlets(places.outletsDir),
): Promise<ReindexReport> {
  const started = performance.now();
  const unlock = lockBuilding(places.dataDir);
  let before: Standing | null = null;
  let files: ArchiveFiles | null = null;
  try {
    before = standing(places.dataDir);
    files = newFiles(places.dataDir);
    const made = madeWith(places);
    const listed = await listFolder(places.articlesDir);
    const seconds = () => (performance.now() - started) / 1000;
    const corrections = readCorrections(places.dataDir);
    const repairing = isRepairWanted(places.dataDir);
    const trusted = repairing ? null : before;
    const building: Building = {
      places,
      outlets,
      made,
      corrections,
      files,
      before: trusted,
      // Of a damaged one, too, those that are as they were written.
      readings: before?.files.store ?? null,
      onProgress,
      seconds,
    };
    const changes =
      trusted && readMeta(trusted.store, 'made with') === made.all
        ? changesSince(trusted.store, listed, places.dataDir)
        : null;
    const purging = isPurgeWanted(places.dataDir);
    const few =
      changes && !purging && changes.changed.length + changes.gone.length <= Math.max(1, SHARE_CHANGED * listed.length);
    const report = trusted && few ? await update(building, trusted, changes) : await buildAnew(building, listed);
    swapIn(places.dataDir, files);
    if (purging) purged(places.dataDir);
    if (repairing) repaired(places.dataDir);
    return report;
  } catch (error) {
    if (files) rmSync(files.folder, { recursive: true, force: true });
    throw error;
  } finally {
    before?.store.close();
    unlock();
  }
}

/** The archive that stands while another is built. */
interface Standing {
  readonly files: ArchiveFiles;
  readonly store: Store;
}

interface Building extends Beginning {
  readonly places: ArchivePlaces;
  readonly outlets: OutletBook;
  readonly files: ArchiveFiles;
  readonly before: Standing | null;
  /** The store whose readings are taken over. */
  readonly readings: string | null;
  readonly onProgress: (progress: ReindexProgress) => void;
}

/** Null where there is none that can be read. */
function standing(dataDir: string): Standing | null {
  try {
    const files = currentFiles(dataDir);
    return files && { files, store: openStore(files.store) };
  } catch (error) {
    if (error instanceof UnusableStore) return null;
    throw error;
  }
}

async function buildAnew(building: Building, listed: readonly ListedFile[]): Promise<ReindexReport> {
  const { files, before } = building;
  const store = createStore(files.store);
  try {
    store.exec('BEGIN');
    const dictionary = dictionaryOf(await sampleTexts(building, listed));
    run(store, 'INSERT INTO dictionary VALUES (?)', dictionary);
    const draft = draftOf(store);
    const words: Segment[][] = [[], []];
    const readAnew = await readInto(building, listed, dictionary, (batch) => {
      gather(words, batch.index);
      return batch.parts.reduce((sum, part) => sum + writePart(store, draft, part), 0);
    });
    const counts = await writeActorsAndFacts(store, draft);
    await placeCopies(store, draft.shingles, draft.sketches);
    writeFileSync(files.segment, freeze(words.flat()));
    writeSince(files.since, new Set(), buildIndex([]));
    const removed = before ? removedSince(before.store, store) : 0;
    return finished(building, store, 0, { ...counts, readAnew, removed });
  } finally {
    store.close();
  }
}

/** So many indexes of batches are made one as they come: words that all of them have would else stand in memory once for each. */
const GATHERED = 32;

/** Puts the index of one more batch to those that are `[gathered, single]`. */
function gather(words: Segment[][], index: Uint8Array): void {
  const [gathered, single] = words;
  single?.push(openSegment(index));
  if (single?.length === GATHERED) gathered?.push(openSegment(freeze(single.splice(0), false)));
}

/** Reads files and hands on each batch; reports progress. Gives the sum of what `take` gives. */
async function readInto(
  { places, outlets, made, readings, onProgress, seconds }: Building,
  listed: readonly ListedFile[],
  dictionary: Dictionary,
  take: (batch: ReadBatch) => number,
): Promise<number> {
  let [done, articles, bytes, sum] = [0, 0, 0, 0];
  const allBytes = listed.reduce((all, { size }) => all + size, 0);
  const report = () => {
    const share = allBytes === 0 ? 1 : Math.min(1, bytes / allBytes);
    const perSecond = articles / seconds();
    const secondsLeft = share === 0 ? 0 : (seconds() * (1 - share)) / share;
    onProgress({ articles, perSecond, done, total: listed.length, share, secondsLeft });
  };
  const onRead: OnRead = (more, ofBytes) => {
    articles += more;
    bytes += ofBytes;
    report();
  };
  const data = { places, outlets, code: made.reading, before: readings, dictionary };
  for await (const batch of readInWorkers(listed, data, onRead)) {
    sum += take(batch);
    done += batch.parts.filter(({ part, of }) => part === of - 1).length;
    report();
  }
  return sum;
}

/** So many articles, evenly taken, and so much of each, make the dictionary of an archive's texts. */
const SAMPLED = 60;
const SAMPLED_CHARACTERS = 2000;

async function sampleTexts({ places, outlets }: Building, listed: readonly ListedFile[]) {
  const step = Math.max(1, Math.floor(listed.length / SAMPLED));
  const texts: string[] = [];
  for (let at = 0; at < listed.length && texts.length < SAMPLED; at += step) {
    const file = listed[at];
    if (!file) continue;
    const { articles } = await readListed(places.articlesDir, file, outlets);
    for (const { body } of articles.slice(0, SAMPLED)) texts.push(body.slice(0, SAMPLED_CHARACTERS));
  }
  return texts;
}

/** Copies the archive that stands, takes out what changed and is gone, and puts in what changed. */
async function update(building: Building, before: Standing, { changed, gone }: FolderChanges): Promise<ReindexReport> {
  const { files } = building;
  copyFileSync(before.files.store, files.store, constants.COPYFILE_FICLONE);
  const store = openCopy(files.store);
  try {
    store.exec('BEGIN');
    run(store, "DELETE FROM meta WHERE key = 'finished'");
    const draft = draftOf(store);
    removeFiles(store, draft, [...gone, ...changed.map(({ file }) => file)]);
    const out = [...draft.articlesGone];
    const lastBefore = draft.lastArticle;
    const readAnew = await readInto(building, changed, dictionaryIn(store), (batch) =>
      batch.parts.reduce((sum, part) => sum + writePart(store, draft, part), 0),
    );
    const counts = await writeActorsAndFacts(store, draft);
    await placeCopies(store, draft.shingles, draft.sketches);
    const come = all<{ id: string }>(store, 'SELECT id FROM articles WHERE number > ?', lastBefore).map(({ id }) => id);
    updateIndex(building, before, store, out, come);
    const removed = out.filter((id) => one(store, 'SELECT 1 FROM articles WHERE id = ?', id) === null).length;
    return finished(building, store, lastBefore, { ...counts, readAnew, removed });
  } finally {
    store.close();
  }
}

/** The words of articles that went and came; merged into a new segment once they are many. */
function updateIndex(
  { files }: Building,
  before: Standing,
  store: Store,
  out: readonly string[],
  come: readonly string[],
): void {
  const { segment, gone, since } = readIndex(before.files);
  const leaving = new Set(out);
  const allGone = new Set(gone);
  for (const document of segment.documents()) if (leaving.has(segment.idOf(document) ?? '')) allGone.add(document);
  for (const id of out) removeDocument(since, id);
  for (const id of come) {
    const text = textStored(store, id);
    if (text) addDocument(since, { id, ...text });
  }
  if (allGone.size + since.size > SHARE_CHANGED * segment.size) {
    writeFileSync(files.segment, freeze([mergedReader(segment, allGone, since)]));
    writeSince(files.since, new Set(), buildIndex([]));
    return;
  }
  shareFile(before.files.segment, files.segment);
  writeSince(files.since, allGone, since);
}

/** Files of an archive are never written again, so two archives may share one. */
function shareFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // A file system without links.
    copyFileSync(from, to);
  }
}
