import { describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../../src/archive/index/structure.ts';
import { buildIndex } from '../../../src/archive/index/write-buffer.ts';
import { parseQuery } from '../../../src/archive/query.ts';
import { searchTyped } from '../../../src/archive/search/typed.ts';

const documents = Array.from({ length: 60 }, (_, at) => ({
  id: `document-${at}`,
  headline: null,
  body: `قال الوزير في ${at} إن الحرب انتهت. The minister Zamili said on day ${at} that the war was over, word${at % 50}ly.`,
}));

/** How often a query asks anything of the index. */
function workOf(typed: string): number {
  let work = 0;
  const counted = new Proxy<SearchIndex>(buildIndex(documents), {
    get(index, name) {
      const value: unknown = Reflect.get(index, name, index);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        work++;
        return Reflect.apply(value, index, given);
      };
    },
  });
  searchTyped(counted, parseQuery(typed), 10, { textOf: () => null });
  return work;
}

const mistyped = (count: number) => Array.from({ length: count }, (_, at) => `minst${'abcdefghij'[at % 10]}r${at}x`);

describe('a message as long as Discord allows', () => {
  it('costs a few look-ups for each time that one word is said, known or not', () => {
    for (const word of ['قال', 'كال', 'Zamily', 'minster', 'qqqq']) {
      const first = workOf(`من ${word} ${word}`);
      expect(workOf(`من ${`${word} `.repeat(499)}`), word).toBeLessThan(2 * first + 4 * 499);
    }
  });

  it('costs twice as much with twice as many words that nobody knows, not four times', () => {
    const letters = (text: string) => text.replace(/\d/g, (digit) => 'klmnopqrst'[Number(digit)] ?? '');
    const [some, twice] = [40, 80].map((count) => workOf(letters(mistyped(count).join(' '))));
    expect(twice).toBeLessThan(2.5 * (some ?? 0));
  });
});
