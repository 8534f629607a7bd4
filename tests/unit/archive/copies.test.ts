import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { placesWith } from '../../support/builders.ts';
import { cutShort, rewrapped } from '../../support/made-copies.ts';
import { openArchiveHere } from '../../support/open-archive.ts';
import { seeded } from '../../support/seeded.ts';

const TOWNS = ['Oslo', 'Bergen', 'Rome', 'Cairo', 'Lima', 'Hanoi', 'Accra', 'Quito', 'Riga', 'Doha'];
const THINGS = [
  'the harbour',
  'a tram line',
  'the old market',
  'two bridges',
  'the water works',
  'a school',
  'the bank',
];

/** A story of thirty sentences that no other shares. */
function story(seed: number): string {
  const random = seeded(seed);
  const one = (of: readonly string[]) => of[Math.floor(random() * of.length)] ?? '';
  return Array.from(
    { length: 30 },
    (_, at) =>
      `In ${one(TOWNS)} the council spoke of ${one(THINGS)} for ${Math.floor(random() * 900)} minutes, and report ${seed} part ${at} was read out before ${Math.floor(random() * 900)} people left for ${one(TOWNS)}.`,
  ).join(' ');
}

/** Said to be German, so that nobody looks for people in it: copies are a matter of words alone. */
const articleFile = (published: string, text: string): string =>
  `---\npublished: ${published}\nlanguage: de\nheadline: A headline of ${published}\n---\n${text}\n`;

const FILES = Object.fromEntries(
  Array.from({ length: 40 }, (_, at) => [`${String(at).padStart(2, '0')}.md`, articleFile('2019-05-01', story(at))]),
);

/** Every article that is a copy, and of what. */
const copiesIn = async ({ archive }: Keeper) =>
  Object.fromEntries(
    (await archive.articles()).flatMap(({ id, copyOf }) => (copyOf === null ? [] : [[id, copyOf]])).sort(),
  );

test('copies are known by their original, also as articles come, change and go', { timeout: 180_000 }, async () => {
  const places = placesWith({
    ...FILES,
    'cut.md': articleFile('2019-05-02', cutShort(story(3), seeded(1))),
    'again.md': articleFile('2019-05-02', rewrapped(story(5))),
  });
  const put = (name: string, text: string) =>
    writeFileSync(join(places.articlesDir, name), articleFile('2019-05-03', text));
  const keeper = await openArchiveHere(places);
  try {
    expect(await copiesIn(keeper)).toEqual({ cut: '03', again: '05' });

    put('longer.md', `${story(3)} The council of Oslo closes on Sundays, as the mayor had promised long before.`);
    await keeper.reindex(() => {});
    expect(await copiesIn(keeper)).toEqual({ '03': 'longer', cut: 'longer', again: '05' });

    rmSync(join(places.articlesDir, 'longer.md'));
    put('05.md', story(99));
    await keeper.reindex(() => {});
    expect(await copiesIn(keeper)).toEqual({ cut: '03' });

    rmSync(join(places.articlesDir, '03.md'));
    await keeper.reindex(() => {});
    expect(await copiesIn(keeper)).toEqual({});
  } finally {
    await keeper.close();
  }
});
