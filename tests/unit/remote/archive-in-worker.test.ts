import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NotUnderstood } from '../../../src/answers/command.ts';
import { type ArchivePlaces, type Keeper, ReindexUnderWay } from '../../../src/archive/keeper.ts';
import { compiled } from '../../../src/project/compiled.ts';
import { openArchiveInWorker } from '../../../src/remote/archive-in-worker.ts';
import { askQuestion, askWords } from '../../../src/remote/ask.ts';
import { edtf } from '../../../src/text/edtf.ts';
import { articleFile, placesWith } from '../../support/builders.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

const places = placesWith({
  'oslo.md': articleFile('2019-05-02', 'Foreign Minister Anna Berg met envoy Omar Dari in Oslo on Thursday.'),
  'bergen.md': articleFile('2019-06-03', '“We are glad to be here,” Anna Berg told reporters in Bergen on Monday.'),
});
const today = edtf('2020-01-01') as never; // A day, as it says.

const threads: Worker[] = [];
const start = (of: ArchivePlaces): Worker => {
  const thread = new Worker(compiled('src/remote/archive-worker.ts'), { workerData: of });
  threads.push(thread);
  return thread;
};

let apart: Keeper;
let here: Keeper;
beforeAll(async () => {
  apart = await openArchiveInWorker(places, () => {}, start);
  here = await openArchiveHere(places);
});
afterAll(async () => {
  await apart.close();
  await here.close();
});

test('answers from another thread are those of the archive itself', async () => {
  expect(apart.built).toMatchObject({ articles: 2 });
  for (const line of ['who met Anna Berg?', '/quote Berg', '/search Oslo', '/summary Bergen', 'hello']) {
    expect(await askWords(line, apart.archive, today)).toEqual(await askWords(line, here.archive, today));
  }
  expect(await apart.archive.status()).toEqual(await here.archive.status());
  expect(await apart.archive.complete('person', 'be', 5)).toEqual(['Anna Berg']);
});

test("a person's mistake comes back as one", async () => {
  await expect(askWords('/met since:soon', apart.archive, today)).rejects.toBeInstanceOf(NotUnderstood);
});

test('a reindex tells how far it is, is refused while one runs, and is answered from afterwards', async () => {
  writeFileSync(join(places.articlesDir, 'rome.md'), articleFile('2020-01-01', 'Omar Dari resigned in Rome.'));
  expect(await apart.isStale()).toBe(true);
  const seen: number[] = [];
  const running = apart.reindex(({ done, total }) => seen.push(done / total));
  expect(apart.reindexing).toBe(true);
  await expect(apart.reindex(() => {})).rejects.toBeInstanceOf(ReindexUnderWay);
  expect(await running).toMatchObject({ articles: 3, readAnew: 1 });
  expect(seen.at(-1)).toBe(1);
  expect((await apart.archive.search('resigned')).hits).toHaveLength(1);
});

test('what was asked of a thread that dies is answered by the next; what changes something is told to have failed', async () => {
  const question = { command: 'met', person: 'Anna Berg' } as const;
  const before = await askQuestion(question, apart.archive);
  const asked = [1, 2, 3].map(() => askQuestion(question, apart.archive));
  const reindex = expect(apart.reindex(() => {})).rejects.toThrow(/ended while it was answering/);
  await threads.at(-1)?.terminate();
  expect(await Promise.all(asked)).toEqual([before, before, before]);
  await reindex;
  expect(threads).toHaveLength(2);
  // Nobody waited for this one: it is replaced at the next question.
  await threads.at(-1)?.terminate();
  expect(await askQuestion(question, apart.archive)).toEqual(before);
  await expect(apart.reindex(() => {})).resolves.toMatchObject({ articles: 3 });
});

test('an archive that cannot be built is refused with the reason', async () => {
  const nowhere = { ...placesWith({}), articlesDir: join(places.dataDir, 'nowhere') };
  await expect(openArchiveInWorker(nowhere)).rejects.toThrow(/nowhere/);
});
