import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { articleFile, placesWith } from '../../support/builders.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

let keeper: Keeper;

beforeAll(async () => {
  keeper = await openArchiveHere(
    placesWith({
      'one.md': articleFile(
        '2019-05-01',
        'Foreign Minister Karim Zawari met Prime Minister Helena Brandt in Geneva on Tuesday. Zawari said: "We agreed." Brandt left Geneva.',
      ),
      'two.md': articleFile(
        '2019-05-03',
        'Foreign Minister Karim al-Zawari met Ambassador Piet Zandstra in Geneva on Thursday. Al-Zawari said: "We met again."',
      ),
      'three.md': articleFile(
        '2019-05-09',
        'Karim Zawary, the foreign minister, met Helena Brandt in Oslo on Wednesday. Zawary said: "We are done."',
      ),
    }),
  );
});

afterAll(() => keeper.close());

const complete = (what: 'person' | 'place' | 'article', typed: string) => keeper.archive.complete(what, typed, 25);

test('one person is offered once, in however many spellings the articles write the name', async () => {
  for (const typed of ['zaw', 'Karim Z', 'zawari', 'al-Zawari', 'Zawary', 'Завари', 'زواري', 'zavari']) {
    const offered = (await complete('person', typed)).filter((name) => /zawar/i.test(name));
    expect(offered, typed).toHaveLength(1);
  }
});

test('who is mentioned most comes first, also before anything is typed', async () => {
  expect((await complete('person', ''))[0]).toMatch(/Zawar/);
  expect((await complete('person', 'z'))[0]).toMatch(/Zawar/);
});

test('an unfinished word may hold an error', async () => {
  expect(await complete('person', 'brabd')).toContain('Helena Brandt');
});

test('places where most meetings were come first, each once', async () => {
  expect(await complete('place', '')).toEqual(['Geneva', 'Oslo']);
  expect(await complete('place', 'os')).toEqual(['Oslo']);
});

test('headlines come newest first', async () => {
  expect(await complete('article', 'headline of')).toEqual([
    'A headline of 2019-05-09',
    'A headline of 2019-05-03',
    'A headline of 2019-05-01',
  ]);
});

test('of a surname that one bears by far no choice is offered; else nobody is taken silently', async () => {
  const often = 'Prime Minister Helena Brandt spoke. '.concat('Brandt spoke again. '.repeat(45));
  const files = {
    'often.md': articleFile('2019-05-01', often),
    'once.md': articleFile('2019-05-02', 'The painter Otto Brandt died in Geneva.'),
    'lee.md': articleFile('2019-05-03', 'Foreign Minister Sara Weil met envoy Martin Weil in Oslo on Friday.'),
  };
  const other = await openArchiveHere(placesWith(files));
  try {
    const matches = async (name: string) =>
      (await other.archive.findActors(name)).map(({ actor, how }) => `${actor.name} ${how}`);
    expect(await matches('Brandt')).toEqual(['Helena Brandt same', 'Otto Brandt part']);
    expect((await matches('Weil')).sort()).toEqual(['Martin Weil part', 'Sara Weil part']);
  } finally {
    await other.close();
  }
});
