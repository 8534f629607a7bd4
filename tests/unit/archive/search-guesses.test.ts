import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/archive/index/write-buffer.ts';
import { parseQuery } from '../../../src/archive/query.ts';
import { searchTyped } from '../../../src/archive/search/typed.ts';
import { isCommonTypo } from '../../../src/archive/spelling/common-typos.ts';

const many = (count: number, name: string, body: string) =>
  Array.from({ length: count }, (_, at) => ({ id: `${name}-${at}`, headline: null, body: `${body} ${at}.` }));

const index = buildIndex([
  ...many(60, 'wheat', 'The price of wheat fell again on Monday.'),
  ...many(60, 'family', 'The family moved to the coast, said the paper.'),
  { id: 'misprint', headline: null, body: 'Farmers sold their wehat early.' },
  { id: 'zamili', headline: null, body: 'The committee heard Hakim al-Zamili on Sunday.' },
  { id: 'zamili-2', headline: null, body: 'Later Zamili left, and Ronald Reagan’s letter was read.' },
  { id: 'wheet', headline: null, body: 'A street named Wheet was closed, so Wheet lost its shops.' },
  { id: 'wheet-2', headline: null, body: 'Again Wheet was closed.' },
]);

const find = (typed: string, limit = 10) => searchTyped(index, parseQuery(typed), limit, { textOf: () => null });
const ids = (typed: string) => find(typed).hits.map(({ id }) => id.replace(/-\d+$/, ''));

describe('a word that the archive hardly knows', () => {
  it('is searched for first, and what it may have been meant for after it, and that is said', () => {
    expect(ids('wehat')[0]).toBe('misprint');
    expect(new Set(ids('wehat').slice(1))).toEqual(new Set(['wheat']));
    expect(find('wehat').also).toEqual([{ typed: 'wehat', searched: 'wheat' }]);
  });

  it('makes what has only the other word half an answer', () => {
    const [first, second] = find('wehat').hits;
    expect([first?.coverage, second?.coverage]).toEqual([1, 0.5]);
  });

  it('stands beside what it may be meant for among other words', () => {
    expect(find('wehat price').also).toEqual([{ typed: 'wehat', searched: 'wheat' }]);
    expect(ids('wehat price')).toContain('wheat');
  });

  it('is left alone where it is a name, or quoted, or what is near is as rare', () => {
    for (const typed of ['wheet', 'Zamili', '"wehat"', 'farmers']) expect(find(typed).also, typed).toEqual([]);
  });
});

describe('a word that the archive does not know', () => {
  it('is taken for a name in another spelling rather than for a slip in a common word', () => {
    for (const typed of ['Zamily', 'zameli', 'Замили']) {
      expect(find(typed).corrected, typed).toEqual([]);
      expect(ids(typed).sort(), typed).toEqual(['zamili', 'zamili']);
    }
  });

  it('may be a name that stands in the archive with an apostrophe and s only', () => {
    expect(ids('Reagen')).toEqual(['zamili']);
    expect(ids('Рейган')).toEqual(['zamili']);
  });

  it('is corrected to what a slip of the usual kinds makes of it', () => {
    for (const typed of ['whaet', 'wheatt', 'whest', 'weat']) {
      expect(find(typed).corrected, typed).toEqual([{ typed, searched: 'wheat' }]);
    }
  });

  it('of two letters is not guessed at', () => {
    expect(find('wh').hits).toEqual([]);
  });
});

describe('slips of the usual kinds', () => {
  const word = fc.stringMatching(/^[a-z]{3,10}$/);

  it('are two letters swapped, and a letter doubled', () => {
    fc.assert(
      fc.property(word, fc.nat(8), (meant, place) => {
        const at = place % (meant.length - 1);
        const [a = '', b = ''] = meant.slice(at, at + 2);
        fc.pre(a !== b);
        expect(isCommonTypo(meant.slice(0, at) + b + a + meant.slice(at + 2), meant)).toBe(true);
        expect(isCommonTypo(meant.slice(0, at) + a + meant.slice(at), meant)).toBe(true);
        expect(isCommonTypo(meant, meant.slice(0, at) + a + meant.slice(at))).toBe(true);
      }),
    );
  });

  it('are keys side by side, and not keys far apart', () => {
    expect(isCommonTypo('gouse', 'house')).toBe(true);
    expect(isCommonTypo('hoyse', 'house')).toBe(true);
    expect(isCommonTypo('pouse', 'house')).toBe(false);
    expect(isCommonTypo('hpouse', 'house')).toBe(false);
    expect(isCommonTypo('hosue', 'hopes')).toBe(false);
  });
});
