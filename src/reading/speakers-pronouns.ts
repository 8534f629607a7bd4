import { isPossessive } from './attribution-phrases.ts';
import { PREPOSITIONS } from './attribution-words.ts';
import { type Gender, genderOf } from './given-names.ts';
import type { Outline } from './quotations-outline.ts';
import type { Mention } from './reading.ts';
import type { SpeakersSoFar } from './speakers.ts';

/** How many units back a pronoun's name may stand. */
const REACH = 20;

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
      let score = gender === wanted ? 2 : 0;
      score -= 1.2 * (unit - u);
      const before = items[i - 1];
      if (rank++ === 0) score += 0.8;
      if (i > here.from && before && PREPOSITIONS.has(before.word)) score -= 0.8;
      if (isPossessive(items[i + 1])) score -= 0.8;
      if (last && last.speaker.entity === mention.entity) score += 2.5 - 0.3 * Math.min(5, unit - last.unit);
      const known = scores.get(mention.entity);
      if (!known) scores.set(mention.entity, { mention, score });
      else scores.set(mention.entity, { mention: known.mention, score: Math.max(known.score, score) + 0.4 });
    }
  }
  let best: { mention: Mention; score: number } | null = null;
  for (const candidate of scores.values()) if (!best || candidate.score > best.score) best = candidate;
  return best?.mention ?? null;
}
