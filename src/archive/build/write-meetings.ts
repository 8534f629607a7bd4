import type { MeetingReport } from '../../reading/reading.ts';
import { isDay, weekday } from '../../text/edtf.ts';
import { fnv1a } from '../../text/hashing.ts';
import { span } from '../../text/span.ts';
import { foldName } from '../../text/spelling.ts';
import type { ActorId, ArticleCard } from '../archive.ts';
import { clueOfArticle, cluesOf, type JoinedMeeting, joinMeetings } from '../facts/join-meetings.ts';
import type { ReportAt, StoredMeeting } from '../facts/meetings-stored.ts';
import { hasTwoParties } from '../facts/participants.ts';
import { orderOf, type ResolvedReport } from '../facts/same-meeting.ts';
import { articleNumbered } from '../store/articles.ts';
import { all, days, one, run, type Store } from '../store/store.ts';
import type { BuildDraft, ReportToJoin } from './draft.ts';
import type { ActorsJoined } from './write-actors.ts';

type LocatedReport = ResolvedReport & ReportAt;

const keyOf = ({ article, report }: ReportAt): string => `${article} ${report}`;
/** Of which reports a meeting is made. */
const keyOfAll = (reports: readonly ReportAt[]): string => reports.map(keyOf).sort().join('|');

/**
 * Joins the new reports, and those whose actors changed, with the stored meetings that they may belong to, and stores what
 * came out different; the numbers of the actors whose meetings may have changed. Only reports that share a clue are ever held
 * against each other, so what is left out shares none with any meeting that changes.
 */
export function writeMeetings(store: Store, draft: BuildDraft, actors: ActorsJoined): ReadonlySet<number> {
  const reports = new Map<string, LocatedReport>();
  const stored = new Map<number, StoredMeeting>();
  const naming = namesFor(store, actors);
  const clues = new Set([...draft.articlesGone].map(clueOfArticle));
  const add = (located: LocatedReport) => {
    // Only here is known who is who, and so whether anybody else was there.
    if (hasTwoParties(located.participants)) reports.set(keyOf(located), located);
    return located;
  };
  for (const at of draft.reports) for (const clue of cluesOf(add(naming(at)))) clues.add(clue);
  for (const article of actors.moved) {
    for (const at of reportsIn(store, article)) for (const clue of cluesOf(add(naming(at)))) clues.add(clue);
  }
  const isFirst = one(store, 'SELECT 1 FROM meetings LIMIT 1') === null;
  let joined: JoinedMeeting<LocatedReport>[] = [];
  for (const done = new Set<string>(); ; ) {
    const open = isFirst ? [] : [...clues].filter((clue) => !done.has(clue));
    for (const clue of open) {
      done.add(clue);
      for (const at of openMeetings(store, clue, stored)) add(naming(at));
    }
    joined = joinMeetings([...reports.values()]);
    if (isFirst) break;
    for (const clue of cluesChanged(joined, stored, reports)) clues.add(clue);
    if ([...clues].every((clue) => done.has(clue))) break;
  }
  return keepMeetings(store, joined, stored, actors);
}

/** The clues of all reports of meetings that are made of other reports than before. */
function* cluesChanged(
  joined: readonly JoinedMeeting<LocatedReport>[],
  stored: ReadonlyMap<number, StoredMeeting>,
  reports: ReadonlyMap<string, LocatedReport>,
): Generator<string> {
  const before = new Set([...stored.values()].map(({ evidence }) => keyOfAll(evidence)));
  const now = new Set<string>();
  for (const { reports: of } of joined) {
    const key = keyOfAll(of);
    now.add(key);
    if (!before.has(key)) for (const located of of) yield* cluesOf(located);
  }
  for (const { evidence } of stored.values()) {
    if (now.has(keyOfAll(evidence))) continue;
    for (const at of evidence) {
      const located = reports.get(keyOf(at));
      if (located) yield* cluesOf(located);
    }
  }
}

/** Opens the meetings with a clue; their reports, but for those of articles that are gone. */
function* openMeetings(store: Store, clue: string, stored: Map<number, StoredMeeting>): Generator<ReportToJoin> {
  const select =
    'SELECT number, meetings.meeting AS meeting FROM clues JOIN meetings ON number = clues.meeting WHERE clue = ?';
  for (const { number, meeting } of all<{ number: number; meeting: string }>(store, select, fnv1a(clue))) {
    if (stored.has(number)) continue;
    const opened = JSON.parse(meeting) as StoredMeeting; // written by writeMeeting
    stored.set(number, opened);
    for (const { article, report } of opened.evidence) {
      const located = reportsIn(store, article)[report];
      if (located) yield located;
    }
  }
}

function reportsIn(store: Store, article: number): readonly ReportToJoin[] {
  const stored = articleNumbered(store, article);
  if (!stored) return [];
  const { card, reading } = stored;
  const { body } = stored.article;
  return reading.meetings.map((report, place) => ({ article, place, card, report, order: orderOf(report, body) }));
}

/** Resolves the participants of reports across articles. */
function namesFor(store: Store, { numberOf }: ActorsJoined): (at: ReportToJoin) => LocatedReport {
  const idOf = new Map([...numberOf].map(([id, number]) => [number, id]));
  // The reports of one article come one after another.
  let opened: { article: number; seen: ReadonlyMap<string, ActorId> } | null = null;
  return ({ article, place, card, report, order }) => {
    const { seen } = opened?.article === article ? opened : { seen: seenIn(store, article, idOf) };
    opened = { article, seen };
    return {
      article,
      report: place,
      ...resolveReport(card, report, order, (entity, name) => seen.get(nameOf(entity, name)) ?? null),
    };
  };
}

/** Who somebody in an article is: by entity, or by name where no mention has it. */
const nameOf = (entity: number | null, name: string): string => (entity === null ? name : `#${entity}`);

/** Who those are that a stored article sees. */
function seenIn(store: Store, article: number, idOf: ReadonlyMap<number, ActorId>): ReadonlyMap<string, ActorId> {
  const rows = all<{ entity: number | null; name: string; actor: number; id: ActorId | null }>(
    store,
    `SELECT entity, mention_group ->> '$[1]' AS name, mention_groups.actor AS actor, id FROM mention_groups
      LEFT JOIN actors ON actors.number = mention_groups.actor WHERE article = ?`,
    article,
  );
  return new Map(
    rows.flatMap(({ entity, name, actor, id }) => {
      const is = idOf.get(actor) ?? id;
      return is ? [[nameOf(entity, name), is]] : [];
    }),
  );
}

function resolveReport(
  card: ArticleCard,
  report: MeetingReport,
  order: string | null,
  actorOf: (entity: number | null, name: string) => ActorId | null,
): ResolvedReport {
  return {
    form: report.form,
    order,
    participants: report.participants.map(({ name, kind, entity, role, country }) => ({
      name,
      kind,
      actor: kind === 'person' || kind === 'body' ? actorOf(entity, name) : null,
      role,
      country: country ?? (kind === 'country' ? name : null),
    })),
    evidence: {
      card,
      sentence: span(report.start, report.end),
      topic: report.topic,
      also: report.also,
      status: report.status,
      date: report.date?.value ?? null,
      dateWords: report.date && span(report.date.start, report.date.end),
      place: report.place?.name ?? null,
    },
  };
}

/** Stores the meetings that are not stored so already, takes out those that are no more; whose they are and were. */
function keepMeetings(
  store: Store,
  joined: readonly JoinedMeeting<LocatedReport>[],
  stored: ReadonlyMap<number, StoredMeeting>,
  { numberOf, before }: ActorsJoined,
): ReadonlySet<number> {
  const counted = new Set<number>();
  const numbers = new Map([...stored].map(([number, { id }]) => [id, number]));
  const gone = new Map(stored);
  let last = one<{ last: number | null }>(store, 'SELECT max(number) AS last FROM meetings')?.last ?? 0;
  const idsBefore = new Map([...before].map(([number, { id }]) => [id, number]));
  const storedNumber = (id: ActorId) =>
    one<{ number: number }>(store, 'SELECT number FROM actors WHERE id = ?', id)?.number ?? null;
  const numberNow = (id: ActorId) => numberOf.get(id) ?? storedNumber(id);
  const actorsOf = (meeting: StoredMeeting, number: (id: ActorId) => number | null) => {
    const found = new Set(meeting.participants.flatMap(({ actor }) => (actor && number(actor)) ?? []));
    for (const actor of found) counted.add(actor);
    return found;
  };
  const changed: { number: number; meeting: StoredMeeting; json: string; clues: Set<string> }[] = [];
  for (const { meeting, reports } of joined) {
    const evidence = meeting.evidence.map(({ card: _card, ...rest }, at) => {
      const { article = 0, report = 0 } = reports[at] ?? {};
      return { article, report, ...rest };
    });
    const located: StoredMeeting = { ...meeting, evidence };
    const json = JSON.stringify(located);
    const number = numbers.get(meeting.id);
    const stood = number === undefined ? undefined : stored.get(number);
    if (number !== undefined && stood && JSON.stringify(stood) === json) gone.delete(number);
    else changed.push({ number: number ?? ++last, meeting: located, json, clues: new Set(reports.flatMap(cluesOf)) });
  }
  for (const [number, meeting] of gone) {
    removeMeeting(
      store,
      number,
      meeting,
      actorsOf(meeting, (id) => idsBefore.get(id) ?? storedNumber(id)),
    );
  }
  for (const { number, meeting, json, clues } of changed) {
    writeMeeting(store, number, meeting, json, actorsOf(meeting, numberNow));
    // What a meeting's clues were before stays: it brings a meeting to be looked at that need not be.
    for (const clue of clues) run(store, 'INSERT OR IGNORE INTO clues VALUES (?, ?)', fnv1a(clue), number);
  }
  return counted;
}

/** The first day; 0 where none is known. */
const dayOf = ({ date }: StoredMeeting): number => days(date)[0] ?? 0;
const countriesOf = ({ participants }: StoredMeeting): Set<string> =>
  new Set(participants.flatMap(({ country }) => country ?? []));
const placesOf = ({ place, evidence }: StoredMeeting): Set<string> =>
  new Set([place, ...evidence.map((one) => one.place)].filter((name) => name !== null));

function writeMeeting(store: Store, number: number, meeting: StoredMeeting, json: string, actors: Set<number>): void {
  const { id, date } = meeting;
  const day = dayOf(meeting);
  const fallsOn = date !== null && isDay(date) ? weekday(date) : null;
  run(store, 'INSERT INTO meetings VALUES (?, ?, ?, ?, ?, ?, ?)', number, id, day, ...days(date), fallsOn, json);
  for (const actor of actors) run(store, 'INSERT INTO meeting_actors VALUES (?, ?, ?)', actor, day, number);
  for (const country of countriesOf(meeting)) {
    run(store, 'INSERT INTO meeting_countries VALUES (?, ?, ?)', country, day, number);
  }
  for (const place of placesOf(meeting)) {
    run(store, 'INSERT OR IGNORE INTO meeting_places VALUES (?, ?, ?, ?)', foldName(place), day, number, place);
  }
}

function removeMeeting(store: Store, number: number, meeting: StoredMeeting, actors: Set<number>): void {
  const day = dayOf(meeting);
  run(store, 'DELETE FROM meetings WHERE number = ?', number);
  const from = (table: string, column: string, value: string | number) =>
    run(store, `DELETE FROM ${table} WHERE ${column} = ? AND day = ? AND meeting = ?`, value, day, number);
  for (const actor of actors) from('meeting_actors', 'actor', actor);
  for (const country of countriesOf(meeting)) from('meeting_countries', 'country', country);
  for (const place of placesOf(meeting)) from('meeting_places', 'folded', foldName(place));
}
