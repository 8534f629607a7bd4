import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../src/reading/tokens/sentences.ts';
import { growth, LINEAR } from '../../support/cpu.ts';

const split = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['Mr. Adeyemi met Lt. Gen. Okafor on Jan. 5. They talked.', 2],
    ['The U.S. Senate voted. J. P. Smith of Acme Inc. said no.', 2],
    ['He lives in the U.S. He works there.', 2],
    ['It rose 2.5 percent to $3.50. No. 5 was next.', 2],
    ['“We will go.” She left. (He stayed.) All was quiet.', 4],
    ['HARARE, 3 March. The minister spoke (the group – approx.XYZ) at length.', 2],
    ['“Will you go?” Ms. Banda asked. “Yes!” he said.', 2],
    ['“We are ready. We will not wait,” he said.', 2],
    ['It was late... very late. Then… nothing. He slept.', 3],
    ['She said: “No.” And left.', 2],
    ["Tokenised texts stand apart . '' Next one .", 2],
  ])('%s has %i', (text, count) => {
    expect(split(text)).toHaveLength(count);
  });

  it('keeps closing marks and brackets with their sentence', () => {
    expect(split('“We will go.” She left. (He stayed.) All was quiet.')).toEqual([
      '“We will go.”',
      'She left.',
      '(He stayed.)',
      'All was quiet.',
    ]);
  });

  it('makes a paragraph of each line, and a sentence of each heading', () => {
    const text = 'Minister visits port\nThe minister came on Friday. He left.\nCrowds waited.';
    expect(sentencesOf(text).map((s) => s.paragraph)).toEqual([0, 1, 1, 2]);
  });

  it('joins a sentence that was broken over two lines', () => {
    expect(split('The envoy arrived as Chile\nclosed its border.\nNothing moved.')).toEqual([
      'The envoy arrived as Chile\nclosed its border.',
      'Nothing moved.',
    ]);
  });

  it('sees a text that was wrapped at a column', () => {
    const text = [
      'The ministers of the two countries spoke in Nairobi for three hours,',
      'and agreed that the border would be opened again next month. President',
      'Moi did not attend. A second round is to follow in the autumn, as the',
      'ministers said in a short statement.',
    ].join('\n');
    expect(split(text)).toHaveLength(3);
    expect(new Set(sentencesOf(text).map((s) => s.paragraph)).size).toBe(1);
  });

  it('covers every character that is not white space, whatever comes', () => {
    const pieces = [
      '.',
      ' ',
      '\n',
      '\n\n',
      '“',
      '”',
      '"',
      "''",
      'Mr.',
      'word',
      'Word',
      '…',
      'ع',
      'e\u0301',
      '\u00a0',
      '(',
      ')',
      '\r\n',
      '😀',
      '5',
    ];
    let seed = 7;
    const next = (n: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % n;
    };
    for (let round = 0; round < 1000; round++) {
      const text = Array.from({ length: next(40) }, () => pieces[next(pieces.length)]).join('');
      const joined = split(text).join('').replace(/\s/g, '');
      expect(joined).toBe(text.replace(/\s/g, ''));
      let last = 0;
      for (const { start, end } of sentencesOf(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        last = end;
      }
    }
  });

  it.each(['.', '. ', '"', 'a', 'A. ', '.” ', ' .', '\n', 'a\n', '….'])('stays linear on many of %j', (piece) => {
    const text = (length: number) => piece.repeat(Math.ceil(length / piece.length));
    expect(growth(200_000, text, sentencesOf)).toBeLessThan(LINEAR);
  });
});
