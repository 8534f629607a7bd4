import type { Article } from '../../corpus/article.ts';
import type {
  DateMention,
  Entity,
  EntityIndex,
  MeetingReport,
  Quotation,
  Reading,
  Speaker,
} from '../../reading/reading.ts';
import { findOccurrences } from '../../text/occurrences.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { nameWords, spellingKey } from '../../text/spelling.ts';
import { comparableWords, sameWordByWord } from '../entities/names.ts';
import type { Correction } from './file.ts';

/** An article with the kind of its outlet and its date as corrected. */
export function correctedArticle(article: Article, corrections: readonly Correction[]): Article {
  let { outlet, published } = article;
  for (const correction of corrections) {
    if (correction.what === 'outlet' && isOutlet(outlet.name, correction.outlet)) {
      outlet = { ...outlet, kind: correction.is, basis: 'corrected by those who run this archive' };
    }
    if (correction.what === 'published' && correction.article === article.id) {
      published = { date: correction.is, known: 'curated' };
    }
  }
  return { ...article, outlet, published };
}

export const isOutlet = (name: string, asked: string): boolean => name.toLowerCase() === asked.trim().toLowerCase();

/**
 * The corrections that may change this article's reading: those of the article itself, and those of people whose family
 * name stands in it. An article's reading is cached under these too, so that only articles they touch are read again.
 */
export function correctionsOf(article: Article, corrections: readonly Correction[]): readonly Correction[] {
  let keys: ReadonlySet<string> | null = null;
  return corrections.filter((correction) => {
    if ('article' in correction) return correction.article === article.id;
    if (correction.what !== 'one person') return false;
    keys ??= new Set(nameWords(article.body).map(spellingKey));
    return keys.has(spellingKey(nameWords(correction.name).at(-1) ?? ''));
  });
}

/** A reading with its corrections made, in the order in which people made them. One that finds nothing to correct does nothing. */
export function applyCorrections(article: Article, reading: Reading, corrections: readonly Correction[]): Reading {
  return corrections.reduce((read, correction) => corrected(article, read, correction), reading);
}

function corrected({ body }: Article, reading: Reading, correction: Correction): Reading {
  switch (correction.what) {
    case 'speaker':
      return withSpeaker(reading, findOccurrences(correction.words, body), correction.is);
    case 'meeting date': {
      const { is } = correction;
      return withMeetings(reading, findOccurrences(correction.words, body), (meeting) => ({
        ...meeting,
        date: is === null ? null : { ...dateSpanOf(meeting), value: is },
      }));
    }
    case 'meeting place': {
      const { is } = correction;
      return withMeetings(reading, findOccurrences(correction.words, body), (meeting) => {
        const { start, end } = meeting.place ?? meeting.trigger;
        return { ...meeting, place: is === null ? null : { start, end, name: is } };
      });
    }
    case 'not a meeting': {
      const places = findOccurrences(correction.words, body);
      return { ...reading, meetings: reading.meetings.filter((meeting) => !stands(meeting, places)) };
    }
    case 'one person':
      return renamed(reading, correction.name, correction.is);
    case 'two people':
      return renamed(reading, correction.name, disambiguatedName(correction));
    case 'published':
    case 'outlet':
      return reading; // Of the article, not of what it says.
  }
}

/** How somebody is called who was taken for another of the same name: "John Smith (the footballer)". */
export const disambiguatedName = ({ name, is }: { readonly name: string; readonly is: string }): string =>
  `${name} (${is})`;

const stands = (fact: Span, places: readonly Span[]): boolean => places.some((place) => overlaps(fact, place));

/** Where a meeting's date is stated, else where the meeting is: a date that somebody corrected stands in no words. */
const dateSpanOf = ({ date, trigger }: MeetingReport): Omit<DateMention, 'value'> => {
  const { start, end } = date ?? trigger;
  return { start, end };
};

const withMeetings = (
  reading: Reading,
  places: readonly Span[],
  change: (meeting: MeetingReport) => MeetingReport,
): Reading => ({
  ...reading,
  meetings: reading.meetings.map((meeting) => (stands(meeting, places) ? change(meeting) : meeting)),
});

/** The quotations that the words point out: those whose own words they are part of, else those they stand beside. */
export function quotationsAt({ quotations, sentences }: Reading, places: readonly Span[]): readonly Quotation[] {
  const said = quotations.filter(({ words }) => stands(words, places));
  if (said.length > 0) return said;
  const around = sentences.filter((sentence) => stands(sentence, places));
  return quotations.filter((quotation) => stands(quotation, around));
}

function withSpeaker(reading: Reading, places: readonly Span[], name: string | null): Reading {
  const wrong = new Set(quotationsAt(reading, places));
  if (wrong.size === 0) return reading;
  const { entities, entity } = name === null ? { entities: reading.entities, entity: null } : known(reading, name);
  const quotations = reading.quotations.map((quotation) =>
    wrong.has(quotation) ? { ...quotation, speaker: speakerAt(quotation, reading, entities, entity) } : quotation,
  );
  return { ...reading, entities, quotations };
}

/** The speaker stands where the wrong one did; where none was named, at the quotation's beginning, in no words. */
function speakerAt(
  quotation: Quotation,
  { mentions }: Reading,
  entities: readonly Entity[],
  entity: EntityIndex | null,
): Speaker | null {
  const who = entity === null ? undefined : entities[entity];
  if (who === undefined) return null;
  const { start, end } = quotation.speaker ?? { start: quotation.start, end: quotation.start };
  const role = mentions.find((mention) => mention.entity === entity && mention.role)?.role?.text ?? null;
  return { start, end, name: who.name, kind: who.type === 'person' ? 'person' : 'body', entity, role };
}

/** Whom this article calls so; somebody whom it does not name is added. */
function known(reading: Reading, name: string): { entities: readonly Entity[]; entity: EntityIndex } {
  const at = reading.entities.findIndex((entity) => hasName(entity.name, name));
  // Positions in `entities` are what the type counts.
  if (at >= 0) return { entities: reading.entities, entity: at as EntityIndex };
  return {
    entities: [...reading.entities, { type: 'person', name }],
    entity: reading.entities.length as EntityIndex,
  };
}

const hasName = (name: string, asked: string): boolean => sameWordByWord(comparableWords(name), comparableWords(asked));

/** The same reading with the people of one name called otherwise: as persons, speakers and participants. Their mentions stay as written. */
function renamed(reading: Reading, from: string, to: string): Reading {
  const meant = new Set<number>();
  reading.entities.forEach(({ type, name }, at) => {
    if (type === 'person' && hasName(name, from)) meant.add(at);
  });
  if (meant.size === 0) return reading;
  const anew = <T extends { readonly entity: EntityIndex | null; readonly name: string }>(one: T): T =>
    one.entity !== null && meant.has(one.entity) ? { ...one, name: to } : one;
  return {
    ...reading,
    entities: reading.entities.map((entity, at) => (meant.has(at) ? { ...entity, name: to } : entity)),
    quotations: reading.quotations.map((quotation) =>
      quotation.speaker ? { ...quotation, speaker: anew(quotation.speaker) } : quotation,
    ),
    meetings: reading.meetings.map((meeting) => ({ ...meeting, participants: meeting.participants.map(anew) })),
  };
}
