import type { Archive } from '../archive/archive.ts';
import { asking, unitsMet } from './features.ts';
import type { Candidate } from './find.ts';
import { predicateOf } from './predicate.ts';
import type { AskedQuestion } from './question.ts';

/**
 * What tells whether the sentences found answer the question, in the order of the weights; each lies between 0 and 1 or nearly so.
 * A sentence's window is the sentence with those beside it and its article's headline. A word is there where one with the same
 * stem, or a synonym, is.
 */
export const SIGNALS = [
  'one',
  /** The ranker's, of the best sentence. */
  'score',
  /** Of the question's words by idf, the share that is in the fullest of the best windows. */
  'in one window',
  /** How far less than half of what is asked of those named is there. */
  'topic absent',
  /** The question's predicate is nowhere in the window, and the article has all the rest: it is about this, and does not say it. */
  'predicate alone missing',
  /** No window has the predicate together with the names. */
  'predicate apart from names',
  /** Nowhere is the one asked quoted together with the rest of the question. */
  'not quoted on it',
  'speaker never quoted',
  'two parties never met',
] as const;

export type Signals = Readonly<Record<(typeof SIGNALS)[number], number>>;

/** So many of the best windows are looked at for the fullest; and so many for one that has some words together. */
const BEST = 3;
const MORE = 20;
const MEETINGS_LOOKED_AT = 12;
/** Of three who are named, two. */
const MOST_OF_THEM = 0.66;
/** What stands for a word by less is another word: near ones tell what an article is about, and not what it says. */
const THERE = 0.7;
/** From this idf on a predicate counts in full: "go" and "get" say little. */
const TELLING_IDF = 3.5;

export async function signalsOf(
  question: AskedQuestion,
  ranked: readonly Candidate[],
  archive: Archive,
): Promise<Signals> {
  const { wanted, units, links } = question;
  const idf = (unit: number) => units[unit]?.idf ?? 0;
  const all = units.map((_, unit) => unit);
  const names = all.filter((unit) => units[unit]?.isName);
  const topic = all.filter((unit) => !units[unit]?.isName);
  /** By idf, of some units those that are there; 1 where there are none. */
  const share = (those: readonly number[], there: ReadonlySet<number>) => {
    const total = those.reduce((sum, unit) => sum + idf(unit), 0);
    return total === 0 ? 1 : those.reduce((sum, unit) => sum + (there.has(unit) ? idf(unit) : 0), 0) / total;
  };
  const asked = asking(question);
  const thereIn = ({ article }: Candidate, isWithin: (at: number) => boolean) => {
    const headline = unitsMet(asked, article.headline);
    const mets = ranked.filter((one) => one.article === article && isWithin(one.sentence.at)).map(({ met }) => met);
    return new Set(all.filter((unit) => [headline, ...mets].some((met) => (met[unit] ?? 0) >= THERE)));
  };
  const windows = ranked.slice(0, MORE).map((one) => ({
    one,
    there: thereIn(one, (at) => Math.abs(at - one.sentence.at) <= 1),
  }));
  const [fullest] = windows.slice(0, BEST).sort((a, b) => share(all, b.there) - share(all, a.there));
  const window = fullest?.there ?? new Set<number>();
  const article = fullest ? thereIn(fullest.one, () => true) : window;

  // A verb of speech stands for many others: there it counts who is quoted on what. And who asks for articles says no more of them.
  const isOfArticles = wanted.article || wanted.outlets || wanted.comparison || wanted.timeline;
  const predicate = wanted.words || isOfArticles ? [] : predicateOf(question);
  const missing = predicate.filter((unit) => !window.has(unit));
  const rest = all.filter((unit) => !predicate.includes(unit));

  const people = links.filter((link) => link.is === 'actors' || link.is === 'role');
  // "What do Sputnik and Press TV say about Lee?": it is they who speak.
  const speaker = wanted.words && !links.some(({ is }) => is === 'outlet') ? people[0] : undefined;
  const said = speaker ? windows.filter(({ one }) => isSaidBy(one, speaker)) : [];
  const others = all.filter((unit) => units[unit]?.link !== speaker);
  const quoted = speaker ? await quotationsBy(speaker, archive) : 1;
  const held = ranked
    .slice(0, MEETINGS_LOOKED_AT)
    .map(({ values }) => (values['meeting held'] > 0 ? values['meeting of those asked'] : 0));
  return {
    one: 1,
    score: (ranked[0]?.score ?? 0) / 10,
    'in one window': share(all, window),
    'topic absent': wanted.words || isOfArticles ? 0 : Math.max(0, 1 - 2 * share(topic, window)),
    'predicate alone missing': Math.min(1, Math.max(0, ...missing.map(idf)) / TELLING_IDF) * share(rest, article) ** 3,
    'predicate apart from names':
      predicate.length === 0 || names.length === 0
        ? 0
        : 1 - most(windows, ({ there }) => (predicate.some((unit) => there.has(unit)) ? share(names, there) : 0)),
    'not quoted on it': speaker ? 1 - most(said, ({ there }) => share(others, there)) : 0,
    'speaker never quoted': quoted === 0 ? 1 : 0,
    'two parties never met': wanted.meeting && people.length >= 2 && Math.max(0, ...held) < MOST_OF_THEM ? 1 : 0,
  };
}

const most = <T>(list: readonly T[], of: (one: T) => number): number => Math.max(0, ...list.map(of));

type People = Extract<AskedQuestion['links'][number], { actors: unknown }>;

/** Does a sentence quote one of those people, by their surname? */
function isSaidBy({ sentence }: Candidate, { actors }: People): boolean {
  const surnames = new Set(actors.map(({ name }) => name.split(/\s+/).at(-1)));
  return sentence.quotations.some(({ speaker }) => speaker?.name.split(/\s+/).some((word) => surnames.has(word)));
}

async function quotationsBy({ actors }: People, archive: Archive): Promise<number> {
  const counts = await Promise.all(actors.map(({ id }) => archive.countQuotations({ speaker: id })));
  return counts.reduce((sum, count) => sum + count, 0);
}
