import { expect, test } from 'vitest';
import { indexingInWords, progressLine } from '../../../src/app/progress.ts';

const at = { articles: 230, share: 0.326, done: 0, total: 1, perSecond: 9.47, secondsLeft: 50.2 };

test('how far indexing is, is told in articles, also within one file', () => {
  expect(indexingInWords(at)).toBe('indexing: 230 articles (32 %, 0 of 1 files), 9.5 a second, 51 s left');
  expect(indexingInWords({ ...at, secondsLeft: 600 })).toContain('10 min left');
  expect(indexingInWords({ ...at, secondsLeft: 9000 })).toContain('2.5 h left');
});

/** What was written, and a clock to set. */
function shown(isTTY: boolean) {
  let written = '';
  let now = 1_000_000;
  const write = (words: string) => {
    written += words;
    return true;
  };
  const show = progressLine({ isTTY, write } as Pick<NodeJS.WriteStream, 'write' | 'isTTY'>, () => now);
  return { show, written: () => written, pass: (ms: number) => (now += ms) };
}

test('on a terminal one line is written over, a few times a second', () => {
  const { show, written, pass } = shown(true);
  show('one');
  show('two');
  pass(300);
  show('three');
  show(null);
  expect(written()).toBe('\r\x1b[Kone\r\x1b[Kthree\n');
});

test('elsewhere a line is written now and then', () => {
  const { show, written, pass } = shown(false);
  show('one');
  pass(9000);
  show('two');
  pass(1000);
  show('three');
  show(null);
  expect(written()).toBe('one\nthree\n');
});
