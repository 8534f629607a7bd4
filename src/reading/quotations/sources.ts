import { type Span, span } from '../../text/span.ts';
import {
  agentOf,
  childrenBy,
  childrenOf,
  conjunctsOf,
  hasRelation,
  isPassive,
  prepositionOf,
  type SyntaxTree,
  subjectOf,
  subtreeOf,
} from '../parse/tree.ts';
import { SPEECH_NOUNS, SPEECH_VERBS, VIEW_VERBS } from './lexicon.ts';
import { type MarkedDocument, treeOf } from './marked-document.ts';

/**
 * How somebody comes to be a source: as subject or agent of a verb, behind "according to", as the one whose statement or
 * remark it is, or only by being named.
 */
export type SourceKind = 'verb' | 'according' | 'noun' | 'name';

/** Somebody who may have said words near by, and the words ("said", "according to") that may report it. Tokens are the document's. */
export interface SpeechSource {
  readonly kind: SourceKind;
  readonly sentence: number;
  /** The verb, "according", or noun; of a mere name its own head. */
  readonly cue: number;
  readonly lemma: string;
  /** The head of the words that mean the source. */
  readonly head: number;
  /** Tokens of the noun phrase, and of phrase and cue together: from the first to (excluded) the last. */
  readonly phrase: { readonly first: number; readonly last: number };
  readonly first: number;
  readonly last: number;
  /** Does the cue's own clause have another, nearer verb of speech that the source is not the subject of? */
  readonly passive: boolean;
}

/** All who may have said something, as one sentence tells outside of quotation marks; in order. */
export function sourcesIn(marked: MarkedDocument, sentence: number): SpeechSource[] {
  const tree = treeOf(marked, sentence);
  if (!tree) return [];
  const outside = (node: number) =>
    (marked.stretchOf[tree.first + node] ?? -1) < 0 && tree.first + node >= marked.begin;
  const found: SpeechSource[] = [];
  const taken = new Set<number>();
  const add = (kind: SourceKind, cue: number, head: number, passive = false) => {
    if (head < 0 || !outside(head) || !outside(cue)) return;
    const phrase = phraseOf(marked, tree, head);
    for (let i = phrase.first; i < phrase.last; i++) if (kind !== 'name') taken.add(i);
    const ends = [cue, kind === 'according' ? cue + 1 : cue].map((node) => tree.first + node);
    found.push({
      kind,
      sentence,
      cue: tree.first + cue,
      lemma: tree.lemmas[cue] ?? '',
      head: tree.first + head,
      phrase,
      first: Math.min(phrase.first, ...ends),
      last: Math.max(phrase.last, ...ends.map((end) => end + 1)),
      passive,
    });
  };
  for (let i = 0; i < tree.heads.length; i++) {
    if (!outside(i)) continue;
    const word = (tree.words[i] ?? '').toLowerCase();
    if (word === 'according' && (tree.words[i + 1] ?? '').toLowerCase() === 'to') {
      add('according', i, afterAccording(tree, i));
    } else if (tree.tags[i] === 'VERB' || isCueVerb(tree, i)) {
      const passive = isPassive(tree, i);
      const subject = passive ? agentOf(tree, i) : speakerOfVerb(tree, i, outside);
      add('verb', i, lastConjunct(marked, tree, subject), passive);
    } else if (tree.tags[i] === 'NOUN' || tree.tags[i] === 'PROPN') {
      const isSpeech = SPEECH_NOUNS.has(tree.lemmas[i] ?? '');
      for (const k of childrenBy(tree, i, 'nmod')) {
        const owns = tree.relations[k] === 'nmod:poss';
        if (owns || (isSpeech && /^(?:by|from|of)$/.test(prepositionOf(tree, k)))) add('noun', i, k);
      }
    }
  }
  for (let i = 0; i < tree.heads.length; i++) {
    if (!outside(i) || taken.has(tree.first + i)) continue;
    const number = marked.mentionOf[tree.first + i] ?? -1;
    const mention = marked.document.mentions[number];
    const isLast = (marked.mentionOf[tree.first + i + 1] ?? -1) !== number;
    if (mention && mention.type !== 'place' && isLast) add('name', i, headOfMention(tree, i, marked, number));
  }
  return found.sort((a, b) => a.first - b.first || a.cue - b.cue);
}

const isCueVerb = (tree: SyntaxTree, i: number): boolean =>
  SPEECH_VERBS.has(tree.lemmas[i] ?? '') && tree.tags[i] !== 'NOUN' && tree.tags[i] !== 'PROPN';

/** The subject; the object right behind a verb of speech without one, which a parser may take an inverted subject for ("said Lee"). */
function speakerOfVerb(tree: SyntaxTree, verb: number, outside: (node: number) => boolean): number {
  const lemma = tree.lemmas[verb] ?? '';
  // "…, describing the church": a participle stands behind no subject.
  // Behind "told" stands a hearer.
  const inverts = tree.forms[verb] !== 'ing' && lemma !== 'tell' && (SPEECH_VERBS.has(lemma) || VIEW_VERBS.has(lemma));
  const subjects = childrenBy(tree, verb, 'nsubj').filter(outside);
  const own = subjects.findLast((k) => k < verb) ?? subjects[0] ?? -1;
  if (own < 0 && inverts) {
    const next = childrenBy(tree, verb, 'obj', 'iobj', 'xcomp', 'obl').find(
      (k) => k > verb && outside(k) && phraseStart(tree, k) === verb + 1 && childrenBy(tree, k, 'case').length === 0,
    );
    const isBehindMarks = verb > 0 && !outside(verb - 1);
    if (next !== undefined && (isBehindMarks || tree.tags[verb - 1] === 'PUNCT')) return next;
  }
  return own >= 0 && !/^(?:who|which|that|whoever)$/i.test(tree.words[own] ?? '') ? own : subjectOf(tree, verb);
}

const phraseStart = (tree: SyntaxTree, head: number): number => subtreeOf(tree, head)[0] ?? head;

function afterAccording(tree: SyntaxTree, at: number): number {
  const head = tree.heads[at] ?? -1;
  if (head > at + 1) return head;
  for (let i = at + 2; i < tree.heads.length; i++) {
    if (tree.tags[i] === 'NOUN' || tree.tags[i] === 'PROPN' || tree.tags[i] === 'PRON') {
      const above = tree.heads[i] ?? -1;
      if (above < i || !hasRelation(tree, i, 'compound', 'amod', 'flat', 'nmod')) return i;
    }
  }
  return -1;
}

/** The last of several names joined by "and"; any other word itself. */
function lastConjunct({ document: { mentions }, mentionOf }: MarkedDocument, tree: SyntaxTree, head: number): number {
  const typeOf = (node: number) => mentions[mentionOf[tree.first + node] ?? -1]?.type;
  const own = head < 0 ? undefined : typeOf(head);
  return own === undefined ? head : (conjunctsOf(tree, head).findLast((k) => typeOf(k) === own) ?? head);
}

/** The node of a mention that hangs on a word outside of it. */
function headOfMention(tree: SyntaxTree, last: number, marked: MarkedDocument, number: number): number {
  let head = last;
  for (let i = last; i >= 0 && marked.mentionOf[tree.first + i] === number; i--) {
    const above = tree.heads[i] ?? -1;
    if (above < 0 || marked.mentionOf[tree.first + above] !== number) head = i;
  }
  return head;
}

const LONGEST_PHRASE = 16;

/** The tokens of a noun phrase around its head: determiners, adjectives, compounds, what hangs on it by a preposition or describes it. */
export function phraseOf(
  { mentionOf }: MarkedDocument,
  tree: SyntaxTree,
  head: number,
): { readonly first: number; readonly last: number } {
  const number = mentionOf[tree.first + head] ?? -1;
  let [first, last] = [head, head + 1];
  if (number >= 0) {
    while (first > 0 && mentionOf[tree.first + first - 1] === number) first--;
    while (last < tree.heads.length && mentionOf[tree.first + last] === number) last++;
  }
  const parts = childrenOf(tree, head).filter((k) =>
    k < head
      ? hasRelation(tree, k, 'det', 'amod', 'compound', 'nummod', 'nmod', 'flat', 'advmod')
      : hasRelation(tree, k, 'flat', 'nmod', 'acl', 'amod', 'advmod') && tree.relations[k] !== 'acl:relcl',
  );
  const inside = new Set(parts.flatMap((k) => subtreeOf(tree, k)));
  const joins = (i: number) => inside.has(i) && tree.tags[i] !== 'PUNCT';
  while (first > 0 && joins(first - 1)) first--;
  while (last < tree.heads.length && joins(last) && last - head < LONGEST_PHRASE) last++;
  return { first: tree.first + first, last: tree.first + last };
}

/** Where these tokens stand in the text. */
export const spanOfTokens = ({ document: { tokens } }: MarkedDocument, first: number, last: number): Span =>
  span(tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? tokens[first]?.start ?? 0);

/** The words of the cue: "said", "according to"; null where there is none. */
export function cueOf(marked: MarkedDocument, { kind, cue }: SpeechSource): Span | null {
  if (kind === 'name') return null;
  return spanOfTokens(marked, cue, kind === 'according' ? cue + 2 : cue + 1);
}
