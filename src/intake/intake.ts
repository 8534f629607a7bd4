import type { Logger } from 'pino';
import type { ArticleCard } from '../archive/archive.ts';
import type { ArchivePlaces, Keeper } from '../archive/keeper.ts';
import type { Article } from '../corpus/article.ts';
import { domainOf } from '../corpus/outlets.ts';
import type { Source } from '../corpus/source.ts';
import { type Quoting, wordingDifferences } from '../corpus/wording.ts';
import type { Reading } from '../reading/reading.ts';
import { type Span, slice } from '../text/span.ts';
import { bareUrl, sameUrls } from './canonical-url.ts';
import type { ArticleDraft, ReadDraft } from './draft.ts';
import type { FeedIntake } from './feed-intake.ts';
import { type Feeds, openFeeds } from './feeds.ts';
import { type FetchOptions, fetchPage } from './fetch-page.ts';
import { keepArticle, stemFor } from './keep.ts';
import { openPending, type PendingDrafts } from './pending.ts';
import { openReader, type ReadingWorker } from './read-in-worker.ts';
import { refresher } from './refresher.ts';
import type { GivenFile } from './sources.ts';
import { openTakenDown } from './taken-down.ts';

/** What is shown of an article before it is kept. */
export interface Preview extends ReadDraft {
  /** What the archive would read in it; null where it is not English, and only its words are found. */
  readonly reading: Reading | null;
  /** The articles of the same address that the archive has. */
  readonly known: readonly ArticleCard[];
  /** One of them has the very same text. */
  readonly same: ArticleCard | null;
  /** Where it has other words than the version of the same address that came last. */
  readonly changes: readonly ChangedWords[];
}

/** Words of an earlier version, and what stands there now; one of the two may be empty. */
export interface ChangedWords {
  readonly before: string;
  readonly after: string;
  readonly inQuotation: boolean;
}

/** Everything that brings articles in. */
export interface Intake extends FeedIntake {
  /** Fetches and reads a file that somebody handed over. */
  draftsOfFile(
    name: string,
    address: string,
  ): Promise<{ readonly drafts: readonly ArticleDraft[]; readonly failed: readonly string[] }>;
  preview(draft: ArticleDraft): Promise<Preview>;
  /** Writes it into the articles folder; returns its path there. It is found after the next `refresh`. */
  keep(draft: ArticleDraft): Promise<string>;
  /** An admin took an article of this address down: what waits to be kept of it goes, and no feed brings it back. */
  takeDown(url: string): void;
  readonly pending: PendingDrafts;
  readonly feeds: Feeds;
  close(): Promise<void>;
}

/** Most people's attachments on Discord are of up to 10 MB, and some of much more; no article is larger than this. */
const LARGEST_FILE = 25 * 1024 * 1024;

/** Opens what brings articles in. Only tests hand over `mayReach`, whose servers are this machine, and a `reader` that several share. */
export function openIntake(
  places: ArchivePlaces,
  keeper: Keeper,
  log: Logger,
  mayReach?: NonNullable<FetchOptions['mayReach']>,
  reader: ReadingWorker = openReader(places),
): Intake {
  const takenDown = openTakenDown(places.dataDir);
  const pending = openPending(places.dataDir);
  const reach = mayReach ? { mayReach } : {};

  /** What the draft was made of is not needed to read it. */
  const read = (draft: ArticleDraft) => reader.read('draft', { ...draft, original: null });

  const draftOf = async (source: Source, original: GivenFile | null): Promise<ArticleDraft> => {
    const draft: ArticleDraft = { source, original, fetched: new Date().toISOString(), versionOf: null };
    const { article } = await read(draft);
    const [earlier] = await sameAddress(article.url);
    return { ...draft, versionOf: earlier?.id ?? null };
  };

  const sameAddress = async (url: string | null): Promise<readonly ArticleCard[]> => {
    return url && domainOf(url) ? keeper.archive.articles({ urls: sameUrls(url) }) : [];
  };

  const asKnown = async ({ url, body }: Article) => {
    const known = await sameAddress(url);
    let last: Quoting | null = null;
    for (const card of known) {
      const stored = await keeper.archive.article(card.id);
      if (stored?.article.body === body) return { known, same: card, last: null };
      if (stored) last = { body: stored.article.body, quoted: quotedIn(stored.reading) };
    }
    return { known, same: null, last };
  };

  const keep: Intake['keep'] = async (draft) => {
    const { article, content } = await read(draft);
    if (article.url) takenDown.remove(article.url);
    return keepArticle(places.articlesDir, { stem: stemFor(article), content, original: draft.original });
  };

  const bringing: Omit<Intake, 'feeds' | 'close'> = {
    async draftOfUrl(address, signal) {
      const page = await fetchPage(address, { ...reach, ...(signal && { signal }) });
      const source = await reader.read('page', page);
      return draftOf(source, { name: `page${extensionFor(page.contentType)}`, bytes: page.bytes });
    },
    async draftsOfFile(name, address) {
      const { bytes } = await fetchPage(address, { ...reach, types: /./, largest: LARGEST_FILE });
      const { sources, failed } = await reader.read('file', { name, bytes });
      const original = /\.(?:txt|md|jsonl?)$/i.test(name) ? null : { name, bytes };
      const drafts: ArticleDraft[] = [];
      const refused = [...failed];
      for (const [index, source] of sources.entries()) {
        try {
          drafts.push(await draftOf(source, original));
        } catch (error) {
          if (sources.length === 1) throw error;
          refused.push(`${name}, article ${index + 1}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      return { drafts, failed: refused };
    },
    async preview(draft) {
      const draftRead = await read(draft);
      const { article } = draftRead;
      const reading = await reader.read('reading', article);
      const { known, same, last } = await asKnown(article);
      const now = { body: article.body, quoted: quotedIn(reading) };
      return { ...draftRead, reading, known, same, changes: last && !same ? changesBetween(last, now) : [] };
    },
    keep,
    async keepNew(draft) {
      const { article } = await read(draft);
      if (article.url && takenDown.has(article.url)) return null;
      return (await asKnown(article)).same === null ? keep(draft) : null;
    },
    takeDown(url) {
      takenDown.add(url);
      pending.dropWhere(({ source: { curated, metadata } }) => sameUrl(curated.url ?? metadata.url ?? '', url));
    },
    wasTakenDown: (url) => takenDown.has(url),
    refresh: refresher(keeper),
    pending,
  };
  const feeds = openFeeds(places.dataDir, bringing, { log, fetching: reach });
  const close = async () => {
    await feeds.close();
    await reader.close();
  };
  return { ...bringing, feeds, close };
}

/** Where a text has somebody's words verbatim. */
const quotedIn = (reading: Reading | null): Span[] =>
  (reading?.quotations ?? []).filter(({ kind }) => kind !== 'indirect').map(({ words }) => words);

const changesBetween = (earlier: Quoting, now: Quoting): ChangedWords[] =>
  wordingDifferences(earlier, now).map(({ before, after, inQuotation }) => ({
    before: slice(earlier.body, before),
    after: slice(now.body, after),
    inQuotation,
  }));

const sameUrl = (one: string, other: string): boolean => bareUrl(one) === bareUrl(other);

function extensionFor(contentType: string): string {
  if (contentType === 'application/pdf') return '.pdf';
  return contentType === '' || contentType.includes('html') ? '.html' : '.txt';
}
