import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openArchive } from '../../src/archive/keeper.ts';
import { loadOutlets } from '../../src/corpus/outlets.ts';
import { importArticles } from '../../src/intake/import-articles.ts';
import { keepArticle, stemFor } from '../../src/intake/keep.ts';
import { openReader } from '../../src/intake/read-in-worker.ts';
import { pdfOf } from '../support/bombs.ts';
import { articleFile, placesWith } from '../support/builders.ts';

// What is made to fill the memory, to keep the bot busy, or to lead out of its folders. Bombs of gzip, YAML and HTML stand in
// tests/unit/intake/fetch-page.test.ts, tests/unit/corpus/formats.test.ts and tests/unit/intake/sources.test.ts.

const MB = 2 ** 20;
const places = placesWith({ 'oslo.md': articleFile('2019-05-02', 'Anna Berg met Omar Dari in Oslo on Thursday.') });
const reader = openReader(places, 60_000, 250);
afterAll(() => reader.close());

test('a PDF of a few kilobytes that unpacks to 700 MB is given up before it has taken them', async () => {
  const bomb = pdfOf(Buffer.alloc(700 * MB));
  expect(bomb.length).toBeLessThan(100_000);
  await expect(reader.read('file', { name: 'bomb.pdf', bytes: bomb })).rejects.toThrow('too much memory');
  // And the next one is read.
  const plain = { name: 'a.txt', bytes: Buffer.from('The ferry sailed on Thursday, and carried two hundred people.') };
  expect((await reader.read('file', plain)).sources).toHaveLength(1);
});

test('a PDF nested beyond reason is refused, and so is one whose pages lead in circles', async () => {
  const nested = Buffer.from(`%PDF-1.4\n1 0 obj\n${'['.repeat(200_000)}\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF`);
  await expect(reader.read('file', { name: 'nested.pdf', bytes: nested })).rejects.toThrow();
  const circle = Buffer.from(
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9999999 >>\n' +
      'endobj\ntrailer << /Size 3 /Root 1 0 R >>\n%%EOF\n',
  );
  await expect(reader.read('file', { name: 'circle.pdf', bytes: circle })).rejects.toThrow();
});

test('an articles folder of links, pipes, devices and twins is read to its end, and each is named', async () => {
  const body = articleFile('2019-05-02', 'Anna Berg met Omar Dari in Oslo on Thursday.');
  const here = placesWith({ 'oslo.md': body, 'caf\u00e9.md': body, 'cafe\u0301.md': body, '\u202edm.olso.md': body });
  const at = (name: string) => join(here.articlesDir, name);
  symlinkSync('/dev/zero', at('endless.md'));
  symlinkSync('/dev/stdin', at('input.md'));
  symlinkSync('../../../../../../etc/passwd', at('passwd.md'));
  symlinkSync(at('circle.md'), at('circle.md'));
  symlinkSync('.', at('again'));
  const pipe = spawnSync('mkfifo', [at('pipe.md')]).status === 0;
  // Only root may make a device.
  const device = spawnSync('mknod', [at('zero.md'), 'c', '1', '5']).status === 0;
  const keeper = await openArchive(here);
  const { articles, unread } = await keeper.archive.status();
  await keeper.close();
  expect(articles).toBe(3);
  const named = unread.map(({ file }) => file);
  const expected = ['again', 'circle.md', 'endless.md', 'input.md', 'passwd.md'];
  expect(named).toEqual(
    expect.arrayContaining([...expected, ...(pipe ? ['pipe.md'] : []), ...(device ? ['zero.md'] : [])]),
  );
  expect(unread.find(({ file }) => file.normalize('NFC') === 'caf\u00e9.md')?.reason).toContain('its name is that of');
});

test('whatever an article or its file is called, it is kept inside the articles folder', async () => {
  const { articlesDir, dataDir } = placesWith({});
  const names = [
    '../../evil',
    '/etc/cron.d/evil',
    '..',
    '.',
    '',
    'CON',
    'a\0b',
    '\u202eevil',
    '..%2f..%2fevil',
    'x'.repeat(400),
    '~/x',
  ];
  const lines = names.map((id, at) =>
    JSON.stringify({ id, headline: `${id} ${at}`, text: `The ferry sailed on day ${at} of the month.` }),
  );
  const file = join(dirname(articlesDir), 'old.jsonl');
  writeFileSync(file, lines.join('\n'));
  const to = { articlesDir, dataDir, outlets: loadOutlets([]) };
  const { kept, failed } = await importArticles(file, to, () => {}, new AbortController().signal);
  expect(kept + failed.length).toBe(names.length);
  for (const headline of names) {
    const stem = stemFor({
      headline,
      outlet: { name: headline, kind: 'unreviewed', country: null, basis: null },
      published: null,
      url: null,
    });
    await keepArticle(articlesDir, { stem, content: 'x', original: { name: headline, bytes: Buffer.from('x') } }).catch(
      () => {},
    );
  }
  const all = readdirSync(articlesDir, { recursive: true }).map(String);
  for (const name of all) expect(basename(name)).toMatch(/^[\w.-]+$/);
  const around = ['articles', 'old.jsonl', ...(existsSync(dataDir) ? [basename(dataDir)] : [])];
  expect(readdirSync(dirname(articlesDir)).sort()).toEqual(around);
});
