/**
 * npm run validate:names -- ../shared/eval/data: trains the name tagger three times, each time without a third of the documents
 * of every set, and prints how well it does on that third: names, and mentions of one person put together. Takes half an hour.
 */

import { loadModels } from '../src/reading/models.ts';
import { annotatedSets } from '../training/names/data.ts';
import { trainNames } from '../training/names/train-model.ts';
import { scoreAliases, scoreNames } from './names-scores.ts';

const FOLDS = 3;
const { syntax } = loadModels('data');

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: npm run validate:names -- FOLDER (the folder of the annotated sets)');
  process.exit(2);
}
const { conll, worldwide, worldwideToLearn, welle } = annotatedSets(folder);
for (let fold = 0; fold < FOLDS; fold++) {
  const learnt = (_: unknown, i: number) => i % FOLDS !== fold;
  const keptOut = (_: unknown, i: number) => i % FOLDS === fold;
  const model = trainNames([...conll.filter(learnt), ...worldwideToLearn.filter(learnt), ...welle.filter(learnt)]);
  console.log(`\nfold ${fold + 1} of ${FOLDS}`);
  scoreNames('ner-conllpp-train', conll.filter(keptOut), model);
  scoreNames('ner-worldwide-non-me', worldwide.filter(keptOut), model);
  scoreNames('dwie-entities', welle.filter(keptOut), model);
  scoreAliases('dwie-entities', welle.filter(keptOut), { names: model, syntax });
}
