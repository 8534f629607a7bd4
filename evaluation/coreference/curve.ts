// npm run eval:coreference -- FOLDER [--wrong]: for each class of anaphor, how many of those whose referent the article names are
// resolved, and how many of the resolved are right, at growing margins: in ud-dev's documents of GUM and in the checked
// pronouns of polnear.dev, neither of which the weights were learned from. `--wrong` shows what was resolved wrongly.
import { join } from 'node:path';
import { projectFolder } from '../../src/project/folder.ts';
import { ANAPHOR_CLASSES } from '../../src/reading/coreference/anaphors.ts';
import { antecedentChances } from '../../src/reading/coreference/rank.ts';
import { LEAST_MARGIN } from '../../src/reading/coreference/resolve.ts';
import { COREFERENCE_WEIGHTS } from '../../src/reading/coreference/weights.ts';
import { loadModels } from '../../src/reading/models.ts';
import { checkedPronouns } from '../pronouns-checked.ts';
import { type Example, gumExamples, polnearExamples } from './examples.ts';
import { printCheckedNominals } from './nominals-checked.ts';

const MARGINS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

const [folder, flag] = process.argv.slice(2);
if (!folder) {
  console.error('usage: npm run eval:coreference -- FOLDER [--wrong]');
  process.exit(2);
}
const models = loadModels(join(projectFolder, 'data'));
const polnearDev = join(folder, 'data/polnear.dev.jsonl');
const sets = {
  'GUM in ud-dev': gumExamples(join(folder, 'data/syntax/ud-dev.conllu'), models, COREFERENCE_WEIGHTS),
  'polnear.dev, checked': polnearExamples(polnearDev, checkedPronouns('dev'), models, COREFERENCE_WEIGHTS),
};
for (const [name, examples] of Object.entries(sets)) {
  console.log(`\n${name}: share resolved / precision at a margin of ${MARGINS.join(', ')}`);
  for (const kind of ANAPHOR_CLASSES)
    print(
      kind,
      examples.filter((example) => example.class === kind),
    );
}
printCheckedNominals(folder, models, flag === '--wrong');
if (flag === '--wrong') for (const example of Object.values(sets).flat()) showWrong(example);

interface Answer {
  readonly best: number;
  readonly margin: number;
}

function answerTo({ rows, class: kind }: Example): Answer {
  const chances = antecedentChances(rows, kind, COREFERENCE_WEIGHTS);
  const best = chances.indexOf(Math.max(...chances));
  return { best, margin: (chances[best] ?? 0) - Math.max(0, ...chances.filter((_, i) => i !== best)) };
}

function print(kind: string, examples: readonly Example[]): void {
  if (examples.length === 0) return;
  const resolvable = examples.filter(({ right, named }) => right.some((is, i) => is && named[i])).length;
  const answers = examples.map((example) => ({ ...answerTo(example), example }));
  const points = MARGINS.map((margin) => {
    const given = answers.filter((answer) => answer.example.named[answer.best] && answer.margin >= margin);
    const right = given.filter(({ best, example }) => example.right[best]).length;
    return `${percent(right, resolvable)}/${percent(right, given.length)}`;
  });
  console.log(`${kind.padEnd(8)} ${examples.length} (${resolvable} named): ${points.join('  ')}`);
}

function percent(part: number, of: number): string {
  return of === 0 ? '–' : ((100 * part) / of).toFixed(0);
}

function showWrong(example: Example): void {
  const { best, margin } = answerTo(example);
  if (example.right[best] || !example.named[best] || margin < LEAST_MARGIN[example.class]) return;
  const right = example.names.filter((_, i) => example.right[i]).join(' | ') || '(nobody)';
  console.log(
    `\n[${example.class} ${margin.toFixed(2)}] ${example.show()}\n  → ${example.names[best]}; right: ${right}`,
  );
}
