import { expect, test } from 'vitest';
import type { Meeting } from '../../../src/archive/archive.ts';
import { articleFile, placesWith } from '../../support/builders.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

/*
 * Twenty meetings as archives of news report them best: announced, put off, held, recalled, each in other words and other
 * articles. The people are made up. Each must come out once, with its day and place.
 */

interface Story {
  /** Publication dates and texts. */
  readonly articles: readonly (readonly [published: string, text: string])[];
  readonly comesOut: string;
}

const STORIES: readonly Story[] = [
  {
    // Announced, called off, on again, held, and recalled months later.
    articles: [
      ['2018-05-13', 'President Anna Berg and President Omar Dari will hold talks in Singapore on June 12.'],
      [
        '2018-05-24',
        'President Anna Berg on Thursday canceled her June 12 summit with President Omar Dari in Singapore.',
      ],
      ['2018-06-13', 'President Anna Berg met President Omar Dari in Singapore on Tuesday.'],
      ['2018-07-08', 'Anna Berg and Omar Dari met in Singapore on June 12.'],
      ['2018-10-07', 'The visit comes after Anna Berg met Omar Dari in Singapore in June.'],
    ],
    comesOut: 'held 2018-06-12 Singapore: Anna Berg, Omar Dari',
  },
  {
    // A first and a second summit of the same two are two.
    articles: [
      ['2019-03-01', 'President Anna Berg met President Omar Dari in Hanoi on Wednesday for a second summit.'],
      ['2019-03-02', 'Anna Berg met Omar Dari in Hanoi on February 27.'],
    ],
    comesOut: 'held 2019-02-27 Hanoi: Anna Berg, Omar Dari',
  },
  {
    // Planned for the next week, for Monday, and held.
    articles: [
      ['2019-07-11', 'Chancellor Lucia Rossi will meet Prime Minister Hakim Zamili in Helsinki next week.'],
      ['2019-07-13', 'Chancellor Lucia Rossi will meet Prime Minister Hakim Zamili in Helsinki on Monday.'],
      ['2019-07-16', 'Chancellor Lucia Rossi met Prime Minister Hakim Zamili in Helsinki on Monday.'],
    ],
    comesOut: 'held 2019-07-15 Helsinki: Hakim Zamili, Lucia Rossi',
  },
  {
    // Planned and held on the day of publication, in two outlets.
    articles: [
      ['2017-07-07', 'Premier Carl Lindt will meet President Iman Qasim in Hamburg later Friday.'],
      ['2017-07-08', 'Premier Carl Lindt met President Iman Qasim in Hamburg on Friday.'],
    ],
    comesOut: 'held 2017-07-07 Hamburg: Carl Lindt, Iman Qasim',
  },
  {
    // A visit with no day, between plans and the day.
    articles: [
      ['2017-04-10', 'Secretary Rosa Weil is expected to meet Foreign Minister Igor Tarasov in Moscow.'],
      ['2017-04-12', 'Secretary Rosa Weil met Foreign Minister Igor Tarasov in Moscow on Wednesday.'],
    ],
    comesOut: 'held 2017-04-12 Moscow: Igor Tarasov, Rosa Weil',
  },
  {
    // Two plans for one day, and no word that it was held.
    articles: [
      ['2015-11-17', 'President Paul Moreau will meet President Daniel Okafor in Washington on November 24.'],
      ['2015-11-23', 'President Paul Moreau will meet President Daniel Okafor in Washington on Tuesday.'],
    ],
    comesOut: 'planned 2015-11-24 Washington: Daniel Okafor, Paul Moreau',
  },
  {
    // The next stop of the same trip is another meeting.
    articles: [
      ['2015-11-17', 'President Paul Moreau will meet President Nikolai Sorokin in Moscow on November 26.'],
      ['2015-11-23', 'President Paul Moreau will meet President Nikolai Sorokin in Moscow on Thursday.'],
    ],
    comesOut: 'planned 2015-11-26 Moscow: Nikolai Sorokin, Paul Moreau',
  },
  {
    // A dinner on the fringe of a summit, told by its weekday twice.
    articles: [
      ['2018-12-03', 'President Greta Holm met President Wen Daming in Buenos Aires on Saturday.'],
      ['2018-12-06', 'President Greta Holm met her counterpart, President Wen Daming, in Buenos Aires on Saturday.'],
    ],
    comesOut: 'held 2018-12-01 Buenos Aires: Greta Holm, Wen Daming',
  },
  {
    // Three at a table, of whom another article names two.
    articles: [
      [
        '2012-11-21',
        'Secretary Helen Marsh met Prime Minister Uri Landau and President Samir Haddad in Jerusalem on Tuesday.',
      ],
      ['2012-11-22', 'Secretary Helen Marsh met Prime Minister Uri Landau in Jerusalem on November 20.'],
    ],
    comesOut: 'held 2012-11-20 Jerusalem: Helen Marsh, Samir Haddad, Uri Landau',
  },
  {
    // Two sentences of one article.
    articles: [
      [
        '2013-03-20',
        'President Shira Peretz met President Amos Field in Jerusalem on Wednesday.\n\nPresident Shira Peretz and President Amos Field met in Jerusalem on March 20.',
      ],
    ],
    comesOut: 'held 2013-03-20 Jerusalem: Amos Field, Shira Peretz',
  },
  {
    // A country in one article, its capital in another.
    articles: [
      ['2014-08-28', 'President Pavlo Kovalenko met President Boris Zorin in Belarus on Tuesday.'],
      ['2014-08-29', 'President Pavlo Kovalenko met President Boris Zorin in Minsk on Tuesday.'],
    ],
    comesOut: 'held 2014-08-26 Minsk: Boris Zorin, Pavlo Kovalenko',
  },
  {
    // What one may do and then does.
    articles: [
      ['2019-06-03', 'President John Stone plans to meet party leader Nigel Barrow in London.'],
      ['2019-06-05', 'President John Stone met party leader Nigel Barrow in London on Tuesday.'],
    ],
    comesOut: 'held 2019-06-04 London: John Stone, Nigel Barrow',
  },
  {
    // A plan for the next month, and the plan's day.
    articles: [
      ['2019-05-15', 'President Ines Duarte is expected to meet President Tomas Novak in Osaka next month.'],
      ['2019-06-26', 'President Ines Duarte will meet President Tomas Novak in Osaka on Saturday.'],
    ],
    comesOut: 'planned 2019-06-29 Osaka: Ines Duarte, Tomas Novak',
  },
  {
    // Reported without a day at first, by their bare family names.
    articles: [
      [
        '2013-06-17',
        'President Adam Keller met President Yusuf Osman in Belfast on Monday.\n\nKeller met Osman in Belfast.',
      ],
    ],
    comesOut: 'held 2013-06-17 Belfast: Adam Keller, Yusuf Osman',
  },
  {
    // A call is told by its day.
    articles: [
      ['2014-02-24', 'On Sunday, Secretary Frank Dalton spoke by phone with Foreign Minister Oleg Baranov.'],
      ['2014-02-25', 'Secretary Frank Dalton and Foreign Minister Oleg Baranov spoke by phone on Sunday.'],
    ],
    comesOut: 'held 2014-02-23 null: Frank Dalton, Oleg Baranov',
  },
  {
    // The meeting of the same two a week after their call.
    articles: [
      ['2014-03-06', 'Secretary Frank Dalton met Foreign Minister Oleg Baranov in Paris on Wednesday.'],
      ['2014-03-07', 'Frank Dalton met Oleg Baranov in Paris on March 5.'],
    ],
    comesOut: 'held 2014-03-05 Paris: Frank Dalton, Oleg Baranov',
  },
  {
    // Reported long after, by month and place alone.
    articles: [
      ['2018-10-08', 'Secretary Mark Ellis met Chairman Pak Chol in Pyongyang on Sunday.'],
      ['2019-02-01', 'Secretary Mark Ellis met Chairman Pak Chol in Pyongyang in October 2018.'],
    ],
    comesOut: 'held 2018-10-07 Pyongyang: Mark Ellis, Pak Chol',
  },
  {
    // A day of talks of which one article tells the two days, another the first.
    articles: [
      ['2019-05-11', 'Vice Premier Liang Bo met trade envoy Robert Lane in Washington on Thursday.'],
      ['2019-05-12', 'Liang Bo met Robert Lane in Washington on May 9.'],
    ],
    comesOut: 'held 2019-05-09 Washington: Liang Bo, Robert Lane',
  },
  {
    // Postponed to a later day, and held on that.
    articles: [
      ['2016-03-01', 'Foreign Minister Clara Nunez will meet Foreign Minister Ahmed Saleh in Geneva on March 7.'],
      ['2016-03-08', 'Foreign Minister Clara Nunez will meet Foreign Minister Ahmed Saleh in Geneva on March 14.'],
      ['2016-03-15', 'Foreign Minister Clara Nunez met Foreign Minister Ahmed Saleh in Geneva on Monday.'],
    ],
    comesOut: 'held 2016-03-14 Geneva: Ahmed Saleh, Clara Nunez',
  },
  {
    // A copy of one text is the same meeting.
    articles: [
      [
        '2019-06-05',
        'Prime Minister Emma Hale met President Victor Lund at Downing Street on Tuesday. They spoke of trade, of the border and of the climate, and promised to meet again.',
      ],
      [
        '2019-06-05',
        'Prime Minister Emma Hale met President Victor Lund at Downing Street on Tuesday. They spoke of trade, of the border and of the climate, and promised to meet again.',
      ],
    ],
    comesOut: 'held 2019-06-04 Downing Street: Emma Hale, Victor Lund',
  },
];

/** A meeting in one line. */
const inOneLine = ({ status, date, place, participants }: Meeting): string =>
  `${status} ${date} ${place}: ${participants
    .map(({ name }) => name)
    .sort()
    .join(', ')}`;

test('the twenty meetings that are reported best come out once each, with day and place', {
  timeout: 120_000,
}, async () => {
  const files = STORIES.flatMap(({ articles }, which) =>
    articles.map(([published, text], at) => [`${which}-${at}.md`, articleFile(published, text)] as const),
  );
  const keeper = await openArchiveHere(placesWith(Object.fromEntries(files)));
  try {
    const meetings = await keeper.archive.meetings();
    expect(meetings.map(inOneLine).sort()).toEqual(STORIES.map(({ comesOut }) => comesOut).sort());
  } finally {
    await keeper.close();
  }
});

test('of whom nobody says whom they met there is no meeting, in no count and no answer', async () => {
  const text = 'Foreign Minister Anna Berg held talks in Oslo on Thursday. Envoy Omar Dari met with himself.';
  const keeper = await openArchiveHere(placesWith({ 'one.md': articleFile('2019-05-03', text) }));
  try {
    expect(await keeper.archive.meetings()).toEqual([]);
    expect(await keeper.archive.countMeetings()).toBe(0);
    expect((await keeper.archive.status()).meetings).toBe(0);
  } finally {
    await keeper.close();
  }
});
