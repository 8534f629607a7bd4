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
  /** The same as a share of them. */
  readonly late: number;
  readonly opensParagraph: boolean;
  readonly sentence: Sentence;
  readonly standing: Standing;
  readonly text: string;
  readonly length: number;
  readonly terms: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

/** The sentences that are fit to be told, each with its features. */
export function candidatesOf(documents: readonly SummaryDocument[]): Candidate[] {
  const drafts = documents.map(draftsOf);
  const all = drafts.flat();
  const words = weighed(all);
  const alike = likenesses(all, words);
  const texts = drafts.map((list) => new Set(list.flatMap(({ terms }) => [...terms])));
  const pairs = drafts.map((list) => new Set(list.flatMap((draft) => [...draft.pairs])));

  return all.map((draft, i) => {
    const { document, place, rank, terms, sentence, standing, length } = draft;
    const row = alike(i);
    const elsewhere = <T>(list: readonly T[]) => list.filter((_, other) => other !== document);
    const likest = (fits: (other: Draft) => boolean): number[] => {
      const best = new Float64Array(documents.length);
      all.forEach((other, j) => {
        if (fits(other)) best[other.document] = Math.max(best[other.document] ?? 0, row[j] ?? 0);
      });
      return elsewhere([...best]);
    };
    const ownLead = all.flatMap((other, j) =>
      other.document === document && other.rank < LEAD && j !== i ? [row[j] ?? 0] : [],
    );
    const features: Features = {
      first: Number(rank === 0),
      second: Number(rank === 1),
      early: 1 / (1 + rank),
      late: draft.late,
      opensParagraph: Number(draft.opensParagraph),
      length: Math.min(length, 40) / 40,
      short: Math.max(0, 14 - length) / 14,
      long: Math.min(1, Math.max(0, length - 40) / 40),
      frequency: mean([...terms].map(words.frequency)),
      centrality: words.centrality(terms),
      likeOwnLead: mean(ownLead),
      likeOtherLeads: mean(likest((other) => other.rank < LEAD)),
      agreement: mean(likest(() => true)),
      sharedWords: mean(elsewhere(texts).map((text) => shareIn(text, terms))),
      sharedPairs: mean(elsewhere(pairs).map((set) => shareIn(set, draft.pairs))),
      leaning: Number(standing === 'leaning'),
      ...looksOf(draft.text, length),
    };
    return { document, place, sentence, standing, length, terms, features };
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
      late: rank / fit.length,
      opensParagraph: sentences[place - 1]?.paragraph !== sentence.paragraph,
      sentence,
      standing,
      text: own,
      length: own.split(/\s+/u).length,
      terms: new Set(terms),
      pairs: new Set(terms.slice(1).map((term, i) => `${terms[i]} ${term}`)),
    };
  });
}

/** What is to be seen of a sentence by itself. */
function looksOf(text: string, length: number) {
  const ours = text.replace(/“[^”]*”?|"[^"]*"?/gu, ' ');
  const capitals = text.match(/\s["“(]?\p{Lu}/gu) ?? [];
  const figures = text.match(/\p{N}[\p{N}.,]*/gu) ?? [];
  return {
    names: Math.min(1, capitals.length / length),
    figures: Math.min(1, figures.length / 4),
    weekday: Number(/\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tonight|yesterday)\b/u.test(text)),
    quoted: 1 - ours.replace(/\s+/gu, ' ').length / Math.max(1, text.length),
    firstPerson: Number(/\b(?:I|we|We|my|our|us|you|You|your|me)\b/u.test(ours)),
    reports: Number(/\b(?:said|says|told|announced|according|reported|confirmed|wrote|tweeted)\b/u.test(ours)),
    definite: Number(/^["“]?The \p{Ll}/u.test(text)),
  };
}

interface WeighedWords {
  /** How often the documents' sentences have the word, as a share of the most frequent one's. */
  frequency(term: string): number;
  /** How much a word tells these sentences apart. */
  rarity(term: string): number;
  /** Cosine to the mean of all sentences. */
  centrality(terms: ReadonlySet<string>): number;
  /** The length of a sentence's vector. */
  norm(terms: ReadonlySet<string>): number;
}

function weighed(drafts: readonly Draft[]): WeighedWords {
  const counts = new Map<string, number>();
  for (const { terms } of drafts) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  let most = 1;
  let square = 0;
  const rarity = (term: string) => Math.log(1 + drafts.length / (counts.get(term) ?? 1));
  for (const [term, n] of counts) {
    most = Math.max(most, n);
    square += (n * rarity(term)) ** 2;
  }
  const norm = (terms: ReadonlySet<string>) => Math.sqrt(sum([...terms], (term) => rarity(term) ** 2)) || 1;
  return {
    rarity,
    norm,
    frequency: (term) => (counts.get(term) ?? 0) / most,
    centrality: (terms) =>
      sum([...terms], (term) => (counts.get(term) ?? 0) * rarity(term) ** 2) / (norm(terms) * Math.sqrt(square) || 1),
  };
}

/** Gives the cosines of one sentence to all, by the sentences that share its words. */
function likenesses(drafts: readonly Draft[], words: WeighedWords): (i: number) => Float64Array {
  const having = new Map<string, number[]>();
  drafts.forEach(({ terms }, i) => {
    for (const term of terms) {
      const list = having.get(term);
      if (list) list.push(i);
      else having.set(term, [i]);
    }
  });
  const norms = drafts.map(({ terms }) => words.norm(terms));
  return (i) => {
    const row = new Float64Array(drafts.length);
    for (const term of drafts[i]?.terms ?? []) {
      const weight = words.rarity(term) ** 2 / (norms[i] ?? 1);
      for (const j of having.get(term) ?? []) row[j] = (row[j] ?? 0) + weight / (norms[j] ?? 1);
    }
    return row;
  };
}

function shareIn(set: ReadonlySet<string>, own: ReadonlySet<string>): number {
  let n = 0;
  for (const one of own) if (set.has(one)) n++;
  return own.size ? n / own.size : 0;
}

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((total, one) => total + of(one), 0);
const mean = (values: readonly number[]): number => (values.length ? sum(values, (value) => value) / values.length : 0);
