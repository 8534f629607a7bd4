import { placeCopies } from '../../src/archive/copies/place-copies.ts';
import { shinglesIn } from '../../src/archive/copies/shingle-table.ts';
import { packText } from '../../src/archive/store/packed.ts';
import { all, createStore, run } from '../../src/archive/store/store.ts';
import { type CopyKind, shinglesOf, sketchOf } from '../../src/corpus/copies.ts';

/** Groups texts as the archive groups its articles: for each copy, by its id, what it is a copy of, and how. */
export async function copiesAmong(
  texts: readonly { readonly id: string; readonly body: string }[],
): Promise<Map<string, { readonly original: string; readonly kind: CopyKind }>> {
  const store = createStore(':memory:');
  const nothing = new Uint8Array();
  const sketches = texts.flatMap(({ id, body }, at) => {
    const number = at + 1;
    run(
      store,
      `INSERT INTO articles (number, id, file, hash, outlet, language, reading_key, quoted, quotations, body, reading, digest)
        VALUES (?, ?, 0, ?, 0, 'en', ?, 0, 0, ?, ?, ?)`,
      ...[number, id, nothing, nothing, packText(body, nothing), nothing, nothing],
    );
    const sketch = sketchOf(shinglesOf(body));
    return sketch ? [{ article: number, sketch }] : [];
  });
  await placeCopies(store, shinglesIn(store), sketches);
  const rows = all<{ id: string; original: string; kind: CopyKind }>(
    store,
    `SELECT article.id AS id, original.id AS original, kind FROM copies
      JOIN articles AS article ON article.number = copies.article
      JOIN articles AS original ON original.number = copies.original`,
  );
  store.close();
  return new Map(rows.map(({ id, original, kind }) => [id, { original, kind }]));
}
