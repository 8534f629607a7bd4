import { spawn } from 'node:child_process';
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { buildArchive } from '../../../src/archive/build/build-archive.ts';
import {
  type ArchivePlaces,
  type Keeper,
  openArchive,
  type ReindexProgress,
  ReindexUnderWay,
} from '../../../src/archive/keeper.ts';
import { compiled } from '../../../src/project/compiled.ts';
import { articleFile, placesWith } from '../../support/builders.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

const TWO = {
  'oslo.md': articleFile(
    '2019-05-02',
    'Norwegian Foreign Minister Anna Berg met Moroccan envoy Omar Dari in Oslo on Thursday.',
  ),
  'bergen.md': articleFile('2019-06-03', '“We are glad to be here,” Anna Berg told reporters in Bergen on Monday.'),
};
const quietly = () => {};

async function opened<T>(
  places: ArchivePlaces,
  work: (keeper: Keeper) => Promise<T>,
  open: typeof openArchive = openArchiveHere,
): Promise<T> {
  const keeper = await open(places);
  try {
    return await work(keeper);
  } finally {
    await keeper.close();
  }
}

const storeFile = ({ dataDir }: ArchivePlaces): string =>
  join(dataDir, JSON.parse(readFileSync(join(dataDir, 'current.json'), 'utf8')).folder, 'store.sqlite');

test('a first opening builds the archive; a second finds it and builds nothing', async () => {
  const places = placesWith(TWO);
  const first = await opened(places, ({ archive }) => archive.status(), openArchive);
  expect(first).toMatchObject({ articles: 2, from: '2019-05-02', to: '2019-06-03', unread: [] });
  const second = await opened(places, ({ archive }) => archive.status());
  expect(second.builtAt).toBe(first.builtAt);
});

test('a first reading is told of by article, also within one large file', async () => {
  const lines = Array.from({ length: 12 }, (_, at) =>
    JSON.stringify({
      headline: `Stone ${at}`,
      text: `Anna Berg met Omar Dari in Oslo, and found stone ${at}. `.repeat(8),
    }),
  );
  const told: ReindexProgress[] = [];
  const places = placesWith({ 'all.jsonl': lines.join('\n') });
  const report = await buildArchive(places, (progress) => told.push(progress));
  expect(report.articles).toBe(12);
  const within = told.filter(({ done }) => done === 0);
  expect(within.map(({ articles }) => articles)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
  expect(within.at(5)?.share).toBeCloseTo(0.5);
  expect(within.at(5)?.secondsLeft).toBeGreaterThan(0);
  expect(told.at(-1)).toMatchObject({ articles: 12, done: 1, total: 1, share: 1, secondsLeft: 0 });
});

test('a file that cannot be read is named with its reason, and the others are indexed', async () => {
  const places = placesWith({ ...TWO, 'empty.md': '', 'latin1.txt': new Uint8Array([0x63, 0xe9, 0xff]) });
  await opened(places, async ({ archive, reindex }) => {
    const report = await reindex(quietly);
    expect(report.articles).toBe(2);
    expect(report.unread.map(({ file }) => file).sort()).toEqual(['empty.md', 'latin1.txt']);
    expect(report.unread.every(({ reason }) => reason.length > 5)).toBe(true);
    expect((await archive.status()).unread).toEqual(report.unread);
  });
});

test('a reindex reads only what changed, and says what is gone; the archive in hand answers from the new one', async () => {
  const places = placesWith(TWO);
  await opened(places, async ({ archive, reindex }) => {
    writeFileSync(join(places.articlesDir, 'new.md'), articleFile('2020-01-01', 'Omar Dari resigned on Wednesday.'));
    rmSync(join(places.articlesDir, 'bergen.md'));
    const seen: number[] = [];
    const report = await reindex(({ done, total }) => seen.push(done / total));
    expect(report).toMatchObject({ articles: 2, readAnew: 1, reused: 1, removed: 1 });
    expect(seen.at(-1)).toBe(1);
    expect((await archive.articles()).map(({ id }) => id)).toEqual(['new', 'oslo']);
    const { hits } = await archive.search('resigned');
    expect(hits.map(({ card }) => card.id)).toEqual(['new']);
  });
});

test('an archive is stale when the folder changed, not when a file was merely touched', async () => {
  const places = placesWith(TWO);
  const file = join(places.articlesDir, 'oslo.md');
  await opened(places, async ({ isStale, reindex }) => {
    expect(await isStale()).toBe(false);
    utimesSync(file, new Date(), new Date(Date.now() + 60_000));
    expect(await isStale()).toBe(false);
    const changed = readFileSync(file, 'utf8').replace('Oslo', 'Rome');
    writeFileSync(file, changed);
    utimesSync(file, new Date(), new Date(Date.now() + 120_000));
    expect(await isStale()).toBe(true);
    await reindex(quietly);
    expect(await isStale()).toBe(false);
    appendFileSync(file, 'They will meet again in June.\n');
    expect(await isStale()).toBe(true);
    await reindex(quietly);
    rmSync(file);
    expect(await isStale()).toBe(true);
  });
});

test('a second reindex while one runs is told so, in this process and in another', async () => {
  const places = placesWith(TWO);
  await opened(
    places,
    async (keeper) => {
      await opened(
        places,
        async (other) => {
          const first = keeper.reindex(quietly);
          expect(keeper.reindexing).toBe(true);
          await expect(keeper.reindex(quietly)).rejects.toBeInstanceOf(ReindexUnderWay);
          await first;
          expect(keeper.reindexing).toBe(false);
          // The other keeper shares nothing with this one but the data folder, as another process would.
          const lock = new Database(join(places.dataDir, 'reindex.lock'));
          lock.exec('BEGIN EXCLUSIVE');
          await expect(other.reindex(quietly)).rejects.toBeInstanceOf(ReindexUnderWay);
          lock.exec('COMMIT');
          lock.close();
          await expect(other.reindex(quietly)).resolves.toMatchObject({ articles: 2 });
        },
        openArchive,
      );
    },
    openArchive,
  );
});

test('a reindex that fails leaves the old archive standing', async () => {
  const places = placesWith(TWO);
  await opened(places, async ({ archive, reindex }) => {
    rmSync(places.articlesDir, { recursive: true });
    await expect(reindex(quietly)).rejects.toThrow();
    expect((await archive.articles()).map(({ id }) => id)).toEqual(['bergen', 'oslo']);
  });
  expect((await readdirSync(places.dataDir)).filter((name) => name.startsWith('archive-'))).toHaveLength(1);
});

test('a reindex killed half way leaves the old archive standing, and the next one goes through', async () => {
  const places = placesWith(TWO);
  await opened(places, async () => {});
  const text = 'Anna Berg said on Tuesday that Norway would wait. '.repeat(2);
  for (let i = 0; i < 100; i++)
    writeFileSync(join(places.articlesDir, `more-${i}.md`), articleFile('2019-07-02', text));
  await killedHalfWay(places);
  expect(readdirSync(places.dataDir).filter((name) => name.startsWith('archive-'))).toHaveLength(2);
  await opened(places, async ({ archive, reindex, isStale }) => {
    expect((await archive.status()).articles).toBe(2);
    expect(await isStale()).toBe(true);
    expect(await reindex(quietly)).toMatchObject({ articles: 102 });
    expect((await archive.status()).articles).toBe(102);
  });
  expect(readdirSync(places.dataDir).filter((name) => name.startsWith('archive-'))).toHaveLength(1);
});

/** Builds in a process of its own and kills it, without a chance to tidy up, when the first files are read. */
function killedHalfWay(places: ArchivePlaces): Promise<void> {
  const program = `import(${JSON.stringify(compiled('src/archive/build/build-archive.ts'))}).then(({ buildArchive }) =>
    buildArchive(${JSON.stringify(places)}, ({ done }) => done >= 20 && process.kill(process.pid, 'SIGKILL')))`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--eval', program], { stdio: 'ignore' });
    child.on('exit', (code, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(`ended with ${code}`))));
  });
}

describe('an archive that cannot be read is set aside with a clear line, and built anew', () => {
  const damage: Record<string, (places: ArchivePlaces) => void> = {
    garbled: (places) => writeFileSync(storeFile(places), Buffer.alloc(statSync(storeFile(places)).size, 'nonsense ')),
    'garbled in the middle': (places) => {
      const bytes = readFileSync(storeFile(places));
      writeFileSync(storeFile(places), bytes.fill('nonsense ', 4096, bytes.length - 4096));
    },
    'cut short': (places) => truncateSync(storeFile(places), 5000),
    gone: (places) => rmSync(storeFile(places)),
    'of a newer version': (places) => {
      const store = new Database(storeFile(places));
      store.exec("UPDATE meta SET value = '999' WHERE key = 'version'");
      store.close();
    },
    'with a garbled index': (places) => {
      const index = storeFile(places).replace('store.sqlite', 'index.segment');
      writeFileSync(index, Buffer.alloc(statSync(index).size, 'nonsense\n'));
    },
    'pointed to by nonsense': (places) => writeFileSync(join(places.dataDir, 'current.json'), '{"folder": "/etc"'),
  };

  test.each(Object.keys(damage))('%s', async (how) => {
    const places = placesWith(TWO);
    await opened(places, async () => {});
    damage[how]?.(places);
    await opened(places, async ({ archive, notices }) => {
      expect(notices).toHaveLength(1);
      expect(notices[0]).toMatch(/^The stored archive could not be used: .+ set aside in .+ built anew\.$/);
      expect((await archive.status()).articles).toBe(2);
    });
    await opened(places, async ({ notices }) => expect(notices).toEqual([]));
  });
});
