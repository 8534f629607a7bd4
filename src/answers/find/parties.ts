import type { Actor, ActorMatch, Archive } from '../../archive/archive.ts';
import { countryNamed } from '../../text/countries.ts';
import { foldWord, sameSpelling } from '../../text/spelling.ts';
import type { Words } from '../words/words.ts';

/** Whom a name in a question means. */
export type Party =
  | { readonly is: 'actor'; readonly actor: Actor; readonly typed: string; readonly corrected: boolean }
  | { readonly is: 'country'; readonly country: string; readonly typed: string }
  /** Several people fit, none better than the others. */
  | { readonly is: 'several'; readonly actors: readonly Actor[]; readonly typed: string }
  | { readonly is: 'unknown'; readonly typed: string };

/** More candidates than this are not listed one by one. */
const MOST = 5;

/** Finds whom the words mean: a country for its government, one person or body, several, or nobody the archive knows. */
export async function resolveParty(words: string, archive: Archive): Promise<Party> {
  const typed = words.trim();
  const country = countryNamed(capitalised(typed));
  if (country) return { is: 'country', country: country.country, typed };
  const matches = await archive.findActors(typed);
  const [best] = matches;
  if (!best) return { is: 'unknown', typed };
  const rivals = matches.filter((match) => match.how === best.how || (best.how === 'same' && isPartOfName(match)));
  const people = rivals.slice(0, MOST).map(({ actor }) => actor);
  if (people.length > 1) return { is: 'several', actors: people, typed };
  return {
    is: 'actor',
    actor: best.actor,
    typed,
    corrected: best.how === 'near' || isOtherwiseSpelled(typed, best.actor),
  };
}

/** Does a word of the name stand in the archive in other letters only ("bogdanof" for Bogdanov)? Then the answer says whom it was taken for. */
function isOtherwiseSpelled(typed: string, { name, spellings }: Actor): boolean {
  const known = [name, ...spellings].flatMap(wordsOf);
  const exact = new Set(known.map(foldWord));
  return wordsOf(typed).some((word) => !exact.has(foldWord(word)) && known.some((one) => sameSpelling(word, one)));
}

const wordsOf = (name: string): string[] => name.split(/[\s\-‐‑–—,]+/u).filter(Boolean);

/** One word may be one man's whole name in the archive and part of another's: then both fit. */
const isPartOfName = (match: ActorMatch): boolean => match.how === 'part' && !match.actor.name.includes(' ');

/** Capital first letters, as countries are written: "north korea" → "North Korea"; "us" stays a word. */
const capitalised = (words: string): string =>
  /\p{Lu}/u.test(words) ? words : words.replace(/(?<![\p{L}'’])\p{Ll}(?=\p{L}{2})/gu, (letter) => letter.toUpperCase());

/** What the answer says it took for granted about a party; null where nothing. */
export function assumption(party: Party, words: Words): string | null {
  if (party.is === 'actor' && party.corrected)
    return words.say('took {typed} to be {meant}', { typed: party.typed, meant: party.actor.name });
  if (party.is === 'several') {
    const names = party.actors.map((actor) => actor.name);
    return words.say('{typed} may be {names}', { typed: party.typed, names: words.list(names, 'or') });
  }
  return null;
}

/** A party's name; of several whom it may be, all of them. */
export const fullPartyName = (party: Party, words: Words): string =>
  party.is === 'several' ? introducedAll(party.actors, words) : partyName(party, words);

const introducedAll = (actors: readonly Actor[], words: Words): string =>
  words.list(
    actors.map((actor) => introduced(actor, words)),
    'or',
  );

/** How a party is called in an answer. */
export function partyName(party: Party, words: Words): string {
  if (party.is === 'actor') return party.actor.name;
  return party.is === 'country' ? words.country(party.country) : party.typed;
}

/** Of offices that so many times fewer articles tell than the best known one, none is how somebody is introduced. */
const SELDOM = 4;

/** "Fuad Hussein (Iraqi Foreign Minister, 5 February 2021)": the office last reported of those that many articles give, with the dates between which they do. */
export function introduced(actor: Actor, words: Words): string {
  const most = Math.max(...actor.roles.map(({ articles }) => articles));
  const role = actor.roles.findLast(({ articles }) => articles * SELDOM >= most);
  if (!role) return actor.name;
  const { when, until } = role;
  const dates =
    when && until && when !== until ? `${words.date(when)} – ${words.date(until)}` : when && words.date(when);
  return `${actor.name} (${role.role}${dates ? `, ${dates}` : ''})`;
}
