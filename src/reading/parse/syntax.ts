import type { Span } from '../../text/span.ts';
import type { Token } from '../tokens/tokenise.ts';
import type { SyntaxModel } from './model.ts';
import type { WholeName } from './names-as-words.ts';
import { parseSentence } from './parser.ts';
import type { SyntaxTree } from './tree.ts';

/** The trees of a document's sentences. A sentence is parsed when it is first asked for, and only once. */
export interface Syntax {
  /** The tree of the sentence with this number; one without nodes where there is no such sentence. */
  ofSentence(index: number): SyntaxTree;
  /** The tree that the document's token with this number stands in; its node is `token - tree.first`. */
  ofToken(token: number): SyntaxTree;
}

/** `sentences`, `tokens` and `names` in order, over the same text. */
export function syntaxOf(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Span[],
  model: SyntaxModel,
  names: readonly WholeName[],
): Syntax {
  const firsts: number[] = [];
  const sentenceOf = new Int32Array(tokens.length);
  let at = 0;
  sentences.forEach((sentence, i) => {
    firsts.push(at);
    while (at < tokens.length && (tokens[at]?.start ?? 0) < sentence.end) sentenceOf[at++] = i;
  });
  const trees = new Map<number, SyntaxTree>();
  const ofSentence = (index: number) => {
    let tree = trees.get(index);
    if (tree === undefined) {
      const first = firsts[index] ?? at;
      tree = parseSentence(text, tokens, first, firsts[index + 1] ?? at, model, names);
      trees.set(index, tree);
    }
    return tree;
  };
  return { ofSentence, ofToken: (token) => ofSentence(sentenceOf[token] ?? -1) };
}
