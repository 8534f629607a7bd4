import { describe, expect, it } from 'vitest';
import { addDays, type Day, dateInWords, edtf, firstDay, lastDay, mayCoincide } from '../../../src/text/edtf.ts';

const date = (value: string) => {
  const read = edtf(value);
  if (!read) throw new Error(`no date: ${value}`);
  return read;
};

describe('dates with their precision', () => {
  it.each([
    ['2015-11-13', '13 November 2015'],
    ['2020-11', 'November 2020'],
    ['2015', '2015'],
    ['201X', 'the 2010s'],
    ['2015/2021-02-05', '2015 to 5 February 2021'],
    ['../2021-02-05', 'until 5 February 2021'],
  ])('%s reads "%s"', (value, words) => {
    expect(dateInWords(date(value))).toBe(words);
  });

  it.each(['2015-13', '2015-02-30', '13 November', '', '../..', '1/2/3'])('%j is no date', (value) => {
    expect(edtf(value)).toBeNull();
  });

  it('knows the days that an imprecise date may mean', () => {
    expect([firstDay(date('2020-02')), lastDay(date('2020-02'))]).toEqual(['2020-02-01', '2020-02-29']);
    expect([firstDay(date('201X')), lastDay(date('201X'))]).toEqual(['2010-01-01', '2019-12-31']);
    expect([firstDay(date('../2021')), lastDay(date('2015/..'))]).toEqual([null, null]);
  });

  it('tells whether two dates can be the same day', () => {
    expect(mayCoincide(date('2020-11'), date('2020-11-25'))).toBe(true);
    expect(mayCoincide(date('2020-11'), date('2020-12-01'))).toBe(false);
    expect(mayCoincide(date('../2021'), date('2015'))).toBe(true);
  });

  it('counts days over the ends of months and years', () => {
    expect(addDays('2015-12-31' as Day, 1)).toBe('2016-01-01');
    expect(addDays('2020-03-01' as Day, -1)).toBe('2020-02-29');
  });
});
