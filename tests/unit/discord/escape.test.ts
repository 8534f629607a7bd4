import { expect, test } from 'vitest';
import { escapeMarkdown, withoutInvisible } from '../../../src/discord/render/escape.ts';
import { cpuMs } from '../../support/cpu.ts';

test.each([
  ['fillers of Korean', 'Ada\u3164\u115f\u1160\uffa0 Berg', 'Ada Berg'],
  ['empty Braille cells', 'Ada\u2800\u2800 Berg', 'Ada Berg'],
  ['variation selectors', 'A\ufe0fd\ufe00a\u{e0100} Berg', 'Ada Berg'],
  ['tags', `Ada${'\u{e0041}'.repeat(9)}`, 'Ada'],
  ['joiners that join nothing', 'A\u200dda\u200c\u034f', 'Ada'],
])('letters that show as nothing are cut from what is shown: %s', (_what, text, shown) => {
  expect(withoutInvisible(text)).toBe(shown);
});

test('what letters and emoji need stays', () => {
  for (const text of [
    'می\u200cخواهم',
    '👩\u200d👩\u200d👧',
    '❤\ufe0f 1\ufe0f\u20e3',
    'Tha\u0327\u0302i',
    'שָׁ֑לוֹם',
    'क्\u200dष',
  ])
    expect(withoutInvisible(text)).toBe(text);
});

test('marks stacked over the lines around are cut to what a language stacks', () => {
  const [letter = '', ...marks] = withoutInvisible(`z${'\u0310\u0311\u0312\u0313'.repeat(60)} and on`);
  expect(letter).toBe('z');
  expect(marks.filter((mark) => /\p{M}/u.test(mark))).toHaveLength(4);
});

test('shortcodes of emoji are escaped, times are not', () => {
  expect(escapeMarkdown(':smile: at 10:30:00')).toBe('\\:smile: at 10:30:00');
  expect(escapeMarkdown(':+1:')).toBe('\\:+1:');
});

test.each([
  ['a colon and letters', (length: number) => `:${'a'.repeat(length)}`],
  ['colons', (length: number) => ':a'.repeat(length / 2)],
  ['marks', (length: number) => '\u0301'.repeat(length)],
  ['blanks', (length: number) => ' '.repeat(length)],
  ['joiners', (length: number) => '\u200d'.repeat(length)],
])('escaping grows with the text and not with its square: %s', async (_what, make) => {
  const [short, long] = [make(20_000), make(160_000)];
  escapeMarkdown(short);
  const [little, much] = [await cpuMs(() => escapeMarkdown(short)), await cpuMs(() => escapeMarkdown(long))];
  // Eight times the text; its square would be sixty-four times. Below a few milliseconds a time says nothing.
  expect(much).toBeLessThan(24 * Math.max(little, 5));
});
