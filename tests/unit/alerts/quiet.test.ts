import { expect, test } from 'vitest';
import { isQuiet, quietHours, quietInWords } from '../../../src/alerts/quiet.ts';

const at = (time: string) => new Date(`2026-07-01T${time}:00Z`);
const hours = (typed: string, zone = 'UTC') => {
  const read = quietHours(typed, zone);
  if (!read) throw new Error(`not understood: ${typed}`);
  return read;
};

test.each([
  ['22-7', '21:59', false],
  ['22-7', '22:00', true],
  ['22-7', '06:59', true],
  ['22-7', '07:00', false],
  ['13:30–14:15', '14:14', true],
  ['13:30–14:15', '14:15', false],
  ['0-24', '12:00', null],
] as const)('%s at %s: %s', (typed, time, quiet) => {
  if (quiet === null) expect(quietHours(typed, 'UTC')).toBeNull();
  else expect(isQuiet(hours(typed), at(time))).toBe(quiet);
});

test('hours are those of the person’s own clock, in summer as in winter', () => {
  const berlin = hours('22-7', 'Europe/Berlin');
  expect(isQuiet(berlin, at('20:30'))).toBe(true);
  expect(isQuiet(berlin, new Date('2026-01-01T20:30:00Z'))).toBe(false);
  expect(quietInWords(berlin)).toBe('22:00 to 07:00, Europe/Berlin');
});

test.each(['late', '25-7', '22-', '7-7', ''])('"%s" is no time', (typed) => {
  expect(quietHours(typed, 'UTC')).toBeNull();
});

test('a time zone that there is not is refused', () => {
  expect(quietHours('22-7', 'Europe/Atlantis')).toBeNull();
});
