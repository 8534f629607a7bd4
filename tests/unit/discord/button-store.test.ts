import pino from 'pino';
import { afterAll, expect, test } from 'vitest';
import type { Question } from '../../../src/answers/question.ts';
import { openButtonStore } from '../../../src/discord/stores/button-store.ts';
import { edtf } from '../../../src/text/edtf.ts';
import { emptyFolder } from '../../support/folders.ts';

const store = openButtonStore(emptyFolder(), 89, pino({ level: 'silent' }));
afterAll(() => store.close());

const since = edtf('2021-02');
const questions: readonly Question[] = [
  { command: 'summary', about: '', ...(since && { since }), length: 'short' },
  { command: 'met', person: 'Ada Berg', weekday: 5, status: 'planned', inFull: true, names: true },
  { command: 'quote', who: 'Ada Berg', about: 'gas', outlet: 'Harbour News', reported: true },
  { command: 'verify', words: 'We will pay', who: 'Ada Berg' },
  { command: 'network' },
  { command: 'timeline', about: 'the gas talks' },
  { command: 'compare', about: 'the gas talks' },
  { command: 'cite', id: 'K7QF-2M9PXA-3T' },
  { command: 'search', text: 'gas', nearOnly: true },
  { command: 'article', article: 'talks' },
  { command: 'sources' },
  { command: 'help', after: 'greeting' },
];

test.each(questions.map((question) => [question.command, question] as const))(
  'a button of /%s leads back to its question',
  (_command, question) => {
    const notes = ['took the talks to be those in Oslo'];
    expect(store.questionOf(store.keyOf({ question, notes }) ?? '')).toEqual({ question, notes });
    expect(store.questionOf(store.keyOf({ question, notes: [] }) ?? '')).toEqual({ question, notes: [] });
  },
);

test.each([
  '{"command":"compare"}',
  '{"command":"timeline"}',
  '{"command":"cite"}',
  '{"command":"summary"}',
  '{"command":"verify"}',
  '{"command":"search"}',
  '{"command":"article"}',
  '{"command":"reboot"}',
  '{"command":"met","since":"soon"}',
  '{"command":"met","weekday":"Friday"}',
  '{"command":"met","status":"held"}',
  '{"command":"summary","about":"gas","length":"endless"}',
  '{"command":"quote","who":["Ada Berg"]}',
  '[]',
  'null',
  'wrong',
])('a forged button with %s is refused as one that is too old', (key) => {
  expect(store.questionOf(key)).toBeNull();
});
