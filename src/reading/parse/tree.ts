import type { Form, Upos } from '../tags/tags.ts';
import type { Relation } from './relations.ts';

/**
 * A sentence with its tags and dependencies. Nodes are numbered from 0 within the sentence; node `i` is the document's
 * token `first + i`. The relations are those of Universal Dependencies: content words are heads, prepositions hang below
 * their noun (`case`), auxiliaries below their verb.
 */
export interface SyntaxTree {
  readonly first: number;
  /** As written. */
  readonly words: readonly string[];
  readonly tags: readonly Upos[];
  readonly forms: readonly (Form | null)[];
  /** In small letters, but for names. */
  readonly lemmas: readonly string[];
  /** The node each hangs below, -1 for the root. */
  readonly heads: Int32Array;
  readonly relations: readonly Relation[];
}

/** The nodes right below `i`, in order. */
export function childrenOf(tree: SyntaxTree, i: number): number[] {
  const found: number[] = [];
  for (let k = 0; k < tree.heads.length; k++) if (tree.heads[k] === i) found.push(k);
  return found;
}

/** Those of them with one of these relations. A relation without subtype stands for its subtypes too (`nsubj`: `nsubj:pass`). */
export const childrenBy = (tree: SyntaxTree, i: number, ...relations: Relation[]): number[] =>
  childrenOf(tree, i).filter((k) => hasRelation(tree, k, ...relations));

/** Has node `i` one of these relations to its head, or a subtype of one? */
export function hasRelation(tree: SyntaxTree, i: number, ...relations: Relation[]): boolean {
  const relation = tree.relations[i] ?? 'dep';
  return relations.some((wanted) => relation === wanted || relation.startsWith(`${wanted}:`));
}

/** From the first to (excluded) the last node of everything below `i`, itself included; -1 is the whole sentence. */
export function subtreeSpan(tree: SyntaxTree, i: number): { readonly first: number; readonly end: number } {
  const nodes = subtreeOf(tree, i);
  return { first: nodes[0] ?? i, end: (nodes[nodes.length - 1] ?? i) + 1 };
}

/** Node `i` and all below it, in order. */
export function subtreeOf(tree: SyntaxTree, i: number): number[] {
  const { heads } = tree;
  const inside = new Uint8Array(heads.length);
  // Heads may stand on either side, so each node climbs until it meets one that is decided (1 inside, 2 outside).
  for (let k = 0; k < heads.length; k++) {
    let at = k;
    while (at !== i && at >= 0 && inside[at] === 0) at = heads[at] ?? -1;
    const answer = at === i ? 1 : at < 0 ? 2 : (inside[at] ?? 2);
    for (let up = k; up !== i && up >= 0 && inside[up] === 0; up = heads[up] ?? -1) inside[up] = answer;
    if (k === i) inside[k] = 1;
  }
  const nodes: number[] = [];
  for (let k = 0; k < heads.length; k++) if (inside[k] === 1) nodes.push(k);
  return nodes;
}

/** The nodes above `i`, the nearest first, the root last. */
export function ancestors(tree: SyntaxTree, i: number): number[] {
  const found: number[] = [];
  for (let at = tree.heads[i] ?? -1; at >= 0 && found.length < tree.heads.length; at = tree.heads[at] ?? -1)
    found.push(at);
  return found;
}

/** One word governing another, on the way from a word up to the root. */
export interface Government {
  readonly governor: number;
  /** The word right below it, and how it hangs there. */
  readonly dependent: number;
  readonly relation: Relation;
}

/**
 * What governs `i`, step by step up to the root: for "met" in "she denied that he had met Lee", `denied` by `ccomp`. A
 * conjunct is governed by what governs the first of its row, not by its sisters.
 */
export function governingChain(tree: SyntaxTree, i: number): Government[] {
  const chain: Government[] = [];
  let at = firstConjunct(tree, i);
  while (chain.length < tree.heads.length) {
    const governor = tree.heads[at] ?? -1;
    if (governor < 0) break;
    chain.push({ governor, dependent: at, relation: tree.relations[at] ?? 'dep' });
    at = firstConjunct(tree, governor);
  }
  return chain;
}

/** The first of the row that `i` is a conjunct of; `i` itself where it is in none. */
export function firstConjunct(tree: SyntaxTree, i: number): number {
  let at = i;
  for (let steps = 0; tree.relations[at] === 'conj' && steps < tree.heads.length; steps++) at = tree.heads[at] ?? at;
  return at;
}

/** `i` and those joined to it by "and", "or" or a comma, in order: for "Lee" in "Lee, Moe and Ray", all three. */
export function conjunctsOf(tree: SyntaxTree, i: number): number[] {
  const found = [i];
  for (let k = 0; k < found.length; k++) found.push(...childrenBy(tree, found[k] ?? i, 'conj'));
  return found.sort((a, b) => a - b);
}

const RELATIVE = /^(?:who|whom|which|that|whose|whoever)$/i;
/** With an object, these keep their own subject for what follows: "he promised her to go". */
const SUBJECT_CONTROL = new Set(['promise', 'vow', 'threaten', 'use']);

/**
 * Who does what `verb` says (or to whom it is done, see `isPassive`): its own subject; for a verb without one, the subject
 * it shares: that of the first conjunct ("came and went"), the object or subject of the verb that governs an infinitive
 * ("asked him to go", "wants to go"), the noun that a relative clause or participle modifies. -1 where there is none.
 */
export function subjectOf(tree: SyntaxTree, verb: number): number {
  let at = verb;
  for (let steps = 0; steps <= tree.heads.length; steps++) {
    const [own] = childrenBy(tree, at, 'nsubj');
    if (own !== undefined) return antecedentOf(tree, own, at);
    const [clause] = childrenBy(tree, at, 'csubj');
    if (clause !== undefined) return clause;
    const head = tree.heads[at] ?? -1;
    if (head < 0) return -1;
    switch (tree.relations[at]) {
      case 'acl:relcl':
        return head;
      case 'acl': {
        const holder = infinitive(tree, at) ? holderOf(tree, head) : head;
        if (holder >= 0) return holder;
        at = tree.heads[head] ?? -1;
        break;
      }
      case 'xcomp': {
        const [object] = childrenBy(tree, head, 'iobj', 'obj').filter((k) => k !== at);
        const theirs = SUBJECT_CONTROL.has(tree.lemmas[head] ?? '');
        if (object !== undefined && !theirs) return antecedentOf(tree, object, head);
        at = head;
        break;
      }
      case 'advcl':
        // "If rejected, …" and "to meet him" share the subject; a finite clause without one has none.
        if (tree.forms[at] === 'past' || tree.forms[at] === 'present') return -1;
        at = head;
        break;
      case 'conj':
        at = head;
        break;
      default:
        return -1;
    }
  }
  return -1;
}

/** Whose plan, chance or decision: "Lee's plan to go"; the noun itself where it does nothing ("the first to go"); -1: the governing verb's subject. */
function holderOf(tree: SyntaxTree, noun: number): number {
  const [owner] = childrenBy(tree, noun, 'nmod:poss');
  if (owner !== undefined) return owner;
  const isObject = hasRelation(tree, noun, 'obj', 'xcomp') && tree.tags[noun] === 'NOUN';
  return isObject ? -1 : noun;
}

const infinitive = (tree: SyntaxTree, verb: number): boolean =>
  tree.forms[verb] === 'base' || childrenBy(tree, verb, 'mark').some((k) => tree.lemmas[k] === 'to');

/** The noun that a relative pronoun stands for; any other word itself. */
function antecedentOf(tree: SyntaxTree, word: number, verb: number): number {
  if (!RELATIVE.test(tree.words[word] ?? '')) return word;
  const clause = clauseHead(tree, verb);
  return tree.relations[clause] === 'acl:relcl' ? (tree.heads[clause] ?? word) : word;
}

/** The top of the clause `verb` stands in, below a relative clause's noun: "who came and went", "who wants to go". */
function clauseHead(tree: SyntaxTree, verb: number): number {
  let at = verb;
  while (hasRelation(tree, at, 'conj', 'xcomp', 'ccomp') && (tree.heads[at] ?? -1) >= 0) at = tree.heads[at] ?? at;
  return at;
}

/** Direct and indirect objects, relative pronouns replaced by their noun. Add `conjunctsOf` for all of a row. */
export const objectsOf = (tree: SyntaxTree, verb: number): number[] =>
  childrenBy(tree, verb, 'obj', 'iobj').map((k) => antecedentOf(tree, k, verb));

/** What hangs on a verb or noun by this preposition ("with", "along with"), in small letters: "met with Lee", "talks with Lee". */
export const obliquesBy = (tree: SyntaxTree, governor: number, ...prepositions: string[]): number[] =>
  childrenBy(tree, governor, 'obl', 'nmod')
    .filter((k) => prepositions.includes(prepositionOf(tree, k)))
    .map((k) => antecedentOf(tree, k, governor));

/** The preposition before a noun, in small letters, with its fixed parts ("according to"); '' where there is none. */
export function prepositionOf(tree: SyntaxTree, noun: number): string {
  const [preposition] = childrenBy(tree, noun, 'case').filter((k) => !/^['’]s?$/i.test(tree.words[k] ?? ''));
  return preposition === undefined ? '' : fixedWords(tree, preposition);
}

/** The word that opens a clause ("that", "if", "to", "as if"), in small letters; '' where there is none. */
export function markerOf(tree: SyntaxTree, clause: number): string {
  const [marker] = childrenBy(tree, clause, 'mark');
  return marker === undefined ? '' : fixedWords(tree, marker);
}

const fixedWords = (tree: SyntaxTree, i: number): string =>
  [i, ...childrenBy(tree, i, 'fixed')].map((k) => (tree.words[k] ?? '').toLowerCase()).join(' ');

/** Auxiliaries and copula of a predicate, in order. */
export const auxiliariesOf = (tree: SyntaxTree, verb: number): number[] => childrenBy(tree, verb, 'aux', 'cop');

/** Is what the verb says done to its subject: "was met", "a deal signed by Lee", "was arrested and charged"? */
export function isPassive(tree: SyntaxTree, verb: number): boolean {
  if (childrenOf(tree, verb).some((k) => /:pass$|^obl:agent$/.test(tree.relations[k] ?? ''))) return true;
  if (tree.forms[verb] !== 'participle' || auxiliariesOf(tree, verb).length > 0) return false;
  if (tree.relations[verb] === 'acl') return true;
  return tree.relations[verb] === 'conj' && isPassive(tree, tree.heads[verb] ?? verb);
}

/** Who does what a passive verb says: "met by Lee". -1 where nobody is named. */
export function agentOf(tree: SyntaxTree, verb: number): number {
  const [agent] = childrenBy(tree, verb, 'obl:agent');
  if (agent !== undefined) return agent;
  return isPassive(tree, verb) ? (obliquesBy(tree, verb, 'by')[0] ?? -1) : -1;
}

const NEGATION = /^(?:not|never|neither|nor|.*n['’]t|cannot)$/i;
const NOBODY = /^(?:nobody|none|nothing|neither)$/i;
const NOT_ONLY = /^(?:only|just|merely|simply|least)$/i;

/**
 * Is a predicate, or a noun, grammatically denied: "did not meet", "never met", "no meeting", "nobody met", "met nobody"?
 * "Not only" denies nothing. What governs it (denied, refused) is not looked at.
 */
export function isNegated(tree: SyntaxTree, i: number): boolean {
  const direct = childrenBy(tree, i, 'advmod', 'aux', 'cop', 'det', 'cc');
  if (direct.some((k) => isNegator(tree, k, i))) return true;
  if (childrenBy(tree, i, 'nsubj', 'obj').some((k) => isNobody(tree, k))) return true;
  // "did not meet or speak"
  const sharesAuxiliaries = tree.relations[i] === 'conj' && childrenBy(tree, i, 'nsubj', 'aux').length === 0;
  const joinedByOr = childrenBy(tree, i, 'cc').some((k) => /^n?or$/i.test(tree.words[k] ?? ''));
  return sharesAuxiliaries && joinedByOr && isNegated(tree, tree.heads[i] ?? i);
}

function isNegator(tree: SyntaxTree, k: number, below: number): boolean {
  const word = tree.words[k] ?? '';
  if (tree.relations[k] === 'det')
    return /^no$/i.test(word) || (/^neither$/i.test(word) && tree.tags[below] !== 'VERB');
  if (tree.relations[k] === 'cc') return /^nor$/i.test(word);
  return NEGATION.test(word) && !NOT_ONLY.test(tree.words[k + 1] ?? '');
}

function isNobody(tree: SyntaxTree, noun: number): boolean {
  if (NOBODY.test(tree.words[noun] ?? '')) return true;
  return childrenBy(tree, noun, 'det').some((k) => /^no$/i.test(tree.words[k] ?? ''));
}
