import { RANKING } from '../src/archive/index/ranking.ts';
import { buildIndex, type IndexableDocument, type SearchIndex } from '../src/archive/index/write-buffer.ts';
import { parseQuery } from '../src/archive/query.ts';
import { type DocumentRow, indexable, type QueryRow } from '../src/archive/search/documents.ts';
import { searchTyped } from '../src/archive/search/typed.ts';
import { judgements, rowsOf, scoreRanking, searchSets } from './search.ts';

/**
 * npm run bench:folds -- FOLDER
 * What each part of the ranking brings, and whether a setting chosen on some sets holds on another: every setting below is
 * scored on every set; then each set in turn is held out, the setting that is best on the mean of the others is chosen,
 * and the held-out set is scored with it. Sets that share their documents are held out together.
 */

type Ranking = typeof RANKING;

/** Each starts from RANKING as it stands. */
const SETTINGS: readonly { readonly name: string; readonly change: (ranking: Ranking) => void }[] = [
  { name: 'as it stands', change: () => {} },
  { name: 'without lead', change: ({ fields }) => set(fields.lead, { weight: 0 }) },
  { name: 'without headline', change: ({ fields }) => set(fields.headline, { weight: 0 }) },
  { name: 'headline × 1', change: ({ fields }) => set(fields.headline, { weight: 1 }) },
  { name: 'headline × 3', change: ({ fields }) => set(fields.headline, { weight: 3 }) },
  { name: 'without feedback', change: ({ feedback }) => set(feedback, { strength: 0 }) },
  { name: 'feedback strength 1.5', change: ({ feedback }) => set(feedback, { strength: 1.5 }) },
  { name: 'feedback strength 2.5', change: ({ feedback }) => set(feedback, { strength: 2.5 }) },
  { name: 'feedback reorders 200', change: ({ feedback }) => set(feedback, { reordered: 200 }) },
  { name: 'feedback of 15 documents', change: ({ feedback }) => set(feedback, { documents: 15 }) },
  { name: 'without coverage', change: (ranking) => set(ranking, { coverage: 0 }) },
  { name: 'coverage 0.4', change: (ranking) => set(ranking, { coverage: 0.4 }) },
  { name: 'coverage 0.5', change: (ranking) => set(ranking, { coverage: 0.5 }) },
  { name: 'coverage 0.75', change: (ranking) => set(ranking, { coverage: 0.75 }) },
  { name: 'body k1 1.2, b 0.75', change: ({ fields }) => set(fields.body, { k1: 1.2, b: 0.75 }) },
  { name: 'body b 0.4', change: ({ fields }) => set(fields.body, { b: 0.4 }) },
  { name: 'body b 0.6', change: ({ fields }) => set(fields.body, { b: 0.6 }) },
  { name: 'lead b 0.3', change: ({ fields }) => set(fields.lead, { b: 0.3 }) },
  { name: 'lead b 1', change: ({ fields }) => set(fields.lead, { b: 1 }) },
  {
    name: 'coverage 0.5, body b 0.6, lead b 0.3',
    change: (ranking) => {
      set(ranking, { coverage: 0.5 });
      set(ranking.fields.body, { b: 0.6 });
      set(ranking.fields.lead, { b: 0.3 });
    },
  },
];

const set = <T extends object>(part: T, values: Partial<T>): void => void Object.assign(part, values);

interface Collection {
  readonly set: string;
  readonly docs: string;
  readonly index: SearchIndex;
  readonly texts: ReadonlyMap<string, IndexableDocument>;
  readonly queries: readonly QueryRow[];
  readonly relevant: ReturnType<typeof judgements>;
}

function collections(folder: string): Collection[] {
  const indexed = new Map<string, Pick<Collection, 'index' | 'texts'>>();
  return searchSets(folder).map(({ set: name, docs, queries, qrels }) => {
    const known = indexed.get(docs) ?? read(docs);
    indexed.set(docs, known);
    return { set: name, docs, ...known, queries: rowsOf<QueryRow>(queries), relevant: judgements(qrels) };
  });
}

function read(docs: string): Pick<Collection, 'index' | 'texts'> {
  const documents = rowsOf<DocumentRow>(docs).map(indexable);
  return { index: buildIndex(documents), texts: new Map(documents.map((document) => [document.id, document])) };
}

function ndcgOf({ index, texts, queries, relevant }: Collection): number {
  const textOf = (id: string) => texts.get(id) ?? null;
  const ranked = queries.map(({ id, text }) => ({
    id,
    results: searchTyped(index, parseQuery(text), 10, { textOf }).hits,
  }));
  return scoreRanking(ranked, relevant).ndcg;
}

/** Scores all collections with a changed ranking, and puts it back. */
function scoresWith(change: (ranking: Ranking) => void, all: readonly Collection[]): number[] {
  const { fields, feedback, coverage } = structuredClone(RANKING);
  change(RANKING);
  for (const { index } of all) {
    index.derived.terms.clear();
    index.derived.termWeights = null;
  }
  const scores = all.map(ndcgOf);
  set(RANKING.fields.headline, fields.headline);
  set(RANKING.fields.lead, fields.lead);
  set(RANKING.fields.body, fields.body);
  set(RANKING.feedback, feedback);
  set(RANKING, { coverage });
  return scores;
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

const [, , folder] = process.argv;
if (!folder) throw new Error('Name the folder of the search sets: npm run bench:folds -- FOLDER');
const all = collections(folder);
console.log(`${''.padEnd(38)}  mean  ${all.map((one) => one.set.slice(0, 14).padStart(14)).join(' ')}`);
const table = SETTINGS.map(({ name, change }) => {
  const scores = scoresWith(change, all);
  const row = scores.map((score) => score.toFixed(4).padStart(14)).join(' ');
  console.log(`${name.padEnd(38)} ${mean(scores).toFixed(4)} ${row}`);
  return { name, scores };
});
console.log('\nheld out: chosen on the others, nDCG@10 on the held-out set (as it stands)');
const heldOut = all.map((held, at) => {
  const others = (scores: readonly number[]) => mean(scores.filter((_, other) => all[other]?.docs !== held.docs));
  const best = table.reduce((a, b) => (others(b.scores) > others(a.scores) ? b : a));
  const [score = 0, standing = 0] = [best.scores[at], table[0]?.scores[at]];
  console.log(`${held.set.padEnd(18)} ${best.name.padEnd(38)} ${score.toFixed(4)} (${standing.toFixed(4)})`);
  return score;
});
console.log(`mean of the held-out sets ${mean(heldOut).toFixed(4)}`);
