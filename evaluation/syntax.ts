import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSyntaxModel } from '../src/reading/parse/model.ts';
import { parseWords } from '../src/reading/parse/parser.ts';
import { RELATIONS } from '../src/reading/parse/relations.ts';
import { TAGS } from '../src/reading/tags/tags.ts';
import { parseConllu, type TreebankSentence } from '../training/syntax/conllu.ts';
import { isTree, retokenise } from '../training/syntax/retokenise.ts';
import { titleCased } from '../training/syntax/variants.ts';

const [folder = '', modelFile = 'data/syntax.model'] = process.argv.slice(2);
const model = parseSyntaxModel(readFileSync(modelFile));
const gold = parseConllu(readFileSync(join(folder, 'ud-dev.conllu'), 'utf8'));

const universal = (relation: string) => relation.split(':')[0];

function score(name: string, sentences: readonly TreebankSentence[]): void {
  let words = 0;
  let tags = 0;
  let forms = 0;
  let lemmas = 0;
  let heads = 0;
  let labelled = 0;
  let labelledPlain = 0;
  const start = performance.now();
  const trees = sentences.map(({ tokens }) =>
    parseWords(
      tokens.map(({ word }) => word),
      0,
      model,
    ),
  );
  const seconds = (performance.now() - start) / 1000;
  trees.forEach((tree, s) => {
    sentences[s]?.tokens.forEach(({ tag, head, relation, lemma }, i) => {
      const name = RELATIONS[relation] ?? 'dep';
      words++;
      if (tree.tags[i] === TAGS[tag]?.upos) tags++;
      if (tree.tags[i] === TAGS[tag]?.upos && tree.forms[i] === TAGS[tag]?.form) forms++;
      if (tree.lemmas[i]?.toLowerCase() === lemma.toLowerCase()) lemmas++;
      if (tree.heads[i] !== head) return;
      heads++;
      if (tree.relations[i] === name) labelled++;
      if (universal(tree.relations[i] ?? 'dep') === universal(name)) labelledPlain++;
    });
  });
  const share = (count: number) => ((100 * count) / words).toFixed(2).padStart(6);
  console.log(
    `${name.padEnd(28)} UPOS ${share(tags)}  with form ${share(forms)}  lemma ${share(lemmas)}  UAS ${share(heads)}  LAS ${share(labelled)}  without subtypes ${share(labelledPlain)}  ${Math.round(words / seconds)} tokens/s`,
  );
}

score('gold tokens', gold);
score('our tokeniser', gold.map(retokenise).filter(isTree));
score(
  'gold tokens, title case',
  gold.map((sentence) => titleCased(sentence, false)),
);
score(
  'gold tokens, Every Word',
  gold.map((sentence) => titleCased(sentence, true)),
);
score('gold tokens again (warm)', gold);
