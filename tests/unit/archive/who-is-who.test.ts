import { expect, test } from 'vitest';
import { joinActors } from '../../../src/archive/entities/join-actors.ts';
import type { MentionGroup } from '../../../src/archive/entities/mention-groups.ts';
import { rolesHeld } from '../../../src/archive/entities/roles-held.ts';
import { date, role, sighting } from '../../support/builders.ts';

/** The people joined, each as the names that are theirs. */
const peopleIn = (groups: readonly MentionGroup[]): string[] =>
  joinActors(groups)
    .map(({ mentionGroups }) => [...new Set(mentionGroups.map(({ name }) => name))].sort().join(' = '))
    .sort();

const named = (...names: string[]) => peopleIn(names.map((name) => sighting(name)));

/** Articles of one day that name somebody in full and go on by the family name. */
const calledAt = (day: string, name: string, bare: string, times: number): MentionGroup[] =>
  Array.from({ length: times }, () => sighting(name, { published: date(day), spellings: [name, bare], mentions: 3 }));

const bareAt = (day: string, name: string, more: Partial<MentionGroup> = {}) =>
  sighting(name, { published: date(day), ...more });

test.each([
  ['Robert Vance', 'Bob Vance'],
  ['William Harker', 'Bill Harker'],
  ['Christopher Lund', 'Chris Lund'],
  ['Donna J. Harlan', 'Donna Harlan'],
  ['J. Christopher Lund', 'Chris Lund'],
  ['H.R. Lorimer', 'H. R. Lorimer'],
  ['Mohammed Zawari', 'Mohamad al-Zawari'],
  ['Kareem Gadawi', 'Karim Qadawi'],
  ['Park Jong-il', 'Park Jong Il'],
  ['Selim Tayfun Aksoy', 'Tayfun Aksoy'],
  ['Robert S. Vance III', 'Robert Vance'],
])('%s and %s are one person', (one, other) => {
  expect(named(one, other)).toHaveLength(1);
});

test.each([
  ['George W. Harlan', 'George H. W. Harlan'],
  ['Donald Harlan', 'Donald Harlan Jr.'],
  ['Peter Harlan II', 'Peter Harlan III'],
  ['Paul Kramer', 'Paula Kramer'],
  ['Mohammed bin Salim', 'Salim bin Nasser'],
  ['Salim bin Nasser', 'Omar bin Salim bin Nasser'],
  ['Park Jong Il', 'Park Jong Un'],
])('%s and %s are two', (one, other) => {
  expect(named(one, other)).toHaveLength(2);
});

test('a bare family name is whoever the archive calls so by far most often', () => {
  const articles = [
    ...calledAt('2019-05-02', 'Anna Berg', 'Berg', 10),
    ...calledAt('2019-05-02', 'Paul Berg', 'Berg', 1),
    bareAt('2019-06-01', 'Berg'),
  ];
  expect(peopleIn(articles)).toEqual(['Anna Berg = Berg', 'Paul Berg']);
});

test('a bare family name that two bear is neither', () => {
  const articles = [
    ...calledAt('2019-05-02', 'Anna Berg', 'Berg', 4),
    ...calledAt('2019-05-02', 'Paul Berg', 'Berg', 3),
    bareAt('2019-06-01', 'Berg'),
  ];
  expect(peopleIn(articles)).toEqual(['Anna Berg', 'Berg', 'Paul Berg']);
});

test('whom a bare family name means changes with the years', () => {
  const articles = [
    ...calledAt('2005-05-02', 'Anna Berg', 'Berg', 10),
    ...calledAt('2019-05-02', 'Paul Berg', 'Berg', 10),
  ];
  const then = joinActors([...articles, bareAt('2005-07-01', 'Berg')]);
  const later = joinActors([...articles, bareAt('2019-07-01', 'Berg')]);
  const withBare = (people: typeof then) =>
    people.find(({ mentionGroups }) => mentionGroups.some(({ name }) => name === 'Berg'))?.name;
  expect(withBare(then)).toBe('Anna Berg');
  expect(withBare(later)).toBe('Paul Berg');
});

test('an office tells whom a bare family name means', () => {
  const minister = { roles: [role('Finance Minister', '2019-05-02', 'Norway')] };
  const articles = [
    ...calledAt('2019-05-02', 'Anna Berg', 'Berg', 3).map((group) => ({ ...group, ...minister })),
    ...calledAt('2019-05-02', 'Paul Berg', 'Berg', 2),
    bareAt('2019-06-01', 'Berg', minister),
  ];
  expect(peopleIn(articles)).toContain('Anna Berg = Berg');
});

test('an East Asian family name stands first', () => {
  const articles = [...calledAt('2019-05-02', 'Park Jong Sun', 'Park', 6), bareAt('2019-05-09', 'Park')];
  expect(peopleIn(articles)).toEqual(['Park = Park Jong Sun']);
});

test('a title before a family name makes no other name of it', () => {
  const articles = [...calledAt('2019-05-02', 'Moussa Gadawi', 'Gadawi', 6), bareAt('2019-05-09', 'Colonel Gadawi')];
  expect(peopleIn(articles)).toEqual(['Colonel Gadawi = Moussa Gadawi']);
});

test('why a name was taken for somebody’s is told', () => {
  const [berg] = joinActors([...calledAt('2019-05-02', 'Robert Berg', 'Berg', 9), sighting('Bob Berg')]);
  expect(berg?.because).toMatchObject([{ evidence: ['given name short form'] }]);
});

test('somebody is called by the name that most articles use, not by the longest', () => {
  const articles = [...calledAt('2019-05-02', 'Donna Harlan', 'Harlan', 6), sighting('Donna Josephine Harlan')];
  expect(joinActors(articles).map(({ name }) => name)).toEqual(['Donna Harlan']);
});

test('a name that in no article looks like a person’s is nobody, unless somebody has it in full', () => {
  const odds = -2;
  expect(named('Kittiwake')).toHaveLength(1);
  expect(peopleIn([sighting('Kittiwake', { odds }), sighting('Kittiwake', { odds })])).toEqual([]);
  expect(peopleIn([sighting('Berg', { odds }), sighting('Anna Berg')])).toHaveLength(2);
});

test('offices are told with the dates between which articles say so, and without an article’s own words', () => {
  const told = [
    role('Finance Minister', '2015-02-03', 'Norway'),
    role('Norwegian Finance Minister', '2017-06-04', 'Norway'),
    role('WATCHED Finance Minister', '2016-01-01'),
    role('former Finance Minister', '2019-01-01'),
    role('Finance Minister Paul Kramer and a string of officials', '2019-02-01'),
  ];
  expect(rolesHeld(told).map((held) => `${held.role} ${held.country} ${held.when} ${held.until}`)).toEqual([
    'Finance Minister Norway 2015-02-03 2017-06-04',
    'former Finance Minister null 2019-01-01 2019-01-01',
  ]);
});

test('ambassadors to two countries hold two offices', () => {
  const told = [role('ambassador to France', '2015-02-03'), role('ambassador to Chad', '2018-02-03')];
  expect(rolesHeld(told)).toHaveLength(2);
});
