import type {
  DateMention,
  Entity,
  EntityIndex,
  EntityType,
  MeetingForm,
  MeetingReport,
  MeetingStatus,
  Mention,
  Participant,
  Quotation,
  QuotationKind,
  Reading,
  Role,
  Sentence,
  Speaker,
} from '../reading/reading.ts';
import type { Edtf } from '../text/edtf.ts';
import { type Span, span } from '../text/span.ts';

/*
 * A reading as lists without names of fields, for there are as many readings as articles. Places are told by how far they
 * lie from the one before, or within what they belong to, which makes small numbers that deflate well. Whoever changes what a
 * reading holds changes these lists, and raises STORE_VERSION.
 */

const TYPES: readonly EntityType[] = ['person', 'organisation', 'place'];
const QUOTED: readonly QuotationKind[] = ['direct', 'mixed', 'indirect'];
const KINDS: readonly Participant['kind'][] = ['person', 'body', 'country', 'role'];
const FORMS: readonly MeetingForm[] = ['talks', 'visit', 'session', 'call', 'meeting'];
const STATUSES: readonly MeetingStatus[] = ['held', 'planned', 'requested', 'called-off', 'denied', 'recurring'];

/** Where a span lies as seen from `from`, and how long it is. */
type Place = readonly [from: number, length: number];

const placeOf = ({ start, end }: Span, from: number): Place => [start - from, end - start];
const spanAt = ([start, length]: Place, from: number): Span => span(from + start, from + start + length);

type PackedRole = readonly [...Place, text: string, country: string | null];
type PackedMention = readonly [...Place, type: number, entity: number, role?: PackedRole];
type PackedSpeaker = readonly [...Place, name: string, isBody: 0 | 1, entity: number | null, role: string | null];
type PackedQuotation = readonly [
  ...Place,
  kind: number,
  words: Place,
  speaker: PackedSpeaker | null,
  cue: Place | null,
  asides?: readonly Place[],
];
type PackedParticipant = readonly [
  ...Place,
  name: string,
  kind: number,
  entity: number | null,
  role: string | null,
  country: string | null,
];
type PackedDate = readonly [...Place, value: string];
type PackedMeeting = readonly [
  ...Place,
  trigger: Place,
  form: number,
  status: number,
  participants: readonly PackedParticipant[],
  date: PackedDate | null,
  place: readonly [...Place, name: string] | null,
  topic: Place | null,
  also: readonly Place[],
];

/** What is packed, as JSON can hold it. */
export type PackedReading = readonly [
  sentences: readonly number[],
  mentions: readonly PackedMention[],
  entities: readonly (string | number)[],
  quotations: readonly PackedQuotation[],
  meetings: readonly PackedMeeting[],
  dates: readonly PackedDate[],
];

export function readingAsLists({ sentences, mentions, entities, quotations, meetings, dates }: Reading): PackedReading {
  const flat: number[] = [];
  let [end, paragraph] = [0, 0];
  for (const one of sentences) {
    flat.push(...placeOf(one, end), one.paragraph - paragraph);
    [end, paragraph] = [one.end, one.paragraph];
  }
  return [
    flat,
    eachFromTheOneBefore(mentions, (one, from) => {
      const packed = [...placeOf(one, from), TYPES.indexOf(one.type), one.entity] as const;
      return one.role ? [...packed, roleAsList(one.role, one.start)] : packed;
    }),
    entities.flatMap(({ type, name }) => [TYPES.indexOf(type), name]),
    eachFromTheOneBefore(quotations, quotationAsList),
    eachFromTheOneBefore(meetings, meetingAsList),
    eachFromTheOneBefore(dates, dateAsList),
  ];
}

function eachFromTheOneBefore<T extends Span, Packed>(
  list: readonly T[],
  pack: (one: T, from: number) => Packed,
): Packed[] {
  let from = 0;
  return list.map((one) => {
    const packed = pack(one, from);
    from = one.start;
    return packed;
  });
}

const roleAsList = (role: Role, from: number): PackedRole => [...placeOf(role, from), role.text, role.country];
const dateAsList = (date: DateMention, from: number): PackedDate => [...placeOf(date, from), date.value];

function quotationAsList(one: Quotation, from: number): PackedQuotation {
  const { start, words, speaker, cue, asides } = one;
  const by: PackedSpeaker | null = speaker && [
    ...placeOf(speaker, start),
    speaker.name,
    speaker.kind === 'body' ? 1 : 0,
    speaker.entity,
    speaker.role,
  ];
  const packed = [...placeOf(one, from), QUOTED.indexOf(one.kind), placeOf(words, start), by] as const;
  const said = cue && placeOf(cue, start);
  return asides.length > 0 ? [...packed, said, asides.map((aside) => placeOf(aside, start))] : [...packed, said];
}

function meetingAsList(one: MeetingReport, from: number): PackedMeeting {
  const { start, trigger, form, status, participants, date, place, topic, also } = one;
  return [
    ...placeOf(one, from),
    placeOf(trigger, start),
    FORMS.indexOf(form),
    STATUSES.indexOf(status),
    participants.map((who) => {
      const { name, kind, entity, role, country } = who;
      return [...placeOf(who, start), name, KINDS.indexOf(kind), entity, role, country] as const;
    }),
    date && dateAsList(date, start),
    place && [...placeOf(place, start), place.name],
    topic && placeOf(topic, start),
    also.map((span) => placeOf(span, start)),
  ];
}

/** The reading that `readingAsLists` made lists of: its entities, dates and kinds were checked when it was read. */
export function readingFromLists(packed: PackedReading): Reading {
  const [flat, mentions, named, quotations, meetings, dates] = packed;
  const sentences: Sentence[] = [];
  let [end, paragraph] = [0, 0];
  for (let at = 0; at < flat.length; at += 3) {
    const where = spanAt([flat[at] ?? 0, flat[at + 1] ?? 0], end);
    end = where.end;
    paragraph += flat[at + 2] ?? 0;
    sentences.push({ ...where, paragraph });
  }
  const entities: Entity[] = [];
  for (let at = 0; at < named.length; at += 2) {
    entities.push({ type: TYPES[Number(named[at])] ?? 'place', name: String(named[at + 1]) });
  }
  return {
    sentences,
    mentions: unpackedEach(mentions, ([start, length, type, entity, role], from): Mention => {
      const where = spanAt([start, length], from);
      return {
        ...where,
        type: TYPES[type] ?? 'place',
        entity: entity as EntityIndex,
        role: role ? { ...spanAt([role[0], role[1]], where.start), text: role[2], country: role[3] } : null,
      };
    }),
    entities,
    quotations: unpackedEach(quotations, quotationFromList),
    meetings: unpackedEach(meetings, meetingFromList),
    dates: unpackedEach(dates, dateFromList),
  };
}

function unpackedEach<Packed, T extends Span>(
  list: readonly Packed[],
  unpack: (packed: Packed, from: number) => T,
): T[] {
  let from = 0;
  return list.map((packed) => {
    const one = unpack(packed, from);
    from = one.start;
    return one;
  });
}

const dateFromList = ([start, length, value]: PackedDate, from: number): DateMention => ({
  ...spanAt([start, length], from),
  value: value as Edtf,
});

function quotationFromList(packed: PackedQuotation, from: number): Quotation {
  const [start, length, kind, words, by, cue, asides = []] = packed;
  const where = spanAt([start, length], from);
  const speaker: Speaker | null = by && {
    ...spanAt([by[0], by[1]], where.start),
    name: by[2],
    kind: by[3] === 1 ? 'body' : 'person',
    entity: by[4] as EntityIndex | null,
    role: by[5],
  };
  return {
    ...where,
    kind: QUOTED[kind] ?? 'indirect',
    words: spanAt(words, where.start),
    speaker,
    cue: cue && spanAt(cue, where.start),
    asides: asides.map((aside) => spanAt(aside, where.start)),
  };
}

function meetingFromList(packed: PackedMeeting, from: number): MeetingReport {
  const [start, length, trigger, form, status, participants, date, place, topic, also] = packed;
  const where = spanAt([start, length], from);
  return {
    ...where,
    trigger: spanAt(trigger, where.start),
    form: FORMS[form] ?? 'meeting',
    status: STATUSES[status] ?? 'held',
    participants: participants.map(([at, long, name, kind, entity, role, country]) => ({
      ...spanAt([at, long], where.start),
      name,
      kind: KINDS[kind] ?? 'role',
      entity: entity as EntityIndex | null,
      role,
      country,
    })),
    date: date && dateFromList(date, where.start),
    place: place && { ...spanAt([place[0], place[1]], where.start), name: place[2] },
    topic: topic && spanAt(topic, where.start),
    also: also.map((span) => spanAt(span, where.start)),
  };
}
