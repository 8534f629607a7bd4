import { expect, test } from 'vitest';
import { mentionsByMonth } from '../../../src/answers/pictures/mentions.ts';
import { inEnglish } from '../../../src/answers/words/words.ts';
import { pngOf } from '../../../src/pictures/png.ts';
import { WIDTH } from '../../../src/pictures/svg.ts';
import { edtf } from '../../../src/text/edtf.ts';
import { sizeOfPng } from '../../support/png-size.ts';

const mentions = (...dates: string[]) =>
  mentionsByMonth(
    'Ada Berg',
    dates.map((date) => edtf(date) ?? expect.fail(`no date: ${date}`)),
    inEnglish,
  );

test('every month between the first and the last has a bar, those without articles too', () => {
  const picture = mentions('2015-11-03', '2015-11-20', '2016-02');
  expect(picture?.bars).toEqual([
    { time: '2015-11', articles: 2 },
    { time: '2015-12', articles: 0 },
    { time: '2016-01', articles: 0 },
    { time: '2016-02', articles: 1 },
  ]);
  expect(picture?.alt).toContain('November 2015: 2 articles.');
});

test('over decades a bar is a year', () => {
  expect(mentions('1990-01-01', '2020-05-01')?.bars).toHaveLength(31);
});

test('one month is no picture', () => {
  expect(mentions('2015-11-03', '2015-11-20')).toBeNull();
  expect(mentions('2015')).toBeNull();
});

test('it is as wide as the other pictures', async () => {
  const picture = mentions('2015-11-03', '2020-11-20');
  expect(sizeOfPng(await pngOf(picture ?? expect.fail('no picture'))).width).toBe(WIDTH);
});
