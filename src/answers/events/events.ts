import { type Edtf, firstDay, lastDay } from '../../text/edtf.ts';
import { contentStems } from '../summarise/words.ts';

/** What is compared of an article. */
export interface EventArticle {
  readonly headline: string | null;
  readonly body: string;
  readonly published: Edtf | null;
}

/** How well a term tells articles apart. */
export type Idf = (term: string) => number;

/** A report has what happened in its headline and its first paragraphs: so many characters are compared, headlines so many times. */
const COMPARED = 2500;
const HEADLINE = 3;
/** Articles whose days are farther apart tell of no one event; nor does an event go on for longer. */
const MOST_DAYS = 3;
/** A vector's strongest terms are enough to compare by. */
const TERMS = 80;
/**
 * Articles as similar as this, on average over an event, tell of it; where one of two has no day, nothing but their words speaks for it,
 * and they must be more alike. Tuned on half a of the judged groups of allsides-events (npm run eval:events).
 */
export const SIMILAR = { dated: 0.12, undated: 0.3 };

/**
 * Articles put together by what happened, as positions in the list: average link by the cosine of their words, among those that came
 * out within days of one another. Whatever it is made of, an event has no two articles that are known to be farther apart.
 */
export function groupByEvent(articles: readonly EventArticle[], idf: Idf, similar = SIMILAR): number[][] {
  const vectors = articles.map((article) => vectorOf(article, idf));
  const days = articles.map(({ published }) => dayNumber(published));
  const pairs: Pair[] = [];
  const postings = new Map<string, { at: number; weight: number }[]>();
  for (const [a, vector] of vectors.entries()) {
    const cosines = new Map<number, number>();
    for (const [term, weight] of vector) {
      const before = postings.get(term) ?? [];
      for (const { at, weight: other } of before) cosines.set(at, (cosines.get(at) ?? 0) + weight * other);
      before.push({ at: a, weight });
      postings.set(term, before);
    }
    for (const [b, cosine] of cosines) {
      const [one, other] = [days[a] ?? null, days[b] ?? null];
      const areDated = one !== null && other !== null;
      if (areDated && Math.abs(one - other) > MOST_DAYS) continue;
      // As a share of what is needed: 1 is just similar enough.
      const similarity = cosine / (areDated ? similar.dated : similar.undated);
      if (similarity >= LEAST) pairs.push({ a, b, similarity });
    }
  }
  return agglomerated(articles.length, pairs, days);
}

/** Pairs that fall shorter than this of being similar enough count as not alike at all. */
const LEAST = 0.5;

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/** The closest first: two groups become one where their articles are similar enough on average, and near enough in time. */
function agglomerated(count: number, pairs: readonly Pair[], days: readonly (number | null)[]): number[][] {
  const similarities = new Map<string, number>();
  for (const { a, b, similarity } of pairs) similarities.set(keyOf(a, b), similarity);
  const groupOf = Array.from({ length: count }, (_, at) => [at]);
  for (const { a, b } of pairs.toSorted((one, other) => other.similarity - one.similarity)) {
    const [left, right] = [groupOf[a], groupOf[b]];
    if (!left || !right || left === right) continue;
    const together = [...left, ...right];
    const sum = left.reduce(
      (total, x) => total + right.reduce((each, y) => each + (similarities.get(keyOf(x, y)) ?? 0), 0),
      0,
    );
    const span = together.flatMap((x) => days[x] ?? []);
    if (sum / (left.length * right.length) < 1 || Math.max(...span) - Math.min(...span) > MOST_DAYS) continue;
    for (const x of together) groupOf[x] = together;
  }
  return [...new Set(groupOf)];
}

const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Days since 1970 of an article's day; null where only its month or year is known. */
function dayNumber(published: Edtf | null): number | null {
  const [first, last] = [published && firstDay(published), published && lastDay(published)];
  return first !== null && first === last ? Date.parse(first) / 86_400_000 : null;
}

type Vector = ReadonlyMap<string, number>;

/** Terms by their weight: logarithm of how often, times idf; of length 1. */
function vectorOf({ headline, body }: EventArticle, idf: Idf): Vector {
  const counts = new Map<string, number>();
  const add = (text: string, times: number) => {
    for (const term of contentStems(text)) counts.set(term, (counts.get(term) ?? 0) + times);
  };
  add(headline ?? '', HEADLINE);
  add(body.slice(0, COMPARED), 1);
  const weights = [...counts]
    .map(([term, n]): [string, number] => [term, (1 + Math.log(n)) * idf(term)])
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, TERMS);
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
  return new Map(weights.map(([term, weight]) => [term, weight / length]));
}
