import { describe, expect, it } from 'vitest';
import { countriesIn, countryNamed, countryOf } from '../../../src/text/countries.ts';

const named = (phrase: string) => countriesIn(phrase).map(({ country, as }) => `${country} (${as})`);

describe('countries in a phrase', () => {
  it('knows names, adjectives and capitals apart', () => {
    expect(named('the Chilean-Peruvian commission')).toEqual(['Chile (adjective)', 'Peru (adjective)']);
    expect(named('Lima’s ambassador to Santiago')).toEqual(['Peru (capital)', 'Chile (capital)']);
    expect(named('the U.S. and North Korean envoys')).toEqual(['United States (name)', 'North Korea (adjective)']);
  });

  it('reads possessives and plurals', () => {
    expect(countryOf('Chile’s foreign minister')).toBe('Chile');
    expect(countryNamed('Americans')?.country).toBe('United States');
  });

  it('takes no ordinary word for a country', () => {
    expect(named('It is so: Wales, Is, To, In')).toEqual([]);
    expect(countryNamed('IT')).toBeNull();
  });
});
