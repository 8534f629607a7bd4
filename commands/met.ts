import type { Entry, Run } from '../src/answers/answer.ts';
import { type Bibliography, bibliography, sentence, strong, text } from '../src/answers/citing.ts';
import type { Command } from '../src/answers/command.ts';
import { mentioned } from '../src/answers/nearest.ts';
import { assumption, introduced, listInWords, type Party, partyCalled, partyName } from '../src/answers/parties.ts';
import { periodInWords, periodOption } from '../src/answers/periods.ts';
import type { MetQuestion } from '../src/answers/question.ts';
import { counted, found, nothing } from '../src/answers/replies.ts';
import { wordsInCommon } from '../src/answers/topic.ts';
import type { Actor, Archive, Meeting, MeetingFilter } from '../src/archive/archive.ts';
import { byDate, dateInWords, firstDay, lastDay } from '../src/text/edtf.ts';
import { slice, within } from '../src/text/span.ts';

/** So few meetings are told with what was talked about. */
const TOLD_IN_FULL = 2;
const FURTHER_SENTENCES = 4;

export const met: Command<'met'> = {
  name: 'met',
  description: 'Who met whom, when and where, with the sentence that says so',
  options: [
    { name: 'person', description: 'A person, body or country', required: false, completes: 'person' },
    { name: 'with', description: 'Whom they met', required: false, completes: 'person' },
    { name: 'place', description: 'Where', required: false, completes: 'place' },
    { name: 'since', description: 'From this date on: 2015, 2015-11, 13 November 2015', required: false },
    { name: 'until', description: 'Up to this date', required: false },
  ],
  question: ({ person, with: other, place, ...dates }, today) => ({
    command: 'met',
    ...(person && { person }),
    ...(other && { with: other }),
    ...(place && { place }),
    ...periodOption(dates, today),
  }),
  answer,
};

async function answer(question: MetQuestion, archive: Archive): Promise<ReturnType<typeof found>> {
  const named = [question.person, question.with].filter((name) => name !== undefined);
  const parties = await Promise.all(named.map((name) => partyCalled(name, archive)));
  const sources = bibliography(archive);
  const told = {
    question,
    understood: understood(question, parties),
    assumed: parties.map(assumption),
    sources: sources.sources,
  };

  const unknown = parties.find((party) => party.is === 'unknown');
  if (unknown) return nothing({ ...told, because: `The archive knows nobody called ${unknown.typed}.` });

  const meetings = await meetingsOf(question, parties, archive);
  const then = meetings.filter((meeting) => isAsked(meeting, question));
  const asked = await onTopic(then, question.topic, sources);
  if (asked.length === 0) {
    const entries = await mentioned(parties, archive, sources);
    return nothing({ ...told, because: noMeeting(question, parties, entries.length > 0), entries });
  }
  const entries = await entriesOf(asked, sources);
  const nameless = question.names && asked.every((meeting) => !namesSomebody(meeting, parties));
  if (nameless) return nothing({ ...told, because: 'The meeting is told, but not the names asked for.', entries });
  const several = parties.filter((party) => party.is === 'several');
  return found({
    ...told,
    heading: `${counted(asked.length, 'meeting')}: ${understood(question, parties)}`,
    lead: several.map((party) => text(`${party.typed} may be ${listInWords(party.actors.map(introduced), 'or')}.`)),
    entries,
    choices: choices(question, parties),
  });
}

/** Meetings "in recent years" are no answer to "in November 2020": they may have been then, or not. */
function isAsked({ status, date }: Meeting, { status: wanted, since, until }: MetQuestion): boolean {
  if (wanted === 'planned' && status !== 'planned' && status !== 'requested') return false;
  if (!date?.includes('/')) return true;
  const [first, last] = [firstDay(date), lastDay(date)];
  const [from, to] = [since && firstDay(since), until && lastDay(until)];
  return (!from || (first !== null && first >= from)) && (!to || (last !== null && last <= to));
}

/** Those whose telling has most of the topic's words, if any has one; all where no topic is asked for. */
async function onTopic(meetings: readonly Meeting[], topic: string | undefined, sources: Bibliography) {
  if (!topic) return meetings;
  const counts = await Promise.all(
    meetings.map(async ({ evidence, participants }) => {
      const told = await Promise.all(
        evidence.map(async ({ card, sentence: where, also }) => {
          const body = await sources.body(card.id);
          return [where, ...also].map((one) => slice(body, one)).join(' ');
        }),
      );
      return wordsInCommon(topic, [...told, ...participants.map(({ name }) => name)].join(' '));
    }),
  );
  const most = Math.max(1, ...counts);
  return meetings.filter((_meeting, i) => counts[i] === most);
}

/** The meetings in which every party took part; where a name may mean several people, any of them. */
async function meetingsOf(question: MetQuestion, parties: readonly Party[], archive: Archive): Promise<Meeting[]> {
  const { place, since, until, weekday } = question;
  const where: MeetingFilter = {
    ...(place && { place }),
    ...(since && { since }),
    ...(until && { until }),
    ...(weekday !== undefined && { weekday }),
  };
  const readings = parties.reduce<{ actors: Actor['id'][]; countries: string[] }[]>(
    (sofar, party) => sofar.flatMap((chosen) => alternatives(party).map((one) => join(chosen, one))),
    [{ actors: [], countries: [] }],
  );
  const lists = await Promise.all(readings.map((chosen) => archive.meetings({ ...where, ...chosen })));
  const once = new Map(lists.flat().map((meeting) => [meeting.id, meeting]));
  return [...once.values()].sort((a, b) => byDate(a.date, b.date));
}

function alternatives(party: Party): { actors: Actor['id'][]; countries: string[] }[] {
  if (party.is === 'country') return [{ actors: [], countries: [party.country] }];
  if (party.is === 'actor') return [{ actors: [party.actor.id], countries: [] }];
  return party.is === 'several' ? party.actors.map(({ id }) => ({ actors: [id], countries: [] })) : [];
}

const join = <T extends { actors: Actor['id'][]; countries: string[] }>(a: T, b: T) => ({
  actors: [...a.actors, ...b.actors],
  countries: [...a.countries, ...b.countries],
});

/** Those held first, then what recurs, is planned or came to nothing. */
async function entriesOf(meetings: readonly Meeting[], sources: Bibliography): Promise<Entry[]> {
  const order = ['held', 'recurring', 'planned', 'requested', 'called-off', 'denied'];
  const sorted = [...meetings].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const entries: Entry[] = [];
  for (const meeting of sorted) entries.push(await entryOf(meeting, meetings.length <= TOLD_IN_FULL, sources));
  return entries;
}

async function entryOf(meeting: Meeting, inFull: boolean, sources: Bibliography): Promise<Entry> {
  const body: Run[][] = [[text(listInWords(meeting.participants.map(participant), 'and'))]];
  const citations: Entry['citations'][number][] = [];
  for (const evidence of meeting.evidence) {
    const spans = inFull ? [evidence.sentence, ...evidence.also.slice(0, FURTHER_SENTENCES)] : [evidence.sentence];
    for (const where of spans) {
      const { words, citation } = await sources.cutSentence(evidence.card, where);
      // A neighbour in the same quotation has brought this one along.
      if (citations.some(({ source, span: told }) => source === citation.source && told && within(words.span, told)))
        continue;
      body.push([sentence(words)]);
      citations.push(citation);
    }
    const differs = disagreement(meeting, evidence);
    if (differs) body.push([text(`${evidence.card.outlet.name} tells it otherwise: ${differs}.`)]);
  }
  return { title: titleOf(meeting), body, citations };
}

function titleOf({ date, place, status }: Meeting): Run[] {
  const when: Run = date ? { is: 'date', date, text: dateInWords(date) } : text('date not stated');
  const where = text(` · ${place ?? 'place not stated'}`);
  return status === 'held' ? [when, where] : [strong(`${TOLD_AS[status]} · `), when, where];
}

const TOLD_AS: Record<Meeting['status'], string> = {
  held: 'held',
  planned: 'planned, not told as held',
  requested: 'asked for, not told as held',
  'called-off': 'called off',
  denied: 'denied or refused',
  recurring: 'several meetings',
};

/** Where a telling's own date, place or status is another than the meeting's. */
function disagreement(meeting: Meeting, evidence: Meeting['evidence'][number]): string {
  return [
    evidence.date && evidence.date !== meeting.date && dateInWords(evidence.date),
    evidence.place && evidence.place !== meeting.place && evidence.place,
    evidence.status !== meeting.status && TOLD_AS[evidence.status],
  ]
    .filter(Boolean)
    .join(', ');
}

/** Whoever is called by a role alone needs it said once. */
const participant = ({ name, kind, role }: Meeting['participants'][number]): string =>
  role && kind !== 'role' && role !== name ? `${name} (${role})` : name;

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

function understood(question: MetQuestion, parties: readonly Party[]): string {
  const names = parties.map(partyName);
  const who =
    names.length > 1 ? `meetings of ${names.join(' with ')}` : names[0] ? `who met ${names[0]}` : 'who met whom';
  const day = question.weekday === undefined ? '' : `on a ${WEEKDAYS[question.weekday]}`;
  const place = question.place ? `in ${question.place}` : '';
  const planned = question.status === 'planned' ? 'planned' : '';
  const topic = question.topic ? `about ${question.topic}` : '';
  return [who, planned, topic, place, day, periodInWords(question)].filter(Boolean).join(' ');
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function noMeeting(question: MetQuestion, parties: readonly Party[], isMentioned: boolean): string {
  const about = question.topic && `about ${question.topic}`;
  const which = [about, question.place && `in ${question.place}`, periodInWords(question)].filter(Boolean).join(' ');
  const of = parties.length > 0 ? ` of ${listInWords(parties.map(calledInFull), 'and')}` : '';
  const nearest = isMentioned ? ' What comes nearest:' : '';
  return `No meeting${of}${which && ` ${which}`} is told.${nearest}`;
}

const calledInFull = (party: Party): string =>
  party.is === 'several' ? listInWords(party.actors.map(introduced), 'or') : partyName(party);

/** Where a name may mean several people: the same question about each. */
function choices(question: MetQuestion, parties: readonly Party[]) {
  return parties.flatMap((party, i) =>
    party.is === 'several'
      ? party.actors.map((actor) => ({
          label: introduced(actor),
          question: { ...question, [i === 0 && question.person ? 'person' : 'with']: actor.name },
        }))
      : [],
  );
}
