import { stem } from '../archive/stemming.ts';
import { STOP_WORDS } from '../archive/stopwords.ts';
import type { Sentence } from '../reading/reading.ts';
import { slice } from '../text/span.ts';
import { type Standing, standings } from './summary-standing.ts';

/** A text to be summarised, with its sentences. */
export interface SummaryDocument {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** Which of them come into question; all where it isn't given. */
  readonly eligible?: (sentence: Sentence) => boolean;
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
  /** The figures in it, in order: "20 2.7". */
  readonly figures: string;
  readonly features: Features;
}

/** The candidates, and how like one another two of them are: the cosine of their words, from 0 to 1. */
export interface Candidates {
  readonly list: readonly Candidate[];
  likeness(a: Candidate, b: Candidate): number;
  /** How much a word tells these sentences apart. */
  rarity(term: string): number;
}

/**
 * What a sentence is weighed by. Those of the list `COMPARED` are told in standard deviations from the mean of the
 * sentences it competes with; the others are shares from 0 to 1, and 0 or 1 for no and yes.
 */
export type Features = Readonly<Record<FeatureName, number>>;

export const FEATURES = [
  'first',
  'second',
  'early',
  'length',
  'short',
  'long',
  'names',
  'figures',
  'weekday',
  'quoted',
  'firstPerson',
  'frequency',
  'centrality',
  'likeOwnLead',
  'likeOtherLeads',
  'sharedPairs',
] as const;
export type FeatureName = (typeof FEATURES)[number];

const COMPARED = ['frequency', 'centrality', 'likeOwnLead', 'likeOtherLeads', 'sharedPairs'] as const;

/** So many sentences are an article's lead. */
const LEAD = 3;

/** Stems of the content words, in order. */
export const termsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !STOP_WORDS.has(word)).map(stem);

interface Draft {
  readonly document: number;
  readonly place: number;
  /** Position among the document's sentences that are fit to be told. */
  readonly rank: number;
  readonly sentence: Sentence;
  readonly standing: Standing;
  readonly text: string;
  readonly length: number;
  readonly terms: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

/** The sentences that are fit to be told, each with its features. */
export function candidatesOf(documents: readonly SummaryDocument[]): Candidates {
  const drafts = documents.map(draftsOf);
  const all = drafts.flat();
  const words = weighed(all);
  const likenessesTo = likenesses(all, words);
  const pairs = drafts.map((list) => new Set(list.flatMap((draft) => [...draft.pairs])));

  const features = all.map((draft, i): Features => {
    const { document, rank, terms, length } = draft;
    const row = likenessesTo(i);
    const elsewhere = <T>(list: readonly T[]) => list.filter((_, other) => other !== document);
    const likestLead = new Float64Array(documents.length);
    const ownLead: number[] = [];
    all.forEach((other, j) => {
      if (other.rank >= LEAD) return;
      const likeness = row[j] ?? 0;
      likestLead[other.document] = Math.max(likestLead[other.document] ?? 0, likeness);
      if (other.document === document && j !== i) ownLead.push(likeness);
    });
    return {
      first: Number(rank === 0),
      second: Number(rank === 1),
      early: 1 / (1 + rank),
      length: Math.min(length, 40) / 40,
      short: Math.max(0, 14 - length) / 14,
      long: Math.min(1, Math.max(0, length - 40) / 40),
      ...looksOf(draft.text, length),
      frequency: mean([...terms].map(words.frequency)),
      centrality: words.centrality(terms),
      likeOwnLead: mean(ownLead),
      likeOtherLeads: mean(elsewhere([...likestLead])),
      sharedPairs: mean(elsewhere(pairs).map((set) => shareIn(set, draft.pairs))),
    };
  });
  const compared = comparedAmong(features);
  const list = all.map(
    ({ document, place, sentence, standing, length, terms, text }, i): Candidate => ({
      document,
      place,
      sentence,
      standing,
      length,
      terms,
      figures: figuresIn(text).join(' '),
      features: compared(features[i]),
    }),
  );
  return {
    list,
    likeness: (a, b) => common(a.terms, b.terms, words.rarity) / (words.norm(a.terms) * words.norm(b.terms)),
    rarity: words.rarity,
  };
}

/** Puts the features that are compared into standard deviations from their mean. */
function comparedAmong(features: readonly Features[]): (of: Features | undefined) => Features {
  const scales = COMPARED.map((name) => {
    const values = features.map((one) => one[name]);
    const middle = mean(values);
    const deviation = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
    return { name, middle, deviation: deviation > 1e-9 ? deviation : 1 };
  });
  return (of) => {
    if (!of) throw new RangeError('no such sentence among those compared');
    const own = { ...of };
    for (const { name, middle, deviation } of scales) own[name] = (of[name] - middle) / deviation;
    return own;
  };
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
      sentence,
      standing,
      text: own,
      length: own.split(/\s+/u).length,
      terms: new Set(terms),
      pairs: new Set(terms.slice(1).map((term, i) => `${terms[i]} ${term}`)),
    };
  });
}

const figuresIn = (text: string): string[] => text.match(/\p{N}+(?:[.,]\p{N}+)*/gu) ?? [];

/** What is to be seen of a sentence by itself. */
function looksOf(text: string, length: number) {
  const ours = text.replace(/“[^”]*”?|"[^"]*"?/gu, ' ');
  const capitals = text.match(/\s["“(]?\p{Lu}/gu) ?? [];
  return {
    names: Math.min(1, capitals.length / length),
    figures: Math.min(1, figuresIn(text).length / 4),
    weekday: Number(/\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tonight|yesterday)\b/u.test(text)),
    quoted: 1 - ours.replace(/\s+/gu, ' ').length / Math.max(1, text.length),
    firstPerson: Number(/\b(?:I|we|We|my|our|us|you|You|your|me)\b/u.test(ours)),
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
  const rarities = new Map(Array.from(counts, ([term, n]) => [term, Math.log(1 + drafts.length / n)]));
  const rarity = (term: string) => rarities.get(term) ?? Math.log(1 + drafts.length);
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

function common(a: ReadonlySet<string>, b: ReadonlySet<string>, rarity: (term: string) => number): number {
  let total = 0;
  for (const term of a) if (b.has(term)) total += rarity(term) ** 2;
  return total;
}

function shareIn(set: ReadonlySet<string>, own: ReadonlySet<string>): number {
  let n = 0;
  for (const one of own) if (set.has(one)) n++;
  return own.size ? n / own.size : 0;
}

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((total, one) => total + of(one), 0);
const mean = (values: readonly number[]): number => (values.length ? sum(values, (value) => value) / values.length : 0);
