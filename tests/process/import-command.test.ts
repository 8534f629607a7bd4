import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TALKS } from '../support/site.ts';

// "readout import" as people run it: a program of its own, ended with Ctrl-C and run again.

const LINES = 200;
const folder = mkdtempSync(join(tmpdir(), 'readout-'));
const articlesDir = join(folder, 'articles');
mkdirSync(articlesDir);
const file = join(folder, 'stories.jsonl');
writeFileSync(
  file,
  Array.from({ length: LINES }, (_, at) =>
    JSON.stringify({
      id: `story-${at}`,
      // What is in another language is soon read.
      language: at === 0 ? 'en' : 'de',
      headline: `Story ${at}`,
      published: '2015-11-13',
      text: at === 7 ? '' : TALKS.map((words) => `${words} (${at})`).join('\n\n'),
    }),
  ).join('\n'),
);

function readout(...args: string[]) {
  const env = { PATH: process.env.PATH, ARTICLES_DIR: articlesDir, DATA_DIR: join(folder, 'var') };
  const child = spawn(process.execPath, ['dist/src/app/cli.js', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (output += piece));
  const ended = new Promise<string>((resolve) => child.once('close', () => resolve(output)));
  return { interrupt: () => child.kill('SIGINT'), ended };
}

const imported = (): number =>
  existsSync(join(articlesDir, 'stories')) ? readdirSync(join(articlesDir, 'stories')).length : 0;

test('an import ended with Ctrl-C goes on where it was, and its articles are found afterwards', async () => {
  const first = readout('import', file);
  await expect.poll(imported, { timeout: 30_000, interval: 5 }).toBeGreaterThan(20);
  first.interrupt();
  const stopped = await first.ended;
  const before = imported();
  expect(stopped).toContain(`${before} articles imported`);
  expect(stopped).toContain('Run the same command again to go on from here');
  expect(before).toBeLessThan(LINES - 1);

  const done = await readout('import', file).ended;
  expect(done).toContain(`${LINES - 1 - before} articles imported, ${before} there already, 1 not imported`);
  expect(done).toContain('not imported: stories.jsonl, line 8: ');
  expect(done).toContain(`${LINES - 1} articles in the archive`);
  expect(imported()).toBe(LINES - 1);
  expect(await readout('ask', 'who met Ada Berg?').ended).toContain('Omar Nadir');
}, 240_000);
