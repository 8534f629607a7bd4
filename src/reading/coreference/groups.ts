import { countryNamed } from '../../text/countries.ts';
import type { FoundAnaphor } from './anaphors.ts';
import type { DiscourseEntity, MentionPlace } from './discourse.ts';
import type { AntecedentCandidate } from './features.ts';

/** How many sentences back "the two leaders" were named together. */
const REACH = 4;
/** More than these are no "they" of an article. */
const MOST_MEMBERS = 4;

/**
 * Those who were named together shortly before: all of one kind that a sentence joins by "and", or that are arguments of
 * one predicate in it ("Lee met Moe in Oslo", "talks between Lee and Moe": "the two leaders").
 */
export function groupsBefore(
  singles: readonly AntecedentCandidate[],
  at: MentionPlace,
  anaphor: FoundAnaphor,
): AntecedentCandidate[] {
  const groups: AntecedentCandidate[] = [];
  const known = new Set<string>();
  for (let back = 0; back <= REACH; back++) {
    const sentence = at.sentence - back;
    for (const kind of ['person', 'organisation', 'country'] as const) {
      const here = singles.flatMap(({ members: [one] }) => {
        const place = one?.places.findLast((place) => place.sentence === sentence && place.token < at.token);
        return one && place && one.entity !== null && kindOf(one) === kind ? [{ one, place }] : [];
      });
      const joined = here.filter(({ place }) => place.grammar().coordinated);
      for (const [members, coordinated] of [
        [joined, true],
        ...argumentsOfOne(here).map((together) => [together, false] as const),
      ] as const) {
        if (members.length < 2 || members.length > MOST_MEMBERS || isOneCountryTwice(members.map(({ one }) => one)))
          continue;
        const key = members
          .map(({ one }) => one.entity)
          .sort()
          .join();
        if (known.has(key)) continue;
        known.add(key);
        const last = members.reduce((a, b) => (b.place.token > a.place.token ? b : a));
        groups.push({ members: members.map(({ one }) => one), place: last.place, coordinated });
      }
    }
  }
  // "both sides": how many there are decides where it is said.
  const count = anaphor.noun?.count ?? 0;
  return count > 0 ? groups.filter(({ members }) => members.length === count) : groups;
}

interface MemberPlace {
  readonly one: DiscourseEntity;
  readonly place: MentionPlace;
}

/** Those of one sentence that the same verb or noun governs: "Lee met Moe", "blamed Peru". */
function argumentsOfOne(here: readonly MemberPlace[]): MemberPlace[][] {
  const byGovernor = new Map<number, MemberPlace[]>();
  for (const member of here) {
    const { governor } = member.place.grammar();
    if (governor >= 0) byGovernor.set(governor, [...(byGovernor.get(governor) ?? []), member]);
  }
  return [...byGovernor.values()];
}

/** "America" and "the U.S." are no two countries. */
const isOneCountryTwice = (members: readonly DiscourseEntity[]): boolean =>
  new Set(members.map(({ name, country }) => (country ? countryNamed(name)?.country : name))).size < members.length;

const kindOf = (one: DiscourseEntity): 'person' | 'organisation' | 'country' | 'place' =>
  one.country ? 'country' : one.type;
