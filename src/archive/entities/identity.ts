import { type GivenNamesAgree, givenNamesAgree } from '../../text/given-names.ts';
import { sameSpelling } from '../../text/spelling.ts';
import type { PersonName } from './person-name.ts';

/*
 * Are two names in the archive one person's? A sum of evidence for and against, in natural logarithms of odds, as in Fellegi and
 * Sunter's record linkage (1969): each weight says how much more often the observation is made of one person than of two who
 * share a family name.
 */

/** What can be observed of two names that share a family name. */
export type Evidence =
  | `given name ${GivenNamesAgree}`
  | 'first names left out'
  | 'middle names agree'
  | 'middle names differ'
  | 'middle initials differ'
  | 'family name spelled otherwise'
  | 'family names differ'
  | 'generation the same'
  | 'generation only in one'
  | 'number only in one'
  | 'generations differ'
  | 'office the same'
  | 'country the same'
  | 'countries differ'
  | 'kept apart by an article';

export const IDENTITY_WEIGHTS: Readonly<Record<Evidence, number>> = {
  'given name same': 4,
  'given name spelled alike': 3.5,
  'given name short form': 2.5,
  'given name cut short': 1,
  'given name initial': 1.5,
  'given name different': -10,
  'first names left out': 2.5,
  'middle names agree': 2,
  'middle names differ': -3,
  'middle initials differ': -8,
  'family name spelled otherwise': -1,
  'family names differ': -10,
  'generation the same': 1,
  'generation only in one': -8,
  'number only in one': -1.5,
  'generations differ': -10,
  'office the same': 2,
  'country the same': 0.5,
  'countries differ': -1.5,
  'kept apart by an article': -2,
};

/** From here on two names are one person's. */
export const SAME_PERSON = 2;
/** Below this, two names cannot both be of one person, whatever other names of that person say. */
export const CONTRADICTION = -2;
/** Of several whom a name may mean, the one meant is ahead of the others by so much: four times as likely. */
export const AHEAD = Math.log(4);

/** What is known of one way to write a name, from all articles that write it so. */
export interface NameNode {
  readonly name: PersonName;
  /** The words of the offices reported of people called so, and their countries. */
  readonly offices: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
}

export interface Weighed {
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

export const weigh = (evidence: readonly Evidence[]): Weighed => ({
  score: evidence.reduce((sum, one) => sum + IDENTITY_WEIGHTS[one], 0),
  evidence,
});

/** The evidence that two full names are one person's; `apart`: an article names both and takes them for two. */
export function compareNames(a: NameNode, b: NameNode, apart: boolean): Weighed {
  const evidence: Evidence[] = [...givenNames(a.name, b.name), ...generations(a.name, b.name)];
  if (!sameSpelling(a.name.family, b.name.family)) {
    const alike = sameSpelling(withG(a.name.family), withG(b.name.family));
    evidence.push(alike ? 'family name spelled otherwise' : 'family names differ');
  }
  evidence.push(...offices(a, b));
  // An article that has "Robert Vance" and "Bob Vance" does not say that they are two: nobody told its reading.
  if (apart) evidence.push('kept apart by an article');
  return weigh(evidence);
}

/** English writes one Arabic letter g, k or q: "Gadhafi", "Qaddafi". */
const withG = (family: string): string => family.replace(/[kq]/g, 'g');

/** The evidence of what somebody is said to be. */
export function offices(a: Omit<NameNode, 'name'>, b: Omit<NameNode, 'name'>): Evidence[] {
  const evidence: Evidence[] = [];
  if (overlaps(a.offices, b.offices)) evidence.push('office the same');
  if (overlaps(a.countries, b.countries)) evidence.push('country the same');
  else if (a.countries.size > 0 && b.countries.size > 0) evidence.push('countries differ');
  return evidence;
}

function givenNames(a: PersonName, b: PersonName): Evidence[] {
  const [short, long] = a.given.length <= b.given.length ? [a, b] : [b, a];
  const [first = '', ...middle] = short.given;
  const [longFirst = '', ...longMiddle] = long.given;
  // "Abdullah II" has no other name; two of one number are one.
  if (long.given.length === 0) return ['given name same'];
  if (short.given.length === 0) return ['given name different'];
  const agree = givenNamesAgree(first, longFirst);
  if (agree !== 'different') return [`given name ${agree}`, ...middleNames(middle, longMiddle)];
  // "Jae-in", "Kelly Anne": the same letters in other words.
  if (short.given.join('') === long.given.join('')) return ['given name same'];
  const rest = long.given.slice(-short.given.length);
  const isEnd = long.given.length > short.given.length && rest.every((word, at) => isSame(word, short.given[at] ?? ''));
  // "Mohammed bin Salman bin Saleh" is the son of whom his name ends with.
  return isEnd && !long.isPatronymic ? ['first names left out'] : ['given name different'];
}

const isSame = (a: string, b: string): boolean => {
  const agree = givenNamesAgree(a, b);
  return agree === 'same' || agree === 'spelled alike' || agree === 'short form';
};

/** Of the shorter name each middle name must have its place in the longer's, in order; only whole names may be left out. */
function middleNames(short: readonly string[], long: readonly string[]): Evidence[] {
  if (short.length === 0 || long.length === 0) return [];
  let at = 0;
  for (const word of short) {
    for (; givenNamesAgree(word, long[at] ?? '') === 'different'; at++) {
      if (word.length === 1 || long[at]?.length === 1) return ['middle initials differ'];
      if (at >= long.length) return ['middle names differ'];
    }
    at++;
  }
  return ['middle names agree'];
}

function generations(a: PersonName, b: PersonName): Evidence[] {
  if (a.generation === null && b.generation === null) return [];
  if (a.generation === b.generation) return ['generation the same'];
  if (a.generation !== null && b.generation !== null) return ['generations differ'];
  // A third is seldom called so where he is the only one that is written of; a junior's father may be.
  return [/^\d/.test(a.generation ?? b.generation ?? '') ? 'number only in one' : 'generation only in one'];
}

const overlaps = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const one of small) if (large.has(one)) return true;
  return false;
};
