import { resolveMentions } from './coreference/resolve.ts';
import { findDates } from './dates/find-dates.ts';
import type { ReadingDocument } from './document.ts';
import { identify } from './entities/identify.ts';
import { findMeetings } from './meetings/find-meetings.ts';
import type { ReadingModels } from './models.ts';
import { findNames } from './names/find-names.ts';
import { wholeNames } from './parse/names-as-words.ts';
import { syntaxOf } from './parse/syntax.ts';
import { findQuotations } from './quotations/find-quotations.ts';
import type { Mention, Reading, ReadingSource } from './reading.ts';
import { rolesOf } from './roles/find-roles.ts';
import { sentencesOf } from './tokens/sentences.ts';
import { tokenise } from './tokens/tokenise.ts';

/** Reads one article: everything it says of names, people, quotations, meetings and dates, as offsets into its text. */
export function read(source: ReadingSource, models: ReadingModels): Reading {
  const document = nameReading(source, models);
  const { text, published, sentences, mentions, entities } = document;
  const dates = findDates(text, sentences, published);
  const coreference = resolveMentions(document);
  const quotations = findQuotations(document, coreference);
  const meetings = findMeetings(document, coreference, dates, quotations);
  return { sentences, mentions, entities, quotations, meetings, dates };
}

/** The first half of a reading: who and what is mentioned where. */
export function nameReading({ text, published, headline }: ReadingSource, models: ReadingModels): ReadingDocument {
  const sentences = sentencesOf(text);
  const tokens = tokenise(text);
  const names = findNames(text, tokens, sentences, models.names);
  const { entities, entityOf } = identify(text, names);
  const roles = rolesOf(text, tokens, sentences, names);
  const mentions = names.map((name, i): Mention => {
    const { start, end, type } = name;
    // Each name has an entity and a role of its own, at its own position.
    return { start, end, type, entity: entityOf[i]!, role: roles[i] ?? null };
  });
  return {
    text,
    published,
    headline,
    sentences,
    tokens,
    syntax: syntaxOf(text, tokens, sentences, models.syntax, wholeNames(text, names, roles)),
    mentions,
    entities,
  };
}
