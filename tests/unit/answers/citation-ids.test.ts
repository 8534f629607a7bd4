import { expect, test } from 'vitest';
import { citationId, citationIdIn, citedPlace, isOfArticle } from '../../../src/answers/citation-ids.ts';
import type { ArticleId } from '../../../src/corpus/article.ts';
import type { Reading } from '../../../src/reading/reading.ts';
import { sentencesOf } from '../../../src/reading/tokens/sentences.ts';
import { slice, span } from '../../../src/text/span.ts';

const article = '2015/example' as ArticleId;
const body =
  'Anna Moe met Ola Hill in Oslo on Friday. “We’ll build the bridge,” she said. “Not before May.” They meet again in June.';

/** A reading in which only sentences were found. */
const reading = (text: string): Reading => ({
  sentences: sentencesOf(text),
  mentions: [],
  entities: [],
  quotations: [],
  meetings: [],
  dates: [],
});
const where = (words: string) => span(body.indexOf(words), body.indexOf(words) + words.length);
const idOf = (words: string) => citationId(article, body, where(words));
const now = (words: string, text: string) => {
  const place = citedPlace(idOf(words), text, reading(text));
  return 'span' in place ? [place.is, slice(text, place.span)] : [place.is];
};

const SENTENCE = 'They meet again in June.';

test('an id is short, the same at each reindex, and another for other words, another place or another article', () => {
  expect(idOf(SENTENCE)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{6}-[0-9A-Z]{2}$/);
  expect(idOf(SENTENCE)).toBe(citationId(article, body, where(SENTENCE)));
  const twice = `${SENTENCE} ${SENTENCE}`;
  const ids = [
    idOf(SENTENCE),
    idOf('Anna Moe met Ola Hill in Oslo on Friday.'),
    citationId('2015/other' as ArticleId, body, where(SENTENCE)),
    citationId(article, twice, span(0, SENTENCE.length)),
    citationId(article, twice, span(SENTENCE.length + 1, twice.length)),
    citationId(article, body, null),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

test('it is read in small letters, without dashes, and with letters taken for digits; other words are no id', () => {
  const id = idOf(SENTENCE);
  expect(citationIdIn(` ${id.toLowerCase().replaceAll('-', '')} `)).toBe(id);
  expect(citationIdIn(id.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(id);
  for (const no of ['', 'K7QF', 'what she said', `${id}X`]) expect(citationIdIn(no)).toBeNull();
});

test('where the article is as it was, its words are found where they stood', () => {
  expect(now(SENTENCE, body)).toEqual(['there', SENTENCE]);
  expect(now('met Ola Hill in Oslo', body)).toEqual(['there', 'met Ola Hill in Oslo']);
  const two = 'Anna Moe met Ola Hill in Oslo on Friday. “We’ll build the bridge,” she said.';
  expect(now(two, body)).toEqual(['there', two]);
});

test('where the article has changed, they are found elsewhere, or are gone', () => {
  const longer = `OSLO — A new first paragraph.\n\n${body}`;
  expect(now(SENTENCE, longer)).toEqual(['moved', SENTENCE]);
  expect(now('met Ola Hill in Oslo', longer)).toEqual(['moved', 'met Ola Hill in Oslo']);
  expect(now(SENTENCE, body.replace('June', 'July'))).toEqual(['gone']);
  expect(now(SENTENCE, '')).toEqual(['gone']);
});

test('other marks and blanks are no change of words', () => {
  expect(now('“We’ll build the bridge,” she said.', body.replace(/[“”]/g, '"').replace('’', "'"))[0]).toBe('there');
});

test('an id tells its article from a thousand others', () => {
  const others = Array.from({ length: 1000 }, (_, i) => `2016/article-${i}` as ArticleId);
  expect([article, ...others].filter((one) => isOfArticle(idOf(SENTENCE), one))).toEqual([article]);
});

test('the words of one place are hardly ever taken for another’s: a text without them has none of a hundred ids', () => {
  const text = Array.from({ length: 300 }, (_, i) => `Word${i % 97} number${i % 89}.`).join(' ');
  const read = reading(text);
  const wrong = Array.from({ length: 100 }, (_, i) => citationId(article, `elsewhere ${i}`, span(0, 12))).filter(
    (id) => citedPlace(id, text, read).is !== 'gone',
  );
  expect(wrong).toEqual([]);
});
