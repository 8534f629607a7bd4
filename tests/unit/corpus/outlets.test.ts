import { describe, expect, it } from 'vitest';
import { type OutletClues, outletOf, readOutlets } from '../../../src/corpus/outlets.ts';
import { codeOf } from '../../../src/text/countries.ts';

const book = readOutlets('data/outlets');
const reviewed = [...new Set(book.byName.values())];
const nameOf = (clues: OutletClues): string => outletOf(book, clues).name;

describe('the reviewed outlets', () => {
  // That no name, alias or domain stands under two, that each kind is known and each basis is there, reading refuses otherwise.
  it('are many, and most have an address', () => {
    expect(reviewed.length).toBeGreaterThan(2000);
    const addressed = new Set(book.byDomain.values());
    expect(reviewed.filter((outlet) => !addressed.has(outlet))).toEqual([]);
  });

  it('are at home in countries that are known', () => {
    const strange = reviewed.filter(({ country }) => country !== null && codeOf(country) === null);
    expect(strange.map(({ name, country }) => `${name}: ${country}`)).toEqual([]);
  });

  it('name the state behind state media', () => {
    expect(reviewed.filter(({ kind, country }) => kind === 'state media' && country === null)).toEqual([]);
  });

  it('are state media or not as the State Media Monitor types them, where the basis names its type', () => {
    const types = reviewed.flatMap(({ name, kind, basis }) => {
      const type = /State Media Monitor: (\w+)/.exec(basis ?? '')?.[1];
      return type ? [{ name, controlled: /^(?:SC|CaPu|CaPr)$/.test(type), isState: kind === 'state media' }] : [];
    });
    expect(types.length).toBeGreaterThan(400);
    expect(types.filter(({ controlled, isState }) => controlled !== isState)).toEqual([]);
  });
});

describe('an outlet is found', () => {
  it.each([
    ['Fox Online News', 'Fox News'],
    ['the new york times', 'The New York Times'],
    ['New York Times - News', 'The New York Times'],
    ['THE TIMES', 'The Times'],
    ['Times of India', 'The Times of India'],
    ['Sueddeutsche Zeitung', 'Süddeutsche Zeitung'],
    ['El Pais', 'El País'],
    ['PressTV', 'Press TV'],
    ['BuzzFeed news', 'BuzzFeed News'],
    ['Peoples Daily', "People's Daily"],
    ['Politico | Opinion', 'Politico'],
    ['CNN (Web News)', 'CNN'],
    ['theblaze.com', 'The Blaze'],
    ['Ria Novosti', 'RIA Novosti'],
    ['РИА Новости', 'RIA Novosti'],
  ])('by its name, however written: %s', (name, outlet) => {
    expect(nameOf({ name })).toBe(outlet);
  });

  it.each([
    ['https://uk.reuters.com/article/x', 'Reuters'],
    ['http://edition.cnn.com/2014/x', 'CNN'],
    ['http://news.bbc.co.uk/2/hi/x.stm', 'BBC'],
    ['https://m.dw.com/en/x', 'Deutsche Welle'],
    ['https://www.huffingtonpost.co.uk/x', 'HuffPost'],
    ['https://timesofindia.indiatimes.com/x', 'The Times of India'],
    ['https://arabic.sputniknews.com/x', 'Sputnik'],
    ['https://news.un.org/en/story/x', 'UN News'],
    ['https://www.un.org/press/en/x', 'United Nations'],
    ['https://travel.state.gov/x', 'US Department of State'],
    ['https://en.kremlin.ru/events/x', 'Kremlin'],
  ])('by its address: %s', (url, outlet) => {
    expect(nameOf({ url })).toBe(outlet);
  });

  it.each([
    ['ABC News', 'https://www.abc.net.au/news/x', 'ABC News (Australia)'],
    ['The Guardian', 'https://guardian.ng/x', 'The Guardian (Nigeria)'],
    ['The Star', 'https://www.the-star.co.ke/x', 'The Star (Kenya)'],
    ['The Telegraph', 'https://www.telegraphindia.com/x', 'The Telegraph (India)'],
    ['A. N. Author', 'https://www.vox.com/x', 'Vox'],
    ['Reuters', 'https://news.yahoo.com/x', 'Reuters'],
  ])('by both where a name alone does not tell: %s at %s', (name, url, outlet) => {
    expect(nameOf({ name, url })).toBe(outlet);
  });

  it.each([
    'The Star',
    'New Times',
    'Times of Nowhere',
    'BBC Worldly Goods',
    'Harbour Post - News',
    'notreuters.com',
    'start.com',
  ])('not by a likeness: %s', (name) => {
    expect(outletOf(book, { name }).kind).toBe('unreviewed');
  });
});
