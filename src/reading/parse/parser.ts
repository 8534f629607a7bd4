import { lemmaOf } from '../tags/lemmas.ts';
import { tagWords } from '../tags/tagger.ts';
import { TAGS } from '../tags/tags.ts';
import { sentenceWords } from '../tags/words.ts';
import type { Token } from '../tokens/tokenise.ts';
import { findHeads } from './beam.ts';
import { parserInput } from './features.ts';
import { labeller } from './labels.ts';
import type { SyntaxModel } from './model.ts';
import { relabel } from './relabel.ts';
import { RELATIONS } from './relations.ts';
import type { SyntaxTree } from './tree.ts';

/** Tags and parses the tokens of one sentence, from `first` to (excluded) `end`. */
export function parseSentence(
  text: string,
  tokens: readonly Token[],
  first: number,
  end: number,
  model: SyntaxModel,
): SyntaxTree {
  return parseWords(
    tokens.slice(first, end).map((token) => text.slice(token.start, token.end)),
    first,
    model,
  );
}

/** The same of words that stand in no text. */
export function parseWords(words: readonly string[], first: number, model: SyntaxModel): SyntaxTree {
  const heads = new Int32Array(words.length);
  const relations = new Array<number>(words.length).fill(0);
  const tags = new Int32Array(words.length);
  for (let from = 0; from < words.length; from += LONGEST_SENTENCE) {
    const part = parsePart(words.slice(from, from + LONGEST_SENTENCE), model);
    tags.set(part.tags, from);
    part.heads.forEach((head, i) => {
      heads[from + i] = head < 0 ? head : from + head;
      relations[from + i] = part.relations[i] ?? 0;
    });
  }
  keepOneRoot(heads, relations);
  return {
    first,
    words,
    tags: Array.from(tags, (tag) => TAGS[tag]?.upos ?? 'X'),
    forms: Array.from(tags, (tag) => TAGS[tag]?.form ?? null),
    lemmas: words.map((word, i) => lemmaOf(word, tags[i] ?? 0, model.lemmas)),
    heads,
    relations: relations.map((relation) => RELATIONS[relation] ?? 'dep'),
  };
}

/** What pretends to be a longer sentence (a table, a list of names) is parsed in pieces, so that time stays in proportion. */
const LONGEST_SENTENCE = 250;

function parsePart(words: readonly string[], model: SyntaxModel) {
  const sentence = sentenceWords(words, model.clusters);
  const tags = tagWords(sentence, model.tags);
  const input = parserInput(sentence, tags);
  const relationOf = labeller(input, model.labels);
  const heads = findHeads(input, model.structure, relationOf, model.beam);
  return { tags, heads, relations: relabel(input, heads, model.relabels) };
}

const PARATAXIS = RELATIONS.indexOf('parataxis');

/** The first root stays; others (of pieces, or of a parser in doubt) hang below it. */
function keepOneRoot(heads: Int32Array, relations: number[]): void {
  const root = heads.indexOf(-1);
  heads.forEach((head, i) => {
    if (head !== -1 || i === root) return;
    heads[i] = root;
    relations[i] = PARATAXIS;
  });
}
