import { sentencesOf } from '../../reading/tokens/sentences.ts';
import { mayGoOn, spend } from '../../text/work.ts';
import type { ArticleFilter, SearchResult } from '../archive.ts';
import { findActors } from '../entities/find-actors.ts';
import { documentsWith } from '../index/ranking.ts';
import { parseQuery, type QueryFilter } from '../query.ts';
import { articlesWhere, cardAndText, textStored } from '../store/articles.ts';
import type { Opened } from '../store/opened.ts';
import { all, type Store } from '../store/store.ts';
import { bestPassage } from './passage.ts';
import { searchTyped } from './typed.ts';

const MOST_HITS = 20;
/** Characters: half a book. A passage is looked for no further in, so that one endless text holds up nobody's answer. */
const LONGEST_READ = 300_000;

/** Characters in which a passage is looked for at the cost of one unit of work. */
const CHARACTERS = 4;

/** Ranked full-text search with the passage that answers best. */
export function searchText(opened: Opened, typed: string, filter: ArticleFilter, limit = MOST_HITS): SearchResult {
  const { store, index } = opened;
  const parsed = parseQuery(typed);
  const allowed = allowedIds(store, filter, parsed.filter);
  const surroundings = {
    textOf: (id: string) => textStored(store, id),
    ...(allowed && { allowed: (id: string) => allowed.has(id) }),
  };
  const { hits: ranked, corrected, also, problems } = searchTyped(index, parsed, limit, surroundings);
  const idfOf = (term: string) => documentsWith(index, term).idf;
  const hits = ranked.flatMap(({ id, score, coverage, query }, rank) => {
    if (rank > 0 && !mayGoOn()) return [];
    const stored = cardAndText(store, id);
    if (!stored) return [];
    const { card, body } = stored;
    const read = body.slice(0, LONGEST_READ);
    spend(read.length / CHARACTERS);
    return [{ card, score, coverage, ...bestPassage(read, sentencesOf(read), query, idfOf) }];
  });
  return { hits, corrected, also, problems };
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
    const sql = `number IN (SELECT article FROM mention_groups JOIN actors ON actors.number = mention_groups.actor WHERE actors.id IN (${holes}))`;
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
