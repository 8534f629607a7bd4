import { span } from '../../text/span.ts';
import { childrenBy } from '../parse/tree.ts';
import type { EntityIndex, Mention, Speaker } from '../reading.ts';
import { type MarkedDocument, treeOf } from './marked-document.ts';
import { type Source, spanOfTokens } from './sources.ts';

/** Whom a source means; null where the text does not tell ("I", a "he" who may be several). */
export function speakerOf(marked: MarkedDocument, { sentence, head, phrase }: Source): Speaker | null {
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
  if (tag === 'PRON' || tag === 'DET') return null;
  const name = described(document.text.slice(where.start, where.end));
  return name === '' ? null : { ...where, name, kind: 'body', entity: null, role: null };
}

/** Without the article before it. */
const described = (words: string): string => words.replace(/\s+/gu, ' ').replace(/^(?:the|an?)\s+/iu, '');

const mentionAt = ({ mentionOf, document }: MarkedDocument, token: number): Mention | null =>
  document.mentions[mentionOf[token] ?? -1] ?? null;

/** "The prime minister, Ana Lee", "spokesman Lee": a person in apposition to the noun. */
function namedBeside(marked: MarkedDocument, sentence: number, node: number): Mention | null {
  const tree = treeOf(marked, sentence);
  if (!tree) return null;
  const beside = [...childrenBy(tree, node, 'appos', 'flat', 'compound')];
  const above = tree.heads[node] ?? -1;
  if (above >= 0 && /^(?:appos|flat)/.test(tree.relations[node] ?? '')) beside.push(above);
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
