import { buildIndex, type IndexableDocument } from '../index/write-buffer.ts';
import { parseQuery } from '../query.ts';
import { searchTyped } from './typed.ts';

/** A line of the documents file: the headline may be called title, the body text. */
export interface DocumentRow {
  readonly id: string | number;
  readonly headline?: string | null;
  readonly title?: string | null;
  readonly text?: string;
  readonly body?: string;
}

export interface QueryRow {
  readonly id: string | number;
  readonly text: string;
}

export interface RankedRow {
  readonly id: string | number;
  readonly results: readonly { readonly id: string; readonly score: number }[];
}

/** A line of the documents file as it is indexed. */
export const indexable = ({ id, headline, title, text, body }: DocumentRow): IndexableDocument => ({
  id: String(id),
  headline: headline ?? title ?? null,
  body: body ?? text ?? '',
});

/** Indexes the documents and answers each query with its `k` best: what the verb `search` does. */
export function* searchDocuments(
  docs: Iterable<DocumentRow>,
  queries: Iterable<QueryRow>,
  k: number,
): Generator<RankedRow> {
  const documents = new Map<string, IndexableDocument>();
  for (const row of docs) documents.set(String(row.id), indexable(row));
  const index = buildIndex(documents.values());
  const textOf = (id: string) => documents.get(id) ?? null;
  for (const { id, text } of queries) {
    const { hits } = searchTyped(index, parseQuery(text), k, { textOf });
    yield { id, results: hits.map(({ id: found, score }) => ({ id: found, score })) };
  }
}
