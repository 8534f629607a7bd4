import { isPossessive } from './attribution-phrases.ts';
import { AUXILIARIES, isSpeakerNoun, PREPOSITIONS } from './attribution-words.ts';
import { cueOf } from './cues.ts';
import { type Gender, genderOf } from './given-names.ts';
import type { Outline } from './quotations-outline.ts';
import type { Mention } from './reading.ts';
import type { SpeakersSoFar } from './speakers.ts';
import { PRONOUN_WEIGHTS } from './speakers-weights.ts';

/** How many units back a pronoun's name may stand. */
const REACH = 20;
/** No sentence of print is longer, in items. */
const LONGEST = 200;

/** What is known of a mention that a pronoun may stand for; what each is worth is learned (speakers-weights.ts). */
export const PRONOUN_FEATURES = [
  /** The given name, title or post fits the pronoun; where none of them tells, neither for nor against. */
  'gender',
  /** How many units lie between the name and the pronoun: none, one, two; and for each further doubling. */
  'sameUnit',
  'unitBefore',
  'twoUnitsBefore',
  'distance',
  'sameParagraph',
  'paragraphBefore',
  /** First person named in its unit, and first of all that stands there. */
  'first',
  'opens',
  /** Followed by a verb. */
  'subject',
  /** Behind a preposition; before "'s"; before a noun ("Clinton spokesman"). */
  'complement',
  'possessor',
  'modifier',
  /** Told with a post, or in full. */
  'role',
  'fullName',
  /** How often named before, for each doubling. */
  'frequency',
  /** Spoke last; in this unit, in the one before, in this paragraph; and for each doubling of the units since. */
  'spokeLast',
  'spokeHere',
  'spokeBefore',
  'spokeInParagraph',
  'spokeDistance',
  /** Spoke last but one, if that was somebody else. */
  'spokeSecond',
  /** Named last of all people before the pronoun. */
  'nearest',
] as const;

export type PronounFeature = (typeof PRONOUN_FEATURES)[number];

/** A mention that a pronoun may stand for, and what is known of it. */
export interface PronounCandidate {
  readonly mention: Mention;
  readonly features: Readonly<Partial<Record<PronounFeature, number>>>;
}

/** Whom "he" or "she" at this item means: a person named before; null where nobody fits. */
export function personFor(outline: Outline, at: number, unit: number, soFar: SpeakersSoFar): Mention | null {
  const candidates = candidatesFor(outline, at, unit, soFar);
  return (soFar.choose ?? mostLikely)(candidates, outline.items[at]?.start ?? 0)?.mention ?? null;
}

/** The candidate that the learned weights favour. */
export function mostLikely(candidates: readonly PronounCandidate[]): PronounCandidate | null {
  let best: PronounCandidate | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const score = scoreOf(candidate);
    if (score > most) {
      best = candidate;
      most = score;
    }
  }
  return best;
}

function scoreOf({ features }: PronounCandidate): number {
  let score = 0;
  for (const name of PRONOUN_FEATURES) score += PRONOUN_WEIGHTS[name] * (features[name] ?? 0);
  return score;
}

/** The mentions of people before the pronoun that fit it by gender, the nearest first. */
function candidatesFor(outline: Outline, at: number, unit: number, soFar: SpeakersSoFar): PronounCandidate[] {
  const { items, units, document, meant } = outline;
  const wanted: Gender = /^(?:he|him|himself)$/.test(items[at]?.word ?? '') ? 'male' : 'female';
  const paragraph = units[unit]?.paragraph ?? 0;
  const last = soFar.spoken.at(-1);
  const second = soFar.spoken.findLast(({ speaker }) => speaker.entity !== last?.speaker.entity);
  const named = new Map<number, number>();
  const found: { mention: Mention; features: Partial<Record<PronounFeature, number>> }[] = [];
  for (let u = unit; u >= 0 && unit - u <= REACH; u--) {
    const here = units[u];
    if (!here) break;
    const inUnit: typeof found = [];
    for (let i = here.from; i < here.to && i - here.from < LONGEST; i++) {
      if (u === unit && i >= at) break;
      const item = items[i];
      const mention = item?.kind === 'name' ? meant[item.index] : undefined;
      if (!item || mention?.type !== 'person') continue;
      const gender = genderOf(document, mention);
      if (gender !== null && gender !== wanted) continue;
      named.set(mention.entity, (named.get(mention.entity) ?? 0) + 1);
      const before = i > here.from ? items[i - 1] : undefined;
      const after = items[i + 1];
      const features: Partial<Record<PronounFeature, number>> = { distance: Math.log2(1 + unit - u) };
      const set = (name: PronounFeature, holds: boolean) => {
        if (holds) features[name] = 1;
      };
      set('gender', gender === wanted);
      set('sameUnit', u === unit);
      set('unitBefore', u === unit - 1);
      set('twoUnitsBefore', u === unit - 2);
      set('sameParagraph', here.paragraph === paragraph);
      set('paragraphBefore', here.paragraph === paragraph - 1);
      set('first', inUnit.length === 0);
      set('opens', before === undefined);
      set('subject', after?.kind === 'word' && isVerb(after.word));
      set('complement', before !== undefined && PREPOSITIONS.has(before.word));
      set('possessor', isPossessive(after));
      set('modifier', after?.kind === 'name' || (after?.kind === 'word' && isSpeakerNoun(after.word)));
      set('role', mention.role !== null);
      set('fullName', document.text.slice(mention.start, mention.end).includes(' '));
      if (last && last.speaker.entity === mention.entity) {
        features.spokeLast = 1;
        features.spokeDistance = Math.log2(1 + unit - last.unit);
        set('spokeHere', last.unit === unit);
        set('spokeBefore', last.unit === unit - 1);
        set('spokeInParagraph', last.paragraph === paragraph);
      }
      set('spokeSecond', second?.speaker.entity === mention.entity);
      inUnit.push({ mention, features });
    }
    found.push(...inUnit.reverse());
  }
  const [nearest] = found;
  if (nearest) nearest.features.nearest = 1;
  for (const { mention, features } of found) features.frequency = Math.log2(named.get(mention.entity) ?? 1);
  return found;
}

const isVerb = (word: string): boolean =>
  AUXILIARIES.has(word) || word.endsWith('ed') || cueOf(word)?.form === 'finite';
