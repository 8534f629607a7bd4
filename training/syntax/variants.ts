import { RELATIONS } from '../../src/reading/parse/relations.ts';
import { TAGS } from '../../src/reading/tags/tags.ts';
import type { TreebankSentence, TreebankToken } from './conllu.ts';

const SMALL = new Set(
  'a an the of in on at to for by with from as and or but nor if up off over into vs via than'.split(' '),
);

/** The sentence as a headline is set: words begin with capitals, all of them or (`all` false) all but small ones. */
export function titleCased({ text, tokens }: TreebankSentence, all: boolean): TreebankSentence {
  const cased = tokens.map((token, i) => {
    const small = !all && i > 0 && SMALL.has(token.word.toLowerCase());
    return { ...token, word: small ? token.word.toLowerCase() : capitalised(token.word) };
  });
  return { text, tokens: cased };
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const LEFT_OUT_RELATIONS = /^(?:det|aux:pass|cop)$/;

/** The sentence in the style of headlines: without articles, forms of "be" before participles, and the last full stop. */
export function telegraphic(sentence: TreebankSentence, relationName: (relation: number) => string): TreebankSentence {
  const { text, tokens } = sentence;
  const hasDependent = new Set(tokens.map(({ head }) => head));
  const goes = (token: TreebankToken, i: number) =>
    !hasDependent.has(i) &&
    ((LEFT_OUT_RELATIONS.test(relationName(token.relation)) && /^(?:the|an?|is|are|was|were)$/i.test(token.word)) ||
      (i === tokens.length - 1 && token.word === '.'));
  const place = new Int32Array(tokens.length).fill(-1);
  let count = 0;
  tokens.forEach((token, i) => {
    if (!goes(token, i)) place[i] = count++;
  });
  const kept = tokens.filter((_, i) => place[i]! >= 0);
  return { text, tokens: kept.map((token) => ({ ...token, head: token.head < 0 ? -1 : place[token.head]! })) };
}

export const isShort = ({ tokens }: TreebankSentence): boolean => tokens.length >= 4 && tokens.length <= 18;

/** Does it have a verb to be a headline with? */
export const hasVerb = ({ tokens }: TreebankSentence): boolean => tokens.some(({ tag }) => TAGS[tag]?.upos === 'VERB');

const INSIDE_NAMES = new Set(
  (['flat', 'compound', 'nmod:desc'] as const).map((relation) => RELATIONS.indexOf(relation)),
);

/**
 * Each proper noun with the names and titles that hang on it as one word, its head, as the parser gets them from
 * `names-as-words.ts`; null where the sentence has no name of several words. Training on these too (all else the same) gained 0.5
 * points of LAS on them and nothing in quotations and meetings, so it is measured and not trained.
 */
export function withWholeNames({ text, tokens }: TreebankSentence): TreebankSentence | null {
  const isProper = ({ tag }: TreebankToken) => TAGS[tag]?.upos === 'PROPN';
  const isInner = ({ head, relation }: TreebankToken): boolean => {
    const above = tokens[head];
    return above !== undefined && isProper(above) && INSIDE_NAMES.has(relation);
  };
  const place = new Int32Array(tokens.length).fill(-1);
  let count = 0;
  tokens.forEach((token, i) => {
    if (!isInner(token)) place[i] = count++;
  });
  if (count === tokens.length) return null;
  // What hangs on an inner word hangs on the name.
  const outer = (i: number): number => (i < 0 || place[i] !== -1 ? i : outer(tokens[i]?.head ?? -1));
  const kept = tokens.filter((_, i) => place[i] !== -1);
  const headOf = ({ head }: TreebankToken) => (head < 0 ? -1 : (place[outer(head)] ?? -1));
  return { text, tokens: kept.map((token) => ({ ...token, head: headOf(token) })) };
}
