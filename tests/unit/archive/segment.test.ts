import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedReader } from '../../../src/archive/index/merged-reader.ts';
import { openSegment } from '../../../src/archive/index/segment.ts';
import {
  addDocument,
  buildIndex,
  type IndexableDocument,
  removeDocument,
  type SearchIndex,
} from '../../../src/archive/index/write-buffer.ts';
import { freeze } from '../../../src/archive/index/write-segment.ts';
import { parseQuery } from '../../../src/archive/query.ts';
import { correctQuery } from '../../../src/archive/search/correct-spelling.ts';
import { searchIndex } from '../../../src/archive/search/search-index.ts';

const WORDS =
  'harbour strike minister Berg Zamili الزاملي замили co-operation cooperation U.S. US budget vote soyoil soy oil talks barley'.split(
    ' ',
  );
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
const texts = fc.array(fc.record({ headline: fc.option(words), body: words }), { minLength: 1, maxLength: 25 });
const queries = fc.array(
  fc.oneof(
    words.map((text) => text.split(' ').slice(0, 3).join(' ')),
    fc.constantFrom('harbor', '"soy oil"', 'budgt', 'minister -vote', 'Zamily', 'talks OR barley', 'soyoil strik'),
  ),
  { minLength: 1, maxLength: 6 },
);

const numbered = (list: readonly Omit<IndexableDocument, 'id'>[], name = 'a'): IndexableDocument[] =>
  list.map((document, at) => ({ id: `${name}${at}`, ...document }));

function results(index: SearchIndex, typed: string, documents: readonly IndexableDocument[]) {
  const { query, corrected } = correctQuery(index, parseQuery(typed));
  const textOf = (id: string) => documents.findLast((document) => document.id === id) ?? null;
  return { corrected, hits: searchIndex(index, query, 100, { textOf }) };
}

describe('a frozen index answers as the one it was made of: the same articles, in the same order, by the same scores', () => {
  it('made of one', () => {
    fc.assert(
      fc.property(texts, queries, (list, asked) => {
        const documents = numbered(list);
        const growing = buildIndex(documents);
        const frozen = openSegment(freeze([growing]));
        for (const typed of asked)
          expect(results(frozen, typed, documents)).toEqual(results(growing, typed, documents));
      }),
      { numRuns: 60 },
    );
  });

  it('made of several, one after another, as a build does with what each of its threads read', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), queries, (lists, asked) => {
        const parts = lists.map((list, at) => numbered(list, `${at}-`));
        const documents = parts.flat();
        const whole = buildIndex(documents);
        const frozen = openSegment(freeze(parts.map((part) => openSegment(freeze([buildIndex(part)], false)))));
        for (const typed of asked) expect(results(frozen, typed, documents)).toEqual(results(whole, typed, documents));
      }),
      { numRuns: 40 },
    );
  });

  it('made of one from which documents were taken', () => {
    const documents = numbered(WORDS.map((word) => ({ headline: null, body: `${word} harbour talks` })));
    const growing = buildIndex(documents);
    for (const id of ['a0', 'a5', 'a9']) removeDocument(growing, id);
    const frozen = openSegment(freeze([growing]));
    expect(results(frozen, 'harbour talks', documents).hits.map(({ id }) => id)).toEqual(
      results(growing, 'harbour talks', documents).hits.map(({ id }) => id),
    );
  });
});

describe('a frozen index with what came since', () => {
  const old = numbered([
    { headline: 'Port strike ends', body: 'The harbour reopened. Anna Berg spoke.' },
    { headline: 'Budget passed', body: 'Members of parliament voted for the budget.' },
    { headline: null, body: 'A ferry left the harbour.' },
  ]);
  const fresh = numbered([{ headline: 'Harbour opens again', body: 'The harbour opened. A tram ran.' }], 'new');

  it('finds the new, not the removed, and scores as if all had been indexed at once', () => {
    const index = mergedReader(openSegment(freeze([buildIndex(old)])), new Set([2]), buildIndex(fresh));
    const documents = [...old.slice(0, 2), ...fresh];
    const whole = buildIndex(documents);
    for (const typed of ['harbour', 'tram', 'ferry', 'budget', 'harbour budget', 'harbuor', 'Berg']) {
      expect(results(index, typed, documents)).toEqual(results(whole, typed, documents));
    }
    expect(results(index, 'ferry', documents).hits).toEqual([]);
  });

  it('is frozen again into one that answers the same', () => {
    const since = buildIndex([]);
    for (const document of fresh) addDocument(since, document);
    const index = mergedReader(openSegment(freeze([buildIndex(old)])), new Set([0]), since);
    const documents = [...old.slice(1), ...fresh];
    const again = openSegment(freeze([index]));
    for (const typed of ['harbour', 'tram', 'budget opened', 'strike']) {
      const { hits } = results(again, typed, documents);
      expect(hits.map(({ id }) => id)).toEqual(results(index, typed, documents).hits.map(({ id }) => id));
    }
  });
});

it('a frozen index that is damaged, cut short or of another version is refused with the reason', () => {
  const bytes = freeze([buildIndex(numbered([{ headline: null, body: 'The harbour reopened on Monday.' }]))]);
  const damaged = bytes.slice();
  damaged.fill(7, bytes.length - 20, bytes.length - 16);
  expect(() => openSegment(damaged)).toThrow(/checksum/);
  expect(() => openSegment(bytes.slice(0, 30))).toThrow(/no frozen index/);
  expect(() => openSegment(bytes.slice(0, -8))).toThrow(/checksum/);
  const newer = bytes.slice();
  newer[8] = 99;
  expect(() => openSegment(newer)).toThrow(/version 99/);
});
