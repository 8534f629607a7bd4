import { stem } from '../../archive/index/stemming.ts';
import { STOP_WORDS } from '../../archive/index/stopwords.ts';
import { countriesIn } from '../../text/countries.ts';
import { addDays, type Edtf, edtf, firstDay, lastDay, mayCoincide } from '../../text/edtf.ts';
import { MONTH_PATTERN } from '../../text/months.ts';
import { type Span, slice } from '../../text/span.ts';

/** An article that may report what is asked, with its sentences and the dates that they state. */
export interface ComparedArticle {
  readonly text: string;
  readonly sentences: readonly (Span & { readonly paragraph: number })[];
  readonly datesIn: (sentences: readonly Span[]) => readonly Edtf[];
  readonly published: Edtf | null;
}

/** The sentences of one article that report it best. */
export interface MatchedPassage {
  /** Position among the articles given. */
  readonly article: number;
  /** One sentence, or two in a row. */
  readonly sentences: readonly Span[];
  readonly score: number;
}

/** A report has at least this share of what was asked, weighted by idf. */
const LEAST_ASKED = 0.4;
/** And of what the best report says besides: less than this, and two events of one kind would be taken for one. */
const LEAST_SHARED = 0.1;
/** And of both together: what says all that was asked need share less. */
const LEAST_OF_BOTH = 0.8;
/** So many words, or one name, must be what they share besides: one word in common is chance. */
const SHARED_WORDS = 2;
/** Outlets that report one event differ by some days; a larger gap means another event. */
const MAX_DAYS_BETWEEN = 10;
/** The second sentence has to bring so much more, or it stays away. */
const WORTH_A_SECOND = 1.25;

/**
 * Chooses from each article the one or two sentences that report the event, if any do. The best report of all is the measure:
 * another is of the same event if it says what was asked, whoever is named in it aside; shares with the best what else that says,
 * rare words counting most and names among them; and if their dates can be of one event. For articles name one thing
 * differently ("centre", "rooms", "committee"): the words asked for alone are not enough (relevance feedback, as in search).
 */
export function matchPassages(topic: string, articles: readonly ComparedArticle[]): readonly MatchedPassage[] {
  const windows = articles.flatMap(windowsOf);
  const idf = idfIn(windows);
  const asked = termsOf(topic).all;
  const happened = [...asked].filter((term) => !isMostlyName(term, windows));
  const share = (wanted: ReadonlySet<string>, { terms }: Window) => {
    const all = sum([...wanted].map(idf));
    return all === 0 ? 0 : sum([...wanted].filter((term) => terms.has(term)).map(idf)) / all;
  };
  const first = best(windows.map((window) => ({ window, score: share(asked, window) / length(window) })));
  if (!first || first.score === 0) return [];
  const profile = new Set([...first.window.terms].filter((term) => !asked.has(term)));
  const isSameEvent = (window: Window): boolean => {
    if (happened.length > 0 && !happened.some((term) => window.terms.has(term))) return false;
    const shared = [...profile].filter((term) => window.terms.has(term));
    const enough = profile.size === 0 || shared.length >= SHARED_WORDS || shared.some((term) => window.names.has(term));
    return enough && mayBeOneDay(first.window, window, articles);
  };
  const scored = windows.map((window) => {
    const [ofAsked, ofProfile] = [share(asked, window), profile.size === 0 ? 1 : share(profile, window)];
    const matches =
      ofAsked >= LEAST_ASKED &&
      ofProfile >= LEAST_SHARED &&
      ofAsked + ofProfile >= LEAST_OF_BOTH &&
      isSameEvent(window);
    return { window, score: matches ? (ofAsked + ofProfile) / length(window) : 0 };
  });
  return articles.flatMap((_, article) => {
    const own = best(scored.filter(({ window }) => window.article === article));
    return own && own.score > 0 ? [{ article, sentences: own.window.sentences, score: own.score }] : [];
  });
}

/** Can two reports be of one event? One without a date must not be older than the other's event. */
function mayBeOneDay(a: Window, b: Window, articles: readonly ComparedArticle[]): boolean {
  const datesOf = ({ article, sentences }: Window) => articles[article]?.datesIn(sentences) ?? [];
  const [ofA, ofB] = [datesOf(a), datesOf(b)];
  if (ofA.length > 0 && ofB.length > 0) return ofA.some((x) => ofB.some((y) => mayCoincide(around(x), around(y))));
  const [dates, silent] = ofA.length > 0 ? [ofA, b] : [ofB, a];
  const published = articles[silent.article]?.published ?? null;
  return (
    published === null ||
    dates.length === 0 ||
    dates.some((date) => mayCoincide(date, edtf(`../${published}`) ?? published))
  );
}

/** A date with some days before and after it. */
function around(date: Edtf): Edtf {
  const [first, last] = [firstDay(date), lastDay(date)];
  const [from, to] = [first && addDays(first, -MAX_DAYS_BETWEEN), last && addDays(last, MAX_DAYS_BETWEEN)];
  return edtf(`${from ?? '..'}/${to ?? '..'}`) ?? date;
}

interface Window {
  readonly article: number;
  readonly sentences: readonly Span[];
  readonly terms: ReadonlySet<string>;
  /** Those of them that name somebody or something. */
  readonly names: ReadonlySet<string>;
}

const length = ({ sentences }: Window): number => (sentences.length > 1 ? WORTH_A_SECOND : 1);

/** Each sentence, and each two of a paragraph that follow one another. */
function windowsOf({ text, sentences }: ComparedArticle, article: number): Window[] {
  const single = sentences.map((one): Window => {
    const { all, names } = termsOf(slice(text, one));
    return { article, sentences: [one], terms: all, names };
  });
  return single.flatMap((window, i) => {
    const next = single[i + 1];
    if (!next || sentences[i]?.paragraph !== sentences[i + 1]?.paragraph) return [window];
    const both: Window = {
      article,
      sentences: [...window.sentences, ...next.sentences],
      terms: new Set([...window.terms, ...next.terms]),
      names: new Set([...window.names, ...next.names]),
    };
    return [window, both];
  });
}

/**
 * Words of one stem and one spelling, each country once, whether by its name or its adjective; and which of them are names.
 * Dates are none of them: they are compared as dates.
 */
function termsOf(words: string): { all: Set<string>; names: Set<string> } {
  const countries = countriesIn(words.replace(/\.(?=\s|$)/gu, ' ')).filter(({ as }) => as !== 'capital');
  const rest = countries.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, words);
  const [all, names] = [new Set<string>(), new Set<string>()];
  for (const { 0: word, index } of rest.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (STOP_WORDS.has(word.toLowerCase()) || DATE.test(word)) continue;
    const term = stem(american(word.toLowerCase()));
    all.add(term);
    // A capital at the beginning, or after a full stop, is no sign of a name.
    if (/^\p{Lu}/u.test(word) && !/(?:^|[.!?:]\s|["“„«])$/u.test(rest.slice(0, index))) names.add(term);
  }
  for (const { country } of countries) {
    all.add(`country ${country}`);
    names.add(`country ${country}`);
  }
  return { all, names };
}

const DATE = new RegExp(
  `^(?:\\d{1,2}|(?:19|20)\\d\\d|${MONTH_PATTERN}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$`,
  'u',
);

/** Is a word, wherever it stands, oftener a name than not? Who asks may have typed it small. */
function isMostlyName(term: string, windows: readonly Window[]): boolean {
  const having = windows.filter(({ terms }) => terms.has(term));
  return having.length > 0 && having.filter(({ names }) => names.has(term)).length * 2 > having.length;
}

/** "centre" → "center", "harbour" → "harbor". */
const american = (word: string): string =>
  word.replace(/(?<=[bt])re(s?)$/, 'er$1').replace(/(?<=\p{L}{3})our(s?)$/u, 'or$1');

function idfIn(windows: readonly Window[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const { terms } of windows) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + windows.length / (1 + (counts.get(term) ?? 0)));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const best = <T extends { readonly score: number }>(all: readonly T[]): T | undefined =>
  all.reduce<T | undefined>((sofar, one) => (sofar && sofar.score >= one.score ? sofar : one), undefined);
