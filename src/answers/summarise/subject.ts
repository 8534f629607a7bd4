import type { Actor, Archive, ArticleCard, SearchResult } from '../../archive/archive.ts';
import { stem } from '../../archive/index/stemming.ts';
import { withinTypingError } from '../../archive/spelling/typing-errors.ts';
import type { Reading, Sentence } from '../../reading/reading.ts';
import { byDate, dateInWords, type Edtf, firstDay, lastDay, mayCoincide } from '../../text/edtf.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { splitWords } from '../../text/words.ts';
import { mayGoOn, spend } from '../../text/work.ts';
import type { Bibliography } from '../citations/bibliography.ts';
import { findArticlesByName } from '../find/articles-by-name.ts';
import { assumption, type Party } from '../find/parties.ts';
import type { Period, SummaryQuestion } from '../question.ts';
import { problemInWords } from '../understand/query-problems.ts';
import { contentStems } from './words.ts';

/** An article to be summarised, and which of its sentences come into question. */
export interface SummaryArticle {
  readonly card: ArticleCard;
  readonly eligible: (sentence: Sentence) => boolean;
  /** Published at another time, but reporting on the period asked for. */
  readonly lookingBack: boolean;
}

/** What is to be summarised. */
export interface Subject {
  readonly articles: readonly SummaryArticle[];
  readonly actors: readonly Actor[];
  /** The article that was named, whole. */
  readonly article: ArticleCard | null;
  readonly assumed: readonly string[];
  /** Words asked for that no article has. */
  readonly missing: readonly string[];
  /** What the search found, of use or not. */
  readonly nearest: SearchResult['hits'];
}

const MOST_ARTICLES = 8;
/** Characters whose words are looked up, and words compared with one, at the cost of one unit of work. */
const CHARACTERS = 5;
const TERMS = 20;
const MOST_LOOKED_AT = 20;
/** A hit belongs to the topic if it contains nearly as much of the question's words as the best one does. */
const AS_GOOD = 0.8;
/** Below this share of the question's words, weighted by idf, an article is about something else. */
const ENOUGH = 0.6;

/** Words that ask for news in general, and that no article needs to contain. */
const GENERAL = new Set(
  `meeting meetings met talk talks visit visits summit session statement statements interview report reports
  news latest recent recently event events development developments situation story stories topic issue issues matter matters
  thing things happen happened happening report reports reported article articles coverage history background role say said
  says saying do done doing summary summarise update updates work works activity activities relation relations`
    .split(/\s+/)
    .map(stem),
);

const NOTHING: Subject = { articles: [], actors: [], article: null, assumed: [], missing: [], nearest: [] };
const whole = (card: ArticleCard): SummaryArticle => ({ card, eligible: () => true, lookingBack: false });

/** Finds what a question for a summary is about: an article by name, a person or body, a period, or a topic. */
export async function findSubject(
  question: SummaryQuestion,
  party: Party | null,
  archive: Archive,
  sources: Bibliography,
): Promise<Subject> {
  const about = question.about.replaceAll('"', '').trim();
  if (about === '') {
    const cards = await archive.articles(whereOf(question), MOST_ARTICLES);
    const back = await lookingBack(question, null, archive, sources);
    return { ...NOTHING, articles: oldestFirst([...cards.map(whole), ...back]) };
  }
  const [named] = await findArticlesByName(about, archive);
  if (named) return { ...NOTHING, article: named, articles: [whole(named)] };
  const assumed = party ? [assumption(party, sources.words)].filter((line) => line !== null) : [];
  const actors = party?.is === 'actor' ? [party.actor] : party?.is === 'several' ? party.actors : [];
  if (actors.length > 0) {
    const subject = await personal(question, actors, archive, sources);
    const cards = subject.articles.map(({ card }) => card);
    const missing: string[] = [];
    // "Hill wheat": what is asked beside the name has to be reported as well. A name in other letters is no such word.
    for (const word of await missingWords(about, cards, [], sources))
      if ((await archive.findActors(word)).length === 0) missing.push(word);
    return { ...subject, ...(missing.length > 0 && { articles: [], missing }), assumed };
  }
  return topical(question, archive, sources);
}

/** The sentences that name the people, and those that are their words. */
async function personal(
  question: SummaryQuestion,
  actors: readonly Actor[],
  archive: Archive,
  sources: Bibliography,
): Promise<Subject> {
  const mentions = (await Promise.all(actors.map(({ id }) => archive.mentions(id, MOST_LOOKED_AT, 'latest')))).flat();
  const said = (await Promise.all(actors.map(({ id }) => archive.quotations({ speaker: id }, MOST_LOOKED_AT)))).flat();
  const places = [...mentions, ...said];
  const articles: SummaryArticle[] = [];
  for (const card of new Map(places.map((place) => [place.card.id, place.card])).values()) {
    if (!isBy(card, question)) continue;
    const own = places.filter((place) => place.card.id === card.id).map((place) => place.sentence);
    const inTime = isOf(card, question);
    const then = inTime ? null : datedSentences(await sources.reading(card.id), question);
    if (then?.length === 0) continue;
    const eligible = (one: Sentence) =>
      own.some((span) => overlaps(span, one)) && (then === null || then.some((span) => overlaps(span, one)));
    articles.push({ card, eligible, lookingBack: !inTime });
  }
  // The latest news of them, where there is more than can be shown.
  return { ...NOTHING, actors, articles: oldestFirst(articles).slice(-MOST_ARTICLES) };
}

async function topical(question: SummaryQuestion, archive: Archive, sources: Bibliography): Promise<Subject> {
  const asked = withoutGeneral(question.about) || question.about;
  const { hits, corrected, problems } = await archive.search(asked, whereOf(question), MOST_LOOKED_AT);
  const notes = corrected.map((one) => sources.words.say('searched for {searched} instead of {typed}', { ...one }));
  const assumed = [...notes, ...problems.map((problem) => problemInWords(problem, sources.words))];
  const missing = await missingWords(
    question.about,
    hits.map(({ card }) => card),
    corrected,
    sources,
  );
  const best = Math.max(0, ...hits.map(({ coverage }) => coverage));
  const good = hits.filter(({ coverage }) => coverage >= ENOUGH && coverage >= best * AS_GOOD).slice(0, MOST_ARTICLES);
  const back = await lookingBack(question, question.about, archive, sources);
  const articles = oldestFirst([...good.map(({ card }) => whole(card)), ...back]);
  return { ...NOTHING, articles: missing.length > 0 ? [] : articles, assumed, missing, nearest: hits };
}

/** "the Oslo meeting" is looked for as Oslo: an article may report talks there in other words. */
const withoutGeneral = (about: string): string =>
  about
    .split(/\s+/u)
    .filter((word) => !GENERAL.has(stem(word.toLowerCase().replace(/[^\p{L}\p{N}-]/gu, ''))))
    .join(' ');

/** The words of a topic that none of the articles found has: a name the archive doesn't know is no detail. */
async function missingWords(
  about: string,
  cards: readonly ArticleCard[],
  corrected: SearchResult['corrected'],
  sources: Bibliography,
): Promise<string[]> {
  if (cards.length === 0) return [];
  const there = new Set<string>();
  for (const card of cards) {
    if (there.size > 0 && !mayGoOn()) break;
    const text = `${card.headline ?? ''} ${card.outlet.name} ${await sources.body(card.id)}`;
    spend(text.length / CHARACTERS);
    for (const term of contentStems(text)) there.add(term);
  }
  const typed = splitWords(about.replace(/(?:^|\s)-\S+|\b\w+:(?:"[^"]*"|\S+)|\bOR\b/g, ' '));
  // Two short words may be near in spelling but not in meaning: only what a typo explains is taken as meant.
  const meant = corrected.filter((one) => one.searched.includes(' ') || withinTypingError(one.typed, one.searched));
  const mended = new Set(meant.flatMap((one) => contentStems(one.typed)));
  return [...new Set(typed)].filter(
    (word) =>
      spend(there.size / TERMS) &&
      contentStems(word).some(
        (term) => !there.has(term) && !mended.has(term) && !GENERAL.has(term) && !isNation(term, there),
      ),
  );
}

/** "Iraqi" where the articles say "Iraq", and the other way round. */
const isNation = (term: string, there: ReadonlySet<string>): boolean =>
  term.length > 3 && [...there].some((other) => other.length > 3 && (other.startsWith(term) || term.startsWith(other)));

/** What other articles report of the period: meetings of then, and sentences with a date of then. */
async function lookingBack(
  question: SummaryQuestion,
  about: string | null,
  archive: Archive,
  sources: Bibliography,
): Promise<SummaryArticle[]> {
  const { since, until } = question;
  if (!since || !until) return [];
  const meetings = about ? [] : await archive.meetings({ since, until }, MOST_LOOKED_AT);
  const evidence = meetings
    .filter(({ date }) => date && fallsWithin(date, question))
    .flatMap((meeting) => meeting.evidence);
  const named = about ?? (since === until ? `"${dateInWords(since)}"` : dateInWords(since));
  const { hits } = await archive.search(named, question.outlet ? { outlet: question.outlet } : {}, MOST_LOOKED_AT);
  const cards = [
    ...evidence.map(({ card }) => card),
    ...hits.filter((hit) => hit.coverage >= ENOUGH).map((hit) => hit.card),
  ];
  const articles: SummaryArticle[] = [];
  for (const card of new Map(cards.map((one) => [one.id, one])).values()) {
    if (!mayGoOn()) break;
    if (isOf(card, question) || !isBy(card, question)) continue;
    const own = evidence.filter((one) => one.card.id === card.id).map(({ sentence }) => sentence);
    const spans: Span[] = [...own, ...datedSentences(await sources.reading(card.id), question)];
    if (spans.length === 0) continue;
    articles.push({ card, eligible: (one) => spans.some((span) => overlaps(span, one)), lookingBack: true });
  }
  return articles.slice(0, MOST_ARTICLES);
}

/** The sentences that have a date of the period. */
const datedSentences = ({ dates, sentences }: Reading, period: Period): Sentence[] =>
  sentences.filter((one) => dates.some((date) => overlaps(date, one) && fallsWithin(date.value, period)));

/** Does the date lie wholly in the period? "In 2020" is no answer to "in November 2020". */
export function fallsWithin(date: Edtf, { since, until }: Period): boolean {
  const [first, last] = [firstDay(date), lastDay(date)];
  const [from, to] = [since && firstDay(since), until && lastDay(until)];
  return (!from || (first !== null && first >= from)) && (!to || (last !== null && last <= to));
}

/** Was it published in the period, as far as is known? Anything was where no period is asked for. */
function isOf({ published }: ArticleCard, { since, until }: Period): boolean {
  if (!since && !until) return true;
  if (!published) return false;
  return (!since || !endsBefore(published.date, since)) && (!until || !endsBefore(until, published.date));
}

function endsBefore(a: Edtf, b: Edtf): boolean {
  const [last, first] = [lastDay(a), firstDay(b)];
  return !mayCoincide(a, b) && last !== null && first !== null && last < first;
}

const isBy = ({ outlet }: ArticleCard, question: SummaryQuestion): boolean =>
  !question.outlet || outlet.name.toLowerCase().includes(question.outlet.toLowerCase());

const whereOf = ({ since, until, outlet }: SummaryQuestion) => ({
  ...(since && { since }),
  ...(until && { until }),
  ...(outlet && { outlet }),
});

const oldestFirst = (articles: readonly SummaryArticle[]): SummaryArticle[] =>
  [...articles].sort((a, b) => byDate(a.card.published?.date ?? null, b.card.published?.date ?? null));
