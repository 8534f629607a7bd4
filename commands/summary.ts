import type { Answer, Entry, Run } from '../src/answers/answer.ts';
import { articlesCalled } from '../src/answers/articles-called.ts';
import { type Bibliography, bibliography, sentence, strong, text } from '../src/answers/citing.ts';
import { type Command, NotUnderstood } from '../src/answers/command.ts';
import { mentioned } from '../src/answers/nearest.ts';
import { assumption, listInWords, type Party, partyCalled } from '../src/answers/parties.ts';
import { periodInWords, periodOption } from '../src/answers/periods.ts';
import { provenance } from '../src/answers/plain.ts';
import type { Length, SummaryQuestion } from '../src/answers/question.ts';
import { found, nothing } from '../src/answers/replies.ts';
import { type SummaryDocument, summarise } from '../src/answers/summarise.ts';
import type { Actor, Archive, ArticleCard } from '../src/archive/archive.ts';
import type { Reading, Sentence } from '../src/reading/reading.ts';
import { byDate, mayCoincide } from '../src/text/edtf.ts';
import { overlaps } from '../src/text/span.ts';

/** Sentences in all, by length asked for. */
const SENTENCES: Record<Length, number> = { short: 3, medium: 5, long: 10 };
/** A hit belongs to the topic if it contains nearly as much of the question's words as the best one does. */
const AS_GOOD = 0.8;
/** Below this share of the question's words, weighted by rarity, an article is about something else. */
const ENOUGH = 0.6;
const MOST_ARTICLES = 8;

const LENGTHS: readonly Length[] = ['short', 'medium', 'long'];

export const summary: Command<'summary'> = {
  name: 'summary',
  description: 'What the archive tells of an article, a topic or a person, in the articles’ own sentences',
  options: [
    { name: 'about', description: 'A headline, a topic or a person', required: true, completes: 'person' },
    { name: 'since', description: 'From this date on: 2015, 2015-11, 13 November 2015', required: false },
    { name: 'until', description: 'Up to this date', required: false },
    { name: 'outlet', description: 'Only as told by this outlet', required: false, completes: 'outlet' },
    { name: 'length', description: 'How long', required: false, choices: LENGTHS },
  ],
  question({ about = '', outlet, length, ...dates }, today) {
    const known = LENGTHS.find((one) => one === length);
    if (length && !known) throw new NotUnderstood(`length is short, medium or long, not ${length}.`);
    return {
      command: 'summary',
      about,
      ...(outlet && { outlet }),
      ...(known && { length: known }),
      ...periodOption(dates, today),
    };
  },
  answer,
};

/** What to summarise: articles, and which of their sentences come into question (null: all). */
interface Subject {
  readonly cards: readonly ArticleCard[];
  readonly actor: Actor | null;
  readonly assumed: readonly string[];
}

async function answer(question: SummaryQuestion, archive: Archive): Promise<Answer> {
  const sources = bibliography(archive);
  const period = periodInWords(question);
  const understood = ['summary', question.about && `of ${question.about.replaceAll('"', '')}`, period]
    .filter(Boolean)
    .join(' ');
  const party = question.about ? await partyCalled(question.about, archive) : null;
  const subject = await subjectOf(question, party, archive);
  const told = { question, understood, assumed: [...subject.assumed], sources: sources.sources };
  if (subject.cards.length === 0) {
    const because = question.about
      ? `No article is about ${question.about.replaceAll('"', '')}${period && ` ${period}`}.`
      : 'No article from then.';
    return nothing({ ...told, because, entries: party ? await mentioned([party], archive, sources) : [] });
  }
  const entries = await entriesOf(question, subject, sources);
  if (entries.length === 0) return nothing({ ...told, because: `No sentence tells of ${question.about}.` });
  return found({ ...told, heading: headingOf(question, subject), entries });
}

async function subjectOf(question: SummaryQuestion, party: Party | null, archive: Archive): Promise<Subject> {
  const { about, since, until, outlet } = question;
  const where = { ...(since && { since }), ...(until && { until }), ...(outlet && { outlet }) };
  if (!about) {
    const cards = (await archive.articles(where)).slice(0, MOST_ARTICLES);
    return { cards: oldestFirst(cards), actor: null, assumed: [] };
  }
  const [named] = await articlesCalled(about.replaceAll('"', ''), archive);
  if (named) return { cards: [named], actor: null, assumed: [] };
  const assumed = party ? [assumption(party)].filter((line) => line !== null) : [];
  if (party?.is === 'actor') {
    const mentions = await archive.mentions(party.actor.id);
    const within = mentions.filter(({ card }) => fits(card, question));
    const once = new Map(within.map(({ card }) => [card.id, card]));
    return { cards: [...once.values()].slice(-MOST_ARTICLES), actor: party.actor, assumed };
  }
  const { hits, corrected, problems } = await archive.search(about, where, MOST_ARTICLES);
  const best = Math.max(0, ...hits.map(({ coverage }) => coverage));
  const cards = hits.filter(({ coverage }) => coverage >= ENOUGH && coverage >= best * AS_GOOD).map(({ card }) => card);
  const notes = corrected.map(({ typed, searched }) => `searched for ${searched} instead of ${typed}`);
  return { cards: oldestFirst(cards), actor: null, assumed: [...assumed, ...notes, ...problems] };
}

function fits(card: ArticleCard, { since, until, outlet }: SummaryQuestion): boolean {
  const date = card.published?.date;
  if (outlet && !card.outlet.name.toLowerCase().includes(outlet.toLowerCase())) return false;
  if (!since && !until) return true;
  const [from, to] = [since ?? '..', until ?? '..'].map((end) => end.split('/')[0]);
  return date !== undefined && mayCoincide(date, `${from}/${to}` as typeof date);
}

const oldestFirst = (cards: readonly ArticleCard[]): ArticleCard[] =>
  [...cards].sort((a, b) => byDate(a.published?.date ?? null, b.published?.date ?? null));

/** An entry an article: where it stands, then its sentences. */
async function entriesOf(question: SummaryQuestion, subject: Subject, sources: Bibliography): Promise<Entry[]> {
  const readings = await Promise.all(subject.cards.map((card) => sources.reading(card.id)));
  const bodies = await Promise.all(subject.cards.map((card) => sources.body(card.id)));
  const documents = bodies.map(
    (body, i): SummaryDocument => ({
      text: body,
      sentences: candidates(readings[i], subject.actor),
    }),
  );
  const about = subject.cards.length === 1 && !subject.actor ? null : question.about;
  const chosen = summarise(documents, about, { sentences: SENTENCES[question.length ?? 'medium'] });
  const entries: Entry[] = [];
  for (const [i, card] of subject.cards.entries()) {
    const spans = chosen.filter(({ document }) => document === i).map((one) => one.sentence);
    if (spans.length === 0) continue;
    const body: Run[][] = [];
    const citations: Entry['citations'][number][] = [];
    for (const where of spans) {
      const { words, citation } = await sources.cut(card, where);
      body.push([sentence(words)]);
      citations.push(citation);
    }
    const source = sources.sources[(citations[0]?.source ?? 1) - 1];
    const translation = source?.translation ? ` · in translation: ${source.translation}` : '';
    entries.push({ title: [strong(source ? provenance(source) : ''), text(translation)], body, citations });
  }
  return entries;
}

/** All sentences, or those that name the person. */
function candidates(reading: Reading | undefined, actor: Actor | null): readonly Sentence[] {
  const sentences = reading?.sentences ?? [];
  if (!actor || !reading) return sentences;
  const names = new Set([actor.name, ...actor.spellings]);
  const mentions = reading.mentions.filter(({ entity }) => names.has(reading.entities[entity]?.name ?? ''));
  return sentences.filter((one) => mentions.some((mention) => overlaps(mention, one)));
}

function headingOf(question: SummaryQuestion, { cards, actor }: Subject): string {
  if (actor) return actor.name;
  const [only] = cards;
  if (cards.length === 1 && only?.headline) return only.headline;
  return question.about.replaceAll('"', '') || listInWords([periodInWords(question)], 'and');
}
