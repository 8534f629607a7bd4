import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entry } from '../../../src/answers/answer.ts';
import { line, plainText } from '../../../src/answers/plain.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { askWords } from '../../../src/remote/ask.ts';
import type { Day } from '../../../src/text/edtf.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

// Made events that several outlets tell with other dates, places, figures and aims; beside them what is easily taken for them.

const ARTICLES: Readonly<Record<string, readonly [outlet: string, published: string, text: string]>> = {
  patrol1: [
    'Northern Courier',
    '2017-06-04',
    'On 3 June 2017 Norway and Denmark began joint patrols in the strait with four boats to stop smuggling of fuel. ' +
      'The weather was calm.',
  ],
  patrol2: [
    'Strait Times',
    '2017-06-07',
    'Denmark and Norway started joint patrols of the strait on 5 June 2017, with six boats, in order to protect fishing crews, ' +
      'the navies announced in Skagen. Prices of fish rose.',
  ],
  patrol3: [
    'Harbour Radio',
    '2017-06-09',
    'The joint patrols of Danish and Norwegian boats, which began this week in Kristiansand, are aimed at smuggling gangs in the strait. ' +
      'A choir sang in the evening.',
  ],
  again: [
    'Northern Courier',
    '2019-04-12',
    'On 11 April 2019 Norway and Denmark ended joint patrols in the strait after a quarrel over the costs of boats.',
  ],
  elsewhere: [
    'Southern Mail',
    '2017-06-06',
    'On 4 June 2017 Peru and Chile began joint patrols in the desert with horses to find lost hikers.',
  ],
  fire: [
    'Strait Times',
    '2018-02-03',
    'A fire in the glass factory in Velden on 1 February 2018 injured 14 workers, the Harbour Union said. ' +
      'Near Glass Square firemen fought against the Ember Gang for hours.',
  ],
  fireCopied: [
    'Mirror Net',
    '2018-02-04',
    'A fire in the glass factory in Velden on 1 February 2018 injured 14 workers, the Harbour Union said. ' +
      'Near Glass Square firemen fought against the Ember Gang for hours.',
  ],
  fireToo: [
    'Northern Courier',
    '2018-02-05',
    'The fire that burned down the glass factory in Velden on 2 February 2018 injured 21 workers, according to the mayor.',
  ],
};

let keeper: Keeper;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-'));
  for (const [name, [outlet, published, text]] of Object.entries(ARTICLES))
    writeFileSync(
      join(folder, `${name}.md`),
      `---\nheadline: ${name}\noutlet: ${outlet}\npublished: ${published}\n---\n${text}\n\n` +
        `${`${outlet} is read by many in its town. `.repeat(3)}\n`,
    );
  const root = resolve(import.meta.dirname, '../../..');
  keeper = await openArchiveHere({
    articlesDir: folder,
    dataDir: mkdtempSync(join(tmpdir(), 'readout-')),
    outletsDir: join(root, 'data/outlets'),
    modelsDir: join(root, 'data'),
  });
});
afterAll(() => keeper.close());

const ask = (about: string) => askWords(`/compare ${about}`, keeper.archive, '2026-11-21' as Day);
const words = (entry: Entry | undefined) => (entry ? [entry.title, ...entry.body].map(line).join('\n') : '');

test('three outlets that differ in day, place, figure and aim are told side by side, with what each says', async () => {
  const { entries, heading } = await ask('joint patrols in the strait');
  expect(heading).toBe('joint patrols in the strait: 3 reports by 3 outlets');
  const agreement = words(entries[0]);
  expect(agreement).toMatch(/When: the dates differ \(Northern Courier: 3 June 2017; Strait Times: 5 June 2017/);
  expect(agreement).toMatch(/Who: all name .*(Norway.*Denmark|Denmark.*Norway)/);
  expect(agreement).toMatch(
    /How many: Northern Courier: four boats; Strait Times: six boats; not stated by Harbour Radio/,
  );
  expect(agreement).toMatch(/Where: .*Harbour Radio: Kristiansand/);
  expect(agreement).toMatch(/What for: Northern Courier: … to stop smuggling of fuel/);
});

test('neither the same two years later nor the same of others is taken for it', async () => {
  const told = plainText(await ask('joint patrols in the strait'));
  expect(told).not.toContain('2019');
  expect(told).not.toContain('Peru');
});

test('two that print one text are one telling, and that is said', async () => {
  const { entries, heading } = await ask('fire in the glass factory in Velden');
  expect(heading).toBe('fire in the glass factory in Velden: 2 reports by 2 outlets');
  expect(words(entries[0])).toContain('Strait Times and Mirror Net print one text: one source, not 2.');
  expect(words(entries[0])).toContain('14 workers');
  expect(words(entries[0])).toContain('21 workers');
});

test('who reports, is fought or gives a place its name does not stand under “who”', async () => {
  const { entries } = await ask('fire in the glass factory in Velden');
  for (const entry of entries) expect(words(entry)).not.toMatch(/Who: [^·\n]*(?:Glass Square|Ember Gang)/);
});
