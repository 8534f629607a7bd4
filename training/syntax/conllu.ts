import { RELATIONS, type Relation } from '../../src/reading/parse/relations.ts';
import { type Form, tagIndex, type Upos } from '../../src/reading/tags/tags.ts';

/** A sentence with its tree, in whatever tokens. */
export interface TreebankSentence {
  readonly text: string;
  readonly tokens: readonly TreebankToken[];
}

export interface TreebankToken {
  readonly word: string;
  readonly lemma: string;
  /** In the sentence's text. */
  readonly start: number;
  readonly end: number;
  /** Index into `TAGS`. */
  readonly tag: number;
  /** Index of the head's token, -1 for the root. */
  readonly head: number;
  /** Index into `RELATIONS`. */
  readonly relation: number;
}

/** Reads a file of Universal Dependencies. Sentences whose words are not found in their text are left out. */
export function parseConllu(file: string): TreebankSentence[] {
  return file.split('\n\n').flatMap((block) => sentenceOf(block.split('\n')) ?? []);
}

function sentenceOf(lines: readonly string[]): TreebankSentence | null {
  const text = lines.find((line) => line.startsWith('# text = '))?.slice('# text = '.length);
  if (text === undefined) return null;
  const tokens: TreebankToken[] = [];
  let at = 0;
  for (const line of lines) {
    const [id, word, lemma, upos, xpos, , head, relation] = line.split('\t');
    if (id === undefined || !/^\d+$/.test(id) || !word || !lemma || !upos || !xpos || !head || !relation) continue;
    const start = text.indexOf(word, at);
    if (start < 0 || text.slice(at, start).trim() !== '') return null;
    at = start + word.length;
    const label = RELATIONS.indexOf(relation as Relation); // -1 where it is none of ours
    tokens.push({
      word,
      lemma,
      start,
      end: at,
      tag: tagOf(upos, xpos),
      head: Number(head) - 1,
      relation: label >= 0 ? label : RELATIONS.indexOf('dep'),
    });
  }
  return tokens.length > 0 ? { text, tokens } : null;
}

const FORMS: Record<string, Form> = {
  NN: 'singular',
  NNP: 'singular',
  NNS: 'plural',
  NNPS: 'plural',
  VB: 'base',
  VBP: 'present',
  VBZ: 'present',
  VBD: 'past',
  VBN: 'participle',
  VBG: 'ing',
  MD: 'modal',
};

/** By the treebank's part of speech and Penn's tag beside it, which tells the forms apart. */
function tagOf(upos: string, xpos: string): number {
  const form = FORMS[xpos] ?? null;
  const tag = tagIndex(upos as Upos, form); // -1 where the two don't go together
  if (tag >= 0) return tag;
  const plain = tagIndex(upos as Upos, null);
  if (plain >= 0) return plain;
  const usual: Form = upos === 'NOUN' || upos === 'PROPN' ? 'singular' : upos === 'VERB' ? 'base' : 'present';
  return Math.max(0, tagIndex(upos as Upos, usual));
}
