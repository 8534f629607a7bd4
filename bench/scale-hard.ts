import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Question } from '../src/answers/question.ts';
import { openArchive } from '../src/archive/keeper.ts';
import { projectFolder } from '../src/project/folder.ts';
import { askQuestion } from '../src/remote/ask.ts';
import { residentMB, timed } from './scale-measure.ts';

/**
 * node dist/bench/scale-hard.js [CASE …]
 * Archives that no newspaper would make, each built and asked: what it takes, and what the slowest answer takes.
 */

const line = (headline: string, body: string): string => JSON.stringify({ headline, outlet: 'The Example', body });
const lines = (count: number, of: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => of(at)).join('\n');
const PARAGRAPH =
  'Minister Ada Berg met envoy Omar Nadir in Geneva on Tuesday. "We will go on until we agree," Berg said.';

const longArticle = (characters: number): string =>
  line(
    'A long one',
    lines(characters / 600, (at) => `${PARAGRAPH} ${`Part ${at} of many parts. `.repeat(20)}`),
  );

interface Case {
  readonly content: () => string;
  readonly asked: readonly Question[];
}

const common: readonly Question[] = [
  { command: 'met', person: 'Berg' },
  { command: 'quote', who: 'Berg' },
  { command: 'search', text: 'geneva talks' },
  { command: 'summary', about: 'Geneva' },
  { command: 'sources' },
];

const cases: Readonly<Record<string, Case>> = {
  'one article of 45 MB, which is refused': { content: () => longArticle(45_000_000), asked: common },
  'one article of nearly two million characters': { content: () => longArticle(1_900_000), asked: common },
  '10,000 articles with one headline': {
    content: () => lines(10_000, (at) => line('Talks in Geneva', `${PARAGRAPH} It was round ${at}.`)),
    asked: [...common, { command: 'summary', about: 'Talks in Geneva' }],
  },
  'one person with 20,000 mentions': {
    content: () => lines(20_000, (at) => line(`News number ${at}`, `Minister Ada Berg opened bridge ${at} in Oslo.`)),
    asked: common,
  },
  '100,000 articles of one line': {
    content: () =>
      lines(100_000, (at) => line(`Item ${at}`, `Ship ${at} left Geneva with ${at % 97} tonnes of grain.`)),
    asked: common,
  },
};

const wanted = process.argv.slice(2);
for (const [name, { content, asked }] of Object.entries(cases)) {
  if (wanted.length > 0 && !wanted.some((words) => name.includes(words))) continue;
  const folder = resolve('var/scale/hard');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'articles'), { recursive: true });
  writeFileSync(join(folder, 'articles/all.jsonl'), content());
  const start = performance.now();
  const keeper = await openArchive({
    articlesDir: join(folder, 'articles'),
    dataDir: join(folder, 'data'),
    outletsDir: join(projectFolder, 'data/outlets'),
    modelsDir: join(projectFolder, 'data'),
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { articles, unread } = await keeper.archive.status();
  console.log(
    `${name}: ${articles} articles (${unread.length} not read) in ${seconds} s, ${residentMB().toFixed(0)} MB`,
  );
  for (const question of asked) {
    const { mean } = await timed([question], (one) => askQuestion(one, keeper.archive));
    console.log(`  ${JSON.stringify(question)}: ${mean.toFixed(0)} ms`);
  }
  const complete = await timed(['Ber', 'berh'], (typed) => keeper.archive.complete('person', typed, 25));
  console.log(`  autocomplete: ${complete.p99.toFixed(0)} ms`);
  await keeper.close();
}
