import type { ArticleCard } from '../archive/archive.ts';
import type { Reading } from '../reading/reading.ts';
import { countriesIn, countryNamed } from '../text/countries.ts';
import { type Edtf, mayCoincide } from '../text/edtf.ts';
import { type Span, slice, within } from '../text/span.ts';
import type { Run } from './answer.ts';
import { strong, text } from './citing.ts';
import type { Words } from './words/words.ts';

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
export function agreement(tellings: readonly OutletTelling[], words: Words): Run[][] {
  return [
    [strong(`${words.say('When')}: `), text(whenTold(tellings, words))],
    [strong(`${words.say('Where')}: `), text(namesTold(tellings, ({ places }) => places, words))],
    [strong(`${words.say('Who')}: `), text(namesTold(tellings, ({ who }) => who, words))],
    [strong(`${words.say('What for')}: `), text(purposesTold(tellings, words))],
  ];
}

function whenTold(tellings: readonly OutletTelling[], words: Words): string {
  const dated = tellings.filter(({ dates }) => dates.length > 0);
  if (dated.length === 0) return words.say('none tells a date.');
  const told = dated
    .map((one) => `${called(one, tellings, words)}: ${one.dates.map(words.date).join(', ')}`)
    .join('; ');
  if (dated.length === 1) return words.say('only {told}.', { told });
  const agree = dated.every((a) => dated.every((b) => a.dates.some((x) => b.dates.some((y) => mayCoincide(x, y)))));
  const silent = tellings.length - dated.length;
  return [
    `${words.say(agree ? 'the dates fit one another' : 'the dates differ')} (${told})`,
    ...(silent > 0 ? [words.say('not stated by {n} of {all}', { n: silent, all: tellings.length })] : []),
  ]
    .join('; ')
    .concat('.');
}

/** The names that all tell, then what each tells besides, then who tells none. */
function namesTold(
  tellings: readonly OutletTelling[],
  of: (telling: OutletTelling) => readonly string[],
  words: Words,
): string {
  const telling = tellings.filter((one) => of(one).length > 0);
  const [first] = telling;
  if (!first) return words.say('none says.');
  const shared = of(first).filter((name) => telling.every((other) => of(other).includes(name)));
  const agreed = telling.length > 1 ? shared : [];
  const own = telling
    .map((one) => ({ outlet: called(one, tellings, words), names: of(one).filter((name) => !agreed.includes(name)) }))
    .filter(({ names }) => names.length > 0)
    .map(({ outlet, names }) => `${outlet}: ${words.list(names, 'and')}`);
  const silent = tellings.filter((one) => of(one).length === 0).map((one) => called(one, tellings, words));
  const all = telling.length === tellings.length;
  const parts: string[] = [];
  if (agreed.length > 0)
    parts.push(
      words.say(all ? 'all name {names}' : 'those that say name {names}', { names: words.list(agreed, 'and') }),
    );
  if (own.length > 0) {
    const told = own.join('; ');
    parts.push(agreed.length > 0 ? words.say('besides, {told}', { told }) : told);
  }
  if (silent.length > 0) parts.push(words.say('not stated by {outlets}', { outlets: words.list(silent, 'and') }));
  return `${parts.join('; ')}.`;
}

function purposesTold(tellings: readonly OutletTelling[], words: Words): string {
  const told = tellings.flatMap((one) => (one.whatFor ? [`${called(one, tellings, words)}: … ${one.whatFor}`] : []));
  return told.length > 0 ? `${told.join('; ')}.` : words.say('none says.');
}

/** The outlet; with the day where it tells of it more than once. */
function called({ card }: OutletTelling, all: readonly OutletTelling[], words: Words): string {
  const { outlet, published } = card;
  const twice = all.filter((other) => other.card.outlet.name === outlet.name).length > 1;
  return twice && published ? `${outlet.name} (${words.date(published.date)})` : outlet.name;
}
