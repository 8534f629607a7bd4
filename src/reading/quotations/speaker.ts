import { span } from '../../text/span.ts';
import { childrenBy, type SyntaxTree } from '../parse/tree.ts';
import type { EntityIndex, Mention, Speaker } from '../reading.ts';
import { SPEECH_VERBS } from './lexicon.ts';
import { type MarkedDocument, treeOf } from './marked-document.ts';
import { type Source, spanOfTokens } from './sources.ts';

/** Whom a source means; null where the text does not tell ("I", a "he" who may be several). */
export function speakerOf(
  marked: MarkedDocument,
  source: Source,
  sourcesOf: (sentence: number) => readonly Source[],
): Speaker | null {
  const { sentence, head, phrase } = source;
  const { document } = marked;
  const tree = treeOf(marked, sentence);
  if (!tree) return null;
  const node = head - tree.first;
  const named = mentionAt(marked, head) ?? namedBeside(marked, sentence, node);
  if (named) return { ...span(named.start, named.end), ...identityOf(marked, named.entity, named, phrase.first) };
  const where = spanOfTokens(marked, phrase.first, phrase.last);
  const [entity] = marked.anaphors.get(document.tokens[head]?.start ?? -1)?.referent?.entities ?? [];
  if (entity !== undefined) return { ...where, ...identityOf(marked, entity, null, phrase.first) };
  const tag = tree.tags[node];
  if (tag === 'PRON' || tag === 'DET')
    return whoSpokeLast(marked, source, (tree.words[node] ?? '').toLowerCase(), sourcesOf);
  const name = described(marked, tree, phrase.first, document.text.slice(where.start, where.end));
  return name === '' ? null : { ...where, name, kind: 'body', entity: null, role: null };
}

/** Without the article before it, and beginning small where only the sentence made its first letter a capital. */
function described(marked: MarkedDocument, tree: SyntaxTree, first: number, words: string): string {
  const plain = words.replace(/\s+/gu, ' ').replace(/^(?:the|an?)\s+/iu, '');
  const isName = tree.tags[first - tree.first] === 'PROPN' || (marked.mentionOf[first] ?? -1) >= 0;
  return plain === words && !isName ? plain.charAt(0).toLowerCase() + plain.slice(1) : plain;
}

/** How many sentences back a pronoun that coreference leaves open may mean whoever spoke there. */
const REACH = 2;

/** A "he", "she" or "it" that says something and may mean several mostly goes on from whoever is the last to have said anything. */
function whoSpokeLast(
  marked: MarkedDocument,
  source: Source,
  pronoun: string,
  sourcesOf: (sentence: number) => readonly Source[],
): Speaker | null {
  if (!/^(?:he|she|it)$/.test(pronoun)) return null;
  const wanted = pronoun === 'he' ? 'male' : 'female';
  for (let s = source.sentence; s >= Math.max(0, source.sentence - REACH); s--) {
    const before = sourcesOf(s).filter(
      ({ kind, lemma, cue }) => kind === 'verb' && SPEECH_VERBS.has(lemma) && cue < source.cue,
    );
    for (const one of before.reverse()) {
      const speaker = speakerOf(marked, one, sourcesOf);
      if (!speaker) continue;
      if ((speaker.kind === 'person') !== (pronoun !== 'it')) continue;
      const gender = speaker.entity === null ? undefined : marked.genders.get(speaker.entity);
      if (pronoun === 'it' || gender === undefined || gender === wanted) {
        return { ...speaker, ...spanOfTokens(marked, source.phrase.first, source.phrase.last) };
      }
    }
  }
  return null;
}

const mentionAt = ({ mentionOf, document }: MarkedDocument, token: number): Mention | null =>
  document.mentions[mentionOf[token] ?? -1] ?? null;

/** "The prime minister, Ana Lee", "spokesman Lee": a person in apposition to the noun. */
function namedBeside(marked: MarkedDocument, sentence: number, node: number): Mention | null {
  const tree = treeOf(marked, sentence);
  if (!tree) return null;
  const beside = childrenBy(tree, node, 'appos', 'flat', 'compound');
  for (const k of beside) {
    const mention = mentionAt(marked, tree.first + k);
    if (mention?.type === 'person' && (k > node || tree.relations[k] !== 'compound')) return mention;
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
  const { name = '', type = 'person' } = entities[entity] ?? {};
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
