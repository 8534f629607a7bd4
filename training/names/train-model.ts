import {
  featured,
  featuresAt,
  hashOf,
  laterFeaturesAt,
  MOST_FEATURES,
  MOST_LATER_FEATURES,
  plainly,
} from '../../src/reading/names/features.ts';
import { countLooks, firstLook, lookOf, sequences } from '../../src/reading/names/find-names.ts';
import {
  checkOf,
  LABELS,
  type Label,
  mayEnd,
  mayFollow,
  mayStart,
  type NameModel,
} from '../../src/reading/names/model.ts';
import { sentencesOf } from '../../src/reading/tokens/sentences.ts';
import { tokenise } from '../../src/reading/tokens/tokenise.ts';
import { seeded } from '../../tests/support/seeded.ts';
import type { GoldDocument } from './data.ts';
import { type Example, FeatureNumbers, type Field, trainField } from './field.ts';
import { alone, hyphened, recased } from './variants.ts';

const SLOT_BITS = 19;
/** A feature seen less often than this is left out. */
const SEEN = 2;
/** A word written small so often, and never in a name but for one time in `ONCE_IN`, is passed over. */
const OFTEN = 4;
const ONCE_IN = 2000;

/** The name model learnt from annotated documents and variants of them. The same documents give the same model. */
export function trainNames(documents: readonly GoldDocument[]): NameModel {
  const varied = [...hyphened(documents, seeded(5)), ...recased(documents, seeded(7)), ...alone(documents, seeded(11))];
  return trainTwice(varied, plainWords(documents));
}

/** Two taggers, each of one half, tell what a first look at the other half sees; the tagger proper learns from that. */
function trainTwice(all: readonly GoldDocument[], plain: Uint32Array): NameModel {
  const halves = [0, 1].map((half) => all.filter((_, i) => i % 2 === half));
  const looks = halves.map((half) => trainOn(half, plain, null, 4));
  return trainOn(all, plain, (i) => looks[1 - (i % 2)] ?? null, 8);
}

function trainOn(
  all: readonly GoldDocument[],
  plain: Uint32Array,
  looker: ((document: number) => NameModel | null) | null,
  epochs: number,
): NameModel {
  const numbers = new FeatureNumbers();
  const examples = all.flatMap((document, i) => examplesOf(document, plain, looker?.(i) ?? null, numbers));
  const kept = numbers.frequent(SEEN);
  const selected = examples.map((example) => select(example, kept.numberOf));
  console.log(`${selected.length} sentences, ${kept.hashes.length} features`);
  const firstLooks = looker ? 0.3 : 1;
  const field = trainField(selected, kept.hashes.length, { epochs, rate: 0.1, decay: 1e-4, seed: 1, firstLooks });
  return pack(field, kept.hashes, plain);
}

/** Hashes of the words that are passed over. */
function plainWords(all: readonly GoldDocument[]): Uint32Array {
  const outside = new Map<number, number>();
  const inside = new Map<number, number>();
  for (const { text, names } of all) {
    let n = 0;
    for (const token of tokenise(text)) {
      while (n < names.length && (names[n]?.end ?? 0) <= token.start) n++;
      if (token.capital || token.kind === 'number') continue;
      const hash = hashOf(plainly(text.slice(token.start, token.end)));
      const counts = (names[n]?.start ?? text.length) < token.end ? inside : outside;
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  const plain = [...outside].filter(([hash, often]) => often >= OFTEN && (inside.get(hash) ?? 0) * ONCE_IN <= often);
  return Uint32Array.from(plain, ([hash]) => hash).sort();
}

function examplesOf(
  document: GoldDocument,
  plain: Uint32Array,
  looker: NameModel | null,
  numbers: FeatureNumbers,
): Example[] {
  const { text } = document;
  const tokens = tokenise(text);
  const sentences = sentencesOf(text);
  const parts = sequences(tokens, sentences);
  const ready = featured(text, tokens, sentences, plain);
  const looks = looker && firstLook(ready, parts, looker).labels;
  if (looks) countLooks(ready, looks);
  const allowed = allowedLabels(document, tokens);
  const into = new Uint32Array(MOST_FEATURES);
  const intoLater = new Uint32Array(MOST_LATER_FEATURES);
  return parts.map(([first, end]) => {
    const features: number[] = [];
    const bounds = [0];
    const later: number[] = [];
    for (let i = first; i < end; i++) {
      if (!ready.words[i]?.plain) {
        const count = featuresAt(ready, i, first, end, into);
        for (let k = 0; k < count; k++) features.push(numbers.number(into[k] ?? 0));
      }
      later.push(features.length);
      const count = looks ? laterFeaturesAt(ready, i, lookOf(looks, i), intoLater) : 0;
      for (let k = 0; k < count; k++) features.push(numbers.number(intoLater[k] ?? 0));
      bounds.push(features.length);
    }
    const possible = Uint16Array.from({ length: end - first }, (_, t) =>
      ready.words[first + t]?.plain ? bit('O') : 2 ** LABELS.length - 1,
    );
    return {
      features: Int32Array.from(features),
      bounds: Int32Array.from(bounds),
      later: Int32Array.from(later),
      possible,
      allowed: repaired(allowed.slice(first, end), possible),
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

/** Where no possible labelling is allowed (a name cut in two by a sentence's end), any possible one is. */
function repaired(allowed: Uint16Array, possible: Uint16Array): Uint16Array {
  let reachable = 0;
  for (let t = 0; t < allowed.length; t++) {
    let next = 0;
    for (let y = 0; y < LABELS.length; y++) {
      if (!((allowed[t] ?? 0) & (possible[t] ?? 0) & (1 << y))) continue;
      const fits = t === 0 ? mayStart(y) : LABELS.some((_, x) => reachable & (1 << x) && mayFollow(x, y));
      if (fits && (t < allowed.length - 1 || mayEnd(y))) next |= 1 << y;
    }
    if (next === 0) return possible;
    reachable = next;
  }
  return allowed.map((labels, t) => labels & (possible[t] ?? 0));
}

function select({ features, bounds, later, possible, allowed }: Example, numberOf: Int32Array): Example {
  const kept: number[] = [];
  const keptBounds = [0];
  const keptLater: number[] = [];
  for (let t = 0; t < allowed.length; t++) {
    for (let f = bounds[t] ?? 0; f < (bounds[t + 1] ?? 0); f++) {
      if (f === later[t]) keptLater[t] = kept.length;
      const number = numberOf[features[f] ?? 0] ?? -1;
      if (number >= 0) kept.push(number);
    }
    keptLater[t] ??= kept.length;
    keptBounds.push(kept.length);
  }
  return {
    features: Int32Array.from(kept),
    bounds: Int32Array.from(keptBounds),
    later: Int32Array.from(keptLater),
    possible,
    allowed,
  };
}

/** Rounds the weights to bytes and puts the weightiest features into a table four fifths full. */
function pack({ weights, transitions }: Field, hashes: readonly number[], plain: Uint32Array): NameModel {
  const count = LABELS.length;
  const slots = 2 ** SLOT_BITS;
  const strength = Float32Array.from(hashes, (_, f) => {
    let most = 0;
    for (let y = 0; y < count; y++) most = Math.max(most, Math.abs(weights[f * count + y] ?? 0));
    return most;
  });
  const order = Uint32Array.from(hashes, (_, f) => f).sort((a, b) => (strength[b] ?? 0) - (strength[a] ?? 0));
  const chosen = order.subarray(0, Math.floor(slots * 0.8));
  // The few weights beyond 3 are cut: finer steps for the many are worth more.
  const scale = 127 / 3;
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
  const moves = Int32Array.from(transitions, (weight) => Math.round(weight * scale));
  return { slotBits: SLOT_BITS, checks, weights: packed, transitions: moves, plain };
}
