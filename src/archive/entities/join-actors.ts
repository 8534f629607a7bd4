import { fnv1a } from '../../text/hashing.ts';
import { foldName } from '../../text/spelling.ts';
import type { Actor, ActorId, RoleHeld } from '../archive.ts';
import { type BodyReason, joinBodies } from './join-bodies.ts';
import { joinPeople } from './join-people.ts';
import type { MentionGroup } from './mention-groups.ts';
import { bodyKey, bodyWords, comparableWords, governmentOf, nameKey } from './names.ts';
import { familyKey, personName } from './person-name.ts';
import { rolesHeld } from './roles-held.ts';
import type { Reason } from './written-names.ts';

/** One person or body with the mention groups that are theirs. */
export interface JoinedActor {
  /** Older or shorter names that still lead to them, so that links made before a reindex hold. */
  readonly alsoIds: readonly string[];
  readonly kind: Actor['kind'];
  readonly name: string;
  readonly spellings: readonly string[];
  readonly roles: readonly RoleHeld[];
  readonly mentions: number;
  readonly because: Actor['because'];
  readonly mentionGroups: readonly MentionGroup[];
}

/**
 * Joins what the articles saw into people (join-people.ts) and bodies (join-bodies.ts). Only names of one block are ever joined, so each block
 * can be joined alone.
 */
export function joinActors(mentionGroups: readonly MentionGroup[]): JoinedActor[] {
  return [...grouped(mentionGroups, blockOf).values()].flatMap((block) =>
    block[0]?.kind === 'person'
      ? joinPeople(block).map((person) => describe(person.mentionGroups, person.reasons))
      : joinBodies(block).map((body) => describe(body.mentionGroups, body.reasons)),
  );
}

/** Actors with their ids, those mentioned most first: where several want the same, it is theirs. */
export function withIds<T extends Pick<JoinedActor, 'name' | 'kind' | 'mentions'>>(
  actors: readonly T[],
): (T & { readonly id: ActorId })[] {
  const taken = new Set<string>();
  return actors
    .toSorted((a, b) => b.mentions - a.mentions || compare(a.name, b.name) || compare(a.kind, b.kind))
    .map((actor) => ({ ...actor, id: freeId(actor.name, taken) }));
}

/** People of one block share the key of their family names; bodies, words of their names or initials. */
export const blockOf = ({ kind, name }: Pick<MentionGroup, 'kind' | 'name'>): string =>
  kind === 'person' ? `person ${familyKey(personName(name).family)}` : `body ${bodyKey(name)}`;

/** By what somebody is looked up who is called so in full: the keys of first and last name; of a body, all words. */
export const wholeNameKey = ({ kind, name }: Pick<MentionGroup, 'kind' | 'name'>): number =>
  fnv1a(kind === 'person' ? `person ${nameKey(comparableWords(name))}` : `body ${bodyWords(name).join(' ')}`);

/** A block as it is stored. Two may share a number, so whoever is found by it is compared. */
export const blockNumber = (of: Pick<MentionGroup, 'kind' | 'name'>): number => fnv1a(blockOf(of));

/** The ids that somebody may want who is called so: the plain one, and those with a number while they are taken. */
export function* idsWanted(name: string): Generator<string> {
  const wanted = slug(name);
  yield wanted;
  for (let next = 2; ; next++) yield `${wanted}-${next}`;
}

function describe(mentionGroups: readonly MentionGroup[], reasons: readonly (Reason | BodyReason)[]): JoinedActor {
  const used = new Map<string, number>();
  const names = new Map<string, number>();
  for (const { name, spellings, mentions } of mentionGroups) {
    names.set(name, (names.get(name) ?? 0) + mentions);
    for (const spelling of spellings) used.set(spelling, (used.get(spelling) ?? 0) + mentions);
  }
  const fullestFirst = [...names].sort(
    ([a, timesA], [b, timesB]) =>
      comparableWords(b).length - comparableWords(a).length || timesB - timesA || (a < b ? -1 : 1),
  );
  const most = Math.max(...fullestFirst.map(([, times]) => times));
  const usual = fullestFirst.find(([, times]) => times * SELDOM >= most)?.[0] ?? '';
  const name = (mentionGroups[0]?.kind === 'body' ? governmentOf(usual) : null) ?? usual;
  return {
    alsoIds: [...new Set([name, ...fullestFirst.map(([spelling]) => spelling)].map(slug))],
    kind: mentionGroups[0]?.kind ?? 'person',
    name,
    spellings: [...used].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([spelling]) => spelling),
    roles: rolesHeld(mentionGroups.flatMap(({ roles }) => roles)),
    mentions: mentionGroups.reduce((sum, { mentions }) => sum + mentions, 0),
    because: reasons.map(({ written, evidence }) => ({ name: written.trim(), evidence })),
    mentionGroups,
  };
}

/** A fuller name that so many times as many mentions do without is not what somebody is called. */
const SELDOM = 5;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** "Sergei Lavrov" → "sergei-lavrov". */
const slug = (name: string): string => foldName(name).replaceAll(' ', '-') || encodeURIComponent(name);

function freeId(name: string, taken: Set<string>): ActorId {
  for (const id of idsWanted(name)) {
    if (taken.has(id)) continue;
    taken.add(id);
    return id as ActorId; // where ids are made
  }
  throw new Error(`no id is free for ${name}`);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
