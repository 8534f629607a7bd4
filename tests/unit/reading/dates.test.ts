import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../../src/reading/dates/find-dates.ts';
import { sentencesOf } from '../../../src/reading/tokens/sentences.ts';
import { edtf } from '../../../src/text/edtf.ts';
import { slice } from '../../../src/text/span.ts';
import { growth, LINEAR } from '../../support/cpu.ts';

/** The dates read in a text published on a Wednesday, as [words, value]. */
const read = (text: string, published: string | null = '2021-03-10') =>
  findDates(text, sentencesOf(text), published === null ? null : edtf(published)).map((d) => [slice(text, d), d.value]);

describe('weekdays go by the tense of their clause', () => {
  test.each([
    ['The two ministers met on Monday.', [['Monday', '2021-03-08']]],
    ['The envoy arrived on Wednesday.', [['Wednesday', '2021-03-10']]],
    ['The minister will meet his guest on Monday.', [['Monday', '2021-03-15']]],
    [
      'The talks, officials said Tuesday, are due to resume on Thursday.',
      [
        ['Tuesday', '2021-03-09'],
        ['Thursday', '2021-03-11'],
      ],
    ],
    ['They signed a plan Friday.', [['Friday', '2021-03-05']]],
    ['On Saturday, the king will receive the envoy.', [['Saturday', '2021-03-13']]],
    ['He spoke last Wednesday and left.', [['last Wednesday', '2021-03-03']]],
    ['Talks go on next Wednesday.', [['next Wednesday', '2021-03-17']]],
    ['He resigned on Friday of last week.', [['Friday of last week', '2021-03-05']]],
    ['The two leaders meet separately Monday.', [['Monday', '2021-03-15']]],
    ['The index fell below the record set on Monday.', [['Monday', '2021-03-08']]],
    ['It would leave, he wrote, saying on Wednesday that it could.', [['Wednesday', '2021-03-10']]],
    ['Shares had risen from the previous Friday.', []],
    ['The council sits each Thursday and on Monday nights.', []],
  ])('%s', (text, dates) => expect(read(text)).toEqual(dates));
});

describe('dates in figures and months', () => {
  test.each([
    ['GENEVA, 11 February. The envoy spoke.', [['11 February', '2021-02-11']]],
    ['Signed on Feb. 5, 2019, it lapsed.', [['Feb. 5, 2019', '2019-02-05']]],
    ['On Sunday, September 27, 2015, it rained.', [['Sunday, September 27, 2015', '2015-09-27']]],
    ['On the 1st of May 2020 they met.', [['1st of May 2020', '2020-05-01']]],
    ['He stayed from 13 May to June 15, 2016.', [['from 13 May to June 15, 2016', '2016-05-13/2016-06-15']]],
    ['Filed 2015-11-13.', [['2015-11-13', '2015-11-13']]],
    ['Filed 13/11/2015.', [['13/11/2015', '2015-11-13']]],
    ['Filed 02/03/2015.', [['02/03/2015', '2015']]],
    ['A session on 5-7 February 2020 is over.', [['5-7 February 2020', '2020-02-05/2020-02-07']]],
    ['In late September they met.', [['late September', '2020-09']]],
    ['He paid a visit last November.', [['last November', '2020-11']]],
    ['Since September 30 jets have flown.', [['September 30', '2020-09-30']]],
    ['The vote will be held on December 5.', [['December 5', '2021-12-05']]],
    ['The centre opened in 2015.', [['2015', '2015']]],
    ['War raged in the 1990s.', [['1990s', '199X']]],
    ['Sales fell in the third quarter of 2019.', [['third quarter of 2019', '2019-07/2019-09']]],
    ['Sales fell in Q1 2020.', [['Q1 2020', '2020-01/2020-03']]],
    ['Sales fell in the fourth quarter of last year.', [['fourth quarter of last year', '2020-10/2020-12']]],
    ['Fought from 2011 to 2015.', [['2011 to 2015', '2011/2015']]],
    ['There is no 31 June 2020.', []],
  ])('%s', (text, dates) => expect(read(text)).toEqual(expect.arrayContaining(dates)));
});

describe('a weekday within a month', () => {
  test.each([
    ['The council meets on the last Friday of this month.', [['last Friday of this month', '2021-03-26']]],
    ['The fair opened on the last Friday of January.', [['last Friday of January', '2021-01-29']]],
    ['They will vote on the second Sunday in April.', [['second Sunday in April', '2021-04-11']]],
    ['The choir sang on the first Monday of May 2019.', [['first Monday of May 2019', '2019-05-06']]],
    ['The bridge will open on the third Tuesday of next month.', [['third Tuesday of next month', '2021-04-20']]],
    ['It has no fifth Friday of February.', [['February', '2021-02']]],
    ['The board sits on the last Thursday of the month.', []],
    ['The board sits on the first Thursday of every month.', []],
    ['The tower fell on a Friday in February.', [['February', '2021-02']]],
    ['He left last Friday in good health.', [['last Friday', '2021-03-05']]],
    ['The ban will be lifted come Friday.', [['Friday', '2021-03-12']]],
  ])('%s', (text, dates) => expect(read(text)).toEqual(dates));
});

describe('a day told twice is one', () => {
  test.each([
    ['They met on Wednesday (3 March) in Oslo.', [['Wednesday (3 March)', '2021-03-03']]],
    ['They met on Monday (March 1, 2021).', [['Monday (March 1, 2021)', '2021-03-01']]],
    ['They met on 4 March (Thursday) in Oslo.', [['4 March (Thursday)', '2021-03-04']]],
    ['They met on Tuesday (2021-03-02).', [['Tuesday (2021-03-02)', '2021-03-02']]],
    [
      'They met on Monday (the envoy left on Tuesday).',
      [
        ['Monday', '2021-03-08'],
        ['Tuesday', '2021-03-09'],
      ],
    ],
  ])('%s', (text, dates) => expect(read(text)).toEqual(dates));
});

describe('figures in other orders, and years of two figures', () => {
  test.each([
    ['Filed on 19-Nov-12.', [['19-Nov-12', '2012-11-19']]],
    ['Filed on 3-Feb-1998.', [['3-Feb-1998', '1998-02-03']]],
    ['Filed on 7-Jun-88.', [['7-Jun-88', '1988-06-07']]],
    ['Filed on 2021/02/05.', [['2021/02/05', '2021-02-05']]],
    ['See news.example.org/2021/02/05/harbour for more.', []],
  ])('%s', (text, dates) => expect(read(text)).toEqual(dates));

  test('of two figures alone no century is guessed', () => {
    expect(read('Filed on 19-Nov-12.', null)).toEqual([]);
  });
});

describe('a day that names an event is not last year’s', () => {
  test.each([
    ['She recalled the September 11 attacks.', [['September 11', '2001-09-11']]],
    ['He was hurt in the November 13 attacks.', [['November 13', '2020-11-13']]],
    ['He told of Wednesday of the flood.', [['Wednesday', '2021-03-10']]],
    ['He survived the July 7 bombings.', []],
    ['It honoured the June 17 popular uprising.', []],
    ['It killed nine in the March 3 attack.', [['March 3', '2021-03-03']]],
    ['They fled after the September 11, 2001 attacks.', [['September 11, 2001', '2001-09-11']]],
    ['He left on September 11 for Oslo.', [['September 11', '2020-09-11']]],
  ])('%s', (text, dates) => expect(read(text)).toEqual(dates));
});

describe('in a running report, words count from the entry that they stand in', () => {
  const yesterdays = (text: string, published: string | null = '2021-03-10') =>
    read(text, published).flatMap(([words, value]) => (words === 'yesterday' ? [value] : []));
  test.each([
    [
      '7 March 2021, 14:05\nThe envoy left yesterday.\n5 March 2021, 09:30\nHe came yesterday.',
      ['2021-03-06', '2021-03-04'],
    ],
    ['Updated 09:12 GMT, March 7, 2021\nThe envoy left yesterday.', ['2021-03-06']],
    ['Sunday 7 March\nThe envoy left yesterday.', ['2021-03-06']],
    ['2021-03-07 21:40 – The envoy left yesterday.', ['2021-03-06']],
    ['7 March, 9:30 pm: The envoy left yesterday.', ['2021-03-06']],
    ['First published on Sun 7 Mar 2021 14.05 GMT\nThe envoy left yesterday.', ['2021-03-06']],
    ['March 7, 2021 at 2:05 p.m. EST\nThe envoy left yesterday.', ['2021-03-06']],
    // An article that tells of a day is no entry of that day.
    ['On 7 March at 14:05 the envoy came. He left yesterday.', ['2021-03-09']],
    ['7 March – a Sunday – was quiet. He left yesterday.', ['2021-03-09']],
    ['At 10 a.m. on 7 March, guards came: He left yesterday.', ['2021-03-09']],
    ['The envoy came on 7 March at 14:05.\nHe left yesterday.', ['2021-03-09']],
    ['Yesterday\nHe left yesterday.', ['2021-03-09']],
    ['Friday\nHe left yesterday.', ['2021-03-09']],
    ['7 March 2014\nThe envoy left yesterday.', ['2021-03-09']],
  ])('%s', (text, days) => expect(yesterdays(text)).toEqual(days));

  test('an article of unknown day has the days of its entries', () => {
    expect(yesterdays('He came yesterday.\n7 March 2021, 14:05\nThe envoy left yesterday.', null)).toEqual([
      '2021-03-06',
    ]);
  });
});

describe('words relative to the day of publication', () => {
  test.each([
    ['He called yesterday.', [['yesterday', '2021-03-09']]],
    ['They met last month.', [['last month', '2021-02']]],
    ['They met a month ago.', [['a month ago', '2021-02']]],
    ['They met ten days ago.', [['ten days ago', '2021-02-28']]],
    ['They met in recent years.', [['recent years', '../2021-03-10']]],
    ['They met last week.', [['last week', '2021-03-01/2021-03-07']]],
  ])('%s', (text, dates) => expect(read(text)).toEqual(dates));

  test('are left out where that day is not known, and whole dates are not', () => {
    expect(read('They met on Friday, last month and on 3 May 2019.', null)).toEqual([['3 May 2019', '2019-05-03']]);
  });
});

describe('what only looks like a date is none', () => {
  test.each([
    'The minister may march on.',
    'It killed 2000 soldiers and 1,800 mules.',
    'He bought the Sunday Times on Black Friday.',
    'Shots 12, 13 and 14 missed.',
    'She lives at 1990 Main Street.',
  ])('%s', (text) => expect(read(text)).toEqual([]));
});

test('whatever the text, every date lies in it and is a date', () => {
  const piece = fc.constantFrom(
    'Friday',
    'last',
    'May',
    '5',
    '2015',
    '-',
    ',',
    '/',
    ' ',
    '\n',
    'will',
    'ago',
    'a',
    '‏',
    'é',
    '31',
    'the',
    'Feb.',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
      const text = pieces.join(' ');
      let end = 0;
      for (const date of findDates(text, sentencesOf(text), edtf('2021-03-10'))) {
        expect(date.start).toBeGreaterThanOrEqual(end);
        end = date.end;
        expect(end).toBeLessThanOrEqual(text.length);
        expect(edtf(date.value)).toBe(date.value);
      }
    }),
    { numRuns: 2000 },
  );
});

test.each(['Friday ', '1', 'May 5-', 'last ', '      ', 'will '])(
  'a long page of %j takes no more than its length',
  (word) => {
    const page = (length: number) => word.repeat(length / word.length);
    const times = growth(100_000, page, (text) => findDates(text, [], edtf('2021-03-10')));
    expect(times).toBeLessThan(LINEAR);
  },
);
