import { span } from '../../text/span.ts';
import { PERSON_NOUNS } from '../coreference/nouns.ts';
import { genderOfNoun } from '../entities/gender.ts';
import { childrenBy, prepositionOf, type SyntaxTree } from '../parse/tree.ts';
import type { EntityIndex, Mention, Speaker } from '../reading.ts';
import { postWords } from '../roles/post-words.ts';
import { POSTS } from '../roles/posts.ts';
import { SPEECH_NOUNS, SPEECH_VERBS } from './lexicon.ts';
import { type MarkedDocument, treeOf } from './marked-document.ts';
import { phraseOf, type Source, spanOfTokens } from './sources.ts';

export type SourcesOf = (sentence: number) => readonly Source[];

/** Whom a source means; null where the text does not tell ("I", a "he" who may be several). */
export function speakerOf(marked: MarkedDocument, source: Source, sourcesOf: SourcesOf): Speaker | null {
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
      );
  }
  const meant = marked.anaphors.get(tokens[head]?.start ?? -1)?.referent?.entities[0] ?? null;
  const entity =
    (meant !== null && !holdsAnother(marked, meant, lemma, text.slice(where.start, where.end)) ? meant : null) ??
    (tag === 'NOUN' || tag === 'PROPN' ? knownBy(marked, lemma, text.slice(where.start, where.end)) : null);
  if (entity !== null) return { ...where, ...identityOf(marked, entity, null, phrase.first) };
  const isPronoun = tag === 'PRON' || tag === 'DET';
  if (isPronoun || (SPEECH_NOUNS.has(lemma) && isDefinite(tree, node))) {
    const speaker = whoSpokeLast(marked, source, isPronoun ? (tree.words[node] ?? '').toLowerCase() : '', sourcesOf);
    if (isPronoun || speaker) return speaker && { ...speaker, ...where };
  }
  const name = described(marked, tree, phrase);
  return name === '' ? null : { ...where, name, kind: 'body', entity: null, role: null };
}

/** Whose statement: "a statement from the command", "the ministry's letter"; -1 where nobody's. */
function ownerOf(tree: SyntaxTree, noun: number): number {
  const owners = childrenBy(tree, noun, 'nmod');
  const by = owners.find((k) => tree.relations[k] === 'nmod:poss' || /^(?:from|by)$/.test(prepositionOf(tree, k)));
  return by ?? -1;
}

const isDefinite = (tree: SyntaxTree, noun: number): boolean =>
  childrenBy(tree, noun, 'det').some((k) => /^(?:the|this|that)$/i.test(tree.words[k] ?? ''));

/** The words for somebody without a name, without article, and beginning small where only the sentence made its first letter a capital. */
function described(marked: MarkedDocument, tree: SyntaxTree, { first, last }: Source['phrase']): string {
  let from = first;
  while (
    from < last - 1 &&
    (tree.tags[from - tree.first] === 'DET' || /^one$/i.test(tree.words[from - tree.first] ?? ''))
  )
    from++;
  const { start, end } = spanOfTokens(marked, from, last);
  const words = marked.document.text.slice(start, end).replace(/\s+/gu, ' ');
  const isName = tree.tags[from - tree.first] === 'PROPN' || (marked.mentionOf[from] ?? -1) >= 0;
  return isName ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** Is somebody only known by other posts than the one the words tell: no minister by his deputy? */
function holdsAnother(
  { document: { mentions } }: MarkedDocument,
  entity: EntityIndex,
  noun: string,
  words: string,
): boolean {
  if (!POSTS.has(noun) || words.length > 80) return false;
  const post = postWords(words).at(-1);
  const roles = mentions.flatMap((one) =>
    one.entity === entity && one.role && one.role.text.length < 120 ? [one.role.text] : [],
  );
  return roles.length > 0 && !roles.some((role) => postWords(role).at(-1) === post);
}

/** The only one in the article who holds the post, or the only body whose name ends with the noun; null where there are several. */
function knownBy(
  { document: { mentions, entities } }: MarkedDocument,
  noun: string,
  words: string,
): EntityIndex | null {
  if (/^(?:an?|some|any|one|another|\p{L}+ of)\s/iu.test(words) || words.length > 80) return null;
  const isPost = POSTS.has(noun);
  const post = isPost ? postWords(words) : [];
  const found = new Set<EntityIndex>();
  for (const { entity, role, type } of mentions) {
    if (isPost && type === 'person' && role && role.text.length < 120) {
      const own = postWords(role.text);
      if (own.at(-1) === post.at(-1) && post.every((word) => own.includes(word))) found.add(entity);
    } else if (!isPost && type === 'organisation') {
      const name = (entities[entity]?.name ?? '').toLowerCase();
      if (name.endsWith(` ${noun}`) && /^the \p{L}+$/iu.test(words)) found.add(entity);
    }
  }
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

/** How many sentences back a pronoun that coreference leaves open may mean whoever spoke there. */
const REACH = 2;

/** A "he", "she", "it" or "the statement" that may mean several mostly goes on from whoever is the last to have said anything. */
function whoSpokeLast(marked: MarkedDocument, source: Source, pronoun: string, sourcesOf: SourcesOf): Speaker | null {
  if (!/^(?:he|she|it)?$/.test(pronoun)) return null;
  const wanted = pronoun === 'he' ? 'male' : 'female';
  const before: Source[] = [];
  for (let s = source.sentence; s >= Math.max(0, source.sentence - REACH); s--) {
    before.push(
      ...sourcesOf(s)
        .filter(({ kind, cue }) => kind === 'verb' && cue < source.cue)
        .reverse(),
    );
  }
  const speaks = ({ lemma }: Source) => SPEECH_VERBS.has(lemma);
  for (const one of [...before.filter(speaks), ...before.filter((other) => !speaks(other))]) {
    const speaker = speakerOf(marked, one, sourcesOf);
    if (!speaker) continue;
    if (pronoun === '') return speaker;
    const noun = treeOf(marked, one.sentence)?.lemmas[one.head - (treeOf(marked, one.sentence)?.first ?? 0)] ?? '';
    const isPerson = speaker.kind === 'person' || PERSON_NOUNS.has(noun);
    if (isPerson !== (pronoun !== 'it')) continue;
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
  { document: { text, entities, mentions, tokens } }: MarkedDocument,
  entity: EntityIndex,
  mention: Mention | null,
  first: number,
): Pick<Speaker, 'name' | 'kind' | 'entity' | 'role'> {
  const { name: written = '', type = 'person' } = entities[entity] ?? {};
  const name = written.replace(/^[^\p{L}\p{N}]+/u, '');
  const kind = type === 'person' ? 'person' : 'body';
  const role = mention?.role ?? mentions.find((one) => one.entity === entity && one.role)?.role ?? null;
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
