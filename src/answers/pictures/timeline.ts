import type { ArticleCard, Meeting, QuotationRecord } from '../../archive/archive.ts';
import { byDate, type Edtf } from '../../text/edtf.ts';
import { STATUS_WORDS } from '../entries/meeting.ts';
import { altText, type TimelinePicture, type TimelinePoint } from '../picture.ts';
import type { Words } from '../words/words.ts';

/** What stands on a timeline, with the date it stands at; null where no article states it. */
export type Event =
  | { readonly is: 'meeting'; readonly date: Edtf | null; readonly meeting: Meeting }
  | { readonly is: 'quotation'; readonly date: Edtf | null; readonly record: QuotationRecord; readonly speaker: string }
  | { readonly is: 'article'; readonly date: Edtf | null; readonly card: ArticleCard };

/** More rows than this can't be read in a message, or on a phone. */
const MOST_POINTS = 20;
const MOST_WORDS = 14;

/** Meetings before the words said there, before the articles that report them; undated ones last. */
export function inOrder(events: readonly Event[]): readonly Event[] {
  return [...events].sort((a, b) => byDate(a.date, b.date) || RANK[a.is] - RANK[b.is]);
}

export interface Timeline {
  readonly picture: TimelinePicture;
  /** Dated events that had no room. */
  readonly leftOut: number;
}

/**
 * A picture of events in the order of their entries: entry 1 is `events[0]`. What one speaker is quoted with in one article on one
 * day is one point. Null where nothing is dated. `wordsOf` gives a quotation's words as stored.
 */
export function timelineOf(
  events: readonly Event[],
  heading: string,
  wordsOf: (record: QuotationRecord) => string,
  words: Words,
): Timeline | null {
  const points = pointsOf(events, wordsOf, words);
  if (points.length === 0) return null;
  const kept = mostImportant(points, MOST_POINTS, ({ kind }) => kind);
  const picture: TimelinePicture = {
    is: 'timeline',
    language: words.language,
    heading,
    points: kept,
    alt: altText(
      words.say('{heading}: a timeline of {n} events.', { heading, n: kept.length }),
      kept.map((point) => inWords(point, words)),
      words,
    ),
  };
  return { picture, leftOut: points.length - kept.length };
}

function pointsOf(
  events: readonly Event[],
  wordsOf: (record: QuotationRecord) => string,
  words: Words,
): TimelinePoint[] {
  const points = new Map<string, TimelinePoint>();
  for (const [index, event] of events.entries()) {
    if (event.date === null) continue;
    const key = sameAs(event, index);
    const known = points.get(key);
    if (known) points.set(key, { ...known, entries: [...known.entries, index + 1] });
    else points.set(key, { ...shownAs(event, wordsOf, words), date: event.date, entries: [index + 1] });
  }
  return [...points.values()];
}

const sameAs = (event: Event, index: number): string =>
  event.is === 'quotation' ? JSON.stringify([event.date, event.record.card.id, event.speaker]) : `${event.is} ${index}`;

function shownAs(
  event: Event,
  wordsOf: (record: QuotationRecord) => string,
  words: Words,
): Omit<TimelinePoint, 'date' | 'entries'> {
  if (event.is === 'meeting') {
    const { participants, place, status } = event.meeting;
    const names = participants.slice(0, 4).map(({ name }) => name);
    const more = participants.length - names.length;
    const who =
      more > 0 ? words.say('{names} and {n} more', { names: names.join(', '), n: more }) : words.list(names, 'and');
    const how = status === 'held' ? [] : [words.say(STATUS_WORDS[status])];
    return {
      kind: 'meeting',
      label: who || words.say('meeting'),
      detail: [...how, place ?? words.say('place not stated')].join(' · '),
      status,
    };
  }
  if (event.is === 'quotation')
    return {
      kind: 'quotation',
      label: `${event.speaker}: ${beginning(wordsOf(event.record))}`,
      detail: event.record.card.outlet.name,
      status: null,
    };
  const { headline, file, outlet } = event.card;
  return { kind: 'article', label: headline ?? file, detail: outlet.name, status: null };
}

/** The first words between marks, as they stand; that more follows is said outside the marks. */
function beginning(words: string): string {
  const all = words.replace(/\s+/gu, ' ').trim();
  const first = all.split(' ').slice(0, MOST_WORDS).join(' ');
  return first.length < all.length ? `“${first}” …` : `“${all}”`;
}

/** So many of them: meetings before quotations before articles. They stay in their order. */
export function mostImportant<T>(all: readonly T[], most: number, kindOf: (one: T) => Event['is']): readonly T[] {
  const best = [...all].sort((a, b) => RANK[kindOf(a)] - RANK[kindOf(b)]).slice(0, most);
  const kept = new Set(best);
  return all.filter((one) => kept.has(one));
}

const RANK: Record<Event['is'], number> = { meeting: 0, quotation: 1, article: 2 };

function inWords({ date, kind, label, detail }: TimelinePoint, words: Words): string {
  return `${words.date(date)}: ${words.say(kind)} · ${label} (${detail}).`;
}
