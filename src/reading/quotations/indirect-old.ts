import type { Attribution } from './attribution/attributions.ts';
import type { Phrase } from './attribution/phrases.ts';
import { AUXILIARIES, DAYS, DETERMINERS, isSpeakerNoun, PREPOSITIONS, PRONOUNS } from './attribution/words.ts';
import { type Clause, clauseAfter, clauseBefore, isTrailing } from './clauses.ts';
import { cueOf } from './cues.ts';
import type { Item, Outline, Unit } from './outline.ts';

/**
 * Clauses reported without marks, each with its attribution; both parts of one that the attribution stands in the middle
 * of. Where the attribution is `used` for words in marks behind it, only what stands before it.
 */
export function indirectIn(
  outline: Outline,
  unit: Unit,
  attributions: readonly Attribution[],
  used: ReadonlySet<Attribution>,
): { attribution: Attribution; clause: Clause }[] {
  const { items } = outline;
  const found: { attribution: Attribution; clause: Clause }[] = [];
  let done = unit.from;
  for (const attribution of attributions) {
    if (attribution.from < done || attribution.order === 'colon') continue;
    if (used.has(attribution)) {
      const opening = openingOf(outline, unit, attribution, attributions);
      if (opening) found.push({ attribution, clause: opening });
      continue;
    }
    const later = attributions.filter(({ from }) => from > attribution.from);
    const trailing =
      attribution.order === 'cue first' ||
      (attribution.order === 'according to'
        ? attribution.from > unit.from && items[attribution.from - 1]?.word !== ':'
        : attribution.order !== 'shared subject' && isTrailing(items, unit, attribution));
    const first = trailing
      ? clauseBefore(outline, unit, attribution, attributions)
      : clauseAfter(outline, unit, attribution, later);
    // "The closures, she said, have hurt two towns": what goes on behind the attribution is reported too.
    const comma = trailing && attribution.order !== 'cue first' ? commaBehind(items, unit, attribution) : -1;
    const rest = comma >= 0 ? clauseAfter(outline, unit, { ...attribution, to: comma }, later) : null;
    const goesOn = rest && !isAside(items, rest, attribution) ? rest : null;
    const whole = [first, goesOn].filter((clause) => clause !== null);
    const reported = whole.filter((clause) => isReported(outline, unit, attribution, clause, trailing, whole.length));
    for (const clause of reported) found.push({ attribution, clause });
    const last = reported.at(-1);
    if (last) done = Math.max(last.to, attribution.to);
  }
  return found;
}

/** "The closures|, she said, “have hurt two towns”". */
function openingOf(outline: Outline, unit: Unit, attribution: Attribution, all: readonly Attribution[]): Clause | null {
  const { items } = outline;
  if (attribution.order !== 'subject first' || items[attribution.from - 1]?.word !== ',') return null;
  if (!/^,$/.test(items[attribution.to]?.word ?? '') || items[attribution.to + 1]?.kind !== 'marked') return null;
  const clause = clauseBefore(outline, unit, attribution, all);
  const first = clause && items[clause.from];
  if (!clause || clause.to - clause.from < 2 || !first) return null;
  // "Asked why, she said, “…”", "On Friday, she said, “…”": no words of hers.
  if (first.kind !== 'name' && !DETERMINERS.has(first.word) && !PRONOUNS.has(first.word)) return null;
  for (let i = clause.from; i < clause.to; i++) if (items[i]?.kind === 'marked' || items[i]?.word === ',') return null;
  return clause;
}

/** No circumstance between an attribution and its comma is longer, in items: "she said in an interview on Friday|,". */
const LONGEST_CIRCUMSTANCE = 9;

/** The comma behind the attribution and its circumstance; −1 where the sentence does not go on. */
function commaBehind(items: readonly Item[], unit: Unit, { to }: Attribution): number {
  const first = items[to];
  if (first?.word !== ',' && !PREPOSITIONS.has(first?.word ?? '') && !DAYS.has(first?.word ?? '')) return -1;
  for (let i = to; i < unit.to - 1 && i - to < LONGEST_CIRCUMSTANCE; i++) {
    if (items[i]?.word === ',') return i;
    if (items[i]?.kind === 'mark' || items[i]?.kind === 'marked') return -1;
  }
  return -1;
}

/** "…, she said, wiping her face", "…, said Rojas, a teacher from Lima": what follows tells of the speaker. */
function isAside(items: readonly Item[], { from }: Clause, { order }: Attribution): boolean {
  const word = items[from]?.word ?? '';
  if (order === 'according to') return !AUXILIARIES.has(word);
  return /(?:ing|ed)$|^(?:who|whose|which|when|while|as|that|than|more|less|including)$/.test(word);
}

const OPENING = /^(?:as|when|while|after|before|if|once|since|not|in|on|at|by|with|despite|during)$/;

const OWN = /^(?:his|her|its|their|my|our|your|how|what|which)$/;

/** So few items behind an attribution tell no more than a day and a stop. */
const LITTLE = 4;

function isReported(
  { items }: Outline,
  unit: Unit,
  { cue, order, speaker, to }: Attribution,
  clause: Clause,
  trailing: boolean,
  parts: number,
): boolean {
  for (let i = clause.from; i < clause.to; i++) if (items[i]?.kind === 'marked') return false;
  if (/^(?:who|whose|which)$/.test(items[clause.from]?.word ?? '') && !clause.that) return false;
  if (clause.to - clause.from < (parts > 1 ? 2 : 3) || (NO_CLAUSE.has(cue.lemma) && !clause.that) || !speaker)
    return false;
  // "according to their preference": nobody's words.
  if (order === 'according to') return maySpeak(speaker) || !OWN.test(items[speaker.from]?.word ?? '');
  // "a ruling that should please them": what follows tells about a noun.
  const relative = items[clause.from - 1]?.word === 'that' && AUXILIARIES.has(items[clause.from]?.word ?? '');
  if (relative && clause.that && cue.lemma !== 'say') return false;
  if (trailing && order !== 'cue first' && parts === 1 && OPENING.test(items[clause.from]?.word ?? '')) {
    // "As the crowd cheered, Rojas reported": told, not said.
    if (!/^(?:say|write|report|add)$/.test(cue.lemma) || unit.to - to > LITTLE) return false;
  }
  if (cue.strength === 'holds')
    return clause.that && /^(?:think|believe|hope|expect|feel|fear|accept|agree|express)$/.test(cue.lemma);
  if (clause.that || trailing) return true;
  const first = items[clause.from];
  const people = cue.lemma === 'say' && /[^'’su]s$/.test(speaker.head);
  if (!maySpeak(speaker) && !people && !/^(?:he|she|they|it|there|we|the)$/.test(first?.word ?? '')) return false;
  if (!first || (PREPOSITIONS.has(first.word) && first.word !== 'to')) return false;
  if (/^(?:and|but|so|goodbye|yes|no)$/.test(first.word) || first.word.endsWith('ly')) return false;
  if (PROMISES.has(cue.lemma)) return true;
  if (!/^(?:say|tell)$/.test(cue.lemma) && !hasVerb(items, clause)) return false;
  return /^(?:say|add|tell|note|argue|claim|warn|suggest|announce|report|acknowledge|write|insist)$/.test(cue.lemma);
}

/** Verbs that report words in marks, but seldom a clause without them. */
export const NO_CLAUSE = new Set(
  'continue read charge rule state point venture order email text blog post call describe laugh cry shout yell sigh interject call chant'.split(
    ' ',
  ),
);

/** Acts of speech, whose object is what was said: "urged them to stay", "reiterated its support". */
const PROMISES = new Set(
  'urge pledge vow promise threaten reiterate reaffirm deny demand confirm stress emphasize emphasise underline'.split(
    ' ',
  ),
);

/** Without marks, only who can speak is believed to: a name, a pronoun, or a noun for people and papers. */
const maySpeak = (phrase: Phrase | null): boolean =>
  phrase !== null &&
  (phrase.name >= 0 ||
    /^(?:he|she|they|it|we|i|who|percent|one|some|many|several|most|others|another|both)$/.test(phrase.head) ||
    isSpeakerNoun(phrase.head));

/** Is there anything like a verb in the clause, behind its first words? */
function hasVerb(items: readonly Item[], clause: Clause): boolean {
  for (let i = clause.from + 1; i < clause.to; i++) {
    const word = items[i]?.word ?? '';
    if (AUXILIARIES.has(word) || /ed$/.test(word) || (cueOf(word)?.form === 'finite' && !cueOf(word)?.noun))
      return true;
  }
  return false;
}
