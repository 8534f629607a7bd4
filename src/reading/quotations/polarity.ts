import { factualityOf } from '../factuality/factuality.ts';
import { ancestors, childrenBy, governingChain, type SyntaxTree, subjectOf } from '../parse/tree.ts';
import type { Polarity } from '../reading.ts';
import { SPEECH_VERBS } from './lexicon.ts';
import { type MarkedDocument, type Stretch, treeOf } from './marked-document.ts';
import type { SpeechSource } from './sources.ts';

/** Verbs that only say or name: one that also does something ("continue", "suggest") may be denied or planned although the words were said. */
const SAYING = new Set(
  'say tell write tweet ask state declare announce claim reply answer quote allege call describe label brand dub'.split(
    ' ',
  ),
);
const FALSELY = new Set(['falsely', 'wrongly', 'mistakenly', 'erroneously', 'incorrectly', 'supposedly']);
const FALSE = new Set(['false', 'fake', 'fabricated', 'bogus', 'doctored', 'invented', 'forged']);
const MISREPORTS = new Set(['misquote', 'misreport', 'misattribute', 'fabricate', 'invent']);

/**
 * Does the text say that the words were said? By what governs the innermost verb of speech above them, or the cue: its own
 * negation and mood, denial and doubt above it, and whether they were reported falsely.
 */
export function polarityOf(marked: MarkedDocument, source: SpeechSource, stretch: Stretch | null): Polarity {
  const whole = treeOf(marked, source.sentence);
  if (!whole || source.kind !== 'verb') return 'said';
  // A question in marks makes no question of the sentence.
  const words = whole.words.map((word, i) => ((marked.stretchOf[whole.first + i] ?? -1) < 0 ? word : ''));
  const tree: SyntaxTree = { ...whole, words };
  const cue = source.cue - tree.first;
  const verb = stretch ? innermost(marked, tree, stretch, cue) : cue;
  const governors = [verb, ...governingChain(tree, verb).map(({ governor }) => governor)];
  if (governors.some((node) => isFalse(tree, node))) return 'denied';
  // Only of words is it said that they were not said; what somebody wants or would do is told in words of their own.
  if (!SAYING.has(tree.lemmas[verb] ?? '')) return 'said';
  const found = factualityOf(tree, verb);
  if (found === 'actual' || found === 'open') return 'said';
  return found === 'denied' || found === 'called-off' ? 'denied' : 'hypothetical';
}

/** "Falsely claims", "misquoted", "a fake post says". */
function isFalse(tree: SyntaxTree, node: number): boolean {
  if (tree.tags[node] !== 'VERB') return false;
  if (MISREPORTS.has(tree.lemmas[node] ?? '')) return true;
  if (childrenBy(tree, node, 'advmod').some((k) => FALSELY.has((tree.words[k] ?? '').toLowerCase()))) return true;
  const subject = subjectOf(tree, node);
  return subject >= 0 && childrenBy(tree, subject, 'amod').some((k) => FALSE.has((tree.words[k] ?? '').toLowerCase()));
}

/**
 * The verb of speech that stands between the cue and the words: "said" in "denied that she had said “…”", "saying" in "denied
 * saying “…”"; else the cue.
 */
function innermost(marked: MarkedDocument, tree: SyntaxTree, stretch: Stretch, cue: number): number {
  const isOutside = (node: number) => (marked.stretchOf[tree.first + node] ?? -1) < 0;
  for (let node = stretch.first - tree.first - 1; node > cue; node--)
    if (
      isOutside(node) &&
      tree.tags[node] === 'VERB' &&
      (SPEECH_VERBS.has(tree.lemmas[node] ?? '') || SAYING.has(tree.lemmas[node] ?? '')) &&
      ancestors(tree, node).includes(cue)
    )
      return node;
  return cue;
}
