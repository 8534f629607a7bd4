import { countriesIn } from '../text/countries.ts';
import { span } from '../text/span.ts';
import type { ReadingDocument } from './document.ts';
import { type Circumstances, circumstancesAfter, isPlace, placeFrom } from './meeting-circumstances.ts';
import { type Draft, drafted, isSomebody, type Scene, SPEECH, several } from './meeting-draft.ts';
import { distinct, participantsIn } from './meeting-participants.ts';
import { phraseFrom, type Range, subjectAfter, subjectOf } from './meeting-phrases.ts';
import { isBody } from './meeting-roles.ts';
import { LIGHT_VERB } from './meeting-triggers.ts';
import type { Word } from './meeting-words.ts';
import type { DateMention, MeetingForm, Participant, Place } from './reading.ts';

/** The meeting that the noun at `n` tells, if it tells one: "held talks with the king", "a meeting between A and B". */
export function readNoun(scene: Scene, n: number, form: MeetingForm): Draft | null {
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
  const told = (preposition: string) => around.others.some((range) => words[range.from - 1]?.lower === preposition);
  const withWhom = told('with') || told('between');
  if (/^(?:talk|chat|lunch|dinner|breakfast|supper)$/.test(lower) && !(withWhom && explicit.length > 0)) return null;
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
  const called = form === 'call' && before.told !== null ? callers(scene, before.told) : [];
  const everyone = distinct([...subject, ...joined, ...attending, ...traveller, ...called, ...own]);
  const first = before.verb ?? before.from;
  if (form === 'visit') {
    const guests = words[n + 1]?.lower === 'from' ? read(phraseFrom(words, n + 2)) : [];
    if (guests.some(isSomebody)) return received(scene, n, guests, around);
    // "After his visit to the West Bank, the Pope": the visitor is named behind the comma.
    const later = everyone.length === 0 && before.his && before.verb === null ? read(visitorAfter(words, n)) : [];
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
  if (
    everyone.length < 2 &&
    !standsAlone(scene, n, { ...before, several: manyIn, withWhom, between: told('between') }, everyone)
  )
    return null;
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
  before: BeforeNoun & { several: boolean; withWhom: boolean; between: boolean },
  [only]: readonly Participant[],
): boolean {
  if (!only) return false;
  const lower = scene.words[n]?.lower ?? '';
  // "my meeting with Eliot": whose it is, the text at hand does not say
  if ((before.whose || before.between) && before.withWhom && only.kind !== 'country') return true;
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
  /** "our talks" */
  readonly whose: boolean;
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
    // "have cut off talks"
    if (/^(?:off|out|up)$/.test(word.lower)) break;
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
      if (/^(?:his|her)$/.test(word.lower)) owners.push(...ownerMeant(scene, k));
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
    whose: /^(?:his|her|my|our|your|their)$/.test(words[k + 1]?.lower ?? ''),
    governor: /^(?:off|out|up)$/.test(at?.lower ?? '')
      ? k - 1
      : at?.part === 'verb' && PUTS_OFF.test(at.lower)
        ? k
        : null,
    travel: at?.lower === 'for' ? verbBack(words, k, TRAVEL) : null,
    told: at?.lower === 'in' || at?.lower === 'during' ? verbBack(words, k, SPEECH) : null,
    date,
  };
}

/** "took part in the | talks", "joined Zarif for a first | meeting": the light verb within reach before a preposition. */
function verbOver(words: readonly Word[], k: number): number | null {
  if (words[k]?.lower !== 'in' && words[k]?.lower !== 'for') return null;
  // "is in talks with"
  if (words[k]?.lower === 'in' && words[k - 1]?.part === 'auxiliary') return k - 1;
  for (let i = k - 1; i >= 0 && k - i < 9 && words[i]?.part !== 'stop'; i--)
    if (/^(?:took|take|takes|taking|play(?:s|ed|ing)?|participat\w+|engag\w+|join\w*)$/.test(words[i]?.lower ?? ''))
      return i;
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
    if (kind.test(word.lower) && (word.part === 'verb' || word.part === 'auxiliary' || TRAVEL === kind)) return i;
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
  return said.length > 0 && heard.some(isSomebody) ? [...said, ...heard.filter(isSomebody)] : [];
}

/** "The poet recalled his meeting with her": his is the one whom "he" would mean there, or else the verb's one subject. */
function ownerMeant({ document, words }: Scene, at: number): Participant[] {
  const his = words[at];
  if (!his) return [];
  const he = participantsIn(document, [{ ...his, part: 'pronoun', lower: 'he' }], { from: 0, to: 1 });
  if (he.length > 0) return he;
  const verb = verbBack(words, at, /./);
  const range = verb === null ? null : subjectOf(words, verb);
  const subject = range && words[range.from]?.part !== 'pronoun' ? participantsIn(document, words, range) : [];
  return subject.length === 1 && subject.every((p) => p.kind === 'person') ? subject : [];
}

function ownerEndingAt(words: readonly Word[], to: number): Range | null {
  let from = to;
  while (from > 0 && /^(?:name|country|noun)$/.test(words[from - 1]?.part ?? '') && to - from < 8) from--;
  return from < to ? { from, to } : null;
}

/** What stands for a country before a hyphen only. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  sino: 'China',
  franco: 'France',
  anglo: 'United Kingdom',
  russo: 'Russia',
  indo: 'India',
  luso: 'Portugal',
  greco: 'Greece',
};

/** "Russian-Iraqi": the two countries of a compound. */
function pairOf(document: ReadingDocument, word: Word): Participant[] {
  const written = document.text.slice(word.start, word.end);
  const countries = countriesIn(written);
  const first = SHORT_FORMS[written.slice(0, written.indexOf('-')).toLowerCase()];
  if (first && countries.length === 1)
    countries.unshift({ ...span(0, written.indexOf('-')), country: first, as: 'adjective' });
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
  const { document, words } = scene;
  const official = visitors.filter((p) => isSomebody(p) || /delegation/i.test(p.name));
  // "the premier's Oslo visit"
  const place = around.place ?? (isPlace(words[n - 1]) ? (placeFrom(document, words, n - 1)?.place ?? null) : null);
  if (official.length === 0 || !(place ?? around.date ?? date)) return null;
  return drafted(scene, first, n, 'visit', official, { ...around, place, date: around.date ?? date });
}

/** "After his visit to the bank, the Pope left", with or without its comma. */
function visitorAfter(words: readonly Word[], n: number): Range | null {
  const place = words.findIndex((word, i) => i > n && i < n + 6 && isPlace(word));
  const next = words[place + 1];
  const from = /^(?:determiner|name)$/.test(next?.part ?? '') && !isPlace(next) ? place + 1 : 0;
  const to = from > n ? words.findIndex((word, i) => i > from && i < from + 8 && word.part === 'verb') : -1;
  return to > from ? { from, to } : subjectAfter(words, n);
}

/** "The poet received a visit from two policemen." */
function received(scene: Scene, n: number, guests: readonly Participant[], around: Circumstances): Draft | null {
  const { document, words } = scene;
  const verb = verbBack(words, n, /^(?:receiv(?:e|es|ed|ing)|had|has|have|got|gets?)$/);
  const range = verb === null ? null : subjectOf(words, verb);
  const hosts = range ? participantsIn(document, words, range) : [];
  return hosts.length > 0 ? drafted(scene, n, n, 'visit', [...hosts, ...guests], around) : null;
}
