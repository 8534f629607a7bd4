import { readFileSync } from 'node:fs';
import { copiesAmong } from '../tests/support/copies-grouped.ts';
import { cutShort, edited, embedded, reportedAnew, rewrapped } from '../tests/support/made-copies.ts';
import { seeded } from '../tests/support/seeded.ts';

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
    return { id: row.id, body: row.body ?? row.text ?? '' };
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
  ).map(([how, text]) => ({ id: `${how} ${id}`, body: text, how, of: id }));
});
for (const how of ['exact', 'edited', 'cut', 'embedded', 'not'] as const) {
  const ones = made.filter((one) => one.how === how);
  const started = performance.now();
  const copies = await copiesAmong([...articles, ...ones]);
  const seconds = (performance.now() - started) / 1000;
  const sourceOf = (id: string) => copies.get(id)?.original ?? id;
  const found = ones.filter(({ id, of }) => sourceOf(id) === sourceOf(of));
  console.log(
    `${how}: ${found.length} of ${ones.length} with their original; ${articles.length + ones.length} articles in ${seconds.toFixed(1)} s`,
  );
}
const own = await copiesAmong(articles);
console.log(`${own.size} copies among the file's own articles:`);
const bodies = new Map(articles.map(({ id, body }) => [id, body]));
const opening = (id: string) => (bodies.get(id) ?? '').slice(0, 90).replace(/\s+/g, ' ');
for (const [id, { original, kind }] of [...own].slice(0, 400)) {
  console.log(`${kind} | ${opening(original)} | ${opening(id)}`);
}
