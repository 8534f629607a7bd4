import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import type { Times } from './scale-measure.ts';
import { type Figures, type Part, PROGRAMS } from './scale-parts.ts';

/**
 * npm run bench:scale -- 1000 10000 100000
 * Measures the archive at each size, each part in a process of its own, beside SQLite's FTS5, MiniSearch and compromise on
 * the same articles in the same run. The articles are the first of what `npm run bench:corpus` made. Prints one table; it
 * asserts nothing.
 */

type Measured = Readonly<Record<Part, Figures>>;

function corpusFor(largest: number): string {
  const folder = resolve('var/corpus');
  const made = existsSync(folder) ? readdirSync(folder) : [];
  const fitting = made.filter((name) => Number(/-(\d+)\.jsonl$/.exec(name)?.[1] ?? 0) >= largest);
  const [first] = fitting;
  if (!first) throw new Error(`Make the articles first: npm run bench:corpus -- SOURCE.jsonl ${largest}`);
  return join(folder, first);
}

function measure(size: number, corpus: string): Measured {
  const measured = {} as Record<Part, Figures>;
  // An object's keys are of its own type.
  for (const [part, program] of Object.entries(PROGRAMS) as [Part, string][]) {
    console.error(`${new Date().toTimeString().slice(0, 8)} ${size}: ${part} …`);
    const script = join(import.meta.dirname, program);
    const options = ['--expose-gc', '--max-old-space-size=8000', script, part, String(size), corpus];
    const output = execFileSync(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 });
    measured[part] = JSON.parse(output.toString().trim().split('\n').at(-1) ?? '{}');
  }
  return measured;
}

interface Row {
  readonly name: string;
  readonly value: (measured: Measured) => number;
  readonly digits?: number;
  /** Whether growth per tenfold says something of it. */
  readonly grows?: boolean;
}

const number = (figures: Figures, name: string): number => Number(figures[name] ?? Number.NaN);
// A figure that is no number is a list of times.
const times = (figures: Figures, name: string): Times => figures[name] as Times;

const ms = (name: string, value: Row['value']): Row => ({ name, value, digits: 2, grows: true });
const share = (name: string, value: Row['value']): Row => ({ name, value, digits: 3 });

const ROWS: readonly Row[] = [
  { name: 'articles read', value: ({ build }) => number(build, 'articles'), digits: 0 },
  { name: 'text, MB', value: ({ build }) => number(build, 'textBytes') / 1e6, digits: 1 },
  ms('ten best articles p50, ms', ({ serve }) => times(serve, 'ranked').p50),
  ms('ten best articles p99, ms', ({ serve }) => times(serve, 'ranked').p99),
  ms('… with cards and passages p50, ms', ({ serve }) => times(serve, 'search').p50),
  ms('… with cards and passages p99, ms', ({ serve }) => times(serve, 'search').p99),
  ms('FTS5 search p50, ms', ({ fts5 }) => times(fts5, 'search').p50),
  ms('FTS5 search p99, ms', ({ fts5 }) => times(fts5, 'search').p99),
  share(
    'ten best p50 ÷ FTS5’s (aim ≤ 0.1)',
    ({ serve, fts5 }) => times(serve, 'ranked').p50 / times(fts5, 'search').p50,
  ),
  share(
    'ten best p99 ÷ FTS5’s (aim ≤ 0.1)',
    ({ serve, fts5 }) => times(serve, 'ranked').p99 / times(fts5, 'search').p99,
  ),
  share('with passages p50 ÷ FTS5’s', ({ serve, fts5 }) => times(serve, 'search').p50 / times(fts5, 'search').p50),
  share('with passages p99 ÷ FTS5’s', ({ serve, fts5 }) => times(serve, 'search').p99 / times(fts5, 'search').p99),
  ms('MiniSearch search p99, ms', ({ minisearch }) => times(minisearch, 'search').p99),
  ms('one typing error p99, ms', ({ serve }) => times(serve, 'typo').p99),
  share('… ÷ without (aim ≤ 5)', ({ serve }) => times(serve, 'typo').p99 / times(serve, 'search').p99),
  { name: '… same first ten, % (aim ≥ 95)', value: ({ serve }) => number(serve, 'same'), digits: 1 },
  ms('/met p50, ms', ({ serve }) => times(serve, 'met').p50),
  ms('/met p99, ms (aim ≤ FTS5’s)', ({ serve }) => times(serve, 'met').p99),
  ms('/quote p50, ms', ({ serve }) => times(serve, 'quote').p50),
  ms('/quote p99, ms (aim ≤ FTS5’s)', ({ serve }) => times(serve, 'quote').p99),
  ms('/met mean, ms (aim ≤ ×1.5 a tenfold)', ({ serve }) => times(serve, 'met').mean),
  ms('/quote mean, ms (aim ≤ ×1.5 a tenfold)', ({ serve }) => times(serve, 'quote').mean),
  ms('autocomplete p99, ms (aim ≤ FTS5’s)', ({ serve }) => times(serve, 'complete').p99),
  ms('/summary of 500 articles p99, ms', ({ serve }) => times(serve, 'summary').p99),
  share('… ÷ FTS5’s (aim ≤ 2)', ({ serve, fts5 }) => times(serve, 'summary').p99 / times(fts5, 'search').p99),
  ms('event loop p99 idle, ms', ({ apart }) => number(apart, 'idle')),
  share('… asked ÷ idle (aim ≤ 3)', ({ apart }) => number(apart, 'asking') / number(apart, 'idle')),
  share('… reindexing ÷ idle (aim ≤ 3)', ({ reindex }) => number(reindex, 'delay') / number(reindex, 'idle')),
  { name: 'full build, s', value: ({ build }) => number(build, 'seconds'), digits: 1, grows: true },
  { name: 'cores used by it', value: ({ build }) => number(build, 'cpuSeconds') / number(build, 'seconds'), digits: 2 },
  { name: 'words a second and core', value: ({ build }) => number(build, 'wordsACore'), digits: 0 },
  share('… ÷ compromise’s (aim ≥ 1.5)', ({ build }) => number(build, 'wordsACore') / number(build, 'compromise')),
  { name: 'start to first answer, s', value: ({ serve }) => number(serve, 'firstAnswer'), digits: 2, grows: true },
  share('… ÷ full build (aim ≤ 0.02)', ({ serve, build }) => number(serve, 'firstAnswer') / number(build, 'seconds')),
  { name: '100 files changed, s', value: ({ change }) => number(change, 'seconds'), digits: 2, grows: true },
  share('… ÷ full build (aim ≤ 0.01)', ({ change, build }) => number(change, 'seconds') / number(build, 'seconds')),
  { name: 'resident after load, MB', value: ({ apart }) => number(apart, 'loaded'), digits: 0 },
  { name: 'resident after all questions, MB', value: ({ apart }) => number(apart, 'resident'), digits: 0 },
  { name: 'resident with MiniSearch, MB', value: ({ minisearch }) => number(minisearch, 'resident'), digits: 0 },
  share(
    'resident after load ÷ MiniSearch’s (aim ≤ 0.25)',
    ({ apart, minisearch }) => number(apart, 'loaded') / number(minisearch, 'resident'),
  ),
  { name: 'store on disk, MB', value: ({ build }) => number(build, 'disk') / 1e6, digits: 1 },
  share('… ÷ text (aim ≤ 2)', ({ build }) => number(build, 'disk') / number(build, 'textBytes')),
];

function table(sizes: readonly number[], measured: readonly Measured[]): string {
  const head = ['', ...sizes.flatMap((size, at) => (at === 0 ? [String(size)] : [String(size), 'growth a tenfold']))];
  const lines = ROWS.map(({ name, value, digits = 2, grows }) => {
    const values = measured.map(value);
    const cells = values.flatMap((now, at) => {
      const shown = now.toFixed(digits);
      if (at === 0) return [shown];
      const tenfolds = Math.log10((sizes[at] ?? 1) / (sizes[at - 1] ?? 1));
      return [
        shown,
        grows
          ? `×${(now / (values[at - 1] ?? now)) ** (1 / tenfolds) < 100 ? ((now / (values[at - 1] ?? now)) ** (1 / tenfolds)).toFixed(2) : '>100'}`
          : '',
      ];
    });
    return [name, ...cells];
  });
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0 || sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  throw new Error('Say at which sizes to measure: npm run bench:scale -- 1000 10000 100000');
}
const corpus = corpusFor(Math.max(...sizes));
const measured = sizes.map((size) => measure(size, corpus));
const memory = `${(totalmem() / 1e9).toFixed(0)} GB`;
console.log(`${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${memory}, Node ${process.version}\n`);
console.log(table(sizes, measured));
