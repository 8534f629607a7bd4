import { readFileSync } from 'node:fs';
import type { ArticleId } from '../src/corpus/article.ts';
import { groupCopies } from '../src/corpus/copies.ts';
import { cutShort, edited, embedded, reportedAnew, rewrapped, seeded } from './made-copies.ts';

/*
 * node dist/bench/copies.js FILE.jsonl [HOW-MANY]: articles (id, and body or text) of which copies are made and looked for
 * among all of them. Pairs of the file's own articles that are grouped are printed, to be judged by eye.
 */
const [file = '', most = '100000'] = process.argv.slice(2);
const articles = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .slice(0, Number(most))
  .map((line) => {
    const row: { id: string; body?: string; text?: string } = JSON.parse(line); // The file is the caller's promise.
    return { id: row.id as ArticleId, body: row.body ?? row.text ?? '' };
  });
const random = seeded(7);
const long = articles.filter(({ body }) => body.length > 1200);
const chosen = long.filter((_, at) => at % Math.ceil(long.length / 300) === 0);
const made = chosen.flatMap(({ id, body }, at) => {
  const other = long[(at * 37 + 11) % long.length]?.body ?? '';
  return (
    [
      ['exact', rewrapped(body)],
      ['edited', edited(body, random)],
      ['cut', cutShort(body, random)],
      ['embedded', embedded(body, other)],
      ['not', reportedAnew(body, other, random)],
    ] as const
  ).map(([how, text]) => ({ id: `${how} ${id}` as ArticleId, body: text, how, of: id }));
});
for (const how of ['exact', 'edited', 'cut', 'embedded', 'not'] as const) {
  const ones = made.filter((one) => one.how === how);
  const started = performance.now();
  const groups = groupCopies([...articles, ...ones]);
  const seconds = (performance.now() - started) / 1000;
  const groupOf = new Map(
    groups.flatMap(({ original, copies }) => [original, ...copies.map(({ id }) => id)].map((id) => [id, original])),
  );
  const found = ones.filter(({ id, of }) => groupOf.has(id) && groupOf.get(id) === groupOf.get(of));
  console.log(
    `${how}: ${found.length} of ${ones.length} with their original; ${articles.length + ones.length} articles in ${seconds.toFixed(1)} s`,
  );
}
const own = groupCopies(articles);
console.log(`${own.length} groups among the file's own articles:`);
const bodies = new Map(articles.map(({ id, body }) => [id, body]));
for (const { original, copies } of own.slice(0, 400)) {
  for (const { id, kind, likeness } of copies) {
    const opening = (one: ArticleId) => (bodies.get(one) ?? '').slice(0, 90).replace(/\s+/g, ' ');
    console.log(`${kind} ${likeness.toFixed(2)} | ${opening(original)} | ${opening(id)}`);
  }
}
