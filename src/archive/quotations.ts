import type { ArticleId } from '../corpus/article.ts';
import type { Edtf } from '../text/edtf.ts';
import { termsAsked } from './about.ts';
import type { ActorId, QuotationFilter, QuotationRecord } from './archive.ts';
import { articleOpened, articlesWhere } from './articles.ts';
import { actorNumber } from './people-stored.ts';
import { sentencesAround } from './quotation-sentences.ts';
import { all, between, one, type Store, type Value } from './store.ts';

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
  const condition = conditionOf(store, filter);
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
  const condition = conditionOf(store, filter);
  const select = `SELECT count(*) AS count FROM quotations WHERE ${condition?.sql ?? '0'}`;
  return one<{ count: number }>(store, select, ...(condition?.values ?? []))?.count ?? 0;
}

/** Null where nothing can fit. */
function conditionOf(store: Store, { speaker, about, since, until, outlet }: QuotationFilter) {
  const said = between(since, until);
  const conditions = [said.sql];
  const values: Value[] = [...said.values];
  if (speaker !== undefined) {
    conditions.push('quotations.speaker = ?');
    values.push(actorNumber(store, speaker));
  }
  if (outlet !== undefined) {
    const { sql } = articlesWhere(store, { outlet });
    conditions.push(`quotations.article IN (SELECT number FROM articles WHERE ${sql})`);
  }
  if (about !== undefined) {
    const terms = termsAsked(about);
    if (terms.length === 0) return null;
    conditions.push('quotations.number IN (SELECT rowid FROM quotation_words WHERE quotation_words MATCH ?)');
    values.push(terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' AND '));
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
