import type { Answer, Entry } from '../src/answers/answer.ts';
import { type Bibliography, bibliography } from '../src/answers/citations/bibliography.ts';
import type { Command } from '../src/answers/command.ts';
import { meetingEntry } from '../src/answers/entries/meeting.ts';
import { saidThere } from '../src/answers/entries/said-there.ts';
import { type MeetingsAsked, meetingsOf, topicWordsIn } from '../src/answers/find/meetings.ts';
import { mentioned } from '../src/answers/find/nearest.ts';
import {
  assumption,
  fullPartyName,
  introduced,
  type Party,
  partyName,
  resolveParty,
} from '../src/answers/find/parties.ts';
import { line } from '../src/answers/plain.ts';
import type { MetQuestion } from '../src/answers/question.ts';
import { found, nothing } from '../src/answers/replies.ts';
import { periodInWords, periodOption } from '../src/answers/understand/periods.ts';
import { placesMeant } from '../src/answers/understand/places.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Archive, Meeting, MeetingFilter } from '../src/archive/archive.ts';
import { countryNamed } from '../src/text/countries.ts';
import { byDate, firstDay, lastDay } from '../src/text/edtf.ts';
import { foldName } from '../src/text/spelling.ts';

export const met: Command<'met'> = {
  name: 'met',
  description: 'Who met whom, when and where, with the sentence that says so',
  options: [
    { name: 'person', description: 'A person, body or country', required: false, completes: 'person' },
    { name: 'with', description: 'Whom they met', required: false, completes: 'person' },
    { name: 'place', description: 'Where', required: false, completes: 'place' },
    { name: 'since', description: 'From this date on: 2015, 2015-11, 13 November 2015', required: false },
    { name: 'until', description: 'Up to this date', required: false },
    {
      name: 'planned',
      description: 'Only what is planned and not yet held',
      required: false,
      choices: ['true', 'false'],
    },
  ],
  question: ({ person, with: other, place, planned, ...dates }, today, words) => ({
    command: 'met',
    ...(person && { person }),
    ...(other && { with: other }),
    ...(place && { place }),
    ...(planned === 'true' && { status: 'planned' }),
    ...periodOption(dates, today, words),
  }),
  answer,
};

/** More meetings than these nobody pages through; and so many are looked through for a topic. */
const MAX_SHOWN = 100;
const MOST_LOOKED_AT = 500;
/** More places no archive has meetings at. */
const MOST_PLACES = 5000;

async function answer(question: MetQuestion, archive: Archive, words: Words): Promise<Answer> {
  const named = [question.person, question.with].filter((name) => name !== undefined);
  const parties = await Promise.all(named.map((name) => resolveParty(name, archive)));
  const sources = bibliography(archive, words);
  const { place } = question;
  const places = place ? placesMeant(place, await archive.complete('place', '', MOST_PLACES)) : [];
  const base = {
    question,
    words,
    understood: understood(question, parties, words),
    assumed: [
      ...parties.map((party) => assumption(party, words)),
      ...places
        .filter((one) => countryNamed(place ?? '')?.as !== 'name' && foldName(one) !== foldName(place ?? ''))
        .map((meant) => words.say('took {typed} to be {meant}', { typed: place ?? '', meant })),
    ],
    sources: sources.sources,
  };

  const unknown = parties.find((party) => party.is === 'unknown');
  if (unknown)
    return nothing({ ...base, because: words.say('The archive knows nobody called {name}.', { name: unknown.typed }) });

  const { since, until, weekday } = question;
  const when: MeetingFilter = {
    ...(since && { since }),
    ...(until && { until }),
    ...(weekday !== undefined && { weekday }),
  };
  // Those that something else is asked of besides are chosen among more.
  const narrowed = question.status !== undefined || question.topic !== undefined;
  const wheres = place ? places.map((one) => ({ ...when, place: one })) : [when];
  const limit = narrowed ? MOST_LOOKED_AT : MAX_SHOWN;
  const { meetings, count } = together(
    await Promise.all(wheres.map((where) => meetingsOf(parties, where, archive, limit))),
    limit,
  );
  const then = meetings.filter((meeting) => isAsked(meeting, question));
  const one = question.meeting && then.find(({ id }) => id === question.meeting);
  if (one) {
    const entries = [await meetingEntry(one, true, sources), ...(await saidThere(one, archive, sources))];
    const heading = words.list(
      one.participants.map(({ name }) => name),
      'and',
    );
    return found({ ...base, heading, understood: heading, entries });
  }
  const asked = await onTopic(then, question.topic, sources);
  if (asked.length === 0) {
    const entries = await mentioned(parties, archive, sources);
    return nothing({ ...base, because: noMeeting(question, parties, entries.length > 0, words), entries });
  }
  const entries = await entriesOf(asked, question, sources);
  const nameless = question.names && asked.every((meeting) => !namesSomebody(meeting, parties));
  if (nameless)
    return nothing({
      ...base,
      because: words.say('The meeting is reported, but not the names you asked for.'),
      entries,
    });
  const notShown = count - meetings.length;
  return found({
    ...base,
    assumed: [
      ...base.assumed,
      notShown > 0 ? words.say('{n} more events left out: ask about a shorter time', { n: notShown }) : null,
    ],
    heading: `${words.say('{n} meetings', { n: asked.length + notShown })}: ${base.understood}`,
    entries,
    choices: choices(question, parties, words),
  });
}

/** Meetings at several places, as if they were at one. */
function together(lists: readonly MeetingsAsked[], limit: number): MeetingsAsked {
  const once = new Map(lists.flatMap(({ meetings }) => meetings.map((meeting) => [meeting.id, meeting])));
  const meetings = [...once.values()].sort((a, b) => byDate(a.date, b.date)).slice(-limit);
  return { meetings, count: Math.max(meetings.length, ...lists.map(({ count }) => count)) };
}

/** Meetings "in recent years" are no answer to "in November 2020": they may have been then, or not. */
function isAsked({ status, date }: Meeting, { status: wanted, since, until }: MetQuestion): boolean {
  if (wanted === 'planned' && status !== 'planned' && status !== 'requested') return false;
  if (!date?.includes('/')) return true;
  const [first, last] = [firstDay(date), lastDay(date)];
  const [from, to] = [since && firstDay(since), until && lastDay(until)];
  return (!from || (first !== null && first >= from)) && (!to || (last !== null && last <= to));
}

/** Those whose reports have most of the topic's words, if any has one; all where no topic is asked for. */
async function onTopic(meetings: readonly Meeting[], topic: string | undefined, sources: Bibliography) {
  if (!topic) return meetings;
  const counts = await topicWordsIn(meetings, topic, sources);
  const most = Math.max(1, ...counts);
  return meetings.filter((_meeting, i) => counts[i] === most);
}

/** Those held first, then what recurs, is planned or came to nothing. */
async function entriesOf(meetings: readonly Meeting[], question: MetQuestion, sources: Bibliography): Promise<Entry[]> {
  const order = ['held', 'recurring', 'planned', 'requested', 'called-off', 'denied'];
  const sorted = [...meetings].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const entries: Entry[] = [];
  for (const meeting of sorted) {
    const entry = await meetingEntry(meeting, question.inFull === true, sources);
    const label = line(entry.title);
    entries.push(
      question.inFull ? entry : { ...entry, inFull: { label, question: { ...question, meeting: meeting.id } } },
    );
  }
  return entries;
}

/** Is anybody named, besides those whom the question named? Of a country asked for, somebody who represents it. */
function namesSomebody(meeting: Meeting, parties: readonly Party[]): boolean {
  const countries = parties.flatMap((party) => (party.is === 'country' ? [party.country] : []));
  return meeting.participants.some(
    ({ kind, country, actor }) =>
      kind === 'person' &&
      (countries.length === 0 || (country !== null && countries.includes(country))) &&
      !parties.some((party) => party.is === 'actor' && party.actor.id === actor),
  );
}

function understood(question: MetQuestion, parties: readonly Party[], words: Words): string {
  const { status, topic, place, weekday } = question;
  const [name, other] = parties.map((party) => partyName(party, words));
  const who = other
    ? words.say('meetings of {name} with {other}', { name: name ?? '', other })
    : name
      ? words.say('who met {name}', { name })
      : words.say('who met whom');
  const day = weekday === undefined ? undefined : WEEKDAYS[weekday];
  return [
    who,
    status === 'planned' && words.say('planned'),
    topic && words.say('about {topic}', { topic }),
    place && words.say('in {place}', { place }),
    day && words.say(day),
    periodInWords(question, words),
  ]
    .filter(Boolean)
    .join(' ');
}

const WEEKDAYS = [
  'on a Sunday',
  'on a Monday',
  'on a Tuesday',
  'on a Wednesday',
  'on a Thursday',
  'on a Friday',
  'on a Saturday',
] as const;

function noMeeting(question: MetQuestion, parties: readonly Party[], isMentioned: boolean, words: Words): string {
  const { topic, place } = question;
  const names = parties.map((party) => fullPartyName(party, words));
  const which = [
    names.length > 0 && words.say('of {who}', { who: words.list(names, 'and') }),
    topic && words.say('about {topic}', { topic }),
    place && words.say('in {place}', { place }),
    periodInWords(question, words),
  ]
    .filter(Boolean)
    .join(' ');
  const missing = which
    ? words.say('No meeting {which} is reported.', { which })
    : words.say('No meeting is reported.');
  return isMentioned ? `${missing} ${words.say('What comes nearest')}:` : missing;
}

/** Where a name may mean several people: the same question about each. */
function choices(question: MetQuestion, parties: readonly Party[], words: Words): Answer['choices'] {
  return parties.flatMap((party, i) =>
    party.is === 'several'
      ? party.actors.map((actor) => ({
          label: introduced(actor, words),
          question: { ...question, [i === 0 && question.person ? 'person' : 'with']: actor.name },
        }))
      : [],
  );
}
