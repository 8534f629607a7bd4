/**
 * npm run hostile:questions -- [PATTERNS [BUDGET]]: puts so many hostile patterns to every command, on the archive of ARTICLES_DIR and
 * DATA_DIR, and prints what the dearest cost, in milliseconds of a core and in units of work. Ends with 1 where one failed, took
 * longer than a question may, or went on much after its budget of units was spent.
 */
import { answerQuestion, commands, questionOf } from '../../commands/index.ts';
import { NotUnderstood } from '../../src/answers/command.ts';
import { plainText } from '../../src/answers/plain.ts';
import { placesOf } from '../../src/app/run-bot.ts';
import { readSettings } from '../../src/app/settings.ts';
import { openArchive } from '../../src/archive/keeper.ts';
import { MOST_WORK, withinWork } from '../../src/text/work.ts';
import { hostilePatterns } from './hostile-patterns.ts';

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;
const LONGEST_MS = 4000;
const SHOWN = 25;

const patterns = hostilePatterns();
const number = Number(process.argv[2] ?? patterns.length);
const budget = Number(process.argv[3] ?? MOST_WORK);
const every = patterns.length / number;
const { archive, close } = await openArchive(placesOf(readSettings()));
const failures: string[] = [];
const costs: { ms: number; units: number; partial: boolean; asked: string }[] = [];
for (let at = 0; at < patterns.length; at += every) {
  const { name, text } = patterns[Math.floor(at)] ?? { name: '', text: '' };
  for (const command of commands) {
    const [first, second] = command.options;
    if (!first) continue;
    const options = [first, second].flatMap((option) => (option && !option.choices ? [[option.name, text]] : []));
    for (const given of options.length > 1 ? [options.slice(0, 1), options] : [options]) {
      const before = process.cpuUsage();
      try {
        const question = questionOf(command.name, Object.fromEntries(given), '2026-11-30' as never);
        // Written out too, as it is for whoever asked.
        const { spent } = await withinWork(
          async () => plainText(await answerQuestion(question, archive, 'en', budget)),
          Number.POSITIVE_INFINITY,
        );
        costs.push({
          ms: milliseconds(process.cpuUsage(before)),
          units: spent,
          partial: spent > budget,
          asked: `/${command.name}${given.length > 1 ? ' twice' : ''} ${name}`,
        });
      } catch (error) {
        if (!(error instanceof NotUnderstood))
          failures.push(`/${command.name} ${name}: ${error instanceof Error ? error.stack : error}`);
      }
    }
  }
}
await close();
costs.sort((a, b) => b.units - a.units);
const [dearest] = costs;
costs.sort((a, b) => b.ms - a.ms);
for (const { ms, units, partial, asked } of [...costs.slice(0, SHOWN), ...(dearest ? [dearest] : [])])
  console.log(
    `${ms.toFixed(0).padStart(7)} ms ${(units / 1000).toFixed(0).padStart(6)} k units ${partial ? 'partial ' : ''} ${asked}`,
  );
const total = costs.reduce((sum, { ms }) => sum + ms, 0);
console.log(
  `${costs.length} questions; all ${total.toFixed(0)} ms, median ${costs[costs.length >> 1]?.ms.toFixed(1)} ms, ` +
    `p99 ${costs[Math.floor(costs.length / 100)]?.ms.toFixed(0)} ms; ${costs.filter(({ partial }) => partial).length} partial; ` +
    `${(costs.reduce((sum, { units }) => sum + units, 0) / total).toFixed(0)} units a millisecond`,
);
for (const failure of failures.slice(0, SHOWN)) console.log(`FAILED ${failure}`);
if (failures.length > 0) console.log(`${failures.length} failed.`);
process.exit(failures.length > 0 || costs.some(({ ms, units }) => ms > LONGEST_MS || units > 2 * budget) ? 1 : 0);
