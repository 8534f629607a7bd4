import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/archive/query.ts';
import { bestPassage } from '../../../src/archive/search/passage.ts';
import { sentencesOf } from '../../../src/reading/tokens/sentences.ts';
import { slice, span } from '../../../src/text/span.ts';

const SENTENCES = [
  'The council met in the old town hall.',
  'Its members spoke of the weather.',
  'A new bridge over the river will be built next year, the mayor said.',
  'The bridges of the region are old.',
  'Nobody voted against it.',
];
const BODY = SENTENCES.join(' ');
const SPANS = SENTENCES.map((sentence) => span(BODY.indexOf(sentence), BODY.indexOf(sentence) + sentence.length));

describe('the passage shown with a result', () => {
  it('is the sentence that answers', () => {
    const { passage } = bestPassage(BODY, SPANS, parseQuery('river bridge mayor'));
    expect(passage && slice(BODY, passage)).toBe(SENTENCES[2]);
  });

  it('takes in the next sentence where that has the rest of the query', () => {
    const { passage } = bestPassage(BODY, SPANS, parseQuery('council weather'));
    expect(passage && slice(BODY, passage)).toBe(`${SENTENCES[0]} ${SENTENCES[1]}`);
  });

  it('marks the words of the query in all their forms, whole', () => {
    const { marked } = bestPassage(BODY, SPANS, parseQuery('bridge'));
    expect(marked.map((where) => slice(BODY, where))).toEqual(['bridge', 'bridges']);
  });

  it('marks the whole of a compound, however it is written', () => {
    const body = 'They praised co-operation. They praised cooperation.';
    const sentences = [span(0, 26), span(27, body.length)];
    for (const typed of ['cooperation', 'co-operation']) {
      const { marked } = bestPassage(body, sentences, parseQuery(typed));
      expect(marked.map((where) => slice(body, where)).join(' '), typed).toContain('cooperation');
      expect(marked.map((where) => slice(body, where)).join(' '), typed).toContain('co-operation');
    }
  });

  it('is none where no word of the query stands in the text', () => {
    expect(bestPassage(BODY, SPANS, parseQuery('submarine'))).toEqual({ passage: null, marked: [] });
    expect(bestPassage('', [], parseQuery('bridge'))).toEqual({ passage: null, marked: [] });
  });

  it('does not end at an abbreviation, nor at a number', () => {
    const body =
      'Nothing else is known. On Jan. 5 Gen. A. Ross Jr. of the U.S. Army told No. 10 that 3.5 tons of grain were gone. It rained.';
    for (const typed of ['Ross', 'army', 'grain', '"A. Ross Jr."']) {
      const { passage } = bestPassage(body, sentencesOf(body), parseQuery(typed));
      expect(passage && slice(body, passage), typed).toMatch(/^On Jan\. 5 .* were gone\.$/);
    }
  });

  it('is a whole sentence, however long, from its first word to its last', () => {
    const long = `The report, ${'which lists every ship and port of the region, '.repeat(40)}names the harbour too.`;
    const body = `It came late. ${long} Nobody read it.`;
    const { passage, marked } = bestPassage(body, sentencesOf(body), parseQuery('report harbour'));
    expect(passage && slice(body, passage)).toBe(long);
    expect(marked.map((where) => slice(body, where))).toEqual(['report', 'harbour']);
  });

  it('shows what stands closest together rather than a longer stretch with as much', () => {
    const body = 'The tax was old. Much was said. A tax on grain was new. Grain was dear.';
    const { passage } = bestPassage(body, sentencesOf(body), parseQuery('grain tax'));
    expect(passage && slice(body, passage)).toBe('A tax on grain was new.');
  });

  it('is always of whole sentences, and never marks part of a word', () => {
    const words = fc.array(fc.constantFrom('bridge', 'old', 'council', 'year', 'the', 'voted', 'zebra', '"old town"'));
    fc.assert(
      fc.property(words, (typed) => {
        const { passage, marked } = bestPassage(BODY, SPANS, parseQuery(typed.join(' ')));
        if (passage) {
          expect(SPANS.some(({ start }) => start === passage.start)).toBe(true);
          expect(SPANS.some(({ end }) => end === passage.end)).toBe(true);
        }
        for (const { start, end } of marked) {
          expect(BODY.slice(start - 1, start)).toMatch(/^\P{L}?$/u);
          expect(BODY.slice(end, end + 1)).toMatch(/^\P{L}?$/u);
        }
      }),
    );
  });
});
