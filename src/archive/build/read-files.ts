import type { Article, Unread } from '../../corpus/article.ts';
import { type Sketch, shinglesOf, sketchOf } from '../../corpus/copies.ts';
import { type FileOutcome, readListed } from '../../corpus/folder.ts';
import { isEnglish } from '../../corpus/language-tags.ts';
import { HASH_BYTES, type ListedFile } from '../../corpus/listing.ts';
import { type OutletBook, outletOf } from '../../corpus/outlets.ts';
import { loadModels, type ReadingModels } from '../../reading/models.ts';
import { read } from '../../reading/read.ts';
import type { EntityIndex, MeetingReport, Reading, Speaker } from '../../reading/reading.ts';
import { sentencesOf } from '../../reading/tokens/sentences.ts';
import type { Edtf } from '../../text/edtf.ts';
import { applyCorrections, correctedArticle, correctionsOf } from '../corrections/apply.ts';
import { type Correction, correctionKey, readCorrections } from '../corrections/file.ts';
import { blockNumber } from '../entities/join-actors.ts';
import { mentionGroupsIn } from '../entities/mention-groups.ts';
import { mentionGroupToJson } from '../entities/records.ts';
import { termsAbout } from '../facts/about.ts';
import { sentencesAround } from '../facts/quotation-sentences.ts';
import { saidWhen } from '../facts/said-when.ts';
import { orderOf } from '../facts/same-meeting.ts';
import { buildIndex, type IndexableDocument } from '../index/write-buffer.ts';
import { freeze } from '../index/write-segment.ts';
import { isCorruption, isWhole } from '../store/damage.ts';
import { type Dictionary, packReading, packText, unpackReading } from '../store/packed.ts';
import { type Blob, one, type Store } from '../store/store.ts';
import { type ArchivePlaces, hash } from './made-with.ts';

/** Everything the archive stores of one article, worked out where it was read. Plain data: it may come from another thread. */
export interface ArticleRead {
  readonly card: Omit<Article, 'body' | 'explainer'>;
  readonly explainer: string | null;
  /** Packed. */
  readonly body: Uint8Array;
  readonly sketch: Sketch | null;
  readonly reading: Uint8Array;
  readonly readingKey: Uint8Array;
  readonly anew: boolean;
  readonly mentionGroups: readonly MentionGroupRow[];
  /** Each with which of a series its sentence says it is. */
  readonly meetings: readonly { readonly report: MeetingReport; readonly order: string | null }[];
  /** In the order of the reading. */
  readonly quotations: readonly QuotationRead[];
}

/** A mention group as it is stored, and the block of its name. */
export interface MentionGroupRow {
  readonly block: number;
  readonly entity: EntityIndex | null;
  readonly mentionGroup: string;
}

/** What is asked of a quotation before it is read. */
export interface QuotationRead {
  readonly speaker: Pick<Speaker, 'entity' | 'name'> | null;
  /** When it was said as far as the article says; null for when it was published. */
  readonly date: Edtf | null;
  /** The terms it is found by. */
  readonly terms: string;
}

/** One of the equal parts that a file is read in: a file of many articles is dealt out like many files. */
export interface FilePart {
  readonly file: ListedFile;
  /** From 0; and of how many. */
  readonly part: number;
  readonly of: number;
}

export interface ReadPart extends FilePart {
  /** As listing.ts makes it, of the whole file. */
  readonly hash: Uint8Array;
  readonly articles: readonly ArticleRead[];
  readonly unread: readonly Unread[];
}

/** What every reading thread is given. */
export interface ReaderData {
  readonly places: ArchivePlaces;
  readonly outlets: OutletBook;
  readonly code: string;
  /** The store that stands, for its readings. */
  readonly before: string | null;
  /** What texts are packed with. */
  readonly dictionary: Dictionary;
}

/** What a reader answers to a batch: how far it is, then the batch, or why there is none. */
export type BatchReply =
  | { readonly articles: number; readonly bytes: number }
  | { readonly batch: ReadBatch }
  | { readonly failed: string };

/** Files, or parts of one, that were read together, and the index segment of their articles. */
export interface ReadBatch {
  readonly parts: readonly ReadPart[];
  readonly index: Uint8Array;
}

/** What reading needs; made once for each thread. */
export interface ReadingTools {
  readonly outlets: OutletBook;
  readonly corrections: readonly Correction[];
  readonly code: string;
  readonly before: Store | null;
  readonly dictionary: Dictionary;
  readonly models: () => ReadingModels;
  /** A file's articles, not yet read; those of the last one are kept, for its parts come one after another. */
  readonly outcomeOf: (file: ListedFile) => Promise<FileOutcome>;
}

export function readingTools({ places, outlets, code, dictionary }: ReaderData, before: Store | null): ReadingTools {
  const { articlesDir, dataDir, modelsDir } = places;
  let loaded: ReadingModels | null = null;
  const models = () => {
    loaded ??= loadModels(modelsDir);
    return loaded;
  };
  let last: { readonly file: string; readonly outcome: Promise<FileOutcome> } | null = null;
  const outcomeOf = (listed: ListedFile) => {
    if (last?.file !== listed.file) last = { file: listed.file, outcome: readListed(articlesDir, listed, outlets) };
    return last.outcome;
  };
  return { outlets, corrections: readCorrections(dataDir), code, before, dictionary, models, outcomeOf };
}

/** Hears of articles that were just read, and how many bytes of their file they stand for. */
export type OnRead = (articles: number, bytes: number) => void;

/** Reads files: articles, their readings (those made before are taken over), and an index of their words. */
export async function readParts(parts: readonly FilePart[], tools: ReadingTools, onRead: OnRead): Promise<ReadBatch> {
  const done: ReadPart[] = [];
  const documents: IndexableDocument[] = [];
  for (const { file, part, of } of parts) {
    const outcome = await tools.outcomeOf(file);
    const articles: ArticleRead[] = [];
    // What of the file is no article is reported with its first part.
    const unread = part === 0 ? [...outcome.unread] : [];
    const firstOf = (which: number) => Math.floor((which * outcome.articles.length) / of);
    for (const listed of outcome.articles.slice(firstOf(part), firstOf(part + 1))) {
      const article = correctedArticle(listed, tools.corrections);
      const found = readingOf(article, tools);
      if ('reason' in found) unread.push(found);
      else {
        articles.push(readArticle(article, found, tools));
        documents.push({ id: article.id, headline: article.headline, body: article.body });
      }
      onRead(1, file.size / outcome.articles.length);
    }
    if (outcome.articles.length === 0) onRead(0, file.size / of);
    done.push({ file, part, of, hash: outcome.hash, articles, unread });
  }
  return { parts: done, index: freeze([buildIndex(documents)], false) };
}

const shortened = (hex: string): Buffer => Buffer.alloc(HASH_BYTES, hex.slice(0, 2 * HASH_BYTES), 'hex');

interface Found {
  readonly reading: Reading;
  readonly packed: Uint8Array;
  readonly key: Uint8Array;
  readonly anew: boolean;
}

/** An article's reading, corrected: the one made before of the same text by the same code and corrections, else a new one; or why there is none. */
function readingOf(article: Article, { corrections, code, before, models }: ReadingTools): Found | Unread {
  const corrected = correctionsOf(article, corrections);
  const source = { text: article.body, published: article.published?.date ?? null, headline: article.headline };
  const isRead = isEnglish(article.language);
  const made = [code, JSON.stringify(source), ...corrected.map(correctionKey), ...(isRead ? [] : ['not English'])];
  const key = shortened(hash(made));
  const known = before && readingKnown(before, key);
  // A reading in the store was written of the same text by the same code, for the key says so.
  if (known) {
    const packed = new Uint8Array(known);
    return { reading: unpackReading(packed, article.body), packed, key, anew: false };
  }
  try {
    const reading = applyCorrections(
      article,
      isRead ? read(source, models()) : sentencesAlone(article.body),
      corrected,
    );
    return { reading, packed: packReading(reading, article.body), key, anew: true };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { file: article.file, reason: `reading it failed (${article.id}): ${why}` };
  }
}

/** The reading that was stored under this key; null where there is none, or it was damaged since. */
function readingKnown(before: Store, key: Uint8Array): Blob | null {
  const select = 'SELECT reading, digest FROM articles WHERE reading_key = ?';
  try {
    const row = one<{ reading: Blob; digest: Blob }>(before, select, key);
    return row && isWhole(row.digest, { reading: [row.reading] }) ? row.reading : null;
  } catch (error) {
    if (isCorruption(error)) return null;
    throw error;
  }
}

/** Of an article in another language: the rules of reading are English, and would find what is not there. */
const sentencesAlone = (text: string): Reading => ({
  sentences: sentencesOf(text),
  mentions: [],
  entities: [],
  quotations: [],
  meetings: [],
  dates: [],
});

function readArticle(
  article: Article,
  { reading, packed, key, anew }: Found,
  { dictionary, outlets }: ReadingTools,
): ArticleRead {
  const isOutlet = (name: string) => outletOf(outlets, { name }).kind !== 'unreviewed';
  const { body, explainer, ...card } = article;
  const published = article.published?.date ?? null;
  const quotations = reading.quotations.map((quotation) => {
    const sentence = sentencesAround(quotation, reading.sentences);
    const date = saidWhen(quotation, reading, body, published);
    const terms = termsAbout(body.slice(sentence.start, sentence.end)).join(' ');
    const speaker = quotation.speaker && { entity: quotation.speaker.entity, name: quotation.speaker.name };
    return { speaker, date: date === published ? null : date, terms };
  });
  return {
    card,
    explainer,
    body: packText(body, dictionary),
    sketch: sketchOf(shinglesOf(body)),
    reading: packed,
    readingKey: key,
    anew,
    mentionGroups: mentionGroupsIn(article, reading, isOutlet).map((seen) => ({
      block: blockNumber(seen),
      entity: seen.entity,
      mentionGroup: mentionGroupToJson(seen),
    })),
    meetings: reading.meetings.map((report) => ({ report, order: orderOf(report, body) })),
    quotations,
  };
}
