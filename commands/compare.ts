import type { Answer, Entry } from '../src/answers/answer.ts';
import { type Bibliography, bibliography, sentence, strong, text } from '../src/answers/citing.ts';
import type { Command } from '../src/answers/command.ts';
import { agreement, type OutletTelling, tellingIn } from '../src/answers/compare.ts';
import { tellingsOf } from '../src/answers/compare-passages.ts';
import { copiesTold } from '../src/answers/copies-told.ts';
import { meetingsOf, topicWordsIn } from '../src/answers/meetings-asked.ts';
import { mentioned } from '../src/answers/nearest.ts';
import { assumption, type Party, partyCalled, partyName } from '../src/answers/parties.ts';
import { periodInWords, periodOption } from '../src/answers/periods.ts';
import type { AboutQuestion } from '../src/answers/question.ts';
import { found, nothing } from '../src/answers/replies.ts';
import { wordsInCommon } from '../src/answers/topic.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Archive, ArticleCard, Meeting } from '../src/archive/archive.ts';
import { byDate } from '../src/text/edtf.ts';
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
  question: ({ about = '', ...dates }, today, words) => ({
    command: 'compare',
    about,
    ...periodOption(dates, today, words),
  }),
  answer,
};

async function answer(question: Question, archive: Archive, words: Words): Promise<Answer> {
  const sources = bibliography(archive, words);
  const about = question.about.replaceAll('"', '').trim();
  const period = periodInWords(question, words);
  const told = {
    question,
    words,
    understood: [words.say('how outlets tell of {about}', { about }), period].filter(Boolean).join(' '),
    sources: sources.sources,
  };
  const party = await partyCalled(about, archive);
  const assumed = [assumption(party, words)];
  const meeting = await ofMeeting(question, party, archive, sources);
  if (!meeting && party.is !== 'unknown') {
    const because = words.say(
      'No meeting of {name} is told by several articles. Name an event to compare: what happened, and where.',
      { name: partyName(party) },
    );
    return nothing({ ...told, assumed, because, entries: await mentioned([party], archive, sources) });
  }
  const places = meeting ?? (await ofTopic(question, archive, sources));
  const tellings: OutletTelling[] = [];
  for (const { card, sentences } of [...places].sort((a, b) => byDate(dateOf(a.card), dateOf(b.card))))
    tellings.push(tellingIn(card, await sources.body(card.id), await sources.reading(card.id), sentences));
  if (tellings.length === 0)
    return nothing({
      ...told,
      assumed,
      because: words.say('No article tells of {about}.', { about: `${about} ${period}`.trim() }),
    });
  const entries: Entry[] = [];
  for (const telling of tellings) entries.push(await entryOf(telling, sources));
  if (tellings.length === 1)
    return nothing({
      ...told,
      assumed,
      because: words.say('Only one article tells of {about}: nothing to compare.', { about }),
      entries,
    });
  const cards = tellings.map(({ card }) => card);
  const copies = (await copiesTold(cards, sources)).map((one) => [text(one)]);
  const outlets = new Set(tellings.map(({ card }) => card.outlet.name)).size;
  return found({
    ...told,
    assumed,
    heading: words.say('{about}: {tellings} by {outlets}', {
      about,
      tellings: words.say('{n} tellings', { n: tellings.length }),
      outlets: words.say('{n} outlets', { n: outlets }),
    }),
    entries: [
      {
        title: [text(words.say('Where they agree, and where not'))],
        body: [...agreement(tellings, words), ...copies],
        citations: [],
      },
      ...entries,
    ],
  });
}

interface Place {
  readonly card: ArticleCard;
  readonly sentences: readonly Span[];
}

const dateOf = ({ published }: ArticleCard) => published?.date ?? null;

/** So many of the latest meetings are looked through. */
const MOST_MEETINGS = 500;

/** One meeting that several articles tell and that the words mean, if there is one. */
async function ofMeeting(
  { about, since, until }: Question,
  party: Party,
  archive: Archive,
  sources: Bibliography,
): Promise<readonly Place[] | null> {
  const known = party.is !== 'unknown';
  const period = { ...(since && { since }), ...(until && { until }) };
  const { meetings } = await meetingsOf(known ? [party] : [], period, archive, MOST_MEETINGS);
  const several = meetings.filter((meeting) => articlesOf(meeting).length > 1);
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
  const { words } = sources;
  const cuts = [];
  for (const where of sentences) cuts.push(await sources.cutSentence(card, where));
  const { outlet } = card;
  const kind = words.say(outlet.kind === 'unreviewed' ? 'unreviewed outlet' : outlet.kind);
  const facts = [
    `${words.say('When')}: ${dates.map(words.date).join(', ') || words.say('not stated')}`,
    `${words.say('Where')}: ${places.join(', ') || words.say('not stated')}`,
    who.length > 0 && `${words.say('Who')}: ${words.list(who, 'and')}`,
  ].filter((fact) => typeof fact === 'string');
  const published = dateOf(card);
  return {
    title: [
      strong(outlet.name),
      text(
        ` · ${kind}${outlet.country ? ` (${outlet.country})` : ''} · ${published ? words.date(published) : words.say('date unknown')}`,
      ),
    ],
    body: [...cuts.map((cut) => [sentence(cut.words)]), [text(facts.join(' · '))]],
    citations: cuts.map(({ citation }) => citation),
  };
}
