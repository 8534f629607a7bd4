import { describe, expect, it } from 'vitest';
import { inContext } from '../../../src/answers/follow-up.ts';
import type { Question } from '../../../src/answers/question.ts';
import type { Day } from '../../../src/text/edtf.ts';

const TODAY = '2026-03-02' as Day;
const met: Question = { command: 'met', person: 'Lee', with: 'Hill' };
const quote: Question = { command: 'quote', who: 'Hill', about: 'gas' };
const ask: Question = { command: 'ask', words: 'What did Ann Lee say about the port in 2015?' };

describe('what goes on with the question before', () => {
  it.each<[string, Question, object]>([
    ['and with Moe?', met, { person: 'Lee', with: 'Moe' }],
    ['what about Moe?', met, { person: 'Moe', with: 'Hill' }],
    ['in 2018?', met, { person: 'Lee', with: 'Hill', since: '2018', until: '2018' }],
    ['and since May 2017', quote, { who: 'Hill', about: 'gas', since: '2017-05' }],
    ['and Moe', quote, { who: 'Moe', about: 'gas' }],
    ['about oil?', quote, { who: 'Hill', about: 'oil' }],
    ['shorter', { command: 'summary', about: 'gas' }, { about: 'gas', length: 'short' }],
    ['more', { command: 'summary', about: 'gas' }, { about: 'gas', length: 'long' }],
    ['and in 2018?', ask, { words: 'What did Ann Lee say about the port in 2018' }],
    ['what about Moe?', ask, { words: 'What did Moe say about the port in 2015' }],
    ['about gas?', ask, { words: 'What did Ann Lee say about gas' }],
    ['what did he say about it?', met, { command: 'ask', words: 'what did Lee say about Hill' }],
    ['where was his speech', quote, { command: 'ask', words: "where was Hill's speech" }],
  ])('%s', (typed, before, meant) => {
    expect(inContext(typed, before, TODAY)).toMatchObject(meant);
  });

  it.each(['who met Moe in 2018?', '/met Moe', 'gas prices', 'what did Ann Lee say?', 'thanks', '', '?'])(
    '%s: a question of its own',
    (typed) => {
      expect(inContext(typed, quote, TODAY)).toBeNull();
    },
  );

  it('nothing goes on with a greeting', () => {
    expect(inContext('and Moe?', { command: 'help', after: 'greeting' }, TODAY)).toBeNull();
  });
});
