import { splitWords } from '../../text/words.ts';
import type { DistinctQuotation } from './distinct-quotations.ts';

/** Words enough to stand for themselves; more make it no stronger. */
const ENOUGH_WORDS = 25;
/** More outlets than these add nothing. */
const ENOUGH_OUTLETS = 4;

/**
 * Quotations, those first that tell most by themselves: said (not denied, not supposed), whole sentences before fragments, long
 * enough to be understood, in several outlets, and early in their article.
 */
export function strongestFirst(
  quotations: readonly DistinctQuotation[],
  bodies: ReadonlyMap<string, string>,
): DistinctQuotation[] {
  const scored = quotations.map((one) => ({ one, score: strength(one, bodies.get(one.record.card.id) ?? '') }));
  return scored.toSorted((a, b) => b.score - a.score).map(({ one }) => one);
}

function strength({ record: { quotation }, elsewhere }: DistinctQuotation, body: string): number {
  const { start, end } = quotation.words;
  const words = body.slice(start, end);
  const outlets = Math.min(ENOUGH_OUTLETS, 1 + new Set(elsewhere.map(({ card }) => card.outlet.name)).size);
  return (
    (quotation.polarity === 'said' ? 4 : 0) +
    (isFragment(words) ? 0 : 2) +
    (2 * Math.min(ENOUGH_WORDS, splitWords(words).length)) / ENOUGH_WORDS +
    outlets -
    start / Math.max(1, body.length)
  );
}

/** "absolutely no rush", "chaos": words that need the sentence they stand in. */
export const isFragment = (words: string): boolean =>
  !/^["“‘'([]*[\p{Lu}\p{N}]/u.test(words.trim()) || splitWords(words).length < LEAST_WORDS;
const LEAST_WORDS = 4;
