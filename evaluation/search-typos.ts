import { documentsWith } from '../src/archive/index/ranking.ts';
import { indexedWordsIn } from '../src/archive/index/terms.ts';
import { buildIndex, type SearchIndex } from '../src/archive/index/write-buffer.ts';
import { parseQuery } from '../src/archive/query.ts';
import { type DocumentRow, indexable, type QueryRow } from '../src/archive/search/documents.ts';
import { searchTyped } from '../src/archive/search/typed.ts';
import { seeded } from '../tests/support/seeded.ts';
import { judgements, rowsOf, scoreRanking, searchSets } from './search.ts';

/** How much of a set's nDCG@10 is left with one typing error in the rarest word of each query. */
export interface TypoRow {
  readonly set: string;
  readonly untouched: number;
  readonly mistyped: number;
}

/** Searches each set twice: as it is, and with a typing error (seeded) in the word that the fewest documents have. */
export function evaluateTypos(folder: string): TypoRow[] {
  const indexed = new Map<string, SearchIndex>();
  return searchSets(folder).map(({ set, docs, queries, qrels }) => {
    const index = indexed.get(docs) ?? buildIndex(rowsOf<DocumentRow>(docs).map(indexable));
    indexed.set(docs, index);
    const random = seeded(4);
    const rows = rowsOf<QueryRow>(queries);
    const relevant = judgements(qrels);
    const ndcg = (texts: QueryRow[]): number =>
      scoreRanking(
        texts.map(({ id, text }) => {
          const parsed = parseQuery(text.replaceAll('"', ' '));
          return { id, results: searchTyped(index, parsed, 10, { textOf: () => null }).hits };
        }),
        relevant,
      ).ndcg;
    const mistyped = rows.map(({ id, text }) => ({ id, text: withTypo(index, text, random) }));
    return { set, untouched: ndcg(rows), mistyped: ndcg(mistyped) };
  });
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The text with a letter more, less, another, or two swapped, in its rarest known word of three letters or more. */
export function withTypo(index: SearchIndex, text: string, random: () => number): string {
  const known = indexedWordsIn(text).flatMap(({ start, end, term }) => {
    const documents = term === null ? 0 : documentsWith(index, term).documents.length;
    return documents > 0 && end - start >= 3 ? [{ start, end, documents }] : [];
  });
  const [rarest] = known.sort((a, b) => a.documents - b.documents);
  if (!rarest) return text;
  const word = text.slice(rarest.start, rarest.end);
  const at = Math.floor(random() * word.length);
  const letter = LETTERS.charAt(Math.floor(random() * LETTERS.length));
  const [before, here, next] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1)];
  const kind = Math.floor(random() * 4);
  let wrong = before + letter + word.slice(at + 1);
  if (kind === 1) wrong = before + word.slice(at + 1);
  if (kind === 2) wrong = before + letter + word.slice(at);
  if (kind === 3 && next !== '') wrong = before + next + here + word.slice(at + 2);
  return text.slice(0, rarest.start) + wrong + text.slice(rarest.end);
}

const [, script = '', folder] = process.argv;
if (/search-typos\.[jt]s$/.test(script)) {
  if (!folder) throw new Error('Name the folder of the search sets: node dist/evaluation/search-typos.js FOLDER');
  for (const { set, untouched, mistyped } of evaluateTypos(folder)) {
    const share = ((100 * mistyped) / untouched).toFixed(1);
    console.log(`${set.padEnd(18)} nDCG@10 ${untouched.toFixed(4)}  mistyped ${mistyped.toFixed(4)}  ${share} %`);
  }
}
