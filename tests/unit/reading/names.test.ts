import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findNames, parseNameModel } from '../../../src/reading/names/find-names.ts';
import { sentencesOf } from '../../../src/reading/tokens/sentences.ts';
import { tokenise } from '../../../src/reading/tokens/tokenise.ts';
import { NAMES_OF_THE_WORLD, namesInSentences } from './names-of-the-world.ts';

const model = parseNameModel(readFileSync('data/names.model'));

function people(text: string): string[] {
  return findNames(text, tokenise(text), sentencesOf(text), model)
    .filter(({ type }) => type === 'person')
    .map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['The delegation was led by Abdul-Rahman Hamid al-Husseini, officials said.', 'Abdul-Rahman Hamid al-Husseini'],
  ['France’s ambassador to Cairo Abdul-Karim Tariq al-Hashimi resigned.', 'Abdul-Karim Tariq al-Hashimi'],
  ['The strike killed Abu Mahdi al-Muhandis near the airport.', 'Abu Mahdi al-Muhandis'],
  ['Chinese President Xi Jinping arrived in Astana on Monday.', 'Xi Jinping'],
  ['Kosovo Prime Minister Hashim Thaçi rejected the offer.', 'Hashim Thaçi'],
  ['“We disagree,” Iranian Foreign Minister Hossein Amir-Abdollahian said.', 'Hossein Amir-Abdollahian'],
  ['India’s external affairs minister, Subrahmanyam Jaishankar, will attend.', 'Subrahmanyam Jaishankar'],
  ['European Commission President Ursula von der Leyen spoke to reporters.', 'Ursula von der Leyen'],
  ['Vladimir Vladimirovich Putin was born in Leningrad.', 'Vladimir Vladimirovich Putin'],
  ['Turkish leader Recep Tayyip Erdoğan met with the envoys.', 'Recep Tayyip Erdoğan'],
  ['Crown Prince Mohammed bin Salman received the guests in Riyadh.', 'Mohammed bin Salman'],
])('in “%s” one person is named, without title', (text, name) => {
  expect(people(text)).toEqual([name]);
});

test.each([
  ['Sheikh Nasser Hamad', 'Nasser Hamad'],
  ['Qatar’s Emir Sheikh Nasser Hamad', 'Nasser Hamad'],
  ['Grand Ayatollah Seyed Reza Karimi', 'Reza Karimi'],
  ['Hojjatoleslam Ali Rezaei', 'Ali Rezaei'],
  ['Maj. Gen. Karim Rahimi', 'Karim Rahimi'],
  ['King Salman', 'Salman'],
  ['Pope Francis', 'Francis'],
])('titles stand outside the name: %s', (titled, name) => {
  expect(people(`On Friday ${titled} met reporters in Muscat.`)).toEqual([name]);
});

test.each(Object.entries(NAMES_OF_THE_WORLD))(
  '%s names, each in a sentence of its own, are found whole',
  (_, names) => {
    const wanted = namesInSentences(names);
    const missed = wanted.filter(({ name, text }) => !people(text).includes(name)).map(({ text }) => text);
    // One in ten may be missed: nothing else in the text helps, and most of these names nobody ever bore.
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(wanted.length / 10);
  },
);

test.each([
  ['SERGEI MARKOV MEETS HASSAN KARIMI IN GENEVA', ['SERGEI MARKOV', 'HASSAN KARIMI']],
  ['IRAQ: HAIDER AL-JANABI NAMED PREMIER', ['HAIDER AL-JANABI']],
  ['PRESIDENT ANA ROJAS WINS SECOND TERM', ['ANA ROJAS']],
  ['Peter Kamau Says Talks With Ana Rojas Went Well', ['Peter Kamau', 'Ana Rojas']],
])('the headline “%s” names who it names', (headline, names) => {
  expect(people(headline)).toEqual(names);
});

test('a name told in full is known again where it stands alone', () => {
  const text =
    'Baraa Qandil, a lawyer from Homs, was freed on Sunday. Qandil said she would appeal. Qandil has two sons.';
  expect(people(text)).toEqual(['Baraa Qandil', 'Qandil', 'Qandil']);
});

test('cities, ministries and nationalities are no people', () => {
  const text =
    'The Russian Foreign Ministry said talks in Moscow, Baghdad and Tehran would go on. The Kurdish side agreed.';
  expect(people(text)).toEqual([]);
  expect(people('Daesh’s leader was killed, and Daesh retreated from Mosul, Hezbollah said.')).toEqual([]);
});

test('a model that is none, or cut off, is refused with the reason', () => {
  expect(() => parseNameModel(new Uint8Array(40))).toThrow('not a model file');
  expect(() => parseNameModel(readFileSync('data/names.model').subarray(0, 100_000))).toThrow('cut off');
});

test('words made of a name, as “anti-Brandt”, name nobody', () => {
  expect(people('Peter Osei spoke in Lima. An anti-Osei crowd waved flags and called him Brandt-style.')).toEqual([
    'Peter Osei',
  ]);
});

test('the adjective of a country is nobody, but it may be part of a name', () => {
  expect(people('Minister Ann Lee met the Omani envoy Sami al-Harthi on Tuesday.')).toEqual([
    'Ann Lee',
    'Sami al-Harthi',
  ]);
  expect(people('Minister Robert French arrived in Oslo. “We agree,” he said.')).toEqual(['Robert French']);
});
