import { fnv1a } from '../../text/hashing.ts';
import { foldName } from '../../text/spelling.ts';
import type { Actor, ActorId, RoleHeld } from '../archive.ts';
import type { MentionGroup } from './mention-groups.ts';
import { bodyWords, comparableWords, nameKey, sameWordByWord, shortens } from './names.ts';

/** One person or body with the mention groups that are theirs. */
export interface JoinedActor {
  /** Older or shorter names that still lead to them, so that links made before a reindex hold. */
  readonly alsoIds: readonly string[];
  readonly kind: Actor['kind'];
  readonly name: string;
  readonly spellings: readonly string[];
  readonly roles: readonly RoleHeld[];
  readonly mentions: number;
  readonly mentionGroups: readonly MentionGroup[];
}

/**
 * Joins what the articles saw into people and bodies. Spellings of one name are one person ("Hakim Zamili", "Hakim
 * al-Zamili"); a name without its middle names joins the fuller one where only one such is known. A bare surname joins
 * nobody: whom it means is for its own article's reading to say. Only names of one block are ever joined, so each block can be
 * joined alone.
 */
export function joinActors(mentionGroups: readonly MentionGroup[]): JoinedActor[] {
  const joined = [...grouped(mentionGroups, blockOf).values()].flatMap((block) =>
    block[0]?.kind === 'person' ? joinBlock(spelledAlike(block)) : [block],
  );
  return joined.map(describe);
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

/** People of one block share the spelling key of their first and last names; bodies, all words of their names. */
export const blockOf = ({ kind, name }: Pick<MentionGroup, 'kind' | 'name'>): string =>
  kind === 'person' ? `person ${nameKey(comparableWords(name))}` : `body ${bodyWords(name).join(' ')}`;

/** A block as it is stored. Two may share a number, so whoever is found by it is compared. */
export const blockNumber = (of: Pick<MentionGroup, 'kind' | 'name'>): number => fnv1a(blockOf(of));

/** The ids that somebody may want who is called so: the plain one, and those with a number while they are taken. */
export function* idsWanted(name: string): Generator<string> {
  const wanted = slug(name);
  yield wanted;
  for (let next = 2; ; next++) yield `${wanted}-${next}`;
}

/** Mention groups whose names are spelled alike, word by word. */
interface Spelled {
  readonly words: readonly string[];
  readonly mentionGroups: MentionGroup[];
}

function spelledAlike(block: readonly MentionGroup[]): Spelled[] {
  const names: Spelled[] = [];
  for (const [folded, mentionGroups] of grouped(block, ({ name }) => foldName(name))) {
    const words = comparableWords(folded);
    const same = names.find((other) => sameWordByWord(words, other.words));
    if (same) same.mentionGroups.push(...mentionGroups);
    else names.push({ words, mentionGroups: [...mentionGroups] });
  }
  return names;
}

/** A short name goes to the fullest name that it shortens, unless two different ones claim it. */
function joinBlock(names: readonly Spelled[]): MentionGroup[][] {
  const groups = new Map(names.map((name) => [name, [...name.mentionGroups]]));
  for (const name of names) {
    const fuller = names.filter((other) => shortens(name.words, other.words));
    const fullest = fuller.filter((one) => !fuller.some((other) => shortens(one.words, other.words)));
    const [only] = fullest;
    if (!only || fullest.length > 1) continue;
    groups.get(only)?.push(...name.mentionGroups);
    groups.delete(name);
  }
  return [...groups.values()];
}

function describe(mentionGroups: readonly MentionGroup[]): JoinedActor {
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
  const name = fullestFirst[0]?.[0] ?? '';
  return {
    alsoIds: [...new Set(fullestFirst.map(([spelling]) => slug(spelling)))],
    kind: mentionGroups[0]?.kind ?? 'person',
    name,
    spellings: [...used].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([spelling]) => spelling),
    roles: rolesOverTime(mentionGroups.flatMap(({ roles }) => roles)),
    mentions: mentionGroups.reduce((sum, { mentions }) => sum + mentions, 0),
    mentionGroups,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Oldest first, undated ones last; the same role reported again in the same year is kept once. */
function rolesOverTime(held: readonly RoleHeld[]): RoleHeld[] {
  const when = (role: RoleHeld) => role.when ?? '9999';
  const roles = new Map<string, RoleHeld>();
  for (const role of [...held].sort((a, b) => compare(when(a), when(b)) || compare(a.article, b.article))) {
    const key = `${role.role.toLowerCase()}|${role.country ?? ''}|${when(role).slice(0, 4)}`;
    if (!roles.has(key)) roles.set(key, role);
  }
  return [...roles.values()];
}

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
