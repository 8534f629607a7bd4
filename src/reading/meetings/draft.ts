import { type Span, span } from '../../text/span.ts';
import type { ReadingDocument } from '../document.ts';
import type { DateMention, MeetingForm, MeetingStatus, Participant, Place } from '../reading.ts';
import { type Circumstances, isPlace, placeFrom } from './circumstances.ts';
import { statusOf } from './factuality.ts';
import { distinct, samePart } from './participants.ts';
import { phraseEndingAt, type Range } from './phrases.ts';
import { isBody, isPluralPost, isPost } from './roles.ts';
import { LIGHT_VERB, VERBS } from './triggers.ts';
import type { Word } from './words.ts';

/** A meeting as one trigger of one sentence tells it. */
export interface Draft {
  readonly sentence: Span;
  readonly trigger: Span;
  readonly form: MeetingForm;
  readonly status: MeetingStatus;
  readonly participants: readonly Participant[];
  readonly date: DateMention | null;
  readonly place: Place | null;
  readonly topic: Span | null;
  /** "During the talks, she said": of a meeting told before, where there is one. */
  readonly bare: boolean;
  /** Those of the participants who were met one by one: "separate talks with B and C". */
  readonly apart: readonly Participant[];
}

/** Where what follows a trigger begins, and the date that stood between ("met on Friday with …"). */
export interface AfterTrigger {
  readonly at: number;
  readonly date: DateMention | null;
}

/** The sentence being read. */
export interface Scene {
  readonly document: ReadingDocument;
  readonly sentence: Span;
  readonly words: readonly Word[];
  readonly sport: boolean;
}

export const SPEECH =
  /^(?:assured|informed|congratulated|thanked|briefed|said|says|stated|states|told|tells|added|announced|declared|stressed|noted|warned|underlined|reiterated|called|urged|proposed|spoke|raised|emphasi[sz]ed|confirmed|expressed|addressed|participated|agreed|signed|explained|insisted|pledged|promised|discussed)$/;

/** A person, by name or by post. */
export const isSomebody = (p: Participant): boolean => p.kind === 'person' || p.kind === 'role';

/** Somebody whose coming and going is told for its own sake: a person, a post, a delegation; not "6,000 people". */
export const isOfficial = (p: Participant): boolean =>
  p.kind === 'person' ||
  /delegation/i.test(p.name) ||
  (p.kind === 'role' && p.name.split(' ').some((word) => isPost(word.toLowerCase())));

export const several = (participants: readonly Participant[], words: readonly Word[], range: Range | null): boolean =>
  participants.length > 1 ||
  participants.some((p) => p.kind === 'body') ||
  (range !== null &&
    words
      .slice(range.from, range.to)
      .some(
        (word) =>
          isPluralPost(word.lower) ||
          word.mention?.type === 'organisation' ||
          (isBody(word.lower) && !/^party$/.test(word.lower)),
      ));

/** "a meeting with the king" but "is meeting the king"; "two visits" but "he visits"; "holds talks" but "she talks about". */
export function isNoun(words: readonly Word[], i: number): boolean {
  const { lower = '' } = words[i] ?? {};
  const before = words[i - 1];
  const next = words[i + 1];
  if (lower === 'meeting') {
    const object = /^(?:name|determiner|country|pronoun)$/.test(next?.part ?? '') || next?.lower === 'with';
    // "the ministers are meeting in Bonn"
    const being = words[before?.part === 'adverb' ? i - 2 : i - 1]?.lower ?? '';
    if (/^(?:is|are|was|were|been|be)$/.test(being) && next?.part !== 'and' && next?.lower !== 'of') return false;
    if (!object) return true;
    // "who is in Doha meeting with the emir"
    const lying = /^(?:preposition|comma)$/.test(words[i - 2]?.part ?? '');
    if (lying && before?.mention?.type === 'place' && next?.lower === 'with') return false;
    const determined = [1, 2, 3].some(
      (back) => words[i - back]?.part === 'determiner' && words[i - back + 1]?.part !== 'relative',
    );
    return (
      (determined && before?.part !== 'verb' && before?.part !== 'auxiliary') ||
      /^(?:determiner|noun|possessive|country|name)$/.test(before?.part ?? '') ||
      LIGHT_VERB.test(before?.lower ?? '')
    );
  }
  if (/^(?:talks|visits|calls|meets|visit|call)$/.test(lower)) {
    if (before?.part === 'pronoun' || before?.part === 'auxiliary') return false;
    if (before?.part === 'name') return before.mention?.type !== 'person';
    if (before?.lower === 'to') return false;
  }
  return true;
}

const CLAUSE_START = /[;:“”"«»]|``|''/g;
const WINDOW = 220;

export function drafted(
  scene: Scene,
  first: number,
  last: number,
  form: MeetingForm,
  participants: readonly Participant[],
  around: Circumstances,
): Draft | null {
  const { document, sentence, words } = scene;
  const [from, to] = [words[first], words[last]];
  if (!from || !to || participants.length === 0) return null;
  const trigger = span(from.start, to.end);
  const said = document.text.slice(Math.max(sentence.start, trigger.start - WINDOW), trigger.start);
  const clause = [...said.matchAll(CLAUSE_START)].at(-1);
  const status = statusOf({
    before: clause ? said.slice(clause.index + 1) : said,
    trigger: document.text.slice(trigger.start, trigger.end),
    after: document.text.slice(trigger.end, Math.min(sentence.end, trigger.end + WINDOW)),
    nominal:
      !/^(?:verb|auxiliary)$/.test(words[first]?.part ?? '') &&
      !LIGHT_VERB.test(from.lower) &&
      !VERBS.some(({ verb }) => first === last && verb.test(from.lower) && !isNoun(words, first)),
  });
  if (status === null) return null;
  const date = around.date ?? dateBefore(words, first);
  const place = around.place ?? placeBefore(document, words, first);
  return {
    sentence,
    trigger,
    form,
    status: status === 'held' && isFuture(date, document) ? 'planned' : status,
    participants: distinct(participants),
    date,
    place,
    topic: around.topic,
    bare: false,
    apart: [],
  };
}

const isFuture = (date: DateMention | null, document: ReadingDocument): boolean =>
  date !== null &&
  document.published !== null &&
  document.published.length === 10 &&
  date.value.slice(0, 10) > document.published &&
  /^\d{4}-\d\d-\d\d/.test(date.value);

/** "On Friday, Putin met"; "Putin on June 13 held": the date before the verb, unless a verb of saying stands beside it. */
function dateBefore(words: readonly Word[], trigger: number): DateMention | null {
  for (let i = trigger - 1; i >= 0 && trigger - i < 40; i--) {
    const word = words[i];
    if (word?.part === 'stop' || word?.part === 'verb' || word?.part === 'relative') return null;
    if (word?.part !== 'date') continue;
    const governor = words[words[i - 1]?.part === 'preposition' ? i - 2 : i - 1];
    return SPEECH.test(governor?.lower ?? '') ? null : word.date;
  }
  return null;
}

/** "In Geneva, the two met": a place that introduces the clause. */
function placeBefore(document: ReadingDocument, words: readonly Word[], trigger: number): Place | null {
  const range = phraseEndingAt(words, trigger);
  const start = range?.from ?? trigger;
  for (let i = start - 1; i > 0 && start - i < 12; i--) {
    const word = words[i];
    if (word?.part === 'stop' || word?.part === 'verb') return null;
    if (isPlace(word) && /^(?:in|at)$/.test(words[i - 1]?.lower ?? ''))
      return placeFrom(document, words, i)?.place ?? null;
  }
  return null;
}

/**
 * "held separate talks with B and C", "met separately with B and C" tell a meeting with each. So do "he met B and C" and
 * "our talks with B and C" where nobody is known to be "he" or "us": B and C alone would seem to have met.
 */
export function metApart({ document }: Scene, draft: Draft, others: readonly Participant[]): Draft {
  const last = others.at(-1);
  const told = last ? document.text.slice(draft.trigger.start, Math.max(draft.trigger.end, last.end)) : '';
  const nobodyElse = draft.participants.every((p) => others.some((other) => samePart(p, other)));
  return others.length > 1 && (nobodyElse || /\bseparate(?:ly)?\b/.test(told)) ? { ...draft, apart: others } : draft;
}
