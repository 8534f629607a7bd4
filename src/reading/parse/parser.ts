import { lemmaOf } from '../tags/lemmas.ts';
import { tagWords } from '../tags/tagger.ts';
import { TAGS } from '../tags/tags.ts';
import { sentenceWords } from '../tags/words.ts';
import type { Token } from '../tokens/tokenise.ts';
import { findHeads } from './beam.ts';
import { parserInput } from './features.ts';
import { labeller } from './labels.ts';
import type { SyntaxModel } from './model.ts';
import {
  innerWord,
  mendNames,
  NAME_TAG,
  type NameWords,
  nameWordsIn,
  type WholeName,
  withoutInnerWords,
} from './names-as-words.ts';
import { relabel } from './relabel.ts';
import { RELATIONS } from './relations.ts';
import type { SyntaxTree } from './tree.ts';

/**
 * Tags and parses the tokens of one sentence, from `first` to (excluded) `end`. What `names` covers is one word to the parser,
 * which so can't take a name or its title apart; names in order of their start.
 */
export function parseSentence(
  text: string,
  tokens: readonly Token[],
  first: number,
  end: number,
  model: SyntaxModel,
  names: readonly WholeName[] = [],
): SyntaxTree {
  return parseWords(
    tokens.slice(first, end).map((token) => text.slice(token.start, token.end)),
    first,
    model,
    nameWordsIn(text, tokens, first, end, names),
  );
}

/** The same of words that stand in no text. */
export function parseWords(
  words: readonly string[],
  first: number,
  model: SyntaxModel,
  names: readonly NameWords[] = [],
): SyntaxTree {
  const heads = new Int32Array(words.length);
  const relations = new Array<number>(words.length).fill(0);
  const tags = new Int32Array(words.length);
  for (let from = 0; from < words.length; from += LONGEST_SENTENCE) {
    const until = Math.min(words.length, from + LONGEST_SENTENCE);
    const whole = names.filter((name) => name.from >= from && name.to <= until).map((name) => moved(name, -from));
    const part = parsePart(words.slice(from, until), whole, model);
    tags.set(part.tags, from);
    part.heads.forEach((head, i) => {
      heads[from + i] = head < 0 ? head : from + head;
      relations[from + i] = part.relations[i] ?? 0;
    });
  }
  keepOneRoot(heads, relations);
  joinRunOnVerbs(tags, heads, relations);
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

const moved = ({ from, to, head, nameEnd, post }: NameWords, by: number): NameWords => ({
  from: from + by,
  to: to + by,
  head: head + by,
  nameEnd: nameEnd + by,
  post: post < 0 ? post : post + by,
});

/** What pretends to be a longer sentence (a table, a list of names) is parsed in pieces, so that time stays in proportion. */
const LONGEST_SENTENCE = 250;

function parsePart(words: readonly string[], names: readonly NameWords[], model: SyntaxModel) {
  const tags = tagWords(sentenceWords(words, model.clusters), model.tags);
  for (const { head } of names) tags[head] = NAME_TAG;
  const kept = withoutInnerWords(words.length, names);
  const sentence = sentenceWords(
    kept.map((i) => words[i] ?? ''),
    model.clusters,
  );
  const input = parserInput(
    sentence,
    Int32Array.from(kept, (i) => tags[i] ?? 0),
  );
  const found = findHeads(input, model.structure, labeller(input, model.labels), model.beam);
  const labels = relabel(input, found, model.relabels);
  const heads = new Int32Array(words.length);
  const relations = new Array<number>(words.length).fill(0);
  kept.forEach((word, i) => {
    const head = found[i] ?? -1;
    heads[word] = head < 0 ? -1 : (kept[head] ?? -1);
    relations[word] = labels[i] ?? 0;
  });
  for (const name of names)
    for (let word = name.from; word < name.to; word++) {
      if (word === name.head) continue;
      const inner = innerWord(word, name, /^[,()]$/.test(words[word] ?? ''));
      heads[word] = inner.head;
      relations[word] = inner.relation;
    }
  mendNames(words, (word) => TAGS[tags[word] ?? -1]?.upos === 'VERB', heads, relations, names);
  return { tags, heads, relations };
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

const CONJ = RELATIONS.indexOf('conj');
const SUBJECTS = new Set(
  (['nsubj', 'nsubj:pass', 'csubj', 'expl'] as const).map((relation) => RELATIONS.indexOf(relation)),
);

/** "Will visit Rome, then meet Lee": a verb behind one of the same form, without a subject of its own, shares what that one has. */
function joinRunOnVerbs(tags: Int32Array, heads: Int32Array, relations: number[]): void {
  relations.forEach((relation, i) => {
    const head = heads[i] ?? -1;
    if (relation !== PARATAXIS || head < 0 || head > i || TAGS[tags[i] ?? -1]?.upos !== 'VERB') return;
    if (tags[head] !== tags[i] || heads.some((above, k) => above === i && SUBJECTS.has(relations[k] ?? -1))) return;
    relations[i] = CONJ;
  });
}
