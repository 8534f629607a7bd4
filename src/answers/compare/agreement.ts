import type { ArticleCard } from '../../archive/archive.ts';
import type { Reading } from '../../reading/reading.ts';
import { countriesIn, countryNamed } from '../../text/countries.ts';
import { type Edtf, mayCoincide } from '../../text/edtf.ts';
import { MONTH_PATTERN } from '../../text/months.ts';
import { overlaps, type Span, slice, within } from '../../text/span.ts';
import type { Run } from '../answer.ts';
import { strong, text } from '../citations/bibliography.ts';
import type { Words } from '../words/words.ts';

/** What one outlet reports of an event: its sentences, and what they say of when, where, who and what for. */
export interface OutletReport {
  readonly card: ArticleCard;
  readonly sentences: readonly Span[];
  readonly dates: readonly Edtf[];
  readonly places: readonly string[];
  readonly who: readonly string[];
  /** What is counted, in the article's own words: "four boats". */
  readonly numbers: readonly string[];
  /** The article's own words: "to coordinate the work". */
  readonly whatFor: string | null;
}

/** Extracts from a report's sentences when, where, who and what for. An outlet of the archive takes part in nothing. */
export function reportIn(
  card: ArticleCard,
  body: string,
  reading: Reading,
  sentences: readonly Span[],
  outlets: ReadonlySet<string>,
): OutletReport {
  const inside = (one: Span) => sentences.some((sentence) => within(one, sentence));
  // A full stop at the end of a sentence is no part of a name.
  const words = sentences.map((one) => slice(body, one).replace(/(?<=\p{Ll})\.$/u, '')).join(' ');
  const meetings = reading.meetings.filter((one) => sentences.some((sentence) => overlaps(one, sentence)));
  const places = closest([
    ...meetings.flatMap(({ place }) => place?.name ?? []),
    ...sentences.flatMap((one) => placesIn(slice(body, one).replace(/(?<=\p{Ll})\.$/u, ''), one.start, reading)),
  ]);
  const named = (type: string) =>
    reading.mentions
      .filter((one) => one.type === type && inside(one))
      .filter((one) => type === 'person' || takesPart(body, one))
      .map((one) => reading.entities[one.entity]?.name ?? slice(body, one))
      .filter((name) => !countryNamed(name) && !places.some((place) => place.includes(name)) && !outlets.has(name));
  // Where they met is no side of it.
  const countries = countriesIn(words)
    .filter(({ as, country }) => as !== 'capital' && !meetings.some(({ place }) => place?.name === country))
    .map(({ country }) => country);
  return {
    card,
    sentences,
    dates: [...new Set(reading.dates.filter(inside).map(({ value }) => value))],
    places,
    who: unique([
      ...meetings.flatMap(({ participants }) => participants.map(({ name }) => name)),
      ...countries,
      ...named('person'),
      ...named('organisation'),
    ]),
    numbers: numbersIn(words),
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

/** Where something is said to be: what follows "in" or "at" and is neither a time nor, as read, somebody. */
function placesIn(words: string, start: number, { mentions }: Reading): string[] {
  const named = [...words.matchAll(PLACE)].flatMap(({ 1: names = '', 0: whole, index }) => {
    const at = start + index + whole.length - names.length;
    const read = mentions.filter((one) => one.start < at + names.length && one.end > at);
    return read.length > 0 && read.every(({ type }) => type !== 'place') ? [] : names.split(' and ');
  });
  const places = named.filter((name) => !isTime(name) && countriesIn(name).every(({ as }) => as !== 'adjective'));
  return [...places, ...[...words.matchAll(CAPITAL)].map(([name]) => name)];
}

/** Of a country that is named beside a place within one, nothing is known but that somebody spoke of it. */
function closest(places: readonly string[]): string[] {
  const within = places.filter((name) => countryNamed(name)?.as !== 'name');
  return unique(within.length > 0 ? within : places);
}

const TIME = new RegExp(`^(?:${MONTH_PATTERN}|\\p{L}+day)\\b`, 'u');
const isTime = (name: string): boolean => TIME.test(name);

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** What stands behind these is no side of the event: "the fight against X", "a year after X", "positions of X". */
const ASIDE =
  /\b(?:about|after|against|at|before|besides|despite|for|from|in|inside|into|near|of|off|on|onto|over|since|than|through|to|towards?|under|until)\s(?:(?:the|an?)\s)?$/u;
/** "X on Saturday reported": who reports an event takes no part in it. */
const REPORTS = /^[^.,;“”"]{0,40}?\b(?:report(?:s|ed)|quoted|wrote|writes)\b/u;
/** "the X outfit": a name that only says of which kind something is. */
const KIND_OF =
  /^\s(?:outfit|group|groups|militants?|terrorists?|fighters?|positions?|targets?|insurgents?|strongholds?)\b/u;

/** Does a body do something here, or is something done to it? */
const takesPart = (body: string, { start, end }: Span): boolean =>
  !ASIDE.test(body.slice(Math.max(0, start - 20), start)) &&
  !REPORTS.test(body.slice(end, end + 60)) &&
  !KIND_OF.test(body.slice(end, end + 20));

const FIGURE = String.raw`\d{1,3}(?:[,.]\d{3})*|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|hundreds of|thousands of`;
/** Years, days and times are listed under "when". */
const COUNTED = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,:-])(?:(?:${FIGURE})(?: million| billion)?) (?:\p{Ll}[\p{Ll}-]+ ){0,2}?(?!(?:hours|days|weeks|months|years|this|was|is|has)\b)\p{Ll}{2,}s\b`,
  'giu',
);

/** "four countries", "12 rescue boats". */
const numbersIn = (words: string): string[] =>
  unique([...words.matchAll(COUNTED)].map(([counted]) => counted.toLowerCase()));

/** "created a centre to coordinate action", "which could be used in future to coordinate", "a committee against smuggling". */
function purposeIn(words: string): string | null {
  const found =
    /\b(?:(?:in order |which )?(?:could|would|will|may|might)\b[^.,;]{0,60}?\bto|in order to|aimed at|to) (?!(?:the|a|an|its|this|his|her|their|our|be|have|\p{Ll}+ing|[A-Z]\w*)\b)\p{Ll}{3,}[^.;“”"]*?(?=[.;,]|$)/u.exec(
      words,
    ) ?? /\bagainst [^.;,]+/u.exec(words);
  return found?.[0] ?? null;
}

/** Where reports agree and where not, a line each for when, where, who, how many and what for. */
export function agreement(reports: readonly OutletReport[], words: Words): Run[][] {
  return [
    [strong(`${words.say('When')}: `), text(datesCompared(reports, words))],
    [strong(`${words.say('Where')}: `), text(namesCompared(reports, ({ places }) => places, words))],
    [strong(`${words.say('Who')}: `), text(namesCompared(reports, ({ who }) => who, words))],
    ...(reports.some(({ numbers }) => numbers.length > 0)
      ? [[strong(`${words.say('How many')}: `), text(namesCompared(reports, ({ numbers }) => numbers, words))]]
      : []),
    [strong(`${words.say('What for')}: `), text(purposesCompared(reports, words))],
  ];
}

function datesCompared(reports: readonly OutletReport[], words: Words): string {
  const dated = reports.filter(({ dates }) => dates.length > 0);
  if (dated.length === 0) return words.say('none gives a date.');
  const list = dated
    .map((one) => `${outletLabel(one, reports, words)}: ${one.dates.map(words.date).join(', ')}`)
    .join('; ');
  if (dated.length === 1) return words.say('only {list}.', { list });
  const agree = dated.every((a) => dated.every((b) => a.dates.some((x) => b.dates.some((y) => mayCoincide(x, y)))));
  const silent = reports.length - dated.length;
  return [
    `${words.say(agree ? 'the dates fit one another' : 'the dates differ')} (${list})`,
    ...(silent > 0 ? [words.say('not stated by {n} of {all}', { n: silent, all: reports.length })] : []),
  ]
    .join('; ')
    .concat('.');
}

/** The names that all report, then what each adds, then who names none. */
function namesCompared(
  reports: readonly OutletReport[],
  of: (reporting: OutletReport) => readonly string[],
  words: Words,
): string {
  const reporting = reports.filter((one) => of(one).length > 0);
  const [first] = reporting;
  if (!first) return words.say('none says.');
  const shared = of(first).filter((name) => reporting.every((other) => of(other).includes(name)));
  const agreed = reporting.length > 1 ? shared : [];
  const own = reporting
    .map((one) => ({
      outlet: outletLabel(one, reports, words),
      names: of(one).filter((name) => !agreed.includes(name)),
    }))
    .filter(({ names }) => names.length > 0)
    .map(({ outlet, names }) => `${outlet}: ${words.list(names, 'and')}`);
  const silent = reports.filter((one) => of(one).length === 0).map((one) => outletLabel(one, reports, words));
  const all = reporting.length === reports.length;
  const parts: string[] = [];
  if (agreed.length > 0)
    parts.push(
      words.say(all ? 'all name {names}' : 'those that say name {names}', { names: words.list(agreed, 'and') }),
    );
  if (own.length > 0) {
    const list = own.join('; ');
    parts.push(agreed.length > 0 ? words.say('besides, {list}', { list }) : list);
  }
  if (silent.length > 0) parts.push(words.say('not stated by {outlets}', { outlets: words.list(silent, 'and') }));
  return `${parts.join('; ')}.`;
}

function purposesCompared(reports: readonly OutletReport[], words: Words): string {
  const list = reports.flatMap((one) => (one.whatFor ? [`${outletLabel(one, reports, words)}: … ${one.whatFor}`] : []));
  return list.length > 0 ? `${list.join('; ')}.` : words.say('none says.');
}

/** The outlet; with the day where it reports it more than once. */
function outletLabel({ card }: OutletReport, all: readonly OutletReport[], words: Words): string {
  const { outlet, published } = card;
  const twice = all.filter((other) => other.card.outlet.name === outlet.name).length > 1;
  return twice && published ? `${outlet.name} (${words.date(published.date)})` : outlet.name;
}
