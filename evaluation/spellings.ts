import path from 'node:path';
import { buildIndex, type SearchIndex } from '../src/archive/index/write-buffer.ts';
import { parseQuery } from '../src/archive/query.ts';
import { searchTyped } from '../src/archive/search/typed.ts';
import { rowsOf } from './search.ts';
import { SPELLINGS } from './spellings-derived.ts';

/**
 * npm run bench:spellings -- FOLDER
 * Searches the articles of dwie-entities by the surnames of their people. Prints, for each way of spelling a name
 * otherwise, how often the article that has most of the name is among the first ten, as it is for the name as written, and
 * how many of the first ten are the same; then how often what is about a person (three mentions or more) stands before what mentions one once.
 */

interface Row {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly {
    readonly type: string;
    readonly name: string;
    readonly mentions: readonly (readonly [number, number, string])[];
  }[];
}

/** Surname → article → how often people of that surname are mentioned in it. */
type Mentions = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** From so many mentions on, an article is about somebody. */
const ABOUT = 3;

/** The first line of each text is its headline. */
function indexOf(rows: readonly Row[]): SearchIndex {
  return buildIndex(
    rows.map(({ id, text }) => {
      const end = text.indexOf('\n');
      return { id, headline: text.slice(0, Math.max(0, end)), body: text.slice(end + 1) };
    }),
  );
}

/** Only surnames of four letters and more that some article writes just so. */
function surnames(rows: readonly Row[]): Mentions {
  const found = new Map<string, Map<string, number>>();
  for (const { id, text, entities } of rows) {
    for (const { type, name, mentions } of entities) {
      const surname = name.split(/\s+/u).at(-1) ?? '';
      if (type !== 'PER' || !/^\p{Lu}[\p{L}'’-]{3,}$/u.test(surname) || !text.includes(surname)) continue;
      const articles = found.get(surname) ?? new Map<string, number>();
      articles.set(id, (articles.get(id) ?? 0) + mentions.length);
      found.set(surname, articles);
    }
  }
  return found;
}

const firstTen = (index: SearchIndex, typed: string): string[] =>
  searchTyped(index, parseQuery(typed), 10, { textOf: () => null }).hits.map(({ id }) => id);

function printSpellings(index: SearchIndex, names: Mentions): void {
  const untouched = new Map(Array.from(names.keys(), (name) => [name, firstTen(index, name)]));
  const all = { count: 0, found: 0, same: 0 };
  for (const { name: kind, spell } of SPELLINGS) {
    const here = { count: 0, found: 0, same: 0 };
    for (const [name, articles] of names) {
      const [spelled, before = []] = [spell(name), untouched.get(name)];
      const [most = ''] = [...articles].sort(([, a], [, b]) => b - a).map(([id]) => id);
      if (spelled === name || !before.includes(most)) continue;
      const after = firstTen(index, spelled);
      here.count++;
      if (after.includes(most)) here.found++;
      else if (process.env.SHOW) console.log(`  ${name} ${spelled}`);
      here.same += before.filter((id) => after.includes(id)).length / before.length;
    }
    all.count += here.count;
    all.found += here.found;
    all.same += here.same;
    printShares(kind, here);
  }
  printShares('all', all);
}

const printShares = (kind: string, { count, found, same }: { count: number; found: number; same: number }): void =>
  console.log(`${kind.padEnd(32)} found ${percent(found, count)}  same ten ${percent(same, count)}  (${count} names)`);

/** Of the pairs of an article about somebody and one that mentions them once, how many stand in that order. */
function printAbout(index: SearchIndex, names: Mentions): void {
  let [queries, first, pairs, right] = [0, 0, 0, 0];
  for (const [name, articles] of names) {
    const about = [...articles].filter(([, mentions]) => mentions >= ABOUT).map(([id]) => id);
    const passing = [...articles].filter(([, mentions]) => mentions === 1).map(([id]) => id);
    if (about.length === 0 || passing.length === 0) continue;
    const ranked = searchTyped(index, parseQuery(name.toLowerCase()), index.size, { textOf: () => null }).hits;
    const place = new Map(ranked.map(({ id }, at) => [id, at]));
    queries++;
    if (about.includes(ranked[0]?.id ?? '')) first++;
    for (const one of about) {
      for (const other of passing) {
        pairs++;
        if ((place.get(one) ?? Infinity) < (place.get(other) ?? Infinity)) right++;
      }
    }
  }
  console.log(
    `about before mentioned: ${percent(right, pairs)} of ${pairs} pairs, first ${percent(first, queries)} (${queries} names)`,
  );
}

const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(7);

const [, , folder] = process.argv;
if (!folder) throw new Error('Name the folder of the evaluation sets: npm run bench:spellings -- FOLDER');
const rows = rowsOf<Row>(path.join(folder, 'dwie-entities.jsonl'));
const index = indexOf(rows);
const names = surnames(rows);
printSpellings(index, names);
printAbout(index, names);
