import { BODY_NOUNS, PERSON_NOUNS } from '../coreference/nouns.ts';
import type { SyntaxTree } from '../parse/tree.ts';
import type { Speaker } from '../reading.ts';
import { POSTS } from '../roles/posts.ts';
import { SPEECH_NOUNS, SPEECH_VERBS, VIEW_VERBS, WORKS } from './lexicon.ts';
import { type MarkedDocument, type Stretch, treeOf } from './marked-document.ts';
import type { SpeechSource } from './sources.ts';
import { maySpeak } from './speaker.ts';

/** Names of what is true of a candidate. What each is worth is learned (weights.ts). */
export type SpeakerFeatures = readonly string[];

/** What was decided of the stretch before. */
export interface Decided {
  readonly stretch: Stretch;
  readonly source: SpeechSource | null;
  readonly speaker: Speaker | null;
}

/** A stretch as a whole: what tells whether it is somebody's words at all. */
export interface Shape {
  /** Number of words, in steps. */
  readonly length: string;
  /** The words end with a stop or comma, within the marks. */
  readonly stop: string;
  readonly capital: boolean;
  readonly title: boolean;
  /** Nothing else stands in its sentences. */
  readonly alone: boolean;
  readonly opens: boolean;
  readonly single: boolean;
}

const step = (n: number, ...limits: number[]): string => String(limits.find((limit) => n <= limit) ?? 'more');

export function shapeOf({ document, stretchOf }: MarkedDocument, stretch: Stretch): Shape {
  const { text, tokens, sentences } = document;
  const { start, end } = stretch.words;
  const said = text.slice(start, end).trim();
  let count = 0;
  let capitals = 0;
  for (let i = stretch.first; i < stretch.last; i++) {
    if (tokens[i]?.kind !== 'word') continue;
    count++;
    if (tokens[i]?.capital || (tokens[i]?.end ?? 0) - (tokens[i]?.start ?? 0) <= 3) capitals++;
  }
  const from = sentences[stretch.firstSentence]?.start ?? 0;
  const to = sentences[stretch.lastSentence]?.end ?? 0;
  const outside = (a: number, b: number) => /[\p{L}\p{N}]/u.test(text.slice(Math.max(a, b - 400), b));
  const behind = /[\p{L}\p{N}]/u.test(text.slice(stretch.end, Math.min(to, stretch.end + 400)));
  const opens = !outside(from, stretch.start);
  const last = said.replace(/['’)\]]+$/, '').at(-1) ?? '';
  return {
    length: step(count, 1, 2, 3, 5, 9),
    stop: !stretch.closed
      ? 'open'
      : last === ','
        ? ','
        : /[.!?…]/.test(last)
          ? '.'
          : /^\s?,/.test(text.slice(stretch.end, stretch.end + 2))
            ? ', behind'
            : 'none',
    capital: /^\P{L}*\p{Lu}/u.test(said),
    title: count >= 2 && count <= 12 && capitals === count && tokens[stretch.first + 1]?.capital === true,
    alone: opens && !behind,
    opens,
    single: /^['‘]$/.test(text.slice(stretch.start, start)) && stretchOf.length > 0,
  };
}

/** How strongly a word is one of speech. */
function kindOfCue({ kind, lemma, passive }: SpeechSource): string {
  if (kind === 'verb') {
    if (passive) return 'passive';
    return SPEECH_VERBS.has(lemma) ? 'says' : VIEW_VERBS.has(lemma) ? 'views' : 'does';
  }
  return kind === 'noun' ? (SPEECH_NOUNS.has(lemma) ? 'statement' : 'owns') : kind;
}

/** How the cue stands to the stretch in the tree: the relation by which one hangs (at how many steps) below the other. */
function linkOf(marked: MarkedDocument, stretch: Stretch, source: SpeechSource): string {
  const tree = treeOf(marked, source.sentence);
  if (!tree) return 'none';
  const from = Math.max(0, stretch.first - tree.first);
  const to = Math.min(tree.heads.length, stretch.last - tree.first);
  if (from >= to) return 'apart';
  const inside = (node: number) => node >= from && node < to;
  const cue = source.cue - tree.first;
  let nearest: { relation: string; steps: number } | null = null;
  for (let i = from; i < to; i++) {
    const head = tree.heads[i] ?? -1;
    if (head < 0 || inside(head) || tree.tags[i] === 'PUNCT') continue;
    const above = climb(tree, i, (node) => node === cue);
    if (above && (!nearest || above.steps < nearest.steps)) nearest = above;
  }
  if (nearest) return `below ${nearest.relation} ${nearest.steps === 1 ? '' : nearest.steps < 4 ? 'far' : 'farther'}`;
  const above = climb(tree, cue, inside);
  if (above) return `above ${above.relation} ${above.steps === 1 ? '' : 'far'}`;
  return 'beside';
}

const isSpeech = ({ lemma }: SpeechSource): boolean => SPEECH_VERBS.has(lemma) || VIEW_VERBS.has(lemma);

/** Does a verb of speech govern the words? */
export const governs = (marked: MarkedDocument, stretch: Stretch, source: SpeechSource): boolean =>
  source.kind === 'verb' &&
  isSpeech(source) &&
  /^below (?:ccomp|obj|xcomp|obl|parataxis) (?:far)?$/.test(linkOf(marked, stretch, source));

function climb(tree: SyntaxTree, from: number, reached: (node: number) => boolean) {
  let at = from;
  for (let steps = 1; steps <= 6; steps++) {
    const head = tree.heads[at] ?? -1;
    if (head < 0) return null;
    if (reached(head)) return { relation: (tree.relations[at] ?? 'dep').replace(/:.*/, ''), steps };
    at = head;
  }
  return null;
}

function kindOfHead(marked: MarkedDocument, source: SpeechSource): string {
  const mention = marked.document.mentions[marked.mentionOf[source.head] ?? -1];
  if (mention) return mention.type;
  const tree = treeOf(marked, source.sentence);
  const node = source.head - (tree?.first ?? 0);
  const word = (tree?.words[node] ?? '').toLowerCase();
  if (/^(?:he|she|his|her)$/.test(word)) return 'he';
  if (/^(?:i|we|you|my|our|your)$/.test(word)) return 'I';
  if (/^(?:they|their)$/.test(word)) return 'they';
  if (tree?.tags[node] === 'PRON' || tree?.tags[node] === 'DET') return 'it';
  const lemma = (tree?.lemmas[node] ?? '').toLowerCase();
  if (PERSON_NOUNS.has(lemma) || POSTS.has(lemma)) return 'person noun';
  if (BODY_NOUNS.has(lemma)) return 'body noun';
  if (SPEECH_NOUNS.has(lemma)) return 'speech noun';
  if (!tree || !maySpeak(tree, node)) return 'thing';
  return tree.tags[node] === 'PROPN' ? 'capital noun' : tree.tags[node] === 'NOUN' ? 'noun' : 'other';
}

/** What the speaker is that a source was found to mean: only people and bodies speak. */
function kindOfSpeaker(marked: MarkedDocument, head: string, speaker: Speaker | null): string {
  if (!speaker) return 'nobody';
  if (speaker.entity !== null) return marked.document.entities[speaker.entity]?.type ?? 'person';
  if (head !== 'it' && head !== 'he') return `no name, ${head}`;
  return 'no name';
}

/** Words between two tokens, and how many other stretches. */
function between({ document: { tokens }, stretchOf }: MarkedDocument, from: number, to: number) {
  const others = new Set<number>();
  let words = 0;
  for (let i = from; i < to && i - from < 400; i++) {
    const number = stretchOf[i] ?? -1;
    if (number >= 0) others.add(number);
    else if (tokens[i]?.kind !== 'mark') words++;
  }
  return { words, others: others.size };
}

export function featuresOfSource(
  marked: MarkedDocument,
  stretch: Stretch,
  shape: Shape,
  source: SpeechSource,
  speaker: Speaker | null,
  rank: number,
  governing: ReadonlySet<SpeechSource>,
  last: Decided | null,
): SpeakerFeatures {
  const { text, tokens, sentences } = marked.document;
  const cue = kindOfCue(source);
  const side = source.last <= stretch.first ? 'before' : source.first >= stretch.last ? 'behind' : 'around';
  const gap =
    side === 'before'
      ? between(marked, source.last, stretch.first)
      : side === 'behind'
        ? between(marked, stretch.last, source.first)
        : { words: 0, others: 0 };
  const distance =
    source.sentence < stretch.firstSentence
      ? source.sentence - stretch.firstSentence
      : Math.max(0, source.sentence - stretch.lastSentence);
  const paragraph =
    (sentences[source.sentence]?.paragraph ?? 0) - (distance > 0 ? stretch.lastParagraph : stretch.paragraph);
  const place = distance === 0 ? 'here' : `${distance} ${paragraph === 0 ? 'same paragraph' : 'other paragraph'}`;
  const link = distance === 0 ? linkOf(marked, stretch, source) : 'apart';
  const head = kindOfHead(marked, source);
  const meant = kindOfSpeaker(marked, head, speaker);
  const lead =
    text
      .slice(Math.max(0, stretch.start - 2), stretch.start)
      .trim()
      .at(-1) ?? '';
  const leads = side === 'before' && /^[:,]$/.test(lead) ? lead : side === 'before' ? 'no mark' : shape.stop;
  const [before, after] = [marked.stretchOf[source.first - 1] ?? -1, nextStretch(marked, source.last)];
  const own = marked.stretchOf[stretch.first] ?? -1;
  const features = [
    `${cue}`,
    `${cue}, ${side}, ${place}`,
    `${head}, ${cue}`,
    `${head}, ${place}`,
    `means ${meant}`,
    `means ${meant}, ${cue}`,
    `${link}, ${cue}`,
    `${link}, ${side}`,
    `rank ${rank}, ${side}, ${distance === 0 ? 'here' : 'elsewhere'}`,
    `rank ${rank}, ${cue}`,
    `${gap.words} words`.replace(/^\d+/, step(gap.words, 0, 1, 3, 6, 12, 25)),
    `${step(gap.words, 0, 2, 6, 12)} words, ${cue}, ${side}`,
    `${step(gap.words, 0, 2, 6, 12)} words, ${leads}, ${side}`,
    `${step(gap.others, 0, 1)} stretches between, ${side}`,
    `${shape.alone ? 'alone' : shape.opens ? 'opens' : 'within'}, ${side}, ${place}`,
  ];
  if (source.kind === 'verb' || source.kind === 'noun') features.push(`lemma ${source.lemma}`);
  // "Lee called it “a trap”, Radio Norland reported": whoever's verb governs the words stands before whoever relays them.
  const relays = governing.size > (governing.has(source) ? 1 : 0);
  if (distance === 0)
    features.push(
      `${relays ? 'another' : 'no other'} governs, ${cue}, ${side}, ${link.startsWith('below') ? 'below' : 'not below'}`,
    );
  if (before >= 0 && before !== own)
    features.push(`follows another, ${side}, ${distance === 0 ? 'here' : 'elsewhere'}`);
  if (after >= 0 && after !== own) features.push(`leads to another, ${side}, ${distance === 0 ? 'here' : 'elsewhere'}`);
  if (tokens[source.last]?.kind === 'mark' && text.charAt(tokens[source.last]?.start ?? 0) === ':')
    features.push(`colon behind, ${side}, ${distance}`);
  if (last) {
    if (last.source?.cue === source.cue && last.source.sentence === source.sentence)
      features.push(`reported the last, ${side}, ${distance === 0 ? 'here' : 'elsewhere'}`);
    if (speaker && last.speaker && sameAs(speaker, last.speaker))
      features.push(`spoke last, ${distance === 0 ? 'here' : 'elsewhere'}`);
  }
  return features;
}

export const sameAs = (a: Speaker, b: Speaker): boolean =>
  a.entity === null || b.entity === null ? a.name === b.name : a.entity === b.entity;

/** The stretch that begins behind these tokens, a colon, comma or "that" between. */
function nextStretch({ stretchOf, document: { tokens } }: MarkedDocument, at: number): number {
  for (let i = at; i < at + 2; i++) {
    const number = stretchOf[i] ?? -1;
    if (number >= 0) return number;
    if (tokens[i]?.kind !== 'mark') return -1;
  }
  return -1;
}

/** That the stretch's words are of whoever spoke last. */
export function featuresOfSame(marked: MarkedDocument, stretch: Stretch, shape: Shape, last: Decided): SpeakerFeatures {
  const { sentences } = marked.document;
  const distance = stretch.firstSentence - last.stretch.lastSentence;
  const paragraphs = stretch.paragraph - (sentences[last.stretch.lastSentence]?.paragraph ?? 0);
  const where = `${step(distance, 0, 1, 2, 4)} sentences, ${step(paragraphs, 0, 1, 2)} paragraphs`;
  const form = shape.alone ? 'alone' : shape.opens ? 'opens' : 'within';
  return [
    'same',
    `same, ${where}`,
    `same, ${form}, ${where}`,
    `same, ${form}, ${shape.stop}`,
    `same, ${shape.length} long, ${form}`,
    `same, last ${last.stretch.closed ? 'closed' : 'open'}, ${form}`,
    `same, last reported ${last.source === null ? 'by none' : last.source.first >= last.stretch.last ? 'behind' : 'before'}, ${form}, ${step(paragraphs, 0, 1)}`,
  ];
}

/** "In her book, “Years of Salt”": does a noun for a work stand before words of which each begins with a capital? */
export function isTitleOfWork(marked: MarkedDocument, stretch: Stretch): boolean {
  const tree = treeOf(marked, stretch.firstSentence);
  if (!tree || !shapeOf(marked, stretch).title) return false;
  const at = stretch.first - tree.first - 1;
  return [at, tree.words[at] === ',' ? at - 1 : at].some((node) => WORKS.has(tree.lemmas[node] ?? ''));
}

/** "(Applause.)": what a transcript tells besides the words. */
export const isRemark = ({ document: { text } }: MarkedDocument, { words }: Stretch): boolean =>
  /^\s*\([^()]*\)?\s*$/.test(text.slice(words.start, Math.min(words.end, words.start + 200)));

/** That the marks only set words apart: a title, a term, a nickname. */
export function featuresOfNone(marked: MarkedDocument, stretch: Stretch, shape: Shape): SpeakerFeatures {
  const tree = treeOf(marked, stretch.firstSentence);
  const tagOf = (token: number) => tree?.tags[token - tree.first] ?? 'edge';
  const form = shape.alone ? 'alone' : shape.opens ? 'opens' : 'within';
  const from = stretch.first - (tree?.first ?? 0);
  const to = stretch.last - (tree?.first ?? 0);
  let link = 'root';
  for (let i = Math.max(0, from); tree && i < Math.min(to, tree.heads.length); i++) {
    const head = tree.heads[i] ?? -1;
    if (head >= 0 && (head < from || head >= to) && tree.tags[i] !== 'PUNCT') {
      const side = head < from ? 'before' : 'behind';
      link = `${(tree.relations[i] ?? 'dep').replace(/:.*/, '')} of ${tree.tags[head]} ${side}`;
      break;
    }
  }
  const lemma = tree?.lemmas[stretch.first - 1 - tree.first] ?? '';
  const named = (marked.mentionOf[stretch.first + 1] ?? -1) >= 0;
  return [
    'none',
    `none, ${shape.length} long`,
    `none, ${shape.length} long, ${shape.stop}`,
    `none, ${shape.length} long, ${shape.capital ? 'capital' : 'small'}`,
    `none, ${form}, ${shape.stop}`,
    `none, ${shape.title ? 'title' : 'no title'}, ${shape.stop}`,
    `none, ${shape.single ? 'single' : 'double'} marks`,
    `none, behind ${tagOf(stretch.first - 1)}`,
    `none, before ${tagOf(stretch.last)}`,
    `none, ${link}`,
    `none, ${named ? 'name' : 'no name'} first, ${shape.length} long`,
    `none, behind ${lemma}`,
  ];
}

/** That they are somebody's words, and nobody tells whose. */
export function featuresOfUnknown(stretch: Stretch, shape: Shape, sources: number): SpeakerFeatures {
  const form = shape.alone ? 'alone' : shape.opens ? 'opens' : 'within';
  return [
    'unknown',
    `unknown, ${form}`,
    `unknown, ${shape.length} long`,
    `unknown, ${form}, ${shape.stop}`,
    `unknown, ${shape.length} long, ${shape.stop}`,
    `unknown, ${step(sources, 0, 1, 3)} sources`,
    `unknown, ${stretch.closed ? 'closed' : 'open'}`,
  ];
}
