import type { ArticleId } from '../../corpus/article.ts';
import type { EntityIndex } from '../../reading/reading.ts';
import type { Edtf } from '../../text/edtf.ts';
import type { Actor, ActorId, ActorKind, RoleHeld } from '../archive.ts';
import type { MentionGroup } from './mention-groups.ts';

/*
 * Mention groups and actors as JSON lists without names of fields: there are hundreds of thousands.
 */

type PackedMentionGroup = readonly [
  isBody: 0 | 1,
  name: string,
  mentions: number,
  odds: number,
  /** Left out where the name is the only spelling. */
  spellings?: readonly string[],
  roles?: readonly (readonly [role: string, country: string | null])[],
];

export function mentionGroupToJson({
  kind,
  name,
  mentions,
  odds,
  spellings,
  roles,
}: Omit<MentionGroup, 'article' | 'published'>): string {
  const packed: PackedMentionGroup = [kind === 'body' ? 1 : 0, name, mentions, Math.round(odds * 10) / 10];
  if (spellings.length === 1 && spellings[0] === name && roles.length === 0) return JSON.stringify(packed);
  return JSON.stringify([...packed, spellings, roles.map(({ role, country }) => [role, country])]);
}

/** Where a mention group is from. */
export interface SeenIn {
  readonly article: number;
  readonly id: ArticleId;
  readonly published: Edtf | null;
  readonly entity: number | null;
}

export function mentionGroupFromJson(json: string, { article, id, published, entity }: SeenIn): MentionGroup {
  const [isBody, name, mentions, odds, spellings, roles] = JSON.parse(json) as PackedMentionGroup; // written by mentionGroupToJson
  const kind: ActorKind = isBody === 1 ? 'body' : 'person';
  const held =
    roles?.map(
      ([role, country]): RoleHeld => ({
        role,
        country,
        when: published,
        until: published,
        articles: 1,
        article: id,
      }),
    ) ?? [];
  const where = { article, id, published, entity: entity as EntityIndex | null };
  return { ...where, kind, name, mentions, odds, spellings: spellings ?? [name], roles: held };
}

type PackedActor = readonly [
  name: string,
  spellings: readonly string[],
  roles: readonly (readonly [
    role: string,
    country: string | null,
    when: string | null,
    until: string | null,
    articles: number,
    article: string,
  ])[],
  articles: number,
  mentions: number,
  meetings: number,
  quotations: number,
  because: readonly (readonly [name: string, ...evidence: string[]])[],
];

/** An actor without id and kind, which have columns of their own. */
export function actorAsJson(actor: Actor): string {
  const { name, spellings, roles, articles, mentions, meetings, quotations, because } = actor;
  const held = roles.map(
    ({ role, country, when, until, articles: saying, article }) =>
      [role, country, when, until, saying, article] as const,
  );
  const others = spellings.length === 1 && spellings[0] === name ? [] : spellings;
  const reasons = because.map((one) => [one.name, ...one.evidence] as const);
  const packed: PackedActor = [name, others, held, articles, mentions, meetings, quotations, reasons];
  return JSON.stringify(packed);
}

/** A row of `actors`. */
export interface ActorRow {
  readonly id: ActorId;
  readonly kind: ActorKind;
  readonly actor: string;
}

export function actorFromRow({ id, kind, actor }: ActorRow): Actor {
  // Written by actorAsJson; ids and dates were checked when they were made.
  const [name, spellings, held, articles, mentions, meetings, quotations, reasons] = JSON.parse(actor) as PackedActor;
  const roles = held.map(
    ([role, country, when, until, saying, article]): RoleHeld => ({
      role,
      country,
      when: when as Edtf | null,
      until: until as Edtf | null,
      articles: saying,
      article: article as ArticleId,
    }),
  );
  const known = spellings.length === 0 ? [name] : spellings;
  const because = reasons.map(([of, ...evidence]) => ({ name: of, evidence }));
  return { id, kind, name, spellings: known, roles, articles, mentions, meetings, quotations, because };
}
