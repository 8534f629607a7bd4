import { childrenBy, hasRelation, markerOf, type SyntaxTree, subtreeOf } from '../parse/tree.ts';
import { type MarkedDocument, treeOf } from './marked-document.ts';
import type { SpeechSource } from './sources.ts';

/** The tokens of what a source is reported to have said, from the first to (excluded) the last. */
export interface Content {
  readonly first: number;
  readonly last: number;
  /** Introduced by "that", "whether", "how". */
  readonly marked: boolean;
}

/**
 * What a cue reports in its own sentence: the clause that hangs on it ("said that …"), or the one it hangs on ("…, she said"), in
 * two parts where the cue interrupts it. In order; empty where it governs no clause.
 */
export function contentsOf(marked: MarkedDocument, source: SpeechSource): Content[] {
  const tree = treeOf(marked, source.sentence);
  if (!tree) return [];
  const cue = source.cue - tree.first;
  const from = source.first - tree.first;
  const to = source.last - tree.first;
  if (source.kind === 'according')
    return partsOf(tree, subtreeOf(tree, sentenceRoot(tree, cue)), cueNodes(tree, from, to, cue), from, to);
  if (source.kind !== 'verb') return [];
  const clause = childrenBy(tree, cue, 'ccomp', 'parataxis').find((k) => !isLoose(tree, k, cue));
  if (clause !== undefined) {
    const nodes = subtreeOf(tree, clause);
    if (clause < cue) return partsOf(tree, nodes, new Set(), from, to);
    // "The closure, she said, has cost …": parsers give the verb of speech both subjects.
    const other = childrenBy(tree, cue, 'nsubj').find((k) => k < from && tree.words[from - 1] === ',');
    const before =
      other === undefined
        ? null
        : contentOf(
            tree,
            subtreeOf(tree, other).filter((k) => k < from),
            -1,
          );
    const behind = contentOf(
      tree,
      nodes.filter((k) => k >= to),
      clause,
    );
    return [before, behind].flatMap((one) => one ?? []);
  }
  if (hasRelation(tree, cue, 'parataxis') && (tree.heads[cue] ?? -1) >= 0) {
    const own = new Set(subtreeOf(tree, cue));
    return partsOf(tree, subtreeOf(tree, tree.heads[cue] ?? cue), own, from, to);
  }
  return [];
}

/** What she does meanwhile, or a clause set beside the verb without being what it says: behind a semicolon, or before it without a comma. */
const isLoose = (tree: SyntaxTree, clause: number, cue: number): boolean => {
  // "She said, wiping her face": what she does meanwhile.
  if (tree.forms[clause] === 'ing' && childrenBy(tree, clause, 'nsubj', 'mark', 'aux').length === 0) return true;
  if (tree.relations[clause] !== 'parataxis') return false;
  if (clause > cue) return tree.words.slice(cue, clause).includes(';');
  return false;
};

function sentenceRoot(tree: SyntaxTree, node: number): number {
  let at = node;
  while ((tree.heads[at] ?? -1) >= 0) at = tree.heads[at] ?? at;
  return at;
}

/** Everything that belongs to "according to somebody". */
function cueNodes(tree: SyntaxTree, from: number, to: number, cue: number): ReadonlySet<number> {
  const own = new Set<number>();
  for (let i = from; i < to; i++) own.add(i);
  const head = tree.heads[cue] ?? -1;
  if (head >= 0 && own.has(head)) for (const k of subtreeOf(tree, head)) own.add(k);
  return own;
}

/** The parts before and behind the cue. */
function partsOf(
  tree: SyntaxTree,
  nodes: readonly number[],
  own: ReadonlySet<number>,
  from: number,
  to: number,
): Content[] {
  const rest = nodes.filter((k) => !own.has(k));
  const before = rest.filter((k) => k < from);
  const behind = rest.filter((k) => k >= to);
  return [contentOf(tree, before, -1), contentOf(tree, behind, -1)].flatMap((one) => one ?? []);
}

function contentOf(tree: SyntaxTree, nodes: readonly number[], clause: number): Content | null {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first === undefined || last === undefined) return null;
  let [from, to] = [first, last + 1];
  const marker = clause >= 0 ? markerOf(tree, clause) : '';
  while (from < to && (tree.tags[from] === 'PUNCT' || /^that$/i.test(tree.words[from] ?? ''))) {
    if (/^[“"‘'«„]/.test(tree.words[from] ?? '')) break;
    from++;
  }
  while (
    to > from &&
    (tree.tags[to - 1] === 'PUNCT' || tree.tags[to - 1] === 'CCONJ') &&
    !/^[”"’'»)\]%]/.test(tree.words[to - 1] ?? '')
  )
    to--;
  if (to <= from) return null;
  return { first: tree.first + from, last: tree.first + to, marked: marker !== '' && marker !== 'to' };
}
