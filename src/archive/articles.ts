import type { Article, ArticleId } from '../corpus/article.ts';
import type { Reading } from '../reading/reading.ts';
import type { ArticleCard, ArticleFilter, StoredArticle } from './archive.ts';
import { all, between, one, type Store, type Value } from './store.ts';

/** The condition of a filter in SQL, for rows of `articles`, and its values. */
export function articlesWhere(
  store: Store,
  { since, until, outlet, kind }: ArticleFilter,
): { sql: string; values: Value[] } {
  const { sql, values } = between(since, until);
  if (outlet === undefined && kind === undefined) return { sql, values };
  const outlets = outletNumbers(store, outlet, kind);
  return { sql: `${sql} AND outlet IN (${outlets.join(', ')})`, values };
}

/** The outlets whose name or domain has these words, capitals and accents aside. */
function outletNumbers(store: Store, words: string | undefined, kind: string | undefined): number[] {
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const wanted = plain(words ?? '');
  const rows = all<{ number: number; name: string; domain: string; kind: string }>(store, 'SELECT * FROM outlets');
  const found = rows.filter((row) => plain(row.name).includes(wanted) || plain(row.domain).includes(wanted));
  return found.filter((row) => kind === undefined || row.kind === kind).map(({ number }) => number);
}

/** The articles that fit, newest first; undated ones last. */
export function articleCards(store: Store, filter: ArticleFilter): ArticleCard[] {
  const { sql, values } = articlesWhere(store, filter);
  const rows = all<{ card: string }>(
    store,
    `SELECT card FROM articles WHERE ${sql} ORDER BY last_day IS NULL, last_day DESC, first_day DESC, number`,
    ...values,
  );
  return rows.map(({ card }) => cardOf(card));
}

// Cards, bodies and readings are written by writeArticle and read by nobody else: what is parsed here is what was written.
export const cardOf = (json: string): ArticleCard => JSON.parse(json) as ArticleCard;

interface ArticleRow {
  readonly card: string;
  readonly body: string;
  readonly explainer: string | null;
  readonly reading: string;
}

const SELECT_STORED = `SELECT card, body, explainer, readings.reading AS reading
  FROM articles JOIN readings ON readings.key = articles.reading`;

const storedOf = ({ card, body, explainer, reading }: ArticleRow): StoredArticle => {
  const article: Article = { ...cardOf(card), body, explainer };
  return { article, reading: JSON.parse(reading) as Reading };
};

export function articleStored(store: Store, id: ArticleId): StoredArticle | null {
  const row = one<ArticleRow>(store, `${SELECT_STORED} WHERE articles.id = ?`, id);
  return row && storedOf(row);
}

export function articleNumbered(store: Store, number: number): StoredArticle | null {
  const row = one<ArticleRow>(store, `${SELECT_STORED} WHERE articles.number = ?`, number);
  return row && storedOf(row);
}
