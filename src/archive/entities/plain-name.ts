import { genderOfGivenName } from '../../reading/entities/gender.ts';
import { isGivenName } from '../../text/given-names.ts';
import { foldWord } from '../../text/spelling.ts';
import { STOP_WORDS } from '../index/stopwords.ts';

/*
 * What a person is called in one article. The fullest name that it has may hold words that stood beside the name by chance: a
 * headline's, a caption's, a link's. Whether a word belongs to a name is shown by what the article calls the person otherwise.
 */

/** How often an article writes each form of somebody's name. */
export type FormCounts = ReadonlyMap<string, number>;

/** The name without words that are not of it: "Anna Berg Berg", "Anna Berg Anna Maria BergLABOUR", "Team Berg". */
export function plainName(given: string, forms: FormCounts, families: ReadonlySet<string>, body: string): string {
  const name = withoutWordsBefore(withoutWordsGrown(given, families));
  // Whose generation is stated is another than who is called so without it.
  if (name.split(' ').some((word) => GENERATION.test(foldWord(word)))) return name;
  const own = withoutWordsAfter(withoutRepetition(name, forms), forms);
  return withCapitals(withoutCommonWord(own, forms, body));
}

/** Transcripts write all names small. */
const withCapitals = (name: string): string =>
  /\p{Lu}/u.test(name) ? name : name.replace(/(?<![\p{L}’'])\p{Ll}/gu, (letter) => letter.toUpperCase());

/** Somebody of an article who is written by initials alone is the one person of it with such a name: "MBS". */
export function nameByInitials(initials: string, people: readonly string[]): string | null {
  if (!/^\p{Lu}{2,4}$/u.test(initials)) return null;
  const [only, ...others] = new Set(people.filter((name) => initialsOf(name) === initials));
  return others.length === 0 ? (only ?? null) : null;
}

const initialsOf = (name: string): string => (name.match(/(?<![\p{L}’'-])\p{L}/gu) ?? []).join('').toUpperCase();

/** A name that begins anew is two, one after the other: the first of them; where it is the family name that comes first, the second. */
function withoutRepetition(name: string, forms: FormCounts): string {
  const words = name.split(' ');
  const folded = words.map(foldWord);
  if (folded.length === 2 && folded[0] === folded[1] && forms.has(words[1] ?? '')) return words[1] ?? name;
  const again = folded.findIndex((word, at) => at > 1 && folded.slice(0, at).includes(word));
  if (again < 0) return name;
  const [first = ''] = folded;
  return folded[again] === first && !isKnownGiven(first)
    ? words.slice(1, again + 1).join(' ')
    : words.slice(0, again).join(' ');
}

/** "Anna Berg John": what the article mostly says is "Berg", so that the name ends there. */
function withoutWordsAfter(name: string, forms: FormCounts): string {
  const words = name.split(' ');
  const [usual] = [...forms].sort((a, b) => b[1] - a[1]).map(([form]) => form.split(' ').at(-1) ?? '');
  const end = words.findIndex((word) => foldWord(word) === foldWord(usual ?? ''));
  const next = words[end + 1];
  if (end < 1 || next === undefined) return name;
  const isOther = isKnownGiven(foldWord(next)) || (/^\p{Ll}/u.test(words[end] ?? '') && /^\p{Lu}/u.test(next));
  return isOther ? words.slice(0, end + 1).join(' ') : name;
}

/** "On Anna Berg", "What bin Omar": a small word is the beginning of no name. */
function withoutWordsBefore(name: string): string {
  const words = name.split(' ');
  const start = words.findIndex((word) => !STOP_WORDS.has(word.toLowerCase()) || isKnownGiven(foldWord(word)));
  return start > 0 ? words.slice(start).join(' ') : name;
}

/** "Anna Maria BergLABOUR", "BergTHE MEMO": the text that a link grew into a name of the article. */
function withoutWordsGrown(name: string, families: ReadonlySet<string>): string {
  const words = name.split(' ');
  for (const [at, word] of words.entries()) {
    const part = /^\p{Lu}\p{Ll}{2,}(?=\p{Lu})/u.exec(word)?.[0];
    if (part && families.has(foldWord(part))) return [...words.slice(0, at), part].join(' ');
  }
  return name;
}

/** "Team Berg": nobody's given name, and a word that the article writes small elsewhere; otherwise it says "Berg". */
function withoutCommonWord(name: string, forms: FormCounts, body: string): string {
  const [first = '', rest, ...more] = name.split(' ');
  if (rest === undefined || more.length > 0 || !forms.has(rest) || isKnownGiven(foldWord(first))) return name;
  return new RegExp(`(?<![\\p{L}’'-])${first.toLowerCase().replace(/\W/gu, '')}(?![\\p{L}’'-])`, 'u').test(body)
    ? rest
    : name;
}

const GENERATION = /^(?:jr|sr|ii|iii|iv)$/;

const isKnownGiven = (folded: string): boolean => isGivenName(folded) || genderOfGivenName(folded) !== null;
