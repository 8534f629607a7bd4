import type { ArticleId } from '../corpus/article.ts';
import type { EntityIndex, Quotation, QuotationKind, Speaker } from '../reading/reading.ts';
import type { Edtf } from '../text/edtf.ts';
import { type Span, span } from '../text/span.ts';
import type { ActorKind, RoleHeld } from './archive.ts';
import type { Sighting } from './sightings.ts';

/*
 * Quotations and sightings as JSON lists without names of fields: there are hundreds of thousands, and a person's are read
 * all at once.
 */

const KINDS: readonly QuotationKind[] = ['direct', 'mixed', 'indirect'];

/** A quotation with its sentence and date, as its row tells it. */
export interface QuotationRow {
  readonly quotation: Quotation;
  readonly sentence: Span;
  readonly date: Edtf | null;
}

type Place = readonly [start: number, end: number];

const placeOf = ({ start, end }: Span): Place => [start, end];
const spanOf = ([start, end]: Place): Span => span(start, end);

type PackedSpeaker = readonly [...Place, name: string, isBody: 0 | 1, entity: number | null, role: string | null];

type PackedQuotation = readonly [
  kind: number,
  whole: Place,
  words: Place,
  speaker: PackedSpeaker | null,
  cue: Place | null,
  asides: readonly Place[],
  sentence: Place,
  date: string | null,
];

export function quotationAsJson({ quotation, sentence, date }: QuotationRow): string {
  const { speaker, cue } = quotation;
  const by: PackedSpeaker | null = speaker && [
    ...placeOf(speaker),
    speaker.name,
    speaker.kind === 'body' ? 1 : 0,
    speaker.entity,
    speaker.role,
  ];
  const packed: PackedQuotation = [
    KINDS.indexOf(quotation.kind),
    placeOf(quotation),
    placeOf(quotation.words),
    by,
    cue && placeOf(cue),
    quotation.asides.map(placeOf),
    placeOf(sentence),
    date,
  ];
  return JSON.stringify(packed);
}

export function quotationFromJson(json: string): QuotationRow {
  // Written by quotationAsJson; so are entities and dates, which were checked when they were read.
  const [kind, whole, words, by, cue, asides, sentence, date] = JSON.parse(json) as PackedQuotation;
  const speaker: Speaker | null = by && {
    ...spanOf([by[0], by[1]]),
    name: by[2],
    kind: by[3] === 1 ? 'body' : 'person',
    entity: by[4] as EntityIndex | null,
    role: by[5],
  };
  const quotation: Quotation = {
    ...spanOf(whole),
    kind: KINDS[kind] ?? 'indirect',
    words: spanOf(words),
    speaker,
    cue: cue && spanOf(cue),
    asides: asides.map(spanOf),
  };
  return { quotation, sentence: spanOf(sentence), date: date as Edtf | null };
}

type PackedSighting = readonly [
  isBody: 0 | 1,
  name: string,
  mentions: number,
  /** Left out where the name is the only spelling. */
  spellings?: readonly string[],
  roles?: readonly (readonly [role: string, country: string | null])[],
];

export function sightingAsJson({ kind, name, mentions, spellings, roles }: Sighting): string {
  const packed: PackedSighting = [kind === 'body' ? 1 : 0, name, mentions];
  if (spellings.length === 1 && spellings[0] === name && roles.length === 0) return JSON.stringify(packed);
  return JSON.stringify([...packed, spellings, roles.map(({ role, country }) => [role, country])]);
}

/** Where a sighting is from. */
export interface SeenIn {
  readonly article: number;
  readonly id: ArticleId;
  readonly published: Edtf | null;
  readonly entity: number | null;
}

export function sightingFromJson(json: string, { article, id, published, entity }: SeenIn): Sighting {
  const [isBody, name, mentions, spellings, roles] = JSON.parse(json) as PackedSighting; // written by sightingAsJson
  const kind: ActorKind = isBody === 1 ? 'body' : 'person';
  const held = roles?.map(([role, country]): RoleHeld => ({ role, country, when: published, article: id })) ?? [];
  const where = { article, id, entity: entity as EntityIndex | null };
  return { ...where, kind, name, mentions, spellings: spellings ?? [name], roles: held };
}
