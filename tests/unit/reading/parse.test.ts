import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadModels } from '../../../src/reading/models.ts';
import { parseSyntaxModel } from '../../../src/reading/parse/model.ts';
import { parseSentence } from '../../../src/reading/parse/parser.ts';
import { syntaxOf } from '../../../src/reading/parse/syntax.ts';
import {
  conjunctsOf,
  governingChain,
  isNegated,
  isPassive,
  objectsOf,
  obliquesBy,
  type SyntaxTree,
  subjectOf,
} from '../../../src/reading/parse/tree.ts';
import { nameReading } from '../../../src/reading/read.ts';
import { sentencesOf } from '../../../src/reading/tokens/sentences.ts';
import { tokenise } from '../../../src/reading/tokens/tokenise.ts';
import { growth, LINEAR } from '../../support/cpu.ts';

const bytes = readFileSync('data/syntax.model');
const model = parseSyntaxModel(bytes);

function parse(text: string): SyntaxTree {
  const tokens = tokenise(text);
  return parseSentence(text, tokens, 0, tokens.length, model);
}

const at = (tree: SyntaxTree, word: string) => tree.words.indexOf(word);
const words = (tree: SyntaxTree, nodes: readonly number[]) => nodes.map((node) => tree.words[node]);

test('words have a part of speech, a form and a lemma', () => {
  const tree = parse('The ministers met twice and have been talking.');
  expect(tree.tags).toEqual(['DET', 'NOUN', 'VERB', 'ADV', 'CCONJ', 'AUX', 'AUX', 'VERB', 'PUNCT']);
  expect(tree.forms).toEqual([null, 'plural', 'past', null, null, 'present', 'participle', 'ing', null]);
  expect(tree.lemmas).toEqual(['the', 'minister', 'meet', 'twice', 'and', 'have', 'be', 'talk', '.']);
});

test('who met whom is read off the tree', () => {
  const tree = parse('The president met the queen and her son in the palace.');
  const met = at(tree, 'met');
  expect(tree.words[subjectOf(tree, met)]).toBe('president');
  expect(
    words(
      tree,
      objectsOf(tree, met).flatMap((object) => conjunctsOf(tree, object)),
    ),
  ).toEqual(['queen', 'son']);
});

test('with whom somebody talked', () => {
  const tree = parse('She talked with the envoy.');
  expect(words(tree, obliquesBy(tree, at(tree, 'talked'), 'with'))).toEqual(['envoy']);
});

test('what was denied stands below the verb of denial', () => {
  const tree = parse('He denied that he met the spy.');
  expect(governingChain(tree, at(tree, 'met'))).toMatchObject([{ governor: at(tree, 'denied'), relation: 'ccomp' }]);
});

test('an infinitive has the subject of the verb above it', () => {
  const tree = parse('The minister wants to meet the farmers.');
  expect(tree.words[subjectOf(tree, at(tree, 'meet'))]).toBe('minister');
});

test('negation and the passive are seen, also in contracted words', () => {
  const denied = parse('They didn’t meet.');
  expect(isNegated(denied, at(denied, 'meet'))).toBe(true);
  const passive = parse('The guests were received by the mayor.');
  expect(isPassive(passive, at(passive, 'received'))).toBe(true);
});

test('every tree has one root that all words reach, whatever stands in the sentence', () => {
  const sentences = [
    '',
    '.',
    '???',
    'No',
    'Lee: yes',
    '“Go!” “Why?” she said—“now”',
    'a , b ; c / d 12 % €',
    'Was Für Ein Tag',
  ];
  for (const text of [...sentences, 'and '.repeat(700)]) {
    const { heads } = parse(text);
    expect(heads.filter((head) => head === -1)).toHaveLength(heads.length > 0 ? 1 : 0);
    heads.forEach((_, i) => {
      let node = i;
      for (let steps = 0; node >= 0 && steps <= heads.length; steps++) node = heads[node] ?? -1;
      expect(node).toBe(-1);
    });
  }
});

test('time grows with a sentence’s length, not faster', () => {
  const sentence = (length: number) => 'the dog , '.repeat(length / 10);
  expect(growth(8000, sentence, parse)).toBeLessThan(LINEAR);
});

test('a document’s sentences are parsed once, and found by their tokens', () => {
  const text = 'Rain fell. The mayor spoke.';
  const tokens = tokenise(text);
  const syntax = syntaxOf(text, tokens, sentencesOf(text), model, []);
  const tree = syntax.ofSentence(1);
  expect(tree.words).toEqual(['The', 'mayor', 'spoke', '.']);
  expect(syntax.ofToken(tree.first + 1)).toBe(tree);
  expect(syntax.ofSentence(2).words).toEqual([]);
});

test('a damaged model is refused', () => {
  expect(() => parseSyntaxModel(bytes.subarray(0, 1000))).toThrow('cut off');
  expect(() => parseSyntaxModel(new Uint8Array(40))).toThrow('not a model file');
});

describe('a name with its title is one word to the parser', () => {
  const models = loadModels('data');
  const treeOf = (text: string) => nameReading({ text, published: null, headline: null }, models).syntax.ofSentence(0);
  const headOf = ({ words, heads }: SyntaxTree, word: string) => words[heads[words.indexOf(word)] ?? -1] ?? 'root';

  test('both parties stand beside each other, whatever their titles', () => {
    const tree = treeOf('Talks between President Ann Moe and Norland’s foreign minister Jane Lee ended on Friday.');
    expect(headOf(tree, 'Jane')).toBe('Ann');
    expect(tree.relations[tree.words.indexOf('Jane')]).toBe('conj');
    expect(headOf(tree, 'Moe')).toBe('Ann');
    expect(headOf(tree, 'minister')).toBe('Jane');
  });

  test('a town with its country is one place, and a row of countries is none', () => {
    const tree = treeOf('Lee met President Omar Hadi in Helsinki, Finland, on Monday.');
    expect(headOf(tree, 'Finland')).toBe('Helsinki');
    const row = treeOf('Lee met President Omar Hadi in Norway, Finland and Sweden.');
    expect(headOf(row, 'Sweden')).toBe('Norway');
  });

  test('a body within a title does not speak', () => {
    const tree = treeOf('White House spokeswoman Ann Moe said it was over.');
    expect(headOf(tree, 'Ann')).toBe('said');
    expect(headOf(tree, 'House')).toBe('spokeswoman');
  });

  test('a list of people and their posts, parted by semicolons, is one row', () => {
    const tree = treeOf(
      'Lee had dinner with Ann Moe, a former member of Parliament; Omar Hadi, the head of a research group; and Alan Cohen.',
    );
    for (const given of ['Omar', 'Alan']) expect(headOf(tree, given)).toBe('Ann');
  });
});
