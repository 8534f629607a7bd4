import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { parseQuestion } from '../../../src/questions/question.ts';
import type { Day } from '../../../src/text/edtf.ts';
import { openArchiveOfFive } from '../../support/archive-of-five.ts';
import { articleFile, placesWith } from '../../support/builders.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

const TODAY = '2026-03-02' as Day;
let keeper: Keeper;
beforeAll(async () => {
  keeper = await openArchiveOfFive();
});
afterAll(() => keeper.close());

const parse = (typed: string) => parseQuestion(typed, keeper.archive, TODAY);

async function linked(typed: string): Promise<string[]> {
  const { links } = await parse(typed);
  return links.flatMap((link) => {
    if (link.is === 'country') return [`country ${link.country}`];
    return link.is === 'outlet' ? [`outlet ${link.outlet}`] : link.actors.map(({ name }) => name);
  });
}

const about = async (typed: string) => (await parse(typed)).units.map(({ text }) => text).sort();

describe('what a question names', () => {
  it.each([
    ['lavrov quotes', 'Sergei Lavrov'],
    ['SERGEI LAVROV???', 'Sergei Lavrov'],
    ['what did sergey lavrow say', 'Sergei Lavrov'],
    ['bogdonov qoutes palestine', 'Mikhail Bogdanov'],
    ["who's the iraqi foreign minister?", 'Fuad Hussein'],
    ['Который Лавров?', 'Sergei Lavrov'],
    ['did Damascus ask for it', 'country Syria'],
    ['iraqi army', 'country Iraq'],
    ['does sputnik say the same', 'outlet Sputnik'],
    ['what press tv has on it', 'outlet Press TV'],
  ])('%s: %s', async (typed, name) => {
    expect(await linked(typed)).toContain(name);
  });

  it('no outlet where its name is part of a person’s', async () => {
    expect(await linked('Mikhail Sputnik on Iraq')).not.toContain('outlet Sputnik');
  });

  it.each([
    ['who met in november 2015', '2015-11-01', '2015-11-30', 'in'],
    ['the raids since autumn 2018', '2018-09-01', '2018-11-30', 'since'],
    ['anything before 2016?', '2016-01-01', '2016-12-31', 'before'],
  ])('%s: a time', async (typed, from, to, relation) => {
    expect((await parse(typed)).dates).toMatchObject([{ from, to, relation }]);
  });

  it('quoted words, whatever the marks', async () => {
    for (const typed of ['who said “guide and protector”?', 'who said "guide and protector"?'])
      expect((await parse(typed)).quoted).toEqual(['guide and protector']);
  });
});

describe('what a question wants', () => {
  it.each([
    ['where did hussein go', 'place'],
    ['how many fighters are left', 'number'],
    ['why was the centre founded', 'cause'],
    ['when did they talk', 'date'],
    ['lavrov qoutes', 'words'],
    ['timline of the war', 'timeline'],
    ['who is Rogozin', 'identity'],
    ['did bogdanov meet zamili', 'meeting'],
  ] as const)('%s: a %s', async (typed, kind) => {
    expect((await parse(typed)).wanted[kind]).toBe(true);
  });

  it('says which words it took for others', async () => {
    expect((await parse('bogdonov on palestine')).corrected).toEqual([{ typed: 'bogdonov', searched: 'bogdanov' }]);
  });
});

describe('what the archive does not know', () => {
  it('nobody holds a post only because his name sounds like it', async () => {
    const text = 'Adviser Gary Cohn spoke in Oslo on Thursday. The plan of Gary Cohn was to meet the Queen of Denmark.';
    const here = await openArchiveHere(placesWith({ 'one.md': articleFile('2019-05-03', text) }));
    try {
      const { links } = await parseQuestion('who is the queen of denmark', here.archive, TODAY);
      expect(links.filter(({ is }) => is === 'role' || is === 'actors')).toEqual([]);
    } finally {
      await here.close();
    }
  });

  it.each([
    ['did the EPN confirm it', 'EPN'],
    ['who shot at the choppers near Mosul', 'choppers'],
    ['which Moscow prof spoke of Iraq', 'prof'],
  ])('%s: “%s” stays what it is, and is said to be unknown', async (typed, word) => {
    const { corrected, unknown } = await parse(typed);
    expect(corrected).toEqual([]);
    expect(unknown).toEqual([word]);
  });
});

describe('how it is put', () => {
  const QUESTIONS = [
    'What did Rogozin say about Mosul?',
    'Who did Fuad Hussein meet in Moscow?',
    'Daesh fighters in Iraq',
  ];
  const BEFORE = ['', 'hey, ', 'please tell me: ', 'sorry, quickly — ', 'Could you kindly tell me, '];
  const AFTER = ['', ' pls', ' thanks!', '???', ' (source pls)'];

  it('politeness, capitals and marks change nothing of what it is about', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...QUESTIONS),
        fc.constantFrom(...BEFORE),
        fc.constantFrom(...AFTER),
        fc.constantFrom('as typed', 'small'),
        async (question, before, after, letters) => {
          const typed = `${before}${letters === 'small' ? question.toLowerCase() : question}${after}`;
          expect(await about(typed)).toEqual(await about(question));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never fails, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 120 }), async (typed) => {
        const { units, links, words } = await parse(typed);
        for (const { first, end } of links) expect(first >= 0 && first < end && end <= words.length).toBe(true);
        for (const { alternatives } of units)
          for (const { weight } of alternatives) expect(weight).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  it('looks for a word once, however often it is said', async () => {
    expect(await about(`Mosul ${'Mosul '.repeat(300)}`)).toEqual(await about('Mosul'));
    expect((await parse(`من ${'قال '.repeat(499)}`)).units.length).toBeLessThanOrEqual(2);
  });
});
