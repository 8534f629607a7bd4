import { type Span, span } from '../../text/span.ts';
import type { ReadingDocument } from '../document.ts';
import type { EntityIndex, Speaker } from '../reading.ts';

/** A paragraph of a transcript: what one speaker says, behind the label or in the paragraphs that follow it. */
export interface Turn {
  readonly words: Span;
  readonly paragraph: number;
  /** Null for a question, whose asker has no name. */
  readonly speaker: Speaker | null;
}

/** "SECRETARY KELLER: ", "Ana Lee (through interpreter): " at the start of a paragraph. */
const LABEL =
  /^(\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|of|the|for|and)){0,6})(?: \([^()\n]{1,60}\))?:\s+(?=[^\s“"«„‘'])/u;
const QUESTION = /^(?:Q|Question|Questioner|Journalist|Reporter|Interviewer|Moderator|Operator)$/i;
const ANSWER = /^(?:A|Answer)$/i;
/** No label and what stands in brackets behind it are longer, in characters. */
const LONGEST_LABEL = 160;

interface Labelled {
  readonly label: string;
  readonly at: Span;
  readonly body: number;
}

/**
 * The turns of a transcript or interview, paragraph by paragraph; none in an article that only has a colon here and there. It is
 * one where labels of speakers open at least two paragraphs, and one of them comes back or asks.
 */
export function turnsIn(document: ReadingDocument): Turn[] {
  const { text, sentences } = document;
  const paragraphs: Span[] = [];
  for (const { start, end, paragraph } of sentences)
    paragraphs[paragraph] = span(paragraphs[paragraph]?.start ?? start, end);
  const labels = paragraphs.map((where) => labelOf(document, where));
  const names = labels.flatMap((one) => (one ? [one.label] : []));
  const comesBack = new Set(names).size < names.length || names.some((name) => QUESTION.test(name));
  if (names.length < 2 || !comesBack) return [];
  const turns: Turn[] = [];
  let speaker: Speaker | null | undefined;
  paragraphs.forEach((where, paragraph) => {
    const labelled = labels[paragraph];
    if (labelled) speaker = speakerOfLabel(document, labelled);
    if (speaker === undefined) return;
    const words = span(labelled?.body ?? where.start, where.end);
    // "(Applause.)"
    if (/[\p{L}\p{N}]/u.test(text.slice(words.start, words.end).replace(/^\([^()]*\)$/, '')))
      turns.push({ words, paragraph, speaker });
  });
  return turns;
}

/** The label that opens a paragraph: somebody's name, a title in capitals, or that it is a question or an answer. */
function labelOf(document: ReadingDocument, { start, end }: Span): Labelled | null {
  const found = LABEL.exec(document.text.slice(start, Math.min(end, start + LONGEST_LABEL)));
  const label = found?.[1];
  if (!found || !label) return null;
  const at = span(start, start + label.length);
  const isSpeaker =
    QUESTION.test(label) || ANSWER.test(label) || personIn(document, at) !== null || /^[\p{Lu} .'’-]{4,}$/u.test(label);
  return isSpeaker ? { label, at, body: start + found[0].length } : null;
}

function speakerOfLabel(document: ReadingDocument, { label, at }: Labelled): Speaker | null {
  if (QUESTION.test(label) || ANSWER.test(label)) return null;
  const entity = personIn(document, at);
  const name = entity === null ? titleCase(label) : (document.entities[entity]?.name ?? label);
  return { ...at, name, kind: 'person', entity, role: null };
}

/** The person named in a label, or the only one in the article with that family name. */
function personIn({ text, mentions, entities }: ReadingDocument, at: Span): EntityIndex | null {
  const named = mentions.find(({ start, end, type }) => type === 'person' && start >= at.start && end <= at.end);
  const family = text.slice(at.start, at.end).split(' ').at(-1)?.toLowerCase() ?? '';
  const fitting = entities.flatMap(({ name, type }, index) =>
    type === 'person' && name.includes(' ') && name.toLowerCase().split(' ').at(-1) === family
      ? [index as EntityIndex]
      : [],
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : (named?.entity ?? null);
}

const titleCase = (label: string): string =>
  label.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
