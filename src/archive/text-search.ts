import { sentencesOf } from '../reading/sentences.ts';
import type { ArticleFilter, SearchResult } from './archive.ts';
import { articlesWhere, cardAndText, textStored } from './articles.ts';
import { correctQuery } from './correction.ts';
import { findActors } from './find-actors.ts';
import type { Opened } from './opened.ts';
import { bestPassage } from './passage.ts';
import { parseQuery, type QueryFilter } from './query.ts';
import { documentsWith } from './ranking.ts';
import { searchIndex } from './search.ts';
import { all, type Store } from './store.ts';

const MOST_HITS = 20;

/** Ranked full-text search with the passage that answers best. */
export function search(opened: Opened, typed: string, filter: ArticleFilter, limit = MOST_HITS): SearchResult {
  const { store, index } = opened;
  const { query, corrected } = correctQuery(index, parseQuery(typed));
  const allowed = allowedIds(store, filter, query.filter);
  const ranked = searchIndex(index, query, limit, {
    textOf: (id) => textStored(store, id),
    ...(allowed && { allowed: (id: string) => allowed.has(id) }),
  });
  const hits = ranked.flatMap(({ id, score, coverage }) => {
    const stored = cardAndText(store, id);
    if (!stored) return [];
    const { card, body } = stored;
    const rarityOf = (term: string) => documentsWith(index, term).rarity;
    return [{ card, score, coverage, ...bestPassage(body, sentencesOf(body), query, rarityOf) }];
  });
  return { hits, corrected, problems: query.problems };
}

/** The articles that meet both filters; null where all do. */
function allowedIds(store: Store, filter: ArticleFilter, typed: QueryFilter): Set<string> | null {
  const filters: ArticleFilter[] = [filter];
  const { by, kind, from, to, people } = typed;
  filters.push({
    ...(by && { outlet: by }),
    ...(kind && { kind }),
    ...(from && { since: from }),
    ...(to && { until: to }),
  });
  const conditions = filters.filter((one) => Object.keys(one).length > 0).map((one) => articlesWhere(store, one));
  for (const person of people) {
    const actors = findActors(store, person).map(({ actor }) => actor.id);
    const holes = actors.map(() => '?').join(', ');
    const sql = `number IN (SELECT article FROM sightings JOIN actors ON actors.number = actor WHERE actors.id IN (${holes}))`;
    conditions.push({ sql, values: actors });
  }
  if (conditions.length === 0) return null;
  const sql = conditions.map((condition) => `(${condition.sql})`).join(' AND ');
  const rows = all<{ id: string }>(
    store,
    `SELECT id FROM articles WHERE ${sql}`,
    ...conditions.flatMap(({ values }) => values),
  );
  return new Set(rows.map(({ id }) => id));
}
