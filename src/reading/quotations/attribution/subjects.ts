import { cueOf } from '../cues.ts';
import type { Item, Outline, Unit } from '../outline.ts';
import type { Attribution } from './attributions.ts';
import { isPerson, isPossessive, type Phrase, phraseEndingAt, phraseStartingAt } from './phrases.ts';
import { AUXILIARIES, isSpeakerNoun, PREPOSITIONS, PRONOUNS, UTTERANCES } from './words.ts';

/** "…," said the mayor: the subject behind the verb, where the sentence goes no further with it. */
export function invertedSubject(outline: Outline, unit: Unit, at: number): Phrase | null {
  const { items } = outline;
  let first = at + 1;
  if (items[first]?.word === 'in' && items[first + 2]?.word === 'turn') first += 3;
  const speaker = phraseStartingAt(outline, first, unit.to);
  // "Rojas, citing “low rates,” said the mayor would go": no speaker, but who is spoken of.
  if (!speaker || AUXILIARIES.has(items[speaker.to]?.word ?? '')) return null;
  // "…", – said the mayor.
  let last = at - 1;
  while (last > unit.from && items[last]?.kind === 'mark') last--;
  if (items[last]?.kind === 'marked') return speaker;
  const behind = items[speaker.to];
  // "Rojas, waving, asked the crowd “…”": the crowd only hears.
  const closed = speaker.to >= unit.to || behind?.kind === 'mark';
  const speaks =
    speaker.name >= 0 ||
    PRONOUNS.has(speaker.head) ||
    (isSpeakerNoun(speaker.head) && !UTTERANCES.has(speaker.head)) ||
    // ", said several observers."
    (items[at]?.word === 'said' && /(?:[^su]s|er|or)$/.test(speaker.head));
  return closed && speaks && at > unit.from && items[at - 1]?.word === ',' ? speaker : null;
}

/** The subject that ends at `last`: a name, a noun or a pronoun; "who" stands for whom it follows. */
export function subjectAt(outline: Outline, unit: Unit, last: number, earlier: readonly Attribution[]): Phrase | null {
  const { items } = outline;
  const item = items[last];
  if (!item) return null;
  if (item.word === 'who') {
    const before = items[last - 1]?.kind === 'mark' ? last - 2 : last - 1;
    return phraseEndingAt(outline, before, unit.from) ?? earlier.at(-1)?.speaker ?? null;
  }
  // "a headline that said"
  if (item.word === 'that' && UTTERANCES.has(items[last - 1]?.word ?? ''))
    return phraseEndingAt(outline, last - 1, unit.from);
  const phrase = phraseEndingAt(outline, last, unit.from);
  if (!phrase) {
    // "A source familiar with her thinking said"
    const opening = phraseStartingAt(outline, unit.from, last);
    return opening && isSpeakerNoun(opening.head) && !hasFiniteVerb(items, opening.to, last + 1) ? opening : null;
  }
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
export function subjectBeyond(outline: Outline, unit: Unit, mark: number): Phrase | null {
  const { items } = outline;
  const closing = items[mark]?.word ?? '';
  const opening = closing === ')' ? '(' : closing === ']' ? '[' : closing;
  if (!/^(?:[,)\]]|[–—-]+)$/.test(closing)) return null;
  if (closing === ',' && items[mark - 1]?.word === ')') {
    // "Rojas (D-Tex.), said"
    const bracketed = subjectBeyond(outline, unit, mark - 1);
    if (bracketed && bracketed.name >= 0 && isPerson(outline, bracketed.name)) return bracketed;
  }
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
    const before = phraseEndingAt(outline, beforeBracket(items, i - 1, unit.from), unit.from);
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
  let last = mark - 1;
  if (items[last]?.word === ')') while (last > unit.from && items[last]?.word !== '(') last--;
  const straight = phraseEndingAt(outline, items[last]?.word === '(' ? last - 1 : last, unit.from);
  return straight && straight.name >= 0 && straight.from === unit.from ? straight : null;
}

/** "Rojas| (D-Tex.)": the item before a bracket that ends here; this one where none does. */
function beforeBracket(items: readonly Item[], at: number, low: number): number {
  if (items[at]?.word !== ')') return at;
  for (let i = at - 1; i > low && at - i < 10; i--) if (items[i]?.word === '(') return i - 1;
  return at;
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
  const start = mainClause(items, unit, at);
  const group = phraseStartingAt(
    outline,
    /^(?:about|nearly|around|over)$/.test(items[start]?.word ?? '') ? start + 1 : start,
    at,
  );
  if (group && group.name < 0 && group.to < at && isSpeakerNoun(group.head)) return group;
  for (let i = start; i < at && i - unit.from < 60; i++) {
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
  const opening = phraseStartingAt(outline, start, at);
  return opening && (opening.name >= 0 || isSpeakerNoun(opening.head)) ? opening : null;
}

/** Where the main clause begins: behind the comma of "When she arrived, …". */
function mainClause(items: readonly Item[], unit: Unit, at: number): number {
  if (items[unit.from + 1]?.word === ',' && items[unit.from]?.kind === 'word') return unit.from + 2;
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
