/**
 * Trains the name tagger: npm run train:names -- ../shared/eval/data
 * Every tenth document of the worldwide and Deutsche Welle sets is kept out of training and scored at the end.
 */
import { writeFileSync } from 'node:fs';
import { scoreAliases, scoreNames } from '../evaluation/names-scores.ts';
import { loadModels } from '../src/reading/models.ts';
import { serialiseNameModel } from '../src/reading/names/model.ts';
import { annotatedSets, taggedDocuments } from './names/data.ts';
import { trainNames } from './names/train-model.ts';
import { sentencesApart } from './names/variants.ts';

const MODEL = 'data/names.model';

const folder = process.argv[2];
if (!folder) throw new Error('Name the folder of the annotated sets: npm run train:names -- ../shared/eval/data');
const everyTenth = (_: unknown, i: number) => i % 10 === 9;
const allOthers = (_: unknown, i: number) => i % 10 !== 9;

const { conll, worldwide, worldwideToLearn, welle } = annotatedSets(folder);
const { syntax } = loadModels('data');
const model = trainNames([...conll, ...worldwideToLearn.filter(allOthers), ...welle.filter(allOthers)]);
const bytes = serialiseNameModel(model);
writeFileSync(MODEL, bytes);
console.log(`${MODEL}: ${(bytes.length / 1e6).toFixed(1)} MB`);
const dev = taggedDocuments(folder, 'ner-conllpp-dev.jsonl', 'as they are');
const heldOut = { worldwide: worldwide.filter(everyTenth), welle: welle.filter(everyTenth) };
scoreNames('ner-conllpp-dev', dev, model);
scoreNames('ner-worldwide-non-me, every tenth', heldOut.worldwide, model);
scoreNames('dwie-entities, every tenth', heldOut.welle, model);
scoreAliases('dwie-entities, every tenth', heldOut.welle, { names: model, syntax });
scoreNames('ner-conllpp-dev, each sentence alone', dev.flatMap(sentencesApart), model);
scoreNames('ner-worldwide-non-me, every tenth, each sentence alone', heldOut.worldwide.flatMap(sentencesApart), model);
scoreNames('dwie-entities, every tenth, each sentence alone', heldOut.welle.flatMap(sentencesApart), model);
