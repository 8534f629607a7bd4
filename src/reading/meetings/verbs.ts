import type { DateMention, Participant } from '../reading.ts';
import { type Circumstances, circumstancesAfter, isPlace } from './circumstances.ts';
import { type Draft, drafted, isSomebody, metApart, type Scene, several } from './draft.ts';
import { distinct, participantsIn } from './participants.ts';
import { nextOf, phraseEndingAt, phraseFrom, type Range, subjectOf } from './phrases.ts';
import { discussed, gathered, spokeTogether } from './together.ts';
import { NOBODY, type VerbTrigger } from './triggers.ts';
import { visits } from './visits.ts';
import type { Word } from './words.ts';

/** The meeting that the verb at `i` tells with its subject and object, if it tells one: "The envoy met the king". */
export function readVerb(scene: Scene, i: number, rule: VerbTrigger): Draft | null {
  const { document, words } = scene;
  const read = (range: Range | null) => (range ? participantsIn(document, words, range) : []);
  const word = words[i];
  if (!word) return null;
  if (/^(?:sat|sits?|sitting)$/.test(word.lower) && words[i + 1]?.lower !== 'down') return null;
  // "Morning Joe hosts Ann Lee and Jim Brown"
  if (word.lower === 'hosts' && words[i - 1]?.mention?.type !== 'place' && words[i + 1]?.mention?.type === 'person')
    return null;
  // "told host Jim Brown"
  if (
    word.lower === 'host' &&
    !/^(?:auxiliary|adverb|and|pronoun)$/.test(words[i - 1]?.part ?? '') &&
    words[i - 1]?.lower !== 'to'
  )
    return null;
  const subjectRange = subjectOf(words, i);
  // "In the next chapter we meet a boy": the readers do
  if (word.lower === 'meet' && /^(?:we|you)$/.test(words[i - 1]?.lower ?? '')) return null;
  const subject = subjectRange ? participantsIn(document, words, subjectRange, rule.others === 'either') : [];
  if (passive(words, i, rule)) {
    const around = circumstancesAfter(document, words, i + 1, true);
    const agents = around.others.flatMap((range) => participantsIn(document, words, range));
    const known = people(subject) && distinct([...subject, ...agents]).length > 1;
    // "he was received by the king and the premier": with nobody known to be "he", the two would seem to have met
    const alone = agents.length === 1 && pronominal(words, subjectRange);
    return people(agents) && (known || alone) ? drafted(scene, i, i, rule.form, [...agents, ...subject], around) : null;
  }
  if (/^sh[ao]k/.test(word.lower) && words[i + 1]?.lower !== 'hands') return null;
  if (/^c[ao]m/.test(word.lower) && words[i + 1]?.lower !== 'together') return null;
  const start = skipAdverbs(words, /^(?:down|hands|together)$/.test(words[i + 1]?.lower ?? '') ? i + 2 : i + 1);
  if (word.lower === 'called' && words[i + 1]?.lower === 'on') return calledOn(scene, i, subject);
  // "able to meet today's challenges"
  if (words[start.at]?.part === 'possessive') return null;
  if (rule.others === 'place') return visits(scene, i, rule, subject, start);
  if (rule.others === 'together') return gathered(scene, i, rule, subject, start);
  if (/^exchang/.test(word.lower) && ![1, 2, 3].some((k) => /^(?:views|opinions)$/.test(words[i + k]?.lower ?? '')))
    return null;
  if (/^(?:discuss|exchang)/.test(word.lower)) return discussed(scene, i, subject, start);

  let objects: Participant[] = [];
  let from = start.at;
  const at = words[from];
  const direct = rule.others !== 'with' && at && /^(?:name|country|noun|determiner|pronoun)$/.test(at.part);
  if (direct) {
    const range = phraseFrom(words, from);
    if (!range || isNobody(words, range)) return null;
    objects = read(range);
    from = range.to;
    // "met three times", "met face to face", "meets each term"
    if (objects.length === 0 && !HOW_OFTEN.test(words[range.to - 1]?.lower ?? '')) return null;
    if (rule.others === 'object' && !receivable(objects, words, range, rule)) return null;
    if (rule.form === 'call' && (!callGoesOn(words, range.to) || !subject.some(isSomebody))) return null;
    // "welcomed the king to mediate" welcomes an offer
    if (
      rule.others === 'object' &&
      rule.form !== 'call' &&
      words[range.to]?.lower === 'to' &&
      !isPlace(words[range.to + 1])
    )
      return null;
  }
  // "called for talks with the king"
  if (rule.others === 'object' && !direct) return null;
  const preposition = rule.preposition ?? /^with$/;
  if (!direct && at?.part === 'preposition' && preposition.test(at.lower)) {
    const range = phraseFrom(words, from + 1);
    if (!range || isNobody(words, range)) return null;
    objects = read(range);
    from = range.to;
    // "met with disbelief"
    if (objects.length === 0 && words[range.from]?.part !== 'pronoun') return null;
    if (at.lower === 'to' && (word.lower === 'speaking' || !objects.every((p) => p.kind === 'person'))) return null;
    // A newspaper that people spoke with was told something; it met nobody.
    if (rule.preposition && [...subject, ...objects].some((p) => p.kind === 'body')) return null;
  }
  const around = circumstancesAfter(document, words, from, false);
  objects.push(...around.others.flatMap((range) => read(range)));
  if (objects.length === 0 && subjectRange && rule.others === 'either')
    objects.push(...read(relatedTo(words, subjectRange)));
  const everyone = distinct([...subject, ...objects]);
  if (scene.sport && !everyone.some((p) => p.role !== null)) return null;
  if (objects.length === 0 && rule.others === 'with') return spokeTogether(scene, i, rule, subject, start);
  if (objects.length === 0) {
    // "The two ministers met in Geneva": those who met are the subject, and must be more than one.
    if (rule.others !== 'either' || !several(subject, words, subjectRange)) return null;
  } else if (
    subject.length === 0 &&
    subjectRange &&
    words[subjectRange.from]?.part !== 'pronoun' &&
    everyone.length < 2
  ) {
    return null;
  }
  if (objects.length > 0 && everyone.length < 2 && !pronominal(words, subjectRange)) return null;
  // "Hosting the king is a joke" tells nobody who would
  if (word.lower.endsWith('ing') && subject.length === 0 && !/^(?:auxiliary|adverb)$/.test(words[i - 1]?.part ?? ''))
    return null;
  const date = around.date ?? start.date;
  const form = around.byPhone ? 'call' : rule.form;
  const draft = drafted(scene, i, triggerEnd(words, i, around), around.talks === null ? form : 'talks', everyone, {
    ...around,
    date,
  });
  return draft && metApart(scene, draft, objects);
}

const HOW_OFTEN = /^(?:times|face|hours?|days?|minutes?|weeks?|months?|years?|terms?|quarters?|evenings?|nights?)$/;

const passive = (words: readonly Word[], i: number, rule: VerbTrigger): boolean =>
  /^(?:was|were|been|being|be|is|are)$/.test(words[words[i - 1]?.part === 'adverb' ? i - 2 : i - 1]?.lower ?? '') &&
  /(?:ed|met)$/.test(words[i]?.lower ?? '') &&
  rule.others !== 'with';

const people = (participants: readonly Participant[]) => participants.some((p) => p.kind !== 'country');

/** "sat down for talks" */
function triggerEnd(words: readonly Word[], i: number, around: Circumstances): number {
  if (around.talks !== null && around.talks - i < 6) return around.talks;
  return /^(?:down|hands)$/.test(words[i + 1]?.lower ?? '') ? i + 1 : i;
}

const pronominal = (words: readonly Word[], range: Range | null) =>
  range !== null && words[range.from]?.part === 'pronoun';

/** "Jones, whom | he | had met": those whom the relative clause is about. */
function relatedTo(words: readonly Word[], subject: Range): Range | null {
  const at = subject.from - 1;
  // "the farmers | he | met were poor"
  const reduced = words[subject.from]?.part === 'pronoun' && /^(?:noun|name)$/.test(words[at]?.part ?? '');
  if (reduced) {
    const phrase = phraseEndingAt(words, subject.from);
    const the = words.findLastIndex((word, i) => i < subject.from && word.part === 'determiner');
    return phrase && { ...phrase, from: Math.max(phrase.from, the) };
  }
  if (!/^(?:whom|who|that)$/.test(words[at]?.lower ?? '')) return null;
  return phraseEndingAt(words, words[at - 1]?.part === 'comma' ? at - 1 : at);
}

/** "met briefly on Friday with": on to the object, the date read on the way. */
function skipAdverbs(words: readonly Word[], from: number): { at: number; date: DateMention | null } {
  let at = from;
  let date: DateMention | null = null;
  for (;;) {
    const word = words[at];
    if (word?.part === 'adverb') at++;
    else if (word?.part === 'date') {
      date ??= word.date;
      at++;
    } else if (word?.part === 'preposition' && words[at + 1]?.part === 'date') at++;
    // "spoke three times by telephone"
    else if (words[at + 1]?.lower === 'times') at += 2;
    // "met for the first time the poet"
    else if (word?.lower === 'for' && words[at + 3]?.lower === 'time') at += 4;
    else return { at, date };
  }
}

function isNobody(words: readonly Word[], range: Range): boolean {
  const preposition = nextOf(words, 'preposition', range.from + 1, range.to);
  const end = preposition < 0 ? range.to : preposition;
  // "meet the deadline Congress set": the thing stands before the name
  for (let i = range.from; i < end; i++)
    if (
      words[i]?.part === 'noun' &&
      NOBODY.test(words[i]?.lower ?? '') &&
      (i === end - 1 || words[i + 1]?.part === 'name')
    )
      return true;
  return false;
}

/** Only people and delegations are hosted, received and welcomed; a person is phoned. */
function receivable(objects: readonly Participant[], words: readonly Word[], range: Range, rule: VerbTrigger): boolean {
  const [first] = objects;
  // "receives 1,265 delegates" counts
  if (!first || first.kind === 'country' || /\d/.test(words[range.from]?.lower ?? '')) return false;
  // "called the doctors" called for help
  if (rule.form === 'call') return first.kind === 'person' || (first.kind === 'role' && first.country !== null);
  if (first.kind === 'body') return words.slice(range.from, range.to).some((word) => /^delegations?$/.test(word.lower));
  return true;
}

/** "called the king on Friday", but not "called the king a tyrant". */
const callGoesOn = (words: readonly Word[], at: number): boolean =>
  words[at] === undefined ||
  (words[at]?.part === 'comma' && words[at + 1]?.part !== 'stop') ||
  /^(?:date|preposition|relative|and|adverb)$/.test(words[at]?.part ?? '') ||
  /^[.;]/.test(words[at]?.lower ?? '');

/** "The delegation called on the president to discuss the pact" paid him a visit; "called on him to resign" did not. */
function calledOn(scene: Scene, i: number, subject: readonly Participant[]): Draft | null {
  const { document, words } = scene;
  const range = phraseFrom(words, i + 2);
  const hosts = range ? participantsIn(document, words, range) : [];
  if (!range || subject.length === 0 || hosts.length === 0 || !hosts.every(isSomebody)) return null;
  const around = circumstancesAfter(document, words, range.to, false);
  const appeals = words[range.to]?.lower === 'to' && !around.topic;
  return appeals ? null : drafted(scene, i, i + 1, 'meeting', [...subject, ...hosts], around);
}
