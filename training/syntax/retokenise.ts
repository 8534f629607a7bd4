import { RELATIONS } from '../../src/reading/parse/relations.ts';
import { tagIndex } from '../../src/reading/tags/tags.ts';
import { tokenise } from '../../src/reading/tokens/tokenise.ts';
import type { TreebankSentence, TreebankToken } from './conllu.ts';

/**
 * The same sentence in the tokens of our own tokeniser. A token of ours that spans several of the treebank's ("don't",
 * "al-Hariri") is the one of them nearest to the root; several of ours within one of the treebank's hang on the first word.
 */
export function retokenise(sentence: TreebankSentence): TreebankSentence {
  const { text, tokens: theirs } = sentence;
  const ours = tokenise(text);
  const depths = theirs.map((_, i) => depthOf(theirs, i));
  /** For each of ours, the treebank's token it stands for; for each of theirs, the token of ours that stands for it. */
  const meant = ours.map(({ start, end }) => {
    let best = -1;
    theirs.forEach((token, i) => {
      if (token.start < end && token.end > start && (best < 0 || depths[i]! < depths[best]!)) best = i;
    });
    return best;
  });
  const ourOf = theirs.map((token, i) => {
    const over = ours.flatMap(({ start, end }, k) => (token.start < end && token.end > start ? [k] : []));
    return (
      over.find((k) => meant[k] === i && ours[k]?.kind !== 'mark') ?? over.find((k) => meant[k] === i) ?? over[0] ?? -1
    );
  });
  const tokens = ours.map(({ start, end, kind }, k): TreebankToken => {
    const word = text.slice(start, end);
    const whole = theirs[meant[k] ?? -1];
    const first = ourOf[meant[k] ?? -1] ?? -1;
    if (whole && first === k) {
      const head = whole.head < 0 ? -1 : (ourOf[whole.head] ?? -1);
      return { ...whole, word, start, end, head };
    }
    const relation = RELATIONS.indexOf(kind === 'mark' ? 'punct' : 'flat');
    const tag = kind === 'mark' ? tagIndex('PUNCT', null) : (whole?.tag ?? tagIndex('X', null));
    return { word, lemma: word, start, end, tag, head: first >= 0 ? first : k - 1, relation };
  });
  return { text, tokens };
}

function depthOf(tokens: readonly TreebankToken[], i: number): number {
  let depth = 0;
  for (let at = tokens[i]?.head ?? -1; at >= 0; at = tokens[at]?.head ?? -1) depth++;
  return depth;
}

/** Is this a tree: one root, and every token reaches it? */
export function isTree({ tokens }: TreebankSentence): boolean {
  if (tokens.filter(({ head }) => head === -1).length !== 1) return false;
  return tokens.every((_, i) => {
    let at = i;
    for (let steps = 0; at >= 0; at = tokens[at]?.head ?? -1) if (steps++ > tokens.length) return false;
    return true;
  });
}
