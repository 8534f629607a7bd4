import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Meeting } from '../../../src/archive/archive.ts';
import {
  addCorrection,
  type CorrectionOf,
  forgetCorrector,
  readCorrections,
  undoCorrection,
} from '../../../src/archive/corrections/file.ts';
import { correctionsAstray } from '../../../src/archive/corrections/holding.ts';
import type { ArchivePlaces, Keeper } from '../../../src/archive/keeper.ts';
import type { ArticleId } from '../../../src/corpus/article.ts';
import { articleFile, date, placesWith } from '../../support/builders.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

const TALKS = `Ada Berg met Omar Nadir in Geneva on 12 November 2015. "We will go on until we agree," Berg said.

Prime Minister Eva Quill praised the talks.`;
const VISIT = `Minister Omar Nadir visited the mayor of Bergen in Oslo on Monday. "The road is open," Nadir said.`;
const MATCH = 'The footballer Omar Nadir scored twice. "It was a good day," Omar Nadir said.';

let places: ArchivePlaces;
let keeper: Keeper;

beforeAll(async () => {
  places = placesWith({});
  for (const [name, published, text] of [
    ['talks', '2015-11-13', TALKS],
    ['visit', '2015-11-18', VISIT],
    ['match', '2016-05-02', MATCH],
  ] as const) {
    writeFileSync(
      join(places.articlesDir, `${name}.md`),
      articleFile(published, text).replace('---\n', '---\noutlet: The Example\n'),
    );
  }
  keeper = await openArchiveHere(places);
});

afterAll(() => keeper.close());

const id = (name: string) => name as ArticleId;
const BY = '100000000000000001';

async function correct(what: CorrectionOf) {
  const { number } = addCorrection(places.dataDir, BY, what, new Date('2026-01-02T03:04:05Z'));
  const report = await keeper.reindex(() => {});
  return { number, report };
}

async function undo(number: number) {
  undoCorrection(places.dataDir, number);
  return keeper.reindex(() => {});
}

async function speakerOf(words: string): Promise<string | null> {
  const all = await keeper.archive.quotations();
  for (const { card, quotation, speaker } of all) {
    const stored = await keeper.archive.article(card.id);
    if (!stored?.article.body.slice(quotation.start, quotation.end).includes(words)) continue;
    return (speaker && (await keeper.archive.actor(speaker))?.name) ?? null;
  }
  throw new Error(`no quotation has "${words}"`);
}

const meetingIn = async (article: string): Promise<Meeting | undefined> =>
  (await keeper.archive.meetings()).find(({ evidence }) => evidence.some(({ card }) => card.id === article));

test('a wrong speaker is put right, reading only the article concerned, and undone as if it had never been', async () => {
  expect(await speakerOf('go on until')).toBe('Ada Berg');
  const { number, report } = await correct({
    what: 'speaker',
    article: id('talks'),
    words: 'until we agree',
    is: 'Eva Quill',
  });
  expect(report).toMatchObject({ readAnew: 1, reused: 2 });
  expect(await speakerOf('go on until')).toBe('Eva Quill');
  expect(await speakerOf('road is open')).toBe('Omar Nadir');
  expect((await undo(number)).readAnew).toBe(1);
  expect(await speakerOf('go on until')).toBe('Ada Berg');
});

test('a speaker whom the article does not name, or nobody, can be told as well', async () => {
  const first = await correct({ what: 'speaker', article: id('talks'), words: 'We will go on', is: 'Ines Okafor' });
  expect(await speakerOf('go on until')).toBe('Ines Okafor');
  const second = await correct({ what: 'speaker', article: id('talks'), words: 'We will go on', is: null });
  expect(readCorrections(places.dataDir)).toHaveLength(1);
  expect(first.number).not.toBe(second.number);
  expect(await speakerOf('go on until')).toBeNull();
  await undo(second.number);
});

test('a meeting’s date and place are put right; what was no meeting is none', async () => {
  expect(await meetingIn('talks')).toMatchObject({ date: '2015-11-12', place: 'Geneva' });
  const words = 'Berg met Omar Nadir';
  const dated = await correct({ what: 'meeting date', article: id('talks'), words, is: date('2015-11-11') });
  const placed = await correct({ what: 'meeting place', article: id('talks'), words, is: null });
  expect(await meetingIn('talks')).toMatchObject({ date: '2015-11-11', place: null });
  const gone = await correct({ what: 'not a meeting', article: id('talks'), words });
  expect(await meetingIn('talks')).toBeUndefined();
  for (const { number } of [gone, placed, dated]) await undo(number);
  expect(await meetingIn('talks')).toMatchObject({ date: '2015-11-12', place: 'Geneva' });
});

test('two names that are one person’s are one person, found by either', async () => {
  const { number } = await correct({ what: 'one person', name: 'Eva Quill', is: 'Ada Berg' });
  const [match] = await keeper.archive.findActors('Eva Quill');
  expect(match?.actor.name).toBe('Ada Berg');
  expect(match?.actor.spellings).toEqual(expect.arrayContaining(['Ada Berg', 'Eva Quill']));
  expect(await correctionsAstray(readCorrections(places.dataDir), keeper.archive)).toEqual([]);
  await undo(number);
  expect((await keeper.archive.findActors('Eva Quill'))[0]?.actor.name).toBe('Eva Quill');
});

test('a namesake is another person, and whoever asks by the name is asked which', async () => {
  expect(await keeper.archive.findActors('Omar Nadir')).toHaveLength(1);
  const { number, report } = await correct({
    what: 'two people',
    article: id('match'),
    name: 'Omar Nadir',
    is: 'the footballer',
  });
  expect(report.readAnew).toBe(1);
  const names = (await keeper.archive.findActors('Omar Nadir')).map(({ actor }) => actor.name);
  expect(names.sort()).toEqual(['Omar Nadir', 'Omar Nadir (the footballer)']);
  expect(await speakerOf('a good day')).toBe('Omar Nadir (the footballer)');
  expect(await speakerOf('road is open')).toBe('Omar Nadir');
  await undo(number);
});

test('an outlet’s kind and an article’s date are put right without reading anything else', async () => {
  const kind = await correct({ what: 'outlet', outlet: 'the example', is: 'blog' });
  expect(kind.report.readAnew).toBe(0);
  expect((await keeper.archive.article(id('visit')))?.article.outlet.kind).toBe('blog');
  const published = await correct({ what: 'published', article: id('visit'), is: date('2015-11-25') });
  expect(published.report.readAnew).toBe(1);
  expect((await keeper.archive.article(id('visit')))?.article.published?.date).toBe('2015-11-25');
  // "On Monday" is told from the day of publication.
  expect((await meetingIn('visit'))?.date).toBe('2015-11-23');
  await undo(kind.number);
  await undo(published.number);
});

test('a correction that no longer finds its text says so', async () => {
  const words = 'Nadir visited the mayor';
  await correct({ what: 'meeting place', article: id('visit'), words, is: 'Bergen' });
  await correct({ what: 'not a meeting', article: id('match'), words: 'scored twice' });
  await correct({ what: 'one person', name: 'Nobody Atall', is: 'Ada Berg' });
  const astray = async () =>
    (await correctionsAstray(readCorrections(places.dataDir), keeper.archive)).map(({ because, name }) =>
      because.replace('{name}', name),
    );
  expect(await astray()).toEqual(['the archive knows nobody called Nobody Atall']);
  writeFileSync(join(places.articlesDir, 'visit.md'), articleFile('2015-11-18', 'Nothing of the kind happened.'));
  rmSync(join(places.articlesDir, 'match.md'));
  await keeper.reindex(() => {});
  expect(await astray()).toEqual([
    'its words no longer stand in the article',
    'its article is not in the archive',
    'the archive knows nobody called Nobody Atall',
  ]);
});

test('the file can be read and edited by people, and tells who made what when, until they want to be forgotten', () => {
  const file = join(places.dataDir, 'corrections.yaml');
  const content = readFileSync(file, 'utf8');
  expect(content).toMatch(/by: "?100000000000000001"?/);
  expect(content).toContain('when: 2026-01-02T03:04:05');
  expect(content).toContain('words: Nadir visited the mayor');
  expect(forgetCorrector(places.dataDir, BY)).toBe(3);
  expect(readFileSync(file, 'utf8')).not.toContain(BY);
  writeFileSync(file, '- {number: 1, by: null, when: 2026-01-02, what: published, article: talks, is: 2015}\n');
  expect(readCorrections(places.dataDir)).toMatchObject([{ is: '2015', by: null }]);
  writeFileSync(file, '- {number: 1, by: null, when: 2026-01-02, what: published, article: talks, is: last week}\n');
  expect(() => readCorrections(places.dataDir)).toThrow(/"last week" is no date/);
});
