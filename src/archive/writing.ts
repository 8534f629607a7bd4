import type { ArticleId } from '../corpus/article.ts';
import { domainOf } from '../corpus/outlets.ts';
import type { MeetingReport } from '../reading/reading.ts';
import type { Edtf } from '../text/edtf.ts';
import type { ArticleCard } from './archive.ts';
import { forgetForCopies, type Sketched } from './copies.ts';
import { quotationsOf } from './quotations.ts';
import type { QuotationRead, ReadArticle, ReadFile } from './read-files.ts';
import type { Sighting } from './sightings.ts';
import { all, days, one, run, type Store } from './store.ts';

/** What a build holds in memory between reading the articles and knowing who is who in them. */
export interface Draft {
  /** Of the articles that came: who is seen, what is told of meetings, what is quoted, what may be a copy. */
  readonly sightings: SightingAt[];
  readonly tellings: TellingAt[];
  readonly quotations: (QuotationRead & {
    readonly number: number;
    readonly article: number;
    readonly published: Edtf | null;
  })[];
  readonly sketches: Sketched[];
  /** Of the articles that went: the blocks of those who were seen in them, and the articles' ids. */
  readonly blocksLeft: Set<number>;
  readonly articlesGone: Set<ArticleId>;
  readonly outlets: Map<string, number>;
  lastArticle: number;
  lastQuotation: number;
  lastFile: number;
}

/** A sighting and which of its article's it is. */
export interface SightingAt {
  readonly sighting: Sighting;
  readonly place: number;
}

/** A report of a meeting and which of its article's it is. */
export interface TellingAt {
  readonly article: number;
  readonly place: number;
  readonly card: ArticleCard;
  readonly report: MeetingReport;
}

export const newDraft = (): Draft => ({
  sightings: [],
  tellings: [],
  quotations: [],
  sketches: [],
  blocksLeft: new Set(),
  articlesGone: new Set(),
  outlets: new Map(),
  lastArticle: 0,
  lastQuotation: 0,
  lastFile: 0,
});

/** A draft for a build that changes some of what a store holds. */
export function draftOf(store: Store): Draft {
  const draft = newDraft();
  draft.lastArticle = one<{ last: number | null }>(store, 'SELECT max(number) AS last FROM articles')?.last ?? 0;
  const quoted = 'SELECT max(number) AS last FROM quotations';
  draft.lastQuotation = one<{ last: number | null }>(store, quoted)?.last ?? 0;
  draft.lastFile = one<{ last: number | null }>(store, 'SELECT max(number) AS last FROM files')?.last ?? 0;
  const outlets = 'SELECT number, domain, outlet FROM outlets';
  for (const { number, domain, outlet } of all<{ number: number; domain: string; outlet: string }>(store, outlets)) {
    draft.outlets.set(`${outlet}\n${domain}`, number);
  }
  return draft;
}

/** Stores a file with its articles; how many of them were read anew. */
export function writeFile(store: Store, draft: Draft, { file, hash, articles, unread }: ReadFile): number {
  const number = ++draft.lastFile;
  run(store, 'INSERT INTO files VALUES (?, ?, ?, ?, ?)', number, file.file, file.size, file.changed, hash);
  for (const { file: which, reason } of unread)
    run(store, 'INSERT INTO unread VALUES (?, ?, ?)', number, which, reason);
  for (const article of articles) writeArticle(store, draft, number, article);
  return articles.filter(({ anew }) => anew).length;
}

/** Stores an article, and notes whom it sees, what they say and whom they meet. */
function writeArticle(store: Store, draft: Draft, file: number, read: ReadArticle): void {
  const { explainer, body, sketch, reading, readingKey, sightings, meetings, quotations } = read;
  const number = ++draft.lastArticle;
  // Who it is a copy of is known once all are stored.
  const card: ArticleCard = { ...read.card, copyOf: null };
  if (sketch) draft.sketches.push({ article: number, sketch });
  run(
    store,
    'INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    number,
    card.id,
    file,
    Buffer.from(card.hash, 'hex'),
    outletNumber(store, draft, card),
    ...days(card.published?.date ?? null),
    card.published && JSON.stringify(card.published),
    card.headline,
    card.url,
    card.archivedUrl,
    card.language,
    card.translation,
    readingKey,
    draft.lastQuotation + 1,
    quotations.length,
    body,
    explainer,
    reading,
  );
  for (const [place, seen] of sightings.entries()) {
    draft.sightings.push({ sighting: { ...seen, article: number }, place });
  }
  for (const [place, report] of meetings.entries()) draft.tellings.push({ article: number, place, card, report });
  const published = card.published?.date ?? null;
  for (const quotation of quotations) {
    draft.quotations.push({ ...quotation, number: ++draft.lastQuotation, article: number, published });
  }
}

function outletNumber(store: Store, draft: Draft, { outlet, url }: ArticleCard): number {
  const domain = (url && domainOf(url)) ?? '';
  const told = JSON.stringify(outlet);
  const key = `${told}\n${domain}`;
  const known = draft.outlets.get(key);
  if (known !== undefined) return known;
  const number = draft.outlets.size + 1;
  draft.outlets.set(key, number);
  run(store, 'INSERT INTO outlets VALUES (?, ?, ?, ?, ?)', number, outlet.name, domain, outlet.kind, told);
  return number;
}

/** Takes files out with their articles and what these told, and notes in the draft what that touches. */
export function removeFiles(store: Store, draft: Draft, paths: readonly string[]): void {
  for (const path of paths) {
    const file = one<{ number: number }>(store, 'SELECT number FROM files WHERE path = ?', path)?.number ?? null;
    const articles = 'SELECT number, id FROM articles WHERE file = ?';
    for (const { number, id } of all<{ number: number; id: ArticleId }>(store, articles, file)) {
      draft.articlesGone.add(id);
      const seen = 'SELECT DISTINCT block FROM sightings JOIN actors ON number = sightings.actor WHERE article = ?';
      for (const { block } of all<{ block: number }>(store, seen, number)) draft.blocksLeft.add(block);
      forgetForCopies(store, number);
      const quoted = quotationsOf(store, number);
      run(store, 'DELETE FROM quotation_words WHERE rowid BETWEEN ? AND ?', ...quoted);
      run(store, 'DELETE FROM quotations WHERE number BETWEEN ? AND ?', ...quoted);
      run(store, 'DELETE FROM sightings WHERE article = ?', number);
      run(store, 'DELETE FROM articles WHERE number = ?', number);
    }
    run(store, 'DELETE FROM unread WHERE of = ?', file);
    run(store, 'DELETE FROM files WHERE number = ?', file);
  }
}
