import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openArchive } from '../../src/archive/keeper.ts';
import { projectFolder } from '../../src/project/folder.ts';
import { articleFile, placesWith } from '../support/builders.ts';
import { emptyFolder } from '../support/folders.ts';
import { killReindexing } from '../torture/kills.ts';
import { CHANGES, killAtWrites } from '../torture/kills-of-changes.ts';

const cli = join(projectFolder, 'dist/src/app/cli.js');

test('killed with -9 at random moments of a reindex, the next start answers from a whole archive', async () => {
  expect(await killReindexing(emptyFolder(), 3, 3)).toEqual([]);
});

test.each(Object.keys(CHANGES))(
  'killed with -9 in the middle of each write of a %s, nothing acknowledged is lost',
  async (what) => {
    expect(await killAtWrites(what, emptyFolder(), 7)).toEqual([]);
  },
  120_000,
);

test('an article that changes all the while it is read is in the archive whole, as it once was', async () => {
  const sentence = (word: string) => `Anna Berg said on Tuesday that ${word} would wait. `.repeat(60);
  const places = placesWith({ 'oslo.md': articleFile('2019-05-02', sentence('Norway')) });
  const file = join(places.articlesDir, 'oslo.md');
  const keeper = await openArchive(places);
  let turn = 0;
  const writing = setInterval(() => {
    writeFileSync(file, articleFile('2019-05-02', sentence(turn++ % 2 === 0 ? 'Sweden' : 'Norway')));
  }, 3);
  for (let time = 0; time < 5; time++) await keeper.reindex(() => {}).catch(() => {});
  clearInterval(writing);
  const { articles } = await keeper.reindex(() => {}).then(() => keeper.archive.status());
  expect(articles).toBe(1);
  await keeper.close();
});

/** Runs the index verb in a shell with a limit or on a mount of its own; what it says, and whether the old archive still answers. */
function indexed(before: string, data: string, articles: string): { said: string; code: number | null } {
  const line = `${before} exec ${process.execPath} ${cli} index`;
  const env = { PATH: process.env.PATH, DATA_DIR: data, ARTICLES_DIR: articles };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { env, encoding: 'utf8' });
  return { said: stdout + stderr, code: status };
}

test.each([
  // In blocks of 1024 bytes: what would happen on a full disk, with another error.
  ['no file may grow past 20 KB', 'ulimit -f 20; trap "" XFSZ;'],
  ['there are hardly any file handles left', 'ulimit -n 24;'],
])(
  'where %s the reindex fails, and the old archive answers',
  async (_what, limit) => {
    const data = emptyFolder();
    const articles = join(emptyFolder(), 'articles');
    mkdirSync(articles);
    writeFileSync(join(articles, 'one.md'), articleFile('2019-05-02', 'Anna Berg met Omar Dari in Oslo on Thursday.'));
    expect(indexed('', data, articles).code).toBe(0);
    const pointer = readFileSync(join(data, 'current.json'), 'utf8');
    // As much as is read in several threads; of another language, so that it is soon read.
    const text = 'Die Ministerin traf den Gesandten am Donnerstag in der Hauptstadt. '.repeat(200);
    for (let at = 0; at < 20; at++) writeFileSync(join(articles, `more-${at}.md`), `---\nlanguage: de\n---\n${text}\n`);
    const { code, said } = indexed(limit, data, articles);
    expect(code, said).not.toBe(0);
    expect(readFileSync(join(data, 'current.json'), 'utf8')).toBe(pointer);
    expect(indexed('', data, articles).code).toBe(0);
  },
  60_000,
);

test.each([
  ['in the terminal', ['dist/src/app/main.js'], 1],
  ['on the command line', ['dist/src/app/cli.js', 'index'], 2],
])('a data folder that cannot be written is told in one line, %s', (_where, program, code) => {
  const env = { PATH: process.env.PATH, DATA_DIR: join(projectFolder, 'package.json/var') };
  const { status, stderr } = spawnSync(process.execPath, program, {
    cwd: projectFolder,
    env,
    encoding: 'utf8',
    input: '',
  });
  expect(status).toBe(code);
  expect(stderr).toMatch(/DATA_DIR: nothing can be written in .*package\.json\/var/);
  expect(stderr).not.toContain(' at ');
});
