import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import MiniSearch from 'minisearch';
import { type LoadArticle, loadArticles } from './scale-articles.ts';
import { residentMB, timed } from './scale-measure.ts';
import { type Figures, folderOf, runPart } from './scale-parts.ts';
import { queriesFrom } from './scale-questions.ts';

/** SQLite's full-text search over the same text, with the same queries, the ten best by its own BM25. */
async function fts5(size: number, corpus: string): Promise<Figures> {
  const articles = await loadArticles(corpus, size);
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
async function minisearch(size: number, corpus: string): Promise<Figures> {
  const articles = await loadArticles(corpus, size);
  const mini = new MiniSearch<LoadArticle>({ fields: ['headline', 'body'] });
  const start = performance.now();
  mini.addAll(articles);
  const seconds = (performance.now() - start) / 1000;
  const queries = queriesFrom(articles);
  articles.length = 0; // the text is no part of the index
  globalThis.gc?.();
  const resident = residentMB();
  return { seconds, resident, search: await timed(queries, (query) => mini.search(query)) };
}

await runPart({ fts5, minisearch });
