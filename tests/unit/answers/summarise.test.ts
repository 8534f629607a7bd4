import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leansOnWhatWasSaid, standing } from '../../../src/answers/summarise/context.ts';
import { type Budget, summarise } from '../../../src/answers/summarise/summarise.ts';
import { sentencesOf } from '../../../src/reading/tokens/sentences.ts';
import { slice } from '../../../src/text/span.ts';

const document = (text: string) => ({ text, sentences: sentencesOf(text) });

function told(texts: readonly string[], budget: Budget, about: string | null = null): string[] {
  return summarise(texts.map(document), about, budget).map((one) => slice(texts[one.document] ?? '', one.sentence));
}

const HARBOUR = `The port authority of Oram closed the northern harbour on Monday after a crane collapsed onto a ferry.
Nobody was hurt in the collapse, the port authority said in a statement.
The ferry company Belline cancelled all crossings between Oram and Tesk until Thursday.
Fishermen in Tesk said the closure costs them a week of income in their best season.
Parliament will debate the age of the cranes in the northern harbour next week.`.replaceAll('\n', '\n\n');

describe('a summary', () => {
  it('keeps to the number of sentences, and to the number of words', () => {
    expect(told([HARBOUR], { sentences: 2 })).toHaveLength(2);
    const words = told([HARBOUR], { words: 30 }).join(' ').split(/\s+/);
    expect(words.length).toBeGreaterThan(10);
    expect(words.length).toBeLessThanOrEqual(30);
  });

  it('tells what was asked about', () => {
    const [first] = told([HARBOUR], { sentences: 1 }, 'income of fishermen in Tesk');
    expect(first).toMatch(/^Fishermen/);
  });

  it('never opens with somebody who is not named', () => {
    const text = `The minister of ports Ann Solberg resigned on Tuesday over the collapse of a harbour crane.

He had warned of the harbour crane in the ports since the minister Solberg took office.

But the harbour crane collapsed all the same, and the minister of ports resigned.`;
    for (const sentences of [1, 2, 3]) {
      const chosen = told([text], { sentences });
      expect(chosen[0]).toMatch(/^The minister/);
      const but = chosen.findIndex((one) => one.startsWith('But'));
      if (but >= 0) expect(chosen[but - 1]).toMatch(/^He had/);
    }
    expect(told([text.slice(text.indexOf('He had'))], { sentences: 1 })).toEqual([]);
  });

  it('leaves out teasers, captions, questions and half quotations', () => {
    const text = `Why did the crane in the northern harbour of Oram collapse onto the ferry?

FILE PHOTO: A crane is seen in the northern harbour of Oram before it collapsed onto the ferry.

Sign up for our newsletter on the harbour of Oram and its collapsed cranes today.

“The crane in the northern harbour of Oram was old and rusty and known to be so. We told the port authority of the crane every year,” said the engineer.

The port authority of Oram closed the northern harbour after a crane collapsed onto a ferry.`;
    expect(told([text], { sentences: 5 })).toEqual([
      'The port authority of Oram closed the northern harbour after a crane collapsed onto a ferry.',
    ]);
  });

  it('tells what copies of one report say only once, and where they stand', () => {
    const copy = `${HARBOUR.split('\n\n')[0]}\n\nThe mayor of Oram promised a new crane and thanked the sailors of the ferry.`;
    const chosen = summarise([document(HARBOUR), document(copy)], null, { sentences: 3 });
    const texts = [HARBOUR, copy];
    const crane = chosen.filter((one) => /closed the northern/.test(slice(texts[one.document] ?? '', one.sentence)));
    expect(crane).toHaveLength(1);
    expect(crane[0]?.copies).toHaveLength(1);
    expect(crane[0]?.copies[0]?.document).not.toBe(crane[0]?.document);
  });

  it('shows where another outlet has other figures', () => {
    const a = 'The collapse of the crane in Oram injured 12 sailors of the ferry, the port authority said on Monday.';
    const b = 'The collapse of the crane in Oram injured 31 sailors of the ferry, the union of sailors said on Monday.';
    const [first] = summarise([document(`${a}\n\n${HARBOUR}`), document(b)], 'injured sailors', { sentences: 1 });
    expect(first?.copies).toEqual([]);
    expect(first?.otherwise).toHaveLength(1);
  });

  it('is of whole sentences within its budget, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('He went. ', '“We ', 'said.” ', '\n\n', 'The port of Oram closed on Monday at 12. ', '... ', '"'),
    );
    const texts = fc.array(
      fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
      { maxLength: 4 },
    );
    const budget = fc.oneof(
      fc.record({ words: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ sentences: fc.integer({ min: 1, max: 6 }) }),
    );
    fc.assert(
      fc.property(texts, fc.option(fc.string()), budget, (bodies, about, most) => {
        const documents = bodies.map(document);
        const chosen = summarise(documents, about, most);
        for (const { document: i, sentence } of chosen)
          expect(documents[i]?.sentences.some((one) => one.start === sentence.start && one.end === sentence.end)).toBe(
            true,
          );
        const cut = chosen.map((one) => slice(bodies[one.document] ?? '', one.sentence));
        if ('sentences' in most) expect(chosen.length).toBeLessThanOrEqual(most.sentences);
        else expect(cut.flatMap((one) => one.split(/\s+/u)).length).toBeLessThanOrEqual(most.words);
        expect(new Set(chosen.map((one) => `${one.document}:${one.sentence.start}`)).size).toBe(chosen.length);
      }),
    );
  });
});

describe('a sentence by itself', () => {
  it.each([
    'He refused to comment on the closure of the harbour.',
    'But the harbour of Oram stayed open all week long.',
    '“The harbour stays closed for a week,” she said.',
    'After his resignation the harbour opened again to ships.',
    'These cranes were built before the war and never repaired.',
    'Now those cranes are to be taken down within a year.',
    'None would say whether the harbour stays closed for long.',
    'Two days later, the harbour of Oram opened again to ships.',
    'The latter denied that the harbour had ever been closed.',
    'The port authority of Tesk did the same on Tuesday.',
    'A crane collapsed onto a ferry in Oram that Friday night.',
    'The northern harbour of Oram stays closed, the statement said.',
    'The port authority of Oram learned nothing from those cranes.',
    'The port authority of Oram has yet to learn that important lesson.',
    'Parliament will debate the future of this authority next week.',
  ])('leans on the one before: %s', (sentence) => {
    expect(leansOnWhatWasSaid(sentence)).toBe(true);
  });

  it.each([
    'This week the port authority of Oram closed the harbour.',
    'The minister sent a statement on the cranes; the statement said the cranes were safe.',
    'The port authority of Oram thanked those working in the harbour this week.',
    'The port authority closed its harbours and told the captains in those harbours to wait.',
    'Per Lund said in an interview that ships from this country have to wait.',
    'Those who crossed from Tesk had to wait for a week.',
    '“The harbour stays closed for a week,” Ann Solberg said.',
    'After his resignation Per Lund left the town of Oram.',
    'Some 300 passengers were stranded in Tesk on Monday.',
    'Both Oram and Tesk have asked the government for help.',
  ])('stands alone: %s', (sentence) => {
    expect(standing(sentence)).toBe('alone');
  });
});
