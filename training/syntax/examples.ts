import { RELATIONS } from '../../src/reading/parse/relations.ts';
import { type Clusters, type SentenceWords, sentenceWords } from '../../src/reading/tags/words.ts';
import { seeded } from '../../tests/support/seeded.ts';
import type { TreebankSentence } from './conllu.ts';
import { isTree, retokenise } from './retokenise.ts';
import { hasVerb, isShort, telegraphic, titleCased } from './variants.ts';

/** One variant of a treebank sentence, as the models are trained on it. */
export interface Example {
  /** The number of the sentence, the same for all its variants. */
  readonly sentence: number;
  readonly words: SentenceWords;
  /** Right tags, heads (-1 for the root) and relations, as indices. */
  readonly gold: Int32Array;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

const TITLE_CASED = 0.12;
const TELEGRAPHIC = 0.3;

/** Each sentence in our tokens, in the treebank's where they differ, and some as headlines. */
export function examplesOf(sentences: readonly TreebankSentence[], clusters: Clusters): Example[] {
  const random = seeded(7);
  return sentences.flatMap((sentence, i) => {
    const ours = retokenise(sentence);
    const variants = [ours];
    if (ours.tokens.length !== sentence.tokens.length) variants.push(sentence);
    if (random() < TITLE_CASED) variants.push(titleCased(ours, random() < 0.5));
    if (isShort(ours) && hasVerb(ours) && random() < TELEGRAPHIC) {
      const short = telegraphic(ours, (relation) => RELATIONS[relation] ?? 'dep');
      variants.push(titleCased(short, random() < 0.5));
    }
    return variants.filter(isTree).map(({ tokens }) => ({
      sentence: i,
      words: sentenceWords(
        tokens.map(({ word }) => word),
        clusters,
      ),
      gold: Int32Array.from(tokens, ({ tag }) => tag),
      heads: Int32Array.from(tokens, ({ head }) => head),
      relations: Int32Array.from(tokens, ({ relation }) => relation),
    }));
  });
}
