import { stem } from '../archive/stemming.ts';
import { STOP_WORDS } from '../archive/stopwords.ts';
import type { Sentence } from '../reading/reading.ts';
import { slice } from '../text/span.ts';
import { type Standing, standings } from './summary-standing.ts';

/** A text to be summarised, with its sentences. */
export interface SummaryDocument {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** A sentence that comes into question, and what is to be seen of it. */
export interface Candidate {
  readonly document: number;
  /** Position among the document's sentences, from 0. */
  readonly place: number;
  readonly sentence: Sentence;
  readonly standing: Standing;
  /** Words as printed. */
  readonly length: number;
  /** Stems of its content words, each once. */
  readonly terms: ReadonlySet<string>;
  readonly features: Features;
}

/** What a sentence is weighed by: shares and cosines from 0 to 1, and 0 or 1 for yes and no. */
export type Features = Readonly<Record<FeatureName, number>>;

export const FEATURES = [
  'first',
  'second',
  'early',
  'late',
  'opensParagraph',
  'length',
  'short',
  'long',
  'frequency',
  'centrality',
  'likeOwnLead',
  'likeOtherLeads',
  'agreement',
  'sharedWords',
  'sharedPairs',
  'names',
  'figures',
  'weekday',
  'quoted',
  'firstPerson',
  'reports',
  'definite',
  'leaning',
] as const;
export type FeatureName = (typeof FEATURES)[number];

const LEAD = 3;

/** Stems of the content words, in order. */
export const termsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !STOP_WORDS.has(word)).map(stem);

interface Draft {
  readonly document: number;
  readonly place: number;
  /** Position among the document's sentences that are fit to be told. */
  readonly rank: number;
  readonly last: boolean;
  readonly opensParagraph: boolean;
  readonly sentence: Sentence;
  readonly standing: Standing;
  readonly text: string;
  readonly words: readonly string[];
  readonly terms: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  readonly depth: number;
}

/** The sentences that are fit to be told, each with its features. */
export function candidatesOf(documents: readonly SummaryDocument[]): Candidate[] {
  const drafts = documents.map(draftsOf);
  const all = drafts.flat();
  const counts = countsOf(all.map(({ terms }) => terms));
  const most = Math.max(1, ...counts.values());
  const texts = drafts.map((list) => new Set(list.flatMap(({ terms }) => [...terms])));
  const pairs = drafts.map((list) => new Set(list.flatMap((draft) => [...draft.pairs])));
  const leads = drafts.map((list) => list.slice(0, LEAD));
  // How much a word tells apart the sentences of these documents.
  const rarity = (term: string) => Math.log(1 + all.length / (counts.get(term) ?? 1));
  const norms = new Map(all.map((draft) => [draft, norm(draft.terms, rarity)]));
  const likeness = (a: Draft, b: Draft) => {
    const [x, y] = [norms.get(a) ?? 0, norms.get(b) ?? 0];
    return x && y ? common(a.terms, b.terms, rarity) / (x * y) : 0;
  };
  const centroid = centroidOf(counts, all.length, rarity);

  return all.map((draft) => {
    const { document, terms, rank, words, text } = draft;
    const others = drafts.filter((list, i) => i !== document && list.length > 0);
    const share = (sets: readonly ReadonlySet<string>[], own: ReadonlySet<string>) => {
      const elsewhere = sets.filter((_, i) => i !== document);
      return elsewhere.length && own.size
        ? sum(elsewhere, (set) => count(own, (one) => set.has(one)) / own.size) / elsewhere.length
        : 0;
    };
    const closest = (list: readonly Draft[]) => Math.max(0, ...list.map((other) => likeness(draft, other)));
    const mean = (values: readonly number[]) => (values.length ? sum(values, (value) => value) / values.length : 0);
    const ours = text.replace(/“[^”]*”?|"[^"]*"?/gu, ' ');
    const features: Features = {
      first: Number(rank === 0),
      second: Number(rank === 1),
      early: 1 / (1 + rank),
      late: draft.depth,
      opensParagraph: Number(draft.opensParagraph),
      length: Math.min(words.length, 40) / 40,
      short: Math.max(0, 14 - words.length) / 14,
      long: Math.min(1, Math.max(0, words.length - 40) / 40),
      frequency: mean([...terms].map((term) => (counts.get(term) ?? 0) / most)),
      centrality: centroid(terms) / (norms.get(draft) || 1),
      likeOwnLead: mean((leads[document] ?? []).filter((other) => other !== draft).map((one) => likeness(draft, one))),
      likeOtherLeads: mean(others.map((list) => closest(list.slice(0, LEAD)))),
      agreement: mean(others.map(closest)),
      sharedWords: share(texts, terms),
      sharedPairs: share(pairs, draft.pairs),
      names: Math.min(1, (text.match(/(?<=\S\s+["“(]?)\p{Lu}[\p{L}’'.-]*/gu) ?? []).length / Math.max(1, words.length)),
      figures: Math.min(1, (text.match(/(?<![\p{L}\p{N}])[$€£]?\p{N}[\p{N}.,]*/gu) ?? []).length / 4),
      weekday: Number(/\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tonight|yesterday)\b/u.test(text)),
      quoted: 1 - ours.replace(/\s+/g, ' ').length / Math.max(1, text.length),
      firstPerson: Number(/\b(?:I|we|We|my|our|us|you|You|your|me)\b/u.test(ours)),
      reports: Number(/\b(?:said|says|told|announced|according|reported|confirmed|wrote|tweeted)\b/u.test(ours)),
      definite: Number(/^["“]?The \p{Ll}/u.test(text)),
      leaning: Number(draft.standing === 'leaning'),
    };
    const { place, sentence, standing } = draft;
    return { document, place, sentence, standing, length: text.split(/\s+/u).length, terms, features };
  });
}

function draftsOf({ text, sentences }: SummaryDocument, document: number): Draft[] {
  const stands = standings(text, sentences);
  const fit = sentences.flatMap((sentence, place) => {
    const standing = stands[place] ?? 'unfit';
    return standing === 'unfit' ? [] : [{ sentence, place, standing }];
  });
  return fit.map(({ sentence, place, standing }, rank) => {
    const own = slice(text, sentence);
    const terms = termsOf(own);
    return {
      document,
      place,
      rank,
      last: rank === fit.length - 1,
      opensParagraph: sentences[place - 1]?.paragraph !== sentence.paragraph,
      sentence,
      standing,
      text: own,
      words: own.match(/[\p{L}\p{N}]+/gu) ?? [],
      terms: new Set(terms),
      pairs: new Set(terms.slice(1).map((term, i) => `${terms[i]} ${term}`)),
      depth: rank / fit.length,
    };
  });
}

function countsOf(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const one of set) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

type Weighing = (term: string) => number;

function norm(terms: ReadonlySet<string>, weight: Weighing): number {
  let total = 0;
  for (const term of terms) total += weight(term) ** 2;
  return Math.sqrt(total);
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: Weighing): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let total = 0;
  for (const term of few) if (many.has(term)) total += weight(term) ** 2;
  return total;
}

/** Gives the product of a sentence's terms with the unit vector that is the mean of all sentences. */
function centroidOf(counts: ReadonlyMap<string, number>, sentences: number, weight: Weighing) {
  const weights = new Map(Array.from(counts, ([term, n]) => [term, (n / sentences) * weight(term)]));
  const length = Math.sqrt(sum([...weights.values()], (value) => value ** 2)) || 1;
  return (terms: ReadonlySet<string>): number =>
    sum([...terms], (term) => (weights.get(term) ?? 0) * weight(term)) / length;
}

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((total, one) => total + of(one), 0);

function count<T>(set: ReadonlySet<T>, fits: (one: T) => boolean): number {
  let n = 0;
  for (const one of set) if (fits(one)) n++;
  return n;
}
