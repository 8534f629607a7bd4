import { expect, test } from 'vitest';
import { holdingsOf } from '../../../src/playground/holdings.ts';
import { openArchiveOfFive } from '../../support/archive-of-five.ts';

test('what the archive holds is counted: articles, outlets, people, and from when to when', async () => {
  const keeper = await openArchiveOfFive();
  const { outlets, people, ...rest } = await holdingsOf(keeper.archive);
  await keeper.close();
  expect(rest).toEqual({ articles: 5, from: '27 September 2015', to: '5 February 2021' });
  expect(outlets).toBeGreaterThan(1);
  expect(people).toBeGreaterThan(5);
});
