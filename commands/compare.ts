import type { Answer, Entry } from '../src/answers/answer.ts';
import { type Bibliography, bibliography, sentence, strong, text } from '../src/answers/citing.ts';
import type { Command } from '../src/answers/command.ts';
import { agreement, type OutletTelling, tellingIn } from '../src/answers/compare.ts';
import { tellingsOf } from '../src/answers/compare-passages.ts';
import { copiesTold } from '../src/answers/copies-told.ts';
import { meetingsOf, topicWordsIn } from '../src/answers/meetings-asked.ts';
import { mentioned } from '../src/answers/nearest.ts';
import { assumption, listInWords, type Party, partyCalled, partyName } from '../src/answers/parties.ts';
import { periodInWords, periodOption } from '../src/answers/periods.ts';
import type { AboutQuestion } from '../src/answers/question.ts';
import { counted, found, nothing } from '../src/answers/replies.ts';
import { wordsInCommon } from '../src/answers/topic.ts';
import type { Archive, ArticleCard, Meeting } from '../src/archive/archive.ts';
import { byDate, dateInWords } from '../src/text/edtf.ts';
import type { Span } from '../src/text/span.ts';

type Question = AboutQuestion<'compare'>;

/** A meeting told by several is meant if it has so much of the words asked for. */
const ENOUGH = 0.75;
const MOST_ARTICLES = 40;
const MOST_TELLINGS = 12;

export const compare: Command<'compare'> = {
  name: 'compare',
  description: 'How several outlets tell of one meeting or event, side by side, and where they differ',
  options: [
    { name: 'about', description: 'The meeting or event: joint patrols in the strait', required: true },
    { name: 'since', description: 'From this date on: 2015, 2015-11, 13 November 2015', required: false },
    { name: 'until', description: 'Up to this date', required: false },
  ],
  question: ({ about = '', ...dates }, today) => ({ command: 'compare', about, ...periodOption(dates, today) }),
  answer,
};

async function answer(question: Question, archive: Archive): Promise<Answer> {
  const sources = bibliography(archive);
  const about = question.about.replaceAll('"', '').trim();
  const period = periodInWords(question);
  const told = {
    question,
    understood: ['how outlets tell of', about, period].filter(Boolean).join(' '),
    sources: sources.sources,
  };
  const party = await partyCalled(about, archive);
  const assumed = [assumption(party)];
  const meeting = await ofMeeting(question, party, archive, sources);
  if (!meeting && party.is !== 'unknown') {
    const because = `No meeting of ${partyName(party)} is told by several articles. Name an event to compare: what happened, and where.`;
    return nothing({ ...told, assumed, because, entries: await mentioned([party], archive, sources) });
  }
  const places = meeting ?? (await ofTopic(question, archive, sources));
  const tellings: OutletTelling[] = [];
  for (const { card, sentences } of [...places].sort((a, b) => byDate(dateOf(a.card), dateOf(b.card))))
    tellings.push(tellingIn(card, await sources.body(card.id), await sources.reading(card.id), sentences));
  if (tellings.length === 0)
    return nothing({ ...told, assumed, because: `No article tells of ${about}${period && ` ${period}`}.` });
  const entries: Entry[] = [];
  for (const telling of tellings) entries.push(await entryOf(telling, sources));
  if (tellings.length === 1)
    return nothing({ ...told, assumed, because: `Only one article tells of ${about}: nothing to compare.`, entries });
  const cards = tellings.map(({ card }) => card);
  const copies = (await copiesTold(cards, sources)).map((words) => [text(words)]);
  const outlets = new Set(tellings.map(({ card }) => card.outlet.name)).size;
  return found({
    ...told,
    assumed,
    heading: `${about}: ${counted(tellings.length, 'telling')} by ${counted(outlets, 'outlet')}`,
    entries: [
      { title: [text('Where they agree, and where not')], body: [...agreement(tellings), ...copies], citations: [] },
      ...entries,
    ],
  });
}

interface Place {
  readonly card: ArticleCard;
  readonly sentences: readonly Span[];
}

const dateOf = ({ published }: ArticleCard) => published?.date ?? null;

/** One meeting that several articles tell and that the words mean, if there is one. */
async function ofMeeting(
  { about, since, until }: Question,
  party: Party,
  archive: Archive,
  sources: Bibliography,
): Promise<readonly Place[] | null> {
  const known = party.is !== 'unknown';
  const all = await meetingsOf(known ? [party] : [], { ...(since && { since }), ...(until && { until }) }, archive);
  const several = all.filter((meeting) => articlesOf(meeting).length > 1);
  const counts = await topicWordsIn(several, about, sources);
  const needed = known ? 0 : Math.max(1, ENOUGH * wordsInCommon(about, about));
  const most = Math.max(...counts, needed);
  const meant = several.find((_meeting, i) => (counts[i] ?? 0) >= most);
  return meant ? articlesOf(meant) : null;
}

/** The articles that tell a meeting, each with its sentences. */
function articlesOf({ evidence }: Meeting): Place[] {
  const places = new Map<string, Place>();
  for (const { card, sentence: where, also } of evidence) {
    const known = places.get(card.id);
    if (known) places.set(card.id, { card, sentences: [...known.sentences, where] });
    else places.set(card.id, { card, sentences: [where, ...also.slice(0, 1)] });
  }
  return [...places.values()];
}

/** The articles that tell of the topic, each with the one or two sentences that do. */
async function ofTopic(
  { about, since, until }: Question,
  archive: Archive,
  sources: Bibliography,
): Promise<readonly Place[]> {
  const where = { ...(since && { since }), ...(until && { until }) };
  const { hits } = await archive.search(about, where, MOST_ARTICLES);
  const cards = hits.map(({ card }) => card);
  const articles = await Promise.all(
    cards.map(async ({ id }) => ({ text: await sources.body(id), sentences: (await sources.reading(id)).sentences })),
  );
  return [...tellingsOf(about, articles)]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_TELLINGS)
    .flatMap(({ article, sentences }) => {
      const card = cards[article];
      return card ? [{ card, sentences }] : [];
    });
}

async function entryOf({ card, sentences, dates, places, who }: OutletTelling, sources: Bibliography): Promise<Entry> {
  const cuts = [];
  for (const where of sentences) cuts.push(await sources.cutSentence(card, where));
  const { outlet } = card;
  const kind = outlet.kind === 'unreviewed' ? 'unreviewed outlet' : outlet.kind;
  const facts = [
    `When: ${dates.map(dateInWords).join(', ') || 'not stated'}`,
    `Where: ${places.join(', ') || 'not stated'}`,
    who.length > 0 && `Who: ${listInWords(who, 'and')}`,
  ].filter((fact) => typeof fact === 'string');
  const published = dateOf(card);
  return {
    title: [
      strong(outlet.name),
      text(
        ` · ${kind}${outlet.country ? ` (${outlet.country})` : ''} · ${published ? dateInWords(published) : 'date unknown'}`,
      ),
    ],
    body: [...cuts.map(({ words }) => [sentence(words)]), [text(facts.join(' · '))]],
    citations: cuts.map(({ citation }) => citation),
  };
}
