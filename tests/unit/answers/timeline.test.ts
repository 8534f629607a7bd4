import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import type { TimelinePicture } from '../../../src/answers/picture.ts';
import { line } from '../../../src/answers/plain.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { askWords } from '../../../src/remote/ask.ts';
import { type Day, mayCoincide } from '../../../src/text/edtf.ts';
import { openArchiveOfFive } from '../../support/archive-of-five.ts';

let keeper: Keeper;
const ask = (words: string): Promise<Answer> => askWords(words, keeper.archive, '2026-11-21' as Day);

beforeAll(async () => {
  keeper = await openArchiveOfFive();
  await keeper.reindex(() => {});
});
afterAll(() => keeper.close());

const pictureOf = ({ picture }: Answer): TimelinePicture =>
  picture?.is === 'timeline' ? picture : expect.fail('there is no timeline');

test('every mark leads to entries of its own kind and date, and every dated entry has one', async () => {
  const answer = await ask('/timeline Iraq');
  const { points } = pictureOf(answer);
  expect(new Set(points.map(({ kind }) => kind))).toEqual(new Set(['meeting', 'quotation', 'article']));
  const led = points.flatMap(({ entries }) => entries);
  expect(new Set(led).size).toBe(led.length);
  for (const { kind, entries, label } of points)
    for (const number of entries) {
      const entry = answer.entries[number - 1];
      expect(line(entry?.title ?? [])).toMatch(new RegExp(`^${number} · ${kind === 'article' ? 'Article' : ''}`));
      if (kind === 'article') expect(entry?.body.map(line).join()).toContain(label);
    }
  const undated = answer.assumed.join().match(/(\d+) events? without a date/)?.[1] ?? 0;
  expect(led).toHaveLength(answer.entries.length - Number(undated));
});

test('quotations in a picture are words as they stand in the article, what is left out told outside the marks', async () => {
  const { points } = pictureOf(await ask('/timeline Lavrov'));
  const quoted = points.filter(({ kind }) => kind === 'quotation');
  expect(quoted.length).toBeGreaterThan(0);
  const bodies = await Promise.all(
    (await keeper.archive.articles()).map(async ({ id }) => (await keeper.archive.article(id))?.article.body ?? ''),
  );
  for (const { label } of quoted) {
    const [, words = ''] = /: “(.+)”(?: …)?$/.exec(label) ?? [];
    expect(words).not.toBe('');
    expect(bodies.some((body) => body.replace(/\s+/g, ' ').includes(words))).toBe(true);
  }
});

test('a timeline may be narrowed in time', async () => {
  const answer = await ask('timeline of Iraq since 2016');
  expect(answer.question).toMatchObject({ command: 'timeline', about: 'Iraq', since: '2016' });
  for (const { date } of pictureOf(answer).points) expect(mayCoincide(date, '2016/..' as typeof date)).toBe(true);
});

test.each([
  ['network of Bogdanov', { command: 'network', person: 'Bogdanov' }],
  ['draw me a graph of who met whom', { command: 'network' }],
  ['show the network around Bogdanov since 2016', { command: 'network', person: 'Bogdanov', since: '2016' }],
  ['/network Bogdanov', { command: 'network', person: 'Bogdanov' }],
  ['timeline of the talks in Baghdad', { command: 'timeline', about: 'talks in Baghdad' }],
  ['/timeline about:Mosul since:2016', { command: 'timeline', about: 'Mosul', since: '2016' }],
  ['compare how outlets report the joint centre', { command: 'compare', about: 'joint centre' }],
  [
    'How did the media cover the airstrikes in 2015?',
    { command: 'compare', about: 'airstrikes', since: '2015', until: '2015' },
  ],
])('“%s” is understood', async (words, question) => {
  expect((await ask(words)).question).toEqual(question);
});

test('what nothing is told of has no picture, and says so', async () => {
  for (const words of ['/timeline zeppelin racing', '/network Zebulon Quackenbush']) {
    const answer = await ask(words);
    expect(answer).toMatchObject({ found: false });
    expect(answer.picture).toBeUndefined();
  }
});
