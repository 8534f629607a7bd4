import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ArchivePlaces, type Keeper, openArchive } from '../src/archive/keeper.ts';
import { parseQuery } from '../src/archive/query.ts';
import { correctQuery } from '../src/archive/search/correct-spelling.ts';
import { searchIndex } from '../src/archive/search/search-index.ts';
import { closeOpened, openCurrent } from '../src/archive/store/opened.ts';
import { projectFolder } from '../src/project/folder.ts';
import { openArchiveInWorker } from '../src/remote/archive-in-worker.ts';
import { askQuestion } from '../src/remote/ask.ts';
import { fileOf, loadArticles, writeArticles } from './scale-articles.ts';
import { countWords, eventLoopDelay, residentMB, sizeOf, type Times, timed } from './scale-measure.ts';
import { type Figures, folderOf, runPart } from './scale-parts.ts';
import { mistyped, peopleIn, QUERIES, queriesFrom, topicsOf } from './scale-questions.ts';

const CHANGED = 100;
const MATCHING = 500;

const queriesFile = (size: number): string => join(folderOf(size), 'queries.json');

const placesOf = (size: number): ArchivePlaces => ({
  articlesDir: join(folderOf(size), 'articles'),
  dataDir: join(folderOf(size), 'data'),
  outletsDir: join(folderOf(size), 'outlets'),
  modelsDir: join(projectFolder, 'data'),
});

/** The archive from nothing; and how fast compromise finds people in some of the same articles. */
async function build(size: number, corpus: string): Promise<Figures> {
  const articles = await loadArticles(corpus, size);
  const places = placesOf(size);
  writeArticles(places.articlesDir, articles);
  cpSync(join(projectFolder, 'data/outlets'), places.outletsDir, { recursive: true });
  rmSync(places.dataDir, { recursive: true, force: true });
  const textBytes = articles.reduce((sum, { headline, body }) => sum + Buffer.byteLength(headline + body), 0);
  const words = articles.reduce((sum, { headline, body }) => sum + countWords(headline) + countWords(body), 0);
  // Loaded here alone: it would count in what a process takes that serves an archive.
  const { default: nlp } = await import('compromise');
  const some = articles.slice(0, 400);
  for (const { body } of some.slice(0, 100)) nlp(body).people().out('array');
  const before = process.cpuUsage();
  for (const { body } of some) nlp(body).people().out('array');
  const theirs = process.cpuUsage(before);
  const theirWords = some.reduce((sum, { body }) => sum + countWords(body), 0);

  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const keeper = await openArchive(places);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const { articles: read } = await keeper.archive.status();
  await keeper.close();
  const disk = readdirSync(places.dataDir).filter((name) => name.startsWith('archive-'));
  return {
    articles: read,
    words,
    textBytes,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    wordsACore: words / ((user + system) / 1e6),
    compromise: theirWords / ((theirs.user + theirs.system) / 1e6),
    disk: disk.reduce((sum, folder) => sum + sizeOf(join(places.dataDir, folder)), 0),
  };
}

/** A process that starts with a finished archive: first answer, and how long each kind of question takes. */
async function serve(size: number, corpus: string): Promise<Figures> {
  const articles = await loadArticles(corpus, size);
  const queries = queriesFrom(articles);
  writeFileSync(queriesFile(size), JSON.stringify(queries));
  const typos = mistyped(queries);
  const topics = topicsOf(articles, Math.min(MATCHING, size / 20));
  const start = performance.now();
  const keeper = await openArchive(placesOf(size));
  const { archive } = keeper;
  await archive.search('president', {}, 10);
  const firstAnswer = (performance.now() - start) / 1000;
  const ranked = await rankedAlone(size, queries);
  const search = await timed(queries, (query) => archive.search(query, {}, 10));
  const { same, times: typo } = await withTypos(archive, queries, typos);
  const people = await peopleIn(archive);
  const met = await timed(people, (person) => askQuestion({ command: 'met', person }, archive));
  const quote = await timed(people, (who) => askQuestion({ command: 'quote', who }, archive));
  const typed = people.flatMap((name) => [name.slice(0, 3), name.slice(0, -1), `${name.slice(0, 4)}x`]);
  const complete = await timed(typed, (begun) => archive.complete('person', begun, 25));
  const summary = await timed(topics, (about) => askQuestion({ command: 'summary', about }, archive));
  await keeper.close();
  return { ranked, search, typo, same, met, quote, complete, summary, firstAnswer };
}

/** The ten best articles of each query without their cards and passages, as FTS5 gives them. */
async function rankedAlone(size: number, queries: readonly string[]): Promise<Times> {
  const opened = openCurrent(placesOf(size).dataDir, false);
  if (!opened) throw new Error('The archive is gone.');
  const { index } = opened;
  const times = await timed(queries, (typed) => {
    const { query } = correctQuery(index, parseQuery(typed));
    return searchIndex(index, query, 10, { textOf: () => null });
  });
  closeOpened(opened);
  return times;
}

/** The archive in a thread of its own, as the bot has it: the whole process's memory, and this thread's delays. */
async function apart(size: number): Promise<Figures> {
  // Written by `serve`: a bot does not hold the articles that they are made of.
  const queries = JSON.parse(readFileSync(queriesFile(size), 'utf8')) as string[];
  const idle = await eventLoopDelay(() => wait(3000));
  const keeper = await openArchiveInWorker(placesOf(size));
  await keeper.archive.search('president', {}, 10);
  const loaded = residentMB();
  const asking = await eventLoopDelay(() => timed(queries, (query) => keeper.archive.search(query, {}, 10)));
  const people = await peopleIn(keeper.archive);
  await timed(people, (person) => askQuestion({ command: 'met', person }, keeper.archive));
  const resident = residentMB();
  await keeper.close();
  return { idle, asking, loaded, resident };
}

/** How long queries with a typing error take, and how much of the first ten results is that of the query without it. */
async function withTypos(archive: Keeper['archive'], queries: readonly string[], typos: readonly (string | null)[]) {
  let [kept, all] = [0, 0];
  const pairs = queries.flatMap((query, at) => {
    const wrong = typos[at];
    return wrong ? [{ query, wrong }] : [];
  });
  const times = await timed(pairs, ({ wrong }) => archive.search(wrong, {}, 10));
  for (const { query, wrong } of pairs) {
    const [right, found] = [await archive.search(query, {}, 10), await archive.search(wrong, {}, 10)];
    const ids = new Set(found.hits.map(({ card }) => card.id));
    all += right.hits.length;
    kept += right.hits.filter(({ card }) => ids.has(card.id)).length;
  }
  return { times, same: (100 * kept) / Math.max(1, all) };
}

/** A reindex of everything, its readings reused, beside questions as they come: ten a second. */
async function reindex(size: number, corpus: string): Promise<Figures> {
  const articles = await loadArticles(corpus, size);
  const queries = queriesFrom(articles);
  const keeper = await openArchiveInWorker(placesOf(size));
  const idle = await eventLoopDelay(() => wait(3000));
  // Another list of outlets may change every article: everything is written anew.
  appendFileSync(join(placesOf(size).outletsDir, 'international.yaml'), '\n# changed\n');
  const start = performance.now();
  const delay = await eventLoopDelay(async () => {
    let going = true;
    const done = keeper
      .reindex(() => {})
      .finally(() => {
        going = false;
      });
    for (let at = 0; going; at++) {
      await keeper.archive.search(queries[at % QUERIES] ?? '', {}, 10);
      await wait(100);
    }
    await done;
  });
  const seconds = (performance.now() - start) / 1000;
  await keeper.close();
  return { idle, delay, seconds };
}

/** A hundred files are changed, and the archive is brought up to date. */
async function change(size: number, corpus: string): Promise<Figures> {
  const articles = await loadArticles(corpus, size);
  const places = placesOf(size);
  const keeper = await openArchiveInWorker(places);
  const changed = Math.min(CHANGED, size);
  for (let at = 0; at < changed; at++) {
    const file = fileOf(places.articlesDir, Math.floor((at * articles.length) / changed));
    const article: { body: string } = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...article, body: `${article.body}\n\nThis was added, ${Date.now()}.` }));
  }
  let report: Awaited<ReturnType<Keeper['reindex']>> | null = null;
  const start = performance.now();
  const delay = await eventLoopDelay(async () => {
    report = await keeper.reindex(() => {});
  });
  const seconds = (performance.now() - start) / 1000;
  await keeper.archive.search('president', {}, 10);
  await keeper.close();
  const { readAnew } = report as unknown as { readAnew: number }; // assigned inside the measured work
  return { seconds, delay, readAnew };
}

await runPart({ build, serve, apart, change, reindex });
