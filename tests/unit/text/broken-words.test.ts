import { expect, it } from 'vitest';
import { joinBrokenWords } from '../../../src/text/broken-words.ts';
import { span } from '../../../src/text/span.ts';

it.each([
  ['The mayor of West-\nport met Kel-\r\n  ler.', 'The mayor of Westport met Keller.'],
  ['The mini\u00adster of West\u200bport', 'The minister of Westport'],
  ['A well-\nknown man, well-known here', 'A well-known man, well-known here'],
  ['The 1990-\n2000 talks; he left -\nand came back', 'The 1990-\n2000 talks; he left -\nand came back'],
  ['The Anglo-\nSaxon world', 'The Anglo-\nSaxon world'],
])('words broken at the ends of lines are whole: %j', (broken, whole) => {
  expect(joinBrokenWords(broken).text).toBe(whole);
});

it('each place in the whole text is one of the text that was given', () => {
  const given = 'Anna Kel-\nler met To\u00adm Low of West-\nport.';
  const { text, original } = joinBrokenWords(given);
  const place = (words: string) => {
    const { start, end } = original(span(text.indexOf(words), text.indexOf(words) + words.length));
    return given.slice(start, end);
  };
  expect(place('Anna Keller')).toBe('Anna Kel-\nler');
  expect(place('met')).toBe('met');
  expect(place('Tom Low')).toBe('To\u00adm Low');
  expect(place('Westport')).toBe('West-\nport');
  expect(place('.')).toBe('.');
});
