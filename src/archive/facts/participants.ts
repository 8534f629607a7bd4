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
