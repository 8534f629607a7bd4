import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import type { Catalogue } from '../../../src/answers/words/catalogue.ts';
import { answerCatalogues, speak } from '../../../src/answers/words/words.ts';
import { declarations } from '../../../src/discord/gateway/register.ts';
import { declared } from '../../../src/discord/words/declared/declared.ts';
import { botEn } from '../../../src/discord/words/en.ts';
import { botCatalogues, languageByScript, wordsFor } from '../../../src/discord/words/words.ts';
import { problems } from '../../../src/stand-in/limits.ts';
import { edtf } from '../../../src/text/edtf.ts';

const places = (phrase: string) => [...new Set([...phrase.matchAll(/\{\w+\}/g)].map(String))].sort();

const formsOf = (said: Catalogue[string]): readonly string[] =>
  typeof said === 'string' ? [said] : Object.values(said as Readonly<Record<string, string>>);

const languages = ['ar', 'de', 'es', 'fr', 'ru'] as const;

describe.each(languages)('in %s', (language) => {
  const whole: Catalogue = { ...answerCatalogues[language], ...botCatalogues[language] };

  test('every phrase has words, filled in at the same places as in English', () => {
    for (const [phrase, said] of Object.entries(whole)) {
      for (const form of formsOf(said)) {
        expect(form, phrase).toMatch(/\S/);
        // "One meeting" needs no figure.
        const needed = places(phrase).filter((place) => typeof said === 'string' || place !== '{n}');
        expect(places(form), phrase).toEqual(expect.arrayContaining(needed));
        for (const place of places(form)) expect(places(phrase), phrase).toContain(place);
      }
    }
  });

  test('a phrase that counts has the forms that the language tells apart', () => {
    const kinds = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [phrase, said] of Object.entries(whole)) {
      if (typeof said === 'string') continue;
      for (const form of Object.keys(said)) expect(kinds, phrase).toContain(form);
      if (language !== 'ar') expect(Object.keys(said), phrase).toEqual(expect.arrayContaining(['one', 'other']));
    }
  });

  test('every command and option has a name and a description, each name once', () => {
    const words = declared[language];
    const names: string[] = [];
    for (const command of commands) {
      const own = words.commands[command.name];
      expect(own?.description, command.name).toMatch(/\S/);
      names.push(own?.name ?? '');
      const options = [...command.options.map(({ name }) => name), 'private'];
      for (const name of options) expect(words.options[name]?.description, `${command.name} ${name}`).toMatch(/\S/);
      const localised = options.map((name) => words.options[name]?.name);
      expect(new Set(localised).size).toBe(options.length);
    }
    expect(new Set(names).size).toBe(commands.length);
    for (const name of ['admin', 'Check quotes', 'Find sources']) expect(words.commands[name]?.name).toMatch(/\S/);
  });
});

test('what counts in English has a singular', () => {
  for (const said of Object.values(botEn)) expect(said).toMatchObject({ one: expect.any(String) });
});

test('what is declared keeps Discord’s limits in every language', () => {
  expect(problems('commands', declarations(commands))).toEqual([]);
});

test('a person’s locale finds its language, others English', () => {
  expect(wordsFor('es-419').language).toBe('es');
  expect(wordsFor('pt-BR').say('Page {page} of {pages}', { page: 2, pages: 9 })).toBe('Page 2 of 9');
  expect(wordsFor('fr').say('Page {page} of {pages}', { page: 2, pages: 9 })).toBe('Page 2 sur 9');
});

test('numbers take the form that the language has for them', () => {
  const said = (locale: string, n: number) => wordsFor(locale).say('{n} meetings', { n });
  expect([1, 3].map((n) => said('en', n))).toEqual(['1 meeting', '3 meetings']);
  expect([1, 3, 5, 21].map((n) => said('ru', n))).toEqual(['1 встреча', '3 встречи', '5 встреч', '21 встреча']);
});

test.each([
  ['en', '2015-11-13', '13 November 2015'],
  ['de', '2015-11-13', '13. November 2015'],
  ['ru', '2020-11', 'ноябрь 2020 г.'],
  ['fr', '2015', '2015'],
  ['de', '201X', 'die 2010er'],
  ['es', '../2021-02-05', 'hasta 5 de febrero de 2021'],
  ['en', '2015/2021-02-05', '2015 to 5 February 2021'],
])('in %s %s is %s', (language, date, words) => {
  const value = edtf(date);
  expect(value && wordsFor(language).date(value)).toBe(words);
});

test.each([
  ['en', 'Russia', 'Russia'],
  ['de', 'Russia', 'Russland'],
  ['fr', 'Turkey', 'Turquie'],
  ['es', 'European Union', 'Unión Europea'],
  ['ru', 'Iraq', 'Ирак'],
  ['ar', 'Iraq', 'العراق'],
  ['de', 'Soviet Union', 'Soviet Union'],
])('in %s the country %s is %s', (language, name, called) => {
  expect(wordsFor(language).country(name)).toBe(called);
});

test('typed words tell their language by their script, or not at all', () => {
  expect(languageByScript('من التقى ببوغدانوف؟')).toBe('ar');
  expect(languageByScript('Кто встречался с Hill?')).toBe('ru');
  expect(languageByScript('who met Путин?')).toBeNull();
  expect(languageByScript('12?')).toBeNull();
});

test('words that are filled in stay as they are, whatever stands in them', () => {
  const words = speak<'{a} and {b}'>('en', {});
  expect(words.say('{a} and {b}', { a: '{b}', b: '$1' })).toBe('{b} and $1');
});
