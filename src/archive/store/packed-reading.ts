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
  Polarity,
  Quotation,
  QuotationKind,
  Reading,
  Role,
  Sentence,
  Speaker,
} from '../../reading/reading.ts';
import type { Edtf } from '../../text/edtf.ts';
import { type Span, span } from '../../text/span.ts';

/*
 * A reading as lists without names of fields, for there are as many readings as articles. Places are given by how far they
 * lie from the one before, or within what they belong to, which makes small numbers that deflate well. Whoever changes what a
 * reading holds changes these lists, and raises STORE_VERSION.
 */

const TYPES: readonly EntityType[] = ['person', 'organisation', 'place'];
const QUOTED: readonly QuotationKind[] = ['direct', 'mixed', 'indirect'];
const POLARITIES: readonly Polarity[] = ['said', 'denied', 'hypothetical'];
const KINDS: readonly Participant['kind'][] = ['person', 'body', 'country', 'role'];
const FORMS: readonly MeetingForm[] = ['talks', 'visit', 'session', 'call', 'meeting'];
const STATUSES: readonly MeetingStatus[] = ['held', 'planned', 'requested', 'called-off', 'denied', 'recurring'];

/** Where a span lies as seen from `from`, and how long it is. */
type Place = readonly [from: number, length: number];

const placeOf = ({ start, end }: Span, from: number): Place => [start - from, end - start];
const spanAt = (place: readonly [...Place, ...unknown[]], from: number): Span =>
  span(from + place[0], from + place[0] + place[1]);

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
  polarity?: number,
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
  const { start, words, speaker, cue, asides, polarity } = one;
  const by: PackedSpeaker | null = speaker && [
    ...placeOf(speaker, start),
    speaker.name,
    speaker.kind === 'body' ? 1 : 0,
    speaker.entity,
    speaker.role,
  ];
  const packed = [...placeOf(one, from), QUOTED.indexOf(one.kind), placeOf(words, start), by] as const;
  const said = cue && placeOf(cue, start);
  if (asides.length === 0 && polarity === 'said') return [...packed, said];
  const remarks = asides.map((aside) => placeOf(aside, start));
  return polarity === 'said' ? [...packed, said, remarks] : [...packed, said, remarks, POLARITIES.indexOf(polarity)];
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

/**
 * The reading that `readingAsLists` made lists of: its entities, dates and kinds were checked when it was read. An answer
 * unpacks hundreds: lists are read by index and objects written out, which costs a tenth of destructuring and spreading.
 */
export function readingFromLists(packed: PackedReading): Reading {
  const [flat, mentions, named, quotations, meetings, dates] = packed;
  const sentences: Sentence[] = [];
  let [end, paragraph] = [0, 0];
  for (let at = 0; at < flat.length; at += 3) {
    const where = span(end + (flat[at] ?? 0), end + (flat[at] ?? 0) + (flat[at + 1] ?? 0));
    end = where.end;
    paragraph += flat[at + 2] ?? 0;
    sentences.push({ start: where.start, end: where.end, paragraph });
  }
  const entities: Entity[] = [];
  for (let at = 0; at < named.length; at += 2) {
    entities.push({ type: TYPES[Number(named[at])] ?? 'place', name: String(named[at + 1]) });
  }
  return {
    sentences,
    mentions: unpackedEach(mentions, mentionFromList),
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

function mentionFromList(packed: PackedMention, from: number): Mention {
  const { start, end } = spanAt(packed, from);
  const role = packed[4];
  return {
    start,
    end,
    type: TYPES[packed[2]] ?? 'place',
    entity: packed[3] as EntityIndex,
    role: role ? roleFromList(role, start) : null,
  };
}

function roleFromList(packed: PackedRole, from: number): Role {
  const { start, end } = spanAt(packed, from);
  return { start, end, text: packed[2], country: packed[3] };
}

function dateFromList(packed: PackedDate, from: number): DateMention {
  const { start, end } = spanAt(packed, from);
  return { start, end, value: packed[2] as Edtf };
}

function quotationFromList(packed: PackedQuotation, from: number): Quotation {
  const { start, end } = spanAt(packed, from);
  const [by, cue, asides] = [packed[4], packed[5], packed[6]];
  return {
    start,
    end,
    kind: QUOTED[packed[2]] ?? 'indirect',
    words: spanAt(packed[3], start),
    speaker: by && speakerFromList(by, start),
    cue: cue && spanAt(cue, start),
    polarity: POLARITIES[packed[7] ?? 0] ?? 'said',
    asides: asides ? asides.map((aside) => spanAt(aside, start)) : [],
  };
}

function speakerFromList(packed: PackedSpeaker, from: number): Speaker {
  const { start, end } = spanAt(packed, from);
  return {
    start,
    end,
    name: packed[2],
    kind: packed[3] === 1 ? 'body' : 'person',
    entity: packed[4] as EntityIndex | null,
    role: packed[5],
  };
}

function participantFromList(packed: PackedParticipant, from: number): Participant {
  const { start, end } = spanAt(packed, from);
  return {
    start,
    end,
    name: packed[2],
    kind: KINDS[packed[3]] ?? 'role',
    entity: packed[4] as EntityIndex | null,
    role: packed[5],
    country: packed[6],
  };
}

function meetingFromList(packed: PackedMeeting, from: number): MeetingReport {
  const { start, end } = spanAt(packed, from);
  const [date, place, topic] = [packed[6], packed[7], packed[8]];
  return {
    start,
    end,
    trigger: spanAt(packed[2], start),
    form: FORMS[packed[3]] ?? 'meeting',
    status: STATUSES[packed[4]] ?? 'held',
    participants: packed[5].map((who) => participantFromList(who, start)),
    date: date && dateFromList(date, start),
    place: place && placeFromList(place, start),
    topic: topic && spanAt(topic, start),
    also: packed[9].map((where) => spanAt(where, start)),
  };
}

function placeFromList(packed: readonly [...Place, name: string], from: number): NonNullable<MeetingReport['place']> {
  const { start, end } = spanAt(packed, from);
  return { start, end, name: packed[2] };
}
