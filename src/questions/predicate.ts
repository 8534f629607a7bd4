import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../project/folder.ts';
import { parseSyntaxModel, type SyntaxModel } from '../reading/parse/model.ts';
import { parseWords } from '../reading/parse/parser.ts';
import { ancestors } from '../reading/parse/tree.ts';
import { tokenise } from '../reading/tokens/tokenise.ts';
import { slice } from '../text/span.ts';
import type { AskedQuestion } from './question.ts';

let model: SyntaxModel | null = null;

function syntaxModel(): SyntaxModel {
  model ??= parseSyntaxModel(readFileSync(join(projectFolder, 'data/syntax.model')));
  return model;
}

/**
 * The units that say what is asked of those who are named: "freed" in "why was Hill freed?", "deputy" in "who is Hill's deputy?".
 * They are the words nearest to the root of the question's tree that are no names; several where they stand equally near.
 */
export function predicateOf({ text, words, units }: AskedQuestion): number[] {
  const tokens = tokenise(text);
  const spelled = tokens.map((token) => slice(text, token));
  const nodeOf = words.map(({ start, base, meant }) => {
    const node = tokens.findIndex((token) => token.start <= start && start < token.end);
    if (node >= 0 && meant !== base) spelled[node] = meant;
    return node;
  });
  // Names in small letters are parsed as what they are.
  for (const { isName, range } of units)
    for (let at = range.first; isName && at < range.end; at++) {
      const node = nodeOf[at] ?? -1;
      const word = spelled[node];
      if (word !== undefined) spelled[node] = word.charAt(0).toUpperCase() + word.slice(1);
    }
  const tree = parseWords(spelled, 0, syntaxModel());
  const depths = units.map(({ isName, range }) => {
    const node = nodeOf[range.end - 1] ?? -1;
    const isContent = node >= 0 && ['VERB', 'NOUN', 'ADJ'].includes(tree.tags[node] ?? '');
    return !isName && isContent ? ancestors(tree, node).length : Number.POSITIVE_INFINITY;
  });
  const least = Math.min(...depths);
  return depths.flatMap((depth, unit) => (depth === least && Number.isFinite(depth) ? [unit] : []));
}
