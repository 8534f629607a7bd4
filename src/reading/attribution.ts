import { isPerson, isPossessive, type Phrase, phraseEndingAt, phraseStartingAt } from './attribution-phrases.ts';
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
} from './attribution-words.ts';
import { type Cue, cueOf, NAMING } from './cues.ts';
import type { Item, Outline, Unit } from './quotations-outline.ts';

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

const unlisted = (lemma: string): Cue => ({ lemma, form: 'finite', strength: 'says', hearer: false, noun: false });

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

/** `"…," she interjected`, `"…," the envoy confessed.`: behind words in marks, any verb of a person or pronoun reports. */
function unlistedVerb(outline: Outline, unit: Unit, at: number): Attribution | null {
  const { items, stretches, document } = outline;
  const stretch = stretches[items[at]?.index ?? -1];
  if (!stretch?.closed) return null;
  const last = document.text.charAt(stretch.words.end - 1);
  const first = items[at + 1]?.word === ',' || /^[–—-]+$/.test(items[at + 1]?.word ?? '') ? at + 2 : at + 1;
  if (!/[,?!…—–.]/.test(last) && first === at + 1) return null;
  const inverted = items[first];
  if (inverted?.kind === 'word' && /ed$/.test(inverted.word) && !inverted.capital && !cueOf(inverted.word)) {
    const behind = phraseStartingAt(outline, first + 1, unit.to);
    if (!behind || behind.name < 0 || !isPerson(outline, behind.name)) return null;
    const cue = unlisted(inverted.word);
    return {
      cue,
      cueFrom: first,
      cueTo: first + 1,
      speaker: behind,
      from: first,
      to: behind.to,
      order: 'cue first',
      negated: false,
    };
  }
  const speaker = phraseStartingAt(outline, first, unit.to);
  if (!speaker || speaker.to >= unit.to) return null;
  if (speaker.name < 0 && !/^(?:he|she|they|i|we)$/.test(speaker.head)) return null;
  let verbAt = speaker.to;
  while (verbAt < unit.to && (AUXILIARIES.has(items[verbAt]?.word ?? '') || BETWEEN.has(items[verbAt]?.word ?? '')))
    verbAt++;
  const word = items[verbAt];
  if (
    word?.kind !== 'word' ||
    word.capital ||
    !/(?:ed|s|said|put|went)$/.test(word.word) ||
    /^(?:is|was|has|does)$/.test(word.word)
  )
    return null;
  const known = cueOf(word.word);
  if (known && !known.noun) return null;
  const cue: Cue = known ? { ...known, strength: 'says' } : unlisted(word.word);
  return {
    cue,
    cueFrom: verbAt,
    cueTo: verbAt + 1,
    speaker,
    from: speaker.from,
    to: verbAt + 1,
    order: 'subject first',
    negated: false,
  };
}

/** `the envoy shot back, "…"`: before words in marks, too. */
function unlistedVerbBefore(outline: Outline, unit: Unit, at: number): Attribution | null {
  const { items } = outline;
  let verbAt = at - 2;
  if (/^(?:back|out|on|in|up|it)$/.test(items[verbAt]?.word ?? '')) verbAt--;
  const word = items[verbAt];
  if (!word || verbAt <= unit.from || word.kind !== 'word' || word.capital || cueOf(word.word)) return null;
  if (!/(?:ed|shot|put|went|began)$/.test(word.word)) return null;
  const speaker = phraseEndingAt(outline, verbAt - 1, unit.from);
  if (!speaker || (speaker.name < 0 && !/^(?:he|she|they|i|we)$/.test(speaker.head))) return null;
  const cue = unlisted(word.word);
  return {
    cue,
    cueFrom: verbAt,
    cueTo: at - 1,
    speaker,
    from: speaker.from,
    to: at - 1,
    order: 'subject first',
    negated: false,
  };
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
  if (!item || !cue || (item.capital && at > unit.from && items[at - 1]?.kind !== 'marked')) return null;
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
  if (cue.form === 'finite' && !cue.hearer && (opens || before?.kind === 'marked' || before?.kind === 'mark')) {
    const inverted = invertedSubject(outline, unit, at);
    if (inverted) return made(inverted, 'cue first');
  }
  if (opens || !before) return null;
  if (before.word === 'to') {
    if (cue.strength !== 'says') return null;
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

/** "…," said the mayor: the subject behind the verb, where the sentence goes no further with it. */
function invertedSubject(outline: Outline, unit: Unit, at: number): Phrase | null {
  const { items } = outline;
  let first = at + 1;
  if (items[first]?.word === 'in' && items[first + 2]?.word === 'turn') first += 3;
  const speaker = phraseStartingAt(outline, first, unit.to);
  if (!speaker) return null;
  // "…", – said the mayor.
  let last = at - 1;
  while (last > unit.from && items[last]?.kind === 'mark') last--;
  if (items[last]?.kind === 'marked') return speaker;
  const behind = items[speaker.to];
  const closed = speaker.to >= unit.to || behind?.kind === 'mark' || behind?.kind === 'marked';
  const speaks =
    speaker.name >= 0 || PRONOUNS.has(speaker.head) || (isSpeakerNoun(speaker.head) && !UTTERANCES.has(speaker.head));
  return closed && speaks && at > unit.from && items[at - 1]?.word === ',' ? speaker : null;
}

/** The subject that ends at `last`: a name, a noun or a pronoun; "who" stands for whom it follows. */
function subjectAt(outline: Outline, unit: Unit, last: number, earlier: readonly Attribution[]): Phrase | null {
  const { items } = outline;
  const item = items[last];
  if (!item) return null;
  if (item.word === 'who') {
    const before = items[last - 1]?.kind === 'mark' ? last - 2 : last - 1;
    return phraseEndingAt(outline, before, unit.from) ?? earlier.at(-1)?.speaker ?? null;
  }
  const phrase = phraseEndingAt(outline, last, unit.from);
  const preposition = phrase && phrase.from > unit.from ? items[phrase.from - 1] : undefined;
  // "A second source speaking to the paper said", "An official who came to discuss the plan said"
  if (phrase && preposition && PREPOSITIONS.has(preposition.word)) {
    const subject = phraseStartingAt(outline, mainClause(items, unit, last), phrase.from);
    const speaks = subject && (subject.name >= 0 || PRONOUNS.has(subject.head) || isSpeakerNoun(subject.head));
    if (subject && speaks && !hasFiniteVerb(items, subject.to, phrase.from)) return subject;
  }
  if (phrase && /^(?:him|her|them|himself|herself|themselves)$/.test(phrase.head)) return null;
  return phrase;
}

/** Is there a verb of its own between the two, outside of a relative clause? */
function hasFiniteVerb(items: readonly Item[], from: number, to: number): boolean {
  if (items[from]?.word === 'who') return false;
  for (let i = from; i < to; i++) {
    const word = items[i]?.word ?? '';
    if (AUXILIARIES.has(word) || cueOf(word)?.form === 'finite' || /ed$/.test(word) || items[i]?.kind === 'mark')
      return true;
  }
  return false;
}

const REACH_BACK = 45;

/** Over an apposition or a clause between commas, dashes or brackets, to the subject before it. */
function subjectBeyond(outline: Outline, unit: Unit, mark: number): Phrase | null {
  const { items } = outline;
  const closing = items[mark]?.word ?? '';
  const opening = closing === ')' ? '(' : closing === ']' ? '[' : closing;
  if (!/^(?:[,)\]]|[–—-]+)$/.test(closing)) return null;
  let fallback: Phrase | null = null;
  let inComplement: Phrase | null = null;
  let commas = 0;
  for (let i = mark - 1; i >= unit.from && mark - i < REACH_BACK && commas < 4; i--) {
    const item = items[i];
    if (item?.kind === 'marked') break;
    if (item?.word !== opening) continue;
    commas++;
    // "The foreign minister, Ana Rojas, said"
    const between = phraseEndingAt(outline, mark - 1, i + 1);
    if (commas === 1 && between && between.name >= 0 && between.from === i + 1 && isPerson(outline, between.name)) {
      return { ...between, from: phraseEndingAt(outline, i - 1, unit.from)?.from ?? between.from };
    }
    const before = phraseEndingAt(outline, i - 1, unit.from);
    if (!before) continue;
    const after = items[before.from - 1];
    const complement = after !== undefined && before.from > unit.from && PREPOSITIONS.has(after.word);
    if (before.name >= 0 && isPerson(outline, before.name) && !complement) return before;
    if (!complement) fallback ??= before;
    else if (before.name >= 0 && isPerson(outline, before.name)) inComplement ??= before;
    if (PRONOUNS.has(before.head)) return before;
  }
  if (fallback ?? inComplement) return fallback ?? inComplement;
  // "Ana Rojas, stressed that": a comma too many.
  const straight = phraseEndingAt(outline, mark - 1, unit.from);
  return straight && straight.name >= 0 && straight.from === unit.from ? straight : null;
}

/** The subject that a second verb or a participle shares with what came before: "Adeyemi laughed and said", "…, adding". */
export function sharedSubject(
  outline: Outline,
  unit: Unit,
  at: number,
  earlier: readonly Attribution[],
): Phrase | null {
  const { items } = outline;
  const last = earlier.findLast(({ speaker, cueFrom }) => speaker !== null && at - cueFrom < 60);
  if (last?.speaker) return last.speaker;
  for (let i = mainClause(items, unit, at); i < at && i - unit.from < 60; i++) {
    const item = items[i];
    const before = items[i - 1];
    if (!item || (before && i > unit.from && PREPOSITIONS.has(before.word))) continue;
    if (item.kind === 'name' && !isPossessive(items[i + 1])) {
      // "Clinton supporters interrupted him, shouting"
      const noun = items[i + 1];
      const phrase = phraseEndingAt(outline, noun?.kind === 'word' && isSpeakerNoun(noun.word) ? i + 1 : i, unit.from);
      const preceding = phrase && items[phrase.from - 1];
      if (phrase && !(preceding && phrase.from > unit.from && PREPOSITIONS.has(preceding.word))) return phrase;
    }
    if (/^(?:he|she|they|we|i)$/.test(item.word)) return phraseEndingAt(outline, i, unit.from);
  }
  return null;
}

/** Where the main clause begins: behind the comma of "When she arrived, …". */
function mainClause(items: readonly Item[], unit: Unit, at: number): number {
  if (
    !/^(?:when|after|as|while|if|because|before|since|although|though|once|during|in|at|on)$/.test(
      items[unit.from]?.word ?? '',
    )
  )
    return unit.from;
  for (let i = unit.from; i < at && i - unit.from < 40; i++)
    if (items[i]?.word === ',') return i + 1 < at ? i + 1 : unit.from;
  return unit.from;
}

/** "The report notes that", but not "the many claims": is this word, which can be a noun, a verb here? */
function isVerbHere({ items }: Outline, at: number, speaker: Phrase, helped: boolean): boolean {
  if (helped) return true;
  const word = items[at]?.word ?? '';
  const next = items[at + 1];
  const follows =
    next?.kind === 'marked' ||
    /^(?:that|:|,|how|why|the|he|she|they|it|there)$/.test(next?.word ?? '') ||
    next?.kind === 'name';
  const behind = items[speaker.from - 1]?.kind === 'marked' || items[speaker.from - 2]?.kind === 'marked';
  if (!follows && !(behind && (next === undefined || next.kind === 'mark' || next.word === 'out'))) return false;
  if (speaker.name >= 0) return true;
  if (PRONOUNS.has(speaker.head)) return true;
  // "officials say" against "the reports": plural nouns take the base, the others the -s.
  return speaker.to - speaker.from >= 1 && word.endsWith('s') !== speaker.head.endsWith('s');
}
