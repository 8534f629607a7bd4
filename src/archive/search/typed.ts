import type { QueryProblem } from '../archive.ts';
import type { SearchIndex } from '../index/structure.ts';
import type { SearchQuery } from '../query.ts';
import { correctQuery, type SpellingCorrection } from './correct-spelling.ts';
import { type RankedHit, type SearchSurroundings, searchIndex } from './search-index.ts';

/** A document found, and the query that it answers. */
export interface TypedHit extends RankedHit {
  readonly query: SearchQuery;
}

export interface TypedSearch {
  readonly hits: readonly TypedHit[];
  readonly corrected: readonly SpellingCorrection[];
  readonly also: readonly SpellingCorrection[];
  readonly problems: readonly QueryProblem[];
}

/** Who has only what a rare word may have been meant for has half of it. */
const HALF = 0.5;

/**
 * Searches for what was typed: read, corrected, ranked. Where a word is so rare in the archive that it may be mistyped, what
 * it may have been meant for follows after all that has the word itself.
 */
export function searchTyped(
  index: SearchIndex,
  parsed: SearchQuery,
  limit: number,
  surroundings: SearchSurroundings,
): TypedSearch {
  const { query, corrected, also, perhaps } = correctQuery(index, parsed);
  const asTyped = searchIndex(index, query, limit, surroundings).map((hit) => ({ ...hit, query }));
  const result = { hits: asTyped, corrected, also, problems: parsed.problems };
  if (!perhaps || asTyped.length >= limit) return result;
  const known = new Set(asTyped.map(({ id }) => id));
  const more = searchIndex(index, perhaps, limit, surroundings)
    .filter(({ id }) => !known.has(id))
    .map((hit) => ({ ...hit, coverage: HALF * hit.coverage, query: perhaps }));
  return { ...result, hits: [...asTyped, ...more].slice(0, limit) };
}
