import { foldName } from '../../text/spelling.ts';
import type { MeetingParticipant } from '../archive.ts';

type Side = readonly MeetingParticipant[];

export const isPerson = ({ kind }: MeetingParticipant): boolean => kind === 'person';

export const actorsOf = (side: Side): Set<string> =>
  new Set(side.flatMap(({ actor }) => (actor === null ? [] : [actor])));

export const countriesOf = (side: Side): Set<string> =>
  new Set(side.flatMap(({ country }) => (country === null ? [] : [country])));

/** Have both sides a country in common? Unknown countries agree with any. */
export function countriesAgree(a: Side, b: Side): boolean {
  const [ofA, ofB] = [countriesOf(a), countriesOf(b)];
  return ofA.size === 0 || ofB.size === 0 || [...ofA].some((country) => ofB.has(country));
}

/** Who a participant is: an actor of the archive, else whoever is called so. */
export const participantKey = ({ actor, kind, name, country }: MeetingParticipant): string =>
  actor ?? `${kind} ${foldName(name)} ${country ?? ''}`;

/**
 * Is it a meeting, as far as is reported? Somebody met with somebody else: two names that turn out to be one person's are one
 * party, and so are a country and somebody who speaks for it. Of what has one party only, nobody could say who met whom.
 */
export function hasTwoParties(side: Side): boolean {
  const named = new Set(side.flatMap(({ kind, country }) => (kind === 'country' ? [] : (country ?? []))));
  const parties = side.filter(({ kind, country, name }) => kind !== 'country' || !named.has(country ?? name));
  return new Set(parties.map(participantKey)).size > 1;
}
