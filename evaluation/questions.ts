import { answerWords } from '../commands/index.ts';
import { NotUnderstood } from '../src/answers/command.ts';
import { plainText } from '../src/answers/plain.ts';
import type { Day } from '../src/text/edtf.ts';
import { archiveOf, halfOf, questionsOf, SETS, type SetQuestion } from './question-sets.ts';

/*
 * How many questions are answered right, set by set and half by half:
 *   npm run eval:questions -- FOLDER
 * Right: an answerable question is found and shows one string of each indispensable group and none that would be wrong, with one of
 * its articles among the sources, in 4,000 characters at most. At once: within the first 700. A question without an answer is
 * rightly refused where nothing is said to be found.
 */

const TODAY = '2026-03-02' as Day;
const AT_ONCE = 700;
const LONGEST = 4000;

interface Tally {
  answerable: number;
  right: number;
  atOnce: number;
  none: number;
  refused: number;
}

const [folder = ''] = process.argv.slice(2);
for (const set of SETS) {
  const keeper = await archiveOf(folder, set);
  const tallies = { a: empty(), b: empty() };
  const times: number[] = [];
  for (const question of questionsOf(folder, set)) {
    const started = performance.now();
    const answer = await answerWords(question.ask, keeper.archive, TODAY).catch((error: unknown) => {
      if (error instanceof NotUnderstood) return null;
      throw error;
    });
    times.push(performance.now() - started);
    const text = answer ? folded(plainText(answer, LONGEST)) : '';
    const beside = folded(
      answer ? [answer.understood, ...answer.sources.map((source) => Object.values(source).join(' '))].join(' ') : '',
    );
    const tally = tallies[halfOf(question.id)];
    if (question.class === 'none') {
      tally.none++;
      if (question.kind === 'verify' || answer?.found !== true) tally.refused++;
    } else if (question.class === 'answerable') {
      const sources = answer?.sources.map(({ article }) => String(article)) ?? [];
      const isRight =
        isSaid(question, `${text} ${beside}`) &&
        !question.must_not.some((wrong) => text.includes(folded(wrong))) &&
        (answer?.found === true || question.kind === 'help') &&
        text.length <= LONGEST &&
        isCited(question, sources);
      tally.answerable++;
      if (isRight) tally.right++;
      if (isRight && isSaid(question, `${text.slice(0, AT_ONCE)} ${beside}`)) tally.atOnce++;
    }
  }
  for (const half of ['a', 'b'] as const) console.log(`${set} ${half}: ${inWords(tallies[half])}`);
  times.sort((a, b) => a - b);
  console.log(
    `${set}: median ${Math.round(times[times.length >> 1] ?? 0)} ms, longest ${Math.round(times.at(-1) ?? 0)} ms`,
  );
  await keeper.close();
}

function isSaid({ must }: SetQuestion, text: string): boolean {
  return must.every((group) => group.some((one) => text.includes(folded(one))));
}

function isCited({ evidence }: SetQuestion, sources: readonly string[]): boolean {
  return evidence.length === 0 || evidence.some(({ article }) => sources.some((source) => source.includes(article)));
}

function empty(): Tally {
  return { answerable: 0, right: 0, atOnce: 0, none: 0, refused: 0 };
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

function inWords({ answerable, right, atOnce, none, refused }: Tally): string {
  const share = (part: number, of: number) => `${part} of ${of} (${((100 * part) / Math.max(1, of)).toFixed(0)} %)`;
  return `answerable right ${share(right, answerable)}, at once ${share(atOnce, answerable)}; without answer refused ${share(refused, none)}`;
}
