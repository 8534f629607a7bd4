import type { Actor, Archive, Meeting, MeetingFilter } from '../archive/archive.ts';
import { byDate } from '../text/edtf.ts';
import { slice } from '../text/span.ts';
import type { Bibliography } from './citing.ts';
import type { Party } from './parties.ts';
import { wordsInCommon } from './topic.ts';

/** The meetings in which every party took part, oldest first; where a name may mean several people, any of them. */
export async function meetingsOf(
  parties: readonly Party[],
  where: MeetingFilter,
  archive: Archive,
): Promise<readonly Meeting[]> {
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

/** How many of the topic's words each meeting's tellings and participants contain. */
export function topicWordsIn(
  meetings: readonly Meeting[],
  topic: string,
  sources: Bibliography,
): Promise<readonly number[]> {
  return Promise.all(
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
}
