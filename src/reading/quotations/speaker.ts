import { span } from '../../text/span.ts';
import { BODY_NOUNS, PERSON_NOUNS, SPEAKING_NOUNS } from '../coreference/nouns.ts';
import { isTimeWord } from '../dates/time-words.ts';
import { genderOfNoun } from '../entities/gender.ts';
import { childrenBy, hasRelation, prepositionOf, type SyntaxTree, subjectOf } from '../parse/tree.ts';
import type { Entity, EntityIndex, Mention, Speaker } from '../reading.ts';
import { postWords } from '../roles/post-words.ts';
import { POSTS } from '../roles/posts.ts';
import { SPEECH_NOUNS, SPEECH_VERBS } from './lexicon.ts';
import { type MarkedDocument, treeOf } from './marked-document.ts';
import { phraseOf, type SpeechSource, spanOfTokens } from './sources.ts';

export type SourcesOf = (sentence: number) => readonly SpeechSource[];

/** Whom a source means; null where the text does not tell ("I", a "he" who may be several). Found once for each source. */
export function speakerOf(
  marked: MarkedDocument,
  source: SpeechSource,
  sourcesOf: SourcesOf,
  steps = 0,
): Speaker | null {
  const known = marked.speakers.get(source);
  if (known !== undefined) return known;
  const speaker = findSpeaker(marked, source, sourcesOf, steps);
  marked.speakers.set(source, speaker);
  return speaker;
}

function findSpeaker(
  marked: MarkedDocument,
  source: SpeechSource,
  sourcesOf: SourcesOf,
  steps: number,
): Speaker | null {
  const { sentence, head, phrase } = source;
  const tree = treeOf(marked, sentence);
  if (!tree) return null;
  const { text, tokens } = marked.document;
  const node = head - tree.first;
  const where = spanOfTokens(marked, phrase.first, phrase.last);
  const named = mentionAt(marked, head) ?? namedBeside(marked, tree, node);
  if (named) return { ...span(named.start, named.end), ...identityOf(marked, named.entity, named, phrase.first) };
  const lemma = (tree.lemmas[node] ?? '').toLowerCase();
  const tag = tree.tags[node];
  if (SPEECH_NOUNS.has(lemma)) {
    const owner = ownerOf(tree, node);
    if (owner >= 0)
      return speakerOf(
        marked,
        { ...source, head: tree.first + owner, phrase: phraseOf(marked, tree, owner) },
        sourcesOf,
        steps,
      );
  }
  const just = tag === 'PRON' ? accordingTo(marked, source, sourcesOf, steps) : null;
  if (just) return { ...just, ...where };
  const meant = marked.anaphors.get(tokens[head]?.start ?? -1)?.referent?.entities[0] ?? null;
  const entity =
    (meant !== null && !holdsAnother(marked, meant, lemma, text.slice(where.start, where.end)) ? meant : null) ??
    (tag === 'NOUN' || tag === 'PROPN' ? knownBy(marked, lemma, text.slice(where.start, where.end)) : null);
  if (entity !== null) return { ...where, ...identityOf(marked, entity, null, phrase.first) };
  const isPronoun = tag === 'PRON' || tag === 'DET';
  if (isPronoun || (SPEECH_NOUNS.has(lemma) && isDefinite(tree, node))) {
    const speaker = whoSpokeLast(
      marked,
      source,
      isPronoun ? (tree.words[node] ?? '').toLowerCase() : '',
      sourcesOf,
      steps,
    );
    if (isPronoun || speaker) return speaker && { ...speaker, ...where };
  }
  if (!maySpeak(tree, node)) return null;
  const name = described(marked, tree, source);
  return name === '' ? null : { ...where, name, kind: 'body', entity: null, role: null };
}

/** "According to Lee, it rained. It will go on, he said": whom the sentence before goes by still speaks. */
function accordingTo(
  marked: MarkedDocument,
  source: SpeechSource,
  sourcesOf: SourcesOf,
  steps: number,
): Speaker | null {
  const tree = treeOf(marked, source.sentence);
  const pronoun = (tree?.words[source.head - tree.first] ?? '').toLowerCase();
  if (steps === MOST_STEPS || source.sentence === 0 || !/^s?he$/.test(pronoun)) return null;
  const before = sourcesOf(source.sentence - 1).findLast(({ kind }) => kind === 'according');
  const speaker = before ? speakerOf(marked, before, sourcesOf, steps + 1) : null;
  if (speaker?.kind !== 'person' || speaker.entity === null) return null;
  const wanted = pronoun === 'he' ? 'male' : 'female';
  return (marked.genders.get(speaker.entity) ?? wanted) === wanted ? speaker : null;
}

/** Whose statement: "a statement from the command", "the ministry's letter", "Lee issued a statement"; -1 where nobody's. */
function ownerOf(tree: SyntaxTree, noun: number): number {
  const owners = childrenBy(tree, noun, 'nmod');
  const by = owners.find((k) => tree.relations[k] === 'nmod:poss' || /^(?:from|by)$/.test(prepositionOf(tree, k)));
  if (by !== undefined) return by;
  return hasRelation(tree, noun, 'obj') ? subjectOf(tree, tree.heads[noun] ?? -1) : -1;
}

/** A noun that means people or bodies, or something said or written; "the accused", "many". */
export function maySpeak(tree: SyntaxTree, node: number): boolean {
  const [tag, word = ''] = [tree.tags[node], tree.words[node]];
  const lemma = (tree.lemmas[node] ?? '').toLowerCase();
  if (isTimeWord(word.toLowerCase())) return false;
  if (tag === 'NOUN') return SPEAKING_NOUNS.has(lemma) || SPEECH_NOUNS.has(lemma) || /^\p{Lu}/u.test(word);
  if (tag === 'ADJ') return childrenBy(tree, node, 'det').length > 0 || SPEAKING_NOUNS.has(lemma);
  return tag === 'PROPN' || tag === 'PRON' || tag === 'DET' || tag === 'NUM';
}

const isDefinite = (tree: SyntaxTree, noun: number): boolean =>
  childrenBy(tree, noun, 'det').some((k) => /^(?:the|this|that)$/i.test(tree.words[k] ?? ''));

/** The words for somebody without a name ("the senior official"; "defence ministry", for "the" is no part of a body's name), beginning small where only the sentence made its first letter a capital. */
function described(marked: MarkedDocument, tree: SyntaxTree, { head, phrase: { first, last } }: SpeechSource): string {
  const isBody = BODY_NOUNS.has(tree.lemmas[head - tree.first]?.toLowerCase() ?? '');
  const isThe = isBody && first < last - 1 && /^the$/i.test(tree.words[first - tree.first] ?? '');
  const from = isThe ? first + 1 : first;
  let end = from + 1;
  while (end < last && !(tree.tags[end - tree.first] === 'ADP' && OF_TIME.test(tree.words[end - tree.first] ?? '')))
    end++;
  const { start, end: stop } = spanOfTokens(marked, from, end);
  const words = marked.document.text.slice(start, stop).replace(/\s+/gu, ' ');
  const opensSentence = from === tree.first;
  const isName = tree.tags[from - tree.first] === 'PROPN' || (marked.mentionOf[from] ?? -1) >= 0;
  return isName || !opensSentence ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** "The agency on Saturday": when it was said is no part of who said it. */
const OF_TIME = /^(?:on|during|after|before|since)$/i;

/** Is somebody only known by other posts than the one the words tell: no minister by his deputy? */
function holdsAnother({ rolesBy }: MarkedDocument, entity: EntityIndex, noun: string, words: string): boolean {
  const roles = rolesBy.get(entity) ?? [];
  if (!POSTS.has(noun) || words.length > 80 || roles.length === 0) return false;
  const post = postWords(words).at(-1);
  return !roles.some(({ text }) => postWords(text).at(-1) === post);
}

/** The only one in the article who holds the post, or the only body whose name ends with the noun; null where there are several. */
function knownBy({ document: { entities }, rolesBy }: MarkedDocument, noun: string, words: string): EntityIndex | null {
  if (/^(?:an?|some|any|one|another|\p{L}+ of)\s/iu.test(words) || words.length > 80) return null;
  const isPost = POSTS.has(noun);
  const post = isPost ? postWords(words) : [];
  const holds = (role: string): boolean => {
    const own = postWords(role);
    return own.at(-1) === post.at(-1) && post.every((word) => own.includes(word));
  };
  const found = isPost
    ? [...rolesBy].flatMap(([entity, roles]) => (roles.some(({ text }) => holds(text)) ? [entity] : []))
    : bodiesNamed(entities.slice(0, MOST_ENTITIES), noun, words);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** No article tells of more that are worth looking through. */
const MOST_ENTITIES = 500;

/** "The ministry": bodies whose name ends with the noun. */
const bodiesNamed = (entities: readonly Entity[], noun: string, words: string): EntityIndex[] =>
  !/^the \p{L}+$/iu.test(words)
    ? []
    : entities.flatMap(({ name, type }, index) =>
        // The position in the list is the entity's index.
        type === 'organisation' && name.toLowerCase().endsWith(` ${noun}`) ? [index as EntityIndex] : [],
      );

/** How many sentences back a pronoun that coreference leaves open may mean whoever spoke there. */
const REACH = 2;
/** From pronoun to pronoun, no further. */
const MOST_STEPS = 8;

/** A "he", "she", "it" or "the statement" that may mean several mostly goes on from whoever is the last to have said anything. */
function whoSpokeLast(
  marked: MarkedDocument,
  source: SpeechSource,
  pronoun: string,
  sourcesOf: SourcesOf,
  steps: number,
): Speaker | null {
  if (steps === MOST_STEPS || !/^(?:he|she|it)?$/.test(pronoun)) return null;
  const wanted = pronoun === 'he' ? 'male' : 'female';
  const before: SpeechSource[] = [];
  for (let s = source.sentence; s >= Math.max(0, source.sentence - REACH); s--) {
    before.push(
      ...sourcesOf(s)
        .filter(({ kind, cue }) => kind === 'verb' && cue < source.cue)
        .reverse(),
    );
  }
  const speaks = ({ lemma }: SpeechSource) => SPEECH_VERBS.has(lemma);
  for (const one of [...before.filter(speaks), ...before.filter((other) => !speaks(other))]) {
    const speaker = speakerOf(marked, one, sourcesOf, steps + 1);
    if (!speaker) continue;
    if (pronoun === '') return speaker;
    const noun = treeOf(marked, one.sentence)?.lemmas[one.head - (treeOf(marked, one.sentence)?.first ?? 0)] ?? '';
    const isPerson = speaker.kind === 'person' || PERSON_NOUNS.has(noun);
    if (isPerson !== (pronoun !== 'it')) continue;
    // "It" that speaks is a body the article names.
    if (pronoun === 'it' && speaker.entity === null) continue;
    const gender = speaker.entity === null ? genderOfNoun(noun) : marked.genders.get(speaker.entity);
    if (pronoun === 'it' || (gender ?? wanted) === wanted) return speaker;
  }
  return null;
}

const mentionAt = ({ mentionOf, roleOf, document: { mentions } }: MarkedDocument, token: number): Mention | null =>
  mentions[mentionOf[token] ?? -1] ?? mentions[roleOf[token] ?? -1] ?? null;

/** "The prime minister, Ana Lee", "spokesman Lee": a person in apposition to the noun. */
function namedBeside(marked: MarkedDocument, tree: SyntaxTree, node: number): Mention | null {
  for (const k of childrenBy(tree, node, 'appos', 'flat')) {
    const mention = marked.document.mentions[marked.mentionOf[tree.first + k] ?? -1];
    if (mention?.type === 'person') return mention;
  }
  return null;
}

/** Name, kind and role of an entity; of a body with the country's name right before it ("the Chilean| Foreign Ministry"). */
function identityOf(
  { document: { text, entities, tokens }, rolesBy }: MarkedDocument,
  entity: EntityIndex,
  mention: Mention | null,
  first: number,
): Pick<Speaker, 'name' | 'kind' | 'entity' | 'role'> {
  const { name: written = '', type = 'person' } = entities[entity] ?? {};
  const name = written.replace(/^[^\p{L}\p{N}]+/u, '');
  const kind = type === 'person' ? 'person' : 'body';
  const role = mention?.role ?? rolesBy.get(entity)?.[0] ?? null;
  if (mention && type === 'organisation') {
    for (let token = first; (tokens[token]?.start ?? mention.start) < mention.start; token++) {
      const whole = text.slice(tokens[token]?.start ?? 0, mention.end);
      if (tokens[token]?.capital && !/^The\s/.test(whole)) {
        if (whole.length > name.length) return { name: whole.replace(/\s+/g, ' '), kind, entity, role: null };
        break;
      }
    }
  }
  return { name, kind, entity, role: role?.text ?? null };
}
