import type { Article } from '../../corpus/article.ts';
import { PERSON_NOUNS } from '../../reading/coreference/nouns.ts';
import type { EntityIndex, Reading } from '../../reading/reading.ts';
import type { Edtf } from '../../text/edtf.ts';
import { foldWord } from '../../text/spelling.ts';
import type { ActorKind, RoleHeld } from '../archive.ts';
import { bodyWords, ownBodyWords } from './names.ts';
import { familiesIn, isNoName, oddsOfPerson, personFeatures } from './person-or-not.ts';
import { nameByInitials, plainName } from './plain-name.ts';

/** Somebody, or a body that spoke or met, as one article knows them: what is compared across articles. */
export interface MentionGroup {
  /** The article's number in the store. */
  readonly article: number;
  readonly id: Article['id'];
  readonly published: Edtf | null;
  /** Null for a body that takes part without being named by a mention. */
  readonly entity: EntityIndex | null;
  readonly kind: ActorKind;
  /** The fullest name that the article gives. */
  readonly name: string;
  /** All its spellings in the article. */
  readonly spellings: readonly string[];
  readonly roles: readonly RoleHeld[];
  readonly mentions: number;
  /** Natural logarithm of the odds that it is a person, by what the article shows of it. */
  readonly odds: number;
}

/**
 * The people of an article, and the bodies that speak or meet in it. A body mentioned only in passing is no actor, nor is
 * one without a name ("the two sides", "a delegation"): it could not be distinguished from another's.
 */
export function mentionGroupsIn(
  article: Article,
  reading: Reading,
  isOutlet: (name: string) => boolean,
): Omit<MentionGroup, 'article'>[] {
  const acting = new Set<EntityIndex>();
  const unnamed = new Map<string, string>();
  for (const { entity, name } of bodiesActing(reading)) {
    if (entity !== null) acting.add(entity);
    else if (isNamed(name)) unnamed.set(name, name);
  }
  const mentionGroups: Omit<MentionGroup, 'article'>[] = [];
  const around = { families: familiesIn(reading), isOutlet };
  const bodies = reading.entities.flatMap((one) => (one.type === 'person' ? [] : onOneLine(one.name)));
  const people = reading.entities.flatMap((one) => (one.type === 'person' ? onOneLine(one.name) : []));
  reading.entities.forEach(({ type, name }, index) => {
    const entity = index as EntityIndex; // positions in `entities` are what the type counts
    if (type !== 'person' && !acting.has(entity)) return;
    const named = reading.mentions.filter((mention) => mention.entity === entity);
    const forms = new Map<string, number>();
    for (const { start, end } of named) {
      const form = onOneLine(article.body.slice(start, end));
      forms.set(form, (forms.get(form) ?? 0) + 1);
    }
    const plain =
      type === 'person' ? plainName(onOneLine(name), forms, around.families, article.body) : onOneLine(name);
    const byInitials = nameByInitials(plain, people);
    const full = byInitials ?? (type === 'person' ? null : nameWithCountry(plain, bodies)) ?? plain;
    if (type === 'person' && (isNoName(onOneLine(name), around) || isNoName(full, around))) return;
    const isPerson =
      type === 'person' || byInitials !== null || (isSurname(full, around.families) && !isNoName(full, around));
    const spellings = new Set([full, ...forms.keys()]);
    mentionGroups.push({
      id: article.id,
      published: article.published?.date ?? null,
      entity,
      kind: isPerson ? 'person' : 'body',
      name: full,
      spellings: [...spellings],
      roles: rolesOf(entity, article, reading),
      mentions: Math.max(1, named.length),
      odds: type === 'person' ? oddsOfPerson(personFeatures(entity, named, article.body, reading)) : 0,
    });
  });
  for (const name of unnamed.keys()) {
    const published = article.published?.date ?? null;
    const fields = { id: article.id, published, entity: null, roles: [], mentions: 1, odds: 0 } as const;
    const kind = isSurname(name, around.families) ? 'person' : 'body';
    mentionGroups.push({ ...fields, kind, name, spellings: [name] });
  }
  return mentionGroups;
}

/** A body named without its country is that of the one country of which the article names such: "the Foreign Ministry". */
function nameWithCountry(name: string, bodies: readonly string[]): string | null {
  const words = bodyWords(name);
  const own = words.join(' ');
  if (words.length === 0 || ownBodyWords(name).length !== words.length) return null;
  const fuller = bodies.filter((body) => ownBodyWords(body).join(' ') === own && bodyWords(body).length > words.length);
  const [only, ...others] = new Map(fuller.map((body) => [bodyWords(body).join(' '), body])).values();
  return others.length === 0 ? (only ?? null) : null;
}

/** What is taken for a body and is called like one of the article's people, by the family name, is one of them. */
const isSurname = (name: string, families: ReadonlySet<string>): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(name) && families.has(foldWord(name));

/** A name broken by a line end or a no-break space is no other spelling. */
const onOneLine = (name: string): string => name.replace(/\s+/gu, ' ').trim();

/** Speakers and participants that are bodies. */
function bodiesActing(reading: Reading): { entity: EntityIndex | null; name: string }[] {
  const speakers = reading.quotations.flatMap(({ speaker }) => (speaker?.kind === 'body' ? [speaker] : []));
  const participants = reading.meetings.flatMap((meeting) =>
    meeting.participants.filter(({ kind }) => kind === 'body'),
  );
  return [...speakers, ...participants];
}

/**
 * A body without a mention counts as named where a capital letter stands in it and it is neither one of many such ("a
 * delegation from …") nor somebody who is not named ("top aide to Berg").
 */
const isNamed = (name: string): boolean =>
  /\p{Lu}/u.test(name) &&
  !isPersonNoun(name) &&
  !/^(?:an?|some|several|two|three|four|both|delegations?|representatives?|officials?|members?)\s/i.test(name);

/** Is its noun one for people, in small letters? Of "top aide to Omar Berg" it is "aide". */
function isPersonNoun(name: string): boolean {
  const [phrase = ''] = name.split(/\s(?:to|of|for|from|in|at|with|on|by)\s/u);
  const noun = phrase.split(/\s+/u).at(-1) ?? '';
  return (
    /^\p{Ll}/u.test(noun) && [noun, noun.replace(/s$/u, '')].some((one) => PERSON_NOUNS.has(one) || AIDE.test(one))
  );
}

/** Nouns for people that the list of coreference lacks. */
const AIDE = /^(?:aide|staffer|source|people|men|women|police)$/;

/** The roles that an article gives somebody: beside the name, at a meeting, at a quotation; each once. */
function rolesOf(entity: EntityIndex, article: Article, reading: Reading): RoleHeld[] {
  const stated: { role: string; country: string | null }[] = [];
  for (const mention of reading.mentions) {
    if (mention.entity === entity && mention.role)
      stated.push({ role: mention.role.text, country: mention.role.country });
  }
  for (const meeting of reading.meetings) {
    for (const { entity: who, role, country } of meeting.participants) {
      if (who === entity && role !== null) stated.push({ role, country });
    }
  }
  const roles = new Map<string, RoleHeld>();
  for (const { role, country } of stated) {
    const key = role.toLowerCase();
    const known = roles.get(key);
    if (known && (known.country !== null || country === null)) continue;
    const when = article.published?.date ?? null;
    roles.set(key, { role, country, when, until: when, articles: 1, article: article.id });
  }
  return [...roles.values()];
}
