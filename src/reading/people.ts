import { slice } from '../text/span.ts';
import { foldName, nameWords, sameSpelling, spellingKey } from '../text/spelling.ts';
import type { NameSpan } from './names.ts';
import { acronymPairs } from './people-acronyms.ts';
import { courtesyOf, sameGivenName } from './people-given-names.ts';
import type { Entity, EntityIndex, EntityType } from './reading.ts';

/** Who each name means: `entityOf[i]` is the entity of `names[i]`. */
export interface Identified {
  readonly entities: readonly Entity[];
  readonly entityOf: readonly EntityIndex[];
}

/** One way of writing a name, and where. */
interface Spelling {
  readonly type: EntityType;
  readonly written: string;
  /** Folded, without particles that spelling leaves out, generations and stray marks. */
  readonly words: readonly string[];
  /** Positions in the list of names. */
  readonly at: number[];
}

/** Somebody or something, as put together so far. */
interface Candidate {
  readonly type: EntityType;
  readonly spellings: Spelling[];
  /** Mr or Mrs, where the text says either, or the given name. */
  courtesy: Courtesy | null;
}

type Courtesy = 'Mr' | 'Mrs';
const MR = /\b(?:Mr|Sir|Lord|King|Prince|MR)\.?\s+$/;
const MRS = /\b(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|MRS|MS)\.?\s+$/;

function courtesyBefore(text: string, name: NameSpan): Courtesy | null {
  const before = text.slice(Math.max(0, name.start - 10), name.start);
  return MR.test(before) ? 'Mr' : MRS.test(before) ? 'Mrs' : null;
}

/**
 * Puts the names of one article together that mean the same person, organisation or place. A full name founds a person; a
 * shorter form joins the person it fits, and of several that it fits the one named last before it. Where the text leaves
 * it open who is meant, the short form stays apart.
 */
export function identify(text: string, names: readonly NameSpan[]): Identified {
  const found: (Candidate | undefined)[] = new Array(names.length);
  const candidates: Candidate[] = [];
  const courtesies = names.map((name) => (name.type === 'person' ? courtesyBefore(text, name) : null));
  for (const type of ['person', 'organisation', 'place'] as const) {
    const spellings = spellingsOf(text, names, type);
    if (type === 'person') joinPeople(spellings, (i) => courtesies[i] ?? null, candidates, found);
    else joinOthers(spellings, candidates, found);
  }
  joinAcronyms(text, names, candidates, found);
  return number(candidates, found);
}

/** The ways in which names of one type are written, each once, in the order of the text. */
function spellingsOf(text: string, names: readonly NameSpan[], type: EntityType): Spelling[] {
  const byWriting = new Map<string, Spelling>();
  names.forEach((name, i) => {
    if (name.type !== type) return;
    const written = slice(text, name).replace(/\s+/gu, ' ');
    const known = byWriting.get(written);
    if (known) known.at.push(i);
    else byWriting.set(written, { type, written, words: wordsOf(written, type), at: [i] });
  });
  return [...byWriting.values()];
}

const GENERATION = /^(?:jr|sr|ii|iii|iv)$/;

function wordsOf(written: string, type: EntityType): string[] {
  if (type === 'person') return nameWords(written).filter((word) => !GENERATION.test(word));
  return [foldName(written.replace(/^the\s+/i, ''))];
}

/** No honest article has more people who share a word of their names; looking at more would take for ever. */
const MOST_BEARERS = 64;
/** Nor do words refer to a name further back than so many others. */
const FURTHEST_NAMES = 1000;

function joinPeople(
  spellings: readonly Spelling[],
  courtesyAt: (i: number) => Courtesy | null,
  candidates: Candidate[],
  found: (Candidate | undefined)[],
): void {
  const byWord = new Map<string, Set<Candidate>>();
  /** Everybody who has, somewhere in the name, a word that sounds like this one. */
  const having = (word: string): Candidate[] => [...(byWord.get(spellingKey(word)) ?? [])].slice(-MOST_BEARERS);
  const put = (spelling: Spelling, person: Candidate, positions: readonly number[]) => {
    for (const i of positions) {
      found[i] = person;
      person.courtesy ??= courtesyAt(i);
    }
    if (spelling.words.length > 1) person.courtesy ??= courtesyOf(spelling.words[0] ?? '');
    if (person.spellings.includes(spelling)) return;
    person.spellings.push(spelling);
    for (const word of [...spelling.words, spelling.words.join('')]) {
      const key = spellingKey(word);
      byWord.set(key, (byWord.get(key) ?? new Set()).add(person));
    }
  };
  const newPerson = (): Candidate => {
    const person: Candidate = { type: 'person', spellings: [], courtesy: null };
    candidates.push(person);
    return person;
  };
  const full = spellings.filter(({ words }) => words.length > 1);
  // The longest forms first: "Ursula von der Leyen" is there before "von der Leyen" looks for her.
  for (const spelling of full.sort((a, b) => b.words.length - a.words.length || (a.at[0] ?? 0) - (b.at[0] ?? 0))) {
    const { words, at } = spelling;
    const sharing = new Set([...having(words.at(-1) ?? ''), ...having(words.join(''))]);
    const fitting = [...sharing].filter((person) => person.spellings.some((other) => sameFullName(other.words, words)));
    const [only] = fitting;
    if (only && fitting.length === 1) put(spelling, only, at);
    else if (only) for (const i of at) put(spelling, nearest(fitting, i, found) ?? only, [i]);
    else {
      const whole = having(words[0] ?? '').filter((person) =>
        person.spellings.some((other) => partOf(words, other.words)),
      );
      put(spelling, whole.length === 1 && whole[0] ? whole[0] : newPerson(), at);
    }
  }
  for (const spelling of spellings) {
    if (spelling.words.length > 1) continue;
    const [word = ''] = spelling.words;
    const bearing = bearers(word, having(word));
    // Whom no fuller name fits is a person of his own, wherever he is named.
    let apart: Candidate | null = null;
    for (const i of spelling.at) {
      const courtesy = courtesyAt(i);
      // "Mrs. Bush" is not whom the text called Mr. Bush.
      const fitting = bearing.filter((one) => !one.courtesy || !courtesy || one.courtesy === courtesy);
      let person = fitting.length > 1 ? nearest(fitting, i, found) : fitting[0];
      if (!person) person = apart ??= newPerson();
      put(spelling, person, [i]);
    }
  }
}

/** Whom a single word may mean: those whose family name it is, or else the one whose first or other name it is. */
function bearers(word: string, people: readonly Candidate[]): readonly Candidate[] {
  if (word === '') return [];
  const having = (part: (words: readonly string[]) => readonly string[]) =>
    people.filter((person) => person.spellings.some(({ words }) => part(words).some((own) => sameSpelling(own, word))));
  const family = having((words) => words.slice(-1));
  if (family.length > 0) return family;
  const given = having((words) => words.slice(0, 1));
  const others = given.length > 0 ? given : having((words) => words);
  // Many share a first name: where it fits two, nobody is meant for sure.
  return others.length === 1 ? others : [];
}

/** Of several, the one mentioned last before the name numbered `i`; null where none was. */
function nearest(people: readonly Candidate[], i: number, found: readonly (Candidate | undefined)[]): Candidate | null {
  for (let j = i - 1; j >= Math.max(0, i - FURTHEST_NAMES); j--) {
    const person = found[j];
    if (person && people.includes(person)) return person;
  }
  return null;
}

/** Are these two full names of one person? "Hosni Mubarak", "Hosni El-Sayed Mubarak"; "J. Smith", "John Smith"; not "George W. Bush", "George H. W. Bush". */
function sameFullName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (!sameSpelling(short.at(-1) ?? '', long.at(-1) ?? '')) {
    return sameWords(short, long);
  }
  if (short.length < 2) return false;
  if (!sameGivenName(short[0] ?? '', long[0] ?? '')) return false;
  let next = 1;
  for (const word of short.slice(1, -1)) {
    while (next < long.length - 1 && !sameMiddle(word, long[next] ?? '')) next++;
    if (next >= long.length - 1) return false;
    next++;
  }
  // A middle initial or name that only the longer has is no contradiction; one that differs is.
  return true;
}

const sameMiddle = (a: string, b: string): boolean =>
  a.length === 1 || b.length === 1 ? a.charAt(0) === b.charAt(0) : sameSpelling(a, b);

/** The same words run together or parted otherwise: "Jong-un", "Jong Un", "Jongun". */
const sameWords = (a: readonly string[], b: readonly string[]): boolean => a.join('') === b.join('');

/** Do these words stand in the other's in a row? "von der Leyen", "Suu Kyi". */
function partOf(part: readonly string[], whole: readonly string[]): boolean {
  if (part.length >= whole.length) return false;
  return whole.some(
    (_, at) => at + part.length <= whole.length && part.every((word, k) => sameSpelling(word, whole[at + k] ?? '')),
  );
}

function joinOthers(spellings: readonly Spelling[], candidates: Candidate[], found: (Candidate | undefined)[]): void {
  const byName = new Map<string, Candidate>();
  for (const spelling of spellings) {
    const [name = ''] = spelling.words;
    const known = byName.get(name);
    const one = known ?? { type: spelling.type, spellings: [], courtesy: null };
    if (!known) {
      byName.set(name, one);
      candidates.push(one);
    }
    one.spellings.push(spelling);
    for (const i of spelling.at) found[i] = one;
  }
}

/** "World Health Organization (WHO)": where the two stand side by side, every WHO of the article is the Organization. */
function joinAcronyms(
  text: string,
  names: readonly NameSpan[],
  candidates: Candidate[],
  found: (Candidate | undefined)[],
): void {
  for (const [fullAt, acronymAt] of acronymPairs(text, names)) {
    const full = found[fullAt];
    const acronym = found[acronymAt];
    if (!full || !acronym || full === acronym) continue;
    full.spellings.push(...acronym.spellings);
    candidates.splice(candidates.indexOf(acronym), 1);
    for (let i = 0; i < found.length; i++) if (found[i] === acronym) found[i] = full;
  }
}

/** Numbers the entities in the order of their first mention. */
function number(candidates: readonly Candidate[], found: readonly (Candidate | undefined)[]): Identified {
  const indices = new Map<Candidate, EntityIndex>();
  const entities: Entity[] = [];
  const entityOf = found.map((candidate) => {
    // Every name went into one of the candidates above.
    const one = candidate ?? (candidates[0] as Candidate);
    const known = indices.get(one);
    if (known !== undefined) return known;
    const index = entities.length as EntityIndex;
    indices.set(one, index);
    entities.push({ type: one.type, name: fullest(one.spellings) });
    return index;
  });
  return { entities, entityOf };
}

/** The form with the most words, mixed case before capitals, the more frequent before the rarer. */
function fullest(spellings: readonly Spelling[]): string {
  const rank = ({ written, words, at }: Spelling) => {
    const length = written.split(' ').length + words.length / 100;
    const shouted = written.length > 5 && written === written.toUpperCase() ? 0.5 : 0;
    return length - shouted + Math.min(at.length, 99) / 100_000;
  };
  return spellings.reduce((best, one) => (rank(one) > rank(best) ? one : best)).written;
}
