import type { ArticleId } from '../../corpus/article.ts';
import type { MeetingReport } from '../../reading/reading.ts';
import type { ArticleCard } from '../archive.ts';
import type { Sketched } from '../copies/place-copies.ts';
import { type ShingleTable, shinglesIn } from '../copies/shingle-table.ts';
import { all, one, type Store } from '../store/store.ts';

/**
 * What a build holds between reading the articles and knowing who is who in them. What there is much of stands in temporary
 * tables of the store, packed; as JavaScript's objects it would take ten times the room.
 */
export interface BuildDraft {
  /** Of the articles that came: what is reported of meetings, what may be a copy. */
  readonly reports: ReportToJoin[];
  readonly sketches: Sketched[];
  readonly shingles: ShingleTable;
  /** Of the articles that went: the blocks of those who were seen in them, and the articles' ids. */
  readonly blocksLeft: Set<number>;
  readonly articlesGone: Set<ArticleId>;
  readonly outlets: Map<string, number>;
  lastArticle: number;
  lastQuotation: number;
  lastFile: number;
}

/** A report of a meeting and which of its article's it is. */
export interface ReportToJoin {
  readonly article: number;
  readonly place: number;
  readonly card: ArticleCard;
  readonly report: MeetingReport;
  /** Which of a series its sentence says it is. */
  readonly order: string | null;
}

/**
 * `seen` has the mention groups of the articles that came, and those of before that are joined with them, with the `actor` that they
 * were taken for; `joined` whom they come out as, with their `actor` and `id` once all are known; `said` the quotations that
 * came, as they will be stored but for their speaker.
 */
const TABLES = `
  CREATE TEMP TABLE seen (
    number INTEGER PRIMARY KEY, block INTEGER NOT NULL, article INTEGER NOT NULL, place INTEGER NOT NULL, entity INTEGER,
    mention_group TEXT NOT NULL, actor INTEGER, joined INTEGER);
  CREATE INDEX temp.seen_by_block ON seen (block, article, place);
  CREATE TEMP TABLE joined (number INTEGER PRIMARY KEY, json TEXT NOT NULL, id TEXT, actor INTEGER);
  CREATE TEMP TABLE said (
    number INTEGER PRIMARY KEY, article INTEGER NOT NULL, entity INTEGER, name TEXT, day INTEGER NOT NULL, first_day INTEGER,
    last_day INTEGER, date TEXT);
`;

/** A draft for a build that changes some of what a store holds, be it nothing yet. */
export function draftOf(store: Store): BuildDraft {
  store.exec(TABLES);
  const last = (table: string) =>
    one<{ last: number | null }>(store, `SELECT max(number) AS last FROM ${table}`)?.last ?? 0;
  const outlets = all<{ number: number; domain: string; outlet: string }>(
    store,
    'SELECT number, domain, outlet FROM outlets',
  );
  return {
    reports: [],
    sketches: [],
    shingles: shinglesIn(store),
    blocksLeft: new Set(),
    articlesGone: new Set(),
    outlets: new Map(outlets.map(({ number, domain, outlet }) => [`${outlet}\n${domain}`, number])),
    lastArticle: last('articles'),
    lastQuotation: last('quotations'),
    lastFile: last('files'),
  };
}
