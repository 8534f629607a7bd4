import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion } from '../../commands/index.ts';
import type { Answer } from '../../src/answers/answer.ts';
import { plainText } from '../../src/answers/plain.ts';
import { type Keeper, openArchive } from '../../src/archive/keeper.ts';

// A pasted quotation against the archive: each verdict, and what does not count as a difference.

let keeper: Keeper;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-'));
  const root = join(import.meta.dirname, '../..');
  writeFileSync(
    join(folder, 'bridge.md'),
    '---\nheadline: The bridge\noutlet: The Example\npublished: 2015-11-13\n---\n' +
      'Ada Berg, the transport minister, answered questions on Friday. “We won’t pay for the old bridge – not now – until ' +
      'the engineers’ report is out,” Berg said.\n\n' +
      'Omar Nadir said that his country would open the northern border crossing before the end of the winter.\n',
  );
  keeper = await openArchive({
    articlesDir: folder,
    dataDir: mkdtempSync(join(tmpdir(), 'readout-')),
    outletsFile: join(root, 'data/outlets.yaml'),
    modelFile: join(root, 'data/names.model'),
  });
});
afterAll(() => keeper.close());

const verify = (words: string, who?: string): Promise<Answer> =>
  answerQuestion({ command: 'verify', words, ...(who && { who }) }, keeper.archive);
const BRIDGE = 'We won’t pay for the old bridge – not now – until the engineers’ report is out';

test('exact: the words as they stand, with their speaker and source', async () => {
  const answer = await verify(BRIDGE, 'Ada Berg');
  expect(answer.heading).toBe('Verbatim in the archive');
  expect(plainText(answer)).toContain('Ada Berg');
  expect(plainText(answer)).toContain('The Example');
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
