import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import nlp from 'compromise';
import Database from 'libsql';
import MiniSearch from 'minisearch';
import { openArchiveApart } from '../commands/archive-apart.ts';
import { answerQuestion } from '../commands/index.ts';
import { correctQuery } from '../src/archive/correction.ts';
import { type ArchivePlaces, type Keeper, openArchive } from '../src/archive/keeper.ts';
import { closeOpened, openCurrent } from '../src/archive/opened.ts';
import { parseQuery } from '../src/archive/query.ts';
import { searchIndex } from '../src/archive/search.ts';
import { projectFolder } from '../src/settings.ts';
import { fileOf, type LoadArticle, loadArticles, writeArticles } from './scale-articles.ts';
import { countWords, eventLoopDelay, residentMB, sizeOf, type Times, timed } from './scale-measure.ts';
import { mistyped, peopleIn, QUERIES, queriesFrom, topicsOf } from './scale-questions.ts';

/** What one process measures of one size. */
export interface Figures {
  readonly [name: string]: number | Times;
}

export type Part = 'fts5' | 'minisearch' | 'build' | 'serve' | 'apart' | 'change' | 'reindex';

const CHANGED = 100;
const MATCHING = 500;

const folderOf = (size: number): string => resolve('var/scale', String(size));

const placesOf = (size: number): ArchivePlaces => ({
  articlesDir: join(folderOf(size), 'articles'),
  dataDir: join(folderOf(size), 'data'),
  outletsFile: join(folderOf(size), 'outlets.yaml'),
  modelFile: join(projectFolder, 'data/names.model'),
});

/** Each part is run in a process of its own, so that none pays for another's memory. */
const parts: Readonly<Record<Part, (size: number, articles: readonly LoadArticle[]) => Promise<Figures>>> = {
  fts5,
  minisearch,
  build,
  serve,
  apart,
  change,
  reindex,
};

/** SQLite's full-text search over the same text, with the same queries, the ten best by its own BM25. */
async function fts5(size: number, articles: readonly LoadArticle[]): Promise<Figures> {
  mkdirSync(folderOf(size), { recursive: true });
  const file = join(folderOf(size), 'fts5.sqlite');
  rmSync(file, { force: true });
  const store = new Database(file);
  store.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
    CREATE VIRTUAL TABLE texts USING fts5 (headline, body, content = '', tokenize = 'porter unicode61'); BEGIN`);
  const insert = store.prepare('INSERT INTO texts (rowid, headline, body) VALUES (?, ?, ?)');
  articles.forEach(({ headline, body }, at) => {
    insert.run(at + 1, headline, body);
  });
  store.exec('COMMIT');
  const select = store.prepare('SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 2, 1) LIMIT 10');
  const asked = queriesFrom(articles).map((query) =>
    query
      .split(' ')
      .map((word) => `"${word}"`)
      .join(' OR '),
  );
  const search = await timed(asked, (query) => select.all(query));
  store.close();
  rmSync(file);
  return { search };
}

/** MiniSearch as it comes over the same text: how much memory it takes. */
async function minisearch(_size: number, articles: readonly LoadArticle[]): Promise<Figures> {
  const mini = new MiniSearch<LoadArticle>({ fields: ['headline', 'body'] });
  const start = performance.now();
  mini.addAll(articles);
  const seconds = (performance.now() - start) / 1000;
  const queries = queriesFrom(articles);
  (articles as LoadArticle[]).length = 0; // the text is no part of the index
  globalThis.gc?.();
  const resident = residentMB();
  return { seconds, resident, search: await timed(queries, (query) => mini.search(query)) };
}

/** The archive from nothing; and how fast compromise finds people in some of the same articles. */
async function build(size: number, articles: readonly LoadArticle[]): Promise<Figures> {
  const places = placesOf(size);
  writeArticles(places.articlesDir, articles);
  copyFileSync(join(projectFolder, 'data/outlets.yaml'), places.outletsFile);
  rmSync(places.dataDir, { recursive: true, force: true });
  const textBytes = articles.reduce((sum, { headline, body }) => sum + Buffer.byteLength(headline + body), 0);
  const words = articles.reduce((sum, { headline, body }) => sum + countWords(headline) + countWords(body), 0);
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
async function serve(size: number, articles: readonly LoadArticle[]): Promise<Figures> {
  const queries = queriesFrom(articles);
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
  const met = await timed(people, (person) => answerQuestion({ command: 'met', person }, archive));
  const quote = await timed(people, (who) => answerQuestion({ command: 'quote', who }, archive));
  const typed = people.flatMap((name) => [name.slice(0, 3), name.slice(0, -1), `${name.slice(0, 4)}x`]);
  const complete = await timed(typed, (begun) => archive.complete('person', begun, 25));
  const summary = await timed(topics, (about) => answerQuestion({ command: 'summary', about }, archive));
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
async function apart(size: number, articles: readonly LoadArticle[]): Promise<Figures> {
  const queries = queriesFrom(articles);
  (articles as LoadArticle[]).length = 0; // a bot holds no such list
  globalThis.gc?.();
  const idle = await eventLoopDelay(() => wait(3000));
  const keeper = await openArchiveApart(placesOf(size));
  await keeper.archive.search('president', {}, 10);
  const loaded = residentMB();
  const asking = await eventLoopDelay(() => timed(queries, (query) => keeper.archive.search(query, {}, 10)));
  const people = await peopleIn(keeper.archive);
  await timed(people, (person) => answerQuestion({ command: 'met', person }, keeper.archive));
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
async function reindex(size: number, articles: readonly LoadArticle[]): Promise<Figures> {
  const queries = queriesFrom(articles);
  const keeper = await openArchiveApart(placesOf(size));
  const idle = await eventLoopDelay(() => wait(3000));
  // Another list of outlets may change every article: everything is written anew.
  appendFileSync(placesOf(size).outletsFile, '\n# changed\n');
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
async function change(size: number, articles: readonly LoadArticle[]): Promise<Figures> {
  const places = placesOf(size);
  const keeper = await openArchiveApart(places);
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

const [part, size, corpus] = process.argv.slice(2);
const run = parts[part as Part];
if (!run || !corpus || !existsSync(corpus)) throw new Error('This is started by bench/scale.ts.');
const figures = await run(Number(size), await loadArticles(corpus, Number(size)));
process.stdout.write(`${JSON.stringify(figures)}\n`);
