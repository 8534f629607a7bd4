import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import { plainText } from '../../../src/answers/plain.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { askQuestion } from '../../../src/remote/ask.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

// A pasted quotation against the archive: each verdict, and what does not count as a difference.

let keeper: Keeper;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-'));
  const root = join(import.meta.dirname, '../../..');
  writeFileSync(
    join(folder, 'bridge.md'),
    '---\nheadline: The bridge\noutlet: The Example\npublished: 2015-11-13\n---\n' +
      'Ada Berg, the transport minister, answered questions on Friday. “We won’t pay for the old bridge – not now – until ' +
      'the engineers’ report is out,” Berg said.\n\n' +
      'Omar Nadir said that his country would open the northern border crossing before the end of the winter.\n',
  );
  writeFileSync(
    join(folder, 'harvest.md'),
    '---\nheadline: The harvest\noutlet: The Sample\npublished: 2016-08-02\n---\n' +
      '“The ministry will lend farmers seed and diesel this autumn because the drought has emptied the granaries of three ' +
      'provinces, and nobody in the valley should have to sell cattle to plant wheat,” said Lea Sommer, the farm minister.\n\n' +
      '“We signed the fishing treaty,” Sommer told reporters in the harbour, “because the sea belongs to both of our ' +
      'countries.”\n\n' +
      'Omar Nadir praised the valley’s support in the struggle against smuggling at the southern border. “This helps us, ' +
      'taking into account the experience of the valley in the struggle against smuggling,” Nadir said.\n',
  );
  writeFileSync(
    join(folder, 'denial.md'),
    '---\nheadline: Sommer denies remark\noutlet: The Sample\npublished: 2016-09-01\n---\n' +
      'Lea Sommer denied that she had said “the valley can eat grass this winter”.\n\n' +
      'Omar Nadir is wrongly quoted as saying “the border was never ours to close”.\n\n' +
      'Ada Berg, her office said, never told reporters “the river tunnel is a toy for the rich”.\n',
  );
  writeFileSync(
    join(folder, 'tunnel.md'),
    '---\nheadline: The tunnel\noutlet: The Example\npublished: 2016-08-30\n---\n' +
      '“The river tunnel is a toy for the rich,” Ada Berg told reporters on Monday.\n',
  );
  keeper = await openArchiveHere({
    articlesDir: folder,
    dataDir: mkdtempSync(join(tmpdir(), 'readout-')),
    outletsDir: join(root, 'data/outlets'),
    modelsDir: join(root, 'data'),
  });
});
afterAll(() => keeper.close());

const verify = (words: string, who?: string): Promise<Answer> =>
  askQuestion({ command: 'verify', words, ...(who && { who }) }, keeper.archive);
const BRIDGE = 'We won’t pay for the old bridge – not now – until the engineers’ report is out';

test('exact: the words as they stand, with their speaker and source', async () => {
  const answer = await verify(BRIDGE, 'Ada Berg');
  expect(answer.heading).toBe('Verbatim in the archive');
  expect(plainText(answer)).toContain('Ada Berg');
  expect(plainText(answer)).toContain('The Example');
});

describe('words that were not said are never confirmed', () => {
  const DENIED = 'Denied: an article has these words, as never said';
  test.each([
    ['denied by the speaker', 'the valley can eat grass this winter', 'Lea Sommer'],
    ['wrongly attributed', 'the border was never ours to close', 'Omar Nadir'],
    ['changed as well', 'the valley can eat hay this winter', 'Lea Sommer'],
  ])('%s', async (_, words, who) => {
    const answer = await verify(words, who);
    expect(answer.heading).toBe(DENIED);
    expect(plainText(answer)).not.toContain('Verbatim in the archive');
  });

  test('and where one article has them as said and another as denied, both are shown', async () => {
    const answer = await verify('the river tunnel is a toy for the rich');
    expect(answer.heading).toBe(`Verbatim in the archive. ${DENIED}`);
    expect(answer.entries).toHaveLength(2);
  });

  test('a list of quotations tells the denial with them', async () => {
    const answer = await askQuestion({ command: 'quote', who: 'Lea Sommer', about: 'grass' }, keeper.archive);
    expect(plainText(answer)).toContain(DENIED);
  });
});

describe('is no alteration:', () => {
  test.each([
    ['marks of another kind', `"We won't pay for the old bridge - not now - until the engineers' report is out"`],
    ['capitals', BRIDGE.toUpperCase()],
    ['no-break spaces', BRIDGE.replaceAll(' ', '\u00a0')],
    ['an ellipsis at the ends', `… ${BRIDGE} …`],
    ['a full stop or a comma', `${BRIDGE}.`],
  ])('%s', async (_, words) => {
    expect((await verify(words)).heading).toBe('Verbatim in the archive');
  });

  test('an ellipsis where words are left out, which is said', async () => {
    for (const left of ['…', '...', '[…]']) {
      const { heading } = await verify(`We won’t pay for the old bridge ${left} until the engineers’ report is out`);
      expect(heading).toBe('Verbatim in the archive, with words left out where the ellipsis stands');
    }
  });
});

test('altered: the other word struck out and the archive’s added', async () => {
  const answer = await verify('We won’t pay for the new bridge – not now – until the engineers’ report is out');
  expect(answer.heading).toMatch(/^Altered/);
  expect(plainText(answer)).toContain('[-new-] {+old+}');
});

test('an ellipsis does not hide a changed word, nor words in another order', async () => {
  expect((await verify('We won’t pay for the new bridge … until the engineers’ report is out')).heading).toMatch(
    /^Altered/,
  );
  expect((await verify('until the engineers’ report is out … We won’t pay for the old bridge')).heading).not.toMatch(
    /^Verbatim/,
  );
});

test('somebody else said it', async () => {
  expect((await verify(BRIDGE, 'Omar Nadir')).heading).toBe('Verbatim, but somebody else said it: Ada Berg');
});

test('only in indirect speech', async () => {
  const answer = await verify(
    'My country will open the northern border crossing before the end of the winter',
    'Nadir',
  );
  expect(answer.heading).toBe('Not verbatim: only reported in the article’s own words');
  expect(plainText(answer)).toContain('Omar Nadir said that his country would open');
});

test('the article’s own words, not between marks, are no quotation', async () => {
  const answer = await verify('his country would open the northern border crossing before the end of the winter');
  expect(answer.heading).toMatch(/^Not a quotation/);
});

test('not here', async () => {
  const answer = await verify('The moon is made of very old cheese and we shall eat it');
  expect(answer).toMatchObject({ found: false, entries: [] });
});

describe('words in common alone are no alteration:', () => {
  test.each([
    ['a claim with the end of a quotation', 'The valley arms the south in the struggle against smuggling'],
    [
      'a claim with the beginning of one',
      'The ministry will lend farmers machines, money and advice next spring at no interest',
    ],
    ['a claim that takes words from all over one', 'Drought in three provinces: farmers sell cattle, seed and wheat'],
    ['the words in another order', 'cattle wheat granaries provinces drought autumn diesel seed farmers ministry'],
    [
      'a true beginning with as much invented',
      'The ministry will lend farmers seed and diesel, then arrest all traders who hide grain',
    ],
    ['words that carry only grammar', 'It is because of this that they will have to be in the one of those'],
  ])('%s', async (_, words) => {
    const { found, heading } = await verify(words);
    expect({ found, heading }).toEqual({ found: false, heading: 'Nothing in the archive' });
  });

  test('and what comes nearest is shown, as what it is', async () => {
    const { entries } = await verify('The valley arms the south in the struggle against smuggling');
    expect(entries).toHaveLength(1);
    expect(plainText(await verify('The valley arms the south in the struggle against smuggling'))).toContain(
      'What comes nearest',
    );
  });
});

describe('altered is what stands there with some words changed:', () => {
  test.each([
    ['one in the middle', 'because the flood has emptied the granaries of three provinces', '[-flood-] {+drought+}'],
    ['the last one', 'should have to sell cattle to plant barley', '[-barley-] {+wheat+}'],
    ['the first one', 'Parliament signed the fishing treaty', '[-Parliament-] {+We+}'],
    ['a “not” put in', 'the ministry will not lend farmers seed and diesel this autumn', '[-not-]'],
  ])('%s', async (_, words, shown) => {
    const answer = await verify(words);
    expect(answer.heading).toMatch(/^Altered/);
    const compared = plainText(answer)
      .split('\n')
      .find((line) => line.includes('Compared:'));
    expect(compared).toContain(shown);
    // What the quotation says before and after is no difference.
    expect(compared?.match(/\{\+/g) ?? []).toHaveLength(shown.includes('{+') ? 1 : 0);
  });
});

test('a quotation broken off for its speaker is verbatim without the words between', async () => {
  const answer = await verify('We signed the fishing treaty because the sea belongs to both of our countries');
  expect(answer.heading).toBe('Verbatim in the archive');
  expect(plainText(answer)).toContain('Sommer told reporters in the harbour');
});
