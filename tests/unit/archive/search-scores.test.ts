import { expect, test } from 'vitest';
import { openSegment } from '../../../src/archive/index/segment.ts';
import { buildIndex } from '../../../src/archive/index/write-buffer.ts';
import { freeze } from '../../../src/archive/index/write-segment.ts';
import { parseQuery } from '../../../src/archive/query.ts';
import { searchIndex } from '../../../src/archive/search/search-index.ts';
import { seeded } from '../../support/seeded.ts';

const random = seeded(5);
/** Words as a language has them: the first in most texts, the last in few. */
const WORDS = Array.from({ length: 300 }, (_, at) => `w${'abcdefghij'[at % 10]}${'klmnopqrst'[at % 9]}${at}`);
const word = (): string => WORDS[Math.floor(WORDS.length * random() ** 4)] ?? '';
const documents = Array.from({ length: 3000 }, (_, at) => ({
  id: `d${at}`,
  headline: Array.from({ length: 4 }, word).join(' '),
  body: Array.from({ length: 20 + Math.floor(60 * random()) }, word).join(' '),
}));
const index = openSegment(freeze([buildIndex(documents)]));

test('leaving out documents that cannot be among the best changes neither the best nor their order', () => {
  for (let time = 0; time < 60; time++) {
    const rare = WORDS[40 + Math.floor(260 * random())];
    const query = parseQuery([rare, ...Array.from({ length: 1 + (time % 3) }, word)].join(' '));
    const found = searchIndex(index, query, 10, { textOf: () => null });
    // Where documents have to be allowed, all are looked at.
    const all = searchIndex(index, query, 10, { textOf: () => null, allowed: () => true });
    expect(found).toEqual(all);
    expect(found.length).toBe(10);
  }
});
