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
