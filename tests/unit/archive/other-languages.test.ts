import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainText } from '../../../src/answers/plain.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { askQuestion } from '../../../src/remote/ask.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

// Articles that are not English: found and shown, and read for nothing that only English rules could find.

let keeper: Keeper;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-'));
  const articlesDir = join(folder, 'articles');
  mkdirSync(articlesDir);
  writeFileSync(
    join(articlesDir, 'russian.md'),
    `---\nheadline: Переговоры в Женеве\n---\nМинистр иностранных дел Олег Воронцов встретился в пятницу в Женеве со своей коллегой Адой Берг. «Мы откроем два перехода до зимы», — сказал Воронцов после переговоров, которые продолжались более трёх часов в гостинице у озера.\n`,
  );
  writeFileSync(
    join(articlesDir, 'german.txt'),
    'Außenministerin Ada Berg traf am Freitag in Genf ihren Amtskollegen Oleg Woronzow. „Wir öffnen zwei Übergänge vor dem Winter“, sagte Berg nach den Gesprächen, die länger als drei Stunden dauerten. Ein Abkommen sei noch nicht in Sicht, hieß es.\n',
  );
  keeper = await openArchiveHere({
    articlesDir,
    dataDir: join(folder, 'var'),
    outletsDir: 'data/outlets',
    modelsDir: 'data',
  });
});
afterAll(() => keeper.close());

test('are recognised, and no quotation, meeting or person is read in them', async () => {
  const cards = await keeper.archive.articles();
  expect(cards.map(({ language }) => language).sort()).toEqual(['de', 'ru']);
  expect(await keeper.archive.status()).toMatchObject({ articles: 2, quotations: 0, meetings: 0, people: 0 });
});

test.each(['переговоров', 'Воронцов', 'Amtskollegen'])('are found by their words: %s', async (words) => {
  expect((await keeper.archive.search(words)).hits.length).toBeGreaterThan(0);
});

test('say plainly on their card that they are not read', async () => {
  const answer = await askQuestion({ command: 'article', article: 'russian' }, keeper.archive);
  expect(plainText(answer)).toContain(
    'In Russian: found by its words; quotations and meetings are read in English articles only',
  );
  expect(plainText(answer)).not.toContain('0 meetings');
});

test('are found by a name in another script', async () => {
  const { hits } = await keeper.archive.search('Vorontsov');
  expect(hits.map(({ card }) => card.id)).toContain('russian');
});
