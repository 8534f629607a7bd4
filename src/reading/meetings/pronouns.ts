import { type Span, span } from '../../text/span.ts';
import type { ReadingDocument } from '../document.ts';
import type { Participant } from '../reading.ts';
import { isBody, isPeople } from './roles.ts';
import { mentionsIn, sentenceIndexAt, type Word } from './words.ts';

/** "He" and "she" are the one person named before in the sentence, or else in the sentence before; with two to choose from, nobody. */
export function personMeant(document: ReadingDocument, word: Word): Participant[] {
  if (!/^(?:he|she|him|her)$/.test(word.lower)) return [];
  const at = sentenceIndexAt(document.sentences, word.start);
  for (let back = 0; back < 3 && at - back >= 0; back++) {
    const sentence = document.sentences[at - back];
    if (!sentence) break;
    const before = span(sentence.start, Math.max(sentence.start, Math.min(sentence.end, word.start)));
    const people = mentionsIn(document.mentions, before).filter((mention) => mention.type === 'person');
    const entities = new Set(people.map((m) => m.entity));
    const [first] = people;
    if (entities.size > 1) return [];
    const unread = first ? null : speakerAtHead(document, before);
    if (unread) return [unread];
    if (first) {
      const name = document.entities[first.entity]?.name ?? '';
      const role = people.find((m) => m.role)?.role;
      return [
        {
          ...span(word.start, word.end),
          name,
          kind: 'person',
          entity: first.entity,
          role: role?.text ?? null,
          country: role?.country ?? null,
        },
      ];
    }
  }
  return [];
}

const SPEAKS = /^\p{Lu}[\p{L}'’-]+(?=\s(?:said|says|told|talked|spoke|recalled|wrote|added|remembered)\s)/u;

/** "Haddad told of the talks he had": who speaks at the head of the sentence, though no mention covers the name. */
function speakerAtHead(document: ReadingDocument, sentence: Span): Participant | null {
  const name = SPEAKS.exec(document.text.slice(sentence.start, sentence.end))?.[0];
  if (!name || mentionsIn(document.mentions, sentence).some((mention) => mention.start === sentence.start)) return null;
  const lower = name.toLowerCase();
  if (isPeople(lower) || isBody(lower) || /s$|^(?:he|she|it|they|we|you|who)$/.test(lower)) return null;
  const where = span(sentence.start, sentence.start + name.length);
  return { ...where, name, kind: 'person', entity: null, role: null, country: null };
}
