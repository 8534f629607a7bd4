import type { Attribution } from './attribution.ts';
import type { Phrase } from './attribution-phrases.ts';
import { AUXILIARIES, isSpeakerNoun, PREPOSITIONS } from './attribution-words.ts';
import { cueOf } from './cues.ts';
import { type Clause, clauseAfter, clauseBefore, isTrailing } from './quotations-clauses.ts';
import type { Item, Outline, Unit } from './quotations-outline.ts';

/** Clauses reported without marks, each with its attribution; not where the attribution is `used` for words in marks. */
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
    if (used.has(attribution) || attribution.from < done || attribution.order === 'colon') continue;
    const later = attributions.filter(({ from }) => from > attribution.from);
    const trailing =
      attribution.order === 'cue first' ||
      (attribution.order === 'according to'
        ? attribution.from > unit.from
        : attribution.order !== 'shared subject' && isTrailing(items, unit, attribution));
    let clause = trailing
      ? clauseBefore(outline, unit, attribution, attributions)
      : clauseAfter(outline, unit, attribution, later);
    // "The closures, she said, have hurt two towns": the longer part stands for the whole.
    const rest =
      trailing && items[attribution.to]?.word === ',' ? clauseAfter(outline, unit, attribution, later) : null;
    if (rest && !isAside(items, rest, attribution) && rest.to - rest.from > (clause ? clause.to - clause.from : 0))
      clause = rest;
    if (!clause || !isReported(outline, unit, attribution, clause, trailing)) continue;
    found.push({ attribution, clause });
    done = Math.max(clause.to, attribution.to);
  }
  return found;
}

/** "…, she said, wiping her face", "…, said Rojas, a teacher from Lima": what follows tells of the speaker. */
function isAside(items: readonly Item[], { from }: Clause, { order }: Attribution): boolean {
  const word = items[from]?.word ?? '';
  return (
    /ing$|^(?:who|whose|which|when|while|referring|as)$/.test(word) ||
    (order === 'cue first' && /^(?:an?|the)$/.test(word))
  );
}

/** So few items behind an attribution tell no more than a day and a stop. */
const LITTLE = 4;

function isReported(
  { items }: Outline,
  unit: Unit,
  { cue, order, speaker, to }: Attribution,
  clause: Clause,
  trailing: boolean,
): boolean {
  for (let i = clause.from; i < clause.to; i++) if (items[i]?.kind === 'marked') return false;
  if (/^(?:who|whose|which)$/.test(items[clause.from]?.word ?? '') && !clause.that) return false;
  if (clause.to - clause.from < 3 || (NO_CLAUSE.has(cue.lemma) && !clause.that) || !speaker) return false;
  if (order === 'according to') return true;
  // "a ruling that should please them": what follows tells about a noun.
  const relative = items[clause.from - 1]?.word === 'that' && AUXILIARIES.has(items[clause.from]?.word ?? '');
  if (relative && clause.that && cue.lemma !== 'say') return false;
  if (
    trailing &&
    /^(?:as|when|while|after|before|if|once|since|not|in|on|at|by|with|despite|during)$/.test(
      items[clause.from]?.word ?? '',
    )
  ) {
    // "As the crowd cheered, Rojas reported, his wife smiled": the words stand on the other side.
    if (!/^(?:say|write|report|add)$/.test(cue.lemma) || unit.to - to > LITTLE) return false;
  }
  if (cue.strength === 'holds')
    return clause.that && /^(?:think|believe|hope|expect|feel|fear|accept|agree|express)$/.test(cue.lemma);
  if (clause.that || trailing) return true;
  const first = items[clause.from];
  if (!maySpeak(speaker) && !/^(?:he|she|they|it|there|we|the)$/.test(first?.word ?? '')) return false;
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
  (phrase.name >= 0 || /^(?:he|she|they|it|we|i|who)$/.test(phrase.head) || isSpeakerNoun(phrase.head));

/** Is there anything like a verb in the clause, behind its first words? */
function hasVerb(items: readonly Item[], clause: Clause): boolean {
  for (let i = clause.from + 1; i < clause.to; i++) {
    const word = items[i]?.word ?? '';
    if (AUXILIARIES.has(word) || /ed$/.test(word) || (cueOf(word)?.form === 'finite' && !cueOf(word)?.noun))
      return true;
  }
  return false;
}
