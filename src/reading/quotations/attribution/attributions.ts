import { type Cue, cueOf, NAMING } from '../cues.ts';
import type { Item, Outline, Unit } from '../outline.ts';
import { isPerson, isPossessive, type Phrase, phraseEndingAt, phraseStartingAt } from './phrases.ts';
import { invertedSubject, sharedSubject, subjectAt, subjectBeyond } from './subjects.ts';
import { unlistedVerb, unlistedVerbBefore } from './unlisted.ts';
import {
  AUXILIARIES,
  BE,
  BETWEEN,
  DAYS,
  isSpeakerNoun,
  NEGATIONS,
  PREPOSITIONS,
  PRONOUNS,
  UTTERANCES,
} from './words.ts';

/** A report of speech: the cue, and who is its subject. */
export interface Attribution {
  readonly cue: Cue;
  /** The item of the cue word, and the one behind the last of the cue ("according to"). */
  readonly cueFrom: number;
  readonly cueTo: number;
  readonly speaker: Phrase | null;
  /** Subject and cue together, from the first to (excluded) the last item. */
  readonly from: number;
  readonly to: number;
  readonly order: 'subject first' | 'cue first' | 'shared subject' | 'according to' | 'colon';
  readonly negated: boolean;
}

const ACCORDING: Cue = { lemma: 'according to', form: 'finite', strength: 'says', hearer: false, noun: false };
const COLON: Cue = { lemma: ':', form: 'finite', strength: 'says', hearer: false, noun: false };

/** All reports of speech in a unit, in order of their cues. */
export function attributionsIn(outline: Outline, unit: Unit): Attribution[] {
  const { items } = outline;
  const found: Attribution[] = [];
  for (let i = unit.from; i < unit.to; i++) {
    const item = items[i];
    if (!item) break;
    if (item.kind === 'marked') {
      if (/^[,:]$/.test(items[i - 1]?.word ?? '') && (found.at(-1)?.cueTo ?? 0) < i - 1) {
        const leading = unlistedVerbBefore(outline, unit, i);
        if (leading) found.push(leading);
      }
      const unlisted = unlistedVerb(outline, unit, i);
      if (unlisted) found.push(unlisted);
      continue;
    }
    const attribution =
      item.word === 'according'
        ? accordingTo(outline, unit, i)
        : item.word === ':'
          ? colon(outline, unit, i)
          : item.kind === 'word'
            ? verb(outline, unit, i, found)
            : null;
    if (attribution) found.push(attribution);
  }
  return found;
}

function accordingTo(outline: Outline, unit: Unit, at: number): Attribution | null {
  if (outline.items[at + 1]?.word !== 'to') return null;
  const speaker = phraseStartingAt(outline, at + 2, unit.to);
  let to = speaker?.to ?? at + 2;
  // "According to a survey by two economists at the bank, …": what belongs to the source ends with the comma.
  if (at === unit.from) {
    for (let i = to; i < unit.to && i - to < 16; i++) {
      if (outline.items[i]?.word !== ',') continue;
      to = i;
      break;
    }
  }
  return { cue: ACCORDING, cueFrom: at, cueTo: at + 2, speaker, from: at, to, order: 'according to', negated: false };
}

/** "Adeyemi: We will go." */
function colon(outline: Outline, unit: Unit, at: number): Attribution | null {
  if (at - unit.from > 6 || at + 1 >= unit.to) return null;
  const speaker = phraseEndingAt(outline, at - 1, unit.from);
  if (!speaker || speaker.name < 0 || speaker.from !== unit.from || !isPerson(outline, speaker.name)) return null;
  return {
    cue: COLON,
    cueFrom: at,
    cueTo: at + 1,
    speaker,
    from: unit.from,
    to: at + 1,
    order: 'colon',
    negated: false,
  };
}

function verb(outline: Outline, unit: Unit, at: number, earlier: readonly Attribution[]): Attribution | null {
  const { items } = outline;
  const item = items[at];
  const cue = item && cueOf(item.word);
  if (!item || !cue) return null;
  if (item.capital && at > unit.from && items[at - 1]?.kind !== 'marked' && !isHeadline(items, unit)) return null;
  // "It is fair to say that", "as if to say": nobody does.
  if (
    items[at - 1]?.word === 'to' &&
    /^(?:fair|safe|hard|easy|enough|if|is|likely|true)$/.test(items[at - 2]?.word ?? '')
  )
    return null;
  const back = beforeVerb(items, at, unit.from);
  const negated = back.negated;
  const made = (speaker: Phrase | null, order: Attribution['order']): Attribution => ({
    cue,
    cueFrom: at,
    cueTo: at + 1,
    speaker,
    from: order === 'cue first' || !speaker || order === 'shared subject' ? at : speaker.from,
    to: order === 'cue first' && speaker ? speaker.to : at + 1,
    order,
    negated,
  });
  if (back.passive && cue.form !== 'participle') return null;
  if (cue.lemma === 'add' && items[at + 1]?.word === 'to' && !marksBefore(items, unit, at)) return null;
  const before = items[back.last];
  // "the minister's claim", "the editor's note"
  if (cue.noun && isPossessive(items[at - 1])) return null;
  const opens = back.last < unit.from;

  if (cue.form === 'participle' && !back.passive) {
    if (before && !opens && PREPOSITIONS.has(before.word) && before.word !== 'as' && before.word !== 'by') return null;
    const subject = sharedSubject(outline, unit, at, earlier);
    return subject || leadsTo(items, at) ? made(subject, 'shared subject') : null;
  }
  const behindMarks = items[at - 1]?.kind === 'marked' && at > unit.from;
  if (
    cue.form === 'finite' &&
    (!cue.hearer || behindMarks) &&
    (opens || before?.kind === 'marked' || before?.kind === 'mark')
  ) {
    const inverted = invertedSubject(outline, unit, at);
    if (inverted) return made(inverted, 'cue first');
  }
  if (opens || !before) return null;
  if (before.word === 'to') {
    if (cue.strength !== 'says' || !isDone(items, unit, at, back.last)) return null;
    const subject = sharedSubject(outline, unit, at, earlier);
    return subject && made(subject, 'shared subject');
  }
  if (/^(?:and|but|then|or)$/.test(before.word)) {
    if (cue.form === 'base' && cue.noun) return null;
    const subject = sharedSubject(outline, unit, at, earlier);
    return subject && made(subject, 'shared subject');
  }
  const speaker =
    before.kind === 'mark' ? subjectBeyond(outline, unit, back.last) : subjectAt(outline, unit, back.last, earlier);
  if (!speaker) return cue.strength === 'says' && !cue.noun && leadsTo(items, at) ? made(null, 'subject first') : null;
  if (cue.noun && !isVerbHere(outline, at, speaker, back.helped)) return null;
  // "a band called …" is no report, "the mayor called …" is.
  if (NAMING.has(cue.lemma) && speaker.name < 0 && !PRONOUNS.has(speaker.head) && !isSpeakerNoun(speaker.head))
    return null;
  return made(speaker, 'subject first');
}

/** "Rojas Says Strike Will Go On": does every word of weight begin with a capital? */
function isHeadline(items: readonly Item[], { paragraph, first, from, to }: Unit): boolean {
  if (paragraph > 0 || !first || to - from > 30) return false;
  for (let i = from; i < to; i++) {
    const item = items[i];
    if (item?.kind === 'word' && item.word.length > 4 && !item.capital) return false;
  }
  return true;
}

/** Is what stands as an infinitive told as done: "went on to say", but not "refused to say", "has to tell"? Where words in marks follow, it mostly is. */
function isDone(items: readonly Item[], unit: Unit, at: number, to: number): boolean {
  const governing = items[to - 1]?.word ?? '';
  if (NEVER_DONE.test(governing)) return false;
  if (/^(?:on|out|back|forward|quick)$/.test(governing)) return true;
  for (let i = at + 1; i < unit.to && i - at < 14; i++) if (items[i]?.kind === 'marked') return true;
  return false;
}

const NEVER_DONE =
  /^(?:refus|declin|fail|struggl|hesitat|try|tried|need|requir|ask|unable|able|not|ready|afraid|have|has|had$|want|hope|plan|evidence|effort)/;

const marksBefore = (items: readonly Item[], unit: Unit, at: number): boolean => {
  for (let i = at - 1; i >= unit.from && at - i < 12; i--) if (items[i]?.kind === 'marked') return true;
  return false;
};

/** Do words in marks follow right behind the verb? */
const leadsTo = (items: readonly Item[], at: number): boolean =>
  items[at + 1]?.kind === 'marked' || (/^[,:]$/.test(items[at + 1]?.word ?? '') && items[at + 2]?.kind === 'marked');

/** What stands before the verb and its helpers ("has repeatedly", "on Friday"): the item that should end the subject. */
function beforeVerb(items: readonly Item[], at: number, low: number) {
  let last = at - 1;
  let passive = false;
  let negated = false;
  let helped = false;
  while (last >= low && at - last < 10) {
    const item = items[last];
    if (!item || (item.kind !== 'word' && item.kind !== 'number')) break;
    const { word } = item;
    if (NEGATIONS.has(word)) negated = true;
    if (BE.has(word) && !isVerbPossessive(items, last)) passive ||= !helped || !passive;
    if (AUXILIARIES.has(word)) helped = true;
    const date = DAYS.has(word) || (word === 'on' && last + 1 < at);
    if (!AUXILIARIES.has(word) && !BETWEEN.has(word) && !NEGATIONS.has(word) && !date && !isAdverb(word)) break;
    last--;
  }
  return { last, passive, negated, helped };
}

/** "the ministry's said" does not occur; "he's said" is "he has said". */
const isVerbPossessive = (items: readonly Item[], at: number): boolean => isPossessive(items[at]);

const isAdverb = (word: string): boolean =>
  word.endsWith('ly') && !/^(?:family|daily|july|italy|reply|ally|assembly|only)$/.test(word);

/** "The report notes that", but not "the many claims": is this word, which can be a noun, a verb here? */
function isVerbHere(outline: Outline, at: number, speaker: Phrase, helped: boolean): boolean {
  const { items } = outline;
  if (helped) return true;
  const word = items[at]?.word ?? '';
  const next = items[at + 1];
  const follows =
    next?.kind === 'marked' ||
    /^(?:that|:|,|how|why|the|he|she|they|it|there)$/.test(next?.word ?? '') ||
    next?.kind === 'name';
  const behind = items[speaker.from - 1]?.kind === 'marked' || items[speaker.from - 2]?.kind === 'marked';
  if (!follows && !(behind && (next === undefined || next.kind === 'mark' || next.word === 'out'))) return false;
  // "Southern states that": countries and provinces, unless a person or a paper states.
  if (word === 'states' && !(speaker.name >= 0 ? isPerson(outline, speaker.name) : UTTERANCES.has(speaker.head)))
    return PRONOUNS.has(speaker.head);
  // "reports that were filed": the word is the noun that the clause tells about.
  if (next?.word === 'that' && AUXILIARIES.has(items[at + 2]?.word ?? '')) return false;
  if (speaker.name >= 0) return true;
  if (PRONOUNS.has(speaker.head)) return true;
  if (!isSpeakerNoun(speaker.head) && !items[speaker.headAt]?.capital) return false;
  // "officials say" against "the reports": plural nouns take the base, the others the -s.
  return speaker.to - speaker.from >= 1 && word.endsWith('s') !== speaker.head.endsWith('s');
}
