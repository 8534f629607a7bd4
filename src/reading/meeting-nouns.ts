import { BEGAN, type Circumstances, circumstancesAfter } from './meeting-circumstances.ts';
import { type Draft, drafted, isOfficial, isSomebody, metApart, type Scene, SPEECH, several } from './meeting-draft.ts';
import { type BeforeNoun, beforeNoun, destination } from './meeting-noun-phrase.ts';
import { distinct, participantsIn } from './meeting-participants.ts';
import { phraseFrom, type Range, subjectAfter, subjectOf } from './meeting-phrases.ts';
import { readVisit } from './meeting-visits.ts';
import type { Word } from './meeting-words.ts';
import type { MeetingForm, Participant } from './reading.ts';

/** The meeting that the noun at `n` tells, if it tells one: "held talks with the king", "a meeting between A and B". */
export function readNoun(scene: Scene, n: number, form: MeetingForm): Draft | null {
  const { document, words } = scene;
  const read = (range: Range | null) => (range ? participantsIn(document, words, range) : []);
  const before = beforeNoun(scene, n);
  const around = circumstancesAfter(document, words, n + 1, true);
  const lower = words[n]?.lower ?? '';
  const kind = words[n - 1]?.lower ?? '';
  if (/^calls?$/.test(lower) && !/^(?:phone|telephone|conference|video)$/.test(kind)) return null;
  const explicit = around.others.flatMap((range) => read(range));
  const told = (preposition: string) => around.others.some((range) => words[range.from - 1]?.lower === preposition);
  if (
    /^(?:talk|chat|lunch|dinner|breakfast|supper)$/.test(lower) &&
    (explicit.length === 0 || !(told('with') || told('between')))
  )
    return null;
  const own = [...before.owners, ...explicit];
  const subjectRange = before.verb === null ? null : subjectOf(words, before.verb);
  // "Geneva hosted talks" took no part; whoever "held talks" did
  const holds = /^(?:h[eo]ld(?:s|ing)?|ha[ds])$/.test(words[before.verb ?? -1]?.lower ?? '');
  const subject = subjectRange ? participantsIn(document, words, subjectRange, holds) : [];
  const joined =
    before.verb !== null && /^join/.test(words[before.verb]?.lower ?? '')
      ? read(phraseFrom(words, before.verb + 1))
      : [];
  // "After talks with the emir, the envoy said": with nobody told by "with", he may only have spoken later.
  const spoke = before.at === 'during' || (before.at === 'after' && told('with'));
  const leaving = before.at === 'after' && around.others.length === 0 && isBare(scene, before);
  const speakers = spoke || leaving ? read(attendant(words, before.from)) : [];
  const attending = leaving ? speakers.filter((p) => p.kind === 'person' && p.country !== null) : speakers;
  const outer = before.travel ?? before.governor;
  const traveller = outer === null ? [] : read(subjectOf(words, outer));
  const called = form === 'call' && before.told !== null ? callers(scene, before.told) : [];
  const there = atWhich(words, n);
  const everyone = distinct([...subject, ...joined, ...attending, ...traveller, ...called, ...own, ...read(there)]);
  const first = before.verb ?? before.from;
  if (form === 'visit') {
    const place = around.place ?? destination(scene, before.travel, n);
    return readVisit(scene, n, before, everyone, { ...around, place, date: around.date ?? before.date });
  }
  if (scene.sport && !everyone.some((p) => p.role !== null)) return null;
  if (/^sessions?$/.test(lower) && !sitting(words, n)) return null;
  if (/^conferences?$/.test(lower) && !conferring(before, everyone, kind, own.length > 0)) return null;
  // With a whole town, or God: no meeting of people who are named.
  if (/^(?:hall|hall-style|prayer|track|race|revival|shareholders?)$/.test(words[n - 1]?.lower ?? '')) return null;
  // Talk in the air ("after days of negotiations") is nobody's meeting.
  const [only] = everyone;
  if (!only || (everyone.length < 2 && !standsAlone(scene, n, before, around, only))) return null;
  const draft = drafted(scene, first, n, around.byPhone ? 'call' : form, everyone, {
    ...around,
    place: around.place ?? destination(scene, before.travel, n),
    date: around.date ?? before.date,
  });
  if (!draft) return null;
  const withWhom = around.others
    // those with whom a meeting "began" were all there
    .filter(({ from }) => words[from - 1]?.lower === 'with' && !BEGAN.test(words[from - 2]?.lower ?? ''))
    .flatMap((range) => read(range));
  return { ...metApart(scene, draft, withWhom), bare: own.length === 0 && isBare(scene, before) };
}

/** "During the talks, …": a meeting that may have been told before. */
const isBare = ({ words }: Scene, before: BeforeNoun): boolean =>
  before.at !== null && /^(?:the|this|that|their)$/.test(words[before.from]?.lower ?? '');

/** One participant is enough where the text says that it took place: "attended the summit", "the council's session was held". */
function standsAlone(scene: Scene, n: number, before: BeforeNoun, around: Circumstances, only: Participant): boolean {
  const { words } = scene;
  const lower = words[n]?.lower ?? '';
  const told = (preposition: RegExp) =>
    around.others.filter(({ from }) => preposition.test(words[from - 1]?.lower ?? ''));
  // "my meeting with Eliot": whose it is, the text at hand does not say
  const pair = told(/^between$/).length > 0 || (before.whose && told(/^with$/).length > 0);
  if (pair && only.kind !== 'country') return true;
  if (told(/^with$/).length > 0 && only.kind === 'person') return true;
  // "was chaired by the premier"
  if (told(/^by$/).length > 0 && isSomebody(only)) return true;
  if (/^(?:discussions?|conversations?|dialogue|consultations?)$/.test(lower))
    return before.verb !== null && only.kind === 'body';
  if (before.verb !== null || before.governor !== null) return true;
  if (before.at === 'after' && only.kind === 'person') return isBare(scene, before);
  // "following a council meeting on Sunday"
  if (before.at === 'after' && only.kind === 'body' && (around.date || around.place)) return true;
  // "a meeting of ten countries", "negotiations between the two parties"
  const many = told(/^(?:of|between|among)$/).some((range) => several([], words, range));
  if (many && only.kind !== 'person' && only.kind !== 'country') return true;
  if (before.at === 'during')
    return only.kind === 'person' || (only.kind !== 'country' && (before.owners.length > 0 || !isBare(scene, before)));
  const clause = scene.document.text.slice(words[n]?.end ?? 0, (words[n]?.end ?? 0) + 120);
  return only.kind === 'body' && /^[^.;]*\b(?:held|convened|(?:take|taken|took) place)\b/.test(clause);
}

/** "a meeting, at which | the premier | spoke" */
function atWhich(words: readonly Word[], n: number): Range | null {
  const at = words[n + 1]?.part === 'comma' ? n + 2 : n + 1;
  if (!/^(?:at|during|in)$/.test(words[at]?.lower ?? '') || words[at + 1]?.lower !== 'which') return null;
  return phraseFrom(words, at + 2);
}

/** A conference of people who confer. One for the press only where two held it together: they were both there. */
function conferring(before: BeforeNoun, everyone: readonly Participant[], kind: string, told: boolean): boolean {
  if (/^(?:press|news)$/.test(kind)) return before.verb !== null && everyone.filter(isOfficial).length > 1;
  if (/^(?:call|party|east|west|eastern|western|athletic)$/.test(kind)) return false;
  return told || (before.verb !== null && everyone.some(isOfficial));
}

/** A session of people at a table, not of training or trading. */
const sitting = (words: readonly Word[], n: number): boolean =>
  words[n - 1]?.part !== 'noun' ||
  words[n - 1]?.capital === true ||
  /^(?:plenary|emergency|special|joint|closed-door|negotiating|cabinet|council|parliament|working|bilateral|next|opening|inaugural|regular|annual|extraordinary|closed|first|second|third)$/.test(
    words[n - 1]?.lower ?? '',
  );

/** "Xi told Putin in a phone call": who spoke, and to whom. */
function callers({ document, words }: Scene, verb: number): Participant[] {
  const [speaker, hearer] = [subjectOf(words, verb), phraseFrom(words, verb + 1)];
  const said = speaker ? participantsIn(document, words, speaker) : [];
  const heard = hearer ? participantsIn(document, words, hearer) : [];
  return said.length > 0 && heard.some(isSomebody) ? [...said, ...heard.filter(isSomebody)] : [];
}

/** Who speaks or acts at the meeting: the subject of the verb before "at a meeting", or of the clause that follows. */
function attendant(words: readonly Word[], noun: number): Range | null {
  for (let i = noun - 1; i >= 0 && noun - i < 30; i--) {
    const word = words[i];
    if (word?.part === 'stop') return null;
    if (word?.part === 'verb' || SPEECH.test(word?.lower ?? ''))
      return SPEECH.test(word?.lower ?? '') ? subjectOf(words, i) : null;
  }
  return subjectAfter(words, noun);
}
