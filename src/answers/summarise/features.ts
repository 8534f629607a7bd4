import type { Sentence } from '../../reading/reading.ts';
import { slice } from '../../text/span.ts';
import { mayGoOn, spend } from '../../text/work.ts';
import { type Dependence, standings } from './context.ts';
import { contentStems, lexRank, mean, type Terms, weighWords } from './words.ts';

/** A text to be summarised, with its sentences. */
export interface SummaryDocument {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** Which of them come into question; all where it isn't given. */
  readonly eligible?: (sentence: Sentence) => boolean;
}

/** A sentence that comes into question, and what is to be seen of it. */
export interface SentenceCandidate {
  readonly document: number;
  /** Position among the document's sentences, from 0. */
  readonly place: number;
  readonly sentence: Sentence;
  readonly standing: Dependence;
  /** Words as printed. */
  readonly length: number;
  /** Stems of its content words, each once. */
  readonly terms: Terms;
  /** The figures in it, in order: "20 2.7". */
  readonly figures: string;
  readonly features: SentenceFeatures;
}

/** The candidates, and how like one another two of them are: the cosine of their words, from 0 to 1. */
export interface Candidates {
  readonly list: readonly SentenceCandidate[];
  similarity(a: SentenceCandidate, b: SentenceCandidate): number;
  /** How well a word distinguishes these sentences. */
  idf(term: string): number;
}

/** Those that are measured in standard deviations from the mean of the sentences a sentence competes with. */
const COMPARED = [
  'frequency',
  'centrality',
  'rank',
  'likeOpening',
  'likeOwnLead',
  'likeOtherLeads',
  'sharedWords',
  'sharedPairs',
] as const;

/** What a sentence is weighed by: those of `COMPARED`, and before them shares from 0 to 1, and 0 or 1 for no and yes. */
export const SENTENCE_FEATURES = [
  'first',
  'second',
  'early',
  'amongFirstFive',
  'late',
  'unusualLength',
  'short',
  'long',
  'clauses',
  'names',
  'mainNames',
  'figures',
  'weekday',
  'quoted',
  'reports',
  'firstPerson',
  ...COMPARED,
] as const;
export type FeatureName = (typeof SENTENCE_FEATURES)[number];
export type SentenceFeatures = Readonly<Record<FeatureName, number>>;

/** So many sentences are an article's lead. */
const LEAD = 3;
/** So many of the names that most sentences have are whom an article is about. */
const MAIN_NAMES = 6;
/** Words of a sentence that is neither short nor long. */
const USUAL_LENGTH = 22;
/** So many sentences of one text are weighed: what comes later in a book-long one is no news. */
const MOST_WEIGHED = 200;
/** Sentences: half a book. Of a longer text the rest is not looked at. */
const MOST_READ = 3000;
/** Characters in whose sentences words are weighed at the cost of one unit of work. */
const CHARACTERS = 2;

interface Draft {
  readonly document: number;
  readonly place: number;
  /** Position among the document's sentences that are fit to be shown. */
  readonly rank: number;
  readonly sentence: Sentence;
  readonly standing: Dependence;
  readonly text: string;
  readonly length: number;
  readonly terms: Terms;
  readonly pairs: ReadonlySet<string>;
  readonly names: readonly string[];
}

/** The sentences that are fit to be shown, each with its features. */
export function candidatesOf(documents: readonly SummaryDocument[]): Candidates {
  const drafts = documents.map((one, at) => (at === 0 || mayGoOn() ? draftsOf(one, at) : []));
  const all = drafts.flat();
  const words = weighWords(all.map(({ terms }) => terms));
  const ranks = lexRank(words.similarities);
  const opening = new Map(all.flatMap(({ document, rank }, i) => (rank === 0 ? [[document, i] as const] : [])));
  const pairs = drafts.map((list) => new Set(list.flatMap((draft) => [...draft.pairs])));
  const terms = drafts.map((list) => new Set(list.flatMap((draft) => [...draft.terms])));
  const main = mainNames(all);

  const features = all.map((draft, i): SentenceFeatures => {
    const { document, rank, length } = draft;
    const row = words.similarities[i] ?? new Float32Array();
    const elsewhere = <T>(list: readonly T[]) => list.filter((_, other) => other !== document);
    const nearestLead = new Float64Array(documents.length);
    const ownLead: number[] = [];
    all.forEach((other, j) => {
      if (other.rank >= LEAD) return;
      const similarity = row[j] ?? 0;
      nearestLead[other.document] = Math.max(nearestLead[other.document] ?? 0, similarity);
      if (other.document === document && j !== i) ownLead.push(similarity);
    });
    return {
      first: Number(rank === 0),
      second: Number(rank === 1),
      early: 1 / (1 + rank),
      amongFirstFive: Number(rank < 5),
      late: rank / (drafts[document]?.length ?? 1),
      unusualLength: Math.abs(length - USUAL_LENGTH) / USUAL_LENGTH,
      short: Math.max(0, 14 - length) / 14,
      long: Math.min(1, Math.max(0, length - 40) / 40),
      ...looksOf(draft.text, length),
      mainNames: main.length ? main.filter((name) => draft.text.includes(name)).length / main.length : 0,
      frequency: mean([...draft.terms].map(words.frequency)),
      centrality: words.centrality(draft.terms),
      rank: ranks[i] ?? 0,
      likeOpening: rank === 0 ? 0 : (row[opening.get(document) ?? i] ?? 0),
      likeOwnLead: mean(ownLead),
      likeOtherLeads: mean(elsewhere([...nearestLead])),
      sharedWords: mean(elsewhere(terms).map((set) => shareIn(set, draft.terms))),
      sharedPairs: mean(elsewhere(pairs).map((set) => shareIn(set, draft.pairs))),
    };
  });
  const compared = comparedAmong(features);
  const list = all.map(
    ({ document, place, sentence, standing, length, terms, text }, i): SentenceCandidate => ({
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
  return { list, similarity: (a, b) => words.similarity(a.terms, b.terms), idf: words.idf };
}

/** Puts the features that are compared into standard deviations from their mean. */
function comparedAmong(features: readonly SentenceFeatures[]): (of: SentenceFeatures | undefined) => SentenceFeatures {
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

/** The sentences of a text that are fit to be shown: the first of those asked for, among its opening ones. */
function draftsOf({ text, sentences, eligible }: SummaryDocument, document: number): Draft[] {
  const read = sentences.slice(0, MOST_READ);
  spend((read.at(-1)?.end ?? 0) / CHARACTERS);
  const stands = standings(text, read);
  const fit = read.flatMap((sentence, place) => {
    const standing = stands[place] ?? 'unfit';
    return standing === 'unfit' ? [] : [{ sentence, place, standing }];
  });
  const weighed = fit
    .map((one, rank) => ({ ...one, rank }))
    .filter(({ sentence, rank }) => rank < MOST_WEIGHED / 2 || (eligible?.(sentence) ?? true))
    .slice(0, MOST_WEIGHED);
  return weighed.map(({ sentence, place, standing, rank }) => {
    const own = slice(text, sentence);
    const terms = contentStems(own);
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
      names: capitalisedIn(own),
    };
  });
}

/** Words with a capital letter that no sentence's opening asks for. */
const capitalisedIn = (text: string): string[] =>
  [...text.matchAll(/\S\s+["“‘(]?(\p{Lu}[\p{L}-]+)/gu)].map(([, word = '']) => word);

/** The names that most sentences have. */
function mainNames(drafts: readonly Draft[]): string[] {
  const counts = new Map<string, number>();
  for (const { names } of drafts) for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAIN_NAMES)
    .map(([name]) => name);
}

const figuresIn = (text: string): string[] => text.match(/\p{N}+(?:[.,]\p{N}+)*/gu) ?? [];

/** What is to be seen of a sentence by itself. */
function looksOf(text: string, length: number) {
  const ours = text.replace(/“[^”]*”?|"[^"]*"?/gu, ' ');
  const capitals = text.match(/\s["“(]?\p{Lu}/gu) ?? [];
  return {
    clauses: Math.min(1, (text.match(/,/gu) ?? []).length / 4),
    names: Math.min(1, capitals.length / length),
    figures: Math.min(1, figuresIn(text).length / 4),
    weekday: Number(/\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tonight|yesterday)\b/u.test(text)),
    quoted: 1 - ours.replace(/\s+/gu, ' ').length / Math.max(1, text.length),
    reports: Number(/\b(?:said|says|told|according to|added|wrote)\b/u.test(text)),
    firstPerson: Number(/\b(?:I|we|We|my|our|us|you|You|your|me)\b/u.test(ours)),
  };
}

function shareIn(set: ReadonlySet<string>, own: ReadonlySet<string>): number {
  let n = 0;
  for (const one of own) if (set.has(one)) n++;
  return own.size ? n / own.size : 0;
}
