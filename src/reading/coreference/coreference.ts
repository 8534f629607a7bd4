import { lowerBound } from '../../text/binary-search.ts';
import { type Span, within } from '../../text/span.ts';
import type { EntityIndex, Mention } from '../reading.ts';

/** Whom a mention means. */
export interface Referent {
  /** One entity of the article; several where the mention is of several ("the two leaders"). Never empty. */
  readonly entities: readonly EntityIndex[];
  /** How likely this is right beyond the next best, 0 to 1; 1 for a name. */
  readonly margin: number;
}

/** A pronoun ("she"), or a noun with all that belongs to it ("his Russian counterpart"), that may mean somebody named elsewhere. */
export interface Anaphor extends Span {
  readonly kind: 'pronoun' | 'nominal';
  /** The pronoun or noun itself: "counterpart". */
  readonly head: Span;
  readonly plural: boolean;
  /** Null where it means nobody whom the article names, or where that is not sure. */
  readonly referent: Referent | null;
}

/** Who is meant where, in one article. */
export interface Coreference {
  /** In order of their start. */
  readonly anaphors: readonly Anaphor[];
  /** The names, as in the document. */
  readonly mentions: readonly Mention[];
}

/**
 * Whom the words at `where` mean: a name, or a noun phrase whose head is a name, a pronoun or a noun ("she", "Foreign
 * Minister Lee", "the spokesman of Lee"); the outermost anaphor or name that lies inside. Null: nobody for sure.
 */
export function referentOf(coreference: Coreference, where: Span): Referent | null {
  const anaphor = anaphorIn(coreference, where);
  const name = longestWithin(coreference.mentions, where);
  if (anaphor && (!name || within(name, anaphor))) return anaphor.referent;
  return name ? { entities: [name.entity], margin: 1 } : null;
}

/** The outermost pronoun or nominal that lies inside `where`; null where there is none. */
export const anaphorIn = (coreference: Coreference, where: Span): Anaphor | null =>
  longestWithin(coreference.anaphors, where);

/** Everywhere an entity is mentioned: names, and the pronouns and nominals that mean it, alone or among others; in order. */
export function mentionsOf({ anaphors, mentions }: Coreference, entity: EntityIndex): Span[] {
  const named = mentions.filter((mention) => mention.entity === entity);
  const meant = anaphors.filter(({ referent }) => referent?.entities.includes(entity));
  return [...named, ...meant].sort((a, b) => a.start - b.start);
}

/** What stands at a nominal or pronoun that names nobody, to be shown instead of a name: "a senior official of the ministry". */
export function describe(coreference: Coreference, where: Span, text: string): string {
  const { start, end } = anaphorIn(coreference, where) ?? where;
  return text
    .slice(start, end)
    .replace(/\s+/gu, ' ')
    .replace(/^(?:the|an?)\s+/iu, '');
}

/** Of those inside `where` the longest; of two as long, the last. `spans` in order of their start. */
function longestWithin<T extends Span>(spans: readonly T[], where: Span): T | null {
  let longest: T | null = null;
  for (let i = lowerBound(spans, ({ start }) => start >= where.start); i < spans.length; i++) {
    const one = spans[i];
    if (!one || one.start >= where.end) break;
    if (within(one, where) && (!longest || one.end - one.start >= longest.end - longest.start)) longest = one;
  }
  return longest;
}
