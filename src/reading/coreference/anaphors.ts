import { countriesIn } from '../../text/countries.ts';
import { type Span, span } from '../../text/span.ts';
import type { ReadingDocument } from '../document.ts';
import { type Gender, genderOfNoun } from '../entities/gender.ts';
import { childrenBy, childrenOf, firstConjunct, hasRelation, type SyntaxTree, subtreeOf } from '../parse/tree.ts';
import type { Mention } from '../reading.ts';
import { postWords } from '../roles/post-words.ts';
import { POSTS } from '../roles/posts.ts';
import type { TokenIndex } from './grammar.ts';
import { BODY_NOUNS, PERSON_NOUNS, PLACE_NOUNS } from './nouns.ts';

/** Kinds of anaphor, each with weights of its own: pronouns; nouns of one person, of one body or place, of several of either. */
export const ANAPHOR_CLASSES = ['he', 'it', 'they', 'person', 'body', 'several'] as const;
export type AnaphorClass = (typeof ANAPHOR_CLASSES)[number];

export type NounKind = 'person' | 'body' | 'place';

/** A pronoun or nominal as it stands, before it is known whom it means. */
export interface FoundAnaphor extends Span {
  readonly class: AnaphorClass;
  readonly head: Span;
  readonly sentence: number;
  readonly token: number;
  readonly gender: Gender | null;
  readonly reflexive: boolean;
  /** "his", "its": stands before what is theirs. */
  readonly possessive: boolean;
  /** Who has the post beside it: "Ana Lee, the minister". */
  readonly apposition: Mention | null;
  /** Null for a pronoun. */
  readonly noun: Noun | null;
}

/** What a nominal says of whom it means. */
export interface Noun {
  /** In the singular. */
  readonly lemma: string;
  readonly kind: NounKind;
  /** "the", "his", "this", or a title without article; false for "a", "some", "no" and bare plurals. */
  readonly definite: boolean;
  /** The words of the post, as `postWords` gives them: the last is the head. */
  readonly post: readonly string[];
  readonly country: string | null;
  /** "two", "both": how many; 0 where nothing tells. */
  readonly count: number;
  /** "the official who …", "the head of …": described by more than its own words. */
  readonly described: boolean;
  readonly capital: boolean;
}

const PRONOUNS: Readonly<Record<string, AnaphorClass>> = {
  ...Object.fromEntries('he him his himself she her hers herself'.split(' ').map((word) => [word, 'he'] as const)),
  ...Object.fromEntries('it its itself'.split(' ').map((word) => [word, 'it'] as const)),
  ...Object.fromEntries('they them their theirs themselves'.split(' ').map((word) => [word, 'they'] as const)),
};

/** Person, body or place, as the noun (in the singular) tells; null where it is none of them. */
export function kindOfNoun(lemma: string): NounKind | null {
  if (PERSON_NOUNS.has(lemma) || POSTS.has(lemma) || /(?:man|woman|person)$/.test(lemma)) return 'person';
  if (BODY_NOUNS.has(lemma)) return 'body';
  return PLACE_NOUNS.has(lemma) ? 'place' : null;
}

const singular = (word: string): string => word.replace(/(?<=[^s])s$/, '').replace(/ie$/, 'y');

/** The pronouns of the third person and the nouns of people, bodies and places, outside of names, in order. */
export function findAnaphors(document: ReadingDocument, index: TokenIndex): FoundAnaphor[] {
  const { text, tokens, syntax } = document;
  const found: FoundAnaphor[] = [];
  for (const [token, { start, end, kind }] of tokens.entries()) {
    if (kind !== 'word' || end - start > 16 || index.mentionOf(token) !== null) continue;
    const word = text.slice(start, end).toLowerCase();
    const pronoun = Object.hasOwn(PRONOUNS, word) ? PRONOUNS[word] : undefined;
    if (
      !pronoun &&
      kindOfNoun(word) === null &&
      kindOfNoun(singular(word)) === null &&
      !/(?:men|women|people)$/.test(word)
    )
      continue;
    const tree = syntax.ofToken(token);
    const node = token - tree.first;
    if (pronoun) found.push(pronounAt(span(start, end), word, pronoun, index.sentenceOf(token), token, tree));
    else {
      const nominal = nominalAt(document, index, token, tree, node);
      if (nominal) found.push(nominal);
    }
  }
  return found;
}

function pronounAt(
  where: Span,
  word: string,
  kind: AnaphorClass,
  sentence: number,
  token: number,
  tree: SyntaxTree,
): FoundAnaphor {
  const gender: Gender | null =
    kind !== 'he' ? null : word.startsWith('h') && !word.startsWith('her') ? 'male' : 'female';
  const possessive = hasRelation(tree, token - tree.first, 'nmod:poss');
  const reflexive = /sel(?:f|ves)$/.test(word);
  return {
    ...where,
    class: kind,
    head: where,
    sentence,
    token,
    gender,
    reflexive,
    possessive,
    apposition: null,
    noun: null,
  };
}

/** Does the post stand right before the name, with no comma between? */
const isTitle = (text: string, { role, start }: Mention): boolean =>
  role !== null && role.end <= start && /^\s*$/u.test(text.slice(role.end, start));

const INDEFINITE = /^(?:an?|some|any|no|every|each|another|one|many|several|few|most|other|what|which|such|more)$/;
const DEFINITE = /^(?:the|this|that|these|those|both|his|her|its|their|our|my)$/;
const NUMBERS: Readonly<Record<string, number>> = { two: 2, both: 2, three: 3, four: 4 };

function nominalAt(
  { text, tokens }: ReadingDocument,
  index: TokenIndex,
  token: number,
  tree: SyntaxTree,
  node: number,
): FoundAnaphor | null {
  const tag = tree.tags[node];
  const relation = tree.relations[node] ?? 'dep';
  if ((tag !== 'NOUN' && tag !== 'PROPN') || /^(?:compound|flat|fixed|goeswith|vocative)/.test(relation)) return null;
  // "President| Lee", "Secretary| of State Lee": a title is part of how the name stands.
  const holder = index.holderOf(token);
  const follower = index.mentionOf(token + 1);
  if (follower?.type === 'person' || (holder && isTitle(text, holder))) return null;
  // "Lee is the minister", "as minister": says what somebody is.
  if (childrenBy(tree, node, 'cop').length > 0) return null;
  const lemma = (tree.lemmas[node] ?? '').toLowerCase();
  const kind = kindOfNoun(lemma);
  if (kind === null) return null;
  const plural = tree.forms[node] === 'plural';
  const nodes = nodesOfPhrase(tree, node);
  const first = tokens[tree.first + (nodes[0] ?? node)];
  const last = tokens[tree.first + (nodes.at(-1) ?? node)];
  const own = tokens[token];
  if (!first || !last || !own) return null;
  const where = span(first.start, last.end);
  // "The president and premier": the second has the article of the first.
  const shared = childrenBy(tree, firstConjunct(tree, node), 'det').filter((k) => k < node);
  const before = [...nodes, ...shared].filter((k) => k < node).map((k) => (tree.words[k] ?? '').toLowerCase());
  const possessed = childrenBy(tree, node, 'nmod:poss').length > 0;
  const determiner = before.find((word) => INDEFINITE.test(word) || DEFINITE.test(word)) ?? '';
  const count = before.map((word) => NUMBERS[word] ?? 0).find((n) => n > 0) ?? 0;
  const bare = determiner === '' && !possessed;
  const definite = bare ? own.capital && !plural : possessed || DEFINITE.test(determiner);
  const words = text.slice(where.start, own.end);
  const [country] = countriesIn(text.slice(where.start, where.end));
  const noun: Noun = {
    lemma,
    kind,
    definite,
    post: postWords(
      words.length > 120 ? text.slice(own.start, own.end) : `${words}${ofComplement(text, own.end, where.end)}`,
    ),
    country: country?.country ?? null,
    count,
    described: childrenOf(tree, node).some(
      (k) => hasRelation(tree, k, 'acl', 'nmod') && !hasRelation(tree, k, 'nmod:poss'),
    ),
    capital: own.capital,
  };
  return {
    ...where,
    class: plural || determiner === 'both' ? 'several' : kind === 'person' ? 'person' : 'body',
    head: span(own.start, own.end),
    sentence: index.sentenceOf(token),
    token,
    gender: genderOfNoun(lemma),
    reflexive: false,
    possessive: hasRelation(tree, node, 'nmod:poss'),
    apposition: holder,
    noun,
  };
}

/** " of foreign affairs" behind "minister": part of the post. */
const ofComplement = (text: string, from: number, to: number): string =>
  /^ (?:of|for) [\p{L}\s]{1,40}$/u.exec(text.slice(from, to))?.[0] ?? '';

const LONGEST_PHRASE = 14;

/** The nodes of the noun phrase: its head, what stands before it and what hangs on it by a preposition; no clause, no apposition. */
function nodesOfPhrase(tree: SyntaxTree, head: number): number[] {
  const parts = childrenOf(tree, head).filter((k) => {
    if (k > head) return hasRelation(tree, k, 'nmod', 'flat') && tree.relations[k] !== 'nmod:poss' && k - head < 5;
    return hasRelation(tree, k, 'det', 'amod', 'compound', 'nummod', 'nmod', 'advmod', 'flat');
  });
  const nodes = [head, ...parts.flatMap((k) => subtreeOf(tree, k))].sort((a, b) => a - b);
  // Without what a slip of the parser put far off, or a mark parts from the head.
  let from = nodes.indexOf(head);
  let to = from;
  const joined = (a: number, b: number) =>
    (nodes[b] ?? 0) - (nodes[a] ?? 0) === 1 && tree.tags[nodes[b] ?? 0] !== 'PUNCT';
  while (from > 0 && joined(from - 1, from) && tree.tags[nodes[from - 1] ?? 0] !== 'PUNCT') from--;
  while (to + 1 < nodes.length && joined(to, to + 1) && to - from < LONGEST_PHRASE) to++;
  return nodes.slice(from, to + 1);
}
