import type { Actor, Alternative, Archive, QueryUnit } from '../archive/archive.ts';
import { stem } from '../archive/index/stemming.ts';
import { STOP_WORDS } from '../archive/index/stopwords.ts';
import { indexedWordsIn } from '../archive/index/terms.ts';
import { namesOfCountry } from '../text/countries.ts';
import { FILLERS } from './asking-words.ts';
import type { AskedWord, Link, WordRange } from './links.ts';
import { nearWords } from './near-words.ts';
import { synonymsOf } from './thesaurus.ts';

/**
 * How well each kind of alternative stands for the word asked. Near words: see near-words.ts. Set by judgement on half of the
 * desk questions; the ranker learns the rest.
 */
const WEIGHTS = {
  spelling: 1,
  synonym: 0.75,
  countryName: 1,
  adjective: 0.95,
  capital: 0.6,
  ofCapital: 0.45,
  surname: 0.9,
  firstName: 0.5,
  holder: 0.6,
};
/** Of a post that many held nobody in particular is meant. */
const MOST_HOLDERS = 6;

/** One thing the question names. */
export interface AskedUnit extends QueryUnit {
  /** A name of a person, body or place. */
  readonly isName: boolean;
  readonly link: Link | null;
  readonly text: string;
  /** Which words of the question it is. */
  readonly range: WordRange;
}

/** What a question looks for: for each word (for a name, all of it) the terms under which an article may have it. */
export async function unitsOf(
  words: readonly AskedWord[],
  links: readonly Link[],
  archive: Archive,
): Promise<AskedUnit[]> {
  const drafts: (Omit<AskedUnit, keyof QueryUnit> & { alternatives: Map<string, number> })[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const link = links.find(({ first, end }) => first <= at && at < end) ?? null;
    if (link?.is === 'outlet') continue;
    if (link?.is === 'actors') {
      const name = words.slice(link.first, link.end);
      drafts.push({
        text: name.map(({ meant }) => meant).join(' '),
        alternatives: namesOf(name, link.actors),
        isName: true,
        link,
        range: { first: link.first, end: link.end },
      });
      at = link.end - 1;
      continue;
    }
    if (!word || word.unit === null) continue;
    const alternatives = new Map<string, number>();
    const offer = (term: string, weight: number) => {
      if (term && weight > (alternatives.get(term) ?? 0)) alternatives.set(term, weight);
    };
    offer(word.unit, 1);
    for (const spelling of word.spellings) offer(spelling, WEIGHTS.spelling);
    if (link?.is === 'country' && at === link.end - 1)
      for (const [term, weight] of namesForCountry(link.country))
        offer(term, link.as === 'capital' ? weight * WEIGHTS.ofCapital : weight);
    if (link?.is !== 'country') {
      for (const synonym of synonymsOf(word.unit)) offer(synonym, WEIGHTS.synonym);
      const number = otherNumber(word.meant);
      if (number !== null) offer(number, 1);
      else if (!word.isName && !ORDINALS.has(word.meant))
        for (const { word: near, weight } of nearWords(word.meant)) if (!isIdle(near)) offer(stem(near), weight);
    }
    if (link?.is === 'role' && at === link.end - 1)
      for (const actor of link.actors.slice(0, MOST_HOLDERS)) offer(surnameOf(actor), WEIGHTS.holder);
    const isName = link !== null ? link.is === 'country' : word.isName || (word.capital && word.start > 0);
    drafts.push({ text: word.meant, alternatives, isName, link, range: { first: at, end: at + 1 } });
  }
  const terms = [...new Set(drafts.flatMap(({ alternatives }) => [...alternatives.keys()]))];
  const counts = await archive.termCounts(terms);
  const known = new Map(terms.map((term, at) => [term, counts[at] ?? { documents: 0, idf: 0 }]));
  return drafts.map(({ alternatives, ...draft }) => {
    const list: Alternative[] = [...alternatives]
      .filter(([term, weight]) => weight === 1 || (known.get(term)?.documents ?? 0) > 0)
      .map(([term, weight]) => ({ term, weight }));
    return { ...draft, alternatives: list, idf: idfOf(list, known) };
  });
}

/** Of the word itself; of one that the archive lacks, that of the commonest thing that stands for it. */
function idfOf(
  alternatives: readonly Alternative[],
  known: ReadonlyMap<string, { documents: number; idf: number }>,
): number {
  const own = alternatives.filter(({ weight }) => weight === 1).map(({ term }) => known.get(term));
  const present = own.filter((one) => one !== undefined && one.documents > 0).map((one) => one?.idf ?? 0);
  if (present.length > 0) return Math.min(...present);
  const others = alternatives.map(({ term }) => known.get(term)?.idf ?? 0).filter((idf) => idf > 0);
  const unknown = own[0]?.idf ?? 0;
  return others.length > 0 ? Math.min(unknown, Math.max(...others)) : unknown;
}

/** A name as typed, and the surnames of those who bear it: "rex" finds Tillerson. */
function namesOf(name: readonly AskedWord[], actors: readonly Actor[]): Map<string, number> {
  const terms = new Map<string, number>();
  const offer = (term: string, weight: number) => {
    if (term && weight > (terms.get(term) ?? 0)) terms.set(term, weight);
  };
  name.forEach((word, at) => {
    if (word.unit === null) return;
    const weight = at === name.length - 1 ? 1 : WEIGHTS.firstName;
    offer(word.unit, weight);
    for (const spelling of word.spellings) offer(spelling, weight);
    for (const synonym of synonymsOf(word.unit)) offer(synonym, weight * WEIGHTS.synonym);
  });
  const few = actors.filter(({ kind }) => kind === 'person').slice(0, 3);
  for (const actor of few) offer(surnameOf(actor), few.length === 1 ? WEIGHTS.surname : WEIGHTS.holder);
  return terms;
}

const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
/** What stands nearest to "second" by its company is "third". */
const ORDINALS = new Set('first second third fourth fifth sixth seventh eighth ninth tenth last next'.split(' '));

/** "10" for "ten", "ten" for "10"; null for a word that is no number. Any other number stands for itself alone. */
function otherNumber(word: string): string | null {
  const at = NUMBERS.indexOf(word);
  if (at >= 0) return String(at);
  return /^\d+$/.test(word) ? stem(NUMBERS[Number(word)] ?? word) : null;
}

const isIdle = (word: string): boolean => STOP_WORDS.has(word) || FILLERS.has(word);

const surnameOf = ({ name }: Actor): string => indexedWordsIn(name, false).at(-1)?.term ?? '';

function namesForCountry(country: string): [string, number][] {
  return namesOfCountry(country).flatMap(({ name, as }): [string, number][] => {
    const found = indexedWordsIn(name, false);
    const [only] = found;
    // Of a name of several words none stands for it alone.
    if (!only?.term || found.length > 1) return [];
    return [
      [only.term, as === 'name' ? WEIGHTS.countryName : as === 'adjective' ? WEIGHTS.adjective : WEIGHTS.capital],
    ];
  });
}
