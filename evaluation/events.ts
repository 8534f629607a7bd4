import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventArticle, groupByEvent, SIMILAR } from '../src/answers/events/events.ts';
import { contentStems } from '../src/answers/summarise/words.ts';
import { shinglesOf } from '../src/corpus/copies.ts';
import { edtf } from '../src/text/edtf.ts';
import { fnv1a } from '../src/text/hashing.ts';

/*
 * How well articles of one happening are put together, on judged groups of articles among others:
 *   npm run eval:events -- FOLDER [--tune]
 * FOLDER has docs.jsonl (id, title, date, body) and qrels.tsv, whose queries are the groups. All documents are grouped; precision,
 * recall and F1 are over the pairs of judged articles, by the half that a group belongs to (a pair of two halves counts in neither).
 * Beside it two baselines, with their thresholds tuned on half a: near-duplicates by MinHash (Jaccard of runs of words, estimated by 128
 * hashes), and single link over BM25 (of the headline and opening as a query, by the score of the article itself).
 */

interface Row {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly body: string;
}

const [folder = '', flag] = process.argv.slice(2);
const linesOf = (file: string) => readFileSync(join(folder, file), 'utf8').trim().split('\n');
const docs = linesOf('docs.jsonl').map((line) => JSON.parse(line) as Row); // the file's own shape
const position = new Map(docs.map(({ id }, at) => [id, at]));
const groupsOf = new Map<number, Set<string>>();
for (const line of linesOf('qrels.tsv')) {
  const [query = '', , id = '', grade] = line.split('\t');
  const at = position.get(id);
  if (at !== undefined && Number(grade) > 0) groupsOf.set(at, (groupsOf.get(at) ?? new Set()).add(query));
}
const judged = [...groupsOf.keys()];
const halfOf = (group: string): 'a' | 'b' => (fnv1a(group) % 2 === 0 ? 'a' : 'b');
const halves = (at: number) => new Set([...(groupsOf.get(at) ?? [])].map(halfOf));

/** Pairs put together rightly, in all, and that should be. */
function scored(groups: readonly (readonly number[])[]) {
  const groupAt = new Map(groups.flatMap((group, number) => group.map((at) => [at, number] as const)));
  const tally = { a: { right: 0, made: 0, wanted: 0 }, b: { right: 0, made: 0, wanted: 0 } };
  for (const [at, one] of judged.entries())
    for (const other of judged.slice(at + 1)) {
      const [half, another] = [halves(one), halves(other)];
      const both = (['a', 'b'] as const).find((name) => half.has(name) && another.has(name));
      if (!both) continue;
      const wanted = [...(groupsOf.get(one) ?? [])].some((group) => groupsOf.get(other)?.has(group));
      const made = groupAt.get(one) === groupAt.get(other);
      tally[both].wanted += Number(wanted);
      tally[both].made += Number(made);
      tally[both].right += Number(made && wanted);
    }
  const years = groups.filter(
    (group) => new Set(group.flatMap((at) => docs[at]?.date.slice(0, 4) || [])).size > 1,
  ).length;
  return { a: f1(tally.a), b: f1(tally.b), years };
}

function f1({ right, made, wanted }: { right: number; made: number; wanted: number }) {
  const [precision, recall] = [right / (made || 1), right / (wanted || 1)];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

const termSets = docs.map(({ title, body }) => new Set(contentStems(`${title} ${body}`)));
const documents = new Map<string, number>();
for (const terms of termSets) for (const term of terms) documents.set(term, (documents.get(term) ?? 0) + 1);
const idf = (term: string) => Math.log(1 + docs.length / (documents.get(term) ?? 1));
const articles = docs.map(({ title, body, date }): EventArticle => ({ headline: title, body, published: edtf(date) }));

/** Groups that links make. */
function linked(links: readonly (readonly [number, number])[]): number[][] {
  const parent = docs.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  for (const [a, b] of links) parent[rootOf(a)] = rootOf(b);
  const groups = new Map<number, number[]>();
  for (const at of docs.keys()) groups.set(rootOf(at), [...(groups.get(rootOf(at)) ?? []), at]);
  return [...groups.values()];
}

type Link = readonly [a: number, b: number, score: number];

function minHashLinks(): Link[] {
  const HASHES = 128;
  const signatures = docs.map(({ body }, at) => {
    if (!groupsOf.has(at)) return null;
    const least = new Uint32Array(HASHES).fill(0xffffffff);
    for (const shingle of shinglesOf(body))
      for (let hash = 0; hash < HASHES; hash++) {
        const value = Math.imul(shingle ^ Math.imul(hash + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
        if (value < (least[hash] ?? 0)) least[hash] = value;
      }
    return least;
  });
  const links: Link[] = [];
  for (const [at, a] of judged.entries())
    for (const b of judged.slice(at + 1)) {
      let same = 0;
      for (let hash = 0; hash < HASHES; hash++) if (signatures[a]?.[hash] === signatures[b]?.[hash]) same++;
      if (same > 0) links.push([a, b, same / HASHES]);
    }
  return links;
}

function bm25Links(): Link[] {
  const [k1, b] = [1.2, 0.75];
  const counts = docs.map(({ title, body }) => {
    const count = new Map<string, number>();
    for (const term of contentStems(`${title} ${body}`)) count.set(term, (count.get(term) ?? 0) + 1);
    return count;
  });
  const lengths = counts.map((count) => [...count.values()].reduce((sum, n) => sum + n, 0));
  const mean = lengths.reduce((sum, n) => sum + n, 0) / docs.length;
  const score = (query: ReadonlySet<string>, at: number) => {
    let sum = 0;
    for (const term of query) {
      const n = counts[at]?.get(term) ?? 0;
      if (n > 0) sum += (idf(term) * n * (k1 + 1)) / (n + k1 * (1 - b + (b * (lengths[at] ?? 0)) / mean));
    }
    return sum;
  };
  const links: Link[] = [];
  for (const one of judged) {
    const query = new Set(contentStems(`${docs[one]?.title} ${docs[one]?.body.slice(0, 500)}`));
    const own = score(query, one);
    for (const other of judged) if (other !== one) links.push([one, other, score(query, other) / own]);
  }
  return links;
}

const percent = ({ precision, recall, f1: value }: ReturnType<typeof f1>) =>
  `P ${(100 * precision).toFixed(1)} R ${(100 * recall).toFixed(1)} F1 ${(100 * value).toFixed(1)}`;

function report(name: string, groups: readonly (readonly number[])[]): void {
  const { a, b, years } = scored(groups);
  console.log(`${name}: half a ${percent(a)}; half b ${percent(b)}; groups over two years: ${years}`);
}

/** The threshold that is best on half a. */
function best(links: readonly Link[]): number[][] {
  const made = Array.from({ length: 19 }, (_, step) => {
    const least = 0.05 * (step + 1);
    return linked(links.filter(([, , value]) => value >= least).map(([a, b]) => [a, b] as const));
  });
  const [first = []] = made.toSorted((one, other) => scored(other).a.f1 - scored(one).a.f1);
  return first;
}

console.log(
  `${docs.length} articles, ${judged.length} judged in ${new Set([...groupsOf.values()].flatMap((all) => [...all])).size} groups`,
);
const started = performance.now();
report('events', groupByEvent(articles, idf));
console.error(`grouped in ${Math.round(performance.now() - started)} ms`);
if (flag === '--tune')
  for (const dated of [0.08, 0.12, 0.16])
    for (const undated of [0.2, 0.3, 0.4])
      report(
        `events at ${dated}, undated ${undated} (now ${JSON.stringify(SIMILAR)})`,
        groupByEvent(articles, idf, { dated, undated }),
      );
report('MinHash, single link', best(minHashLinks()));
report('BM25, single link', best(bm25Links()));
