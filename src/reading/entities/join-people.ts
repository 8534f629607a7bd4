import { sameSpelling, spellingKey } from '../../text/spelling.ts';
import type { Courtesy, EntityCandidate, Honour, Spelling } from './candidates.ts';
import { partOf, sameFullName } from './same-full-name.ts';
import { courtesyOf } from './same-given-name.ts';

/** What the text tells beside the name at a position. */
export interface PeopleInText {
  readonly courtesyAt: (i: number) => Courtesy | null;
  /** Man or woman, as the pronoun behind it says. */
  readonly pronounAt: (i: number) => Courtesy | null;
  readonly honourAt: (i: number) => Honour | null;
  readonly familyAt: (i: number) => boolean;
  /** Is the next name told in one breath with it? */
  readonly besideAt: (i: number) => boolean;
}

/** No honest article has more people who share a word of their names; looking at more would take for ever. */
const MOST_BEARERS = 64;
/** Nor do words refer to a name further back than so many others. */
const FURTHEST_NAMES = 1000;

/** Puts the spellings of people together, those of one person into one candidate; `found` is filled at their positions. */
export function joinSpellings(
  spellings: readonly Spelling[],
  { courtesyAt, pronounAt, honourAt, familyAt, besideAt }: PeopleInText,
  candidates: EntityCandidate[],
  found: (EntityCandidate | undefined)[],
): void {
  const byWord = new Map<string, Set<EntityCandidate>>();
  /** Everybody who has, somewhere in the name, a word that sounds like this one. */
  const having = (word: string): EntityCandidate[] => [...(byWord.get(spellingKey(word)) ?? [])].slice(-MOST_BEARERS);
  const put = (spelling: Spelling, person: EntityCandidate, positions: readonly number[]) => {
    for (const i of positions) {
      found[i] = person;
      person.courtesy ??= courtesyAt(i);
      person.honour ??= honourAt(i);
    }
    if (spelling.words.length > 1) person.courtesy ??= courtesyOf(spelling.words[0] ?? '');
    if (person.spellings.includes(spelling)) return;
    person.spellings.push(spelling);
    for (const word of [...spelling.words, spelling.words.join('')]) {
      const key = spellingKey(word);
      byWord.set(key, (byWord.get(key) ?? new Set()).add(person));
    }
  };
  const newPerson = (): EntityCandidate => {
    const person: EntityCandidate = { type: 'person', spellings: [], courtesy: null, honour: null };
    candidates.push(person);
    return person;
  };
  const full = spellings.filter(({ words }) => words.length > 1);
  // The longest forms first: "Ursula von der Leyen" is there before "von der Leyen" looks for her.
  for (const spelling of full.sort((a, b) => b.words.length - a.words.length || (a.at[0] ?? 0) - (b.at[0] ?? 0))) {
    const { words, at } = spelling;
    const sharing = new Set([...having(words.at(-1) ?? ''), ...having(words.join(''))]);
    const fitting = [...sharing].filter(
      (person) =>
        sameGeneration(person, spelling) && person.spellings.some((other) => sameFullName(other.words, words)),
    );
    const [only] = fitting;
    if (only && fitting.length === 1) put(spelling, only, at);
    else if (only) for (const i of at) put(spelling, nearest(fitting, i, found) ?? only, [i]);
    else {
      const near = new Set([...having(words[0] ?? ''), ...having(words.at(-1) ?? '')]);
      const whole = [...near].filter(
        (person) =>
          sameGeneration(person, spelling) &&
          person.spellings.some((other) => partOf(words, other.words) || endsWith(other, spelling)),
      );
      put(spelling, whole.length === 1 && whole[0] ? whole[0] : newPerson(), at);
    }
  }
  const alone = new Set(spellings.flatMap(({ words }) => (words.length === 1 ? words : [])));
  const stands = (word: string): boolean => alone.has(word);
  for (const spelling of spellings) {
    if (spelling.words.length > 1) continue;
    const [word = ''] = spelling.words;
    const bearing = bearers(word, having(word), stands);
    /** Whom the bare word meant so far. */
    let established: EntityCandidate | null = null;
    // Whom no fuller name fits is a person of their own, wherever they are named.
    const unmatched: EntityCandidate[] = [];
    const mostly = majority(spelling.at.map(pronounAt));
    for (const i of spelling.at) {
      const courtesy = courtesyAt(i) ?? mostly;
      const honour = honourAt(i);
      // "Mrs. Bush" is not whom the text called Mr. Bush, nor King Lee the Prime Minister Lee.
      const fits = (one: EntityCandidate) =>
        (!one.courtesy || !courtesy || one.courtesy === courtesy) && (!one.honour || !honour || one.honour === honour);
      const fitting = ofGeneration(bearing.filter(fits), spelling);
      let person: EntityCandidate | null | undefined = fitting[0];
      if (fitting.length > 1)
        person = established && fitting.includes(established) ? established : theOneMeant(fitting, i, found, besideAt);
      if (!person || familyAt(i)) {
        person = unmatched.findLast(fits) ?? newPerson();
        if (!unmatched.includes(person)) unmatched.push(person);
      } else established = person;
      put(spelling, person, [i]);
    }
  }
}

/** What nearly all of at least three say. */
function majority(said: readonly (Courtesy | null)[]): Courtesy | null {
  const men = said.filter((one) => one === 'Mr').length;
  const women = said.filter((one) => one === 'Mrs').length;
  if (men + women < 3) return null;
  return men >= 4 * women ? 'Mr' : women >= 4 * men ? 'Mrs' : null;
}

/** May they be one, as far as "Jr." and "II" tell? A father and his son both have a full name; only of monarchs is "II" left out. */
function sameGeneration(person: EntityCandidate, { generation }: Spelling): boolean {
  return person.spellings.every((other) => {
    if (other.generation === generation || other.words.length < 2) return true;
    const [a, b] = [other.generation ?? '', generation ?? ''];
    return a !== 'jr' && b !== 'jr' && (a === '' || b === '');
  });
}

/** "Lee Jr." is the one told so in full; plain "Lee" is he only where there is no other. */
function ofGeneration(people: readonly EntityCandidate[], { generation }: Spelling): readonly EntityCandidate[] {
  const having = people.filter((one) => one.spellings.some((other) => other.generation === 'jr'));
  if (generation === 'jr') return having;
  return having.length < people.length ? people.filter((one) => !having.includes(one)) : people;
}

/** "Tarek El Amin" ends with "El Amin", whose article is no given name. */
function endsWith(whole: Spelling, part: Spelling): boolean {
  const plain = ({ written }: Spelling) => written.toLowerCase().replace(/[-‐‑]/g, ' ');
  return plain(whole).endsWith(` ${plain(part)}`);
}

/**
 * Whom a single word may mean: those whose family name it is, or else the one whose first or other name it is. A name of
 * three words begins with the family's where its last word never stands alone ("Kim Jong Un": "Kim").
 */
function bearers(
  word: string,
  people: readonly EntityCandidate[],
  stands: (word: string) => boolean,
): readonly EntityCandidate[] {
  if (word === '') return [];
  const having = (part: (words: readonly string[]) => readonly string[]) =>
    people.filter((person) => person.spellings.some(({ words }) => part(words).some((own) => sameSpelling(own, word))));
  // "Omar bin Salem" is never called by his father's name.
  const family = having((words) => words.slice(-1)).filter(
    ({ spellings }) => !spellings.some(({ written }) => /\s(?:bin|ibn|bint)\s\S+$/iu.test(written)),
  );
  const familyFirst = having((words) => (words.length === 3 && !stands(words[2] ?? '') ? words.slice(0, 1) : []));
  if (family.length + familyFirst.length > 1) return [...new Set([...family, ...familyFirst])];
  if (family.length > 0) return family;
  const given = having((words) => words.slice(0, 1));
  const others = given.length > 0 ? given : having((words) => words);
  // Many share a first name: where it fits two, nobody is meant for sure.
  return others.length === 1 ? others : [];
}

/**
 * Of several named before the name numbered `i`, the one of whom the article tells most; of equals the one mentioned last,
 * unless two of them were named there in one breath.
 */
function theOneMeant(
  people: readonly EntityCandidate[],
  i: number,
  found: readonly (EntityCandidate | undefined)[],
  besideAt: (i: number) => boolean,
): EntityCandidate | null {
  const count = ({ spellings }: EntityCandidate) => spellings.reduce((sum, { at }) => sum + at.length, 0);
  const before = people
    .filter(({ spellings }) => spellings.some(({ at }) => at.some((k) => k < i)))
    .sort((a, b) => count(b) - count(a));
  const [most, next] = before;
  if (most && (!next || count(most) > count(next))) return most;
  const last = nearest(people, i, found);
  if (!last) return null;
  let at = i - 1;
  while (found[at] !== last) at--;
  const beside = found[at - 1];
  return beside && beside !== last && people.includes(beside) && besideAt(at - 1) ? null : last;
}

/** Of several, the one mentioned last before the name numbered `i`; null where none was. */
function nearest(
  people: readonly EntityCandidate[],
  i: number,
  found: readonly (EntityCandidate | undefined)[],
): EntityCandidate | null {
  for (let j = i - 1; j >= Math.max(0, i - FURTHEST_NAMES); j--) {
    const person = found[j];
    if (person && people.includes(person)) return person;
  }
  return null;
}
