import { countriesIn } from '../text/countries.ts';
import { type Span, span } from '../text/span.ts';
import type { ReadingDocument } from './document.ts';
import { type Circumstances, circumstancesAfter, isPlace, placeFrom, topicFrom } from './meeting-circumstances.ts';
import { distinct, participantsIn } from './meeting-participants.ts';
import { nextOf, phraseEndingAt, phraseFrom, type Range, subjectAfter, subjectOf } from './meeting-phrases.ts';
import { isBody, isPluralPost } from './meeting-roles.ts';
import { LIGHT_VERB, NOBODY, NOUNS, SPORT, VERBS, type VerbTrigger } from './meeting-triggers.ts';
import type { Word } from './meeting-words.ts';
import type { DateMention, MeetingForm, MeetingStatus, Participant, Place } from './reading.ts';
import { statusOf } from './realis.ts';

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
}

interface Scene {
  readonly document: ReadingDocument;
  readonly sentence: Span;
  readonly words: readonly Word[];
  readonly sport: boolean;
}

/** The meetings that a sentence tells, one for each trigger that has people, bodies or countries around it. */
export function draftsIn(document: ReadingDocument, sentence: Span, words: readonly Word[]): Draft[] {
  const scene = { document, sentence, words, sport: SPORT.test(document.text.slice(sentence.start, sentence.end)) };
  const drafts: Draft[] = [];
  words.forEach((word, i) => {
    if (word.mention || word.date) return;
    // "Trump Calls Out Cruz": in headlines a capital says nothing
    const verb = word.capital && i > 0 ? undefined : VERBS.find((rule) => rule.verb.test(word.lower));
    const noun = NOUNS.find((rule) => rule.noun.test(word.lower));
    const asVerb = verb && !(noun && isNoun(words, i)) ? readVerb(scene, i, verb) : null;
    const draft = asVerb ?? (noun && isNoun(words, i) ? readNoun(scene, i, noun.form) : null);
    if (draft) drafts.push(draft);
  });
  // "refused to meet him when he visited Cuba": a visit that another meeting's sentence only mentions
  const lone = (draft: Draft) => draft.form === 'visit' && draft.participants.length === 1;
  return drafts.filter(
    (draft) => !lone(draft) || drafts.every((other) => other === draft || other.status === draft.status),
  );
}

/** "a meeting with the king" but "is meeting the king"; "two visits" but "he visits"; "holds talks" but "she talks about". */
function isNoun(words: readonly Word[], i: number): boolean {
  const { lower = '' } = words[i] ?? {};
  const before = words[i - 1];
  const next = words[i + 1];
  if (lower === 'meeting') {
    const object = /^(?:name|determiner|country|pronoun)$/.test(next?.part ?? '') || next?.lower === 'with';
    if (!object) return true;
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

// ---------------------------------------------------------------------------------------------- verbs

function readVerb(scene: Scene, i: number, rule: VerbTrigger): Draft | null {
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
  const subject = read(subjectRange);
  if (passive(words, i, rule)) {
    const around = circumstancesAfter(document, words, i + 1, true);
    const agents = around.others.flatMap((range) => participantsIn(document, words, range));
    return people(subject) && people(agents) && distinct([...subject, ...agents]).length > 1
      ? drafted(scene, i, i, rule.form, [...agents, ...subject], around)
      : null;
  }
  const start = skipAdverbs(words, word.lower.startsWith('s') && words[i + 1]?.lower === 'down' ? i + 2 : i + 1);
  if (rule.others === 'place') return visits(scene, i, rule, subject, start);
  if (rule.others === 'together') return together(scene, i, rule, subject, start);
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
    // "met three times", "met face to face"
    if (objects.length === 0 && !/^(?:times|face|hours?|days?|minutes)$/.test(words[range.to - 1]?.lower ?? ''))
      return null;
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
  const preposition = rule.preposition ?? /^with$/;
  if (!direct && at?.part === 'preposition' && preposition.test(at.lower)) {
    const range = phraseFrom(words, from + 1);
    if (!range || isNobody(words, range)) return null;
    objects = read(range);
    from = range.to;
    if (at.lower === 'to' && (word.lower === 'speaking' || !objects.every((p) => p.kind === 'person'))) return null;
    // A newspaper that people spoke with was told something; it met nobody.
    if (rule.preposition && [...subject, ...objects].some((p) => p.kind === 'body')) return null;
  }
  const around = circumstancesAfter(document, words, from, false);
  objects.push(...around.others.flatMap((range) => read(range)));
  const everyone = distinct([...subject, ...objects]);
  if (scene.sport && !everyone.some((p) => p.role !== null)) return null;
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
  const date = around.date ?? start.date;
  const form = around.byPhone ? 'call' : rule.form;
  return drafted(scene, i, triggerEnd(words, i, around), around.talks === null ? form : 'talks', everyone, {
    ...around,
    date,
  });
}

const passive = (words: readonly Word[], i: number, rule: VerbTrigger): boolean =>
  /^(?:was|were|been|being|be|is|are)$/.test(words[words[i - 1]?.part === 'adverb' ? i - 2 : i - 1]?.lower ?? '') &&
  /(?:ed|met)$/.test(words[i]?.lower ?? '') &&
  rule.others !== 'with';

const people = (participants: readonly Participant[]) => participants.some((p) => p.kind !== 'country');

/** "sat down for talks" */
function triggerEnd(words: readonly Word[], i: number, around: Circumstances): number {
  if (around.talks !== null && around.talks - i < 6) return around.talks;
  return words[i + 1]?.lower === 'down' ? i + 1 : i;
}

const isSomebody = (p: Participant) => p.kind === 'person' || p.kind === 'role';

const pronominal = (words: readonly Word[], range: Range | null) =>
  range !== null && words[range.from]?.part === 'pronoun';

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
  if (rule.form === 'call') return first.kind === 'person' || first.kind === 'role';
  if (first.kind === 'body') return words.slice(range.from, range.to).some((word) => /^delegations?$/.test(word.lower));
  return true;
}

/** "called the king on Friday", but not "called the king a tyrant". */
const callGoesOn = (words: readonly Word[], at: number): boolean =>
  words[at] === undefined ||
  (words[at]?.part === 'comma' && words[at + 1]?.part !== 'stop') ||
  /^(?:date|preposition|relative|and|adverb)$/.test(words[at]?.part ?? '') ||
  /^[.;]/.test(words[at]?.lower ?? '');

const several = (participants: readonly Participant[], words: readonly Word[], range: Range | null): boolean =>
  participants.length > 1 ||
  (range !== null &&
    words
      .slice(range.from, range.to)
      .some((word) => isPluralPost(word.lower) || (isBody(word.lower) && !/^party$/.test(word.lower))));

function together(
  scene: Scene,
  i: number,
  rule: VerbTrigger,
  subject: Participant[],
  start: { at: number; date: DateMention | null },
) {
  const { document, words } = scene;
  const range = subjectOf(words, i);
  if (!several(subject, words, range) || subject.length === 0) return null;
  const around = circumstancesAfter(document, words, start.at, false);
  if (!around.place && !around.topic && !around.date && !start.date) return null;
  return drafted(scene, i, i, rule.form, subject, { ...around, date: around.date ?? start.date });
}

/** "The envoy visited Muscat": whoever goes must be named or hold a post. */
function visits(
  scene: Scene,
  i: number,
  rule: VerbTrigger,
  subject: Participant[],
  start: { at: number; date: DateMention | null },
) {
  const { document, words } = scene;
  const found = placeFrom(document, words, start.at);
  const visitors = subject.filter((p) => p.kind === 'role' || (p.kind === 'person' && p.role !== null));
  if (!found || visitors.length === 0) return null;
  const around = circumstancesAfter(document, words, found.to, false);
  return drafted(scene, i, i, rule.form, visitors, { ...around, place: found.place, date: around.date ?? start.date });
}

/** "discussed the war with the emir"; "A and B discussed the war" where both are named. */
function discussed(
  scene: Scene,
  i: number,
  subject: Participant[],
  start: { at: number; date: DateMention | null },
): Draft | null {
  const { document, words } = scene;
  let k = start.at;
  for (; k < words.length && k - start.at < 20; k++) {
    const word = words[k];
    if (word?.part === 'stop' || word?.part === 'verb' || word?.part === 'relative') break;
    if (word?.lower !== 'with' || words[k + 1]?.part === 'date') continue;
    const range = phraseFrom(words, k + 1);
    const others = range
      ? participantsIn(document, words, range).filter((p) => p.kind !== 'body' || p.entity !== null)
      : [];
    if (!range || others.length === 0 || subject.length === 0) return null;
    const around = circumstancesAfter(document, words, range.to, false);
    const last = words[k - 1]?.part === 'comma' ? words[k - 2] : words[k - 1];
    const from = words[start.at]?.start ?? word.start;
    const topic = last && last.end > from ? span(from, last.end) : null;
    const form = around.byPhone ? 'call' : 'talks';
    return drafted(scene, i, i, form, [...subject, ...others], { ...around, topic, date: around.date ?? start.date });
  }
  const single = (p: Participant) => p.kind === 'role' && !isPluralPost(p.name.split(' ').at(-1)?.toLowerCase() ?? '');
  // "received him to discuss the war" says why; with whom has been told
  if (words[i - 1]?.lower === 'to') return null;
  const together =
    subject.length === 2 && subject.every((p) => p.kind === 'person' || p.kind === 'country' || single(p));
  if (!together) return null;
  const byPhone = words.slice(start.at, k + 6).some((word) => /^(?:phone|telephone|videolink)$/.test(word.lower));
  const views = /^exchang/.test(words[i]?.lower ?? '') ? nextOf(words, 'preposition', start.at, start.at + 4) + 1 : 0;
  const topic = topicFrom(document, words, views || start.at);
  const around: Circumstances = { others: [], place: null, date: start.date, topic, byPhone, talks: null };
  return drafted(scene, i, i, byPhone ? 'call' : 'talks', subject, around);
}

// ---------------------------------------------------------------------------------------------- nouns

function readNoun(scene: Scene, n: number, form: MeetingForm): Draft | null {
  const { document, words } = scene;
  const read = (range: Range | null) => (range ? participantsIn(document, words, range) : []);
  const before = beforeNoun(scene, n);
  const around = circumstancesAfter(document, words, n + 1, true);
  const lower = words[n]?.lower ?? '';
  if (
    /^(?:calls?|conference)$/.test(lower) &&
    !/^(?:phone|telephone|conference|video)$/.test(words[n - 1]?.lower ?? '')
  )
    return null;
  const explicit = around.others.flatMap((range) => read(range));
  const own = [...before.owners, ...explicit];
  const subject = before.verb === null ? [] : read(subjectOf(words, before.verb));
  const joined =
    before.verb !== null && /^join/.test(words[before.verb]?.lower ?? '')
      ? read(phraseFrom(words, before.verb + 1))
      : [];
  // "After talks with the emir, the envoy said": with nobody told by "with", he may only have spoken later.
  const spoke =
    before.at === 'during' ||
    (before.at === 'after' && around.others.some((range) => words[range.from - 1]?.lower === 'with'));
  const attending = spoke ? read(attendant(words, before.from)) : [];
  const outer = before.travel ?? before.governor;
  const traveller = outer === null ? [] : read(subjectOf(words, outer));
  const told = form === 'call' && before.told !== null ? callers(scene, before.told) : [];
  const everyone = distinct([...subject, ...joined, ...attending, ...traveller, ...told, ...own]);
  const first = before.verb ?? before.from;
  if (form === 'visit') {
    // "After his visit to the West Bank, the Pope": the visitor is named behind the comma.
    const later = everyone.length === 0 && before.his && before.verb === null ? read(subjectAfter(words, n)) : [];
    return visited(scene, n, first, [...everyone, ...later], around, before.date);
  }
  if (scene.sport && !everyone.some((p) => p.role !== null)) return null;
  if (/^sessions?$/.test(lower) && !sitting(words, n)) return null;
  // With a whole town, or God: no meeting of people who are named.
  if (/^(?:hall|hall-style|prayer|track|race|revival|shareholders?)$/.test(words[n - 1]?.lower ?? '')) return null;
  // Talk in the air ("after days of negotiations") is nobody's meeting.
  const manyIn = around.others.some(
    (range) => several([], words, range) && /^(?:of|between|among)$/.test(words[range.from - 1]?.lower ?? ''),
  );
  if (everyone.length < 2 && !standsAlone(scene, n, { ...before, several: manyIn }, everyone)) return null;
  const draft = drafted(scene, first, n, around.byPhone ? 'call' : form, everyone, {
    ...around,
    place: around.place ?? destination(scene, before.travel, n),
    date: around.date ?? before.date,
  });
  return draft && { ...draft, bare: own.length === 0 && isBare(scene, before) };
}

/** "several rounds of talks" */
const COUNTED = /^(?:rounds?|series|number|host|string|dozens|hundreds|couple|days?|weeks?|months?|years?|hours?)$/;

/** "During the talks, …": a meeting that may have been told before. */
const isBare = ({ words }: Scene, before: BeforeNoun): boolean =>
  before.at !== null && /^(?:the|this|that|their)$/.test(words[before.from]?.lower ?? '');

/** One participant is enough where the text says that it took place: "attended the summit", "the council's session was held". */
function standsAlone(
  scene: Scene,
  n: number,
  before: BeforeNoun & { several: boolean },
  [only]: readonly Participant[],
): boolean {
  if (!only) return false;
  const lower = scene.words[n]?.lower ?? '';
  if (/^(?:discussions?|conversations?|dialogue|consultations?)$/.test(lower))
    return before.verb !== null && only.kind === 'body';
  if (before.verb !== null || before.governor !== null) return true;
  // "a meeting of ten countries", "negotiations between the two parties"
  if (before.several && only.kind !== 'person' && only.kind !== 'country') return true;
  if (before.at === 'during') return only.kind === 'person' || (only.kind !== 'country' && !isBare(scene, before));
  const clause = scene.document.text.slice(scene.words[n]?.end ?? 0, (scene.words[n]?.end ?? 0) + 120);
  return only.kind === 'body' && /^[^.;]*\b(?:held|convened|(?:take|taken|took) place)\b/.test(clause);
}

/** A session of people at a table, not of training or trading. */
const sitting = (words: readonly Word[], n: number): boolean =>
  words[n - 1]?.part !== 'noun' ||
  words[n - 1]?.capital === true ||
  /^(?:plenary|emergency|special|joint|closed-door|negotiating|cabinet|council|parliament|working|bilateral|next|opening|inaugural|regular|annual|extraordinary|closed|first|second|third)$/.test(
    words[n - 1]?.lower ?? '',
  );

interface BeforeNoun {
  /** Where the noun phrase begins. */
  readonly from: number;
  readonly verb: number | null;
  readonly owners: readonly Participant[];
  /** "at a meeting", "during talks": who speaks there took part; "after talks". */
  readonly at: 'during' | 'after' | null;
  /** "his visit" */
  readonly his: boolean;
  /** The verb of "postponed talks". */
  readonly governor: number | null;
  /** The verb of "left for talks". */
  readonly travel: number | null;
  /** The verb of "told him in a phone call". */
  readonly told: number | null;
  readonly date: DateMention | null;
}

/** What stands before the noun: "held | several rounds of | talks", "the emir's | meeting", "the Russian-Iraqi | talks". */
function beforeNoun(scene: Scene, n: number): BeforeNoun {
  const { document, words } = scene;
  const owners: Participant[] = [];
  let date: DateMention | null = null;
  let k = n - 1;
  for (; k >= 0 && n - k < 10; k--) {
    const word = words[k];
    if (!word) break;
    if (LIGHT_VERB.test(word.lower) && words[k - 1]?.part !== 'determiner') break;
    if ((word.part === 'and' || word.part === 'comma') && words[k + 1]?.part === 'determiner') break;
    if (word.part === 'date') date ??= word.date;
    else if (word.part === 'possessive') {
      if (words[k - 1]?.part === 'date') continue;
      const range = ownerEndingAt(words, k);
      if (range) {
        owners.push(...participantsIn(document, words, range));
        k = range.from;
      }
    } else if (word.part === 'determiner') {
      const him = /^(?:his|her)$/.test(word.lower)
        ? participantsIn(document, [{ ...word, part: 'pronoun', lower: 'he' }], { from: 0, to: 1 })
        : [];
      owners.push(...him);
    } else if (word.part === 'name' || word.part === 'country') {
      if (word.mention?.type === 'organisation')
        owners.push(...participantsIn(document, words, { from: k, to: k + 1 }));
      else if (word.part === 'country' && words[k - 1]?.part === 'and') continue;
    } else if (word.capital && word.lower.includes('-')) owners.push(...pairOf(document, word));
    else if (isBody(word.lower) && k === n - 1) owners.push(...participantsIn(document, words, { from: k, to: k + 1 }));
    else if (
      word.lower === 'of'
        ? !COUNTED.test(words[k - 1]?.lower ?? '')
        : word.part === 'comma'
          ? words[k - 1]?.part !== 'noun'
          : word.part !== 'noun' && word.part !== 'adverb' && word.part !== 'and'
    )
      break;
  }
  const at = words[k];
  const verb =
    at && LIGHT_VERB.test(at.lower)
      ? k
      : /^(?:in|part)$/.test(at?.lower ?? '') && LIGHT_VERB.test(words[k - 1]?.lower ?? '')
        ? k - 1
        : verbOver(words, k);
  const during =
    at?.part === 'preposition' &&
    (/^(?:at|during)$/.test(at.lower) || (at.lower === 'on' && /^visits?$/.test(words[n]?.lower ?? '')));
  const after = at?.part === 'relative' && /^(?:after|following)$/.test(at.lower);
  return {
    from: k + 1,
    verb,
    owners,
    at: during ? 'during' : after ? 'after' : null,
    his: /^(?:his|her)$/.test(words[k + 1]?.lower ?? ''),
    governor: at?.part === 'verb' && PUTS_OFF.test(at.lower) ? k : null,
    travel: at?.lower === 'for' ? verbBack(words, k, TRAVEL) : null,
    told: at?.lower === 'in' || at?.lower === 'during' ? verbBack(words, k, SPEECH) : null,
    date,
  };
}

/** "took part in the | talks", "joined Zarif for a first | meeting": the light verb within reach before a preposition. */
function verbOver(words: readonly Word[], k: number): number | null {
  if (words[k]?.lower !== 'in' && words[k]?.lower !== 'for') return null;
  for (let i = k - 1; i >= 0 && k - i < 9 && words[i]?.part !== 'stop'; i--)
    if (/^(?:took|take|takes|taking|participat\w+|engag\w+|join\w*)$/.test(words[i]?.lower ?? '')) return i;
  return null;
}

/** Verbs that say of a meeting that it is wanted or not: their subject would take part. */
const PUTS_OFF =
  /^(?:cancell?ed|postponed|suspended|delayed|scrapped|refused|rejected|declined|demanded|requested|proposed|sought|offered|boycotted|scheduled|planned|announced|arranged|skipped|seeks?|wants?|plans?)$/;

const TRAVEL =
  /^(?:left|leaves?|leaving|flew|flies|flying|fly|travel(?:s|l?ed|l?ing)?|head(?:s|ed|ing)|depart(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|went|goes|go|came|come|comes|visit(?:s|ed|ing)?|is|are|was|were|return(?:s|ed|ing)?)$/;

/** The nearest verb of a kind before `k`, in the same clause. */
function verbBack(words: readonly Word[], k: number, kind: RegExp): number | null {
  for (let i = k - 1; i >= 0 && k - i < 14; i--) {
    const word = words[i];
    if (!word || word.part === 'stop' || word.part === 'relative') return null;
    if (kind.test(word.lower)) return i;
    if (word.part === 'verb') return null;
  }
  return null;
}

/** "flew to Cairo for talks": where to. */
function destination({ document, words }: Scene, travel: number | null, to: number): Place | null {
  for (let i = travel ?? to; i < to; i++)
    if (/^(?:to|in)$/.test(words[i]?.lower ?? '') && isPlace(words[i + 1]))
      return placeFrom(document, words, i + 1)?.place ?? null;
  return null;
}

/** "Xi told Putin in a phone call": who spoke, and to whom. */
function callers({ document, words }: Scene, verb: number): Participant[] {
  const [speaker, hearer] = [subjectOf(words, verb), phraseFrom(words, verb + 1)];
  const said = speaker ? participantsIn(document, words, speaker) : [];
  const heard = hearer ? participantsIn(document, words, hearer) : [];
  return said.length > 0 && heard.length > 0 ? [...said, ...heard] : [];
}

function ownerEndingAt(words: readonly Word[], to: number): Range | null {
  let from = to;
  while (from > 0 && /^(?:name|country|noun)$/.test(words[from - 1]?.part ?? '') && to - from < 8) from--;
  return from < to ? { from, to } : null;
}

/** "Russian-Iraqi": the two countries of a compound. */
function pairOf(document: ReadingDocument, word: Word): Participant[] {
  const countries = countriesIn(document.text.slice(word.start, word.end));
  if (countries.length < 2) return [];
  return countries.map(({ country, start, end }) => ({
    ...span(word.start + start, word.start + end),
    name: country,
    kind: 'country',
    entity: null,
    role: null,
    country,
  }));
}

const SPEECH =
  /^(?:assured|informed|congratulated|thanked|briefed|said|says|stated|states|told|tells|added|announced|declared|stressed|noted|warned|underlined|reiterated|called|urged|proposed|spoke|raised|emphasi[sz]ed|confirmed|expressed|addressed|participated|agreed|signed|explained|insisted|pledged|promised|discussed)$/;

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

/** A visit counts where somebody who holds a post, or a delegation, goes to a place that is named. */
function visited(
  scene: Scene,
  n: number,
  first: number,
  visitors: readonly Participant[],
  around: Circumstances,
  date: DateMention | null,
): Draft | null {
  const official = visitors.filter((p) => p.kind === 'person' || p.kind === 'role' || /delegation/i.test(p.name));
  if (official.length === 0 || !around.place) return null;
  return drafted(scene, first, n, 'visit', official, { ...around, date: around.date ?? date });
}

// ---------------------------------------------------------------------------------------------- together

const CLAUSE_START = /[;:“”"«»]|``|''/g;
const WINDOW = 220;

function drafted(
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
      words[first]?.part !== 'verb' &&
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
