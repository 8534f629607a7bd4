import { readWeights, type Scorer, scorerOf } from '../linear/weights.ts';
import type { LemmaRules } from '../tags/lemmas.ts';
import { TAGS } from '../tags/tags.ts';
import type { Clusters } from '../tags/words.ts';
import { RELATIONS } from './relations.ts';
import { ACTIONS } from './state.ts';

/** Everything learned that tagging and parsing need. */
export interface SyntaxModel {
  readonly tags: Scorer;
  readonly structure: Scorer;
  /** Relations of pairs of words, which the structure is built with. */
  readonly labels: Scorer;
  /** Relations in the finished tree. */
  readonly relabels: Scorer;
  readonly lemmas: LemmaRules;
  readonly clusters: Clusters;
  /** How many states are followed at once; the weights were trained for this number. */
  readonly beam: number;
}

const MAGIC = 0x52535959;

/** The parts of a model file, in order. */
export interface SyntaxModelParts {
  readonly beam: number;
  readonly tags: Uint8Array;
  readonly structure: Uint8Array;
  readonly labels: Uint8Array;
  readonly relabels: Uint8Array;
  /** Lines of "tag|ending<TAB>rule". */
  readonly lemmas: Uint8Array;
  /** Five bytes a word: its hash (little-endian), its cluster. */
  readonly clusters: Uint8Array;
}

/** Reads a model file. Throws where the bytes are none, or of another version of the reader. */
export function parseSyntaxModel(bytes: Uint8Array): SyntaxModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8 || view.getUint32(0) !== MAGIC) throw new Error('the syntax model is not a model file');
  const beam = view.getUint32(4);
  let at = 8;
  const part = () => {
    if (at + 4 > bytes.byteLength) throw new Error('the syntax model is cut off');
    const end = at + 4 + view.getUint32(at);
    if (end > bytes.byteLength) throw new Error('the syntax model is cut off');
    const found = bytes.subarray(at + 4, end);
    at = end;
    return found;
  };
  const scorer = (classes: number) => {
    const weights = readWeights(part());
    if (weights.classes !== classes)
      throw new Error(`the syntax model has ${weights.classes} classes instead of ${classes}`);
    return scorerOf(weights);
  };
  return {
    beam,
    tags: scorer(TAGS.length),
    structure: scorer(ACTIONS),
    labels: scorer(RELATIONS.length),
    relabels: scorer(RELATIONS.length),
    lemmas: lemmaRules(part()),
    clusters: wordClusters(part()),
  };
}

function lemmaRules(bytes: Uint8Array): LemmaRules {
  const rules = new Map<string, string>();
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) rules.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return rules;
}

function wordClusters(bytes: Uint8Array): Clusters {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const clusters = new Map<number, number>();
  for (let at = 0; at + 5 <= bytes.byteLength; at += 5) clusters.set(view.getInt32(at, true), view.getUint8(at + 4));
  return clusters;
}

/** The file with other lemmas, all else as it is. */
export function withLemmas(bytes: Uint8Array, lemmas: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  const part = () => {
    const start = at + 4;
    at = start + view.getUint32(at);
    return bytes.subarray(start, at);
  };
  const [tags, structure, labels, relabels] = [part(), part(), part(), part()];
  part();
  return serialiseSyntaxModel({ beam: view.getUint32(4), tags, structure, labels, relabels, lemmas, clusters: part() });
}

/** The bytes that `parseSyntaxModel` reads. */
export function serialiseSyntaxModel(model: SyntaxModelParts): Uint8Array {
  const { beam, tags, structure, labels, relabels, lemmas, clusters } = model;
  const parts = [tags, structure, labels, relabels, lemmas, clusters];
  const bytes = new Uint8Array(8 + parts.reduce((sum, part) => sum + 4 + part.byteLength, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, beam);
  let at = 8;
  for (const part of parts) {
    view.setUint32(at, part.byteLength);
    bytes.set(part, at + 4);
    at += 4 + part.byteLength;
  }
  return bytes;
}
