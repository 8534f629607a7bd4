import type { Article, ArticleId, Outlet, Published } from '../../corpus/article.ts';
import { type BoundedCache, boundedCache } from '../../text/bounded-cache.ts';
import type { Edtf } from '../../text/edtf.ts';
import { splitWords } from '../../text/words.ts';
import { spend } from '../../text/work.ts';
import type { ArticleCard, ArticleFilter, OutletHeld, StoredArticle } from '../archive.ts';
import { isLeftOut, isWhole, leaveOut } from './damage.ts';
import { dictionaryIn, unpackReading, unpackText } from './packed.ts';
import { all, type Blob, between, one, type Store, type Value } from './store.ts';

/** The condition of a filter in SQL, for rows of `articles`, and its values. */
export function articlesWhere(
  store: Store,
  { since, until, outlet, kind, urls }: ArticleFilter,
): { sql: string; values: Value[] } {
  const dated = between(since, until);
  const sql = urls === undefined ? dated.sql : `${dated.sql} AND articles.url IN (${urls.map(() => '?').join(', ')})`;
  const values = [...dated.values, ...(urls ?? [])];
  if (outlet === undefined && kind === undefined) return { sql, values };
  const outlets = outletNumbers(store, outlet, kind);
  return { sql: `${sql} AND articles.outlet IN (${outlets.join(', ')})`, values };
}

/** The outlets whose name or domain has these words, capitals and accents aside. */
function outletNumbers(store: Store, words: string | undefined, kind: string | undefined): number[] {
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const wanted = plain(words ?? '');
  const rows = all<{ number: number; name: string; domain: string; kind: string }>(store, 'SELECT * FROM outlets');
  const found = rows.filter((row) => plain(row.name).includes(wanted) || plain(row.domain).includes(wanted));
  return found.filter((row) => kind === undefined || row.kind === kind).map(({ number }) => number);
}

/** The columns a card is made of, for a query over `articles` joined with its file and outlet (CARD_TABLES). */
export const CARD_COLUMNS = `articles.id AS id, files.path AS file, articles.hash AS hash, headline, outlets.outlet AS outlet,
  published, known, published_time, authors, url, archived_url, language, translation,
  (SELECT originals.id FROM copies JOIN articles AS originals ON originals.number = copies.original
    WHERE copies.article = articles.number) AS copy_of`;
export const CARD_TABLES = `articles JOIN files ON files.number = articles.file
  JOIN outlets ON outlets.number = articles.outlet`;

export interface CardRow {
  readonly id: ArticleId;
  readonly file: string;
  readonly hash: Blob;
  readonly headline: string | null;
  readonly outlet: string;
  readonly published: Edtf | null;
  readonly known: Published['known'] | null;
  readonly published_time: string | null;
  readonly authors: string | null;
  readonly url: string | null;
  readonly archived_url: string | null;
  readonly language: string;
  readonly translation: string | null;
  readonly copy_of: ArticleId | null;
}

/** An article's card as its row stores it. */
export const cardOf = (row: CardRow): ArticleCard => ({
  id: row.id,
  file: row.file,
  hash: Buffer.from(row.hash).toString('hex'),
  headline: row.headline,
  // JSON written by writeArticle, and read here alone.
  outlet: JSON.parse(row.outlet) as Outlet,
  published: row.published &&
    row.known && {
      date: row.published,
      known: row.known,
      ...(row.published_time && { time: row.published_time }),
    },
  // As above.
  authors: row.authors ? (JSON.parse(row.authors) as string[]) : [],
  url: row.url,
  archivedUrl: row.archived_url,
  language: row.language,
  translation: row.translation,
  copyOf: row.copy_of,
});

/** As `articles_by_day` has them, backwards; undated ones last, for a null is less than any number. */
const NEWEST_FIRST = 'ORDER BY last_day DESC, first_day DESC, articles.number';

/** The newest articles that meet a condition: chosen in the index of days, and only the chosen ones looked up. */
function newest(
  store: Store,
  { sql, values }: { sql: string; values: readonly Value[] },
  limit: number,
): ArticleCard[] {
  const chosen = `SELECT articles.number FROM articles WHERE ${sql} ${NEWEST_FIRST} LIMIT ?`;
  const select = `SELECT ${CARD_COLUMNS} FROM ${CARD_TABLES} WHERE articles.number IN (${chosen}) ${NEWEST_FIRST}`;
  return all<CardRow>(store, select, ...values, limit)
    .map(cardOf)
    .filter(({ id }) => !isLeftOut(store, id));
}

/** The articles that fit, newest first; undated ones last. */
export const articleCards = (store: Store, filter: ArticleFilter, limit = -1): ArticleCard[] =>
  newest(store, articlesWhere(store, filter), limit);

export function cardNumbered(store: Store, number: number): ArticleCard | null {
  const select = `SELECT ${CARD_COLUMNS} FROM ${CARD_TABLES} WHERE articles.number = ?`;
  const row = one<CardRow>(store, select, number);
  return row && !isLeftOut(store, row.id) ? cardOf(row) : null;
}

interface TextRow extends CardRow {
  readonly body: Blob;
  readonly explainer: string | null;
  readonly digest: Blob;
}

interface ArticleRow extends TextRow {
  readonly reading: Blob;
}

const SELECT_STORED = `SELECT ${CARD_COLUMNS}, body, explainer, reading, digest FROM ${CARD_TABLES}`;

/** What of a row its digest covers; its outlet stands in a table of its own. */
export const digestedOf = (
  row: {
    readonly [column in
      | 'id'
      | 'published'
      | 'known'
      | 'published_time'
      | 'authors'
      | 'url'
      | 'archived_url'
      | 'language'
      | 'translation'
      | 'explainer'
      | 'headline']: string | null;
  } & { readonly hash: Blob | Uint8Array; readonly body: Blob | Uint8Array },
) => ({
  text: [row.headline, row.body],
  card: [
    row.id,
    row.hash,
    row.published,
    row.known,
    row.published_time,
    row.authors,
    row.url,
    row.archived_url,
    row.language,
    row.translation,
    row.explainer,
  ],
});

/** An article as it was written; null where its row was damaged since: it is left out from now on. */
function storedOf(store: Store, row: ArticleRow): StoredArticle | null {
  if (!isWhole(row.digest, { ...digestedOf(row), reading: [row.reading] })) {
    leaveOut(store, row.id, row.file);
    return null;
  }
  const card = cardOf(row);
  const { copyOf: _copyOf, ...fields } = card;
  const body = unpackText(row.body, dictionaryIn(store));
  spend(OPENED + body.length / CHARACTERS);
  const article: Article = { ...fields, body, explainer: row.explainer };
  return { card, article, reading: unpackReading(row.reading, body) };
}

export function articleNumbered(store: Store, number: number): StoredArticle | null {
  const row = one<ArticleRow>(store, `${SELECT_STORED} WHERE articles.number = ?`, number);
  return row && storedOf(store, row);
}

/** What opening an article costs in units of work, and for how many characters of it one more. */
const OPENED = 50;
const CHARACTERS = 20;

/** So many articles stay unpacked: those that one answer is made of are opened by each of its parts. */
const MOST_OPEN = 200;
/** A longer text, in characters, is unpacked again rather than kept. */
const LONGEST_OPEN = 20_000;
const open = new WeakMap<Store, BoundedCache<number, StoredArticle>>();

/** An article of a finished archive, in which nothing changes. */
export function articleOpened(store: Store, number: number): StoredArticle | null {
  const inStore = open.get(store) ?? boundedCache<number, StoredArticle>(MOST_OPEN);
  open.set(store, inStore);
  const known = inStore.get(number);
  if (known) return known;
  const stored = articleNumbered(store, number);
  if (!stored || stored.article.body.length > LONGEST_OPEN) return stored;
  inStore.set(number, stored);
  return stored;
}

export function articleStored(store: Store, id: ArticleId): StoredArticle | null {
  const row = one<{ number: number }>(store, 'SELECT number FROM articles WHERE id = ?', id);
  return row && articleOpened(store, row.number);
}

export const articleIds = (store: Store): ArticleId[] =>
  all<{ id: ArticleId }>(store, 'SELECT id FROM articles').map(({ id }) => id);

/** An article's card and text, without its reading, which takes as long again to unpack. */
export function cardAndText(store: Store, id: string): { card: ArticleCard; body: string } | null {
  const select = `SELECT ${CARD_COLUMNS}, body, explainer, digest FROM ${CARD_TABLES} WHERE articles.id = ?`;
  const row = one<TextRow>(store, select, id);
  if (row === null || isLeftOut(store, row.id)) return null;
  if (isWhole(row.digest, digestedOf(row)))
    return { card: cardOf(row), body: unpackText(row.body, dictionaryIn(store)) };
  leaveOut(store, row.id, row.file);
  return null;
}

/** An article's headline and text, in which phrases are looked up. */
export function textStored(store: Store, id: string): { headline: string | null; body: string } | null {
  const select = 'SELECT headline, body, digest FROM articles WHERE id = ?';
  const row = one<{ headline: string | null; body: Blob; digest: Blob }>(store, select, id);
  // Where it is not as it was written, that is reported once it is to be shown.
  if (row === null || !isWhole(row.digest, { text: [row.headline, row.body] })) return null;
  const body = unpackText(row.body, dictionaryIn(store));
  spend(OPENED + body.length / CHARACTERS);
  return { headline: row.headline, body };
}

/** Articles by what people call them: their address, their file, or a headline with these words in this order; newest first. */
export function articlesNamed(store: Store, name: string): ArticleCard[] {
  const words = splitWords(name);
  const byName = 'url = ? OR articles.file = (SELECT number FROM files WHERE path = ?)';
  const named = newest(store, { sql: byName, values: [name, name] }, MOST_NAMED);
  if (named.length > 0 || words.length === 0) return named;
  return newest(store, { sql: 'headline LIKE ?', values: [`%${words.join('%')}%`] }, MOST_NAMED);
}

/** Of ten thousand articles with one headline these are listed; more is no help to anybody. */
const MOST_NAMED = 100;

/** Every outlet with how many articles it has and its newest, most articles first. */
export function outletsHeld(store: Store, most: number): OutletHeld[] {
  const rows = all<{ name: string; articles: number }>(
    store,
    `SELECT name, sum(articles) AS articles
      FROM (SELECT outlet AS number, count(*) AS articles FROM articles GROUP BY outlet) JOIN outlets USING (number)
      GROUP BY name ORDER BY sum(articles) DESC, name`,
  );
  const ofName = 'articles.outlet IN (SELECT number FROM outlets WHERE name = ?)';
  return rows.flatMap(({ name, articles }) => {
    const cards = newest(store, { sql: ofName, values: [name] }, most);
    const [first] = cards;
    return first ? [{ outlet: first.outlet, articles, newest: cards }] : [];
  });
}
