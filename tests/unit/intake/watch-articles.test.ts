import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openLog } from '../../../src/app/log.ts';
import { refresher } from '../../../src/intake/refresher.ts';
import { watchArticles } from '../../../src/intake/watch-articles.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

test('a watched folder is read in once what comes has settled, and what is no article is passed over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-'));
  const articlesDir = join(folder, 'articles');
  mkdirSync(articlesDir);
  const places = {
    articlesDir,
    dataDir: join(folder, 'var'),
    outletsDir: 'data/outlets',
    modelsDir: 'data',
  };
  const keeper = await openArchiveHere(places);
  let refreshed = 0;
  const refresh = refresher(keeper);
  const counting = () => {
    refreshed++;
    return refresh();
  };
  const unwatch = watchArticles(
    articlesDir,
    keeper,
    counting,
    openLog({ logLevel: 'silent', discordToken: null }),
    300,
  );
  try {
    const count = async () => (await keeper.archive.status()).articles;
    for (let n = 0; n < 5; n++) {
      writeFileSync(join(articlesDir, `a${n}.md`), `Ada Berg met Omar Nadir in Geneva on Friday. Number ${n}.\n`);
      await pause(50);
    }
    await expect.poll(count).toBe(5);
    expect(refreshed).toBe(1);
    mkdirSync(join(articlesDir, '2016'));
    writeFileSync(join(articlesDir, '2016', 'b.md'), 'Ada Berg met Omar Nadir in Oslo on Sunday.\n');
    await expect.poll(count).toBe(6);
    rmSync(join(articlesDir, 'a0.md'));
    await expect.poll(count).toBe(5);
    const before = refreshed;
    writeFileSync(join(articlesDir, '.hidden.md'), 'x');
    writeFileSync(join(articlesDir, 'photo.png'), 'x');
    await pause(1000);
    expect(refreshed).toBe(before);
  } finally {
    unwatch();
    await keeper.close();
  }
});

test('calls for bringing the archive up to date share the reindex that has not begun', async () => {
  let running = 0;
  let done = 0;
  const report = {
    articles: 0,
    readAnew: 0,
    reused: 0,
    removed: 0,
    unread: [],
    people: 0,
    meetings: 0,
    quotations: 0,
    seconds: 0,
  };
  const refresh = refresher({
    async reindex() {
      expect(++running).toBe(1);
      await pause(20);
      running--;
      done++;
      return report;
    },
  });
  const first = refresh();
  await pause(5);
  await Promise.all([first, refresh(), refresh(), refresh()]);
  expect(done).toBe(2);
});
