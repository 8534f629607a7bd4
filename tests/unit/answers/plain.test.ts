import { describe, expect, it } from 'vitest';
import type { Answer, Entry } from '../../../src/answers/answer.ts';
import { plainText } from '../../../src/answers/plain.ts';

const entry = (words: string): Entry => ({ title: [], body: [[{ is: 'text', text: words }]], citations: [] });
const answer: Answer = {
  question: { command: 'search', text: 'gas' },
  found: true,
  near: false,
  kind: 'search',
  understood: '',
  assumed: [],
  heading: 'Three articles',
  lead: [],
  entries: ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)].map(entry),
  sources: [],
  choices: [],
};

describe('an answer as plain text', () => {
  it('has all of its entries', () => {
    expect(plainText(answer).split('\n\n')).toHaveLength(4);
  });

  it('has as many as a message holds, and says how many are left out', () => {
    const text = plainText(answer, 120);
    expect(text.length).toBeLessThanOrEqual(120);
    expect(text.endsWith('… +1')).toBe(true);
  });

  it('has the first in any case', () => {
    expect(plainText(answer, 10)).toContain('a'.repeat(40));
  });
});
