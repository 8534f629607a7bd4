import type { ArticleId } from '../corpus/article.ts';
import { domainOf } from '../corpus/outlets.ts';
import type { MeetingReport, Reading } from '../reading/reading.ts';
import type { Edtf } from '../text/edtf.ts';
import type { ArticleCard } from './archive.ts';
import { cardNumbered } from './articles.ts';
import { forgetForCopies, type Sketched } from './copies.ts';
import { unpackReading } from './packed.ts';
import type { ReadArticle, ReadFile } from './read-files.ts';
import { type QuotationRow, sightingFromJson } from './records.ts';
import type { Sighting } from './sightings.ts';
import { all, type Blob, days, one, run, type Store } from './store.ts';

/** What a build holds in memory between reading the articles and knowing who is who in them. */
export interface Draft {
  /** With the actor that each is stored as, null where it is not stored yet. */
  readonly sightings: { readonly sighting: Sighting; readonly place: number; readonly actor: number | null }[];
  readonly tellings: { readonly article: number; readonly card: ArticleCard; readonly report: MeetingReport }[];
  /** Those not stored yet. */
  readonly quotations: (QuotationRow & { readonly article: number; readonly terms: string })[];
  /** Those not stored yet that may be copies. */
  readonly sketches: Sketched[];
  readonly outlets: Map<string, number>;
  lastArticle: number;
  lastFile: number;
}

export const newDraft = (): Draft => ({
  sightings: [],
  tellings: [],
  quotations: [],
  sketches: [],
  outlets: new Map(),
  lastArticle: 0,
  lastFile: 0,
});

/** A draft of what a store holds already, for a build that changes some of it. */
export function draftOf(store: Store): Draft {
  const draft = newDraft();
  draft.lastArticle = one<{ last: number | null }>(store, 'SELECT max(number) AS last FROM articles')?.last ?? 0;
  draft.lastFile = one<{ last: number | null }>(store, 'SELECT max(number) AS last FROM files')?.last ?? 0;
  const outlets = 'SELECT number, domain, outlet FROM outlets';
  for (const { number, domain, outlet } of all<{ number: number; domain: string; outlet: string }>(store, outlets)) {
    draft.outlets.set(`${outlet}\n${domain}`, number);
  }
  const where = new Map<number, { id: ArticleId; published: Edtf | null }>();
  const articles = "SELECT number, id, published ->> '$.date' AS published FROM articles";
  for (const { number, ...article } of all<{ number: number; id: ArticleId; published: Edtf | null }>(
    store,
    articles,
  )) {
    where.set(number, article);
  }
  const rows = all<{ article: number; place: number; actor: number; entity: number | null; sighting: string }>(
    store,
    'SELECT article, place, actor, entity, sighting FROM sightings',
  );
  for (const { article, place, actor, entity, sighting } of rows) {
    const seen = where.get(article);
    if (!seen) continue;
    draft.sightings.push({ sighting: sightingFromJson(sighting, { article, entity, ...seen }), place, actor });
  }
  const telling = 'SELECT number, reading FROM articles WHERE meetings > 0';
  for (const { number, reading } of all<{ number: number; reading: Blob }>(store, telling)) {
    const card = cardNumbered(store, number);
    // Packed by the build that read it.
    const { meetings } = unpackReading(reading) as Reading;
    if (card) draft.tellings.push(...meetings.map((report) => ({ article: number, card, report })));
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
    'INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
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
    meetings.length,
    readingKey,
    body,
    explainer,
    reading,
  );
  for (const [place, seen] of sightings.entries()) {
    draft.sightings.push({ sighting: { ...seen, article: number }, place, actor: null });
  }
  for (const report of meetings) draft.tellings.push({ article: number, card, report });
  for (const quotation of quotations) draft.quotations.push({ ...quotation, article: number });
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

/** Takes files out with their articles and all that these told; the ids of the articles. */
export function removeFiles(store: Store, paths: readonly string[]): string[] {
  const ids: string[] = [];
  for (const path of paths) {
    const file = one<{ number: number }>(store, 'SELECT number FROM files WHERE path = ?', path)?.number ?? null;
    const rows = all<{ number: number; id: string }>(store, 'SELECT number, id FROM articles WHERE file = ?', file);
    for (const { number, id } of rows) {
      ids.push(id);
      forgetForCopies(store, number);
      run(
        store,
        'DELETE FROM quotation_words WHERE rowid IN (SELECT number FROM quotations WHERE article = ?)',
        number,
      );
      for (const table of ['quotations', 'sightings']) run(store, `DELETE FROM ${table} WHERE article = ?`, number);
      run(store, 'DELETE FROM articles WHERE number = ?', number);
    }
    run(store, 'DELETE FROM unread WHERE of = ?', file);
    run(store, 'DELETE FROM files WHERE number = ?', file);
  }
  return ids;
}
