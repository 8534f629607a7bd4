import type { Actor, Archive, Meeting, MeetingFilter } from '../../archive/archive.ts';
import { byDate } from '../../text/edtf.ts';
import { slice } from '../../text/span.ts';
import { mayGoOn, spend } from '../../text/work.ts';
import type { Bibliography } from '../citations/bibliography.ts';
import type { Party } from './parties.ts';
import { wordsInCommon } from './topic.ts';

/** Meetings, oldest first; of more than were wanted the latest, and how many there are in all. */
export interface MeetingsAsked {
  readonly meetings: readonly Meeting[];
  readonly count: number;
}

/** The meetings in which every party took part; where a name may mean several people, any of them. */
export async function meetingsOf(
  parties: readonly Party[],
  where: MeetingFilter,
  archive: Archive,
  limit: number,
): Promise<MeetingsAsked> {
  const readings = parties.reduce<{ actors: Actor['id'][]; countries: string[] }[]>(
    (sofar, party) => sofar.flatMap((chosen) => alternatives(party).map((one) => join(chosen, one))),
    [{ actors: [], countries: [] }],
  );
  const filters = readings.map((chosen) => ({ ...where, ...chosen }));
  const lists = await Promise.all(filters.map((filter) => archive.meetings(filter, limit)));
  const once = new Map(lists.flat().map((meeting) => [meeting.id, meeting]));
  const meetings = [...once.values()].sort((a, b) => byDate(a.date, b.date));
  if (lists.every(({ length }) => length < limit)) return { meetings, count: meetings.length };
  // Where a name may mean several people, one at which two of them met may count twice.
  const counts = await Promise.all(filters.map((filter) => archive.countMeetings(filter)));
  const count = counts.reduce((sum, one) => sum + one, 0);
  return { meetings: meetings.slice(-limit), count };
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

/** Characters whose words are compared at the cost of one unit of work. */
const CHARACTERS = 20;

/** How many of the topic's words each meeting's reports and participants contain. */
export function topicWordsIn(
  meetings: readonly Meeting[],
  topic: string,
  sources: Bibliography,
): Promise<readonly number[]> {
  return Promise.all(
    meetings.map(async ({ evidence, participants }) => {
      if (!mayGoOn()) return 0;
      const texts = await Promise.all(
        evidence.map(async ({ card, sentence: where, also }) => {
          const body = await sources.body(card.id);
          return [where, ...also].map((one) => slice(body, one)).join(' ');
        }),
      );
      const text = [...texts, ...participants.map(({ name }) => name)].join(' ');
      spend((topic.length + text.length) / CHARACTERS);
      return wordsInCommon(topic, text);
    }),
  );
}
