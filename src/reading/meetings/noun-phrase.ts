import { countriesIn } from '../../text/countries.ts';
import { span } from '../../text/span.ts';
import type { ReadingDocument } from '../document.ts';
import type { DateMention, Participant, Place } from '../reading.ts';
import { isPlace, placeFrom } from './circumstances.ts';
import type { Scene } from './draft.ts';
import { participantsIn } from './participants.ts';
import { type Range, subjectOf } from './phrases.ts';
import { isBody } from './roles.ts';
import { LIGHT_VERB } from './triggers.ts';
import type { Word } from './words.ts';

/** "several rounds of talks" */
const COUNTED =
  /^(?:rounds?|series|number|host|string|sessions?|dozens|hundreds|couple|days?|weeks?|months?|years?|hours?)$/;

export interface BeforeNoun {
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
export function beforeNoun(scene: Scene, n: number): BeforeNoun {
  const { document, words } = scene;
  const owners: Participant[] = [];
  let date: DateMention | null = null;
  let k = n - 1;
  for (; k >= 0 && n - k < 10; k--) {
    const word = words[k];
    if (!word) break;
    // "have cut off talks"
    if (/^(?:off|out|up)$/.test(word.lower)) break;
    const onHold = word.lower === 'hold' && words[k - 1]?.lower === 'on';
    if (LIGHT_VERB.test(word.lower) && words[k - 1]?.part !== 'determiner' && !onHold) break;
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
      // "Indo-Pakistan talks"
      if (word.lower.includes('-') && pairOf(document, word).length > 1) owners.push(...pairOf(document, word));
      else if (word.mention?.type === 'organisation')
        owners.push(...participantsIn(document, words, { from: k, to: k + 1 }));
      else if (word.part === 'country' && words[k - 1]?.part === 'and') continue;
    } else if (word.capital && word.lower.includes('-')) owners.push(...pairOf(document, word));
    else if (k === n - 1 && (isBody(word.lower) || isAcronym(document, word)))
      owners.push(...participantsIn(document, words, { from: k, to: k + 1 }));
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
    (/^(?:at|during)$/.test(at.lower) || (/^(?:on|from)$/.test(at.lower) && /^visits?$/.test(words[n]?.lower ?? '')));
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
    travel:
      at?.lower === 'for' || (at?.lower === 'on' && /^visits?$/.test(words[n]?.lower ?? ''))
        ? verbBack(words, k, TRAVEL)
        : at?.lower === 'from'
          ? verbBack(words, k, BACK)
          : null,
    told: at?.lower === 'in' || at?.lower === 'during' ? verbBack(words, k, /./) : null,
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
  /^(?:cancell?ed|postponed|suspended|delayed|scrapped|refused|rejected|declined|demanded|requested|proposed|sought|offered|boycotted|scheduled|planned|announced|arranged|skipped|called|seeks?|wants?|plans?)$/;

const TRAVEL =
  /^(?:left|leaves?|leaving|flew|flies|flying|fly|travel(?:s|l?ed|l?ing)?|head(?:s|ed|ing)|depart(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|went|goes|go|came|come|comes|visit(?:s|ed|ing)?|is|are|was|were|return(?:s|ed|ing)?)$/;

/** "emerging from talks": whoever does took part. */
const BACK = /^(?:emerg|return)(?:s|es|ed|ing)$/;

/** The nearest verb of a kind before `k`, in the same clause. */
export function verbBack(words: readonly Word[], k: number, kind: RegExp): number | null {
  for (let i = k - 1; i >= 0 && k - i < 14; i--) {
    const word = words[i];
    if (!word || word.part === 'stop' || word.part === 'relative') return null;
    if (
      kind.test(word.lower) &&
      (word.part === 'verb' || word.part === 'auxiliary' || TRAVEL === kind || BACK === kind)
    )
      return i;
    if (word.part === 'verb') return null;
  }
  return null;
}

/** "flew to Cairo for talks": where to. */
export function destination({ document, words }: Scene, travel: number | null, to: number): Place | null {
  for (let i = travel ?? to; i < to; i++)
    if (/^(?:to|in)$/.test(words[i]?.lower ?? '') && isPlace(words[i + 1]))
      return placeFrom(document, words, i + 1)?.place ?? null;
  return null;
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

/** "a SecCom meeting": a body that no mention covers. */
const isAcronym = ({ text }: ReadingDocument, word: Word): boolean =>
  /^\p{Lu}.*\p{Lu}/u.test(text.slice(word.start, word.end)) && !word.lower.includes('-');

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
