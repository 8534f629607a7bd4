import { mix } from '../linear/hash.ts';
import type { Scorer } from '../linear/weights.ts';
import { best } from '../tags/tagger.ts';
import { TAGS } from '../tags/tags.ts';
import type { ParserInput } from './features.ts';
import { RELATIONS } from './relations.ts';

export const MOST_LABEL_FEATURES = 64;

const UPOS_OF = TAGS.map(({ upos }) => upos);
const AUXILIARY = TAGS.map(({ upos }) => upos === 'AUX');
const VERB = TAGS.map(({ upos }) => upos === 'VERB' || upos === 'AUX');
/** What may stand between a preposition and its noun. */
const IN_NOUN_PHRASE = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'PART', 'SYM']);
const FARTHEST = 6;

/**
 * The features of the relation between a word and its head. They look at the words around both, not at other arcs, so that
 * the answer for a pair of words holds for every state of the beam.
 */
export function labelFeatures(
  input: ParserInput,
  head: number,
  dependent: number,
  bits: number,
  out: Int32Array,
): number {
  const { words, tags, clusters, length } = input;
  const none = length + 1;
  const near = (node: number) => (node < 0 || node > length ? none : node);
  const w = (node: number) => words[near(node)] ?? 0;
  const t = (node: number) => tags[near(node)] ?? 0;
  const c = (node: number) => clusters[near(node)] ?? 0;
  const shift = 32 - bits;
  const side = head > dependent ? 1 : 0;
  const distance = Math.min(Math.abs(head - dependent), 5) * 2 + side;
  const Hw = w(head);
  const Ht = t(head);
  const Dw = w(dependent);
  const Dt = t(dependent);
  const pair = mix(mix(Ht + 1000, Dt), side);
  const opener = openerOf(input, dependent);
  const auxiliary = auxiliaryBefore(input, head);
  const between = betweenOf(input, head, dependent);

  let count = 0;
  let template = 0;
  const put = (a: number, b = 0, d = 0) => {
    template++;
    out[count++] = mix(mix(mix(Math.imul(template, 0x27d4eb2f), a), b), d) >>> shift;
  };
  put(pair);
  put(pair, distance);
  put(Hw, Dw);
  put(Hw, pair);
  put(Dw, pair);
  put(Dw, side);
  put(Hw, side);
  put(Dt, distance);
  put(Ht, distance);
  put(pair, t(dependent - 1));
  put(pair, t(dependent + 1));
  put(pair, t(head - 1));
  put(pair, t(head + 1));
  put(pair, w(dependent - 1));
  put(pair, w(dependent + 1));
  put(pair, w(head - 1));
  put(pair, w(head + 1));
  put(w(dependent - 1), Dw);
  put(Dw, w(dependent + 1));
  put(w(head + 1), Hw, side);
  put(pair, between);
  put(between, Dw);
  put(pair, opener);
  put(opener, Dw);
  put(opener, Hw, Dt);
  put(auxiliary, pair);
  put(auxiliary, Dw, side);
  put(auxiliary, Hw, Dt);
  put(c(head), c(dependent), side);
  put(c(head), Dt, opener);
  put(Ht, c(dependent), opener);
  put(c(head), Dw, side);
  put(Hw, c(dependent), side);
  put(t(dependent - 1), t(dependent + 1), pair);
  put(t(dependent - 2), t(dependent - 1), Dt);
  put(pair, w(dependent - 2));
  put(t(head - 1), t(head + 1), pair);
  put(w(head - 2), pair);
  put(pair, dependent === 0 ? 1 : 0, head === length ? 1 : 0);
  put(Dt, opener, between);
  put(Hw, between, Dt);
  return count;
}

/** The preposition, "to" or conjunction that opens what `dependent` is the head of, as far as its neighbours tell. */
function openerOf({ words, tags }: ParserInput, dependent: number): number {
  const verbal = VERB[tags[dependent] ?? 0] ?? false;
  for (let k = dependent - 1; k >= 0 && k >= dependent - FARTHEST; k--) {
    const upos = UPOS_OF[tags[k] ?? 0] ?? 'X';
    if (upos === 'ADP' || upos === 'SCONJ' || (verbal && upos === 'PART')) return words[k] ?? 0;
    if (verbal ? upos !== 'AUX' && upos !== 'ADV' && upos !== 'PRON' : !IN_NOUN_PHRASE.has(upos)) return 0;
  }
  return 0;
}

/** The auxiliary right before a verb, adverbs passed over. */
function auxiliaryBefore({ words, tags }: ParserInput, head: number): number {
  for (let k = head - 1; k >= 0 && k >= head - FARTHEST; k--) {
    const tag = tags[k] ?? 0;
    if (AUXILIARY[tag]) return words[k] ?? 0;
    const upos = UPOS_OF[tag];
    if (upos !== 'ADV' && upos !== 'PART' && upos !== 'DET' && upos !== 'ADJ' && upos !== 'PRON') return 0;
  }
  return 0;
}

/** Which kinds of words stand between: verbs, commas and other marks, conjunctions, nouns. */
function betweenOf({ tags }: ParserInput, a: number, b: number): number {
  let kinds = 0;
  const [from, to] = a < b ? [a, b] : [b, a];
  for (let k = from + 1; k < to; k++) {
    const upos = UPOS_OF[tags[k] ?? 0];
    if (upos === 'VERB') kinds |= 1;
    else if (upos === 'PUNCT') kinds |= 2;
    else if (upos === 'CCONJ') kinds |= 4;
    else if (upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON') kinds |= 8;
    else if (upos === 'ADP') kinds |= 16;
  }
  return kinds;
}

export const ROOT_RELATION = RELATIONS.indexOf('root');
export const CASE_RELATION = RELATIONS.indexOf('case');

/** The relation (index into `RELATIONS`) of any two words of a sentence; worked out once a pair. */
export function labeller(input: ParserInput, scorer: Scorer): (head: number, dependent: number) => number {
  const known = new Map<number, number>();
  const features = new Int32Array(MOST_LABEL_FEATURES);
  const scores = new Float64Array(RELATIONS.length);
  return (head, dependent) => {
    if (head === input.length) return ROOT_RELATION;
    const key = head * (input.length + 1) + dependent;
    const before = known.get(key);
    if (before !== undefined) return before;
    scorer.score(features, labelFeatures(input, head, dependent, scorer.bits, features), scores);
    scores[ROOT_RELATION] = Number.NEGATIVE_INFINITY;
    const relation = best(scores);
    known.set(key, relation);
    return relation;
  };
}
