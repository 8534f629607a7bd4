import { span } from '../../text/span.ts';
import type { EntityType, Sentence } from '../reading.ts';
import type { Token } from '../tokens/tokenise.ts';
import { correct, withCountryOfMinistry, withoutNationalities } from './corrections.ts';
import {
  type Featured,
  featured,
  featuresAt,
  KINDS,
  laterFeaturesAt,
  MOST_FEATURES,
  MOST_LATER_FEATURES,
  type OwnLook,
} from './features.ts';
import { withoutOpeningWord, withoutPairs, withPeopleBehindBodies } from './in-article.ts';
import { findFeature, LABELS, mayEnd, mayFollow, mayStart, type NameModel } from './model.ts';
import type { NameSpan } from './name-span.ts';

export { type NameModel, parseNameModel } from './model.ts';

/**
 * Finds the names of people, organisations and places: in order, none overlapping another, none reaching over a
 * sentence's end. It looks twice, for what a word is in one sentence helps to see what it is in the others.
 */
export function findNames(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  model: NameModel,
): NameSpan[] {
  const document = featured(text, tokens, sentences, model.plain);
  const parts = sequences(tokens, sentences).filter(([first, end]) => hasWord(tokens, first, end));
  const { labels, scores } = firstLook(document, parts, model);
  countLooks(document, labels);
  secondLook(document, parts, labels, scores, model);
  const names: NameSpan[] = [];
  for (const [first, end] of parts) {
    correct(text, tokens, first, end, labels);
    collect(tokens, first, end, labels, names);
  }
  const people = withoutPairs(text, withPeopleBehindBodies(text, withoutNationalities(text, names)));
  return withCountryOfMinistry(text, withoutOpeningWord(text, people, sentences));
}

/** Marks alone name nobody, and there may be a megabyte of them. */
function hasWord(tokens: readonly Token[], first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (tokens[i]?.kind === 'word') return true;
  return false;
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

/** The labels of each token as seen from its sentence, and how well each label fits it (`COUNT` scores a token). */
export function firstLook(
  document: Featured,
  parts: readonly (readonly [number, number])[],
  model: NameModel,
): { readonly labels: Uint8Array; readonly scores: Int32Array } {
  const labels = new Uint8Array(document.words.length);
  const scores = new Int32Array(document.words.length * COUNT);
  const features = new Uint32Array(MOST_FEATURES);
  for (const [first, end] of parts) {
    for (let i = first; i < end; i++) {
      if (document.words[i]?.plain) continue;
      const count = featuresAt(document, i, first, end, features);
      addWeights(model, features, count, scores, i * COUNT);
    }
    label(document, first, end, scores, model.transitions, labels);
  }
  return { labels, scores };
}

function addWeights(model: NameModel, features: Uint32Array, count: number, scores: Int32Array, to: number): void {
  const { weights } = model;
  for (let k = 0; k < count; k++) {
    const at = findFeature(model, features[k] ?? 0);
    if (at >= 0) for (let y = 0; y < COUNT; y++) scores[to + y]! += weights[at + y]!;
  }
}

/** Tells each word of the document what it was taken for. */
export function countLooks(document: Featured, labels: Uint8Array): void {
  document.words.forEach(({ capital, family }, i) => {
    if (!capital) return;
    const look = lookOf(labels, i);
    family.taken[look.kind]! += 1;
    if (look.fore) family.fore++;
    if (look.last) family.last++;
  });
}

const TYPES = ['person', 'organisation', 'place', 'other'];
const KIND_OF = LABELS.map((name) => (name === 'O' ? KINDS - 1 : TYPES.indexOf(name.slice(2))));

export const lookOf = (labels: Uint8Array, i: number): OwnLook => ({
  kind: KIND_OF[labels[i] ?? 0] ?? KINDS - 1,
  fore: LABELS[labels[i] ?? 0] === 'B-person',
  last: LABELS[labels[i] ?? 0] === 'L-person',
});

function secondLook(
  document: Featured,
  parts: readonly (readonly [number, number])[],
  labels: Uint8Array,
  scores: Int32Array,
  model: NameModel,
): void {
  const features = new Uint32Array(MOST_LATER_FEATURES);
  for (const [first, end] of parts) {
    let added = 0;
    for (let i = first; i < end; i++) {
      if (!document.words[i]?.capital) continue;
      const count = laterFeaturesAt(document, i, lookOf(labels, i), features);
      addWeights(model, features, count, scores, i * COUNT);
      added += count;
    }
    if (added > 0) label(document, first, end, scores, model.transitions, labels);
  }
}

const IMPOSSIBLE = -(2 ** 28);
const STARTS = LABELS.map((_, y) => mayStart(y));
const ENDS = LABELS.map((_, y) => mayEnd(y));
/** For each label those that may stand before it. */
const BEFORE = LABELS.map((_, y) => Uint8Array.from(LABELS.flatMap((_, x) => (mayFollow(x, y) ? [x] : []))));

/** Writes the most probable labels of the sentence from `first` to `end` (Viterbi's algorithm). */
function label(
  document: Featured,
  first: number,
  end: number,
  scores: Int32Array,
  transitions: Int32Array,
  labels: Uint8Array,
): void {
  const from = new Uint8Array((end - first) * COUNT);
  let before = new Int32Array(COUNT);
  let now = new Int32Array(COUNT);
  for (let i = first; i < end; i++) {
    const own = i * COUNT;
    // A plain word can only be outside of names.
    const most = document.words[i]?.plain ? 1 : COUNT;
    if (most === 1) now.fill(IMPOSSIBLE);
    for (let y = 0; y < most; y++) {
      let best = IMPOSSIBLE;
      let bestFrom = 0;
      if (i === first) best = STARTS[y] ? 0 : IMPOSSIBLE;
      else {
        const previous = BEFORE[y]!;
        for (let k = 0; k < previous.length; k++) {
          const x = previous[k]!;
          const score = before[x]! + transitions[x * COUNT + y]!;
          if (score > best) {
            best = score;
            bestFrom = x;
          }
        }
      }
      now[y] = Math.max(IMPOSSIBLE, best + scores[own + y]!);
      from[(i - first) * COUNT + y] = bestFrom;
    }
    [before, now] = [now, before];
  }
  let y = 0;
  for (let x = 1; x < COUNT; x++) if (ENDS[x] && before[x]! > before[y]!) y = x;
  for (let i = end - 1; i >= first; i--) {
    labels[i] = y;
    y = from[(i - first) * COUNT + y]!;
  }
}

function collect(tokens: readonly Token[], first: number, end: number, labels: Uint8Array, names: NameSpan[]): void {
  for (let i = first; i < end; ) {
    const y = labels[i] ?? 0;
    let stop = i + 1;
    while (stop < end && y > 0 && !mayStart(labels[stop] ?? 0)) stop++;
    const type = ENTITY_TYPES[y];
    const start = tokens[i];
    const last = tokens[stop - 1];
    if (type && start && last) names.push({ ...span(start.start, last.end), type });
    i = stop;
  }
}

const ENTITY_TYPES: readonly (EntityType | null)[] = LABELS.map((name) => {
  const type = name.slice(2);
  return type === 'person' || type === 'organisation' || type === 'place' ? type : null;
});
