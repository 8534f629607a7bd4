import type { Archive, ArticleCard, Meeting, MeetingFilter, QuotationRecord } from '../archive/archive.ts';
import type { Article, ArticleId } from '../corpus/article.ts';
import { firstDay, lastDay, mayCoincide } from '../text/edtf.ts';
import { phraseIn } from '../text/occurrences.ts';
import { overlaps, type Span, slice, span } from '../text/span.ts';
import type { Followed, Watched } from './watch.ts';

/** Something new to send. The key names it for good: it stays the same while its article does. */
export type Fact = { readonly key: string; readonly article: ArticleId } & (
  | {
      readonly is: 'meeting';
      readonly meeting: Meeting;
      /** The same meeting, as earlier articles announced it. */
      readonly planned: Meeting | null;
    }
  | { readonly is: 'quotation'; readonly record: QuotationRecord }
  /** An article of an outlet, or one with a phrase: its first place and the sentence around it; null in the headline. */
  | { readonly is: 'article'; readonly card: ArticleCard; readonly place: { at: Span; sentence: Span } | null }
);

/** Which articles count as new. */
export type Fresh = ReadonlySet<ArticleId>;

/** Of those that are known and were edited, the sentences that are new. */
export type Edited = ReadonlyMap<ArticleId, readonly Span[]>;

/**
 * What the new articles bring of what is watched. A meeting that an older article reports already is not new, nor is a
 * quotation that an older article has word for word: a copy of a story is no news.
 * Of an article that was edited, only what its new sentences report is news.
 */
export async function newsFor(what: Watched, fresh: Fresh, edited: Edited, archive: Archive): Promise<readonly Fact[]> {
  const news: Fact[] = [];
  const articles = new Set([...fresh, ...edited.keys()]);
  for (const fact of await factsIn(articles, what, archive)) {
    const added = fresh.has(fact.article) ? null : (edited.get(fact.article) ?? []);
    if ((added === null || isAdded(fact, added)) && (await isNews(fact, articles, archive))) news.push(fact);
  }
  return news;
}

/** Does it stand in what was added, and nowhere else? */
function isAdded(fact: Fact, added: readonly Span[]): boolean {
  const places = placesOf(fact);
  return places.length > 0 && places.every((place) => added.some((sentence) => overlaps(sentence, place)));
}

/** Where its article reports it; an article of an outlet that is followed is no new one for having been edited. */
function placesOf(fact: Fact): Span[] {
  switch (fact.is) {
    case 'meeting':
      return fact.meeting.evidence.flatMap(({ card, sentence }) => (card.id === fact.article ? [sentence] : []));
    case 'quotation':
      return [fact.record.quotation.words];
    case 'article':
      return fact.place ? [fact.place.at] : [];
  }
}

/** All that these articles report of what is watched. */
export async function factsIn(articles: Fresh, what: Watched, archive: Archive): Promise<readonly Fact[]> {
  switch (what.is) {
    case 'person': {
      const filter = await filterFor([what.who], archive);
      if (filter === null) return [];
      const [speaker] = filter.actors ?? [];
      const said = speaker === undefined ? [] : await archive.quotations({ speaker });
      return [...(await meetingFacts(filter, articles, archive)), ...quotationFacts(said, articles)];
    }
    case 'pair': {
      const filter = await filterFor(what.who, archive);
      return filter === null ? [] : meetingFacts(filter, articles, archive);
    }
    case 'phrase': {
      const found = await Promise.all([...articles].map((id) => phraseFact(what.words, id, archive)));
      return found.filter((fact) => fact !== null);
    }
    case 'outlet': {
      const cards = await archive.articles({ outlet: what.outlet });
      const theirs = cards.filter(({ id, outlet }) => articles.has(id) && sameOutlet(outlet, what.outlet));
      return theirs.map((card) => ({ is: 'article', key: `article ${card.id}`, article: card.id, card, place: null }));
    }
  }
}

async function isNews(fact: Fact, fresh: Fresh, archive: Archive): Promise<boolean> {
  if (fact.is === 'meeting') return reportsOfNow(fact.meeting).every(({ card }) => fresh.has(card.id));
  return fact.is === 'article' || !(await isCopied(fact.record, fresh, archive));
}

const sameOutlet = ({ name }: Article['outlet'], asked: string): boolean => name.toLowerCase() === asked.toLowerCase();

/** The meetings that these take part in; null where one of them is nobody the archive knows. */
async function filterFor(who: readonly Followed[], archive: Archive): Promise<MeetingFilter | null> {
  const actors = await Promise.all(who.map((one) => (one.is === 'actor' ? actorOf(one, archive) : undefined)));
  if (actors.some((actor) => actor === null)) return null;
  return {
    actors: actors.filter((actor) => actor !== undefined && actor !== null),
    countries: who.flatMap((one) => (one.is === 'country' ? [one.name] : [])),
  };
}

/** Whoever was followed before the archive knew them, or whose id went with an article, is looked up by name. */
async function actorOf({ actor: id, name }: Extract<Followed, { is: 'actor' }>, archive: Archive) {
  const known = id && (await archive.actor(id));
  if (known) return known.id;
  const same = (await archive.findActors(name)).filter(({ how }) => how === 'same');
  return same.length === 1 ? (same[0]?.actor.id ?? null) : null;
}

async function meetingFacts(filter: MeetingFilter, articles: Fresh, archive: Archive): Promise<Fact[]> {
  const meetings = await archive.meetings(filter);
  return meetings.flatMap((meeting): Fact[] => {
    // Not the best report, which another article may replace: the first by name, of these articles.
    const reports = meeting.evidence.map(({ card, sentence }) => ({ article: card.id, start: sentence.start }));
    const [first] = reports
      .filter(({ article }) => articles.has(article))
      .sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : a.start - b.start));
    if (!first) return [];
    const planned = meeting.status === 'held' ? planOf(meeting, meetings) : null;
    return [
      { is: 'meeting', key: `meeting ${first.article}@${first.start}`, article: first.article, meeting, planned },
    ];
  });
}

/** A plan for longer than this names no meeting ("next year"). */
const LONGEST_PLAN_DAYS = 62;

type Evidence = Meeting['evidence'][number];
const isPlan = ({ status }: Evidence): boolean => status === 'planned' || status === 'requested';

/** The reports of what a meeting is now: that it was held is news although its plan is old. */
const reportsOfNow = ({ status, evidence }: Meeting): readonly Evidence[] =>
  status === 'held' ? evidence.filter((report) => !isPlan(report)) : evidence;

/** The plan among the reports of a meeting that was held since. */
function ownPlan(held: Meeting): Meeting | null {
  const plans = held.evidence.filter(isPlan);
  const [first] = plans;
  const date = plans.find((plan) => plan.date !== null)?.date ?? null;
  const isKept = date === null || held.date === null || mayCoincide(date, held.date);
  return first && isKept ? { ...held, status: first.status, date, place: first.place, evidence: plans } : null;
}

/** The meeting as it was announced: the same people, and a date that may be the one on which it was held. */
function planOf(held: Meeting, meetings: readonly Meeting[]): Meeting | null {
  const own = ownPlan(held);
  if (own) return own;
  const { date } = held;
  if (date === null) return null;
  const plans = meetings.filter(
    (one) =>
      (one.status === 'planned' || one.status === 'requested') &&
      one.date !== null &&
      mayCoincide(one.date, date) &&
      lengthInDays(one.date) <= LONGEST_PLAN_DAYS &&
      sharedSides(one, held) > 1,
  );
  return plans.at(-1) ?? null;
}

function lengthInDays(date: NonNullable<Meeting['date']>): number {
  const [first, last] = [firstDay(date), lastDay(date)];
  return first === null || last === null
    ? Number.POSITIVE_INFINITY
    : (Date.parse(last) - Date.parse(first)) / 86_400_000;
}

function sharedSides(a: Meeting, b: Meeting): number {
  const sides = ({ participants }: Meeting) => participants.map(({ actor, country }) => actor ?? country);
  const ofB = new Set(sides(b));
  return new Set(sides(a).filter((side) => side !== null && ofB.has(side))).size;
}

/** Reported speech has no exact words to quote. */
const quotationFacts = (said: readonly QuotationRecord[], articles: Fresh): Fact[] =>
  said
    .filter(({ card, quotation }) => articles.has(card.id) && quotation.kind !== 'indirect')
    .map((record) => {
      const { card, quotation } = record;
      return { is: 'quotation', key: `quotation ${card.id}@${quotation.start}`, article: card.id, record };
    });

/** Do the same words stand in an older article, or in a new one that comes first? */
async function isCopied({ card, quotation }: QuotationRecord, fresh: Fresh, archive: Archive): Promise<boolean> {
  const stored = await archive.article(card.id);
  if (!stored) return false;
  const words = slice(stored.article.body, quotation.words);
  const alike = await archive.similarPassages(words, MOST_COPIES);
  return alike.some(
    (one) => one.similarity === 1 && one.card.id !== card.id && (!fresh.has(one.card.id) || one.card.id < card.id),
  );
}

const MOST_COPIES = 10;

async function phraseFact(words: string, id: ArticleId, archive: Archive): Promise<Fact | null> {
  const stored = await archive.article(id);
  if (!stored) return null;
  const { card } = stored;
  const { body } = stored.article;
  const [at] = phraseIn(words, body);
  if (!at && phraseIn(words, card.headline ?? '').length === 0) return null;
  const around = at && stored.reading.sentences.filter(({ start, end }) => start < at.end && end > at.start);
  const sentence = at && span(around?.[0]?.start ?? at.start, around?.at(-1)?.end ?? at.end);
  const place = at && sentence ? { at, sentence } : null;
  return { is: 'article', key: `article ${id}`, article: id, card, place };
}
