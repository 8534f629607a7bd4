/**
 * Trains the name tagger: npm run train:names -- ../shared/eval/data
 * Every tenth document of the worldwide and Deutsche Welle sets is kept out of training and scored at the end.
 */
import { writeFileSync } from 'node:fs';
import { findNames, mayFollow, sequences } from '../src/reading/names.ts';
import { featured, featuresAt, MOST_FEATURES } from '../src/reading/names-features.ts';
import {
  checkOf,
  LABELS,
  type Label,
  type Lexicon,
  type NameModel,
  serialiseNameModel,
} from '../src/reading/names-model.ts';
import { sentencesOf } from '../src/reading/sentences.ts';
import { tokenise } from '../src/reading/tokens.ts';
import { entityDocuments, type GoldDocument, taggedDocuments } from './train-names-data.ts';
import { type Example, FeatureNumbers, type Field, trainField } from './train-names-field.ts';

const MODEL = 'data/names.model';
const SLOT_BITS = 19;
/** A feature seen less often than this is left out. */
const SEEN = 2;

const folder = process.argv[2];
if (!folder) throw new Error('Name the folder of the annotated sets: npm run train:names -- ../shared/eval/data');

const keptOut = (_: unknown, i: number) => i % 10 === 9;
const trained = (document: unknown, i: number) => !keptOut(document, i);

const conll = taggedDocuments(folder, 'ner-conllpp-train.jsonl', 'as they are');
const worldwide = taggedDocuments(folder, 'ner-worldwide-non-me.jsonl', 'as they are');
const closedUp = taggedDocuments(folder, 'ner-worldwide-non-me.jsonl', 'closed up');
const welle = entityDocuments(folder, 'dwie-entities.jsonl');

const training = [
  ...conll,
  ...worldwide.map((document, i) => (i % 2 ? document : (closedUp[i] ?? document))).filter(trained),
  ...welle.filter(trained),
];
const tests = {
  'ner-conllpp-dev': taggedDocuments(folder, 'ner-conllpp-dev.jsonl', 'as they are'),
  'ner-worldwide-non-me, every tenth': worldwide.filter(keptOut),
  'dwie-entities, every tenth': welle.filter(keptOut),
};

const lexicon: Lexicon = {
  hashes: new Uint32Array(0),
  coarse: new Uint8Array(0),
  fine: new Uint16Array(0),
  habit: new Uint8Array(0),
};

const model = train(training);
const bytes = serialiseNameModel(model);
writeFileSync(MODEL, bytes);
console.log(`${MODEL}: ${(bytes.length / 1e6).toFixed(1)} MB`);
for (const [name, documents] of Object.entries(tests)) score(name, documents, model);

function train(documents: readonly GoldDocument[]): NameModel {
  console.time('features');
  const numbers = new FeatureNumbers();
  const examples = documents.flatMap((document) => examplesOf(document, numbers));
  console.timeEnd('features');
  const kept = numbers.frequent(SEEN);
  const selected = examples.map((example) => select(example, kept.numberOf));
  console.log(`${selected.length} sentences, ${kept.hashes.length} features`);
  console.time('field');
  const field = trainField(selected, kept.hashes.length, {
    epochs: Number(process.env['EPOCHS'] ?? 10),
    rate: 0.1,
    decay: 1e-4,
    seed: 1,
  });
  console.timeEnd('field');
  return pack(field, kept.hashes);
}

function examplesOf(document: GoldDocument, numbers: FeatureNumbers): Example[] {
  const { text } = document;
  const tokens = tokenise(text);
  const sentences = sentencesOf(text);
  const ready = featured(text, tokens, sentences, lexicon);
  const allowed = allowedLabels(document, tokens);
  const into = new Uint32Array(MOST_FEATURES);
  return sequences(tokens, sentences).map(([first, end]) => {
    const features: number[] = [];
    const bounds = [0];
    for (let i = first; i < end; i++) {
      const count = featuresAt(ready, i, first, end, into);
      for (let k = 0; k < count; k++) features.push(numbers.number(into[k] ?? 0));
      bounds.push(features.length);
    }
    return {
      features: Int32Array.from(features),
      bounds: Int32Array.from(bounds),
      allowed: repaired(allowed.slice(first, end)),
    };
  });
}

function bit(label: Label): number {
  return 1 << LABELS.indexOf(label);
}

/** For each token the labels it may bear. A name that begins or ends within a token is taken to the token's ends. */
function allowedLabels(document: GoldDocument, tokens: readonly { start: number; end: number }[]): Uint16Array {
  const outside = document.marksOther ? bit('O') : bit('O') | bit('B-other') | bit('I-other');
  const allowed = new Uint16Array(tokens.length).fill(outside);
  let i = 0;
  for (const { start, end, type } of document.names) {
    while (i < tokens.length && (tokens[i]?.end ?? 0) <= start) i++;
    const first = i;
    while (i < tokens.length && (tokens[i]?.start ?? 0) < end) i++;
    for (let j = first; j < i; j++) {
      if (type !== 'person') allowed[j] = bit(j === first ? `B-${type}` : `I-${type}`);
      else if (i - first === 1) allowed[j] = bit('U-person');
      else allowed[j] = bit(j === first ? 'B-person' : j === i - 1 ? 'L-person' : 'I-person');
    }
  }
  return allowed;
}

/** A name that a sentence's end cuts in two would be no labelling at all: such a sentence may bear any. */
function repaired(allowed: Uint16Array): Uint16Array {
  let reachable = allowed[0] ?? 0;
  for (let t = 0; t < allowed.length; t++) {
    let next = 0;
    for (let y = 0; y < LABELS.length; y++) {
      if (!((allowed[t] ?? 0) & (1 << y))) continue;
      const starts = t === 0 && !/^[IL]/.test(LABELS[y] ?? '');
      const follows = t > 0 && LABELS.some((_, x) => reachable & (1 << x) && mayFollow(x, y));
      if (starts || follows) next |= 1 << y;
    }
    reachable = next;
  }
  const ends = bit('B-person') | bit('I-person');
  return reachable & ~ends ? allowed : allowed.fill(2 ** LABELS.length - 1);
}

function select({ features, bounds, allowed }: Example, numberOf: Int32Array): Example {
  const kept: number[] = [];
  const keptBounds = [0];
  for (let t = 0; t < allowed.length; t++) {
    for (let f = bounds[t] ?? 0; f < (bounds[t + 1] ?? 0); f++) {
      const number = numberOf[features[f] ?? 0] ?? -1;
      if (number >= 0) kept.push(number);
    }
    keptBounds.push(kept.length);
  }
  return { features: Int32Array.from(kept), bounds: Int32Array.from(keptBounds), allowed };
}

/** Rounds the weights to bytes, the weightiest features first into a table three quarters full. */
function pack({ weights, transitions }: Field, hashes: readonly number[]): NameModel {
  const count = LABELS.length;
  const slots = 2 ** SLOT_BITS;
  const strength = Float32Array.from(hashes, (_, f) => {
    let most = 0;
    for (let y = 0; y < count; y++) most = Math.max(most, Math.abs(weights[f * count + y] ?? 0));
    return most;
  });
  const order = Array.from(hashes, (_, f) => f).sort((a, b) => (strength[b] ?? 0) - (strength[a] ?? 0));
  const chosen = order.slice(0, Math.floor(slots * 0.8));
  console.log(`weakest weight kept ${strength[chosen.at(-1) ?? 0]}, strongest ${strength[chosen[0] ?? 0]}`);
  const scale = 127 / Math.min(4, strength[order[0] ?? 0] ?? 1);
  const whole = (weight: number) => Math.max(-127, Math.min(127, Math.round(weight * scale)));
  const checks = new Uint16Array(slots);
  const packed = new Int8Array(slots * count);
  for (const f of chosen) {
    const hash = hashes[f] ?? 0;
    let slot = hash >>> (32 - SLOT_BITS);
    while (checks[slot]) slot = (slot + 1) & (slots - 1);
    checks[slot] = checkOf(hash);
    for (let y = 0; y < count; y++) packed[slot * count + y] = whole(weights[f * count + y] ?? 0);
  }
  const never = -(2 ** 24);
  const moves = Int32Array.from({ length: count * count }, (_, k) =>
    mayFollow(Math.floor(k / count), k % count) ? Math.round((transitions[k] ?? 0) * scale) : never,
  );
  return { slotBits: SLOT_BITS, checks, weights: packed, transitions: moves, lexicon };
}

function score(name: string, documents: readonly GoldDocument[], scored: NameModel): void {
  for (const type of ['person', 'organisation', 'place'] as const) {
    let right = 0;
    let found = 0;
    let wanted = 0;
    for (const { text, names } of documents) {
      const want = new Set(names.filter((n) => n.type === type).map((n) => `${n.start}-${n.end}`));
      const got = findNames(text, tokenise(text), sentencesOf(text), scored).filter((n) => n.type === type);
      wanted += want.size;
      found += got.length;
      right += got.filter((n) => want.has(`${n.start}-${n.end}`)).length;
    }
    const precision = (100 * right) / found;
    const recall = (100 * right) / wanted;
    const f1 = (2 * precision * recall) / (precision + recall);
    console.log(`${name}: ${type} P ${precision.toFixed(1)} R ${recall.toFixed(1)} F1 ${f1.toFixed(1)}`);
  }
}
