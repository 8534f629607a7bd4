import { mayGoOn, spend } from '../../text/work.ts';
import { otherSpellings } from '../index/names.ts';
import { documentsWith, idfOf } from '../index/ranking.ts';
import { stem } from '../index/stemming.ts';
import type { SearchIndex, TermDocuments } from '../index/structure.ts';
import type { IndexedWord } from '../index/terms.ts';
import type { QueryAlternative, Wanted } from '../query.ts';

/** Postings that are put together at the cost of one unit of work. */
const POSTINGS = 200;

/** What a choice matches. */
export type Matching = (choice: QueryAlternative) => TermDocuments | null;

/** Looks up each choice of a query once, however often the query has it: a pasted text says "the talks" a hundred times. */
export function matchingOnce(index: SearchIndex): Matching {
  const known = new Map<string, TermDocuments | null>();
  return (choice) => {
    const key = JSON.stringify([choice.phrase, choice.words.map(({ term, base, joined }) => [term, base, joined])]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = mayGoOn() ? choiceMatches(index, choice) : null;
    known.set(key, found);
    return found;
  };
}

/** The documents that have what is wanted; null where it can't be looked for (stop words alone). */
function matchesOf(index: SearchIndex, { choices }: Wanted, matching: Matching): TermDocuments | null {
  const found = choices.map(matching).filter((matches) => matches !== null);
  return found.length > 0 ? strongestOf(index, found) : null;
}

/**
 * What each wanted thing matches, where two words that follow one another may also stand written as one: "soy oil" finds
 * soyoil, "per cent" percent.
 */
export function allMatches(index: SearchIndex, wanted: readonly Wanted[]): (TermDocuments | null)[] {
  const matching = matchingOnce(index);
  const matches = wanted.map((one) => matchesOf(index, one, matching));
  for (let at = 1; at < wanted.length; at++) {
    const [before, after] = [singleWord(wanted[at - 1]), singleWord(wanted[at])];
    if (!before || !after || index.word(before + after) === null) continue;
    const { documents, strengths } = documentsWith(index, stem(before + after));
    for (const place of [at - 1, at]) {
      const match = matches[place];
      // The one word weighs as much as the two: half of it for each.
      const half = { documents, strengths: strengths.map((strength) => strength / 2), idf: 0 };
      if (match) matches[place] = strongestOf(index, [match, half]);
    }
  }
  return matches;
}

function singleWord(wanted: Wanted | undefined): string | null {
  const [choice, other] = wanted?.choices ?? [];
  const [word, second] = choice?.words ?? [];
  return word && !second && !other && !choice?.phrase && word.term !== null ? word.base : null;
}

/** The documents that have a word, whatever its spelling, or all the words of a phrase (in whatever order). */
export function choiceMatches(index: SearchIndex, { words, phrase, whole }: QueryAlternative): TermDocuments | null {
  const searchable = words.filter(({ term }) => term !== null);
  const [first] = words;
  if (whole && first?.joined) return documentsWith(index, stem(first.joined));
  const readAsOne = !phrase && first?.joined ? [documentsWith(index, stem(first.joined))] : [];
  if (searchable.length === 0) return readAsOne[0] ?? null;
  const each = searchable.map((word) => wordMatches(index, word));
  const together = each.length === 1 && each[0] ? each[0] : sumOf(index, each, phrase);
  return strongestOf(index, [together, ...readAsOne]);
}

function wordMatches(index: SearchIndex, { term, base }: IndexedWord): TermDocuments {
  const terms = new Set([term ?? base, ...otherSpellings(index, base).map(stem)]);
  return strongestOf(
    index,
    [...terms].map((one) => documentsWith(index, one)),
  );
}

/** Documents that have any of these, as strong as the strongest. */
function strongestOf(index: SearchIndex, found: readonly TermDocuments[]): TermDocuments {
  const present = found.filter(({ documents }) => documents.length > 0);
  const [only = found[0]] = present;
  if (present.length <= 1 && only) return only;
  return merged(index, present, (a, b) => Math.max(a, b));
}

/** Documents that have any (or, for a phrase, all) of these, their strengths added up. */
function sumOf(index: SearchIndex, found: readonly TermDocuments[], all: boolean): TermDocuments {
  const present = found.filter(({ documents }) => documents.length > 0);
  return merged(index, present, (a, b) => a + b, all ? found.length : 1);
}

/**
 * Lists of documents, each in order, as one in order: the strengths of those in several are put together. Left out are those in
 * fewer than `least` of the lists.
 */
function merged(
  index: SearchIndex,
  lists: readonly TermDocuments[],
  together: (a: number, b: number) => number,
  least = 1,
): TermDocuments {
  const room = lists.reduce((sum, { documents }) => sum + documents.length, 0);
  spend((room * lists.length) / POSTINGS);
  const documents = new Uint32Array(room);
  const strengths = new Float32Array(room);
  const places = lists.map(() => 0);
  let count = 0;
  // Every index lies within the arrays.
  for (;;) {
    let next = Number.POSITIVE_INFINITY;
    for (let list = 0; list < lists.length; list++) {
      const document = lists[list]!.documents[places[list]!];
      if (document !== undefined && document < next) next = document;
    }
    if (next === Number.POSITIVE_INFINITY) break;
    let [strength, had] = [0, 0];
    for (let list = 0; list < lists.length; list++) {
      const { documents: of, strengths: weights } = lists[list]!;
      const place = places[list]!;
      if (of[place] !== next) continue;
      strength = together(strength, weights[place]!);
      had++;
      places[list] = place + 1;
    }
    if (had < least) continue;
    documents[count] = next;
    strengths[count] = strength;
    count++;
  }
  return {
    documents: documents.slice(0, count),
    strengths: strengths.slice(0, count),
    idf: idfOf(count, index.size),
  };
}
