import type { Sentence } from '../reading/reading.ts';
import { type Span, span, within } from '../text/span.ts';
import { foldName } from '../text/spelling.ts';
import { termsAsked } from './about.ts';
import type {
  Actor,
  ActorId,
  ActorMention,
  Meeting,
  MeetingFilter,
  QuotationFilter,
  QuotationRecord,
} from './archive.ts';
import {
  articleNumbered,
  articlesWhere,
  CARD_COLUMNS,
  CARD_TABLES,
  type CardRow,
  cardNumbered,
  cardOf,
} from './articles.ts';
import { actorNumbered } from './find-actors.ts';
import { quotationFromJson } from './records.ts';
import { all, between, one, type Store, type Value } from './store.ts';
import type { StoredMeeting } from './writing-facts.ts';

const numberOf = (store: Store, id: ActorId): number | null =>
  one<{ actor: number }>(store, 'SELECT actor FROM actor_ids WHERE id = ?', id)?.actor ?? null;

export function actorWithId(store: Store, id: ActorId): Actor | null {
  const number = numberOf(store, id);
  return number === null ? null : actorNumbered(store, number);
}

/** Where an actor is mentioned, oldest article first. */
export function mentionsOf(store: Store, id: ActorId): ActorMention[] {
  const rows = all<{ article: number; entity: number }>(
    store,
    `SELECT article, entity FROM sightings JOIN articles ON articles.number = article
      WHERE actor = ? AND entity IS NOT NULL ORDER BY first_day IS NULL, first_day, article`,
    numberOf(store, id),
  );
  return rows.flatMap(({ article: number, entity }) => {
    const stored = articleNumbered(store, number);
    if (!stored) return [];
    const { card, reading } = stored;
    const { mentions, sentences } = reading;
    const named = mentions.filter((mention) => mention.entity === entity);
    return named.map((mention) => ({ card, mention, sentence: sentenceOf(mention, sentences) }));
  });
}

/** The meetings that fit, oldest first, undated ones last. A place or date counts by whatever article tells it. */
export function meetingsWhere(store: Store, filter: MeetingFilter, limit = -1): Meeting[] {
  const { actors = [], countries = [], place, since, until, weekday } = filter;
  const dates = between(since, until);
  const conditions = [dates.sql];
  const values: Value[] = [...dates.values];
  for (const actor of actors) {
    conditions.push('number IN (SELECT meeting FROM meeting_actors WHERE actor = ?)');
    values.push(numberOf(store, actor));
  }
  for (const country of countries) {
    conditions.push('number IN (SELECT meeting FROM meeting_countries WHERE country = ?)');
    values.push(country);
  }
  if (place !== undefined) {
    conditions.push('number IN (SELECT meeting FROM meeting_places WHERE folded = ?)');
    values.push(foldName(place));
  }
  if (weekday !== undefined) {
    conditions.push('weekday = ?');
    values.push(weekday);
  }
  const rows = all<{ meeting: string }>(
    store,
    `SELECT meeting FROM meetings WHERE ${conditions.join(' AND ')} ORDER BY first_day IS NULL, first_day, number LIMIT ?`,
    ...values,
    limit,
  );
  // Written by writeMeeting.
  return rows.map(({ meeting }) => withCards(store, JSON.parse(meeting) as StoredMeeting));
}

function withCards(store: Store, meeting: StoredMeeting): Meeting {
  const evidence = meeting.evidence.flatMap(({ article, ...rest }) => {
    const card = cardNumbered(store, article);
    return card ? [{ card, ...rest }] : [];
  });
  return { ...meeting, evidence };
}

/** The quotations that fit, oldest article first, then in the order of the text. */
export function quotationsWhere(
  store: Store,
  { speaker, about, since, until, outlet }: QuotationFilter,
  limit = -1,
): QuotationRecord[] {
  const said = between(since, until);
  const conditions = [said.sql.replace(/(first|last)_day/g, 'quotations.$1_day')];
  const values: Value[] = [...said.values];
  if (speaker !== undefined) {
    conditions.push('quotations.speaker = ?');
    values.push(numberOf(store, speaker));
  }
  if (outlet !== undefined) conditions.push(articlesWhere(store, { outlet }).sql);
  if (about !== undefined) {
    const terms = termsAsked(about);
    if (terms.length === 0) return [];
    conditions.push('quotations.number IN (SELECT rowid FROM quotation_words WHERE quotation_words MATCH ?)');
    values.push(terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' AND '));
  }
  const rows = all<CardRow & { record: string; speaker: ActorId | null }>(
    store,
    `SELECT record, actors.id AS speaker, ${CARD_COLUMNS}
      FROM ${CARD_TABLES} JOIN quotations ON quotations.article = articles.number
      LEFT JOIN actors ON actors.number = quotations.speaker
      WHERE ${conditions.join(' AND ')}
      ORDER BY articles.first_day IS NULL, articles.first_day, quotations.article, quotations.number LIMIT ?`,
    ...values,
    limit,
  );
  return rows.map(({ record, speaker: who, ...card }) => ({
    card: cardOf(card),
    speaker: who,
    ...quotationFromJson(record),
  }));
}

/** The stretch of a reading's sentence that holds a mention. */
function sentenceOf(where: Span, sentences: readonly Sentence[]): Span {
  const found = sentences.find((sentence) => within(where, sentence));
  return found ? span(found.start, found.end) : where;
}
