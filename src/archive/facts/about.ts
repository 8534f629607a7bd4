import { countriesIn } from '../../text/countries.ts';
import { capitalised } from '../entities/names.ts';
import { indexedWordsIn } from '../index/terms.ts';

/**
 * The terms by which a text is found to be about something: stems of its words, and each country it names, whether by its
 * name or as an adjective ("Iraqi" is about Iraq; "Moscow" may be just a city).
 */
export function termsAbout(text: string): string[] {
  const stems = indexedWordsIn(text).flatMap(({ term }) => term ?? []);
  const countries = namedCountries(text).map(({ country }) => termOf(country));
  return [...new Set([...stems, ...countries])];
}

/** The terms that a text must have to be about what was asked, capitals typed or not. */
export function termsAsked(about: string): string[] {
  const typed = capitalised(about);
  let rest = '';
  let at = 0;
  const terms: string[] = [];
  for (const { country, start, end } of namedCountries(typed)) {
    rest += `${typed.slice(at, start)} `;
    at = end;
    terms.push(termOf(country));
  }
  rest += typed.slice(at);
  return [...new Set([...terms, ...indexedWordsIn(rest.toLowerCase()).flatMap(({ term }) => term ?? [])])];
}

const namedCountries = (text: string) => countriesIn(text).filter((named) => named.as !== 'capital');

/** The prefix "country" distinguishes it from the words. */
const termOf = (country: string): string => `country${country.toLowerCase().replace(/[^a-z]/g, '')}`;
