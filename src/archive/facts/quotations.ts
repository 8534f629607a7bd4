import type { ArticleId } from '../../corpus/article.ts';
import type { Edtf } from '../../text/edtf.ts';
import type { ActorId, QuotationFilter, QuotationRecord } from '../archive.ts';
import { actorNumber } from '../entities/stored.ts';
import { articleOpened, articlesWhere } from '../store/articles.ts';
import { all, between, one, type Store, type Value } from '../store/store.ts';
import { termsAsked } from './about.ts';
import { sentencesAround } from './quotation-sentences.ts';

/** The first and the last number of an article's quotations; the last is less where it has none. */
export function quotationsOf(store: Store, article: number): readonly [number, number] {
  const select = 'SELECT quoted, quotations FROM articles WHERE number = ?';
  const { quoted, quotations } = one<{ quoted: number; quotations: number }>(store, select, article) ?? NONE;
  return [quoted, quoted + quotations - 1];
}

const NONE = { quoted: 0, quotations: 0 };

interface QuotationRow {
  readonly article: number;
  readonly place: number;
  readonly speaker: ActorId | null;
  readonly date: Edtf | null;
}

/**
 * The quotations that fit, oldest article first, then in the order of the text; of more than `limit` those of the latest
 * articles.
 */
export function quotationsWhere(store: Store, filter: QuotationFilter, limit = -1): QuotationRecord[] {
  // The plus keeps SQLite from looking up each quotation that has the words.
  const condition = conditionOf(store, filter, isCommon(store, filter) ? '+quotations.number' : 'quotations.number');
  if (!condition) return [];
  const rows = all<QuotationRow>(
    store,
    `SELECT quotations.article AS article, actors.id AS speaker, date,
        quotations.number - (SELECT quoted FROM articles WHERE articles.number = quotations.article) AS place
      FROM quotations LEFT JOIN actors ON actors.number = quotations.speaker
      WHERE ${condition.sql} ORDER BY day DESC, quotations.number DESC LIMIT ?`,
    ...condition.values,
    limit,
  );
  return recordsOf(store, rows);
}

/** How many quotations fit. */
export function countQuotations(store: Store, filter: QuotationFilter): number {
  const { about, ...others } = filter;
  const counted = (from: string, values: readonly Value[]) =>
    one<{ count: number }>(store, `SELECT count(*) AS count FROM ${from}`, ...values)?.count ?? 0;
  const words = about === undefined ? null : wordsAsked(about);
  if (words !== null && Object.keys(others).length === 0) return counted(`(${WITH_WORDS})`, [words]);
  const condition = conditionOf(store, filter);
  return condition ? counted(`quotations WHERE ${condition.sql}`, condition.values) : 0;
}

const WITH_WORDS = 'SELECT rowid FROM quotation_words WHERE quotation_words MATCH ?';
/** Of words that so many quotations have, the latest are found by going back day by day; of rarer ones, by looking at each. */
const COMMON = 2000;

function isCommon(store: Store, { about, since, until }: QuotationFilter): boolean {
  const words = about === undefined || since !== undefined || until !== undefined ? null : wordsAsked(about);
  return words !== null && all(store, `${WITH_WORDS} LIMIT 1 OFFSET ${COMMON}`, words).length > 0;
}

/** What a quotation must have to be about something, as FTS5 takes it; null where nothing can. */
function wordsAsked(about: string): string | null {
  const terms = [...new Set(termsAsked(about).flatMap((term) => term.match(TOKENS) ?? []))].slice(0, MOST_TERMS);
  return terms.length === 0 ? null : terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' AND ');
}

/** A term as the table's tokeniser cuts it: "(1)", which a bracketed figure is spelled out as, is "1" there. */
const TOKENS = /[A-Za-z0-9\u0080-\u{10ffff}]+/gu;
/** No quotation has all of more words than these. */
const MOST_TERMS = 40;

/** Null where nothing can fit. */
function conditionOf(
  store: Store,
  { speaker, about, since, until, outlet }: QuotationFilter,
  number = 'quotations.number',
) {
  const said = between(since, until);
  const conditions = [said.sql];
  const values: Value[] = [...said.values];
  if (speaker !== undefined) {
    conditions.push('quotations.speaker = ?');
    values.push(actorNumber(store, speaker));
  }
  if (outlet !== undefined) {
    const { sql } = articlesWhere(store, { outlet });
    conditions.push(`EXISTS (SELECT 1 FROM articles INDEXED BY articles_by_outlet
      WHERE ${sql} AND articles.number = quotations.article)`);
  }
  if (about !== undefined) {
    const words = wordsAsked(about);
    if (words === null) return null;
    conditions.push(`${number} IN (${WITH_WORDS})`);
    values.push(words);
  }
  return { sql: conditions.join(' AND '), values };
}

/** What the readings hold of quotations, each article opened once. */
function recordsOf(store: Store, rows: readonly QuotationRow[]): QuotationRecord[] {
  const articles = new Map<number, ReturnType<typeof articleOpened>>();
  const records = rows.flatMap(({ article, place, speaker, date }) => {
    const stored = articles.get(article) ?? articleOpened(store, article);
    articles.set(article, stored);
    const quotation = stored?.reading.quotations[place];
    if (!stored || !quotation) return [];
    const { card, reading } = stored;
    const sentence = sentencesAround(quotation, reading.sentences);
    const record = { card, quotation, speaker, sentence, date: date ?? card.published?.date ?? null };
    return [{ record, first: card.published === null ? 0 : 1 }];
  });
  // Backwards, as they were found; those of articles without a date last.
  return records
    .reverse()
    .sort((a, b) => b.first - a.first)
    .map(({ record }) => record);
}

/** Who said what in an article, by the quotation's place in its reading. */
export function speakersIn(store: Store, id: ArticleId): ReadonlyMap<number, ActorId> {
  const number = one<{ number: number }>(store, 'SELECT number FROM articles WHERE id = ?', id)?.number ?? 0;
  const [first, last] = quotationsOf(store, number);
  const rows = all<{ number: number; speaker: ActorId }>(
    store,
    `SELECT quotations.number AS number, actors.id AS speaker FROM quotations JOIN actors ON actors.number = speaker
      WHERE quotations.number BETWEEN ? AND ?`,
    first,
    last,
  );
  return new Map(rows.map((row) => [row.number - first, row.speaker]));
}
