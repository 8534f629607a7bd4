import { describe, expect, it } from 'vitest';
import { withoutDiscordMarks } from '../../../src/text/discord-marks.ts';

describe('a message is read as its words', () => {
  it.each([
    ['**who met** _Roe_?', 'who met Roe?'],
    ['***who*** __met__ *Roe*', 'who met Roe'],
    ['~~what~~ did ||Roe|| say?', 'what did Roe say?'],
    ['`who met Roe`', 'who met Roe'],
    ['```\nwho met Roe\n```', 'who met Roe'],
    ['# who met Roe?', 'who met Roe?'],
    ['> Roe met Low in Oslo\nwho else was there?', 'who else was there?'],
    ['> who met Roe?', 'who met Roe?'],
    ['<https://post.example/a_b_c>', 'https://post.example/a_b_c'],
    ['[this](https://post.example/a) about Roe', 'this about Roe'],
    ['<@123456> who met Roe <:thinking:987654>?', 'who met Roe ?'],
    ['<#42> <@&43> <@!44> who met Roe', 'who met Roe'],
    ['</met:123456> Roe', '/met Roe'],
    ['who met Roe on <t:1617436800:D>?', 'who met Roe on 2021-04-03?'],
    ['\\*who\\* met Roe', '*who* met Roe'],
  ])('%s', (typed, words) => {
    expect(withoutDiscordMarks(typed)).toBe(words);
  });

  it.each([
    'who met snake_case_name?',
    '2 * 3 * 4',
    'a < b > c',
    'is "we *won*t* go" his?'.replace('*won*t*', 'won’t'),
    'C# and F#',
    '/search text: "x_y"',
  ])('and words that are none of its marks stay: %s', (typed) => {
    expect(withoutDiscordMarks(typed)).toBe(typed);
  });
});
