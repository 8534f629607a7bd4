// npm run bench:reading -- FILE.jsonl: words a second of the whole reading, beside compromise's people() on the same texts, in turns.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import { projectFolder } from '../src/project/folder.ts';
import { loadModels } from '../src/reading/models.ts';
import { read } from '../src/reading/read.ts';

const ROUNDS = 5;
const TEXTS = 60;

const [file] = process.argv.slice(2);
if (!file) {
  console.error('usage: npm run bench:reading -- FILE.jsonl (one {"text"} a line)');
  process.exit(2);
}
const texts = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .slice(0, TEXTS)
  .map((line) => (JSON.parse(line) as { text: string }).text);
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
const models = loadModels(join(projectFolder, 'data'));

const contenders = {
  'Readout, whole reading': (text: string) => read({ text, published: null, headline: null }, models),
  'compromise, people() alone': (text: string) => nlp(text).people().out('array'),
};

const rates = new Map<string, number[]>();
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, work] of Object.entries(contenders)) {
    const start = performance.now();
    for (const text of texts) work(text);
    const rate = words / ((performance.now() - start) / 1000);
    // The first round warms both up.
    if (round > 0) rates.set(name, [...(rates.get(name) ?? []), rate]);
  }
}
const median = (list: number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
for (const [name, list] of rates)
  console.log(`${name}: ${Math.round(median(list))} words a second (median of ${ROUNDS})`);
const [ours = [], theirs = []] = rates.values();
console.log(`ratio, round by round: ${median(ours.map((rate, i) => rate / (theirs[i] ?? 1))).toFixed(2)}`);
