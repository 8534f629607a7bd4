import { expect, test } from 'vitest';
import { joinActors, withIds } from '../../../src/archive/entities/join-actors.ts';
import { role, sighting } from '../../support/builders.ts';

const namesOf = (...names: string[]) =>
  joinActors(names.map((name) => sighting(name)))
    .map(({ name }) => name)
    .sort();

test('one person under several spellings is one person', () => {
  expect(namesOf('Karim Sabawi', 'Karim al-Sabawi', 'Kareem Al-Sabawi')).toHaveLength(1);
  expect(namesOf('Sergey Petrenko', 'Sergei Petrenko')).toHaveLength(1);
  expect(namesOf('Hashim Thaçi', 'Hashim Thaci')).toHaveLength(1);
  expect(namesOf('Abdul-Karim Dari', 'Abdulkarim Dari', 'Abdul Karim al-Dari')).toHaveLength(1);
});

test('a name without its middle names is the fuller one’s', () => {
  const [actor, ...others] = joinActors([
    sighting('Omar Jalil al-Dari'),
    sighting('Omar al-Dari'),
    sighting('Omar al-Dari'),
  ]);
  expect(others).toEqual([]);
  expect(actor?.name).toBe('Omar Jalil al-Dari');
  expect(actor?.mentions).toBe(3);
});

test('a name that two fuller ones could mean joins neither', () => {
  expect(namesOf('George Herbert Miller', 'George Walker Miller', 'George Miller')).toHaveLength(3);
});

test('people who share a surname, or nearly, stay apart', () => {
  expect(namesOf('Fuad Karim', 'Abdul-Rahman Jamil al-Karimi')).toHaveLength(2);
  expect(namesOf('Ali Hassan', 'Ali Hussein')).toHaveLength(2);
  expect(namesOf('Anna Berg', 'Paul Berg')).toHaveLength(2);
});

test('a bare surname joins nobody: whom it means is for its own article to say', () => {
  expect(namesOf('Berg', 'Anna Berg')).toEqual(['Anna Berg', 'Berg']);
});

test('roles are kept with the date of the article that tells them, oldest first', () => {
  const [actor] = joinActors([
    sighting('Anna Berg', { roles: [role('Foreign Minister', '2021-02-05')] }),
    sighting('Anna Berg', { roles: [role('deputy minister', '2015-11-13')] }),
    sighting('Anna Berg', { roles: [role('Deputy Minister', '2015-12-01')] }),
  ]);
  expect(actor?.roles.map(({ role: held, when }) => `${when} ${held}`)).toEqual([
    '2015-11-13 deputy minister',
    '2021-02-05 Foreign Minister',
  ]);
});

test('a body is one body however its name is turned', () => {
  const names = [
    'French Foreign Ministry',
    'France’s foreign ministry',
    'Ministry of Foreign Affairs of France',
    'Polish Foreign Ministry',
  ];
  const bodies = joinActors(names.map((name) => sighting(name, { kind: 'body', entity: null })));
  expect(bodies.map(({ spellings }) => spellings.length)).toEqual([3, 1]);
});

test('ids are made of names, so that they do not depend on the order of reading', () => {
  const there = [sighting('Anna Berg'), sighting('Paul Berg'), sighting('Anna Maria Berg')];
  const ids = (sightings: typeof there) =>
    withIds(joinActors(sightings))
      .map(({ id }) => id)
      .sort();
  expect(ids(there)).toEqual(['anna-maria-berg', 'paul-berg']);
  expect(ids(there.toReversed())).toEqual(ids(there));
  // A link made when only the shorter name was known still leads there.
  expect(joinActors(there).flatMap(({ alsoIds }) => alsoIds)).toContain('anna-berg');
});

test('a father’s name with the word for son is what one bears by far', () => {
  const bare = Array.from({ length: 3 }, () => sighting('bin Omar', { mentions: 4 }));
  expect(
    joinActors([sighting('Hamid bin Omar', { mentions: 9, spellings: ['Hamid bin Omar', 'bin Omar'] }), ...bare]),
  ).toHaveLength(1);
  expect(joinActors([sighting('Hamid bin Omar', { mentions: 9 }), sighting('Omar')])).toHaveLength(2);
});

const bodiesOf = (...names: string[]) =>
  joinActors(names.map((name) => sighting(name, { kind: 'body', spellings: [name] }))).map(({ name }) => name);

test('a body by its initials is the one that has them, where it is no other', () => {
  expect(bodiesOf('United Nations', 'U.N.', 'UN')).toEqual(['United Nations']);
  expect(bodiesOf('North Sea Alliance', 'NSA', 'National Seed Agency')).toHaveLength(3);
  const told = sighting('North Sea Alliance', { kind: 'body', spellings: ['North Sea Alliance', 'NSA'] });
  const other = sighting('National Seed Agency', { kind: 'body' });
  expect(joinActors([told, other, sighting('NSA', { kind: 'body' })])).toHaveLength(2);
});

test('a ministry named without its country is the country’s that alone has such, and no other’s', () => {
  const american = Array.from({ length: 3 }, () => 'U.S. State Department');
  expect(bodiesOf(...american, 'State Department')).toHaveLength(1);
  expect(bodiesOf('Polish Foreign Ministry', 'French Foreign Ministry', 'Foreign Ministry')).toHaveLength(3);
});

test('a government is called by its country; the seat of an office is a body of its own', () => {
  expect(bodiesOf('Moscow', 'Russia')).toEqual(['Russia']);
  expect(bodiesOf('U.S.', 'White House', 'Pentagon')).toEqual(['United States', 'White House', 'Pentagon']);
});
