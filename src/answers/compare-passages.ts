import { stem } from '../archive/stemming.ts';
import { STOP_WORDS } from '../archive/stopwords.ts';
import { countriesIn } from '../text/countries.ts';
import { type Span, slice, span } from '../text/span.ts';

/** An article that may tell of what is asked, with its sentences. */
export interface Told {
  readonly text: string;
  readonly sentences: readonly (Span & { readonly paragraph: number })[];
}

/** The sentences of one article that tell of it best. */
export interface Telling {
  /** Position among the articles given. */
  readonly article: number;
  /** One sentence, or two in a row. */
  readonly sentences: readonly Span[];
  readonly score: number;
}

/** Of what was asked, weighted by rarity, a telling has so much at least. */
const LEAST_ASKED = 0.4;
/** And of what the best telling says besides: less than this, and two events of one kind would be taken for one. */
const LEAST_SHARED = 0.2;
/** The second sentence has to bring so much more, or it stays away. */
const WORTH_A_SECOND = 1.25;

/**
 * Chooses from each article the one or two sentences that tell of the topic, if any do. Articles name one thing differently ("centre",
 * "rooms", "committee"): so what the best telling says besides the words asked for counts, too (relevance feedback, as in search).
 */
export function tellingsOf(topic: string, articles: readonly Told[]): readonly Telling[] {
  const windows = articles.flatMap(windowsOf);
  const rarity = rarityIn(windows);
  const asked = termsOf(topic);
  const share = (wanted: ReadonlySet<string>, window: Window) => {
    const all = sum([...wanted].map(rarity));
    return all === 0 ? 0 : sum([...wanted].filter((term) => window.terms.has(term)).map(rarity)) / all;
  };
  const first = best(windows.map((window) => ({ window, score: share(asked, window) / length(window) })));
  if (!first || first.score === 0) return [];
  const profile = new Set([...first.window.terms].filter((term) => !asked.has(term)));
  const scored = windows.map((window) => {
    const [ofAsked, ofProfile] = [share(asked, window), profile.size === 0 ? 1 : share(profile, window)];
    const isTelling = ofAsked >= LEAST_ASKED && ofProfile >= LEAST_SHARED;
    return { window, score: isTelling ? (ofAsked + ofProfile) / length(window) : 0 };
  });
  return articles.flatMap((_, article) => {
    const own = best(scored.filter(({ window }) => window.article === article));
    return own && own.score > 0 ? [{ article, sentences: own.window.sentences, score: own.score }] : [];
  });
}

interface Window {
  readonly article: number;
  readonly sentences: readonly Span[];
  readonly terms: ReadonlySet<string>;
}

const length = ({ sentences }: Window): number => (sentences.length > 1 ? WORTH_A_SECOND : 1);

function windowsOf({ text, sentences }: Told, article: number): Window[] {
  return sentences.flatMap((one, i) => {
    const next = sentences[i + 1];
    const runs = next && next.paragraph === one.paragraph ? [[one], [one, next]] : [[one]];
    return runs.map((run): Window => {
      const words = slice(text, span(one.start, run.at(-1)?.end ?? one.end));
      return { article, sentences: run, terms: termsOf(words) };
    });
  });
}

/** Words of one stem and one spelling, and each country once, whether by its name or its adjective. */
function termsOf(words: string): Set<string> {
  const plain = words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !STOP_WORDS.has(word))
    .map((word) => stem(american(word)));
  const countries = countriesIn(words)
    .filter(({ as }) => as !== 'capital')
    .map(({ country }) => `country ${country}`);
  return new Set([...plain, ...countries]);
}

/** "centre" → "center", "harbour" → "harbor". */
const american = (word: string): string =>
  word.replace(/(?<=[bt])re(s?)$/, 'er$1').replace(/(?<=\p{L}{3})our(s?)$/u, 'or$1');

function rarityIn(windows: readonly Window[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const { terms } of windows) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + windows.length / (1 + (counts.get(term) ?? 0)));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const best = <T extends { readonly score: number }>(all: readonly T[]): T | undefined =>
  all.reduce<T | undefined>((sofar, one) => (sofar && sofar.score >= one.score ? sofar : one), undefined);
