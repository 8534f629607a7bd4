import { expect, test } from 'vitest';
import { nameByInitials, plainName } from '../../../src/archive/entities/plain-name.ts';

const plain = (name: string, forms: Record<string, number> = {}, body = '') =>
  plainName(name, new Map(Object.entries(forms)), new Set(['berg']), body);

test('what stood behind a name by chance is no part of it', () => {
  expect(plain('Anna Berg Berg')).toBe('Anna Berg');
  expect(plain('Anna Berg Anna Maria BergLABOUR')).toBe('Anna Berg');
  expect(plain('Anna Maria BergTHE MEMO')).toBe('Anna Maria Berg');
  expect(plain('Angus MacDonald')).toBe('Angus MacDonald');
  expect(plain('What bin Omar')).toBe('bin Omar');
  expect(plain('Will Berg')).toBe('Will Berg');
  expect(plain('Berg Berg', { 'Berg Berg': 1, Berg: 8 })).toBe('Berg');
  expect(plain('Anna Berg John', { Berg: 8, 'Anna Berg John': 1 })).toBe('Anna Berg');
  expect(plain('anna berg Yes', { 'anna berg': 8, 'anna berg Yes': 1 })).toBe('Anna Berg');
  expect(plain('anna berg')).toBe('Anna Berg');
});

test('names of three words, double names, and the younger of two stay as they are', () => {
  expect(plain('Hugo Rosa Nuñez', { Nuñez: 3 })).toBe('Hugo Rosa Nuñez');
  expect(plain('Sirhan Sirhan')).toBe('Sirhan Sirhan');
  expect(plain('John Berg Jr.', { Berg: 4 })).toBe('John Berg Jr.');
  expect(plain('Kim Jong Un', { Kim: 9 })).toBe('Kim Jong Un');
});

test('a word that is nobody’s given name and that the article writes small is none', () => {
  expect(plain('Team Berg', { Berg: 5 }, 'Team Berg won. The team of Berg …')).toBe('Berg');
  expect(plain('Anna Berg', { Berg: 5 }, 'Anna Berg won.')).toBe('Anna Berg');
});

test('initials mean the one person of the article who has them', () => {
  expect(nameByInitials('MBS', ['Mohammed bin Salman', 'Anna Berg'])).toBe('Mohammed bin Salman');
  expect(nameByInitials('AB', ['Anna Berg', 'Adam Brandt'])).toBeNull();
});
