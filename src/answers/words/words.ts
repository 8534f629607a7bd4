import { codeOf } from '../../text/countries.ts';
import type { Edtf } from '../../text/edtf.ts';
import { answersAr } from './ar.ts';
import type { Catalogue, Language, Translation } from './catalogue.ts';
import { type AnswerPhrase, answersDe } from './de.ts';
import { answersEn } from './en.ts';
import { answersEs } from './es.ts';
import { answersFr } from './fr.ts';
import { answersRu } from './ru.ts';

/**
 * The bot's own words in one language; what articles say stays in theirs. As with gettext, a phrase goes by its English:
 * `say('{n} meetings', { n: 3 })`. A phrase that the catalogues don't have is refused by the compiler.
 */
export interface Words<Known extends string = AnswerPhrase> {
  readonly language: Language;
  /** The phrase in this language, its places filled in; where it counts {n} things, in the number that n takes. */
  say<One extends Known>(phrase: One, ...places: PlacesOf<One>): string;
  /** "13 November 2015", "November 2020", "the 2010s", "2015 to 5 February 2021", "until 5 February 2021". */
  date(date: Edtf): string;
  /** A country by its English name: "Russia". */
  country(name: string): string;
  /** "A, B and C". */
  list(names: readonly string[], last: 'and' | 'or'): string;
}

/** The places "{name}" of a phrase, to be filled in. */
type PlacesOf<P extends string> = NamesIn<P> extends never ? [] : [Readonly<Record<NamesIn<P>, string | number>>];
type NamesIn<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** Day, month and year as each language writes them, with figures that everybody reads. */
const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  ar: 'ar-u-nu-latn',
  de: 'de',
  es: 'es',
  fr: 'fr',
  ru: 'ru',
};

/** What the bot says in a language, of its catalogue; English phrases stand for themselves, but for those that count. */
export function speak<Known extends string>(language: Language, catalogue: Partial<Catalogue<Known>>): Words<Known> {
  const locale = LOCALES[language];
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const plural = new Intl.PluralRules(locale);
  const lists = {
    and: new Intl.ListFormat(locale, { type: 'conjunction' }),
    or: new Intl.ListFormat(locale, { type: 'disjunction' }),
  };
  const points = [{ year: 'numeric' }, { month: 'long' }, { day: 'numeric' }].map(
    (_part, upTo, parts) =>
      new Intl.DateTimeFormat(locale, { ...Object.assign({}, ...parts.slice(0, upTo + 1)), timeZone: 'UTC' }),
  );
  const said = (phrase: Known | AnswerPhrase, places: Readonly<Record<string, string | number>> = {}): string => {
    const known: Translation = catalogue[phrase as Known] ?? phrase; // Dates are phrases of answers, which every catalogue has.
    const form = typeof known === 'string' ? known : (known[plural.select(Number(places.n))] ?? known.other);
    return form.replace(/\{(\w+)\}/g, (whole, place: string) => String(places[place] ?? whole));
  };
  const point = (value: string): string => {
    if (value.endsWith('X')) return said('the {decade}s', { decade: `${value.slice(0, 3)}0` });
    return points[value.split('-').length - 1]?.format(Date.parse(value)) ?? value;
  };
  return {
    language,
    say: (phrase, ...[places]) => said(phrase, places),
    date(value) {
      const [from = '', to] = value.split('/');
      if (to === undefined) return point(from);
      if (from === '..') return said('until {date}', { date: point(to) });
      if (to === '..') return said('since {date}', { date: point(from) });
      return said('{from} to {to}', { from: point(from), to: point(to) });
    },
    country(name) {
      const code = language === 'en' ? null : codeOf(name);
      return (code && regions.of(code)) || name;
    },
    list: (names, last) => lists[last].format(names),
  };
}

export const answerCatalogues = {
  ar: answersAr,
  de: answersDe,
  es: answersEs,
  fr: answersFr,
  ru: answersRu,
} as const satisfies Readonly<Record<Exclude<Language, 'en'>, Catalogue<AnswerPhrase>>>;

/** The terminal, tests and whoever names no other language are answered in English. */
export const inEnglish: Words = speak('en', answersEn);

const others: Partial<Record<Language, Words>> = {};

/** The words of answers in a language, made when they are first needed. */
export function wordsIn(language: Language): Words {
  if (language === 'en') return inEnglish;
  others[language] ??= speak(language, answerCatalogues[language]);
  return others[language];
}
