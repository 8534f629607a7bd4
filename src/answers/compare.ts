import type { ArticleCard } from '../archive/archive.ts';
import type { Reading } from '../reading/reading.ts';
import { countriesIn, countryNamed } from '../text/countries.ts';
import { dateInWords, type Edtf, mayCoincide } from '../text/edtf.ts';
import { type Span, slice, within } from '../text/span.ts';
import type { Run } from './answer.ts';
import { strong, text } from './citing.ts';
import { listInWords } from './parties.ts';

/** What one outlet tells of an event: its sentences, and what they say of when, where, who and what for. */
export interface OutletTelling {
  readonly card: ArticleCard;
  readonly sentences: readonly Span[];
  readonly dates: readonly Edtf[];
  readonly places: readonly string[];
  readonly who: readonly string[];
  /** The article's own words: "to coordinate the work". */
  readonly whatFor: string | null;
}

/** Reads off a telling's sentences when, where, who and what for. */
export function tellingIn(
  card: ArticleCard,
  body: string,
  reading: Reading,
  sentences: readonly Span[],
): OutletTelling {
  const inside = (one: Span) => sentences.some((sentence) => within(one, sentence));
  // A full stop at the end of a sentence is no part of a name.
  const words = sentences.map((one) => slice(body, one).replace(/(?<=\p{Ll})\.$/u, '')).join(' ');
  const named = (type: string) =>
    reading.mentions
      .filter((one) => one.type === type && inside(one))
      .map((one) => reading.entities[one.entity]?.name ?? slice(body, one));
  const countries = countriesIn(words)
    .filter(({ as }) => as !== 'capital')
    .map(({ country }) => country);
  return {
    card,
    sentences,
    dates: [...new Set(reading.dates.filter(inside).map(({ value }) => value))],
    places: placesIn(words),
    who: unique([...countries, ...named('person'), ...named('organisation').filter((name) => !countryNamed(name))]),
    whatFor: purposeIn(words),
  };
}

const NAME = String.raw`\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*`;
/** "in Geneva", "based in Oslo’s Old Town and Bergen". A capital named otherwise may stand for a government. */
const PLACE = new RegExp(
  String.raw`\b(?:in|at|near|inside|outside) (?:the )?(${NAME}(?: and ${NAME})?)(?! capital\b)`,
  'gu',
);
const CAPITAL = /\bthe \p{Lu}\p{L}+ capital\b/gu;

/** Where something is told to be, countries aside: who is named may be where, and the other way round. */
function placesIn(words: string): string[] {
  const named = [...words.matchAll(PLACE)].flatMap(([, names = '']) => names.split(' and '));
  const places = named.filter((name) => !isTime(name) && countriesIn(name).every(({ as }) => as === 'capital'));
  return unique([...places, ...[...words.matchAll(CAPITAL)].map(([name]) => name)]);
}

const isTime = (name: string): boolean =>
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|\p{L}+day)\b/u.test(name);

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** "created a centre to coordinate action", "which could be used in future to coordinate", "a committee against smuggling". */
function purposeIn(words: string): string | null {
  const found =
    /\b(?:(?:in order |which )?(?:could|would|will|may|might)\b[^.,;]{0,60}?\bto|in order to|aimed at|to) (?!(?:the|a|an|its|this|his|her|their|our|be|have|[A-Z]\w*)\b)\p{Ll}{3,}[^.;]*?(?=[.;,]|$)/u.exec(
      words,
    ) ?? /\bagainst [^.;,]+/u.exec(words);
  return found?.[0] ?? null;
}

/** Where tellings agree and where not, a line each for when, where, who and what for. */
export function agreement(tellings: readonly OutletTelling[]): Run[][] {
  return [
    whenLine(tellings),
    setLine('Where', tellings, ({ places }) => places),
    setLine('Who', tellings, ({ who }) => who),
    whatForLine(tellings),
  ];
}

function whenLine(tellings: readonly OutletTelling[]): Run[] {
  const dated = tellings.filter(({ dates }) => dates.length > 0);
  const head = strong('When: ');
  if (dated.length === 0) return [head, text('none tells a date.')];
  const told = dated.map((one) => `${called(one, tellings)}: ${one.dates.map(dateInWords).join(', ')}`).join('; ');
  const agree = dated.every((a) => dated.every((b) => a.dates.some((x) => b.dates.some((y) => mayCoincide(x, y)))));
  const silent =
    dated.length < tellings.length ? `; ${countedOf(tellings.length - dated.length, tellings.length)} no date` : '';
  if (dated.length === 1) return [head, text(`only ${told}.`)];
  return [head, text(`${agree ? 'the dates fit one another' : 'the dates differ'} (${told}${silent}).`)];
}

function setLine(
  name: string,
  tellings: readonly OutletTelling[],
  of: (telling: OutletTelling) => readonly string[],
): Run[] {
  const telling = tellings.filter((one) => of(one).length > 0);
  const head = strong(`${name}: `);
  if (telling.length === 0) return [head, text('none says.')];
  const all = of(telling[0] ?? tellings[0] ?? never()).filter((one) =>
    telling.every((other) => of(other).includes(one)),
  );
  const rest = telling
    .map((one) => ({ one, own: of(one).filter((value) => !all.includes(value)) }))
    .filter(({ own }) => own.length > 0)
    .map(({ one, own }) => `${called(one, tellings)}: ${listInWords(own, 'and')}`);
  const silent = tellings.filter((one) => of(one).length === 0).map((one) => called(one, tellings));
  const parts = [
    telling.length > 1 &&
      all.length > 0 &&
      `${telling.length === tellings.length ? 'all' : 'those that say'} name ${listInWords(all, 'and')}`,
    rest.length > 0 && `${telling.length > 1 && all.length > 0 ? 'besides, ' : ''}${rest.join('; ')}`,
    silent.length > 0 && `not stated by ${listInWords(silent, 'and')}`,
  ].filter((part) => typeof part === 'string');
  return [head, text(`${parts.join('; ')}.`)];
}

const never = (): never => {
  throw new RangeError('there is nothing to compare');
};

function whatForLine(tellings: readonly OutletTelling[]): Run[] {
  const told = tellings.flatMap((one) => (one.whatFor ? [`${called(one, tellings)}: … ${one.whatFor}`] : []));
  return [strong('What for: '), text(told.length > 0 ? `${told.join('; ')}.` : 'none says.')];
}

/** The outlet; with the day where it tells of it more than once. */
function called({ card }: OutletTelling, all: readonly OutletTelling[]): string {
  const { outlet, published } = card;
  const twice = all.filter((other) => other.card.outlet.name === outlet.name).length > 1;
  return twice && published ? `${outlet.name} (${dateInWords(published.date)})` : outlet.name;
}

const countedOf = (n: number, all: number): string => `${n} of ${all} tell${n === 1 ? 's' : ''}`;
