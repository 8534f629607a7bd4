import { isPossessive } from './attribution-phrases.ts';
import { isSpeakerNoun, PREPOSITIONS } from './attribution-words.ts';
import { type Gender, genderOf } from './given-names.ts';
import type { Outline } from './quotations-outline.ts';
import type { Mention } from './reading.ts';
import type { SpeakersSoFar } from './speakers.ts';

/** How many units back a pronoun's name may stand. */
const REACH = 20;

/** What speaks for a person, and what against. */
const WEIGHTS = {
  /** The given name, title or post fits the pronoun; where none of them tells, neither for nor against. */
  gender: 1.5,
  /** For each unit between the name and the pronoun. */
  distance: 2.5,
  /** First person named in the unit: its subject, most often. */
  first: 0.9,
  complement: 0.8,
  possessor: 0.8,
  modifier: 1.2,
  /** Spoke last. */
  speaker: 2.2,
  speakerDistance: 0.9,
  sameParagraph: 1.1,
};

/** Whom "he" or "she" at this item means: a person named before; null where nobody fits. */
export function personFor(outline: Outline, at: number, unit: number, soFar: SpeakersSoFar): Mention | null {
  const { items, units, document, meant } = outline;
  const wanted: Gender = /^(?:he|him|himself)$/.test(items[at]?.word ?? '') ? 'male' : 'female';
  const last = soFar.spoken.at(-1);
  const scores = new Map<number, { mention: Mention; score: number }>();
  for (let u = unit; u >= 0 && unit - u <= REACH; u--) {
    const here = units[u];
    if (!here) break;
    let rank = 0;
    for (let i = here.from; i < here.to && i - here.from < 200; i++) {
      if (u === unit && i >= at) break;
      const item = items[i];
      const mention = item?.kind === 'name' ? meant[item.index] : undefined;
      if (!item || mention?.type !== 'person') continue;
      const gender = genderOf(document, mention);
      if (gender !== null && gender !== wanted) continue;
      const before = items[i - 1];
      const after = items[i + 1];
      let score = -WEIGHTS.distance * (unit - u);
      if (gender === wanted) score += WEIGHTS.gender;
      if (rank++ === 0) score += WEIGHTS.first;
      if (i > here.from && before && PREPOSITIONS.has(before.word)) score -= WEIGHTS.complement;
      if (isPossessive(after)) score -= WEIGHTS.possessor;
      // "Clinton spokesman Ali Haddad": a name before a noun only tells whose he is.
      if (after && (after.kind === 'name' || (after.kind === 'word' && isSpeakerNoun(after.word))))
        score -= WEIGHTS.modifier;
      if (last && last.speaker.entity === mention.entity) {
        score += WEIGHTS.speaker - WEIGHTS.speakerDistance * Math.min(5, unit - last.unit);
        if (last.paragraph === units[unit]?.paragraph) score += WEIGHTS.sameParagraph;
      }
      const known = scores.get(mention.entity);
      if (!known) scores.set(mention.entity, { mention, score });
      else scores.set(mention.entity, { mention: known.mention, score: Math.max(known.score, score) });
    }
  }
  let best: { mention: Mention; score: number } | null = null;
  for (const candidate of scores.values()) if (!best || candidate.score > best.score) best = candidate;
  return best?.mention ?? null;
}
