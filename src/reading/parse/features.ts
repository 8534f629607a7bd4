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
import { NO_ATOM, NODES, OF_NODE, TEMPLATES } from './templates.ts';

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

/** How many features a state has. */
export const STATE_FEATURES = TEMPLATES.length / 3;

/** A start for the hash of each template, so that no two share their buckets. */
const SEEDS = Int32Array.from({ length: STATE_FEATURES }, (_, k) => Math.imul(k + 1, 0x85ebca6b));
const PARTS = OF_NODE.length;
const nodes = new Int32Array(NODES.length);
const atoms = new Int32Array(NO_ATOM + 1);

/** Writes the features of a state, as buckets, to `out`. */
export function stateFeatures(input: ParserInput, states: States, slot: number, bits: number, out: Int32Array): number {
  fillAtoms(input, states, slot);
  const shift = 32 - bits;
  for (let k = 0, at = 0; k < STATE_FEATURES; k++, at += 3) {
    const one = mix(SEEDS[k]!, atoms[TEMPLATES[at]!]!);
    out[k] = mix(mix(one, atoms[TEMPLATES[at + 1]!]!), atoms[TEMPLATES[at + 2]!]!) >>> shift;
  }
  return STATE_FEATURES;
}

/** Works out everything the templates are made of, in the order of `NODES`, `OF_NODE` and `OTHERS`. */
function fillAtoms({ words, tags, clusters, length }: ParserInput, states: States, slot: number): void {
  const { data, width } = states;
  const base = fieldAt(states, slot, 0);
  const none = length + 1;
  const link = (field: number, node: number): number => {
    const value = node >= none ? NONE : data[base + field * width + node]!;
    return value === NONE ? none : value;
  };
  const number = (field: number, node: number): number => (node >= none ? 0 : data[base + field * width + node]!);
  const s0 = orNone(onStack(states, slot, 0), none);
  const n0 = nextWord(states, slot);
  const s0h = link(HEAD, s0);
  nodes[0] = s0;
  nodes[1] = orNone(onStack(states, slot, 1), none);
  nodes[2] = n0;
  nodes[3] = Math.min(n0 + 1, none);
  nodes[4] = Math.min(n0 + 2, none);
  nodes[5] = s0h;
  nodes[6] = link(HEAD, s0h);
  nodes[7] = link(LEFT1, s0);
  nodes[8] = link(RIGHT1, s0);
  nodes[9] = link(LEFT2, s0);
  nodes[10] = link(RIGHT2, s0);
  nodes[11] = link(LEFT1, n0);
  nodes[12] = link(LEFT2, n0);
  nodes[13] = link(CASE, s0);
  nodes[14] = link(CASE, n0);
  let at = 0;
  for (const node of nodes) {
    atoms[at] = words[node]!;
    atoms[at + 1] = tags[node]!;
    atoms[at + 2] = clusters[node]!;
    atoms[at + 3] = node >= length ? NO_RELATION : number(RELATION, node);
    at += PARTS;
  }
  const [s0word, s0tag, n0word, n0tag] = [atoms[0]!, atoms[1]!, atoms[2 * PARTS]!, atoms[2 * PARTS + 1]!];
  atoms[at] = s0h < none ? 1 : 0;
  atoms[at + 1] = s0 >= none ? 0 : Math.min(n0 - s0, 6) + (n0 - s0 > 10 ? 1 : 0);
  atoms[at + 2] = number(LEFT_COUNT, s0);
  atoms[at + 3] = number(RIGHT_COUNT, s0);
  atoms[at + 4] = number(LEFT_COUNT, n0);
  atoms[at + 5] = number(LEFT_SET, s0);
  atoms[at + 6] = number(RIGHT_SET, s0);
  atoms[at + 7] = number(LEFT_SET, n0);
  atoms[at + 8] = mix(s0word, s0tag);
  atoms[at + 9] = mix(n0word, n0tag);
  atoms[at + 10] = mix(s0tag + 1000, n0tag);
  atoms[at + 11] = mix(s0word, n0word);
  atoms[at + 12] = mix(atoms[3 * PARTS + 1]!, atoms[4 * PARTS + 1]!);
  atoms[at + 13] = mix(atoms[3]!, n0tag);
}

const NO_RELATION = 99;
const orNone = (node: number, none: number): number => (node === NONE ? none : node);
