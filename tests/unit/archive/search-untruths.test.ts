import { describe, expect, it } from 'vitest';
import { buildIndex, type IndexableDocument } from '../../../src/archive/index/write-buffer.ts';
import { parseQuery } from '../../../src/archive/query.ts';
import { correctQuery } from '../../../src/archive/search/correct-spelling.ts';
import { bestPassage } from '../../../src/archive/search/passage.ts';
import { searchIndex } from '../../../src/archive/search/search-index.ts';
import { span } from '../../../src/text/span.ts';

// What a search answers is true: nothing is found under words that an article does not have, and none of its words is denied.

const body = (id: string, text: string): IndexableDocument => ({ id, headline: null, body: text });

const ARTICLES: readonly IndexableDocument[] = [
  body('band', 'The Who will play in Eastcliff. All tickets were sold by noon.'),
  body('hamlet', 'She asked whether to be or not to be was a question for the council.'),
  body('jets', 'The navy ordered nine F-16s and the KX-400 radar for $1.5bn.'),
  body('ferry', 'A ferry of 2.5 billion crowns was named after Route 400.'),
  body('path', 'The GR 20 is closed, and so is Route 66.'),
  body('minister', '外长王毅会见了拉夫罗夫，双方就渔业问题交换意见。'),
  body('train', 'プーチン大統領は東京で首相と会談した。'),
  body('seoul', '푸틴은 서울에서 한덕수 총리를 만났다.'),
  body('harbour', 'Vladimir Putin opened the harbour.'),
];
const index = buildIndex(ARTICLES);

function find(typed: string): string[] {
  const { query } = correctQuery(index, parseQuery(typed));
  const texts = new Map(ARTICLES.map((article) => [article.id, article]));
  return searchIndex(index, query, 100, { textOf: (id) => texts.get(id) ?? null }).map(({ id }) => id);
}

describe('a search for', () => {
  it.each([
    ['The Who', ['band']],
    ['the who by:nobody', ['band']],
    ['to be or not to be', ['hamlet']],
    ['not to be or', []],
  ])('nothing but common words looks for them as they stand: %s', (typed, found) => {
    expect(find(typed)).toEqual(found);
  });

  it.each([
    ['KX-400', ['jets']],
    ['kx400', ['jets']],
    ['KX-300', []],
    ['S-400', []],
    ['F-16', ['jets']],
    ['GR-20', ['path']],
    ['GR-2', []],
    ['gr20', ['path']],
    ['KX-300 crowns', ['ferry']],
    ['F-15', []],
  ])('a name with a number finds no other number: %s', (typed, found) => {
    expect(find(typed)).toEqual(found);
  });

  it.each([
    ['$1.5bn', ['jets']],
    ['1.5 billion', ['jets']],
    ['2.5bn', ['ferry']],
    ['15 billion', []],
    ['$1.7bn', []],
  ])('an amount finds no other amount: %s', (typed, found) => {
    expect(find(typed)).toEqual(found);
  });

  it.each([
    ['王毅', ['minister']],
    ['渔业问题', ['minister']],
    ['毅王', []],
    ['王', ['minister']],
    ['-王毅 拉夫罗夫', []],
    ['プーチン', ['train']],
    ['東京', ['train']],
    ['京東', []],
    ['한덕수', ['seoul']],
    ['"서울에서"', ['seoul']],
  ])('letters without spaces finds them wherever they stand: %s', (typed, found) => {
    expect(find(typed)).toEqual(found);
  });
});

it('marks a phrase where it stands and its words nowhere else', () => {
  const text = 'Who asked the band? The Who did.';
  const sentences = [span(0, 19), span(20, text.length)];
  const { passage, marked } = bestPassage(text, sentences, parseQuery('The Who'));
  expect(marked.map(({ start, end }) => text.slice(start, end))).toEqual(['The Who']);
  expect(passage).toEqual(sentences[1]);
});
