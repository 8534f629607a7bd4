import { type Span, span } from '../../text/span.ts';
import type { Coreference } from '../coreference/coreference.ts';
import type { ReadingDocument } from '../document.ts';
import { type SyntaxTree, subtreeOf } from '../parse/tree.ts';
import type { DateMention, Mention, Quotation, Sentence } from '../reading.ts';

/** The sentence that is read for meetings, with its tree. */
export interface Scene {
  readonly document: ReadingDocument;
  readonly coreference: Coreference;
  readonly sentence: Sentence;
  readonly tree: SyntaxTree;
  /** The dates that this sentence names. */
  readonly dates: readonly DateMention[];
  /** The quotations that reach into the sentence: who says "I" in them. */
  readonly quotations: readonly Quotation[];
  /** The name that each node is part of; null where it is part of none. */
  readonly mentionAt: readonly (Mention | null)[];
}

/** Where a node stands in the text. */
export function spanOf({ document, tree, sentence }: Scene, node: number): Span {
  const token = document.tokens[tree.first + node];
  return token ? span(token.start, token.end) : span(sentence.end, sentence.end);
}

/** From the start of the first to the end of the last of these nodes. `nodes` in order, never empty. */
export function spanOver(scene: Scene, nodes: readonly number[]): Span {
  const [first = 0] = nodes;
  return span(spanOf(scene, first).start, spanOf(scene, nodes.at(-1) ?? first).end);
}

/** A noun with what describes it, without clauses, conjuncts, appositions and prepositional phrases that `leave` names. */
export function phraseAround(
  scene: Scene,
  noun: number,
  leave: RegExp,
  leaveToo: (scene: Scene, node: number) => boolean = () => false,
): number[] {
  const { tree } = scene;
  const outside = new Set<number>();
  for (let k = 0; k < tree.heads.length; k++)
    if (tree.heads[k] === noun && (leave.test(tree.relations[k] ?? '') || leaveToo(scene, k)))
      for (const one of subtreeOf(tree, k)) outside.add(one);
  const nodes = subtreeOf(tree, noun).filter((k) => !outside.has(k));
  // One unbroken stretch around the noun.
  let [from, to] = [nodes.indexOf(noun), nodes.indexOf(noun)];
  while (from > 0 && nodes[from - 1] === (nodes[from] ?? 0) - 1) from--;
  while (to < nodes.length - 1 && nodes[to + 1] === (nodes[to] ?? 0) + 1) to++;
  return nodes.slice(from, to + 1);
}

export const wordAt = ({ tree }: Scene, node: number): string => (tree.words[node] ?? '').toLowerCase();
