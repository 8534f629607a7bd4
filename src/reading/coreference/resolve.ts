import { span, within } from '../../text/span.ts';
import type { ReadingDocument } from '../document.ts';
import { gendersOf } from '../entities/gender.ts';
import { isOnePerson, isSpeakerNoun } from '../quotations/attribution/words.ts';
import { postWords } from '../quotations/speakers/posts.ts';
import type { EntityIndex } from '../reading.ts';
import type { Anaphor, Coreference, Referent } from './coreference.ts';

const PRONOUN = /\b(?:s?he|him|his|her|hers|himself|herself|it|its|itself|they|them|their|theirs|themselves)\b/giu;
const NOMINAL = /\b(?:the|his|her|its|their|both)\s(?:[\p{L}-]+\s){0,4}?([\p{Ll}-]+)\b/gu;

/** Whom each pronoun and nominal of an article means. */
export function resolveMentions(document: ReadingDocument): Coreference {
  const { text, mentions } = document;
  const genders = gendersOf(document);
  const anaphors: Anaphor[] = [];
  for (const { 0: word, index } of text.matchAll(PRONOUN)) {
    const head = span(index, index + word.length);
    if (mentions.some((mention) => within(head, mention))) continue;
    const wanted = /^s?he|^h/i.test(word) ? (/^(?:he|him|his|himself)$/i.test(word) ? 'male' : 'female') : null;
    const before = wanted
      ? mentions.findLast(({ start, type, entity }) => {
          return start < index && type === 'person' && (genders.get(entity) ?? wanted) === wanted;
        })
      : undefined;
    anaphors.push({ ...head, kind: 'pronoun', head, plural: /^the/i.test(word), referent: oneOf(before?.entity) });
  }
  for (const { 0: words, 1: noun = '', index } of text.matchAll(NOMINAL)) {
    if (!isSpeakerNoun(noun)) continue;
    const head = span(index + words.length - noun.length, index + words.length);
    const wanted = postWords(words).at(-1);
    const before = mentions.findLast(
      ({ start, role }) => start < index && role && postWords(role.text).at(-1) === wanted,
    );
    const plural = !isOnePerson(noun) && noun.endsWith('s');
    anaphors.push({
      start: span(index, index + words.length).start,
      end: head.end,
      kind: 'nominal',
      head,
      plural,
      referent: oneOf(before?.entity),
    });
  }
  anaphors.sort((a, b) => a.start - b.start);
  return { anaphors, mentions };
}

const oneOf = (entity: EntityIndex | undefined): Referent | null =>
  entity === undefined ? null : { entities: [entity], margin: 0.5 };
