import type { FoundAnaphor } from './anaphors.ts';
import type { DiscourseEntity, Place } from './discourse.ts';
import type { Candidate } from './features.ts';

/** How many sentences back "the two leaders" were named together. */
const REACH = 4;
/** More than these are no "they" of an article. */
const MOST_MEMBERS = 4;

/**
 * Those who were named together shortly before: all of one kind that a sentence joins by "and", or the only ones of their
 * kind in it ("Lee met Moe in Oslo": "the two leaders").
 */
export function groupsBefore(singles: readonly Candidate[], at: Place, anaphor: FoundAnaphor): Candidate[] {
  const groups: Candidate[] = [];
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
        [here, false],
      ] as const) {
        if (members.length < 2 || members.length > MOST_MEMBERS) continue;
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

const kindOf = (one: DiscourseEntity): 'person' | 'organisation' | 'country' | 'place' =>
  one.country ? 'country' : one.type;
