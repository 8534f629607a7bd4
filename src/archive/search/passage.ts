import { type Span, span } from '../../text/span.ts';
import { stem } from '../index/stemming.ts';
import { type IndexedWord, indexedWordsIn } from '../index/terms.ts';
import type { SearchQuery } from '../query.ts';

export interface Passage {
  /** One to three whole sentences that answer best; null where the text has none of the query's words. */
  readonly passage: Span | null;
  /** The query's words within the text, whole words all. */
  readonly marked: readonly Span[];
}

const LONGEST_PASSAGE = 3;
/** Characters; a longer window gives way to a shorter one. */
const WIDEST_PASSAGE = 500;

/**
 * Chooses the window of whole sentences that has the most of the query's different words, closest together, the earlier
 * one of two that are alike. `idfOf` says how much a term weighs.
 */
export function bestPassage(
  body: string,
  sentences: readonly Span[],
  query: SearchQuery,
  idfOf: (term: string) => number = () => 1,
): Passage {
  const words = markedWords(body, query);
  const marked = words.map(({ start, end }) => span(start, end));
  let best: { window: Span; score: number } | null = null;
  // Words and sentences are in order: those before the window are behind for good.
  let behind = 0;
  for (let first = 0; first < sentences.length; first++) {
    while ((words[behind]?.start ?? Number.POSITIVE_INFINITY) < (sentences[first]?.start ?? 0)) behind++;
    for (let count = 1; count <= LONGEST_PASSAGE && first + count <= sentences.length; count++) {
      const [from, to] = [sentences[first], sentences[first + count - 1]];
      if (!from || !to) continue;
      const window = span(from.start, to.end);
      if (count > 1 && window.end - window.start > WIDEST_PASSAGE) break;
      const inside: MarkedWord[] = [];
      for (let at = behind; (words[at]?.end ?? Number.POSITIVE_INFINITY) <= window.end; at++) inside.push(words[at]!); // it has an end
      if (inside.length === 0) continue;
      const different = new Set(inside.map(({ term }) => term));
      let score = 0;
      for (const key of different) score += idfOf(key);
      // A sentence more must bring a word more; a repetition is worth little; an earlier place breaks ties.
      score *= (1 + 0.05 * Math.min(4, inside.length - different.size)) * (1 - 0.12 * (count - 1));
      score *= 1 + 0.1 / (1 + first);
      if (!best || score > best.score) best = { window, score };
    }
  }
  return { passage: best?.window ?? null, marked };
}

/** The terms looked for: words, and compounds read as one word; of phrases only of those that do not stand word for word. */
function wantedTerms(query: SearchQuery, found: readonly Phrase[]): Set<string> {
  const wanted = new Set<string>();
  for (const { choices } of query.wanted) {
    if (choices.some(({ words }) => found.includes(words))) continue;
    for (const { words } of choices) {
      const [first] = words;
      for (const { term } of words) if (term !== null) wanted.add(term);
      if (first?.joined) wanted.add(stem(first.joined));
    }
  }
  return wanted;
}

interface MarkedWord {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** The stretches of the text that are looked for, a compound and a phrase that stands word for word marked as one. */
function markedWords(body: string, query: SearchQuery): MarkedWord[] {
  const words = indexedWordsIn(body);
  const phrases = query.wanted.flatMap(({ choices }) => choices.flatMap((one) => (one.phrase ? [one.words] : [])));
  const exact = new Map(phrases.flatMap((phrase) => placesOf(phrase, words)));
  const found = phrases.filter((phrase) => [...exact.values()].some((one) => one.phrase === phrase));
  const wanted = wantedTerms(query, found);
  const marked: MarkedWord[] = [];
  words.forEach(({ start, end, term, joined, parts }, at) => {
    const last = marked.at(-1);
    if (last && start < last.end) return;
    const phrase = exact.get(at);
    const compound = joined === null ? null : stem(joined);
    if (phrase) marked.push({ start, end: phrase.end, term: phrase.phrase.map(({ folded }) => folded).join(' ') });
    else if (compound !== null && wanted.has(compound))
      marked.push({ start, end: words[at + parts - 1]?.end ?? end, term: compound });
    else if (term !== null && wanted.has(term)) marked.push({ start, end, term });
  });
  return marked;
}

type Phrase = readonly IndexedWord[];

/** Where a phrase begins among the words of a text, and where it ends in the text. */
function placesOf(phrase: Phrase, words: readonly IndexedWord[]): [number, { phrase: Phrase; end: number }][] {
  return words.flatMap((_, at) => {
    const stands = phrase.every(({ folded }, next) => words[at + next]?.folded === folded);
    const end = words[at + phrase.length - 1]?.end;
    return stands && end !== undefined ? [[at, { phrase, end }]] : [];
  });
}
