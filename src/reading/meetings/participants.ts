import { span } from '../../text/span.ts';
import type { ReadingDocument } from '../document.ts';
import type { EntityIndex, Participant } from '../reading.ts';
import { type Item, itemsIn, sharedAway, sharing } from './items.ts';
import type { Range } from './phrases.ts';
import { personMeant } from './pronouns.ts';
import { isBody, isPeople, isPluralPost, onePost } from './roles.ts';
import { sentenceIndexAt, type Word } from './words.ts';

/**
 * Whom a noun phrase names: people, posts, bodies and countries, each once, in order. Where only somebody can stand, after
 * "with" and "between" or before "met", a place counts too: it stands for those who govern it, or is a person's name misread.
 */
export function participantsIn(
  document: ReadingDocument,
  words: readonly Word[],
  range: Range,
  somebody = /^(?:with|between|alongside)$/.test(words[range.from - 1]?.lower ?? ''),
): Participant[] {
  const first = words[range.from];
  if (first?.part === 'pronoun') return personMeant(document, first);
  const items = itemsIn(words, range);
  const participants: Participant[] = [];
  items.forEach((item, i) => {
    if (item.kind === 'adjective') return;
    const shared = sharing(items, i);
    participants.push(
      ...(shared
        ? perCountry(document, words, item, shared)
        : named(
            document,
            words,
            item,
            somebody,
            items.length > 2 && items.filter((other) => other.kind === 'person').length === items.length - 1,
          )),
    );
  });
  return distinct(participants.filter((p) => !items.some((item, i) => sharedAway(items, i) && inside(words, item, p))));
}

const inside = (words: readonly Word[], item: Item, p: Participant) =>
  p.kind === 'country' && p.start >= (words[item.from]?.start ?? 0) && p.end <= (words[item.to - 1]?.end ?? 0);

function perCountry(
  document: ReadingDocument,
  words: readonly Word[],
  item: Item,
  shared: readonly Item[],
): Participant[] {
  const own = words.slice(item.from, item.to).filter((word) => word.country);
  const others = shared.flatMap((other) => words.slice(other.from, other.to).filter((word) => word.country));
  const countries = [...others, ...own].sort((a, b) => a.start - b.start);
  const preposition = words.slice(item.from, item.to).findIndex((w, k) => k > 0 && w.part === 'preposition');
  const ofCountry = preposition >= 0 && own.some((word) => word.start > (words[item.from + preposition]?.start ?? 0));
  const bare = rolePhrase(document, words, item, ofCountry ? item.from + preposition : item.to);
  return countries.map((word) => {
    const country = word.country?.country ?? null;
    // "the minister of Iran" and "Turkey's minister", but "the Turkish minister"
    const adjective = word.country?.as === 'adjective';
    const name = adjective
      ? `${textOf(document, word)} ${onePost(bare)}`
      : `${onePost(bare)} of ${textOf(document, word)}`;
    const kind = item.kind === 'body' ? 'body' : 'role';
    return {
      ...span(word.start, word.end),
      name,
      kind,
      entity: null,
      role: kind === 'role' ? onePost(bare) : null,
      country,
    };
  });
}

/** The words of a post without the country: "foreign ministers". */
function rolePhrase(document: ReadingDocument, words: readonly Word[], item: Item, to: number): string {
  const core = words.slice(item.from, to);
  const afterCountry = core.findLastIndex((word) => word.country !== null || word.part === 'possessive') + 1;
  const rest = core.slice(afterCountry < core.length ? afterCountry : 0);
  const [first, last] = [rest[0], rest.at(-1)];
  return first && last ? document.text.slice(first.start, last.end) : '';
}

function named(
  document: ReadingDocument,
  words: readonly Word[],
  item: Item,
  somebody: boolean,
  amongPeople: boolean,
): Participant[] {
  const core = words.slice(item.from, item.to);
  const [first, last] = [core[0], core.at(-1)];
  if (!first || !last) return [];
  if (item.kind === 'person') {
    const people = item.persons.map((person) => personIn(document, core, person));
    const body =
      item.head && isBody(item.head.lower) && core.some((word) => word.lower === 'by') ? [bodyIn(document, core)] : [];
    return [...body, ...people];
  }
  if (item.kind === 'country') return countriesAmong(core);
  if (item.kind === 'role') {
    const end = core.findIndex((word) => word.lower === 'led' || word.lower === 'headed');
    const owned = last.part === 'possessive' ? core.length - 1 : core.length;
    const where = span(first.start, core[(end > 0 ? end : owned) - 1]?.end ?? last.end);
    const role = document.text.slice(where.start, where.end);
    const the = words[item.from - 1]?.lower === 'the' ? 'the ' : '';
    return [{ ...where, name: the + role, kind: 'role', entity: null, role, country: countryAmong(core) }];
  }
  // "ten countries chaired by the UK"
  if (item.kind === 'body') return [bodyIn(document, core), ...countriesAmong(core.slice(ledAt(core) + 1))];
  const place = core.length === 1 && somebody ? first.mention : null;
  // "met Putin, Xi and Erdogan": a lone name among people
  const alone = core.length === 1 && first.capital && !first.mention && !first.country;
  if (alone && amongPeople) return [personIn(document, core, first)];
  return place ? [bodyIn(document, core)] : [titled(document, core) ?? capitalised(document, core)].flat();
}

const countriesAmong = (words: readonly Word[]): Participant[] =>
  words.flatMap((word) => {
    const country = word.country?.as === 'adjective' ? null : word.country?.country;
    return country ? [{ ...bare(word), name: country, kind: 'country', country }] : [];
  });

const TITLE =
  /^(?:king|queen|prince|princess|president|pope|sheikh|emir|sultan|minister|premier|chancellor|senator|governor|ambassador|mayor|archbishop|cardinal|bishop|ayatollah|patriarch)$/;

/** "Saudi King Salman": a title tells a person whom no mention covers. */
function titled(document: ReadingDocument, core: readonly Word[]): Participant | null {
  const at = core.findLastIndex((word) => word.capital && TITLE.test(word.lower));
  const [first, title, head, last] = [core[0], core[at], core[at + 1], core.at(-1)];
  if (!first || !title || !head || !last || !core.slice(at + 1).every((word) => word.capital && !word.country))
    return null;
  const where = span(head.start, last.end);
  return {
    ...where,
    name: document.text.slice(where.start, where.end),
    kind: 'person',
    entity: null,
    role: document.text.slice(first.start, title.end),
    country: countryAmong(core),
  };
}

/** Where "led by" stands; the end where it does not. */
function ledAt(core: readonly Word[]): number {
  const at = core.findIndex((word, i) => i > 0 && /^(?:led|headed|chaired)$/.test(word.lower));
  return at < 0 ? core.length : at;
}

const bare = (word: Word) => ({ ...span(word.start, word.end), entity: null as EntityIndex | null, role: null });

function personIn(document: ReadingDocument, core: readonly Word[], person: Word): Participant {
  const mention = person.mention;
  const at = core.indexOf(person);
  // "negotiators led by Ann Lee": they are not what she is
  const by = core.findIndex((word) => word.lower === 'by');
  const before = core.slice(by < at ? by + 1 : 0, at).filter((word) => word.part !== 'comma');
  const after = core.slice(at + 1).filter((word) => word.part !== 'comma' && word.part !== 'and');
  const post = [before, after].find((words) => words.some((word) => word.part === 'noun' && isPeople(word.lower)));
  const phrase = post?.filter((word, i) => i > 0 || word.part !== 'determiner');
  const [first, last] = [phrase?.[0], phrase?.at(-1)];
  const role = mention?.role?.text ?? (first && last ? document.text.slice(first.start, last.end) : null);
  const name = (mention && document.entities[mention.entity]?.name) ?? textOf(document, person);
  // "John Major of Britain"
  const of = core[at + 1]?.lower === 'of' ? core[at + 2]?.country?.country : undefined;
  // "the Turkish and Russian presidents Erdogan and Putin": which is whose, the words leave open
  const shared = phrase?.some((word) => word.part === 'noun' && isPluralPost(word.lower)) ?? false;
  const country = shared
    ? null
    : (of ?? mention?.role?.country ?? (phrase ? countryAmong(phrase) : countryAmong(before)));
  return { ...span(person.start, person.end), name, kind: 'person', entity: mention?.entity ?? null, role, country };
}

/** The first country in a role: not the one an ambassador is sent to. */
function countryAmong(words: readonly Word[]): string | null {
  const at = words.findIndex((word, i) => word.country && words[i - 1]?.lower !== 'to');
  return words[at]?.country?.country ?? null;
}

function bodyIn(document: ReadingDocument, core: readonly Word[]): Participant {
  const own = core.slice(0, ledAt(core));
  const organisation = own.length === 1 ? own[0]?.mention : null;
  const [first, last] = [own[0], own.at(-1)];
  const where = span(first?.start ?? 0, last?.end ?? 0);
  const name =
    (organisation && document.entities[organisation.entity]?.name) ?? document.text.slice(where.start, where.end);
  return { ...where, name, kind: 'body', entity: organisation?.entity ?? null, role: null, country: countryAmong(own) };
}

const startsSentence = ({ sentences }: ReadingDocument, word: Word): boolean =>
  sentences[sentenceIndexAt(sentences, word.start)]?.start === word.start;

/** A name that no mention covers, as "the Taliban" may be: taken as a body where it has a capital. */
function capitalised(document: ReadingDocument, core: readonly Word[]): Participant[] {
  const named = core.filter(
    (word) => word.capital && word.mention?.type !== 'place' && !/^i(?:['’]|$)/.test(word.lower),
  );
  // "Preparations are under way": at the head of a sentence a capital says nothing.
  if (core.length === 1 && named.every((word) => word.lower.endsWith('s') && startsSentence(document, word))) return [];
  const [first, last] = [named[0], core.at(-1)];
  if (!first || !last?.capital || last.mention?.type === 'place' || last.country) return [];
  const where = span(first.start, last.end);
  return [
    {
      ...where,
      name: document.text.slice(where.start, where.end),
      kind: 'body',
      entity: null,
      role: null,
      country: countryAmong(core),
    },
  ];
}

const textOf = (document: ReadingDocument, word: Word) => document.text.slice(word.start, word.end);

/** Each once: the same person, or the same words. */
export function distinct(participants: readonly Participant[]): Participant[] {
  return participants.filter((p, i) => participants.findIndex((other) => samePart(p, other)) === i);
}

export const samePart = (a: Participant, b: Participant): boolean =>
  a.entity !== null && b.entity !== null ? a.entity === b.entity : a.name.toLowerCase() === b.name.toLowerCase();
