import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import { plainText } from '../../../src/answers/plain.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { askWords } from '../../../src/remote/ask.ts';
import type { Day } from '../../../src/text/edtf.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

const root = resolve(import.meta.dirname, '../../..');
const articles = join(mkdtempSync(join(tmpdir(), 'readout-')), 'articles');
let keeper: Keeper;

const ask = (words: string): Promise<Answer> => askWords(words, keeper.archive, '2026-11-21' as Day);

/** Each cited place of some answers, with the words that were shown for it. */
async function shown(...questions: string[]): Promise<{ id: string; words: string }[]> {
  const answers = await Promise.all(questions.map(ask));
  return answers.flatMap(({ entries }) =>
    entries.flatMap(({ body, citations }) =>
      citations.flatMap(({ id, span }) =>
        body
          .flat()
          .flatMap((run) =>
            'words' in run && span && run.words.span.start === span.start && run.words.span.end === span.end
              ? [{ id, words: run.words.text }]
              : [],
          ),
      ),
    ),
  );
}

/** Changes the one article that holds these words, and reads the archive anew. */
async function rewrite(change: (text: string) => string, holding: string): Promise<void> {
  for (const file of readdirSync(articles)) {
    const path = join(articles, file);
    const text = readFileSync(path, 'utf8');
    if (text.includes(holding)) writeFileSync(path, change(text));
  }
  await keeper.reindex(() => {});
}

beforeAll(async () => {
  mkdirSync(articles, { recursive: true });
  cpSync(join(root, 'data/articles'), articles, { recursive: true });
  rmSync(join(articles, 'README.md'), { force: true });
  keeper = await openArchiveHere({
    articlesDir: articles,
    dataDir: mkdtempSync(join(tmpdir(), 'readout-')),
    outletsDir: join(root, 'data/outlets'),
    modelsDir: join(root, 'data'),
  });
  await keeper.reindex(() => {});
});
afterAll(() => keeper.close());

test('every place that answers cite is shown again by its id, with the same words', async () => {
  const all = await shown('/quote', '/met', '/summary Iraq', '/search Baghdad', '/compare joint centre in Baghdad');
  expect(all.length).toBeGreaterThan(25);
  for (const { id, words } of all) {
    const again = await ask(`/cite ${id}`);
    expect(again).toMatchObject({ found: true, lead: [] });
    expect(again.entries[0]?.body.flat().map((run) => ('words' in run ? run.words.text : ''))).toContain(words);
  }
});

test('the id alone, or asked for in plain words, is enough; another is not there', async () => {
  const [{ id } = { id: '' }] = await shown('/quote');
  for (const words of [id, `cite ${id}`, `show the citation ${id.toLowerCase()}?`])
    expect(await ask(words)).toMatchObject({ question: { command: 'cite', id }, found: true });
  expect(await ask('/cite ZZZZ-ZZZZZZ-ZZ')).toMatchObject({ found: false });
  await expect(ask('/cite what she said')).rejects.toThrow(/twelve letters and digits/);
});

test('where the article was changed, the id says whether its words stand elsewhere or are gone', async () => {
  const [first] = await shown('/quote Lavrov');
  if (!first) return expect.fail('nobody is quoted');
  const { id, words } = first;
  const before = words.split(' ').slice(0, 3).join(' ');

  // A new paragraph at the beginning of the article's text.
  await rewrite(
    (text) =>
      text.replace(
        /\n\n(?=[A-Z])/,
        '\n\nThe foreign ministry spoke of these matters at some length on the same day.\n\n',
      ),
    before,
  );
  const moved = await ask(`/cite ${id}`);
  expect(moved.found).toBe(true);
  expect(plainText(moved)).toContain('the words now stand elsewhere');
  expect(plainText(moved)).toContain(words);

  await rewrite((text) => text.replace(before, 'other words'), before);
  const gone = await ask(`/cite ${id}`);
  expect(gone.found).toBe(false);
  expect(plainText(gone)).toContain('no longer stand in it');
  expect(gone.sources).toHaveLength(1);
});
