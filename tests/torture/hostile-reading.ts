/**
 * npm run hostile:reading -- [COUNT [SEED]]: reads so many random, hostile and truncated texts, then texts of a megabyte made to
 * take long, then one of 45 MB. Prints counts and times; ends with 1 where a reading failed, was unsound, or grew faster than its text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/project/folder.ts';
import { loadModels } from '../../src/reading/models.ts';
import { read } from '../../src/reading/read.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { edtf } from '../../src/text/edtf.ts';
import { seeded } from '../support/seeded.ts';
import { ENDLESS } from './endless-texts.ts';
import { faultsOf, HOSTILE } from './hostile-texts.ts';

const [count = '100000', seed = '1'] = process.argv.slice(2);
const COUNT = Number(count);
const SEED = Number(seed);
if (!(COUNT > 0) || !Number.isInteger(SEED)) {
  console.error('usage: npm run hostile:reading -- [COUNT [SEED]]');
  process.exit(2);
}
/** Faults shown in full; the rest are counted. */
const SHOWN = 10;
const MEGABYTE = 1_000_000;
/** Time may grow with the length to this power between a quarter of the text and the whole: 1 is linear, 2 quadratic. */
const STEEPEST = 1.5;
/** Milliseconds below which a growth is the machine's and not ours. */
const NOTHING = 1000;

const models = loadModels(join(projectFolder, 'data'));
const folder = join(projectFolder, 'data/articles');
const articles = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(folder, file), 'utf8'));
const published = edtf('2020-06-15');
const readText = (text: string): Reading => read({ text, published, headline: null }, models);
let failures = 0;

readMany();
for (const { name, make } of ENDLESS) growth(name, make, MEGABYTE);
growth(
  'articles one after another',
  (length) => `${articles.join('\n\n')}\n\n`.repeat(length / 1e4).slice(0, length),
  MEGABYTE,
);
console.log(failures === 0 ? '\nAll readings sound, all times linear.' : `\n${failures} failures.`);
process.exit(failures === 0 ? 0 : 1);

function fail(what: string): void {
  failures++;
  if (failures <= SHOWN) console.error(`  FAILED ${what}`);
}

function readMany(): void {
  const random = seeded(SEED);
  const found = { texts: 0, characters: 0, mentions: 0, quotations: 0, meetings: 0, dates: 0 };
  const texts = new Map<string, number>();
  for (let i = 0; i < COUNT; i++) {
    const kind = HOSTILE[i % HOSTILE.length]!;
    const text = kind.make(random, articles);
    texts.set(kind.name, (texts.get(kind.name) ?? 0) + 1);
    found.texts++;
    found.characters += text.length;
    try {
      const reading = readText(text);
      const [fault] = faultsOf(text, reading);
      if (fault) fail(`text ${i} (${kind.name}): ${fault}: ${JSON.stringify(text)}`);
      for (const part of ['mentions', 'quotations', 'meetings', 'dates'] as const) found[part] += reading[part].length;
    } catch (error) {
      fail(
        `text ${i} (${kind.name}): ${error instanceof Error ? error.stack : String(error)}: ${JSON.stringify(text)}`,
      );
    }
  }
  console.log(`${found.texts} texts of seed ${SEED}, ${failures} failures; in them:`, JSON.stringify(found));
  for (const [name, of] of texts) console.log(`  ${of} ${name}`);
}

/** Reads a quarter of `length` and the whole, and compares the time of this process. */
function growth(name: string, make: (length: number) => string, length: number): void {
  const [quarter, whole] = [length / 4, length].map((size) => {
    const text = make(size);
    const began = process.cpuUsage();
    const reading = readText(text);
    const { user, system } = process.cpuUsage(began);
    const [fault] = faultsOf(text, reading);
    if (fault) fail(`${name}: ${fault}`);
    return (user + system) / 1000;
  });
  const power = Math.log((whole ?? 0) / (quarter ?? 1)) / Math.log(4);
  const steep = power > STEEPEST && (whole ?? 0) > NOTHING;
  if (steep) fail(`${name} takes ${whole} ms, a quarter of it ${quarter} ms`);
  console.log(
    `${name}: ${Math.round(quarter ?? 0)} ms → ${Math.round(whole ?? 0)} ms, length to the power ${power.toFixed(2)}`,
  );
}
