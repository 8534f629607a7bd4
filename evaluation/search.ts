import fs from 'node:fs';
import path from 'node:path';
import { type DocumentRow, type QueryRow, type RankedRow, searchDocuments } from '../src/archive/search/documents.ts';

/** How well one development set is searched. */
export interface SearchRow {
  readonly set: string;
  readonly queries: number;
  readonly ndcg: number;
  readonly recall: number;
}

/** The lines of a .jsonl file; the caller names their shape, the files are the evaluation's own. */
export function rowsOf<T>(file: string): T[] {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** Query → its relevant documents, from a file of TREC judgements. */
export function judgements(file: string): Map<string, Set<string>> {
  const relevant = new Map<string, Set<string>>();
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const [query, , document, gain] = line.split(/\s+/);
    if (!query || !document || !(Number(gain) > 0)) continue;
    relevant.set(query, (relevant.get(query) ?? new Set()).add(document));
  }
  return relevant;
}

/** The sets of a folder: each a folder with queries and judgements; those of Reuters share one file of documents. */
export function searchSets(folder: string): { set: string; docs: string; queries: string; qrels: string }[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((set) => ({
      set,
      docs: set.startsWith('reuters') ? path.join(folder, 'reuters21578.jsonl') : path.join(folder, set, 'docs.jsonl'),
      queries: path.join(folder, set, 'queries.jsonl'),
      qrels: path.join(folder, set, 'qrels.tsv'),
    }));
}

/** nDCG@10 and recall@100 with gains of 1, over the queries that have a relevant document. */
export function scoreRanking(
  ranked: Iterable<RankedRow>,
  relevant: ReadonlyMap<string, ReadonlySet<string>>,
): { ndcg: number; recall: number; each: Map<string, number> } {
  const results = new Map(Array.from(ranked, (row) => [String(row.id), row.results.map(({ id }) => id)]));
  const each = new Map<string, number>();
  let recall = 0;
  for (const [query, wanted] of relevant) {
    const found = results.get(query) ?? [];
    const gain = found.slice(0, 10).reduce((sum, id, rank) => sum + (wanted.has(id) ? discount(rank) : 0), 0);
    const ideal = Array.from({ length: Math.min(10, wanted.size) }, (_, rank) => discount(rank));
    each.set(query, gain / ideal.reduce((a, b) => a + b, 0));
    recall += found.slice(0, 100).filter((id) => wanted.has(id)).length / wanted.size;
  }
  const ndcg = [...each.values()].reduce((a, b) => a + b, 0) / each.size;
  return { ndcg, recall: recall / relevant.size, each };
}

const discount = (rank: number): number => 1 / Math.log2(rank + 2);

/** Searches every set under `folder` as the verb `search` does. */
export function evaluateSearch(folder: string): SearchRow[] {
  return searchSets(folder).map(({ set, docs, queries, qrels }) => {
    const relevant = judgements(qrels);
    const ranked = searchDocuments(rowsOf<DocumentRow>(docs), rowsOf<QueryRow>(queries), 100);
    const { ndcg, recall } = scoreRanking(ranked, relevant);
    return { set, queries: relevant.size, ndcg, recall };
  });
}

const [, script = '', folder] = process.argv;
if (/search-eval\.[jt]s$/.test(script)) {
  if (!folder) throw new Error('Name the folder of the search sets: node dist/evaluation/search.js FOLDER');
  for (const { set, queries, ndcg, recall } of evaluateSearch(folder)) {
    console.log(`${set.padEnd(18)} nDCG@10 ${ndcg.toFixed(4)}  recall@100 ${recall.toFixed(4)}  (${queries} queries)`);
  }
}
