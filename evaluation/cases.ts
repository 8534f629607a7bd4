import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dayOf } from '../src/text/edtf.ts';
import { checkAnswer, checkArticle, checkFeed, checkReading, Expected, type Wrong } from './case-checks.ts';
import { articleOfPage, articlesOfFile, ask, feed, type ReadingRow, readLines } from './case-doors.ts';

// Runs the cases of a folder through the doors that people use, and prints what is wrong and a total by kind:
//   npm run cases -- FOLDER [part of a case's name]
// A case is a folder with its input and an expected.json, whose form is `Case` below and `Expected` in case-checks.ts.

const Case = z.object({
  area: z.string().default('other'),
  kind: z.string().default('-'),
  how: z.enum(['read', 'ask', 'page', 'file', 'feed']),
  input: z.string(),
  /** The name of the file in the articles folder, where it is another than the input's. */
  file: z.string().optional(),
  url: z.string().optional(),
  charset: z.string().nullable().default(null),
  question: z.string().default(''),
  today: z.iso
    .date()
    .default('2026-01-01')
    .transform((day) => dayOf(new Date(day))),
  expect: Expected,
});
type Case = z.infer<typeof Case>;

interface NamedCase extends Case {
  readonly name: string;
  readonly path: string;
}

const PAGE_URL = 'https://news.example.org/page';
const FEED_URL = 'https://news.example.org/feed';

function casesIn(folder: string, part: string): NamedCase[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'expected.json')));
  return names
    .filter((name) => name.includes(part))
    .sort()
    .map((name) => {
      const one = Case.parse(JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')));
      return { ...one, name, path: join(folder, name, one.input) };
    });
}

async function run(one: NamedCase, readings: ReadonlyMap<string, ReadingRow>): Promise<Wrong> {
  const bytes = () => readFileSync(one.path);
  try {
    switch (one.how) {
      case 'read': {
        const row = readings.get(one.name);
        return row ? checkReading(row, one.expect) : ['nothing was read of it'];
      }
      case 'ask':
        return checkAnswer(await ask(one.path, one.question, one.today), one.expect);
      case 'page':
        return checkArticle(await articleOfPage(bytes(), one.url ?? PAGE_URL, one.charset), one.expect);
      case 'file': {
        const [article] = await articlesOfFile(one.path);
        return article ? checkArticle(article, one.expect) : ['there is no article in it'];
      }
      case 'feed':
        return checkFeed(feed(bytes(), one.url ?? FEED_URL, one.charset), one.expect);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return one.expect.error ? [] : [`refused: ${reason}`];
  }
}

async function main(folder: string | undefined, part = ''): Promise<void> {
  if (folder === undefined) throw new Error('say which folder: npm run cases -- FOLDER');
  const cases = casesIn(folder, part);
  const lines = cases
    .filter(({ how }) => how === 'read')
    .map((one) => ({ one, line: readFileSync(one.path, 'utf8').trim() }));
  const rows = await readLines(lines.map(({ line }) => line));
  const readings = new Map(lines.flatMap(({ one }, index) => (rows[index] ? [[one.name, rows[index]]] : [])));
  const totals = new Map<string, { right: number; all: number }>();
  for (const one of cases) {
    const wrong = await run(one, readings);
    const total = totals.get(one.area) ?? { right: 0, all: 0 };
    totals.set(one.area, { right: total.right + (wrong.length === 0 ? 1 : 0), all: total.all + 1 });
    if (wrong.length === 0) continue;
    console.log(`${one.name}  (${one.area}: ${one.kind})`);
    for (const line of wrong) console.log(`    ${line}`);
  }
  console.log();
  for (const [area, { right, all }] of [...totals].sort()) console.log(`${area.padEnd(14)} ${right} of ${all} right`);
  const right = [...totals.values()].reduce((sum, total) => sum + total.right, 0);
  console.log(`${'all'.padEnd(14)} ${right} of ${cases.length} right`);
}

await main(process.argv[2], process.argv[3]);
