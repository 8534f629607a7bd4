import type { ArticleId } from '../corpus/article.ts';
import type { MeetingReport } from '../reading/reading.ts';
import { isDay, weekday } from '../text/edtf.ts';
import { span } from '../text/span.ts';
import { foldName, nameWords, spellingKey } from '../text/spelling.ts';
import type { Actor, ActorId, ArticleCard, Meeting } from './archive.ts';
import { joinMeetings, type Telling } from './meetings.ts';
import { bodyWords, comparableWords } from './names.ts';
import { joinActors, type KnownActor } from './people.ts';
import { quotationAsJson, sightingAsJson } from './records.ts';
import { roleWords } from './roles.ts';
import { all, days, one, run, type Store, type Value } from './store.ts';
import type { Draft } from './writing.ts';

/** How many there are of each. */
export interface Counts {
  readonly people: number;
  readonly meetings: number;
  readonly quotations: number;
}

/**
 * Joins what the articles told, and stores people, meetings and quotations. What is stored already as it should be is left
 * as it is: after a small reindex that is nearly all.
 */
export function writeActorsAndFacts(store: Store, draft: Draft): Counts {
  const known = joinActors(draft.sightings.map(({ sighting }) => sighting));
  const before = new Map(
    all<{ number: number; id: string; actor: string }>(store, 'SELECT number, id, actor FROM actors').map((row) => [
      row.id,
      row,
    ]),
  );
  let last = 0;
  for (const { number } of before.values()) last = Math.max(last, number);
  const numberOf = new Map(known.map(({ id }) => [id, before.get(id)?.number ?? ++last]));

  const actors = writeSightings(store, draft, known, numberOf);
  const quotations = writeQuotations(store, draft, actors);
  const meetings = writeMeetings(store, draft, actors, (id) => before.get(id)?.number);
  for (const { name, ...actor } of known) {
    const number = numberOf.get(actor.id) ?? 0;
    const told: Actor = {
      id: actor.id,
      kind: actor.kind,
      name,
      spellings: actor.spellings,
      roles: actor.roles,
      articles: new Set(actor.sightings.map(({ article }) => article)).size,
      mentions: actor.mentions,
      meetings: meetings.get(number) ?? 0,
      quotations: quotations.get(number) ?? 0,
    };
    writeActor(store, number, told, actor.alsoIds, before.get(actor.id)?.actor ?? null);
  }
  const gone = [...before.values()].filter(({ id }) => !numberOf.has(id as ActorId)); // ids of actors, from their table
  for (const { number, actor } of gone) removeActor(store, number, JSON.parse(actor) as Actor); // as writeActor wrote it
  return {
    people: known.filter(({ kind }) => kind === 'person').length,
    meetings: one<{ count: number }>(store, 'SELECT count(*) AS count FROM meetings')?.count ?? 0,
    quotations: one<{ count: number }>(store, 'SELECT count(*) AS count FROM quotations')?.count ?? 0,
  };
}

/** Who somebody in an article is: by entity, or by name where no mention has it. */
interface ActorsSeen {
  readonly ids: ReadonlyMap<string, ActorId>;
  readonly numberOf: ReadonlyMap<ActorId, number>;
}

const keyOf = (article: number, entity: number | null, name: string): string =>
  entity === null ? `${article} ${name}` : `${article} #${entity}`;

function writeSightings(
  store: Store,
  draft: Draft,
  known: readonly KnownActor[],
  numberOf: ReadonlyMap<ActorId, number>,
): ActorsSeen {
  const stored = new Map(draft.sightings.map((seen) => [seen.sighting, seen]));
  const ids = new Map<string, ActorId>();
  for (const { id, sightings } of known) {
    const number = numberOf.get(id) ?? 0;
    for (const sighting of sightings) {
      const { article, entity, name } = sighting;
      ids.set(keyOf(article, entity, name), id);
      const { place = 0, actor = null } = stored.get(sighting) ?? {};
      if (actor === number) continue;
      if (actor === null) {
        const json = sightingAsJson(sighting);
        run(store, 'INSERT INTO sightings VALUES (?, ?, ?, ?, ?)', article, place, number, entity, json);
      } else {
        run(store, 'UPDATE sightings SET actor = ? WHERE article = ? AND place = ?', number, article, place);
        run(store, 'UPDATE quotations SET speaker = ? WHERE article = ? AND speaker = ?', number, article, actor);
      }
    }
  }
  return { ids, numberOf };
}

/** Stores the new quotations; how many there are now of each speaker. */
function writeQuotations(store: Store, draft: Draft, { ids, numberOf }: ActorsSeen): Map<number, number> {
  let last = one<{ last: number | null }>(store, 'SELECT max(number) AS last FROM quotations')?.last ?? 0;
  for (const quoted of draft.quotations) {
    const { article, date, terms } = quoted;
    const { speaker } = quoted.quotation;
    const id = speaker && ids.get(keyOf(article, speaker.entity, speaker.name));
    const row: Value[] = [++last, article, (id && numberOf.get(id)) ?? null, ...days(date), quotationAsJson(quoted)];
    run(store, 'INSERT INTO quotations VALUES (?, ?, ?, ?, ?, ?)', ...row);
    run(store, 'INSERT INTO quotation_words (rowid, stems) VALUES (?, ?)', last, terms);
  }
  const counts = 'SELECT speaker, count(*) AS count FROM quotations WHERE speaker IS NOT NULL GROUP BY speaker';
  return new Map(all<{ speaker: number; count: number }>(store, counts).map(({ speaker, count }) => [speaker, count]));
}

/** A meeting as stored: its evidence names articles by their numbers, for the same cards stand in their own table. */
export type StoredMeeting = Omit<Meeting, 'evidence'> & {
  readonly evidence: readonly (Omit<Meeting['evidence'][number], 'card'> & { readonly article: number })[];
};

/** Joins all tellings and stores the meetings that are not stored so already; how many each actor took part in. */
function writeMeetings(
  store: Store,
  draft: Draft,
  { ids, numberOf }: ActorsSeen,
  numberBefore: (id: ActorId) => number | undefined,
): Map<number, number> {
  const articles = new Map<ArticleId, number>(draft.tellings.map(({ article, card }) => [card.id, article]));
  const meetings = joinMeetings(
    draft.tellings.map(({ article, card, report }) =>
      telling(card, report, (entity, name) => ids.get(keyOf(article, entity, name)) ?? null),
    ),
  );
  const before = new Map(
    all<{ number: number; id: string; meeting: string }>(store, 'SELECT number, id, meeting FROM meetings').map(
      (row) => [row.id, row],
    ),
  );
  let last = 0;
  for (const { number } of before.values()) last = Math.max(last, number);
  const counts = new Map<number, number>();
  for (const meeting of meetings) {
    const actors = new Set(meeting.participants.flatMap(({ actor }) => (actor && numberOf.get(actor)) ?? []));
    for (const actor of actors) counts.set(actor, (counts.get(actor) ?? 0) + 1);
    const evidence = meeting.evidence.map(({ card, ...rest }) => ({ article: articles.get(card.id) ?? 0, ...rest }));
    const stored: StoredMeeting = { ...meeting, evidence };
    const json = JSON.stringify(stored);
    const known = before.get(meeting.id);
    before.delete(meeting.id);
    if (known?.meeting === json) continue;
    if (known) removeMeeting(store, known.number, JSON.parse(known.meeting) as StoredMeeting, numberBefore); // written below
    writeMeeting(store, known?.number ?? ++last, stored, json, [...actors]);
  }
  for (const { number, meeting } of before.values()) {
    removeMeeting(store, number, JSON.parse(meeting) as StoredMeeting, numberBefore); // written by writeMeeting
  }
  return counts;
}

function telling(
  card: ArticleCard,
  report: MeetingReport,
  actorOf: (entity: number | null, name: string) => ActorId | null,
): Telling {
  return {
    form: report.form,
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

function writeMeeting(store: Store, number: number, meeting: StoredMeeting, json: string, actors: number[]): void {
  const { id, date } = meeting;
  const day = date !== null && isDay(date) ? weekday(date) : null;
  run(store, 'INSERT INTO meetings VALUES (?, ?, ?, ?, ?, ?)', number, id, ...days(date), day, json);
  for (const actor of actors) run(store, 'INSERT INTO meeting_actors VALUES (?, ?)', actor, number);
  for (const country of countriesOf(meeting))
    run(store, 'INSERT INTO meeting_countries VALUES (?, ?)', country, number);
  for (const place of placesOf(meeting)) {
    run(store, 'INSERT OR IGNORE INTO meeting_places VALUES (?, ?, ?)', foldName(place), number, place);
  }
}

function removeMeeting(
  store: Store,
  number: number,
  meeting: StoredMeeting,
  numberBefore: (id: ActorId) => number | undefined,
): void {
  run(store, 'DELETE FROM meetings WHERE number = ?', number);
  for (const { actor } of meeting.participants) {
    const who = actor && numberBefore(actor);
    if (who) run(store, 'DELETE FROM meeting_actors WHERE actor = ? AND meeting = ?', who, number);
  }
  for (const country of countriesOf(meeting)) {
    run(store, 'DELETE FROM meeting_countries WHERE country = ? AND meeting = ?', country, number);
  }
  for (const place of placesOf(meeting)) {
    run(store, 'DELETE FROM meeting_places WHERE folded = ? AND meeting = ?', foldName(place), number);
  }
}

const countriesOf = ({ participants }: StoredMeeting): Set<string> =>
  new Set(participants.flatMap(({ country }) => country ?? []));
const placesOf = ({ place, evidence }: StoredMeeting): Set<string> =>
  new Set([place, ...evidence.map((one) => one.place)].filter((name) => name !== null));

function writeActor(
  store: Store,
  number: number,
  actor: Actor,
  alsoIds: readonly string[],
  before: string | null,
): void {
  const json = JSON.stringify(actor);
  if (before === json) return;
  if (before !== null) removeActor(store, number, JSON.parse(before) as Actor); // as it was written here
  run(store, 'INSERT INTO actors VALUES (?, ?, ?, ?, ?)', number, actor.id, actor.kind, actor.mentions, json);
  run(store, 'INSERT OR REPLACE INTO actor_ids VALUES (?, ?)', actor.id, number);
  for (const other of alsoIds) run(store, 'INSERT OR IGNORE INTO actor_ids VALUES (?, ?)', other, number);
  const { names, bodies, roles } = wordsOf(actor);
  for (const word of names) run(store, 'INSERT INTO actor_words VALUES (?, ?, ?)', spellingKey(word), word, number);
  for (const word of bodies) run(store, 'INSERT INTO body_words VALUES (?, ?)', word, number);
  for (const word of roles) run(store, 'INSERT INTO role_words VALUES (?, ?)', word, number);
}

function removeActor(store: Store, number: number, actor: Actor): void {
  run(store, 'DELETE FROM actors WHERE number = ?', number);
  run(store, 'DELETE FROM actor_ids WHERE id = ? AND actor = ?', actor.id, number);
  const { names, bodies, roles } = wordsOf(actor);
  for (const word of names) {
    run(store, 'DELETE FROM actor_words WHERE key = ? AND word = ? AND actor = ?', spellingKey(word), word, number);
  }
  for (const word of bodies) run(store, 'DELETE FROM body_words WHERE word = ? AND actor = ?', word, number);
  for (const word of roles) run(store, 'DELETE FROM role_words WHERE word = ? AND actor = ?', word, number);
}

/** The words by which an actor is found. */
function wordsOf({ kind, name, spellings, roles }: Actor) {
  if (kind === 'body') return { names: [], bodies: new Set(spellings.flatMap(bodyWords)), roles: [] };
  const all = [name, ...spellings];
  const names = new Set(all.flatMap((spelling) => [...nameWords(spelling), ...comparableWords(spelling)]));
  return { names, bodies: [], roles: new Set(roles.flatMap(({ role }) => roleWords(role))) };
}
