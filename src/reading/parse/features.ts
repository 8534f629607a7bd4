import { mix } from '../linear/hash.ts';
import { TAGS } from '../tags/tags.ts';
import type { SentenceWords } from '../tags/words.ts';
import {
  CASE,
  fieldAt,
  HEAD,
  LEFT_COUNT,
  LEFT_SET,
  LEFT1,
  LEFT2,
  NONE,
  nextWord,
  onStack,
  RELATION,
  RIGHT_COUNT,
  RIGHT_SET,
  RIGHT1,
  RIGHT2,
  type States,
} from './state.ts';

/** What the parser looks at of each word; the last but one entry is the root, the last stands for no word. */
export interface ParserInput {
  readonly length: number;
  readonly words: Int32Array;
  readonly tags: Int32Array;
  readonly clusters: Int32Array;
}

const ROOT_WORD = 101;
const NO_WORD = 103;

export function parserInput({ ids, clusters }: SentenceWords, tags: Int32Array): ParserInput {
  const length = ids.length;
  const extended = (values: Int32Array, root: number, none: number) => {
    const all = new Int32Array(length + 2);
    all.set(values);
    all[length] = root;
    all[length + 1] = none;
    return all;
  };
  return {
    length,
    words: extended(ids, ROOT_WORD, NO_WORD),
    tags: extended(tags, TAGS.length, TAGS.length + 1),
    clusters: extended(clusters, 254, 255),
  };
}

/** No state has more features. */
export const MOST_FEATURES = 128;

/**
 * The features of a state: the templates of Zhang and Nivre (2011), with the case word of a node and word clusters.
 * s0 is the stack's top, n0 the next word; h head, l and r outermost dependents. Written as buckets to `out`.
 */
export function stateFeatures(input: ParserInput, states: States, slot: number, bits: number, out: Int32Array): number {
  const { data } = states;
  const { words, tags, clusters, length } = input;
  const none = length + 1;
  const shift = 32 - bits;
  const field = (which: number, node: number): number => {
    if (node >= none) return none;
    const value = data[fieldAt(states, slot, which) + node] ?? NONE;
    return value === NONE ? none : value;
  };
  const number = (which: number, node: number): number =>
    node >= none ? 0 : (data[fieldAt(states, slot, which) + node] ?? 0);
  const relationOf = (node: number): number => (node >= length ? 99 : number(RELATION, node));
  const orNone = (node: number): number => (node === NONE ? none : node);
  const ahead = (node: number): number => (node > length ? none : node);

  const s0 = orNone(onStack(states, slot, 0));
  const s1 = orNone(onStack(states, slot, 1));
  const next = nextWord(states, slot);
  const n0 = next;
  const n1 = ahead(next + 1);
  const n2 = ahead(next + 2);
  const s0h = field(HEAD, s0);
  const s0h2 = field(HEAD, s0h);
  const s0l = field(LEFT1, s0);
  const s0r = field(RIGHT1, s0);
  const s0l2 = field(LEFT2, s0);
  const s0r2 = field(RIGHT2, s0);
  const n0l = field(LEFT1, n0);
  const n0l2 = field(LEFT2, n0);
  const s0c = field(CASE, s0);
  const n0c = field(CASE, n0);

  const w = (node: number) => words[node] ?? 0;
  const t = (node: number) => tags[node] ?? 0;
  const c = (node: number) => clusters[node] ?? 0;
  const S0w = w(s0);
  const S0t = t(s0);
  const N0w = w(n0);
  const N0t = t(n0);
  const N1w = w(n1);
  const N1t = t(n1);
  const N2t = t(n2);
  const S0wt = mix(S0w, S0t);
  const N0wt = mix(N0w, N0t);
  const S0tN0t = mix(S0t + 1000, N0t);
  const distance = s0 >= none ? 0 : Math.min(n0 - s0, 6) + (n0 - s0 > 10 ? 1 : 0);
  const hasHead = s0h < none ? 1 : 0;
  const S0vl = number(LEFT_COUNT, s0);
  const S0vr = number(RIGHT_COUNT, s0);
  const N0vl = number(LEFT_COUNT, n0);

  let count = 0;
  let template = 0;
  const put = (a: number, b = 0, d = 0) => {
    template++;
    out[count++] = mix(mix(mix(Math.imul(template, 0x85ebca6b), a), b), d) >>> shift;
  };
  // Single words.
  put(S0w, S0t);
  put(S0w, hasHead);
  put(S0t, hasHead);
  put(N0w, N0t);
  put(N0w);
  put(N0t);
  put(N1w, N1t);
  put(N1w);
  put(N1t);
  put(w(n2), N2t);
  put(w(n2));
  put(N2t);
  // Pairs.
  put(S0wt, N0wt);
  put(S0wt, N0w);
  put(S0w, N0wt);
  put(S0wt, N0t);
  put(S0t, N0wt);
  put(S0w, N0w);
  put(S0tN0t, hasHead);
  put(N0t, N1t);
  put(S0w, N0t, N1t);
  put(S0t, N0w, N1t);
  put(N0w, N1t);
  put(N0t, N1w);
  // Triples of tags.
  put(N0t, N1t, N2t);
  put(S0tN0t, N1t);
  put(S0tN0t, mix(N1t, N2t));
  put(S0tN0t, t(s0h));
  put(S0tN0t, t(s0l));
  put(S0tN0t, t(s0r));
  put(S0tN0t, t(n0l));
  // Distance.
  put(S0w, distance);
  put(S0t, distance);
  put(N0w, distance);
  put(N0t, distance);
  put(mix(S0w, N0w), distance);
  put(S0tN0t, distance);
  // Numbers of dependents.
  put(S0w, S0vr);
  put(S0t, S0vr);
  put(S0w, S0vl);
  put(S0t, S0vl);
  put(N0w, N0vl);
  put(N0t, N0vl);
  // Heads and dependents alone.
  put(w(s0h));
  put(t(s0h));
  put(relationOf(s0), S0t);
  put(w(s0l));
  put(t(s0l));
  put(relationOf(s0l));
  put(w(s0r));
  put(t(s0r));
  put(relationOf(s0r));
  put(w(n0l));
  put(t(n0l));
  put(relationOf(n0l));
  put(w(s0h2));
  put(t(s0h2));
  put(relationOf(s0h));
  put(w(s0l2));
  put(t(s0l2));
  put(relationOf(s0l2));
  put(w(s0r2));
  put(t(s0r2));
  put(relationOf(s0r2));
  put(w(n0l2));
  put(t(n0l2));
  put(relationOf(n0l2));
  put(S0t, t(s0l), t(s0l2));
  put(S0t, t(s0r), t(s0r2));
  put(S0t, t(s0h), t(s0h2));
  put(N0t, t(n0l), t(n0l2));
  // Sets of relations.
  const S0sl = number(LEFT_SET, s0);
  const S0sr = number(RIGHT_SET, s0);
  const N0sl = number(LEFT_SET, n0);
  put(S0w, S0sr);
  put(S0t, S0sr);
  put(S0w, S0sl);
  put(S0t, S0sl);
  put(N0w, N0sl);
  put(N0t, N0sl);
  put(S0tN0t, S0sr);
  put(S0tN0t, N0sl, S0sl);
  put(S0tN0t, relationOf(s0), N0sl);
  // The second of the stack: what else the next word could hang on.
  put(t(s1), S0tN0t);
  put(w(s1), N0w);
  put(w(s1), N0t);
  put(t(s1), N0w);
  put(t(s1), S0t, mix(relationOf(s0), N0t));
  put(t(s0h), N0w);
  put(w(s0h), N0t);
  put(w(s0h), N0w, S0t);
  // Case words.
  put(w(s0c), S0tN0t);
  put(w(n0c), S0tN0t);
  put(w(n0c), S0w);
  put(w(s0c), N0w);
  put(w(n0c), w(s0h), S0t);
  put(N0w, S0w, t(s0h));
  put(N0w, N1w, S0t);
  put(N0wt, w(s0h));
  put(S0tN0t, w(s0r));
  put(S0w, N0t, relationOf(s0r));
  // Clusters.
  put(c(s0), c(n0));
  put(c(s0), N0t);
  put(S0t, c(n0));
  put(c(s0), N0w);
  put(S0w, c(n0));
  put(c(n0), c(n1), S0t);
  put(c(s0h), c(n0), w(n0c));
  put(c(s0h), N0w);
  put(c(s0), c(n0), distance);
  put(c(s0), S0sr, N0t);
  put(c(n1), S0tN0t);
  return count;
}
