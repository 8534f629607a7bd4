import { lowerBound } from '../../text/binary-search.ts';
import type { ReadingDocument } from '../document.ts';
import { ancestors, childrenBy, firstConjunct, hasRelation, type SyntaxTree } from '../parse/tree.ts';
import { SPEECH_VERBS, VIEW_VERBS } from '../quotations/lexicon.ts';
import { type MarkedStretch, markedStretches } from '../quotations/marks.ts';
import type { Mention } from '../reading.ts';

/** Looks up what a token of the document stands in. */
export interface TokenIndex {
  /** The name it is part of, if any. */
  readonly mentionOf: (token: number) => Mention | null;
  /** The person beside whose name the token tells a post. */
  readonly holderOf: (token: number) => Mention | null;
  readonly sentenceOf: (token: number) => number;
  /** The stretch in quotation marks it stands in; -1 for none. */
  readonly quotedIn: (token: number) => number;
  /** The first token of a mention. */
  readonly tokenOf: (mention: Mention) => number;
}

export function indexTokens(document: ReadingDocument): TokenIndex {
  const { tokens, sentences, mentions, text } = document;
  const stretches: readonly MarkedStretch[] = markedStretches(text, sentences);
  const mentionAt = new Int32Array(tokens.length).fill(-1);
  const sentenceAt = new Int32Array(tokens.length);
  const quotedAt = new Int32Array(tokens.length).fill(-1);
  const first = new Map<Mention, number>();
  const holders = holdersBeside(document);
  let m = 0;
  let s = 0;
  let q = 0;
  tokens.forEach((token, i) => {
    while (m < mentions.length && (mentions[m]?.end ?? 0) <= token.start) m++;
    while (s < sentences.length - 1 && (sentences[s]?.end ?? 0) <= token.start) s++;
    while (q < stretches.length && (stretches[q]?.end ?? 0) <= token.start) q++;
    sentenceAt[i] = s;
    const mention = mentions[m];
    if (mention && mention.start < token.end) {
      mentionAt[i] = m;
      if (!first.has(mention)) first.set(mention, i);
    }
    if ((stretches[q]?.start ?? Number.POSITIVE_INFINITY) <= token.start) quotedAt[i] = q;
  });
  return {
    mentionOf: (token) => mentions[mentionAt[token] ?? -1] ?? null,
    holderOf: (token) => holders.get(token) ?? null,
    sentenceOf: (token) => sentenceAt[token] ?? 0,
    quotedIn: (token) => quotedAt[token] ?? -1,
    tokenOf: (mention) => first.get(mention) ?? lowerBound(tokens, ({ end }) => end > mention.start),
  };
}

/** How far a post stands from the name it is told of, in characters. */
const BESIDE = 4;

/** For each token of a post told right beside a name, whose it is. */
function holdersBeside({ tokens, mentions }: ReadingDocument): Map<number, Mention> {
  const holders = new Map<number, Mention>();
  for (const mention of mentions) {
    const { role, start, end } = mention;
    const isBeside = role && (role.end <= start ? start - role.end <= BESIDE : role.start - end <= BESIDE + 4);
    if (!isBeside) continue;
    for (let i = lowerBound(tokens, (token) => token.start >= role.start); i < tokens.length; i++) {
      if ((tokens[i]?.start ?? role.end) >= role.end) break;
      holders.set(i, mention);
    }
  }
  return holders;
}

export type GrammaticalFunction = 'subject' | 'object' | 'possessor' | 'oblique' | 'modifier' | 'other';

/** How a mention stands in its sentence. */
export interface Grammar {
  readonly function: GrammaticalFunction;
  /** The node that governs it; -1 for the root. */
  readonly governor: number;
  /** The node that is its own head. */
  readonly node: number;
  /** Subject of a verb that reports words. */
  readonly speaks: boolean;
  /** Joined to others by "and". */
  readonly coordinated: boolean;
  /** Explained by an apposition or relative clause: who it is was new. */
  readonly introduced: boolean;
  /** How many words govern it, one above the other. */
  readonly depth: number;
  /** Of the main clause. */
  readonly main: boolean;
}

/** Of the mention whose tokens are the nodes from `from` to (excluded) `to`. */
export function grammarOf(tree: SyntaxTree, from: number, to: number): Grammar {
  let node = from;
  for (let k = from; k < to; k++) {
    const head = tree.heads[k] ?? -1;
    if (head < from || head >= to) node = k;
  }
  const first = firstConjunct(tree, node);
  const top = tree.relations[first] === 'appos' ? (tree.heads[first] ?? first) : first;
  const governor = tree.heads[top] ?? -1;
  const role = functionOf(tree, top);
  const verb = tree.lemmas[governor] ?? '';
  return {
    function: role,
    governor,
    node,
    speaks: role === 'subject' && (SPEECH_VERBS.has(verb) || VIEW_VERBS.has(verb)),
    coordinated: first !== node || childrenBy(tree, node, 'conj').length > 0,
    introduced: childrenBy(tree, node, 'appos', 'acl').length > 0,
    depth: ancestors(tree, top).length,
    main: governor >= 0 && /^(?:root|parataxis)$/.test(tree.relations[governor] ?? ''),
  };
}

function functionOf(tree: SyntaxTree, node: number): GrammaticalFunction {
  if (hasRelation(tree, node, 'nsubj')) return 'subject';
  if (hasRelation(tree, node, 'obj', 'iobj')) return 'object';
  if (tree.relations[node] === 'nmod:poss') return 'possessor';
  if (hasRelation(tree, node, 'obl', 'nmod')) return 'oblique';
  if (hasRelation(tree, node, 'compound', 'amod', 'flat')) return 'modifier';
  return 'other';
}
