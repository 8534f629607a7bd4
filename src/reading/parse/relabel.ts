import { mix } from '../linear/hash.ts';
import type { Scorer } from '../linear/weights.ts';
import { best } from '../tags/tagger.ts';
import { TAGS } from '../tags/tags.ts';
import type { ParserInput } from './features.ts';
import { labelFeatures, ROOT_RELATION } from './labels.ts';
import { RELATIONS } from './relations.ts';

export const MOST_RELABEL_FEATURES = 96;

const UPOS_OF = TAGS.map(({ upos }) => upos);

/** Where each node's dependents are, in a finished tree. */
interface Dependents {
  readonly input: ParserInput;
  readonly heads: Int32Array;
  /** The dependents of each node, in order; the root's at the end. */
  readonly below: readonly (readonly number[])[];
}

export function dependentsOf(input: ParserInput, heads: Int32Array): Dependents {
  const below: number[][] = Array.from({ length: input.length + 1 }, () => []);
  heads.forEach((head, i) => {
    below[head < 0 ? input.length : head]?.push(i);
  });
  return { input, heads, below };
}

/**
 * The features of a node's relation once the tree stands: those of the pair of words alone (`labelFeatures`), with the
 * dependents, sisters and grandparent of the node.
 */
export function relabelFeatures(tree: Dependents, i: number, bits: number, out: Int32Array): number {
  const { input, heads, below } = tree;
  const { words, tags, clusters, length } = input;
  const none = length + 1;
  const head = heads[i] ?? 0;
  let count = labelFeatures(input, head, i, bits, out);
  const shift = 32 - bits;
  let template = 200;
  const put = (a: number, b = 0, d = 0) => {
    template++;
    out[count++] = mix(mix(mix(Math.imul(template, 0x27d4eb2f), a), b), d) >>> shift;
  };
  const w = (node: number) => words[node] ?? 0;
  const t = (node: number) => tags[node] ?? 0;
  const own = below[i] ?? [];
  const sisters = below[head] ?? [];
  const place = sisters.indexOf(i);
  const side = head > i ? 1 : 0;
  const pair = mix(mix(t(head) + 1000, t(i)), side);
  const opener = own.find((k) => k < i && isOpener(t(k))) ?? none;
  const helper = own.find((k) => k < i && UPOS_OF[t(k)] === 'AUX') ?? none;
  const helperOfHead = sisters.findLast((k) => k < head && k !== i && UPOS_OF[t(k)] === 'AUX') ?? none;
  const before = sisters[place - 1] ?? none;
  const after = sisters[place + 1] ?? none;
  const grandparent = heads[head] ?? none;
  const above = grandparent < 0 ? length : grandparent;
  const first = own[0] ?? none;
  const last = own[own.length - 1] ?? none;
  /** How many nouns hang on the same side before it: a second is no subject, the first after the verb an object. */
  const nouns = Math.min(
    3,
    sisters.filter((k) => k < i && k < head === i < head && isNoun(t(k)) && !hasOpener(tree, k)).length,
  );

  put(pair, w(opener));
  put(w(opener), w(i));
  put(w(opener), w(head), t(i));
  put(pair, w(helper));
  put(pair, w(opener), w(helper));
  put(pair, w(helperOfHead));
  put(w(helperOfHead), w(head), side);
  put(w(helperOfHead), t(head), opener === none ? 1 : 0);
  put(pair, t(before));
  put(pair, t(after));
  put(t(before), t(after), pair);
  put(pair, t(above));
  put(pair, w(above));
  put(w(head), t(above), t(i));
  put(pair, t(first));
  put(pair, t(last));
  put(t(first), t(last), pair);
  put(w(first), w(i));
  put(w(first), pair);
  put(pair, nouns, opener === none ? 1 : 0);
  put(w(head), nouns, mix(t(i), opener === none ? 1 : 0));
  put(clusters[head] ?? 0, nouns, mix(pair, opener === none ? 1 : 0));
  put(pair, Math.min(own.length, 4));
  put(pair, w(before));
  put(t(before), w(i), side);
  put(clusters[i] ?? 0, clusters[head] ?? 0, w(opener));
  put(pair, subjects(tree, i), w(opener));
  put(w(head), subjects(tree, i), mix(t(i), w(opener)));
  put(pair, subjects(tree, head), nouns);
  return count;
}

const OPENER = UPOS_OF.map((upos) => /^(?:ADP|SCONJ|PART|CCONJ)$/.test(upos));
const NOUN = UPOS_OF.map((upos) => /^(?:NOUN|PROPN|PRON|NUM)$/.test(upos));
const isOpener = (tag: number) => OPENER[tag] ?? false;
const isNoun = (tag: number) => NOUN[tag] ?? false;

const hasOpener = ({ below, input }: Dependents, i: number): boolean =>
  (below[i] ?? []).some((k) => k < i && UPOS_OF[input.tags[k] ?? 0] === 'ADP');

/** How many nouns without preposition stand before a word, below it: has a clause its subject? */
const subjects = (tree: Dependents, i: number): number =>
  Math.min(
    2,
    (tree.below[i] ?? []).filter((k) => k < i && isNoun(tree.input.tags[k] ?? 0) && !hasOpener(tree, k)).length,
  );

/** The relations (indices into `RELATIONS`) of a finished tree. */
export function relabel(input: ParserInput, heads: Int32Array, scorer: Scorer): Int32Array {
  const tree = dependentsOf(input, heads);
  const features = new Int32Array(MOST_RELABEL_FEATURES);
  const scores = new Float64Array(RELATIONS.length);
  return Int32Array.from(heads, (head, i) => {
    if (head < 0) return ROOT_RELATION;
    scorer.score(features, relabelFeatures(tree, i, scorer.bits, features), scores);
    scores[ROOT_RELATION] = Number.NEGATIVE_INFINITY;
    return best(scores);
  });
}
