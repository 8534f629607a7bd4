import { span } from '../text/span.ts';
import type { ReadingDocument } from './document.ts';
import type { Range } from './meeting-phrases.ts';
import { isBody, isPeople, isPluralPost, isPost, onePost } from './meeting-roles.ts';
import { mentionsIn, sentenceIndexAt, type Word } from './meeting-words.ts';
import type { EntityIndex, Participant } from './reading.ts';

/** One member of a list: "Lavrov, the Russian foreign minister" is one, "Lavrov and Kerry" are two. */
interface Item extends Range {
  readonly persons: readonly Word[];
  /** Its last word before any "of", "for", "from" that is no name: what the phrase is about. */
  readonly head: Word | null;
  readonly kind: 'person' | 'role' | 'body' | 'country' | 'adjective' | 'other';
  /** "other Arab states" are none of those named before them. */
  readonly other: boolean;
  /** Did "and" (or a comma) stand before it? */
  readonly joined: 'and' | 'comma' | null;
}

/** Whom a noun phrase names: people, posts, bodies and countries, each once, in order. */
export function participantsIn(document: ReadingDocument, words: readonly Word[], range: Range): Participant[] {
  const first = words[range.from];
  if (first?.part === 'pronoun') return pronoun(document, first);
  const items = apposed(joined(split(words, range), words), words);
  const participants: Participant[] = [];
  items.forEach((item, i) => {
    if (item.kind === 'adjective') return;
    const shared = sharing(items, i);
    participants.push(...(shared ? perCountry(document, words, item, shared) : named(document, words, item)));
  });
  return distinct(participants.filter((p) => !items.some((item, i) => sharedAway(items, i) && inside(words, item, p))));
}

const inside = (words: readonly Word[], item: Item, p: Participant) =>
  p.kind === 'country' && p.start >= (words[item.from]?.start ?? 0) && p.end <= (words[item.to - 1]?.end ?? 0);

/** Cuts at commas and "and". */
function split(words: readonly Word[], range: Range): Item[] {
  const items: Item[] = [];
  let from = range.from;
  let before: Item['joined'] = null;
  for (let i = range.from; i <= range.to; i++) {
    const part = words[i]?.part;
    if (i < range.to && part !== 'comma' && part !== 'and') continue;
    if (i > from) items.push(itemOf(words, from, i, before));
    if (i > from || before === null) before = part === 'and' ? 'and' : 'comma';
    else if (part === 'and') before = 'and';
    from = i + 1;
  }
  return items;
}

function itemOf(words: readonly Word[], start: number, end: number, before: Item['joined']): Item {
  let from = start;
  while (from < end && /^(?:determiner|adverb|preposition|date|stop)$/.test(words[from]?.part ?? '')) from++;
  if (from === end) from = start;
  const to = from + coreLength(words.slice(from, end));
  const core = words.slice(from, to);
  // The owner of a thing is not the thing: "Aliyev's decision".
  const persons = core.filter((word, i) => word.mention?.type === 'person' && core[i + 1]?.part !== 'possessive');
  const head = headOf(core);
  const other = words[start]?.lower === 'other' || words[from - 1]?.lower === 'other';
  return { from, to, persons, head, kind: kindOf(core, persons, head), other, joined: before };
}

/** Without the prepositional phrases that do not belong to the noun: "Putin on June 13", "leaders at the summit". */
function coreLength(core: readonly Word[]): number {
  const at = core.findIndex(
    (word, i) =>
      i > 0 &&
      (word.part === 'date' ||
        (word.part === 'preposition' && word.lower !== 'of' && word.lower !== 'by' && !roleBefore(core[i - 1]))),
  );
  return at < 0 ? core.length : at;
}

const roleBefore = (word: Word | undefined): boolean =>
  word?.part === 'noun' && (isPeople(word.lower) || isBody(word.lower));

function headOf(core: readonly Word[]): Word | null {
  const preposition = core.findIndex((word, i) => i > 0 && word.part === 'preposition');
  const nouns = core.slice(0, preposition < 0 ? core.length : preposition).filter((w) => w.part === 'noun');
  return nouns.at(-1) ?? null;
}

function kindOf(core: readonly Word[], persons: readonly Word[], head: Word | null): Item['kind'] {
  if (persons.length > 0) return 'person';
  const content = core.filter((word) => word.part !== 'determiner' && word.part !== 'possessive');
  const only = content.length === 1 ? content[0] : undefined;
  // "the Israelis" are people, "Israeli" waits for its noun
  if (only?.country?.as === 'adjective')
    return /(?:[^s]s|ese|men)$/.test(only.lower) && core.length === 1 && !only.mention ? 'role' : 'adjective';
  if (only?.country) return 'country';
  if (only?.mention?.type === 'place') return 'other';
  if (head && isPeople(head.lower)) return 'role';
  if (head && isBody(head.lower)) return 'body';
  if (content.some((word) => word.mention?.type === 'organisation')) return 'body';
  if (content.length > 0 && content.every((word) => word.country && word.country.as !== 'adjective')) return 'country';
  return 'other';
}

/** Puts "the Middle East | and Africa" together again where the second half only goes on with an "of" or "for". */
function joined(items: readonly Item[], words: readonly Word[]): Item[] {
  const out: Item[] = [];
  for (const item of items) {
    const last = out.at(-1);
    if (last && item.joined === 'and' && continues(last, item, words)) {
      out[out.length - 1] = rejoined(words, last, item);
    } else out.push(item);
  }
  return out;
}

const rejoined = (words: readonly Word[], a: Item, b: Item): Item => {
  const whole = itemOf(words, a.from, b.to, a.joined);
  return whole.to === b.to ? whole : { ...a };
};

function continues(last: Item, item: Item, words: readonly Word[]): boolean {
  const preposition = words.slice(last.from, last.to).some((word, i) => i > 0 && word.part === 'preposition');
  if (!preposition || last.persons.length > 0) return false;
  const plural = last.head !== null && (isPluralPost(last.head.lower) || /s$/.test(last.head.lower));
  if (item.kind === 'country' || item.kind === 'adjective') return !plural;
  if (item.kind === 'other') return words[item.from]?.part !== 'name' || !plural;
  // "Minister of Foreign Affairs and Expatriates of Jordan Ayman Safadi" is one man.
  return item.kind === 'person' && last.kind === 'role' && !plural && item.head !== null && !isPost(item.head.lower);
}

/** "Lavrov, the Russian minister," and "his counterpart, Sergei Lavrov" are one each. */
function apposed(items: readonly Item[], words: readonly Word[]): Item[] {
  const out: Item[] = [];
  items.forEach((item, i) => {
    const last = out.at(-1);
    const list = items.slice(i + 1, i + 4).some((later) => later.joined === 'and');
    const one = last && item.joined === 'comma' && oneAndTheSame(words, last, item, list);
    if (one)
      out[out.length - 1] = { ...last, to: item.to, persons: [...last.persons, ...item.persons], kind: 'person' };
    else out.push(item);
  });
  return out;
}

function oneAndTheSame(words: readonly Word[], a: Item, b: Item, list: boolean): boolean {
  const single = (item: Item) =>
    item.kind === 'role' && item.head !== null && isPost(item.head.lower) && !isPluralPost(item.head.lower);
  if (a.kind === 'person' && single(b)) return a.persons.length === 1;
  if (!single(a) || b.kind !== 'person' || b.persons.length !== 1) return false;
  // "the premier, Prince Khalid"; but "the premier, General Khalid and the king" may be three
  const title = words.slice(b.from, b.to - 1).every((word) => word.part === 'noun' && word.capital);
  return b.to - b.from === 1 || (title && !list);
}

/** The countries that share the post or body of item `i`: "Russian, Iranian and Syrian counterparts", "the ministers of A, B and C". */
function sharing(items: readonly Item[], i: number): Item[] | null {
  const item = items[i];
  if (!item || (item.kind !== 'role' && item.kind !== 'body')) return null;
  const before: Item[] = [];
  if (item.other) return null;
  for (let k = i - 1; k >= 0 && isBareCountry(items[k]); k--) before.unshift(items[k] as Item);
  const after: Item[] = [];
  for (let k = i + 1; k < items.length && items[k]?.kind === 'country'; k++) after.push(items[k] as Item);
  return isPlural(item) && before.length + after.length > 0 ? [...before, ...after] : null;
}

const isBareCountry = (item: Item | undefined) => item?.kind === 'adjective' || item?.kind === 'country';
const isPlural = (item: Item) =>
  item.head !== null && (isPluralPost(item.head.lower) || /(?<!s)s$/.test(item.head.lower));

/** Does a post or body beside it already speak for this bare country? */
function sharedAway(items: readonly Item[], i: number): boolean {
  if (!isBareCountry(items[i])) return false;
  for (let k = i; k < items.length && (k === i || isBareCountry(items[k - 1])); k++) if (sharing(items, k)) return true;
  for (let k = i; k >= 0 && (k === i || items[k + 1]?.kind === 'country'); k--) if (sharing(items, k)) return true;
  return false;
}

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

function named(document: ReadingDocument, words: readonly Word[], item: Item): Participant[] {
  const core = words.slice(item.from, item.to);
  const [first, last] = [core[0], core.at(-1)];
  if (!first || !last) return [];
  if (item.kind === 'person') {
    const people = item.persons.map((person) => personIn(document, core, person));
    const body =
      item.head && isBody(item.head.lower) && core.some((word) => word.lower === 'by') ? [bodyIn(document, core)] : [];
    return [...body, ...people];
  }
  if (item.kind === 'country') {
    return core
      .filter((word) => word.country)
      .map((word) => ({
        ...bare(word),
        name: word.country?.country ?? '',
        kind: 'country',
        country: word.country?.country ?? null,
      }));
  }
  if (item.kind === 'role') {
    const end = core.findIndex((word) => word.lower === 'led' || word.lower === 'headed');
    const where = span(first.start, (end > 0 ? core[end - 1] : last)?.end ?? last.end);
    const role = document.text.slice(where.start, where.end);
    const the = words[item.from - 1]?.lower === 'the' ? 'the ' : '';
    return [{ ...where, name: the + role, kind: 'role', entity: null, role, country: countryAmong(core) }];
  }
  if (item.kind === 'body') return [bodyIn(document, core)];
  return capitalised(document, core);
}

const bare = (word: Word) => ({ ...span(word.start, word.end), entity: null as EntityIndex | null, role: null });

function personIn(document: ReadingDocument, core: readonly Word[], person: Word): Participant {
  const mention = person.mention;
  const at = core.indexOf(person);
  const before = core.slice(0, at).filter((word) => word.part !== 'comma');
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
  const led = core.findIndex((word) => /^(?:led|headed|chaired)$/.test(word.lower));
  const own = led > 0 ? core.slice(0, led) : core;
  const organisation = own.length === 1 ? own[0]?.mention : null;
  const [first, last] = [own[0], own.at(-1)];
  const where = span(first?.start ?? 0, last?.end ?? 0);
  const name =
    (organisation && document.entities[organisation.entity]?.name) ?? document.text.slice(where.start, where.end);
  return { ...where, name, kind: 'body', entity: organisation?.entity ?? null, role: null, country: countryAmong(own) };
}

/** A name that no mention covers, as "the Taliban" may be: taken as a body where it has a capital. */
function capitalised(document: ReadingDocument, core: readonly Word[]): Participant[] {
  const named = core.filter(
    (word) => word.capital && word.mention?.type !== 'place' && !/^i(?:['’]|$)/.test(word.lower),
  );
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

/** "He" and "she" are the one person named before in the sentence, or else in the sentence before; with two to choose from, nobody. */
function pronoun(document: ReadingDocument, word: Word): Participant[] {
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
    if (first) {
      const name = document.entities[first.entity]?.name ?? '';
      const role = people.find((m) => m.role)?.role;
      return [
        {
          ...bare(word),
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

const textOf = (document: ReadingDocument, word: Word) => document.text.slice(word.start, word.end);

/** Each once: the same person, or the same words. */
export function distinct(participants: readonly Participant[]): Participant[] {
  return participants.filter((p, i) => participants.findIndex((other) => samePart(p, other)) === i);
}

export const samePart = (a: Participant, b: Participant): boolean =>
  a.entity !== null && b.entity !== null ? a.entity === b.entity : a.name.toLowerCase() === b.name.toLowerCase();
