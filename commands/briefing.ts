import type { Answer, Entry } from '../src/answers/answer.ts';
import { type Bibliography, bibliography, strong, text } from '../src/answers/citations/bibliography.ts';
import type { Command } from '../src/answers/command.ts';
import { quotationsOnce } from '../src/answers/entries/distinct-quotations.ts';
import { meetingEntry } from '../src/answers/entries/meeting.ts';
import { byOccasion } from '../src/answers/entries/occasions.ts';
import { quotationEntry } from '../src/answers/entries/quotation.ts';
import { happeningEntry, happeningsIn } from '../src/answers/events/happenings.ts';
import { articlesAbout } from '../src/answers/find/articles-about.ts';
import { resolveParty } from '../src/answers/find/parties.ts';
import type { BriefingQuestion } from '../src/answers/question.ts';
import { found, nothing } from '../src/answers/replies.ts';
import { periodInWords, periodOption } from '../src/answers/understand/periods.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Archive, ArticleCard, Meeting } from '../src/archive/archive.ts';
import { dayOf, firstDay } from '../src/text/edtf.ts';

export const briefing: Command<'briefing'> = {
  name: 'briefing',
  description: 'What came in: events by weight, new meetings, what is planned, what was said',
  options: [
    { name: 'since', description: 'From this date on: 2015, 2015-11, 13 November 2015', required: false },
    { name: 'about', description: 'People, places, outlets or topics, with commas between', required: false },
  ],
  question: ({ about, since = 'yesterday' }, today, words) => ({
    command: 'briefing',
    today,
    ...(about && { about: listed(about) }),
    ...periodOption({ since }, today, words),
  }),
  answer,
};

export const listed = (about: string): string[] =>
  about
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/** So many of the newest articles are briefed on; of so many meetings and quotations the new ones are shown. */
const MOST_ARTICLES = 300;
const MOST_EVENTS = 40;
const MOST_MEETINGS = 1000;
const MOST_SHOWN = 10;
const MOST_SAID = 200;

async function answer(question: BriefingQuestion, archive: Archive, words: Words): Promise<Answer> {
  const sources = bibliography(archive, words);
  const { about = [], since } = question;
  const named = about.length > 0 ? words.say('about {topic}', { topic: words.list(about, 'or') }) : '';
  const understood = [words.say('briefing'), named, periodInWords(since ? { since } : {}, words)]
    .filter(Boolean)
    .join(' ');
  const base = { question, words, understood, sources: sources.sources };
  const all = await cameIn(question, archive);
  const cards = about.length > 0 ? await articlesAbout(about, all, archive) : all;
  const edited = (await cardsOf(question.edited ?? [], archive)).slice(0, MOST_SHOWN);
  if (cards.length === 0 && edited.length === 0)
    return nothing({ ...base, because: words.say('Nothing new came in.') });

  const events = await happeningsIn(cards.slice(0, MOST_ARTICLES), archive, sources);
  const shown: Entry[] = [];
  for (const one of events.slice(0, MOST_EVENTS)) shown.push(await happeningEntry(one, sources));
  const fresh = new Set<string>(cards.map(({ id }) => id));
  const meetings = (await archive.meetings({}, MOST_MEETINGS)).filter(({ evidence }) =>
    evidence.every(({ card }) => fresh.has(card.id)),
  );
  const planned = await plannedFrom(question, fresh, about.length > 0, archive);
  const left = events.length - shown.length;
  return found({
    ...base,
    heading: words.say('{articles}, {events}', {
      articles: words.say('{n} new articles', { n: cards.length }),
      events: words.say('{n} events', { n: events.length }),
    }),
    lead: left > 0 ? [text(words.say('… and {n} more. Ask about less: a shorter time, one topic.', { n: left }))] : [],
    entries: [
      ...shown,
      ...section(words.say('New meetings'), await meetingEntries(meetings.filter(isPast), sources)),
      ...section(words.say('Planned'), await meetingEntries(planned, sources)),
      ...section(words.say('What was said'), await saidBy(question, fresh, archive, sources)),
      ...section(
        words.say('Edited since'),
        edited.map((card) => ({
          title: [strong(card.headline ?? card.file)],
          body: [],
          citations: [sources.cite(card)],
        })),
      ),
    ],
  });
}

/** What came in: the articles that are named, else those that were published since. */
async function cameIn({ articles, since }: BriefingQuestion, archive: Archive): Promise<readonly ArticleCard[]> {
  if (articles) return cardsOf(articles, archive);
  return archive.articles(since ? { since } : {}, MOST_ARTICLES);
}

async function cardsOf(ids: NonNullable<BriefingQuestion['articles']>, archive: Archive): Promise<ArticleCard[]> {
  const stored = await Promise.all(ids.map((id) => archive.article(id)));
  return stored.flatMap((one) => (one ? [one.card] : []));
}

const isPlan = ({ status }: Meeting): boolean => status === 'planned' || status === 'requested';
const isPast = (meeting: Meeting): boolean => !isPlan(meeting);

/** The diary: what is planned from today on, whenever it was reported; with something asked for, what the new articles plan. */
async function plannedFrom(
  { today = dayOf(new Date()) }: BriefingQuestion,
  fresh: ReadonlySet<string>,
  isNarrowed: boolean,
  archive: Archive,
): Promise<Meeting[]> {
  const ahead = (await archive.meetings({ since: today }, MOST_MEETINGS)).filter(({ date, status }) => {
    const first = date && firstDay(date);
    return first !== null && first >= today && (status === 'planned' || status === 'requested');
  });
  return ahead.filter(({ evidence }) => !isNarrowed || evidence.some(({ card }) => fresh.has(card.id)));
}

async function meetingEntries(meetings: readonly Meeting[], sources: Bibliography): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const meeting of meetings.slice(-MOST_SHOWN)) entries.push(await meetingEntry(meeting, false, sources));
  return entries;
}

/** New words of those who are followed. */
async function saidBy(
  { about = [], follow = [] }: BriefingQuestion,
  fresh: ReadonlySet<string>,
  archive: Archive,
  sources: Bibliography,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const name of new Set([...about, ...follow])) {
    const party = await resolveParty(name, archive);
    if (party.is !== 'actor') continue;
    const said = (await archive.quotations({ speaker: party.actor.id }, MOST_SAID)).filter(
      ({ card, quotation }) => fresh.has(card.id) && quotation.kind !== 'indirect',
    );
    for (const { record, copies, elsewhere } of (await quotationsOnce(said, sources)).slice(0, MOST_SHOWN))
      entries.push(await quotationEntry(record, archive, sources, copies, elsewhere));
  }
  return byOccasion(entries);
}

/** Entries under a heading of their own; nothing where there are none. */
const section = (heading: string, entries: readonly Entry[]): Entry[] =>
  entries.length > 0 ? [{ title: [strong(heading)], body: [], citations: [] }, ...entries] : [];
