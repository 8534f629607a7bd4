import type { Actor, Archive } from '../archive/archive.ts';
import { type IndexedWord, indexedWordsIn } from '../archive/index/terms.ts';
import { POSTS } from '../reading/roles/posts.ts';
import { countryNamed, type NamedAs } from '../text/countries.ts';
import { nameWords, sameSpelling } from '../text/spelling.ts';
import { FILLERS } from './asking-words.ts';

/** A stretch of a question (positions of its words) and what the archive has that it may mean. */
export type Link = WordRange &
  (
    | { readonly is: 'country'; readonly country: string; readonly as: NamedAs }
    /** People or bodies of that name. */
    | { readonly is: 'actors'; readonly actors: readonly Actor[] }
    /** Those who held a post: "the Iraqi foreign minister". */
    | { readonly is: 'role'; readonly actors: readonly Actor[] }
    | { readonly is: 'outlet'; readonly outlet: string }
  );

export interface WordRange {
  readonly first: number;
  /** Past the last. */
  readonly end: number;
}

/** A word of the question with what the archive knows of it. */
export interface AskedWord extends IndexedWord {
  /** What the archive has it as: itself, or the word it was most likely mistyped for. */
  readonly meant: string;
  /** As a stem; null for a word that only asks. */
  readonly unit: string | null;
  readonly isName: boolean;
  readonly documents: number;
  readonly spellings: readonly string[];
}

/** More name-like stretches than this are not looked up. */
const MOST_LOOKED_UP = 12;
/** A name that more actors fit is nobody's in particular. */
const MOST_ACTORS = 8;

export async function linksOf(words: readonly AskedWord[], archive: Archive): Promise<Link[]> {
  const links: Link[] = [];
  const isFree = (range: WordRange) => !links.some((link) => link.first < range.end && range.first < link.end);
  const add = (link: Link) => {
    if (isFree(link)) links.push(link);
  };
  for (const link of await outletsIn(words, archive)) add(link);
  const roles = await rolesIn(words, archive);
  for (const link of roles) add(link);
  for (const link of countriesAmong(words)) add(link);
  let looked = 0;
  for (const range of namelike(words)) {
    if (!isFree(range) || looked >= MOST_LOOKED_UP) continue;
    looked++;
    for (const link of await actorsIn(words, range, archive)) add(link);
  }
  return links.sort((a, b) => a.first - b.first);
}

const textOf = (words: readonly AskedWord[], { first, end }: WordRange): string =>
  words
    .slice(first, end)
    .map(({ meant }) => meant)
    .join(' ');

const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function countriesAmong(words: readonly AskedWord[]): Link[] {
  const links: Link[] = [];
  for (let first = 0; first < words.length; first++) {
    for (let end = Math.min(words.length, first + 3); end > first; end--) {
      const range = words.slice(first, end);
      const [word] = range;
      // "us" and "it" are pronouns unless written as names.
      if (range.length === 1 && word && word.base.length < 3 && !word.capital) continue;
      const typed = range.map(({ base, capital }) => (base.length < 3 && capital ? base.toUpperCase() : title(base)));
      const meant = range.map((one) => title(one.meant));
      const named = countryNamed(typed.join(' ')) ?? countryNamed(meant.join(' '));
      if (!named) continue;
      links.push({ is: 'country', country: named.country, as: named.as, first, end });
      first = end - 1;
      break;
    }
  }
  return links;
}

/** Stretches of words that are names here, longest first reading: as written with capitals, or by the archive's own use. */
function namelike(words: readonly AskedWord[]): WordRange[] {
  const ranges: WordRange[] = [];
  const isPart = (word: AskedWord | undefined) =>
    word !== undefined &&
    word.unit !== null &&
    (word.isName || (word.capital && word.start > 0)) &&
    !/^\d/.test(word.base);
  const links = /^(?:bin|ben|al|el|ul|de|van|von|abu|ibn)$/;
  for (let first = 0; first < words.length; first++) {
    if (!isPart(words[first])) continue;
    let end = first + 1;
    while (isPart(words[end]) || (links.test(words[end]?.base ?? '') && isPart(words[end + 1]))) end++;
    ranges.push({ first, end });
    first = end - 1;
  }
  return ranges;
}

/** Whom a stretch of names means: all of it one name, else the longest names that it begins with, one after the other. */
async function actorsIn(words: readonly AskedWord[], range: WordRange, archive: Archive): Promise<Link[]> {
  const links: Link[] = [];
  for (let first = range.first; first < range.end; first++) {
    for (let end = Math.min(range.end, first + 4); end > first; end--) {
      const found = await archive.findActors(textOf(words, { first, end }));
      // A typing error is believed where another word of the name stands beside it.
      const named = words.slice(first, end);
      const posts = named.map(({ meant }) => meant).filter((word) => POSTS.has(word));
      const actors = spelledSo(
        named,
        found
          .filter(({ how }) => how !== 'near' || end - first > 1)
          .map(({ actor }) => actor)
          .filter((actor) => posts.every((post) => !isNamedLike(actor, post))),
      );
      if (actors.length === 0) continue;
      links.push({ is: 'actors', actors: actors.slice(0, MOST_ACTORS), first, end });
      first = end - 1;
      break;
    }
  }
  return links;
}

/** Of people found by sound, those whose name has the very letters, if any has. */
function spelledSo(words: readonly AskedWord[], actors: readonly Actor[]): readonly Actor[] {
  const exact = actors.filter(({ name, spellings }) => {
    const known = new Set([name, ...spellings].flatMap((one) => indexedWordsIn(one, false).map(({ base }) => base)));
    return words.every(({ meant }) => known.has(meant));
  });
  return exact.length > 0 ? exact : actors;
}

const MOST_ROLES = 3;
/** Nouns that head the name of a body as posts head a role: "the Omani defence ministry". */
const BODIES = new Set(
  'ministry department office agency committee council commission parliament government court party army police bank union'.split(
    ' ',
  ),
);

/** "the US secretary of state", "president of the European Council": a post with what stands around it. */
async function rolesIn(words: readonly AskedWord[], archive: Archive): Promise<Link[]> {
  const links: Link[] = [];
  const isContent = (at: number) => {
    const word = words[at];
    return word !== undefined && !FILLERS.has(word.base) && !POSTS.has(word.base);
  };
  for (let at = 0; at < words.length && links.length < MOST_ROLES; at++) {
    const word = words[at];
    if (!word || !(POSTS.has(word.meant) || BODIES.has(word.meant))) continue;
    let left = at;
    while (left > 0 && at - left < 3 && isContent(left - 1)) left--;
    let right = at + 1;
    if (words[right]?.base === 'of') {
      let next = right + 1;
      if (words[next]?.base === 'the') next++;
      if (isContent(next)) {
        right = next + 1;
        if (isContent(right) && words[right]?.capital) right++;
      }
    }
    const ranges: WordRange[] = [];
    for (let first = left; first <= at; first++) ranges.push({ first, end: right });
    if (right > at + 1) for (let first = left; first <= at; first++) ranges.push({ first, end: at + 1 });
    // "the president" alone means nobody.
    for (const range of ranges.filter(({ first, end }) => end - first > 1)) {
      const found = await archive.findActors(textOf(words, range));
      const actors = found
        .filter(({ how, actor }) => how !== 'near' && !isNamedLike(actor, word.meant))
        .map(({ actor }) => actor);
      if (actors.length === 0 || actors.length > 40) continue;
      links.push({ is: 'role', actors: actors.slice(0, MOST_ACTORS), ...range });
      break;
    }
  }
  return links;
}

/** Does a post only sound like the person's name, as "queen" like Cohn? Such a person does not hold it. */
const isNamedLike = ({ kind, name, roles }: Actor, post: string): boolean =>
  kind === 'person' &&
  nameWords(name).some((word) => sameSpelling(word, post)) &&
  !roles.some(({ role }) => role.toLowerCase().includes(post));

interface OutletName {
  readonly outlet: string;
  readonly words: readonly string[];
  /** Does its first word alone name it: "Fox" for Fox News? */
  readonly byFirstWord: boolean;
  /** "ap" for the Associated Press; null for a name of one word. */
  readonly initials: string | null;
}

/** An archive's outlets by when it was built: they change with it. */
const outletNames = new WeakMap<Archive, { builtAt: string; names: Promise<readonly OutletName[]> }>();

async function namesOfOutlets(archive: Archive): Promise<readonly OutletName[]> {
  const { builtAt } = await archive.status();
  const known = outletNames.get(archive);
  if (known?.builtAt === builtAt) return known.names;
  const names = archive.outlets(1).then((held) => {
    const named = held.map(({ outlet }) => {
      const words = nameOfOutlet(outlet.name);
      const initials = words.length > 1 ? words.map((word) => word.charAt(0)).join('') : null;
      return { outlet: outlet.name, words, initials };
    });
    return named.map((one) => {
      const [start = ''] = one.words;
      const others = named.filter(({ words }) => words[0] === start).length - 1;
      return { ...one, byFirstWord: one.words.length > 1 && others === 0 && !countryNamed(title(start)) };
    });
  });
  outletNames.set(archive, { builtAt, names });
  return names;
}

/** Outlets by their name or its first word: "Fox", "the Guardian", "al jazeera". */
async function outletsIn(words: readonly AskedWord[], archive: Archive): Promise<Link[]> {
  const links: Link[] = [];
  for (const { outlet, words: name, byFirstWord, initials } of await namesOfOutlets(archive)) {
    const [start] = name;
    if (start === undefined) continue;
    for (let first = 0; first < words.length; first++) {
      const word = words[first];
      // "time" is no outlet, "Time" may be one.
      const isWritten = word !== undefined && (word.capital || word.isName) && !isLastName(words, first);
      if (name.every((part, at) => words[first + at]?.base === part) && (name.length > 1 || isWritten))
        links.push({ is: 'outlet', outlet, first, end: first + name.length });
      else if ((byFirstWord && isWritten && word.base === start) || (word?.capital && word.base === initials))
        links.push({ is: 'outlet', outlet, first, end: first + 1 });
    }
  }
  return links.sort((a, b) => b.end - b.first - (a.end - a.first));
}

/** "Vicente Fox" is no Fox News: the word before is a name too, and none that only begins the question. */
function isLastName(words: readonly AskedWord[], at: number): boolean {
  const before = words[at - 1];
  return before !== undefined && before.unit !== null && before.isName && before.capital === words[at]?.capital;
}

const nameOfOutlet = (name: string): string[] =>
  indexedWordsIn(name.replace(/\(.*\)/g, ' '), false)
    .map(({ base }) => base)
    .filter((word) => word !== 'the');
