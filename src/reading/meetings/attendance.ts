import type { MeetingForm, Participant } from '../reading.ts';
import type { Circumstances } from './circumstances.ts';
import { isSomebody, type Scene, SPEECH } from './draft.ts';
import type { BeforeNoun } from './noun-phrase.ts';
import { participantsIn } from './participants.ts';
import { phraseFrom, type Range, subjectAfter, subjectOf } from './phrases.ts';
import type { Word } from './words.ts';

/**
 * Who took part in the meeting that the noun at `n` tells, besides those of its own phrase: whoever held or attended it,
 * came to it, spoke at it or left it.
 */
export function attendants(
  scene: Scene,
  n: number,
  form: MeetingForm,
  before: BeforeNoun,
  around: Circumstances,
): Participant[] {
  const { document, words } = scene;
  const read = (range: Range | null) => (range ? participantsIn(document, words, range) : []);
  const subject = before.verb === null ? null : subjectOf(words, before.verb);
  const verb = words[before.verb ?? -1]?.lower ?? '';
  // "Geneva hosted talks" took no part; whoever "held talks" did
  const holds = /^(?:h[eo]ld(?:s|ing)?|ha[ds])$/.test(verb);
  const holders = subject ? participantsIn(document, words, subject, holds) : [];
  const joined = before.verb !== null && verb.startsWith('join') ? read(phraseFrom(words, before.verb + 1)) : [];
  const outer = before.travel ?? before.governor;
  const travellers = outer === null ? [] : read(subjectOf(words, outer) ?? subjectAfter(words, n));
  return [
    ...holders,
    ...joined,
    ...speakers(scene, n, form, before, around),
    ...travellers,
    ...talkers(scene, n, form, before, around),
    ...read(atWhich(words, n)),
  ];
}

/** Does this preposition tell who met: "with the emir", "between A and B"? */
export const isTold = (words: readonly Word[], { others }: Circumstances, preposition: RegExp): boolean =>
  others.some(({ from }) => preposition.test(words[from - 1]?.lower ?? ''));

/** "During the talks, …": a meeting that may have been told before. */
export const isBare = ({ words }: Scene, before: BeforeNoun): boolean =>
  before.at !== null && /^(?:the|this|that|their)$/.test(words[before.from]?.lower ?? '');

/** Who speaks at the meeting, or after it where only they can have met the other: "After talks with the emir, the envoy said". */
function speakers(
  scene: Scene,
  _n: number,
  form: MeetingForm,
  before: BeforeNoun,
  around: Circumstances,
): Participant[] {
  const { document, words } = scene;
  // "said of a pact made during the premier's visit", "after talks between the two": those who met are told already
  if (isTold(words, around, /^between$/) || (form === 'visit' && before.owners.length > 0)) return [];
  const spoke = before.at === 'during' || (before.at === 'after' && isTold(words, around, /^with$/));
  // "the minister said after the meeting"; an analyst may say so too
  const leaving = before.at === 'after' && around.others.length === 0 && isBare(scene, before);
  const range = spoke || leaving ? speakerOf(words, before.from) : null;
  const said = range ? participantsIn(document, words, range) : [];
  const theirs = words[before.from]?.lower === 'their';
  return leaving ? said.filter((p) => p.kind === 'person' && (theirs || p.country !== null)) : said;
}

/** The subject of the verb of saying before "at a meeting", or of the clause that follows. */
function speakerOf(words: readonly Word[], noun: number): Range | null {
  for (let i = noun - 1; i >= 0 && noun - i < 30; i--) {
    const word = words[i];
    if (word?.part === 'stop') return null;
    if (word?.part === 'verb' || SPEECH.test(word?.lower ?? ''))
      return SPEECH.test(word?.lower ?? '') ? subjectOf(words, i) : null;
  }
  return subjectAfter(words, noun);
}

/** "A told B in a phone call", "during their meeting": who spoke, and to whom; that is told already in "in a call with B". */
function talkers(
  { document, words }: Scene,
  n: number,
  form: MeetingForm,
  before: BeforeNoun,
  around: Circumstances,
): Participant[] {
  const theirs = words[before.from]?.lower === 'their';
  const verb = before.told ?? (theirs ? verbAfter(words, n) : null);
  if (verb === null) return [];
  const toldWith = isTold(words, around, /^with$/);
  const speaks = before.at === 'during' || SPEECH.test(words[verb]?.lower ?? '');
  if (form !== 'call' && !theirs && !(toldWith && speaks)) return [];
  const [speaker, hearer] = [subjectOf(words, verb), phraseFrom(words, verb + 1)];
  const said = speaker ? participantsIn(document, words, speaker).filter(isSomebody) : [];
  const heard = hearer && !toldWith ? participantsIn(document, words, hearer).filter(isSomebody) : [];
  return said.length > 0 && (toldWith || heard.length > 0) ? [...said, ...heard] : [];
}

/** "At their meeting, A | told | B" */
function verbAfter(words: readonly Word[], noun: number): number | null {
  const subject = subjectAfter(words, noun);
  const verb = subject === null ? null : subject.to + (words[subject.to]?.part === 'adverb' ? 1 : 0);
  return verb !== null && SPEECH.test(words[verb]?.lower ?? '') ? verb : null;
}

/** "a meeting, at which | the premier | spoke" */
function atWhich(words: readonly Word[], n: number): Range | null {
  const at = words[n + 1]?.part === 'comma' ? n + 2 : n + 1;
  if (!/^(?:at|during|in)$/.test(words[at]?.lower ?? '') || words[at + 1]?.lower !== 'which') return null;
  return phraseFrom(words, at + 2);
}
