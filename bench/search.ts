import { execFileSync } from 'node:child_process';
import { Charset, Document } from 'flexsearch';
import Database from 'libsql';
import MiniSearch from 'minisearch';
import { judgements, rowsOf, scoreRanking } from '../evaluation/search.ts';
import { indexedWordsIn } from '../src/archive/index/terms.ts';
import { buildIndex, type IndexableDocument } from '../src/archive/index/write-buffer.ts';
import { parseQuery } from '../src/archive/query.ts';
import { type DocumentRow, indexable, type QueryRow } from '../src/archive/search/documents.ts';
import { searchTyped } from '../src/archive/search/typed.ts';

/**
 * npm run bench:search -- DOCS.jsonl [QUERIES.jsonl QRELS.tsv]
 * Five ways to search the same documents with the same queries, in one run: our ranking over MiniSearch, MiniSearch as it
 * comes, MiniSearch with its usual fuzzy and prefix search, SQLite's FTS5, FlexSearch. Without queries, 400 of one to four
 * words are drawn from the documents. Each is measured in a process of its own, after the first queries have warmed it.
 * Figures are printed, nothing is asserted.
 */

type Search = (query: string) => string[];

interface Contestant {
  readonly name: string;
  readonly build: (documents: readonly IndexableDocument[]) => Search;
}

const LIMIT = 100;

const ours: Contestant = {
  name: 'Readout (over MiniSearch)',
  build: (documents) => {
    const index = buildIndex(documents);
    const texts = new Map(documents.map((document) => [document.id, document]));
    const textOf = (id: string) => texts.get(id) ?? null;
    return (text) => searchTyped(index, parseQuery(text), LIMIT, { textOf }).hits.map(({ id }) => id);
  },
};

const miniSearch = (name: string, options: object): Contestant => ({
  name,
  build: (documents) => {
    const mini = new MiniSearch<IndexableDocument>({ fields: ['headline', 'body'] });
    mini.addAll(documents);
    return (text) =>
      mini
        .search(text, options)
        .slice(0, LIMIT)
        .map(({ id }) => String(id));
  },
});

const fts5: Contestant = {
  name: 'SQLite FTS5, porter',
  build: (documents) => {
    const database = new Database(':memory:');
    database.exec("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, headline, body, tokenize = 'porter unicode61')");
    const insert = database.prepare('INSERT INTO texts VALUES (?, ?, ?)');
    database.transaction(() => {
      for (const { id, headline, body } of documents) insert.run(id, headline ?? '', body);
    })();
    const select = database.prepare('SELECT id FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?');
    return (text) => {
      const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length === 0) return [];
      const rows = select.all(words.map((word) => `"${word}"`).join(' OR '), LIMIT);
      // The rows are of the one column selected above.
      return (rows as { id: string }[]).map(({ id }) => id);
    };
  },
};

/** Its own English settings; `suggest` lets a document lack some of the words, without which long queries find nothing. */
const flexSearch: Contestant = {
  name: 'FlexSearch, LatinBalance',
  build: (documents) => {
    const index = new Document({
      document: { id: 'id', index: ['headline', 'body'] },
      encoder: Charset.LatinBalance,
      context: true,
    });
    for (const { id, headline, body } of documents) index.add({ id, headline: headline ?? '', body });
    return (text) => index.search(text, { limit: LIMIT, suggest: true, merge: true }).map(({ id }) => String(id));
  },
};

/** Queries of one to four words that stand side by side somewhere in the documents; the same in every run. */
function drawnQueries(documents: readonly IndexableDocument[], count: number): QueryRow[] {
  const drawn: QueryRow[] = [];
  for (let at = 0; drawn.length < count && at < 10 * count; at++) {
    const document = documents[(at * 7919) % documents.length];
    const words = indexedWordsIn(document?.body ?? '').filter(({ term }) => term !== null);
    const from = words.length > 4 ? (at * 104_729) % (words.length - 4) : 0;
    const text = words.slice(from, from + 1 + (at % 4));
    if (text.length > 0) drawn.push({ id: String(at), text: text.map(({ folded }) => folded).join(' ') });
  }
  return drawn;
}

interface Figures {
  readonly name: string;
  readonly seconds: number;
  readonly megabytes: number;
  readonly p50: number;
  readonly p99: number;
  readonly ndcg: number | null;
}

/** Resident, since SQLite's memory is none of JavaScript's; after a collection. */
function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}

const WARMING = 10;

function measure({ name, build }: Contestant, { documents, queries, relevant }: Task): Figures {
  const before = memory();
  const begun = performance.now();
  const search = build(documents);
  const seconds = (performance.now() - begun) / 1000;
  const megabytes = (memory() - before) / 1e6;
  for (const { text } of queries.slice(0, WARMING)) search(text);
  const results: { id: string; results: { id: string; score: number }[] }[] = [];
  const milliseconds: number[] = [];
  for (const { id, text } of queries) {
    const asked = performance.now();
    const found = search(text);
    milliseconds.push(performance.now() - asked);
    results.push({ id: String(id), results: found.map((document, rank) => ({ id: document, score: -rank })) });
  }
  milliseconds.sort((a, b) => a - b);
  const at = (share: number) => milliseconds[Math.floor(share * (milliseconds.length - 1))] ?? 0;
  const ndcg = relevant && scoreRanking(results, relevant).ndcg;
  return { name, seconds, megabytes, p50: at(0.5), p99: at(0.99), ndcg };
}

interface Task {
  readonly documents: readonly IndexableDocument[];
  readonly queries: readonly QueryRow[];
  readonly relevant: ReturnType<typeof judgements> | null;
}

function taskIn(docsFile: string, queriesFile?: string, qrelsFile?: string): Task {
  const documents = rowsOf<DocumentRow>(docsFile).map(indexable);
  const queries = queriesFile ? rowsOf<QueryRow>(queriesFile) : drawnQueries(documents, 400);
  return { documents, queries, relevant: qrelsFile ? judgements(qrelsFile) : null };
}

const contestants = [
  ours,
  miniSearch('MiniSearch default', {}),
  miniSearch('MiniSearch fuzzy, prefix', { fuzzy: 0.2, prefix: true }),
  fts5,
  flexSearch,
];

/** Measures the contestant named, in a process of its own. */
function measuredApart(name: string, files: readonly string[]): Figures {
  const script = process.argv[1] ?? '';
  const told = execFileSync(process.execPath, ['--expose-gc', script, ...files], {
    env: { ...process.env, CONTESTANT: name },
    encoding: 'utf8',
  });
  return JSON.parse(told) as Figures; // written below
}

const [, , ...files] = process.argv;
const [docsFile, queriesFile, qrelsFile] = files;
if (!docsFile) throw new Error('Name the documents: npm run bench:search -- DOCS.jsonl [QUERIES.jsonl QRELS.tsv]');
const alone = contestants.find(({ name }) => name === process.env.CONTESTANT);
if (alone) console.log(JSON.stringify(measure(alone, taskIn(docsFile, queriesFile, qrelsFile))));
else {
  console.log(`times in ms, × is of ${ours.name}'s`);
  let first: Figures | null = null;
  for (const { name } of contestants) {
    const row = measuredApart(name, files);
    first ??= row;
    const times = (value: number, of: number): string =>
      `${value.toFixed(2)} (×${(value / of).toFixed(1)})`.padStart(17);
    console.log(
      `${name.padEnd(26)} build ${row.seconds.toFixed(1).padStart(5)} s ${row.megabytes.toFixed(0).padStart(5)} MB` +
        `  p50${times(row.p50, first.p50)}  p99${times(row.p99, first.p99)}` +
        (row.ndcg === null ? '' : `  nDCG@10 ${row.ndcg.toFixed(4)}`),
    );
  }
}
