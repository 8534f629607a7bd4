import type { ArticleId } from '../../corpus/article.ts';
import type { Quotation } from '../../reading/reading.ts';
import { type Span, span } from '../../text/span.ts';
import { mayGoOn, spend } from '../../text/work.ts';
import type { SimilarPassage, StoredArticle } from '../archive.ts';
import { speakersIn } from '../facts/quotations.ts';
import { parseQuery } from '../query.ts';
import { articleStored } from '../store/articles.ts';
import type { Opened } from '../store/opened.ts';
import type { Store } from '../store/store.ts';
import { searchIndex } from './search-index.ts';

/** So many of the articles that share most of the words are compared word by word. */
const CANDIDATES = 30;
/** A pasted text longer than this is no quotation; comparing would take the square of it. */
const MOST_WORDS = 400;
/** So many pairs of words are compared, the best articles first: some tenths of a second. A long paste is looked for in fewer long articles. */
const MOST_COMPARED = 60_000_000;
/** Pairs of words that are compared at the cost of one unit of work. */
const PAIRS = 100;
/** Characters: half a book. An article is compared no further in. */
const LONGEST_READ = 300_000;
/** Stretches less alike than this are other words. */
const LEAST_LIKE = 0.2;

/**
 * Where these words stand, and the stretches most like them, the likest first. Compared are letters and digits alone: case,
 * typographic marks, white space and ellipses make no difference. Of two stretches equally alike, one between quotation
 * marks comes first.
 */
export function similarPassages({ store, index }: Opened, words: string, limit: number): SimilarPassage[] {
  const asked = tokensOf(words).slice(0, MOST_WORDS);
  if (asked.length === 0) return [];
  // As plain words: what is pasted may hold marks and colons that mean something in a search.
  const query = parseQuery(asked.map(({ word }) => word).join(' '));
  const candidates = searchIndex(index, query, CANDIDATES, { textOf: () => null });
  const found: SimilarPassage[] = [];
  let compared = 0;
  for (const { id } of candidates) {
    if (compared > MOST_COMPARED || !mayGoOn()) break;
    // The index knows articles by the ids it was given when it was built.
    const stored = articleStored(store, id as ArticleId);
    if (!stored) continue;
    const tokens = tokensOf(stored.article.body.slice(0, LONGEST_READ));
    compared += asked.length * tokens.length;
    spend((asked.length * tokens.length) / PAIRS);
    found.push(...stretchesIn(store, stored, tokens, asked));
  }
  return found
    .filter(({ similarity }) => similarity >= LEAST_LIKE)
    .sort((a, b) => b.similarity - a.similarity || Number(b.quotation !== null) - Number(a.quotation !== null))
    .slice(0, limit);
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu)].map((match) => ({
    word: match[0]
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** The likest stretch of each quotation of an article, and of its text as a whole. */
function stretchesIn(
  store: Store,
  { card, article, reading }: StoredArticle,
  tokens: readonly Token[],
  asked: readonly Token[],
): SimilarPassage[] {
  const known = new Set(asked.map(({ word }) => word));
  const found: SimilarPassage[] = [];
  const speakers = speakersIn(store, article.id);
  for (const [place, quotation] of reading.quotations.entries()) {
    const inside = tokens.filter(({ start, end }) => start >= quotation.words.start && end <= quotation.words.end);
    if (!inside.some(({ word }) => known.has(word))) continue;
    const like = mostSimilar(asked, inside);
    const speaker = speakers.get(place) ?? null;
    if (like) found.push({ card, span: like.span, similarity: like.similarity, quotation, speaker });
  }
  const like = mostSimilar(asked, tokens);
  if (!like) return found;
  const around = innermost(reading.quotations, like.span);
  const speaker = around && (speakers.get(reading.quotations.indexOf(around)) ?? null);
  const isKnown = found.some((other) => other.span.start === like.span.start && other.span.end === like.span.end);
  return isKnown
    ? found
    : [...found, { card, span: like.span, similarity: like.similarity, quotation: around, speaker }];
}

const innermost = (quotations: readonly Quotation[], where: Span): Quotation | null =>
  quotations
    .filter(({ words }) => where.start >= words.start && where.end <= words.end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;

/**
 * The stretch of a text that has most of the asked words in the same order and little else. Aligned as Smith and Waterman
 * do (1981), a word in common worth 2 and one that is not, on either side, −1; similarity is the words in common over
 * those of the longer side.
 */
function mostSimilar(asked: readonly Token[], tokens: readonly Token[]): { span: Span; similarity: number } | null {
  // Per cell of the last row: score, words in common, and the token where the alignment began.
  const width = tokens.length + 1;
  let scores = new Int32Array(width);
  let common = new Int32Array(width);
  let begun = new Int32Array(width).fill(-1);
  let best = { score: 0, common: 0, from: -1, to: -1 };
  for (const { word } of asked) {
    const nextScores = new Int32Array(width);
    const nextCommon = new Int32Array(width);
    const nextBegun = new Int32Array(width).fill(-1);
    for (let at = 1; at < width; at++) {
      const same = tokens[at - 1]?.word === word;
      const diagonal = scores[at - 1]! + (same ? 2 : -1); // arrays of this width: no index is out of bounds
      const above = scores[at]! - 1;
      const left = nextScores[at - 1]! - 1;
      const score = Math.max(diagonal, above, left);
      if (score <= 0) continue;
      nextScores[at] = score;
      if (score === diagonal) {
        nextCommon[at] = common[at - 1]! + (same ? 1 : 0);
        nextBegun[at] = scores[at - 1]! > 0 ? begun[at - 1]! : at - 1;
      } else {
        const [from, counts, place] = score === above ? [begun, common, at] : [nextBegun, nextCommon, at - 1];
        nextCommon[at] = counts[place]!;
        nextBegun[at] = from[place]!;
      }
      if (score > best.score) best = { score, common: nextCommon[at]!, from: nextBegun[at]!, to: at - 1 };
    }
    [scores, common, begun] = [nextScores, nextCommon, nextBegun];
  }
  const [first, last] = [tokens[best.from], tokens[best.to]];
  if (!first || !last) return null;
  return {
    span: span(first.start, last.end),
    similarity: best.common / Math.max(asked.length, best.to - best.from + 1),
  };
}
