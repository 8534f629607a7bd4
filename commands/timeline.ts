import type { Answer, Entry } from '../src/answers/answer.ts';
import { type Bibliography, bibliography, strong, text } from '../src/answers/citations/bibliography.ts';
import type { Command } from '../src/answers/command.ts';
import { meetingEntry } from '../src/answers/entries/meeting.ts';
import { quotationEntry } from '../src/answers/entries/quotation.ts';
import { meetingsOf, topicWordsIn } from '../src/answers/find/meetings.ts';
import { mentioned } from '../src/answers/find/nearest.ts';
import { assumption, introduced, type Party, partyName, resolveParty } from '../src/answers/find/parties.ts';
import { wordsInCommon } from '../src/answers/find/topic.ts';
import { type Event, inOrder, mostImportant, timelineOf } from '../src/answers/pictures/timeline.ts';
import type { AboutQuestion } from '../src/answers/question.ts';
import { asHeading, found, nothing } from '../src/answers/replies.ts';
import { periodInWords, periodOption } from '../src/answers/understand/periods.ts';
import { problemInWords } from '../src/answers/understand/query-problems.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Archive, ArticleCard, Meeting, QuotationRecord } from '../src/archive/archive.ts';
import { mayCoincide } from '../src/text/edtf.ts';
import { slice } from '../src/text/span.ts';
import { mayGoOn } from '../src/text/work.ts';

type Question = AboutQuestion<'timeline'>;

/** Below this share of the question's words an article or a meeting is about something else. */
const ENOUGH = 0.6;
const MOST_ARTICLES = 50;
/** Evidence beyond this nobody pages through. */
const MOST_EVENTS = 300;

export const timeline: Command<'timeline'> = {
  name: 'timeline',
  description: 'Meetings, quotations and articles over time, as a picture with its evidence',
  options: [
    { name: 'about', description: 'A person, body, country or topic', required: true, completes: 'person' },
    { name: 'since', description: 'From this date on: 2015, 2015-11, 13 November 2015', required: false },
    { name: 'until', description: 'Up to this date', required: false },
  ],
  question: ({ about = '', ...dates }, today, words) => ({
    command: 'timeline',
    about,
    ...periodOption(dates, today, words),
  }),
  answer,
};

async function answer(question: Question, archive: Archive, words: Words): Promise<Answer> {
  const party = await resolveParty(question.about, archive);
  const sources = bibliography(archive, words);
  const period = periodInWords(question, words);
  const asked = [words.say('timeline of {about}', { about: partyName(party, words) }), period]
    .filter(Boolean)
    .join(' ');
  const heading = asHeading(asked);
  const base = {
    question,
    words,
    understood: asked,
    sources: sources.sources,
    choices:
      party.is === 'several'
        ? party.actors.map((actor) => ({
            label: introduced(actor, words),
            question: { ...question, about: actor.name },
          }))
        : [],
  };
  const { events: all, assumed } = await eventsOf(question, party, archive, sources);
  const events = inOrder(mostImportant(all, MOST_EVENTS, ({ is }) => is));
  const notShown = all.length - events.length;
  const taken = [
    assumption(party, words),
    ...assumed,
    notShown > 0 ? words.say('{n} more events left out: ask about a shorter time', { n: notShown }) : null,
  ];
  const stored = await storedWords(events, sources);
  const drawn = timelineOf(events, heading, (record) => stored.get(record) ?? '', words);
  if (!drawn) {
    const because = words.say('Nothing dated is reported about {about}.', {
      about: `${partyName(party, words)} ${period}`.trim(),
    });
    return nothing({ ...base, assumed: taken, because, entries: await mentioned([party], archive, sources) });
  }
  const undated = events.filter(({ date }) => date === null).length;
  return found({
    ...base,
    heading,
    entries: await entriesOf(events, archive, sources),
    picture: drawn.picture,
    assumed: [
      ...taken,
      drawn.leftOut > 0
        ? words.say('drew meetings first; {n} events had no room and stand below', { n: drawn.leftOut })
        : null,
      undated > 0 ? words.say('{n} events without a date: listed last, not drawn', { n: undated }) : null,
    ],
  });
}

interface Found {
  readonly events: readonly Event[];
  readonly assumed: readonly string[];
}

async function eventsOf(question: Question, party: Party, archive: Archive, sources: Bibliography): Promise<Found> {
  const { since, until, about } = question;
  const { words } = sources;
  const period = { ...(since && { since }), ...(until && { until }) };
  const actors = party.is === 'actor' ? [party.actor] : party.is === 'several' ? party.actors : [];
  if (actors.length > 0) {
    const { meetings } = await meetingsOf([party], period, archive, MOST_EVENTS);
    const said = await Promise.all(actors.map(({ id }) => archive.quotations({ ...period, speaker: id }, MOST_EVENTS)));
    const places = await Promise.all(actors.map(({ id }) => archive.mentions(id, MOST_EVENTS, 'latest')));
    const cards = places.flat().map(({ card }) => card);
    return { events: await asEvents(meetings, said.flat(), cards.filter(isIn(question)), archive, words), assumed: [] };
  }
  const { hits, corrected, problems } = await archive.search(about, period, MOST_ARTICLES);
  const cards = hits.filter(({ coverage }) => coverage >= ENOUGH).map(({ card }) => card);
  const notes = corrected.map((one) => words.say('searched for {searched} instead of {typed}', { ...one }));
  const { meetings } = await meetingsOf(party.is === 'country' ? [party] : [], period, archive, MOST_EVENTS);
  const onTopic = party.is === 'country' ? meetings : await meetingsOn(about, meetings, sources);
  const said = await archive.quotations({ ...period, about }, MOST_EVENTS);
  return {
    events: await asEvents(onTopic, said, cards, archive, words),
    assumed: [...notes, ...problems.map((problem) => problemInWords(problem, words))],
  };
}

async function meetingsOn(topic: string, meetings: readonly Meeting[], sources: Bibliography) {
  const counts = await topicWordsIn(meetings, topic, sources);
  const enough = Math.max(1, ENOUGH * wordsInCommon(topic, topic));
  return meetings.filter((_meeting, i) => (counts[i] ?? 0) >= enough);
}

function isIn({ since, until }: Question): (card: ArticleCard) => boolean {
  if (!since && !until) return () => true;
  const [from, to] = [since?.split('/')[0] ?? '..', until?.split('/').at(-1) ?? '..'];
  // Both ends are dates that were read before.
  const asked = `${from}/${to}` as NonNullable<typeof since>;
  return ({ published }) => published !== null && mayCoincide(published.date, asked);
}

/** Words in indirect speech have their place in /quote; a timeline shows what is quoted. */
async function asEvents(
  meetings: readonly Meeting[],
  said: readonly QuotationRecord[],
  cards: readonly ArticleCard[],
  archive: Archive,
  words: Words,
): Promise<Event[]> {
  const verbatim = said.filter(({ quotation }) => quotation.kind !== 'indirect');
  const speakers = await Promise.all(
    verbatim.map(async ({ speaker, quotation }) => {
      const actor = speaker ? await archive.actor(speaker) : null;
      return actor?.name ?? quotation.speaker?.name ?? words.say('speaker not named');
    }),
  );
  const articles = [...new Map(cards.map((card) => [card.id, card])).values()];
  return [
    ...meetings.map((meeting): Event => ({ is: 'meeting', date: meeting.date, meeting })),
    ...verbatim.map((record, i): Event => ({ is: 'quotation', date: record.date, record, speaker: speakers[i] ?? '' })),
    ...articles.map((card): Event => ({ is: 'article', date: card.published?.date ?? null, card })),
  ];
}

async function storedWords(events: readonly Event[], sources: Bibliography) {
  const words = new Map<QuotationRecord, string>();
  for (const event of events) {
    if (event.is !== 'quotation' || !mayGoOn()) continue;
    words.set(event.record, slice(await sources.body(event.record.card.id), event.record.quotation.words));
  }
  return words;
}

/** Each event's evidence, numbered as in the picture. */
async function entriesOf(events: readonly Event[], archive: Archive, sources: Bibliography): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const [index, event] of events.entries()) {
    if (index > 0 && !mayGoOn()) break;
    const entry = await entryOf(event, archive, sources);
    entries.push({ ...entry, title: [text(`${index + 1} · `), ...entry.title] });
  }
  return entries;
}

async function entryOf(event: Event, archive: Archive, sources: Bibliography): Promise<Entry> {
  if (event.is === 'meeting') return meetingEntry(event.meeting, false, sources);
  if (event.is === 'quotation') return quotationEntry(event.record, archive, sources);
  const { words: said } = sources;
  const { headline, file, published } = event.card;
  return {
    title: [
      text(`${asHeading(said.say('article'))} · ${published ? said.date(published.date) : said.say('date unknown')}`),
    ],
    body: [[strong(headline ?? file)]],
    citations: [sources.cite(event.card)],
  };
}
