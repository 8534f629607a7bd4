import { firstLetters } from '../../text/given-names.ts';
import { bareNames } from './bare-names.ts';
import { AHEAD, CONTRADICTION, compareNames, SAME_PERSON, type Weighed } from './identity.ts';
import type { MentionGroup } from './mention-groups.ts';
import { isBare, type PersonName } from './person-name.ts';
import { isNobody } from './person-or-not.ts';
import { type NamedPerson, namesIn, type Written } from './written-names.ts';

/**
 * Joins the mention groups of people who share a family name, by what identity.ts weighs: the fullest names first, each to the one
 * person that it fits; names that are nobody's (person-or-not.ts) are left out. A name that fits several, and a bare family name, are decided article by article by how often the archive
 * calls each of them so around that time (bare-names.ts); where that is not clear, whoever it is stays a person apart.
 */
export function joinPeople(mentionGroups: readonly MentionGroup[]): NamedPerson[] {
  const written = namesIn(mentionGroups);
  const distinct = pairsInOneArticle(written);
  const full = written.filter(({ name }) => !isBare(name));
  const people: NamedPerson[] = [];
  const open: { readonly written: Written; readonly fitting: readonly NamedPerson[] }[] = [];
  const byLetter = new Map<string, Set<NamedPerson>>();
  for (const one of full.sort(fullestFirst)) {
    const letters = lettersOf(one.name);
    const near = new Set(letters.flatMap((letter) => [...(byLetter.get(letter) ?? [])]));
    const fitting = [...near].flatMap((person) => {
      const weighed = weighWith(one, person, distinct);
      return weighed && weighed.score >= SAME_PERSON ? [{ person, weighed }] : [];
    });
    const [best, next] = fitting.sort((a, b) => b.weighed.score - a.weighed.score);
    if (best && next && best.weighed.score - next.weighed.score < AHEAD) {
      open.push({ written: one, fitting: fitting.map(({ person }) => person) });
      continue;
    }
    const person = best?.person ?? { names: [], mentionGroups: [], reasons: [] };
    if (best) person.reasons.push({ written: one.written, ...best.weighed });
    else people.push(person);
    person.names.push(one);
    person.mentionGroups.push(...one.mentionGroups);
    for (const letter of letters) byLetter.set(letter, (byLetter.get(letter) ?? new Set()).add(person));
  }
  for (const one of written) if (isBare(one.name)) open.push({ written: one, fitting: people });
  const bearers = new Map<string, number>();
  for (const { names } of people) {
    for (const family of new Set(names.flatMap(({ name }) => (name.given.length > 0 ? name.family : [])))) {
      bearers.set(family, (bearers.get(family) ?? 0) + 1);
    }
  }
  const all = [...people, ...bareNames(open)];
  return all.filter(({ names, mentionGroups: theirs }) => !isNobody(theirs, isFamilyKnown(names, bearers)));
}

/** Does somebody else bear the family name, with a given name? */
function isFamilyKnown(names: readonly Written[], bearers: ReadonlyMap<string, number>): boolean {
  const [first] = names;
  if (!first) return false;
  return (bearers.get(first.name.family) ?? 0) > (first.name.given.length > 0 ? 1 : 0);
}

const fullestFirst = (a: Written, b: Written): number =>
  b.name.given.length - a.name.given.length || b.mentions - a.mentions || (a.written < b.written ? -1 : 1);

const lettersOf = ({ given }: PersonName): string[] =>
  given.length === 0 ? [''] : [...new Set(given.flatMap((word) => [...firstLetters(word)]))];

/** How well a name fits a person: as well as it fits the best of the names, unless another contradicts it. */
function weighWith(written: Written, { names }: NamedPerson, apart: ReadonlySet<string>): Weighed | null {
  let best: Weighed | null = null;
  for (const other of names) {
    const weighed = compareNames(written, other, apart.has(pairOf(written, other)));
    if (weighed.score < CONTRADICTION) return null;
    if (!best || weighed.score > best.score) best = weighed;
  }
  return best;
}

const pairOf = (a: Written, b: Written): string =>
  a.written < b.written ? `${a.written}|${b.written}` : `${b.written}|${a.written}`;

/** The pairs of names that stand in one article for two people. */
function pairsInOneArticle(names: readonly Written[]): Set<string> {
  const inArticle = new Map<string, Written[]>();
  for (const written of names) {
    for (const { id } of written.mentionGroups) {
      const beside = inArticle.get(id);
      if (beside) beside.push(written);
      else inArticle.set(id, [written]);
    }
  }
  const pairs = new Set<string>();
  for (const beside of inArticle.values()) {
    beside.forEach((one, at) => {
      for (const other of beside.slice(at + 1)) pairs.add(pairOf(one, other));
    });
  }
  return pairs;
}
