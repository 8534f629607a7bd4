import { expect, test } from 'vitest';
import { RELATIONS, type Relation } from '../../../src/reading/parse/relations.ts';
import {
  agentOf,
  ancestors,
  childrenBy,
  conjunctsOf,
  governingChain,
  isNegated,
  isPassive,
  markerOf,
  objectsOf,
  obliquesBy,
  type SyntaxTree,
  subjectOf,
  subtreeSpan,
} from '../../../src/reading/parse/tree.ts';
import { TAGS } from '../../../src/reading/tags/tags.ts';

/** A tree written by hand: "word/TAG or TAG:form/relation/head", heads counted from 1, 0 the root. */
function treeOf(written: string): SyntaxTree {
  const nodes = written.split(' ').map((node) => node.split('/'));
  const tags = nodes.map(([, tag = '']) => {
    const found = TAGS.find(({ upos, form }) => (form ? `${upos}:${form}` : upos) === tag);
    if (!found) throw new Error(`no tag ${tag}`);
    return found;
  });
  const relations = nodes.map(([, , relation]): Relation => {
    const found = RELATIONS.find((name) => name === relation);
    if (!found) throw new Error(`no relation ${relation}`);
    return found;
  });
  return {
    first: 0,
    words: nodes.map(([word = '']) => word),
    lemmas: nodes.map(([word = '']) => word.toLowerCase()),
    tags: tags.map(({ upos }) => upos),
    forms: tags.map(({ form }) => form),
    heads: Int32Array.from(nodes, ([, , , head]) => Number(head) - 1),
    relations,
  };
}

const at = (tree: SyntaxTree, word: string) => tree.words.indexOf(word);
const words = (tree: SyntaxTree, nodes: readonly number[]) => nodes.map((node) => tree.words[node]);
const subject = (tree: SyntaxTree, verb: string) => tree.words[subjectOf(tree, at(tree, verb))] ?? null;

const DENIED = treeOf(
  'Ray/PROPN:singular/nsubj/2 denied/VERB:past/root/0 that/SCONJ/mark/6 she/PRON/nsubj/6 had/AUX:past/aux/6 met/VERB:participle/ccomp/2 Lee/PROPN:singular/obj/6 and/CCONJ/cc/9 Moe/PROPN:singular/conj/7 in/ADP/case/11 Oslo/PROPN:singular/obl/6',
);
const ASKED = treeOf(
  'Lee/PROPN:singular/nsubj/2 asked/VERB:past/root/0 Moe/PROPN:singular/obj/2 to/PART/mark/5 come/VERB:base/xcomp/2 and/CCONJ/cc/7 talk/VERB:base/conj/5',
);
const WANTS = treeOf(
  'Lee/PROPN:singular/nsubj/2 wants/VERB:present/root/0 to/PART/mark/4 meet/VERB:base/xcomp/2 Moe/PROPN:singular/obj/4',
);
const RELATIVE = treeOf(
  'The/DET/det/2 minister/NOUN:singular/nsubj/9 who/PRON/nsubj/4 came/VERB:past/acl:relcl/2 and/CCONJ/cc/6 met/VERB:past/conj/4 Lee/PROPN:singular/obj/6 has/AUX:present/aux/9 left/VERB:participle/root/0',
);
const WHOM = treeOf(
  'the/DET/det/2 envoy/NOUN:singular/root/0 whom/PRON/obj/5 Lee/PROPN:singular/nsubj/5 met/VERB:past/acl:relcl/2',
);
const PASSIVE = treeOf(
  'Moe/PROPN:singular/nsubj:pass/3 was/AUX:past/aux:pass/3 received/VERB:participle/root/0 by/ADP/case/5 Lee/PROPN:singular/obl:agent/3 and/CCONJ/cc/7 praised/VERB:participle/conj/3',
);
const PLANS = treeOf(
  'Lee/PROPN:singular/nsubj/2 announced/VERB:past/root/0 plans/NOUN:plural/obj/2 to/PART/mark/5 meet/VERB:base/acl/3 Moe/PROPN:singular/obj/5',
);
const FIRST = treeOf(
  'She/PRON/nsubj/4 was/AUX:past/cop/4 the/DET/det/4 first/ADJ/root/0 to/PART/mark/6 meet/VERB:base/acl/4 him/PRON/obj/6',
);
const TRAVELED = treeOf(
  'Moe/PROPN:singular/nsubj/2 traveled/VERB:past/root/0 to/PART/mark/4 meet/VERB:base/advcl/2 with/ADP/case/6 Lee/PROPN:singular/obl/4',
);

test.each([
  ['denied', DENIED, 'Ray'],
  ['met', DENIED, 'she'],
  ['come', ASKED, 'Moe'],
  ['talk', ASKED, 'Moe'],
  ['meet', WANTS, 'Lee'],
  ['came', RELATIVE, 'minister'],
  ['met', RELATIVE, 'minister'],
  ['left', RELATIVE, 'minister'],
  ['met', WHOM, 'Lee'],
  ['praised', PASSIVE, 'Moe'],
  ['meet', PLANS, 'Lee'],
  ['meet', FIRST, 'first'],
  ['meet', TRAVELED, 'Moe'],
])('the subject of "%s", its own or shared', (verb, tree, who) => {
  expect(subject(tree, verb)).toBe(who);
});

test('objects are given as nouns, also where a relative pronoun stands for them', () => {
  expect(words(DENIED, objectsOf(DENIED, at(DENIED, 'met')))).toEqual(['Lee']);
  expect(words(WHOM, objectsOf(WHOM, at(WHOM, 'met')))).toEqual(['envoy']);
});

test('those joined by "and" are found in order', () => {
  expect(words(DENIED, conjunctsOf(DENIED, at(DENIED, 'Lee')))).toEqual(['Lee', 'Moe']);
});

test('a verb’s companions are found by their preposition', () => {
  expect(words(TRAVELED, obliquesBy(TRAVELED, at(TRAVELED, 'meet'), 'with'))).toEqual(['Lee']);
  expect(obliquesBy(TRAVELED, at(TRAVELED, 'meet'), 'in')).toEqual([]);
});

test('what governs a word is told step by step, past its sisters', () => {
  expect(
    governingChain(DENIED, at(DENIED, 'met')).map(({ governor, relation }) => [DENIED.words[governor], relation]),
  ).toEqual([['denied', 'ccomp']]);
  expect(governingChain(ASKED, at(ASKED, 'talk')).map(({ governor }) => ASKED.words[governor])).toEqual(['asked']);
  expect(words(DENIED, ancestors(DENIED, at(DENIED, 'Moe')))).toEqual(['Lee', 'met', 'denied']);
  expect(markerOf(DENIED, at(DENIED, 'met'))).toBe('that');
});

test('a phrase is all that hangs below its head', () => {
  expect(subtreeSpan(RELATIVE, at(RELATIVE, 'minister'))).toEqual({ first: 0, end: 7 });
  expect(subtreeSpan(RELATIVE, at(RELATIVE, 'left'))).toEqual({ first: 0, end: 9 });
});

test('passives have an agent, and share their voice with a participle joined to them', () => {
  expect(isPassive(PASSIVE, at(PASSIVE, 'received'))).toBe(true);
  expect(isPassive(PASSIVE, at(PASSIVE, 'praised'))).toBe(true);
  expect(PASSIVE.words[agentOf(PASSIVE, at(PASSIVE, 'received'))]).toBe('Lee');
  expect(isPassive(DENIED, at(DENIED, 'met'))).toBe(false);
  expect(childrenBy(PASSIVE, at(PASSIVE, 'received'), 'nsubj')).toEqual([0]);
});

test.each([
  ['They/PRON/nsubj/4 did/AUX:past/aux/4 not/PART/advmod/4 meet/VERB:base/root/0', 'meet', true],
  ['They/PRON/nsubj/3 didn’t/AUX:past/aux/3 meet/VERB:base/root/0', 'meet', true],
  ['They/PRON/nsubj/3 never/ADV/advmod/3 met/VERB:past/root/0', 'met', true],
  ['Nobody/PRON/nsubj/2 met/VERB:past/root/0', 'met', true],
  ['No/DET/det/2 minister/NOUN:singular/nsubj/3 came/VERB:past/root/0', 'came', true],
  [
    'They/PRON/nsubj/4 did/AUX:past/aux/4 not/PART/advmod/4 meet/VERB:base/root/0 or/CCONJ/cc/6 speak/VERB:base/conj/4',
    'speak',
    true,
  ],
  ['They/PRON/nsubj/4 not/PART/advmod/4 only/ADV/advmod/4 met/VERB:past/root/0', 'met', false],
  ['They/PRON/nsubj/2 met/VERB:past/root/0', 'met', false],
])('%s: is "%s" denied?', (written, word, denied) => {
  const tree = treeOf(written);
  expect(isNegated(tree, at(tree, word))).toBe(denied);
});
