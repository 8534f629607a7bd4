import type { Article } from '../corpus/article.ts';
import { domainOf } from '../corpus/outlets.ts';
import type { MeetingReport, Quotation, Reading, Sentence } from '../reading/reading.ts';
import { type Edtf, isDay, weekday } from '../text/edtf.ts';
import { type Span, span, within } from '../text/span.ts';
import { foldName, nameWords, spellingKey } from '../text/spelling.ts';
import { termsAbout } from './about.ts';
import type { Actor, ActorId, ArticleCard, Meeting, QuotationRecord } from './archive.ts';
import { joinMeetings, type Telling } from './meetings.ts';
import { bodyWords, comparableWords } from './names.ts';
import { joinActors, type KnownActor } from './people.ts';
import { roleWords } from './roles.ts';
import { saidWhen } from './said-when.ts';
import { type Sighting, sightingsIn } from './sightings.ts';
import { days, run, type Store } from './store.ts';

/** What a build holds in memory between reading the articles and knowing who is who in them. */
export interface Draft {
  readonly sightings: Sighting[];
  readonly tellings: { readonly article: number; readonly card: ArticleCard; readonly report: MeetingReport }[];
  readonly quotations: {
    readonly article: number;
    readonly quotation: Quotation;
    readonly sentence: Span;
    readonly date: Edtf | null;
  }[];
  readonly outlets: Map<string, number>;
  articles: number;
}

export const newDraft = (): Draft => ({ sightings: [], tellings: [], quotations: [], outlets: new Map(), articles: 0 });

/** Stores an article with its reading, and notes whom it sees, what they say and whom they meet. */
export function writeArticle(store: Store, draft: Draft, article: Article, reading: Reading, readingKey: string): void {
  const number = ++draft.articles;
  const { body, explainer, ...card } = article;
  run(store, 'INSERT OR IGNORE INTO readings VALUES (?, ?)', readingKey, JSON.stringify(reading));
  run(
    store,
    'INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    number,
    article.id,
    outletNumber(store, draft, article),
    ...days(article.published?.date ?? null),
    article.headline,
    JSON.stringify(card),
    body,
    explainer,
    readingKey,
  );
  draft.sightings.push(...sightingsIn(number, article, reading));
  draft.tellings.push(...reading.meetings.map((report) => ({ article: number, card, report })));
  const published = article.published?.date ?? null;
  for (const quotation of reading.quotations) {
    const sentence = sentencesAround(quotation, reading.sentences);
    const date = saidWhen(quotation, reading, body, published) ?? published;
    draft.quotations.push({ article: number, quotation, sentence, date });
    const terms = termsAbout(body.slice(sentence.start, sentence.end)).join(' ');
    run(store, 'INSERT INTO quotation_words (rowid, stems) VALUES (?, ?)', draft.quotations.length, terms);
  }
}

function outletNumber(store: Store, draft: Draft, { outlet, url }: Article): number {
  const domain = (url && domainOf(url)) ?? '';
  const key = `${outlet.name}\n${domain}`;
  const known = draft.outlets.get(key);
  if (known !== undefined) return known;
  const number = draft.outlets.size + 1;
  draft.outlets.set(key, number);
  run(store, 'INSERT INTO outlets VALUES (?, ?, ?, ?)', number, outlet.name, domain, outlet.kind);
  return number;
}

/** The sentence a quotation stands in, or all of them where it runs over several; with the words that say whose it is. */
function sentencesAround({ start, end, cue, speaker }: Quotation, sentences: readonly Sentence[]): Span {
  const from = Math.min(start, cue?.start ?? start, speaker?.start ?? start);
  const to = Math.max(end, cue?.end ?? end, speaker?.end ?? end);
  const first = sentences.find((sentence) => sentence.end > from);
  const last = sentences.findLast((sentence) => sentence.start < to);
  return span(Math.min(first?.start ?? from, from), Math.max(last?.end ?? to, to));
}

/** Joins what the articles told, and stores people, meetings and quotations; how many there are of each. */
export function writeActorsAndFacts(
  store: Store,
  draft: Draft,
): { people: number; meetings: number; quotations: number } {
  const known = joinActors(draft.sightings);
  const numbers = numberSightings(known);
  const ids = known.map(({ id }) => id);
  const actorIn = (article: number, entity: number | null, name: string): number | null =>
    numbers.get(entity === null ? `${article} ${name}` : `${article} #${entity}`) ?? null;

  const tellings = draft.tellings.map(({ article, card, report }) =>
    telling(card, report, (entity, name) => {
      const number = actorIn(article, entity, name);
      return number === null ? null : (ids[number - 1] ?? null);
    }),
  );
  const meetings = joinMeetings(tellings);
  const numberOf = new Map(ids.map((id, at) => [id, at + 1]));
  const counts = known.map(() => ({ meetings: 0, quotations: 0 }));
  meetings.forEach((meeting, at) => {
    for (const actor of writeMeeting(store, at + 1, meeting, numberOf)) {
      const count = counts[actor - 1];
      if (count) count.meetings++;
    }
  });
  draft.quotations.forEach(({ article, quotation, sentence, date }, at) => {
    const { speaker } = quotation;
    const number = speaker && actorIn(article, speaker.entity, speaker.name);
    const count = number !== null ? counts[number - 1] : undefined;
    if (count) count.quotations++;
    const record: Omit<QuotationRecord, 'card'> = {
      quotation,
      speaker: number === null ? null : (ids[number - 1] ?? null),
      sentence,
      date,
    };
    const stored = [at + 1, article, number, ...days(date), JSON.stringify(record)] as const;
    run(store, 'INSERT INTO quotations VALUES (?, ?, ?, ?, ?, ?)', ...stored);
  });
  known.forEach((actor, at) => {
    writeActor(store, at + 1, actor, counts[at] ?? { meetings: 0, quotations: 0 });
  });
  const people = known.filter(({ kind }) => kind === 'person').length;
  return { people, meetings: meetings.length, quotations: draft.quotations.length };
}

/** Where in which article each actor was seen → the actor's number, from 1. */
function numberSightings(known: readonly KnownActor[]): Map<string, number> {
  const numbers = new Map<string, number>();
  known.forEach(({ sightings }, at) => {
    for (const { article, entity, name } of sightings) {
      numbers.set(entity === null ? `${article} ${name}` : `${article} #${entity}`, at + 1);
    }
  });
  return numbers;
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

/** Stores a meeting; the numbers of the actors who took part. */
function writeMeeting(
  store: Store,
  number: number,
  meeting: Meeting,
  numberOf: ReadonlyMap<ActorId, number>,
): number[] {
  const { id, date, place, participants, evidence } = meeting;
  const day = date !== null && isDay(date) ? weekday(date) : null;
  run(store, 'INSERT INTO meetings VALUES (?, ?, ?, ?, ?, ?)', number, id, ...days(date), day, JSON.stringify(meeting));
  const actors = new Set(participants.flatMap(({ actor }) => (actor === null ? [] : (numberOf.get(actor) ?? []))));
  for (const actor of actors) run(store, 'INSERT INTO meeting_actors VALUES (?, ?)', actor, number);
  const countries = new Set(participants.flatMap(({ country }) => country ?? []));
  for (const country of countries) run(store, 'INSERT INTO meeting_countries VALUES (?, ?)', country, number);
  for (const name of new Set([place, ...evidence.map((one) => one.place)])) {
    if (name !== null)
      run(store, 'INSERT OR IGNORE INTO meeting_places VALUES (?, ?, ?)', foldName(name), number, name);
  }
  return [...actors];
}

function writeActor(
  store: Store,
  number: number,
  { id, alsoIds, kind, name, spellings, roles, mentions, sightings }: KnownActor,
  counts: { meetings: number; quotations: number },
): void {
  const articles = [...new Set(sightings.map((sighting) => sighting.id))];
  const actor: Actor = { id, kind, name, spellings, roles, articles, mentions, ...counts };
  run(store, 'INSERT INTO actors VALUES (?, ?, ?, ?, ?)', number, id, kind, mentions, JSON.stringify(actor));
  run(store, 'INSERT OR REPLACE INTO actor_ids VALUES (?, ?)', id, number);
  for (const other of alsoIds) run(store, 'INSERT OR IGNORE INTO actor_ids VALUES (?, ?)', other, number);
  for (const { article, entity } of sightings) {
    if (entity !== null) run(store, 'INSERT OR IGNORE INTO sightings VALUES (?, ?, ?)', number, article, entity);
  }
  if (kind === 'body') {
    for (const word of new Set(spellings.flatMap(bodyWords)))
      run(store, 'INSERT INTO body_words VALUES (?, ?)', word, number);
    return;
  }
  const words = new Set(
    [name, ...spellings].flatMap((spelling) => [...nameWords(spelling), ...comparableWords(spelling)]),
  );
  for (const word of words) run(store, 'INSERT INTO actor_words VALUES (?, ?, ?)', spellingKey(word), word, number);
  for (const word of new Set(roles.flatMap(({ role }) => roleWords(role)))) {
    run(store, 'INSERT INTO role_words VALUES (?, ?)', word, number);
  }
}

/** The stretch of a reading's sentence that holds a mention. */
export const sentenceOf = (where: Span, sentences: readonly Sentence[]): Span => {
  const found = sentences.find((sentence) => within(where, sentence));
  return found ? span(found.start, found.end) : where;
};
