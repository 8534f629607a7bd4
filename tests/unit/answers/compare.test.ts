import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Entry } from '../../../src/answers/answer.ts';
import { matchPassages } from '../../../src/answers/compare/passages.ts';
import { line } from '../../../src/answers/plain.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { sentencesOf } from '../../../src/reading/tokens/sentences.ts';
import { askWords } from '../../../src/remote/ask.ts';
import type { Day } from '../../../src/text/edtf.ts';
import { slice } from '../../../src/text/span.ts';
import { openArchiveOfFive } from '../../support/archive-of-five.ts';

const article = (text: string) => ({ text, sentences: sentencesOf(text), datesIn: () => [], published: null });
const told = (topic: string, ...texts: string[]) =>
  matchPassages(topic, texts.map(article)).map((one) =>
    one.sentences.map((where) => slice(texts[one.article] ?? '', where)).join(' '),
  );

describe('which sentences tell of an event', () => {
  const HARBOUR =
    'In May, Norway and Sweden opened a shared rescue centre in the harbour of Bergen to save ships in storms.';
  const HARBOR = 'The rescue center, which Norwegian and Swedish crews opened to save ships in storms, has two boats.';
  const OFFICE = 'A shared rescue office of Norway and Sweden works at the Bergen harbor, saving ships in storms.';
  const OTHER = 'In Bergen a rescue centre for cats was given new rooms.';
  const FILLER = 'The king spoke of the weather. Prices rose by a tenth.';

  test('one is found in each article, though each calls it something else', () => {
    expect(
      told('shared rescue centre in Bergen', `${FILLER} ${HARBOUR}`, `${HARBOR} ${FILLER}`, `${OFFICE} ${FILLER}`),
    ).toEqual([HARBOUR, HARBOR, OFFICE]);
  });

  test('another event of that kind is not taken for it, nor an article that tells of something else', () => {
    expect(told('shared rescue centre in Bergen', `${HARBOUR} ${FILLER}`, `${OTHER} ${FILLER}`, FILLER)).toEqual([
      HARBOUR,
    ]);
  });

  test('where no article tells of it, there is none', () => {
    expect(told('opera house fire', HARBOUR, FILLER)).toEqual([]);
    expect(told('', HARBOUR)).toEqual([]);
    expect(told('rescue')).toEqual([]);
  });
});

describe('an event in the five articles', () => {
  let keeper: Keeper;
  const ask = (words: string): Promise<Answer> => askWords(words, keeper.archive, '2026-11-21' as Day);
  const words = ({ title, body }: Entry) => [title, ...body].map(line).join('\n');

  beforeAll(async () => {
    keeper = await openArchiveOfFive();
    await keeper.reindex(() => {});
  });
  afterAll(() => keeper.close());

  test('the joint centre in Baghdad is told by four of them, each in its own words, with its kind and its date', async () => {
    const { found, entries, sources } = await ask('/compare joint centre in Baghdad');
    expect(found).toBe(true);
    const [agreement, ...tellings] = entries;
    expect(sources.map(({ article: id }) => id.slice(0, 3)).sort()).toEqual(['000', '001', '002', '004']);
    const shown = tellings.map(words);
    expect(shown).toHaveLength(4);
    expect(shown.find((one) => one.startsWith('Sputnik'))).toMatch(
      /state media \(Russia\)[\s\S]*Baghdad Information Center[\s\S]*When: September 2015/,
    );
    expect(shown.find((one) => one.startsWith('Press TV'))).toMatch(
      /intelligence-sharing committee[\s\S]*When: 2015 · Where: Baghdad’s Green Zone, Damascus/,
    );
    expect(shown.find((one) => one.startsWith('Easy Branches'))).toMatch(
      /joint operations rooms[\s\S]*When: not stated/,
    );
    expect(shown.find((one) => one.startsWith('bringnews247'))).toMatch(
      /information centre[\s\S]*When: 26 September 2015 · Where: the Iraqi capital/,
    );
    for (const { citations } of tellings) expect(citations.length).toBeGreaterThan(0);
    expect(agreement && words(agreement)).toContain('all name Iraq');
    expect(agreement && words(agreement)).toContain('could be used in the future to coordinate military operations');
  });

  test('asked in plain words, the answer is the same', async () => {
    const plain = await ask('compare how outlets tell the joint centre in Baghdad');
    expect(plain.question).toEqual({ command: 'compare', about: 'joint centre in Baghdad' });
    expect(plain.entries).toHaveLength(5);
  });

  test('what one article alone tells is not compared, and a person is no event', async () => {
    expect(await ask('/compare liberation of Mosul')).toMatchObject({ found: false });
    expect(await ask('/compare Bogdanov')).toMatchObject({ found: false });
    expect(await ask('/compare drone deliveries')).toMatchObject({ found: false, entries: [] });
  });
});
