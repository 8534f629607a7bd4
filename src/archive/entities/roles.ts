import { boundedCache } from '../../text/bounded-cache.ts';
import { countriesIn } from '../../text/countries.ts';
import { foldWord } from '../../text/spelling.ts';
import type { RoleHeld } from '../archive.ts';
import { capitalised } from './names.ts';

/** A role as asked for: "Iraqi ambassador to Moscow" is `ambassador` of Iraq, and about Russia. */
export interface WantedRole {
  readonly words: readonly string[];
  readonly country: string | null;
  readonly about: readonly string[];
}

const LEFT_OUT = /^(?:the|a|an|of|for|and|in|to|on|at|s|affairs|his|her|their|its)$/;
/** Where what a post is about begins: "Ambassador | to Moscow", "foreign Minister | of Iraq". */
const ABOUT = /\s(?:of|for|to|in|at|on|with)\s/i;
/** Who holds a post with such a word does not hold the post without it. */
const LESSER = /^(?:deputy|vice|assistant|acting|former|ex|outgoing|late|designate|elect|shadow|counterpart)$/;
const AMERICAN: ReadonlyMap<string, string> = new Map([
  ['defence', 'defense'],
  ['centre', 'center'],
  ['labour', 'labor'],
]);

/** The words of a role that say what it is: folded, without small words, possessives and countries. */
export function roleWords(role: string): readonly string[] {
  const known = remembered.get(role);
  if (known) return known;
  const words = wordsOf(withoutCountries(capitalised(role)));
  remembered.set(role, words);
  return words;
}

/** Many people share few roles: a president's are looked at again with each who is called one. */
const REMEMBERED_ROLES = 5000;
const remembered = boundedCache<string, readonly string[]>(REMEMBERED_ROLES);

const wordsOf = (text: string): string[] =>
  text
    .split(/[^\p{L}\p{N}'’.]+/u)
    .map(foldWord)
    .filter((word) => word !== '' && !LEFT_OUT.test(word))
    .map((word) => AMERICAN.get(word) ?? word);

function withoutCountries(text: string): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of countriesIn(text)) {
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  return rest + text.slice(at);
}

/** Splits a role phrase into its parts. */
export function wantedRole(typed: string): WantedRole {
  const capitals = capitalised(typed);
  const [country, ...about] = countriesIn(capitals).map((found) => found.country);
  return { words: roleWords(typed), country: country ?? null, about };
}

/**
 * Is this the role asked for? Its head must be named ("head of the foreign ministry" is no foreign ministry), no rank be
 * left out ("deputy foreign minister" is no foreign minister), and the countries be the same.
 */
export function holdsRole(held: RoleHeld, { words, country, about }: WantedRole): boolean {
  const heldWords = roleWords(held.role);
  const [head = ''] = held.role.split(ABOUT);
  const headWord = roleWords(head).at(-1) ?? '';
  if (!words.includes(headWord) || !words.every((word) => heldWords.includes(word))) return false;
  if (heldWords.some((word) => LESSER.test(word) && !words.includes(word))) return false;
  if (roleWords(head).some((word) => !words.includes(word)) && words.length === 1 && headWord !== words[0])
    return false;
  const countries = countriesIn(capitalised(held.role)).map((named) => named.country);
  if (country !== null && (held.country ?? countries[0]) !== country) return false;
  return about.every((other) => countries.includes(other));
}
