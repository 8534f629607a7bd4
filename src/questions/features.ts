import type { Actor } from '../archive/archive.ts';
import { boundedCache } from '../text/bounded-cache.ts';
import { type Edtf, firstDay, lastDay } from '../text/edtf.ts';
import { foldWord } from '../text/spelling.ts';
import type { AskedQuestion } from './question.ts';
import type { ReadArticle, ReadSentence } from './sentences.ts';
import type { AskedUnit } from './units.ts';

/** What the ranker looks at in a sentence, in the order of its weights. All lie between −1 and 1 or nearly so. */
export const FEATURES = [
  /** Share of the question's units that the sentence has, by idf. */
  'coverage',
  /** The same, not as a share. */
  'evidence',
  'names covered',
  'topic covered',
  /** The same with what is rare among the sentences looked at weighing more, whatever it weighs in the archive. */
  'covered of what is rare here',
  'neighbours',
  'headline',
  /** Of what the sentence lacks, the share that its article has. */
  'article',
  'all names in article',
  'article score',
  'article first',
  'number wanted',
  'number beside its noun',
  'date wanted',
  'place wanted',
  'person wanted',
  'cause wanted',
  'words wanted',
  'words of the one asked',
  'reported of the one asked',
  'meeting wanted',
  'meeting of those asked',
  'meeting held',
  'meeting not held',
  'list wanted',
  'post of the one asked',
  'article in period',
  'article out of period',
  'date in period',
  'outlet asked',
  'outlet not asked',
  'early',
  'first',
  'length',
  'short',
  'question’s own quotation',
  'strong sentences of article',
] as const;

export type Features = Float64Array;
export type FeatureValues = Readonly<Record<(typeof FEATURES)[number], number>>;

/** What of a question is looked up for each sentence. */
export interface Asked {
  readonly question: AskedQuestion;
  /** Term → the units it stands for, and how well. */
  readonly byTerm: ReadonlyMap<string, readonly (readonly [number, number])[]>;
  readonly total: number;
  readonly parties: readonly Party[];
  readonly quoted: readonly string[];
}

/** Somebody named in the question: what a name must have to be theirs. */
interface Party {
  readonly words: ReadonlySet<string>;
}

export function asking(question: AskedQuestion): Asked {
  const byTerm = new Map<string, (readonly [number, number])[]>();
  question.units.forEach(({ alternatives }, unit) => {
    for (const { term, weight } of alternatives) {
      const units = byTerm.get(term) ?? [];
      units.push([unit, weight]);
      byTerm.set(term, units);
    }
  });
  return {
    question,
    byTerm,
    total: Math.max(
      1e-9,
      question.units.reduce((sum, { idf }) => sum + idf, 0),
    ),
    parties: partiesOf(question),
    quoted: question.quoted.map(foldedText),
  };
}

const foldedText = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

function partiesOf({ links, units }: AskedQuestion): Party[] {
  const ofLinks = links.flatMap((link): Party[] => {
    if (link.is === 'actors' || link.is === 'role') return [{ words: new Set(link.actors.map(surname)) }];
    return link.is === 'country' ? [{ words: new Set([foldWord(link.country)]) }] : [];
  });
  const unlinked = units.filter(({ isName, link }) => isName && link === null);
  return [...ofLinks, ...unlinked.map(({ text }) => ({ words: new Set(text.split(' ').map(foldWord)) }))];
}

const surname = ({ name }: Actor): string => foldWord(name.split(/\s+/).at(-1) ?? '');

/** LRU capacity, in names. */
const NAMES_REMEMBERED = 5000;
const wordsOfNames = boundedCache<string, readonly string[]>(NAMES_REMEMBERED);

function wordsOfName(name: string): readonly string[] {
  const known = wordsOfNames.get(name);
  if (known) return known;
  const words = name.split(/[\s-]+/).map(foldWord);
  wordsOfNames.set(name, words);
  return words;
}

const isParty = (name: string, { words }: Party): boolean => wordsOfName(name).some((word) => words.has(word));

/** Who is only meant stands for the one named with this much. */
const IMPLIED = 0.8;

/** How well each unit is met by some terms, and by those only implied: 0 to 1. */
export function unitsMet(
  { byTerm, question }: Asked,
  terms: readonly string[],
  implied: readonly string[] = [],
): Float64Array {
  const met = new Float64Array(question.units.length);
  const take = (term: string, share: number) => {
    for (const [unit, weight] of byTerm.get(term) ?? [])
      if (weight * share > (met[unit] ?? 0)) met[unit] = weight * share;
  };
  for (const term of terms) take(term, 1);
  for (const term of implied) take(term, IMPLIED);
  return met;
}

const sumOf = (units: readonly AskedUnit[], met: (unit: number) => number): number =>
  units.reduce((sum, { idf }, unit) => sum + idf * met(unit), 0);

export interface ArticleFound {
  readonly read: ReadArticle;
  /** For each sentence, how well it meets each unit. */
  readonly mets: readonly Float64Array[];
  /** From the best article's score, 0 to 1. */
  readonly score: number;
  readonly rank: number;
}

/** A share of the question so large, and a sentence counts among the strong ones of its article. */
const STRONG = 0.4;

/** How well each sentence of an article meets each unit. */
export const metsIn = (asked: Asked, { sentences }: ReadArticle): Float64Array[] =>
  sentences.map(({ terms, implied }) => unitsMet(asked, terms, implied));

/** Each unit's idf among these sentences: who is named in all of them tells none apart. */
export function idfAmong(mets: readonly Float64Array[], units: number): Float64Array {
  const having = new Float64Array(units);
  for (const met of mets)
    met.forEach((weight, unit) => {
      having[unit]! += weight; // as long as units
    });
  return having.map((count) => Math.log(1 + (mets.length - count + 0.5) / (count + 0.5)));
}

/** An article's first sentences say what it is about; of the others those are looked at that have something of the question. */
const ALWAYS_LOOKED_AT = 2;

interface SentenceFound {
  readonly sentence: ReadSentence;
  readonly features: Features;
  readonly values: FeatureValues;
  readonly met: Float64Array;
}

/** The features of each sentence of an article that may answer. */
export function featuresOf(
  asked: Asked,
  { read, mets, score, rank }: ArticleFound,
  here: Float64Array,
): SentenceFound[] {
  const { question, total, parties } = asked;
  const { units, wanted } = question;
  const rareHere = here.reduce((sum, idf) => sum + idf, 0);
  const inHeadline = unitsMet(asked, read.headline);
  const inArticle = new Float64Array(units.length);
  for (const met of [inHeadline, ...mets])
    met.forEach((weight, unit) => {
      if (weight > inArticle[unit]!) inArticle[unit] = weight;
    }); // as long as units
  const names = units.flatMap(({ isName }, unit) => (isName ? [unit] : []));
  const topics = units.flatMap(({ isName }, unit) => (isName ? [] : [unit]));
  const shareOf = (those: readonly number[], met: Float64Array) => {
    const all = those.reduce((sum, unit) => sum + (units[unit]?.idf ?? 0), 0);
    return all === 0 ? 0 : those.reduce((sum, unit) => sum + (units[unit]?.idf ?? 0) * (met[unit] ?? 0), 0) / all;
  };
  const allNames = names.length > 0 && names.every((unit) => (inArticle[unit] ?? 0) >= 0.5) ? 1 : 0;
  const strong = mets.filter((met) => sumOf(units, (unit) => met[unit] ?? 0) / total >= STRONG).length;
  const { card } = read.stored;
  const period = periodFit(question, card.published?.date ?? null);
  const outlets = question.links.filter((link) => link.is === 'outlet');
  const isOutlet = outlets.some((link) => link.is === 'outlet' && link.outlet === card.outlet.name);

  return read.sentences.flatMap((sentence, at) => {
    const met = mets[at] ?? new Float64Array();
    if (at >= ALWAYS_LOOKED_AT && !met.some((weight) => weight > 0)) return [];
    const [before, after] = [mets[at - 1], mets[at + 1]];
    const own = (unit: number) => met[unit] ?? 0;
    const beyond = (others: (unit: number) => number) =>
      sumOf(units, (unit) => Math.max(0, others(unit) - own(unit))) / total;
    const covered = sumOf(units, own);
    const saidBy = sentence.quotations.filter(
      ({ speaker }) => speaker && parties.some((party) => isParty(speaker.name, party)),
    );
    const direct = sentence.quotations.some(({ kind }) => kind !== 'indirect');
    const partiesOfMeetings = sentence.meetings.map(
      ({ participants }) =>
        parties.filter((party) =>
          participants.some(
            ({ name, country }) => isParty(name, party) || (country !== null && isParty(country, party)),
          ),
        ).length,
    );
    const partiesMet = parties.length === 0 ? 0 : Math.max(0, ...partiesOfMeetings) / parties.length;
    const isNew = (name: string) => !parties.some((party) => isParty(name, party));
    const values: FeatureValues = {
      coverage: covered / total,
      evidence: covered / 20,
      'names covered': shareOf(names, met),
      'topic covered': shareOf(topics, met),
      'covered of what is rare here':
        rareHere === 0 ? 0 : here.reduce((sum, idf, unit) => sum + idf * own(unit), 0) / rareHere,
      neighbours: beyond((unit) => Math.max(before?.[unit] ?? 0, after?.[unit] ?? 0)),
      headline: beyond((unit) => inHeadline[unit] ?? 0),
      article: beyond((unit) => inArticle[unit] ?? 0),
      'all names in article': allNames,
      'article score': score,
      'article first': 1 / (1 + rank),
      'number wanted': wanted.number && sentence.numbers.length > 0 ? 1 : 0,
      'number beside its noun': wanted.number && numberBesideTopic(sentence, asked) ? 1 : 0,
      'date wanted': wanted.date && sentence.hasDate ? 1 : 0,
      'place wanted': wanted.place && sentence.places.some(isNew) ? 1 : 0,
      'person wanted': wanted.person && sentence.people.some(isNew) ? 1 : 0,
      'cause wanted': wanted.cause && sentence.hasCause ? 1 : 0,
      'words wanted': wanted.words && direct ? 1 : 0,
      'words of the one asked': wanted.words && saidBy.some(({ kind }) => kind !== 'indirect') ? 1 : 0,
      'reported of the one asked': wanted.words && saidBy.some(({ kind }) => kind === 'indirect') ? 1 : 0,
      'meeting wanted': wanted.meeting && sentence.meetings.length > 0 ? 1 : 0,
      'meeting of those asked': wanted.meeting ? partiesMet : 0,
      'meeting held': wanted.meeting && sentence.meetings.some(({ status }) => status === 'held') ? 1 : 0,
      'meeting not held':
        wanted.meeting &&
        sentence.meetings.length > 0 &&
        sentence.meetings.every(({ status }) => status !== 'held' && status !== 'recurring')
          ? 1
          : 0,
      'list wanted':
        wanted.list && (sentence.commas >= 3 || sentence.people.length + sentence.places.length >= 3) ? 1 : 0,
      'post of the one asked': wanted.identity && sentence.inPost.some((name) => !isNew(name)) ? 1 : 0,
      'article in period': period === 'in' ? 1 : 0,
      'article out of period': period === 'out' ? 1 : 0,
      'date in period': sentence.dates.some((date) => dateFits(question, date)) ? 1 : 0,
      'outlet asked': isOutlet ? 1 : 0,
      'outlet not asked': outlets.length > 0 && !isOutlet ? 1 : 0,
      early: 1 / (1 + at / 3),
      first: at === 0 ? 1 : 0,
      length: Math.min(1, sentence.words / 50),
      short: sentence.words < 6 ? 1 : 0,
      'question’s own quotation': Math.max(0, ...asked.quoted.map((words) => shareOfPairs(words, sentence.folded))),
      'strong sentences of article': Math.min(1, strong / 5),
    };
    return [{ sentence, features: Float64Array.from(FEATURES, (name) => values[name]), values, met }];
  });
}

/** Share of the pairs of words that follow one another in a quotation which do so in a sentence too: parts of it may be left out. */
function shareOfPairs(quoted: string, folded: string): number {
  const words = quoted.split(' ');
  if (words.length < 2) return ` ${folded} `.includes(` ${quoted} `) ? 1 : 0;
  const pairs = words.slice(1).map((word, at) => ` ${words[at] ?? ''} ${word} `);
  return pairs.filter((pair) => ` ${folded} `.includes(pair)).length / pairs.length;
}

/** How many words a number may stand away from what it counts. */
const BESIDE = 3;

function numberBesideTopic({ numbers, terms, words }: ReadSentence, { byTerm, question }: Asked): boolean {
  // Positions among terms stand for those among words: near enough for "beside".
  const scale = terms.length / Math.max(1, words);
  return numbers.some((number) => {
    const at = Math.round(number * scale);
    return terms
      .slice(Math.max(0, at - BESIDE), at + BESIDE + 1)
      .some((term) =>
        (byTerm.get(term) ?? []).some(([unit, weight]) => weight > 0.5 && question.units[unit]?.isName === false),
      );
  });
}

/** An article may speak of what happened a little before it was published. */
const DAYS_AFTER = 4;
const MS_A_DAY = 86_400_000;

/** Is an article of the time asked for? Null where no time is asked for, or the article's is unknown. */
export function periodFit({ dates }: AskedQuestion, published: Edtf | null): 'in' | 'out' | null {
  const [from, to] = [published && firstDay(published), published && lastDay(published)];
  if (dates.length === 0 || !from || !to) return null;
  const fits = dates.some((asked) => {
    const start = asked.relation === 'before' ? Number.NEGATIVE_INFINITY : Date.parse(asked.from);
    const end = asked.relation === 'since' ? Number.POSITIVE_INFINITY : Date.parse(asked.to) + DAYS_AFTER * MS_A_DAY;
    return Date.parse(to) >= start && Date.parse(from) <= end;
  });
  return fits ? 'in' : 'out';
}

function dateFits({ dates }: AskedQuestion, value: string): boolean {
  const [from, to] = [firstDay(value as Edtf), lastDay(value as Edtf)]; // as read in the article
  if (!from || !to) return false;
  return dates.some(({ from: start, to: end, relation }) =>
    relation === 'since' ? to >= start : relation === 'before' ? from <= end : to >= start && from <= end,
  );
}
