// npm run train:quotations -- FOLDER: learns src/reading/quotations/weights.ts, how much each feature says for a source's being whose
// words stand in quotation marks, from the attributions of polnear.train (source, cue and content marked by people). Prints how
// many it gets right in polnear.dev, which it does not learn from. A softmax over the candidates of each stretch, in which the
// right ones share the chance; AdaGrad in the data's order, so that the same data give the same weights.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesRead, type QuotationRow, quotationRows } from '../evaluation/quotation-scores.ts';
import { projectFolder } from '../src/project/folder.ts';
import { resolveMentions } from '../src/reading/coreference/resolve.ts';
import { loadModels } from '../src/reading/models.ts';
import { candidatesFor, chancesOf, type SpeakerCandidate, sourcesCache } from '../src/reading/quotations/choose.ts';
import type { Decided } from '../src/reading/quotations/features.ts';
import { markedDocument, type Stretch, speechesIn, wholeOf } from '../src/reading/quotations/marked-document.ts';

const EPOCHS = 8;
const RATE = 0.1;
/** Keeps weights small: pulls each towards nothing by this share of its size, an example. */
const DECAY = 1e-5;
/** Of so many stretches, one is learned from once more without its source: few in print have none. */
const NOBODY_EVERY = 12;
/** Features seen less often are left out. */
const LEAST_SEEN = 4;
/** Weights smaller than this are left out. */
const LEAST_WEIGHT = 0.05;

/** One stretch: its candidates, and which of them are right. */
interface Example {
  readonly candidates: readonly { readonly kind: string; readonly features: readonly string[] }[];
  readonly right: readonly boolean[];
}

type Gold = QuotationRow['quotes'][number] & { readonly speaker_end?: number };

const nameOf = ({ speaker, speaker_silver: silver }: Gold): string => (silver ?? speaker ?? '').toLowerCase();

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: npm run train:quotations -- FOLDER');
  process.exit(2);
}
const models = loadModels(join(projectFolder, 'data'));
const training = examplesOf('train', folder);
const held = examplesOf('dev', folder);
const weights = learn(training);
console.log(`${training.length} stretches; right in them ${share(training)}, in polnear.dev ${share(held)}`);
const kept = [...weights].filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(join(projectFolder, 'src/reading/quotations/weights.ts'), asModule(kept));

function examplesOf(part: 'train' | 'dev', from: string): Example[] {
  return quotationRows(join(from, `data/polnear.${part}.jsonl`)).flatMap(examplesIn);
}

function examplesIn(row: QuotationRow): Example[] {
  const document = namesRead(row, models);
  const marked = markedDocument(document, resolveMentions(document));
  const sourcesOf = sourcesCache(marked);
  const examples: Example[] = [];
  let last: Decided | null = null;
  let lastGold: Gold | null = null;
  for (const stretch of speechesIn(marked).map(wholeOf)) {
    const gold = goldOf(row, stretch);
    const candidates = candidatesFor(marked, stretch, sourcesOf, last);
    const right = candidates.map((candidate) => isRight(candidate, gold, lastGold, marked.document.tokens));
    const chosen = right.indexOf(true);
    if (chosen >= 0) examples.push({ candidates, right });
    if (gold && examples.length % NOBODY_EVERY === 0) examples.push(withoutRight(candidates, right));
    if (!gold) continue;
    const { source = null, speaker = null } = candidates[chosen] ?? {};
    last = { stretch, source, speaker: speaker ?? null };
    lastGold = gold;
  }
  return examples;
}

/** The same stretch in an article that does not tell whose words they are: they stay somebody's. */
function withoutRight(candidates: readonly SpeakerCandidate[], right: readonly boolean[]): Example {
  const left = candidates.filter(({ kind }, i) => !right[i] && kind !== 'same');
  return { candidates: left, right: left.map(({ kind }) => kind === 'unknown') };
}

/** The attribution whose content the stretch is, or is part of. */
function goldOf(row: QuotationRow, { words }: Stretch): Gold | null {
  const shared = (gold: Gold) => Math.min(gold.end, words.end) - Math.max(gold.start, words.start);
  const [best] = row.quotes
    .filter((gold) => shared(gold) >= 0.7 * (words.end - words.start))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return best ?? null;
}

function isRight(
  { kind, source }: SpeakerCandidate,
  gold: Gold | null,
  last: Gold | null,
  tokens: readonly { readonly start: number }[],
): boolean {
  if (!gold) return kind === 'none';
  if (kind === 'none') return false;
  const from = gold.speaker_start;
  if (kind === 'unknown') return from === undefined;
  if (from === undefined) return false;
  if (kind === 'same') return last !== null && nameOf(last) !== '' && nameOf(last) === nameOf(gold);
  const at = tokens[source?.head ?? -1]?.start ?? -1;
  return at >= from && at < (gold.speaker_end ?? from + 1);
}

function learn(examples: readonly Example[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { candidates } of examples)
    for (const { features } of candidates) for (const name of features) seen.set(name, (seen.get(name) ?? 0) + 1);
  const learned: Record<string, number> = {};
  const sums = new Map<string, number>();
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { candidates, right } of examples) {
      // `chancesOf` looks at nothing but the features.
      const chances = chancesOf(candidates as readonly SpeakerCandidate[], learned);
      const all = chances.reduce((sum, chance, i) => sum + (right[i] ? chance : 0), 0);
      candidates.forEach(({ features }, i) => {
        const chance = chances[i] ?? 0;
        const slope = (right[i] ? chance / Math.max(all, 1e-9) : 0) - chance;
        if (Math.abs(slope) < 1e-4) return;
        for (const name of features) {
          if ((seen.get(name) ?? 0) < LEAST_SEEN) continue;
          const sum = (sums.get(name) ?? 0) + slope * slope;
          sums.set(name, sum);
          const old = learned[name] ?? 0;
          learned[name] = old + (RATE * slope) / Math.sqrt(sum + 1e-6) - DECAY * old;
        }
      });
    }
  }
  return new Map(Object.entries(learned));
}

function share(examples: readonly Example[]): string {
  const kinds = new Map<string, { right: number; all: number }>();
  const learned = Object.fromEntries(weights);
  for (const { candidates, right } of examples) {
    const chances = chancesOf(candidates as readonly SpeakerCandidate[], learned);
    const best = chances.indexOf(Math.max(...chances));
    const kind = candidates[right.indexOf(true)]?.kind ?? '';
    for (const key of [kind, 'all']) {
      const known = kinds.get(key) ?? { right: 0, all: 0 };
      known.all++;
      if (right[best]) known.right++;
      kinds.set(key, known);
    }
  }
  return [...kinds]
    .map(([kind, { right, all }]) => `${kind} ${((100 * right) / all).toFixed(1)} % of ${all}`)
    .join(', ');
}

function asModule(list: readonly (readonly [string, number])[]): string {
  const lines = list.map(([name, weight]) => `  ${JSON.stringify(name)}: ${weight.toFixed(2)},`);
  return `// Learned by \`npm run train:quotations -- FOLDER\`; not written by hand.
export const WEIGHTS: Readonly<Record<string, number>> = {
${lines.join('\n')}
};
`;
}
