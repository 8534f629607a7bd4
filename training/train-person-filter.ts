// npm run train:person-filter -- FOLDER: learns src/archive/entities/person-weights.ts, what shows that a name taken for a person's is
// none, from the names that the name model finds in texts it was not trained on: the documents of GUM (in syntax/), where one is
// right if the smallest entity there is a person, and half of the articles of desk-gold.jsonl (by a hash of their ids), where it
// is right if the annotators list it among the people. Logistic regression by gradient descent, nothing in it random; prints
// how many of each it gets right in five folds, learned on the others.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PersonFeature, personFeatures } from '../src/archive/entities/person-or-not.ts';
import { PERSON_WEIGHTS } from '../src/archive/entities/person-weights.ts';
import { projectFolder } from '../src/project/folder.ts';
import { loadModels } from '../src/reading/models.ts';
import { read } from '../src/reading/read.ts';
import type { EntityIndex } from '../src/reading/reading.ts';
import { foldName } from '../src/text/spelling.ts';

const STEPS = 600;
const RATE = 10;
/** Keeps weights small. */
const DECAY = 1e-4;
const FOLDS = 5;
/** Where one article has to decide. */
const LEAST_CHANCE = 0.3;

interface Example {
  readonly features: readonly PersonFeature[];
  readonly isPerson: boolean;
  readonly fold: number;
  readonly name: string;
}

/** A text, and whether a name in it is a person's: null where the annotators say nothing. */
interface Row {
  readonly text: string;
  readonly headline: string | null;
  readonly isPerson: (start: number, end: number) => boolean | null;
}

const [folder = ''] = process.argv.slice(2);
if (!folder) {
  console.error('usage: npm run train:person-filter -- FOLDER');
  process.exit(2);
}
const models = loadModels(join(projectFolder, 'data'));
const lines = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean);
const rows: Row[] = [...gumRows('syntax/ud-train.conllu'), ...gumRows('syntax/ud-dev.conllu'), ...deskRows()];
const examples = rows.flatMap((row, at) => examplesOf(row, at % FOLDS));
const names = Object.keys(PERSON_WEIGHTS) as PersonFeature[]; // its own keys
const count = (isPerson: boolean) => examples.filter((example) => example.isPerson === isPerson).length;
console.log(`${rows.length} texts, ${count(true)} persons, ${count(false)} others`);

function* gumRows(file: string): Generator<Row> {
  for (const document of readFileSync(join(folder, file), 'utf8').split(/^# newdoc id = /m)) {
    if (document.startsWith('GUM')) yield gumRow(document);
  }
}

/** The text of a document, and its entities from the brackets of the tokens' `Entity`. */
function gumRow(document: string): Row {
  let text = '';
  const open: { id: string; type: string; start: number }[] = [];
  const spans: { type: string; start: number; end: number }[] = [];
  for (const line of document.split('\n')) {
    if (line.startsWith('# newpar')) text = text.trimEnd() === '' ? '' : `${text.trimEnd()}\n\n`;
    const [number = '', form = '', , , , , , , , misc = ''] = line.split('\t');
    if (!/^\d+$/.test(number)) continue;
    const start = text.length;
    text += form;
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '';
    for (const [whole, id = '', type = '', shut] of entity.matchAll(/\((\d+)-(\w+)[^()]*(\))?|(?<!\()\b(\d+)\)/g)) {
      if (whole.startsWith('(')) {
        if (shut) spans.push({ type, start, end: text.length });
        else open.push({ id, type, start });
        continue;
      }
      const at = open.findLastIndex((one) => `${one.id})` === whole);
      const [closed] = at < 0 ? [] : open.splice(at, 1);
      if (closed) spans.push({ type: closed.type, start: closed.start, end: text.length });
    }
    if (!/SpaceAfter=No/.test(misc)) text += ' ';
  }
  const isPerson = (start: number, end: number) => {
    const around = spans.filter((one) => one.start < end && start < one.end);
    const [smallest] = around.sort((a, b) => misfit(a, start, end) - misfit(b, start, end));
    return smallest ? smallest.type === 'person' : null;
  };
  return { text, headline: null, isPerson };
}

function misfit(span: { start: number; end: number }, start: number, end: number): number {
  return Math.abs(span.start - start) + Math.abs(span.end - end);
}

function deskRows(): Row[] {
  const gold = lines('desk-gold.jsonl').map((line) => JSON.parse(line) as DeskGold); // the shape told beside the file
  const articles = lines('desk/articles.jsonl').map((line) => JSON.parse(line) as DeskArticle);
  const bodies = new Map(articles.map(({ id, text, headline }) => [id, { text, headline }]));
  return gold.flatMap(({ article, people }): Row[] => {
    const found = bodies.get(article);
    const isHalf = (createHash('md5').update(article).digest()[0] ?? 0) % 2 === 0;
    if (!found || !isHalf) return [];
    const forms = new Set(people.flatMap((person) => person.as.map(foldName)));
    return [{ ...found, isPerson: (start, end) => forms.has(foldName(found.text.slice(start, end))) }];
  });
}

interface DeskGold {
  readonly article: string;
  readonly people: readonly { readonly as: readonly string[] }[];
}

interface DeskArticle {
  readonly id: string;
  readonly text: string;
  readonly headline: string | null;
}

function examplesOf({ text, headline, isPerson }: Row, fold: number): Example[] {
  const reading = read({ text, published: null, headline }, models);
  return reading.entities.flatMap(({ type, name }, index): Example[] => {
    if (type !== 'person') return [];
    const entity = index as EntityIndex; // positions in `entities` are what the type counts
    const mentions = reading.mentions.filter((mention) => mention.entity === entity);
    const judged = mentions.flatMap(({ start, end }) => isPerson(start, end) ?? []);
    if (judged.length === 0) return [];
    const persons = judged.filter(Boolean).length;
    return [{ features: personFeatures(entity, mentions, text, reading), isPerson: persons > 0, fold, name }];
  });
}

function learned(from: readonly Example[]): Map<PersonFeature | 'bias', number> {
  const weights = new Map<PersonFeature | 'bias', number>([['bias', 0], ...names.map((name) => [name, 0] as const)]);
  for (let step = 0; step < STEPS; step++) {
    const slope = new Map<PersonFeature | 'bias', number>();
    for (const { features, isPerson } of from) {
      const error = (isPerson ? 1 : 0) - chance(features, weights);
      for (const feature of ['bias', ...features] as const) slope.set(feature, (slope.get(feature) ?? 0) + error);
    }
    for (const [feature, weight] of weights) {
      weights.set(feature, weight + RATE * ((slope.get(feature) ?? 0) / from.length - DECAY * weight));
    }
  }
  return weights;
}

function chance(features: readonly PersonFeature[], weights: ReadonlyMap<PersonFeature | 'bias', number>): number {
  const score = features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), weights.get('bias') ?? 0);
  return 1 / (1 + Math.exp(-score));
}

let [persons, personsLost, others, othersOut] = [0, 0, 0, 0];
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = learned(examples.filter((example) => example.fold !== fold));
  for (const { features, isPerson, fold: own, name } of examples) {
    if (own !== fold) continue;
    const out = chance(features, weights) < LEAST_CHANCE;
    if (isPerson === out) console.log(isPerson ? 'lost' : 'kept', name, features.join(', '));
    if (isPerson) [persons, personsLost] = [persons + 1, personsLost + (out ? 1 : 0)];
    else [others, othersOut] = [others + 1, othersOut + (out ? 1 : 0)];
  }
}
console.log(`persons lost ${personsLost} of ${persons}; others left out ${othersOut} of ${others}`);

const weights = learned(examples);
const table = names.map((name) => `  ${/\W/.test(name) ? `'${name}'` : name}: ${(weights.get(name) ?? 0).toFixed(2)},`);
const file = `/** Learned by training/train-person-filter.ts (see there for what of). */
export const PERSON_BIAS = ${(weights.get('bias') ?? 0).toFixed(2)};

export const PERSON_WEIGHTS = {
${table.join('\n')}
};
`;
writeFileSync(join(projectFolder, 'src/archive/entities/person-weights.ts'), file);
