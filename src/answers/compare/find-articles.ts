import type { Archive, ArticleCard, Meeting } from '../../archive/archive.ts';
import type { MeetingReport } from '../../reading/reading.ts';
import { overlaps, type Span, slice, within } from '../../text/span.ts';
import { mayGoOn, spend } from '../../text/work.ts';
import type { Bibliography } from '../citations/bibliography.ts';
import { meetingsOf } from '../find/meetings.ts';
import type { Party } from '../find/parties.ts';
import { wordsInCommon } from '../find/topic.ts';
import type { AboutQuestion } from '../question.ts';
import { type ComparedArticle, matchPassages } from './passages.ts';

/** An article that reports what is compared, and where. */
export interface ArticlePassages {
  readonly card: ArticleCard;
  readonly sentences: readonly Span[];
}

type Question = AboutQuestion<'compare'>;

/** A meeting is meant if its report has at least this share of the words asked for. */
const ENOUGH = 0.75;
/** What is compared is looked for in so many articles, whatever the size of the archive: the best that a search finds. */
const MOST_ARTICLES = 40;
const MAX_REPORTS = 12;
/** Characters in whose sentences words are compared at the cost of one unit of work. */
const CHARACTERS = 1;
/** Of somebody's meetings, so many of the latest are looked at. */
const MOST_MEETINGS = 100;

/** The articles that report one meeting: somebody's latest that several report, or the one that the words mean; else null. */
export async function articlesOnMeeting(
  question: Question,
  party: Party,
  archive: Archive,
  sources: Bibliography,
): Promise<readonly ArticlePassages[] | null> {
  const meeting =
    party.is === 'unknown'
      ? await meetingMeant(question, archive, sources)
      : (await meetingsOf([party], periodOf(question), archive, MOST_MEETINGS)).meetings.findLast(hasSeveralReports);
  return meeting && hasSeveralReports(meeting) ? placesOf(meeting) : null;
}

const periodOf = ({ since, until }: Question) => ({ ...(since && { since }), ...(until && { until }) });

const hasSeveralReports = (meeting: Meeting): boolean => placesOf(meeting).length > 1;

/** The meeting that has most of the words in one of the articles found, with all that the archive joined to that report. */
async function meetingMeant(question: Question, archive: Archive, sources: Bibliography): Promise<Meeting | undefined> {
  const { about } = question;
  const needed = Math.max(1, ENOUGH * wordsInCommon(about, about));
  const found: { card: ArticleCard; report: MeetingReport; count: number }[] = [];
  for (const card of await cardsFound(question, archive)) {
    if (!mayGoOn()) break;
    const body = await sources.body(card.id);
    for (const report of (await sources.reading(card.id)).meetings) {
      const words = [report, ...report.also].map((one) => slice(body, one));
      const count = wordsInCommon(about, [...words, ...report.participants.map(({ name }) => name)].join(' '));
      if (count >= needed) found.push({ card, report, count });
    }
  }
  for (const { card, report } of found.toSorted((a, b) => b.count - a.count)) {
    const countries = report.participants.flatMap(({ country }) => country ?? []).slice(0, 1);
    const date = report.date?.value;
    const where = { ...periodOf(question), ...(date && { since: date, until: date }), countries };
    const meetings = await archive.meetings(where, MOST_MEETINGS);
    const meant = meetings.find(({ evidence }) =>
      evidence.some((one) => one.card.id === card.id && overlaps(one.sentence, report)),
    );
    if (meant && hasSeveralReports(meant)) return meant;
  }
  return undefined;
}

/** The articles that report a meeting, each with its sentences. */
function placesOf({ evidence }: Meeting): ArticlePassages[] {
  const places = new Map<string, ArticlePassages>();
  for (const { card, sentence: where, also } of evidence) {
    const known = places.get(card.id);
    if (known) places.set(card.id, { card, sentences: [...known.sentences, where] });
    else places.set(card.id, { card, sentences: [where, ...also.slice(0, 1)] });
  }
  return [...places.values()];
}

/** The articles that report the event, each with the one or two sentences that do. */
export async function articlesOnEvent(
  question: Question,
  archive: Archive,
  sources: Bibliography,
): Promise<readonly ArticlePassages[]> {
  const cards = await cardsFound(question, archive);
  const articles: ComparedArticle[] = [];
  for (const { id, published } of cards) {
    if (articles.length > 1 && !mayGoOn()) break;
    const { sentences, dates } = await sources.reading(id);
    const datesIn = (where: readonly Span[]) =>
      dates.filter((date) => where.some((one) => within(date, one))).map(({ value }) => value);
    const text = await sources.body(id);
    spend(text.length / CHARACTERS);
    articles.push({ text, sentences, datesIn, published: published?.date ?? null });
  }
  return [...matchPassages(question.about, articles)]
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_REPORTS)
    .flatMap(({ article, sentences }) => {
      const card = cards[article];
      return card ? [{ card, sentences }] : [];
    });
}

/** Looked for once, though first for a meeting and then for the event. */
const found = new WeakMap<Question, Promise<readonly ArticleCard[]>>();

function cardsFound(question: Question, archive: Archive): Promise<readonly ArticleCard[]> {
  const known = found.get(question);
  if (known) return known;
  const cards = archive
    .search(question.about, periodOf(question), MOST_ARTICLES)
    .then(({ hits }) => hits.map(({ card }) => card));
  found.set(question, cards);
  return cards;
}
