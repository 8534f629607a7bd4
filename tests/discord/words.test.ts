import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { declarations } from '../../src/discord/register.ts';
import { catalogues, fill, languageByScript, wordsFor } from '../../src/discord/words/words.ts';
import { problems } from '../../src/playground/limits.ts';

const places = (phrase: string) => [...phrase.matchAll(/\{\w+\}/g)].map(String).sort();
const { en, ...others } = catalogues;

describe.each(Object.entries(others))('in %s', (_, words) => {
  test('every phrase is there, filled in at the same places as in English', () => {
    for (const [name, phrase] of Object.entries(en)) {
      if (typeof phrase !== 'string') continue;
      const told: unknown = words[name as keyof typeof words];
      expect(told, name).toEqual(expect.stringMatching(/\S/));
      expect(places(String(told)), name).toEqual(places(phrase));
    }
  });

  test('every command and option has a name and a description, each name once', () => {
    const names: string[] = [];
    for (const command of commands) {
      const declared = words.commands[command.name];
      expect(declared?.description, command.name).toMatch(/\S/);
      names.push(declared?.name ?? '');
      const options = [...command.options.map(({ name }) => name), 'private'];
      for (const name of options) expect(words.options[name]?.description, `${command.name} ${name}`).toMatch(/\S/);
      const localised = options.map((name) => words.options[name]?.name);
      expect(new Set(localised).size).toBe(options.length);
    }
    expect(new Set(names).size).toBe(commands.length);
    for (const name of ['admin', 'Check quotes', 'Find sources']) expect(words.commands[name]?.name).toMatch(/\S/);
  });
});

test('what is declared keeps Discord’s limits in every language', () => {
  expect(problems('commands', declarations(commands))).toEqual([]);
});

test('a person’s locale finds its language, others English', () => {
  expect(wordsFor('es-419').page).toBe(catalogues.es.page);
  expect(wordsFor('de').page).toBe(catalogues.de.page);
  expect(wordsFor('pt-BR').page).toBe(en.page);
  expect(fill(catalogues.fr.page, { page: 2, pages: 9 })).toBe('Page 2 sur 9');
});

test('typed words tell their language by their script, or not at all', () => {
  expect(languageByScript('من التقى ببوغدانوف؟')).toBe('ar');
  expect(languageByScript('Кто встречался с Hill?')).toBe('ru');
  expect(languageByScript('who met Путин?')).toBeNull();
  expect(languageByScript('12?')).toBeNull();
});
