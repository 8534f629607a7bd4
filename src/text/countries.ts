import list, { type Countries } from 'world-countries';

// The package's types describe an ES module, but Node loads its CommonJS build, whose default is the list itself.
const countries = list as unknown as Countries;

/** How words name a country: by its name, its adjective ("Russian"), or a capital or seat that stands for its government. */
export type NamedAs = 'name' | 'adjective' | 'capital';

export interface CountryName {
  /** The common English name: "Russia". */
  readonly country: string;
  readonly as: NamedAs;
}

/** The two letters of ISO 3166 for a country by its common English name: the country’s name in any language goes by them. */
export const codeOf = (country: string): string | null =>
  OUTSIDE_THE_LIST[country] ?? countries.find(({ name }) => name.common === country)?.cca2 ?? null;

const OUTSIDE_THE_LIST: Readonly<Record<string, string>> = { Turkey: 'TR', 'European Union': 'EU' };

/** What news English says and the list of countries lacks. */
const NEWS_ENGLISH: readonly (readonly [string, string, NamedAs])[] = [
  ['Turkey', 'Turkey', 'name'],
  ['America', 'United States', 'name'],
  ['U.S.', 'United States', 'name'],
  ['U.S.A.', 'United States', 'name'],
  ['Washington', 'United States', 'capital'],
  ['White House', 'United States', 'capital'],
  ['Pentagon', 'United States', 'capital'],
  ['Britain', 'United Kingdom', 'name'],
  ['U.K.', 'United Kingdom', 'name'],
  ['Briton', 'United Kingdom', 'adjective'],
  ['Downing Street', 'United Kingdom', 'capital'],
  ['Kremlin', 'Russia', 'capital'],
  ['Elysee', 'France', 'capital'],
  ['Élysée', 'France', 'capital'],
  ['Kiev', 'Ukraine', 'capital'],
  ['Soviet Union', 'Soviet Union', 'name'],
  ['USSR', 'Soviet Union', 'name'],
  ['Soviet', 'Soviet Union', 'adjective'],
  ['European Union', 'European Union', 'name'],
  ['EU', 'European Union', 'name'],
  ['E.U.', 'European Union', 'name'],
  ['Brussels', 'European Union', 'capital'],
  ['Holy See', 'Vatican City', 'name'],
  ['Ivory Coast', 'Ivory Coast', 'name'],
  ['Palestinian Authority', 'Palestine', 'name'],
  ['Saudi', 'Saudi Arabia', 'adjective'],
  ['Afghan', 'Afghanistan', 'adjective'],
  ['Tel Aviv', 'Israel', 'capital'],
  ['Seoul', 'South Korea', 'capital'],
  ['Czech Republic', 'Czechia', 'name'],
  ['Chinese mainland', 'China', 'name'],
  ['Filipino', 'Philippines', 'adjective'],
  ['Philippine', 'Philippines', 'adjective'],
  ['Dutch', 'Netherlands', 'adjective'],
  ['Spanish', 'Spain', 'adjective'],
];

const plain = (words: string): string =>
  words
    .trim()
    .replace(/^the\s+/i, '')
    .replace(/['’](?:s)?$/u, '')
    .replace(/\s+/gu, ' ');

const BY_NAME = namesOfCountries();

function namesOfCountries(): Map<string, CountryName> {
  const byName = new Map<string, CountryName>();
  const add = (name: string | undefined, country: string, as: NamedAs) => {
    if (name && !byName.has(name)) byName.set(name, { country, as });
  };
  for (const [name, country, as] of NEWS_ENGLISH) add(name, country, as);
  // Sovereign states first, so that "Congolese" or "Georgian" is theirs and not a territory's.
  const states = [...countries].sort((a, b) => Number(b.unMember) - Number(a.unMember));
  for (const state of states) {
    const country = state.cca2 === 'TR' ? 'Turkey' : state.name.common;
    add(state.name.common, country, 'name');
    add(state.name.official, country, 'name');
    // Two-letter codes are left out but for those that newspapers write: "IS", "IT" and "SO" are words.
    for (const other of state.altSpellings)
      if (other.length > 2 || /^(?:US|UK|EU|UN)$/.test(other)) add(other, country, 'name');
    add(state.demonyms?.eng?.m, country, 'adjective');
    add(state.demonyms?.eng?.f, country, 'adjective');
  }
  for (const state of states) {
    const country = state.cca2 === 'TR' ? 'Turkey' : state.name.common;
    for (const capital of state.capital) add(capital, country, 'capital');
  }
  return byName;
}

/** The country that exactly these words name, as written with capitals: "Russian", "Iraq’s", "the United States", "Moscow"; null where none. */
export function countryNamed(words: string): CountryName | null {
  const bare = plain(words);
  return BY_NAME.get(bare) ?? (bare.endsWith('s') ? adjectiveOf(bare.slice(0, -1)) : null);
}

/** "Russians" is the plural of an adjective; "Wales" is no plural of anything. */
function adjectiveOf(singular: string): CountryName | null {
  const found = BY_NAME.get(singular);
  return found?.as === 'adjective' ? found : null;
}

export interface CountryAt extends CountryName {
  readonly start: number;
  readonly end: number;
}

const WORD = /\p{Lu}[\p{L}.]*(?:['’]s)?/gu;

/** The countries named in a phrase, from left to right; offsets into the phrase. "the Russian-Iraqi commission" names two. */
export function countriesIn(phrase: string): CountryAt[] {
  const words = [...phrase.matchAll(WORD)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const found: CountryAt[] = [];
  for (let i = 0; i < words.length; i++) {
    for (let n = Math.min(3, words.length - i); n > 0; n--) {
      const [first, last] = [words[i], words[i + n - 1]];
      if (!first || !last) continue;
      const named = countryNamed(phrase.slice(first.start, last.end));
      if (!named) continue;
      found.push({ ...named, start: first.start, end: last.end });
      i += n - 1;
      break;
    }
  }
  return found;
}

/** The first country that the words name, in English: "Russia’s special representative" → "Russia"; null where none. */
export const countryOf = (words: string): string | null => countriesIn(words)[0]?.country ?? null;

const NAMES_BY_COUNTRY = new Map<string, { name: string; as: NamedAs }[]>();
for (const [name, { country, as }] of BY_NAME) {
  const names = NAMES_BY_COUNTRY.get(country) ?? [];
  names.push({ name, as });
  NAMES_BY_COUNTRY.set(country, names);
}

/** All names of a country by its common English name: "Russia" → Russia, Russian Federation, Russian, Moscow, Kremlin. */
export const namesOfCountry = (country: string): readonly { readonly name: string; readonly as: NamedAs }[] =>
  NAMES_BY_COUNTRY.get(country) ?? [];
