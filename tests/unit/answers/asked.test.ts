import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../../src/answers/plain.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { askWords } from '../../../src/remote/ask.ts';
import type { Day } from '../../../src/text/edtf.ts';
import { openArchiveOfFive } from '../../support/archive-of-five.ts';

// Questions as people put them, in other words than the twenty.

const TODAY = '2026-03-02' as Day;
let keeper: Keeper;
beforeAll(async () => {
  keeper = await openArchiveOfFive();
});
afterAll(() => keeper.close());

interface Expected {
  readonly found: boolean;
  /** All of these stand in the answer. */
  readonly says?: readonly string[];
  readonly never?: readonly string[];
  /** The articles cited, by their numbers. */
  readonly from?: readonly string[];
}

const yes = (from: readonly string[], says: readonly string[], never: readonly string[] = []): Expected => ({
  found: true,
  from,
  says,
  never,
});
const no = (from: readonly string[], says: readonly string[] = [], never: readonly string[] = []): Expected => ({
  found: false,
  from,
  says,
  never,
});

const asked: readonly (readonly [string, Expected])[] = [
  // Who met whom.
  ['who met in November 2020?', yes(['001'], ['Fuad Hussein', 'Sergei Lavrov', 'November 2020', 'Moscow'])],
  ['did Lavrov meet the Iraqi foreign minister?', yes(['001'], ['Fuad Hussein', 'November 2020'])],
  ['where did Hussein and Lavrov meet?', yes(['001'], ['Moscow'])],
  ['Who did Fuad Hussein hold talks with?', yes(['001'], ['Lavrov'])],
  ['/met Лавров', yes(['001'], ['Fuad Hussein'])],
  ['/met person:Bogdanov since:2020', yes(['001'], ['Husseini', '2021', 'place not stated'], ['Zamili'])],
  ['/met Rogozin', yes(['003'], ['Baghdad', '11 February 2016', 'Commission'])],
  ['who met on 13 November 2015?', yes(['000'], ['Bogdanov', 'Zamili', 'Moscow'])],
  [
    'who attended the four-country military meeting in Baghdad?',
    yes(['002'], ['2018', 'Senior Iraqi military commanders']),
  ],
  // A meeting known, but not the names asked for.
  ['who led the Iranian delegation in Baghdad in 2018?', no(['002'], ['2018'])],
  ['what were the names of the deputy chiefs of staff who met in Baghdad?', no(['002'])],
  // Meetings that never were, or were only planned.
  ['Did Lavrov meet al-Husseini?', no(['001'])],
  ['did Putin meet Assad?', no(['004'])],
  ['Any meetings in Damascus?', no([])],
  ['/met Guaido', no([])],
  ['what meetings are planned?', { found: true, says: ['planned'], never: ['13 November 2015'] }],
  // Who said what.
  [
    '/quote al-Jaafari',
    yes(['003'], ['not only from the inside (Iraq)', 'This is especially valuable', 'Truly, 2014-2015']),
  ],
  ['who said "guide and protector"?', yes(['003'], ['Rogozin'])],
  ['what did the Iraqi defence ministry say?', yes(['002'], ['strengthen cooperation and coordination'])],
  ['what did al-Hashemi say about Daesh?', yes(['002'], ['2,000 Daesh fighters'])],
  ['/quote who:Lavrov about:terrorist', yes(['001'], ['Our country has traditionally played'], ['any Iraqi needs'])],
  ['/quote Rogozin since:2017', no(['003'])],
  ['/quote Bogdanov', no(['000'])],
  ['/quote Baghdadi', no(['002'])],
  ['quote Hakim Zamili', no(['000'])],
  ['what did Trump say?', no([])],
  // Is it real?
  ['is it true that Rogozin said "guide and protector"?', yes(['003'], ['Verbatim', 'Rogozin'])],
  ['did Bogdanov say "Our country has traditionally played"?', yes(['001'], ['somebody else', 'Lavrov'])],
  ['is this true: "we will flatten the city by dawn"', no([])],
  // Summaries.
  ['/summary Iraq hosts military chiefs', yes(['002'], ['September 2018'], ['Venezuela'])],
  ['summarise what the archive says about Mosul', yes(['003'], ['Mosul', 'translat'])],
  ['who is Hisham al-Hashemi?', yes(['002'], ['terrorism expert'])],
  ['/summary Soleimani', yes(['001'], ['January 2020'])],
  ['what happened in November 2020?', yes(['001'], ['Lavrov'])],
  ['/summary Venezuela', no([])],
  ['/summary Idlib', no([])],
  // Articles.
  ['Which articles mention Interfax?', yes(['004'], ['Iraq sharing intel'])],
  ['/article Iraq hosts military chiefs from Iran, Russia and Syria', yes(['002'], ['aggregator', '1 September 2018'])],
];

describe('questions as people put them', () => {
  it.each(asked)('%s', async (question, expected) => {
    const answer = await askWords(question, keeper.archive, TODAY);
    const reply = plainText(answer);
    for (const words of expected.says ?? []) expect(reply).toContain(words);
    for (const words of expected.never ?? []) expect(reply).not.toContain(words);
    expect(answer.found).toBe(expected.found);
    if (expected.from) expect(answer.sources.map(({ article }) => article.slice(0, 3)).sort()).toEqual(expected.from);
  });

  it.each(['hello', 'hi there!', 'thanks', 'asdkjh qweoiu', 'what is the weather in Paris tomorrow?'])(
    '%s: a short word about what can be asked',
    async (words) => {
      const answer = await askWords(words, keeper.archive, TODAY);
      expect(answer.found).toBe(false);
      expect(answer.sources).toEqual([]);
      expect(plainText(answer).length).toBeLessThan(400);
    },
  );

  it('takes "last November" for the last one before today, and says so', async () => {
    const answer = await askWords('who met last November?', keeper.archive, TODAY);
    expect(answer.found).toBe(false);
    expect(answer.assumed.join()).toContain('November 2025');
  });
});
