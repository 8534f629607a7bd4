import type { Evidence, NameNode } from './identity.ts';
import type { MentionGroup } from './mention-groups.ts';
import { type PersonName, personName } from './person-name.ts';
import { roleWords } from './roles.ts';

/** One way to write a name, and the articles that write it so. */
export interface Written extends NameNode {
  readonly written: string;
  readonly mentionGroups: readonly MentionGroup[];
  readonly mentions: number;
}

/** A person: the names found to be theirs, and why each was put to the others. */
export interface NamedPerson {
  readonly names: Written[];
  readonly mentionGroups: MentionGroup[];
  readonly reasons: Reason[];
}

/** Why a name, in one article or all, was taken for somebody's. */
export interface Reason {
  readonly written: string;
  readonly score: number;
  readonly evidence: readonly (Evidence | 'called so by far most often around then')[];
}

/** The names of a block, each with its articles; titles make no other name. */
export function namesIn(mentionGroups: readonly MentionGroup[]): Written[] {
  const groups = new Map<string, { name: PersonName; mentionGroups: MentionGroup[] }>();
  for (const mentionGroup of mentionGroups) {
    const name = personName(mentionGroup.name);
    const key = `${name.given.join(' ')} ${name.family} ${name.generation ?? ''}`;
    const group = groups.get(key);
    if (group) group.mentionGroups.push(mentionGroup);
    else groups.set(key, { name, mentionGroups: [mentionGroup] });
  }
  return Array.from(groups, ([written, { name, mentionGroups: those }]) => ({
    written,
    name,
    mentionGroups: those,
    mentions: those.reduce((sum, { mentions }) => sum + mentions, 0),
    ...saidToBe(those),
  }));
}

/** The offices, each with its country, and the countries of the roles that articles tell. */
export function saidToBe(mentionGroups: readonly MentionGroup[]): Omit<NameNode, 'name'> {
  const offices = new Set<string>();
  const countries = new Set<string>();
  for (const { roles } of mentionGroups) {
    for (const { role, country } of roles) {
      offices.add(`${[...roleWords(role)].sort().join(' ')} ${country ?? ''}`);
      if (country !== null) countries.add(country);
    }
  }
  return { offices, countries };
}
