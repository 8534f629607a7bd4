import { countFrom, type Range } from './phrases.ts';
import { isBody, isPeople, isPluralPost, isPost } from './roles.ts';
import type { Word } from './words.ts';

/** One member of a list: "Lavrov, the Russian foreign minister" is one, "Lavrov and Kerry" are two. */
export interface Item extends Range {
  readonly persons: readonly Word[];
  /** Its last word before any "of", "for", "from" that is no name: what the phrase is about. */
  readonly head: Word | null;
  readonly kind: 'person' | 'role' | 'body' | 'country' | 'adjective' | 'other';
  /** "other Arab states" are none of those named before them. */
  readonly other: boolean;
  /** "countries chaired by Norway" share nothing with what follows. */
  readonly led: boolean;
  /** "envoys of the rebels" are nobody else's. */
  readonly ofOthers: boolean;
  /** Did "and" (or a comma) stand before it? */
  readonly joined: 'and' | 'comma' | null;
}

/** The members of the list that a noun phrase is: "Lavrov, the minister, and Kerry" has two. */
export const itemsIn = (words: readonly Word[], range: Range): Item[] =>
  withoutCount(apposed(joined(split(words, range), words), words), words);

const NUMBER: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4 };

/** "The two presidents, A and B," are A and B. */
function withoutCount(items: readonly Item[], words: readonly Word[]): Item[] {
  const [first, ...others] = items;
  const counted = first?.kind === 'role' ? words.slice(first.from, first.to).map((word) => NUMBER[word.lower]) : [];
  const named = others.length > 1 && others[0]?.joined === 'comma' && others.every((item) => item.kind === 'person');
  return named && counted.includes(others.length) ? others : [...items];
}

/** Cuts at commas and "and". */
function split(words: readonly Word[], range: Range): Item[] {
  const items: Item[] = [];
  let from = range.from;
  let before: Item['joined'] = null;
  for (let i = range.from; i <= range.to; i++) {
    const part = words[i]?.part;
    if (i < range.to && part !== 'comma' && part !== 'and') continue;
    // "Ann Lee, of the local paper", "Ann Lee, Republican of Ohio": no member of its own
    const affiliation =
      before === 'comma' && /^(?:of|from|at|for|republican|democrat|independent)$/.test(words[from]?.lower ?? '');
    // "a commission, representing three ministries,"
    if (before === 'comma' && i > from && /^\p{Ll}+ing$/u.test(words[from]?.lower ?? '') && !words[from]?.capital)
      break;
    if (i > from && !affiliation) items.push(itemOf(words, from, i, before));
    if (i > from || before === null) before = part === 'and' ? 'and' : 'comma';
    else if (part === 'and') before = 'and';
    from = i + 1;
  }
  return items;
}

function itemOf(words: readonly Word[], start: number, end: number, before: Item['joined']): Item {
  let from = start;
  while (from < end && /^(?:determiner|adverb|preposition|date|stop)$/.test(words[from]?.part ?? '')) from++;
  from = countFrom(words, from);
  if (from >= end) from = start;
  const to = from + coreLength(words.slice(from, end));
  const core = words.slice(from, to);
  const persons = core.filter((word, i) => word.mention?.type === 'person' && isMeant(core, i));
  const head = headOf(core);
  const other = words[start]?.lower === 'other' || words[from - 1]?.lower === 'other';
  const led = core.some((word) => /^(?:led|headed|chaired)$/.test(word.lower));
  const of = core.findIndex((word) => /^(?:of|from)$/.test(word.lower));
  const ofOthers = of > 0 && !core.slice(of).some((word) => word.country);
  return { from, to, persons, head, kind: kindOf(core, persons, head), other, led, ofOthers, joined: before };
}

/** Is the person at `i` meant, and not only named on the way: "Aliyev's decision", "the Obama campaign", "staffers of Bush"? */
function isMeant(core: readonly Word[], i: number): boolean {
  const next = core[i + 1];
  if (next?.part === 'possessive' || (next?.part === 'noun' && !next.capital && /^\p{L}+(?<!ing)$/u.test(next.lower)))
    return false;
  let before = i - 1;
  while (core[before]?.part === 'determiner' || (core[before]?.part === 'noun' && core[before]?.capital)) before--;
  const head = core[before - 1];
  return !(
    /^(?:of|to|for|from)$/.test(core[before]?.lower ?? '') &&
    head?.part === 'noun' &&
    !head.capital &&
    isPeople(head.lower)
  );
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
export function sharing(items: readonly Item[], i: number): Item[] | null {
  const item = items[i];
  if (!item || (item.kind !== 'role' && item.kind !== 'body')) return null;
  const before: Item[] = [];
  if (item.other || item.led) return null;
  for (let k = i - 1; k >= 0 && isBareCountry(items[k]); k--) before.unshift(items[k] as Item);
  const after: Item[] = [];
  for (let k = i + 1; !item.ofOthers && items[k]?.kind === 'country'; k++) after.push(items[k] as Item);
  return isPlural(item) && before.length + after.length > 0 ? [...before, ...after] : null;
}

const isBareCountry = (item: Item | undefined) => item?.kind === 'adjective' || item?.kind === 'country';
const isPlural = (item: Item) =>
  item.head !== null && (isPluralPost(item.head.lower) || /(?<!s)s$/.test(item.head.lower));

/** Does a post or body beside it already speak for this bare country? */
export function sharedAway(items: readonly Item[], i: number): boolean {
  if (!isBareCountry(items[i])) return false;
  for (let k = i; k < items.length && (k === i || isBareCountry(items[k - 1])); k++) if (sharing(items, k)) return true;
  for (let k = i; k >= 0 && (k === i || items[k + 1]?.kind === 'country'); k--) if (sharing(items, k)) return true;
  return false;
}
