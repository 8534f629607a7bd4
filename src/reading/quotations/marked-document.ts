import { span } from '../../text/span.ts';
import type { Anaphor, Coreference } from '../coreference/coreference.ts';
import type { ReadingDocument } from '../document.ts';
import { type Gender, gendersOf } from '../entities/gender.ts';
import type { SyntaxTree } from '../parse/tree.ts';
import type { EntityIndex, Role, Speaker } from '../reading.ts';
import { type MarkedStretch, markedStretches } from './marks.ts';
import { turnsIn } from './transcript.ts';

/** An article with its stretches in quotation marks laid over its tokens. */
export interface MarkedDocument {
  readonly document: ReadingDocument;
  /** Pronouns and nominals, by where their head begins. */
  readonly anaphors: ReadonlyMap<number, Anaphor>;
  /** The posts that people are told with, those of no more than `MOST_HOLDERS`. */
  readonly rolesBy: ReadonlyMap<EntityIndex, readonly Role[]>;
  /** Whom sources mean, as far as it was asked. */
  readonly speakers: Map<object, Speaker | null>;
  readonly genders: ReadonlyMap<EntityIndex, Gender>;
  readonly stretches: readonly Stretch[];
  /** For each token, the number of the stretch it stands in, marks included; −1 outside. */
  readonly stretchOf: Int32Array;
  /** For each token, the number of its sentence. */
  readonly sentenceOf: Int32Array;
  /** For each token, the number of the mention that it is the role of; −1 for none: "minister" in "Prime Minister Lee". */
  readonly roleOf: Int32Array;
  /** The first token behind the dateline: "LIMA (Agency) — |". */
  readonly begin: number;
  /** For each token, the number of the mention that begins or goes on there; −1 for none. */
  readonly mentionOf: Int32Array;
}

/** A stretch in marks, and its tokens (from the opening mark to, excluded, the one behind the closing mark) and sentences. */
export interface Stretch extends MarkedStretch {
  readonly first: number;
  readonly last: number;
  readonly firstSentence: number;
  readonly lastSentence: number;
  readonly lastParagraph: number;
  /** In a transcript who speaks, as the label tells; undefined elsewhere. */
  readonly turn?: Speaker | null;
}

/** No sentence of print is longer, in tokens; what pretends to be is not parsed, so that reading stays linear. */
const LONGEST_SENTENCE = 250;

export function markedDocument(document: ReadingDocument, coreference: Coreference): MarkedDocument {
  const { text, tokens, sentences, mentions } = document;
  const stretchOf = new Int32Array(tokens.length).fill(-1);
  const sentenceOf = new Int32Array(tokens.length);
  const mentionOf = new Int32Array(tokens.length).fill(-1);
  const roleOf = new Int32Array(tokens.length).fill(-1);
  const stretches: Stretch[] = [];
  let sentence = 0;
  let mention = 0;
  let at = 0;
  tokens.forEach(({ start, end }, token) => {
    while (sentence + 1 < sentences.length && (sentences[sentence + 1]?.start ?? 0) <= start) sentence++;
    sentenceOf[token] = sentence;
    while (mention < mentions.length && (mentions[mention]?.end ?? 0) <= start) mention++;
    if ((mentions[mention]?.start ?? text.length) < end) mentionOf[token] = mention;
  });
  let token = 0;
  mentions.forEach(({ role, type }, number) => {
    if (!role || type !== 'person') return;
    while (token > 0 && (tokens[token]?.start ?? 0) > role.start) token--;
    while (token < tokens.length && (tokens[token]?.start ?? 0) < role.start) token++;
    for (; token < tokens.length && (tokens[token]?.end ?? 0) <= role.end; token++) roleOf[token] = number;
  });
  for (const stretch of withTurns(document, markedStretches(text, sentences))) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= stretch.start) at++;
    const first = at;
    while (at < tokens.length && (tokens[at]?.start ?? 0) < stretch.end) stretchOf[at++] = stretches.length;
    if (at === first) continue;
    const [firstSentence, lastSentence] = [sentenceOf[first] ?? 0, sentenceOf[at - 1] ?? 0];
    stretches.push({ ...stretch, first, last: at, firstSentence, lastSentence, lastParagraph: stretch.paragraph });
  }
  const anaphors = new Map(coreference.anaphors.map((anaphor) => [anaphor.head.start, anaphor]));
  return {
    document,
    anaphors,
    genders: gendersOf(document),
    rolesBy: rolesIn(document),
    speakers: new Map(),
    stretches,
    stretchOf,
    sentenceOf,
    mentionOf,
    roleOf,
    begin: datelineEnd(document),
  };
}

/** The turns of a transcript, and what stands in marks outside of them; in order. */
function withTurns(
  document: ReadingDocument,
  stretches: readonly MarkedStretch[],
): (MarkedStretch & { turn?: Speaker | null })[] {
  const turns = turnsIn(document);
  if (turns.length === 0) return [...stretches];
  const spoken = new Set(turns.map(({ paragraph }) => paragraph));
  const outside = stretches.filter(({ paragraph }) => !spoken.has(paragraph));
  const inTurn = turns.map(({ words, paragraph, speaker }) => ({
    ...words,
    words,
    paragraph,
    closed: true,
    turn: speaker,
  }));
  return [...outside, ...inTurn].sort((a, b) => a.start - b.start);
}

/** No article introduces more people by their posts. */
const MOST_HOLDERS = 200;

function rolesIn({ mentions }: ReadingDocument): ReadonlyMap<EntityIndex, readonly Role[]> {
  const roles = new Map<EntityIndex, Role[]>();
  for (const { entity, role, type } of mentions) {
    if (!role || type !== 'person' || role.text.length > 120) continue;
    const known = roles.get(entity);
    if (!known) {
      if (roles.size < MOST_HOLDERS) roles.set(entity, [role]);
    } else if (!known.some(({ text }) => text === role.text)) known.push(role);
  }
  return roles;
}

/** The tree of a sentence; null where it is too long to be one. */
export function treeOf({ document }: MarkedDocument, sentence: number): SyntaxTree | null {
  const { start = 0, end = 0 } = document.sentences[sentence] ?? {};
  if (end - start > LONGEST_SENTENCE * 12) return null;
  const tree = document.syntax.ofSentence(sentence);
  return tree.heads.length > LONGEST_SENTENCE ? null : tree;
}

/** Stretches that are one speech: whoever goes on in the next paragraph opens marks anew without having closed them. */
export function speechesIn({ stretches, document }: MarkedDocument): (readonly Stretch[])[] {
  const speeches: Stretch[][] = [];
  for (const stretch of stretches) {
    const before = speeches.at(-1)?.at(-1);
    const { start = -1 } = document.sentences[stretch.firstSentence] ?? {};
    const goesOn = before && !before.closed && stretch.paragraph === before.paragraph + 1 && stretch.start === start;
    if (goesOn) speeches.at(-1)?.push(stretch);
    else speeches.push([stretch]);
  }
  return speeches;
}

/** A speech as one stretch from its first mark to its last. */
export function wholeOf(speech: readonly Stretch[]): Stretch {
  const [first, last] = [speech[0], speech.at(-1)];
  if (!first || !last) throw new Error('a speech has a stretch');
  if (first === last) return first;
  return {
    ...span(first.start, last.end),
    words: span(first.words.start, last.words.end),
    closed: last.closed,
    paragraph: first.paragraph,
    first: first.first,
    last: last.last,
    firstSentence: first.firstSentence,
    lastSentence: last.lastSentence,
    lastParagraph: last.paragraph,
  };
}

/** "LIMA (Agency) — ", "GENEVA, 3 May - ": where and when the report was written, which nobody in it says. */
const DATELINE = /^\p{Lu}{3}[\p{Lu}.'’/ -]*(?:,[^.—–\n]{1,40}?)?\s?(?:\([^()\n]{1,40}\)\s?)?(?:[—–]|--|-\s)/u;

/** The first token behind the dateline. */
function datelineEnd({ text, tokens }: ReadingDocument): number {
  const start = tokens[0]?.start ?? 0;
  const dateline = DATELINE.exec(text.slice(start, start + 120));
  return dateline ? tokens.findIndex((token) => token.start >= start + dateline[0].length) : 0;
}
