import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { line, plainText } from '../../../src/answers/plain.ts';
import { type Keeper, openArchive } from '../../../src/archive/keeper.ts';
import { askWords } from '../../../src/remote/ask.ts';
import type { Day } from '../../../src/text/edtf.ts';

// A made morning: one event in three outlets (one of them a copy), one in one, a plan, and the same kind of event two years before.

const FLOOD =
  'The river Orla broke its banks at Varn on Tuesday and flooded the old town, and four hundred people had to leave their houses during the night. Firemen from the whole province came with boats to Varn, and the mayor closed both bridges over the Orla until the water falls.';
const ARTICLES: Readonly<Record<string, readonly [headline: string, outlet: string, published: string, text: string]>> =
  {
    a: ['Orla floods Varn', 'The Morning Paper', '2026-11-24', FLOOD],
    b: ['Orla floods Varn', 'The Evening Paper', '2026-11-24', FLOOD],
    c: [
      'Flood in Varn: bridges over the Orla closed',
      'The Weekly',
      '2026-11-25',
      'Four hundred people spent the night in a school after the Orla flooded the old town of Varn. Both bridges stay closed, the mayor of Varn said, and firemen bring food to houses by boat as the water of the river still rises.',
    ],
    d: [
      'A museum of clocks opens',
      'The Weekly',
      '2026-11-25',
      'In Tarnow a museum of clocks opened its doors with nine hundred pieces, most of them from one watchmaker who never sold any. Children may wind them on Sundays.',
    ],
    e: [
      'Berg to meet Nadir',
      'The Morning Paper',
      '2026-11-25',
      'Foreign Minister Ada Berg will meet Omar Nadir in Geneva on 4 December 2026. They want to speak of the ferries.',
    ],
    before: [
      'Orla floods Varn',
      'The Weekly',
      '2024-11-24',
      'The Orla flooded the old town of Varn and both bridges were closed, and four hundred people left their houses in boats of the firemen.',
    ],
  };

let keeper: Keeper;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-'));
  const articlesDir = join(folder, 'articles');
  mkdirSync(articlesDir);
  for (const [name, [headline, outlet, published, text]] of Object.entries(ARTICLES))
    writeFileSync(
      join(articlesDir, `${name}.md`),
      `---\nheadline: "${headline}"\noutlet: ${outlet}\npublished: ${published}\n---\n${text}\n`,
    );
  keeper = await openArchive({
    articlesDir,
    dataDir: join(folder, 'var'),
    outletsDir: 'data/outlets',
    modelsDir: 'data',
  });
});
afterAll(() => keeper.close());

const ask = (typed: string) => askWords(typed, keeper.archive, '2026-11-26' as Day);

test('what happened stands once, the most reported first, with copies counted once and its sentences cited', async () => {
  const { heading, entries } = await ask('/briefing since:2026-11-20');
  expect(heading).toBe('5 new articles, 3 events');
  const [flood] = entries;
  expect(flood?.body.map(line).join('\n')).toContain('3 articles, 2 sources · 3 outlets');
  expect(flood?.citations.length).toBeGreaterThan(2);
});

test('no event is put together out of two years', async () => {
  const { heading, entries } = await ask('/briefing since:2020');
  expect(heading).toBe('6 new articles, 4 events');
  expect(entries.filter(({ title }) => line(title).includes('Varn'))).toHaveLength(2);
});

test('what is planned for the days ahead is a diary, here and in /met', async () => {
  expect(plainText(await ask('/briefing since:2026-11-20'))).toMatch(/Planned\n\n4 December 2026 · Geneva · ○ planned/);
  expect(plainText(await ask('/met planned:true since:today'))).toContain('4 December 2026');
  expect((await ask('/met planned:true since:2026-12-05')).found).toBe(false);
});

test('of a person, an outlet or a topic it has what concerns them', async () => {
  expect((await ask('/briefing since:2026-11-20 about:clocks')).heading).toBe('1 new article, 1 event');
  expect((await ask('/briefing since:2026-11-20 about:Ada Berg, The Weekly')).heading).toBe('3 new articles, 3 events');
});

test('with nothing new it says so', async () => {
  expect(plainText(await ask('/briefing since:2026-11-26'))).toContain('Nothing new came in.');
});
