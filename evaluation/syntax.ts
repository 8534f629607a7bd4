import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSyntaxModel } from '../src/reading/parse/model.ts';
import { parseWords } from '../src/reading/parse/parser.ts';
import { RELATIONS } from '../src/reading/parse/relations.ts';
import { TAGS } from '../src/reading/tags/tags.ts';
import { parseConllu, type TreebankSentence } from '../training/syntax/conllu.ts';
import { isTree, retokenise } from '../training/syntax/retokenise.ts';
import { titleCased, withWholeNames } from '../training/syntax/variants.ts';

// Tags and trees against the treebank's development part: `npm run eval:syntax -- FOLDER [MODEL]`, FOLDER with
// syntax/ud-dev.conllu. In per cent of all tokens, punctuation included: UPOS, the tag's form too, lemma, UAS (right
// head), LAS (right head and relation, with its subtype). "Our tokeniser": gold trees in the tokens of src/reading/tokens, a
// token that spans several of the treebank's standing for the highest of them.

const [folder = '', modelFile = 'data/syntax.model'] = process.argv.slice(2);
const model = parseSyntaxModel(readFileSync(modelFile));
const gold = parseConllu(readFileSync(join(folder, 'syntax', 'ud-dev.conllu'), 'utf8'));

const MEASURES = ['UPOS', 'form', 'lemma', 'UAS', 'LAS', 'universal'] as const;
type Measure = (typeof MEASURES)[number];

const universal = (relation: string) => relation.split(':')[0];

function score(name: string, sentences: readonly TreebankSentence[]): void {
  const right = new Map<Measure, number>();
  const count = (measure: Measure, isRight: boolean) =>
    right.set(measure, (right.get(measure) ?? 0) + (isRight ? 1 : 0));
  let words = 0;
  const start = process.cpuUsage().user;
  const trees = sentences.map(({ tokens }) => {
    const written = tokens.map(({ word }) => word);
    return parseWords(written, 0, model);
  });
  const seconds = (process.cpuUsage().user - start) / 1e6;
  trees.forEach((tree, s) => {
    sentences[s]?.tokens.forEach(({ tag, head, relation, lemma }, i) => {
      const isTagged = tree.tags[i] === TAGS[tag]?.upos;
      const isAttached = tree.heads[i] === head;
      const label = RELATIONS[relation] ?? 'dep';
      words++;
      count('UPOS', isTagged);
      count('form', isTagged && tree.forms[i] === TAGS[tag]?.form);
      count('lemma', tree.lemmas[i]?.toLowerCase() === lemma.toLowerCase());
      count('UAS', isAttached);
      count('LAS', isAttached && tree.relations[i] === label);
      count('universal', isAttached && universal(tree.relations[i] ?? 'dep') === universal(label));
    });
  });
  const shares = MEASURES.map((measure) => `${measure} ${((100 * (right.get(measure) ?? 0)) / words).toFixed(2)}`);
  console.log(`${name.padEnd(24)}${shares.join('  ')}  ${Math.round(words / seconds)} tokens/s`);
}

score('gold tokens', gold);
score('our tokeniser', gold.map(retokenise).filter(isTree));
score(
  'names as one word',
  gold
    .map(retokenise)
    .flatMap((sentence) => withWholeNames(sentence) ?? [])
    .filter(isTree),
);
// As newspapers set headlines, small words small, and with a capital in every word.
const titles = (all: boolean) => gold.map((sentence) => titleCased(sentence, all));
score('title case', titles(false));
score('Every Word', titles(true));
// Odd and even sentences apart: development data are fitted to, so the halves should not part.
const half = (rest: number) => gold.filter((_, i) => i % 2 === rest);
score('even sentences', half(0));
score('odd sentences', half(1));
