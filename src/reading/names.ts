import { type Span, span } from '../text/span.ts';
import { type Featured, featured, featuresAt, MOST_FEATURES } from './names-features.ts';
import { findFeature, LABELS, type NameModel } from './names-model.ts';
import type { EntityType, Sentence } from './reading.ts';
import type { Token } from './tokens.ts';

export { type NameModel, parseNameModel } from './names-model.ts';

/** A name as found in the text, not yet put together with others of the same person. */
export interface NameSpan extends Span {
  readonly type: EntityType;
}

/** Finds the names of people, organisations and places: in order, none overlapping another, none reaching over a sentence's end. */
export function findNames(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  model: NameModel,
): NameSpan[] {
  const names: NameSpan[] = [];
  const document = featured(text, tokens, sentences, model.lexicon);
  for (const [first, end] of sequences(tokens, sentences)) {
    const labels = bestLabels(document, first, end, model);
    collect(tokens, first, labels, names);
  }
  return names;
}

/** No sentence is longer; what pretends to be is cut, so that memory stays small. */
const LONGEST_SEQUENCE = 400;

/** The tokens of each sentence, from first to (excluded) end. */
export function sequences(tokens: readonly Token[], sentences: readonly Sentence[]): [number, number][] {
  const found: [number, number][] = [];
  let i = 0;
  const cut = (end: number) => {
    for (; i < end; i += LONGEST_SEQUENCE) found.push([i, Math.min(end, i + LONGEST_SEQUENCE)]);
    i = end;
  };
  for (const sentence of sentences) {
    let end = i;
    while (end < tokens.length && (tokens[end]?.start ?? 0) < sentence.end) end++;
    cut(end);
  }
  cut(tokens.length);
  return found;
}

const COUNT = LABELS.length;

/** The most probable labels of a sentence (Viterbi's algorithm). */
function bestLabels(document: Featured, first: number, end: number, model: NameModel): Uint8Array {
  const length = end - first;
  const { weights, transitions } = model;
  const features = new Uint32Array(MOST_FEATURES);
  const from = new Uint8Array(length * COUNT);
  let before = new Int32Array(COUNT);
  let now = new Int32Array(COUNT);
  const local = new Int32Array(COUNT);
  for (let i = 0; i < length; i++) {
    local.fill(0);
    const count = featuresAt(document, first + i, first, end, features);
    for (let k = 0; k < count; k++) {
      const at = findFeature(model, features[k] ?? 0);
      if (at >= 0) for (let y = 0; y < COUNT; y++) local[y] = (local[y] ?? 0) + (weights[at + y] ?? 0);
    }
    for (let y = 0; y < COUNT; y++) {
      let best = -(2 ** 30);
      let bestFrom = 0;
      if (i === 0) best = mayStart(y) ? 0 : best;
      else
        for (let x = 0; x < COUNT; x++) {
          const score = (before[x] ?? 0) + (transitions[x * COUNT + y] ?? 0);
          if (score > best) {
            best = score;
            bestFrom = x;
          }
        }
      now[y] = best + (local[y] ?? 0);
      from[i * COUNT + y] = bestFrom;
    }
    [before, now] = [now, before];
  }
  const labels = new Uint8Array(length);
  let y = 0;
  for (let x = 1; x < COUNT; x++) if (mayEnd(x) && (before[x] ?? 0) > (before[y] ?? 0)) y = x;
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = y;
    y = from[i * COUNT + y] ?? 0;
  }
  return labels;
}

const kind = (y: number) => (LABELS[y] ?? 'O').slice(2);
const part = (y: number) => (LABELS[y] ?? 'O').charAt(0);

/** May a sentence begin with this label? */
export const mayStart = (y: number): boolean => part(y) !== 'I' && part(y) !== 'L';
/** May a sentence end with it? A person's name has a last word. */
export const mayEnd = (y: number): boolean => !((part(y) === 'B' || part(y) === 'I') && kind(y) === 'person');
/** May label `y` follow label `x`? */
export function mayFollow(x: number, y: number): boolean {
  if (part(y) === 'I' || part(y) === 'L') return kind(x) === kind(y) && (part(x) === 'B' || part(x) === 'I');
  return mayEnd(x);
}

function collect(tokens: readonly Token[], first: number, labels: Uint8Array, names: NameSpan[]): void {
  for (let i = 0; i < labels.length; ) {
    const y = labels[i] ?? 0;
    let end = i + 1;
    while (end < labels.length && mayFollow(y, labels[end] ?? 0) && !mayStart(labels[end] ?? 0)) end++;
    const type = entityType(y);
    const start = tokens[first + i];
    const last = tokens[first + end - 1];
    if (type && start && last) names.push({ ...span(start.start, last.end), type });
    i = end;
  }
}

function entityType(y: number): EntityType | null {
  const type = kind(y);
  return type === 'person' || type === 'organisation' || type === 'place' ? type : null;
}
