import { mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readOutlets } from '../../../src/corpus/outlets.ts';
import { type ImportProgress, importArticles } from '../../../src/intake/import-articles.ts';
import { newsPage, TALKS } from '../../support/site.ts';

const outlets = readOutlets('data/outlets');
let folder: string;
let to: { articlesDir: string; dataDir: string; outlets: typeof outlets };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-'));
  to = { articlesDir: join(folder, 'articles'), dataDir: join(folder, 'var'), outlets };
  mkdirSync(to.articlesDir);
});

const files = () =>
  readdirSync(to.articlesDir, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.md'))
    .sort();
const article = (n: number) => ({
  id: `story ${n}`,
  headline: `Story ${n}`,
  text: TALKS.map((words) => `${words} ${n}.`).join('\n\n'),
});
const never = new AbortController().signal;

describe('an import', () => {
  it('of a .jsonl file makes a file of each line, and says how far it is', async () => {
    const file = join(folder, 'old.jsonl');
    writeFileSync(
      file,
      [1, 2, 3]
        .map((n) => JSON.stringify(article(n)))
        .concat('no JSON', '')
        .join('\n'),
    );
    const seen: ImportProgress[] = [];
    const report = await importArticles(file, to, (at) => seen.push(at), never);
    expect(report).toMatchObject({
      kept: 3,
      already: 0,
      failed: ['old.jsonl, line 4: it is not valid JSON'],
      stopped: false,
    });
    expect(files()).toEqual(['old/story-1.md', 'old/story-2.md', 'old/story-3.md']);
    expect(seen.map(({ done }) => done)).toEqual([1, 2, 3, 4]);
    expect(seen.at(-1)?.share).toBeCloseTo(1, 1);
    expect(seen.every(({ perSecond, secondsLeft }) => perSecond > 0 && secondsLeft >= 0)).toBe(true);
  });

  it('names the fields that mean nothing here, and how many articles have them', async () => {
    const file = join(folder, 'typed.jsonl');
    const typed = [article(1), { ...article(2), publised: '2015-11-13' }, { ...article(3), publised: null, mood: 3 }];
    writeFileSync(file, typed.map((one) => JSON.stringify(one)).join('\n'));
    const { unknown } = await importArticles(file, to, () => {}, never);
    expect([...unknown]).toEqual([
      ['publised', 2],
      ['mood', 1],
    ]);
  });

  it('that is stopped goes on where it was, and loses and repeats nothing', async () => {
    const file = join(folder, 'many.jsonl');
    writeFileSync(file, Array.from({ length: 50 }, (_, n) => JSON.stringify(article(n))).join('\n'));
    const stopping = new AbortController();
    const first = await importArticles(file, to, ({ done }) => done === 20 && stopping.abort(), stopping.signal);
    expect(first).toMatchObject({ kept: 20, stopped: true });
    const loaded: number[] = [];
    const second = await importArticles(file, to, ({ done }) => loaded.push(done), never);
    expect(second).toMatchObject({ kept: 30, already: 20, failed: [], stopped: false });
    expect(loaded).toHaveLength(30);
    expect(files()).toHaveLength(50);
    expect(await importArticles(file, to, () => {}, never)).toMatchObject({ kept: 0, already: 50 });
    expect(files()).toHaveLength(50);
  });

  it('whose record of what is done was lost writes nothing twice', async () => {
    const file = join(folder, 'many.jsonl');
    writeFileSync(file, [1, 2].map((n) => JSON.stringify(article(n))).join('\n'));
    await importArticles(file, to, () => {}, never);
    const again = await importArticles(file, { ...to, dataDir: join(folder, 'var2') }, () => {}, never);
    expect(again).toMatchObject({ kept: 0, already: 2 });
    expect(files()).toHaveLength(2);
  });

  it('of a folder takes every kind, keeps originals beside, and later only what is new', async () => {
    const from = join(folder, 'Clippings 2015');
    mkdirSync(join(from, 'deep', 'page_files'), { recursive: true });
    writeFileSync(join(from, 'a.txt'), `Ministers meet\n\n${TALKS.join('\n\n')}`);
    writeFileSync(join(from, 'deep', 'page.html'), newsPage('A page', TALKS));
    writeFileSync(join(from, 'deep', 'page_files', 'x.html'), 'not an article');
    writeFileSync(join(from, 'empty.md'), '');
    writeFileSync(join(from, 'photo.png'), 'x');
    const first = await importArticles(from, to, () => {}, never);
    expect(first).toMatchObject({ kept: 2, failed: ['empty.md: it is empty'] });
    expect(files()).toEqual(['clippings-2015/a.md', 'clippings-2015/deep/page.md']);
    expect(readFileSync(join(to.articlesDir, 'clippings-2015/deep/page_files/original.html'), 'utf8')).toContain(
      '<h1>A page',
    );
    writeFileSync(join(from, 'empty.md'), TALKS.join('\n\n'));
    utimesSync(join(from, 'empty.md'), new Date(), new Date());
    expect(await importArticles(from, to, () => {}, never)).toMatchObject({ kept: 1, already: 2 });
  });

  it('lets no name lead out of the articles folder', async () => {
    const file = join(folder, '...jsonl');
    writeFileSync(file, JSON.stringify({ ...article(1), id: '../../../../etc/passwd' }));
    await importArticles(file, to, () => {}, never);
    expect(files()).toEqual(['x/etc-passwd.md']);
  });
});
