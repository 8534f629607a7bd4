import { GIVEN_NAMES } from './given-name-table.ts';
import { sameSpelling, spellingKey } from './spelling.ts';

/**
 * How two given names go together: the same, spelled otherwise ("Sergey", "Sergei"), a listed short form ("Bob" for "Robert"),
 * cut short ("Ash" for "Ashton"), or an initial. `different` where they are two names.
 */
export type GivenNamesAgree = 'same' | 'spelled alike' | 'short form' | 'cut short' | 'initial' | 'different';

/** Transliterations of one Arabic or Slavic name that differ by more than vowels and doubled consonants. */
const TRANSLITERATIONS = `mohammed mehmet mohamad mahomet; abdel abdul; yevgeny evgeny eugene; yusuf yousef joseph youssef;
  ibrahim abraham; vladimir volodymyr; alexei oleksiy alexey; mikhail mykhailo; sergei serhiy; dmitry dmytro; pyotr petro`;

/** Names → the full names whose forms they are, themselves among them. */
const FULL_NAMES = new Map<string, Set<string>>();
for (const family of `${GIVEN_NAMES};${TRANSLITERATIONS}`.split(';')) {
  const [full = '', ...forms] = family.trim().split(/\s+/);
  for (const name of [full, ...forms]) FULL_NAMES.set(name, (FULL_NAMES.get(name) ?? new Set([name])).add(full));
}

/** Is it a given name in English, or a form of one? Folded. */
export const isGivenName = (folded: string): boolean => FULL_NAMES.has(folded);

/**
 * Letters that the given name's other forms may begin with, as spelled and as heard: two names without a common one are
 * different. "bob" → b, r.
 */
export function firstLetters(folded: string): Set<string> {
  const forms = [folded, ...(FULL_NAMES.get(folded) ?? [])];
  return new Set(forms.flatMap((form) => [form.charAt(0), spellingKey(form).charAt(0)]));
}

/** Compares two folded given names. */
export function givenNamesAgree(a: string, b: string): GivenNamesAgree {
  if (a === b) return a.length === 1 ? 'initial' : 'same';
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0) ? 'initial' : 'different';
  if (sameSpelling(a, b)) return 'spelled alike';
  const [ofA, ofB] = [FULL_NAMES.get(a), FULL_NAMES.get(b)];
  if (ofA && ofB && [...ofA].some((full) => ofB.has(full))) return 'short form';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // "Paul" and "Paula", "Ann" and "Anne" are two names.
  return short.length >= 3 && long.length >= short.length + 2 && long.startsWith(short) ? 'cut short' : 'different';
}
