import type { Sentence } from '../../reading/reading.ts';
import { type Span, span, within } from '../../text/span.ts';
import { foldName } from '../../text/spelling.ts';
import type { ActorId, ActorMention, Meeting, MeetingFilter } from '../archive.ts';
import { actorNumber } from '../entities/stored.ts';
import { articleOpened, cardNumbered } from '../store/articles.ts';
import { all, between, one, type Store, type Value } from '../store/store.ts';

/** A meeting as stored: its evidence names articles and their reports by numbers, for cards stand in a table of their own. */
export type StoredMeeting = Omit<Meeting, 'evidence'> & {
  readonly evidence: readonly (Omit<Meeting['evidence'][number], 'card'> & ReportAt)[];
};

/** Where a report of a meeting is stored: the number of its article, and of the report within it. */
export interface ReportAt {
  readonly article: number;
  readonly report: number;
}

/** Where an actor is mentioned, oldest article first, undated ones last; of more than `limit` articles, in those asked for. */
export function mentionsStored(
  store: Store,
  id: ActorId,
  limit = -1,
  which: 'oldest' | 'latest' = 'oldest',
): ActorMention[] {
  const order = which === 'oldest' ? 'first_day NULLS LAST, article' : 'first_day DESC NULLS LAST, article DESC';
  const rows = all<{ article: number; entity: number; first_day: number | null }>(
    store,
    `SELECT article, entity, first_day FROM mention_groups JOIN articles ON articles.number = article
      WHERE actor = ? AND entity IS NOT NULL ORDER BY ${order} LIMIT ?`,
    actorNumber(store, id),
    limit,
  );
  const last = 99_999_999;
  rows.sort((a, b) => (a.first_day ?? last) - (b.first_day ?? last) || a.article - b.article);
  return rows.flatMap(({ article: number, entity }) => {
    const stored = articleOpened(store, number);
    if (!stored) return [];
    const { card, reading } = stored;
    const { mentions, sentences } = reading;
    const named = mentions.filter((mention) => mention.entity === entity);
    return named.map((mention) => ({ card, mention, sentence: sentenceOf(mention, sentences) }));
  });
}

/**
 * The meetings that fit, oldest first, undated ones last; of more than `limit` the latest. A place or date counts by
 * whichever article reports it.
 */
export function meetingsWhere(store: Store, filter: MeetingFilter, limit = -1): Meeting[] {
  const { sql, values } = conditionOf(store, filter);
  const rows = all<{ meeting: string }>(
    store,
    `SELECT meetings.meeting AS meeting FROM ${sql} ORDER BY ${TABLE_OF(filter)}.day DESC, number DESC LIMIT ?`,
    ...values,
    limit,
  );
  // Written by writeMeeting.
  const meetings = rows
    .reverse()
    .map(({ meeting }) => withCards(store, JSON.parse(meeting) as StoredMeeting))
    .filter(({ evidence }) => evidence.length > 0);
  return [...meetings.filter(({ date }) => date !== null), ...meetings.filter(({ date }) => date === null)];
}

/** How many meetings fit. */
export function countMeetings(store: Store, filter: MeetingFilter): number {
  const { sql, values } = conditionOf(store, filter);
  return one<{ count: number }>(store, `SELECT count(*) AS count FROM ${sql}`, ...values)?.count ?? 0;
}

/** The table that is walked through, day by day: that of the first thing asked for. */
const TABLE_OF = ({ actors = [], countries = [], place }: MeetingFilter): string =>
  actors.length > 0
    ? 'meeting_actors'
    : countries.length > 0
      ? 'meeting_countries'
      : place !== undefined
        ? 'meeting_places'
        : 'meetings';

function conditionOf(store: Store, filter: MeetingFilter): { sql: string; values: Value[] } {
  const { actors = [], countries = [], place, since, until, weekday } = filter;
  const asked: [table: string, column: string, value: Value][] = [
    ...actors.map((actor) => ['meeting_actors', 'actor', actorNumber(store, actor)] as [string, string, Value]),
    ...countries.map((country) => ['meeting_countries', 'country', country] as [string, string, Value]),
  ];
  if (place !== undefined) asked.push(['meeting_places', 'folded', foldName(place)]);
  const [first, ...others] = asked;
  const dates = between(since, until);
  const conditions = [dates.sql];
  const values: Value[] = [...dates.values];
  if (first) {
    conditions.unshift(`${first[0]}.${first[1]} = ?`);
    values.unshift(first[2]);
  }
  for (const [table, column, value] of others) {
    conditions.push(`EXISTS (SELECT 1 FROM ${table} AS other
      WHERE other.${column} = ? AND other.day = meetings.day AND other.meeting = meetings.number)`);
    values.push(value);
  }
  if (weekday !== undefined) {
    conditions.push('weekday = ?');
    values.push(weekday);
  }
  // CROSS: the order of the tables as written is the order in which SQLite walks them.
  const from = first ? `${first[0]} CROSS JOIN meetings ON meetings.number = ${first[0]}.meeting` : 'meetings';
  return { sql: `${from} WHERE ${conditions.join(' AND ')}`, values };
}

function withCards(store: Store, meeting: StoredMeeting): Meeting {
  const evidence = meeting.evidence.flatMap(({ article, report: _report, ...rest }) => {
    const card = cardNumbered(store, article);
    return card ? [{ card, ...rest }] : [];
  });
  return { ...meeting, evidence };
}

/** The stretch of a reading's sentence that holds a mention. */
function sentenceOf(where: Span, sentences: readonly Sentence[]): Span {
  const found = sentences.find((sentence) => within(where, sentence));
  return found ? span(found.start, found.end) : where;
}
