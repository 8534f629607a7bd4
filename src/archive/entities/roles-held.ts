import { countriesIn } from '../../text/countries.ts';
import { isGivenName } from '../../text/given-names.ts';
import { foldWord } from '../../text/spelling.ts';
import type { RoleHeld } from '../archive.ts';
import { roleWords } from './roles.ts';

/** What is said before a post of one who no longer holds it, or does not yet, or not quite: no part of another's words. */
const QUALIFIER =
  /^(?:former|ex|then|late|deputy|vice|acting|assistant|outgoing|incoming|interim|designate|elect|shadow|under|first|second)$/;
const LONGEST_WORDS = 12;

/**
 * The offices that articles say somebody held, each once with the first and the last day on which one says so, the last said last.
 * What stands before an office in one article alone ("CLOSE President") is left out where other articles tell the office without;
 * what names somebody else is no office.
 */
export function rolesHeld(given: readonly RoleHeld[]): RoleHeld[] {
  const plain = given.flatMap((role) => plainRole(role) ?? []);
  const articlesWith = new Map<string, Set<string>>();
  for (const one of plain) {
    const key = keyOf(one);
    articlesWith.set(key, (articlesWith.get(key) ?? new Set()).add(one.article));
  }
  const groups = new Map<string, RoleHeld[]>();
  for (const one of plain) {
    const support = (role: string) => articlesWith.get(keyOf({ ...one, role }))?.size ?? 0;
    const held = { ...one, role: withoutDebris(one.role, support) };
    const key = keyOf(held);
    const group = groups.get(key);
    if (group) group.push(held);
    else groups.set(key, [held]);
  }
  return [...groups.values()].map(heldFor).sort((a, b) => compare(a.until, b.until) || compare(a.when, b.when));
}

/** Undated first. */
const compare = (a: string | null, b: string | null): number => {
  const [x, y] = [a ?? '', b ?? ''];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** What makes an office: its words, and the countries it is about ("ambassador to France"), but not whose it is. */
function keyOf({ role, country }: Pick<RoleHeld, 'role' | 'country'>): string {
  const about = countriesIn(role).flatMap((named) => (named.country === country ? [] : named.country));
  return [...roleWords(role), ...about].sort().join(' ');
}

/** As agencies shorten the titles before a name. */
const ABBREVIATED: Readonly<Record<string, string>> = {
  'Pres.': 'President',
  'Sen.': 'Senator',
  'Rep.': 'Representative',
  'Gov.': 'Governor',
  'Gen.': 'General',
  'Lt.': 'Lieutenant',
  'Col.': 'Colonel',
  'Adm.': 'Admiral',
};

/** The words that say the office; null where they are no office of theirs. */
function plainRole(given: RoleHeld): RoleHeld | null {
  const role = given.role
    .replace(/\s+/gu, ' ')
    .replace(/\b(?:Pres|Sen|Rep|Gov|Gen|Lt|Col|Adm)\.(?=\s|$)/gu, (short) => ABBREVIATED[short] ?? short)
    .replace(/[,;]\s*(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gen)?\.?$/u, '')
    .replace(/^(?:now\s)?(?:the|an?|his|her|its|their|our|my)\s/iu, '')
    .replace(/^(?:then|ex)[-\s](?=\p{Lu})/iu, 'former ')
    .replace(/^Former\s/u, 'former ')
    .trim();
  const words = role.split(' ');
  if (words.length > LONGEST_WORDS || roleWords(role).length === 0 || namesSomebody(words)) return null;
  return { ...given, role };
}

/** "Secretary Anna Berg" names another: a given name and a family name, both with a capital. */
const namesSomebody = (words: readonly string[]): boolean =>
  words.some((word, at) => {
    const next = words[at + 1] ?? '';
    return at > 0 && /^\p{Lu}\p{Ll}+$/u.test(word) && /^\p{Lu}\p{Ll}/u.test(next) && isGivenName(foldWord(word));
  });

/** The role without first words that this article alone has, or next to none, where others tell what remains. */
function withoutDebris(role: string, support: (role: string) => number): string {
  let rest = role;
  for (let words = rest.split(' '); words.length > 1; words = rest.split(' ')) {
    const [first = '', ...more] = words;
    const shorter = more.join(' ');
    if (QUALIFIER.test(first.toLowerCase())) break;
    if (support(rest) >= 2 && support(shorter) < TIMES_AS_OFTEN * support(rest)) break;
    rest = shorter;
  }
  return support(rest) >= 2 ? rest : role;
}

/** What an article adds to an office that so many times as many tell without is no part of it: "CLOSE President". */
const TIMES_AS_OFTEN = 20;

/** One office as its articles tell it: in the words most of them use, of the country most of them name. */
function heldFor(given: readonly RoleHeld[]): RoleHeld {
  const inOrder = given.toSorted(
    (a, b) => compare(a.when ?? '9999', b.when ?? '9999') || compare(a.article, b.article),
  );
  const dates = inOrder.flatMap(({ when }) => when ?? []);
  const [first] = inOrder;
  if (!first) throw new Error('an office without an article');
  return {
    role: commonest(inOrder.map(({ role }) => role)) ?? first.role,
    country: commonest(inOrder.flatMap(({ country }) => country ?? [])),
    when: dates[0] ?? null,
    until: dates.at(-1) ?? null,
    articles: new Set(inOrder.map(({ article }) => article)).size,
    article: first.article,
  };
}

/** The first of those said most often. */
function commonest(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}
