import type { Span } from '../../text/span.ts';
import { type Candidate, type Candidates, candidatesOf, FEATURES, type SummaryDocument } from './features.ts';
import { SUMMARY_WEIGHTS, type Weights } from './weights.ts';
import { termsOf } from './words.ts';

export type { SummaryDocument } from './features.ts';

/** A sentence: of which document, and where. */
export interface Place {
  readonly document: number;
  readonly sentence: Span;
}

/** A sentence chosen, and those of other documents that say the same, or nearly: copies of one report, and other figures. */
export interface ChosenSentence extends Place {
  readonly copies: readonly Place[];
  readonly otherwise: readonly Place[];
}

/** At most so many sentences, or so many words in whole sentences. */
export type Budget = { readonly sentences: number } | { readonly words: number };

/** What a sentence gains if all that was asked for stands in it: more than the best place in an article gives. */
const RELEVANCE = 8;
/** What a sentence loses that says again what is told already, and gains where it goes on from there. */
export const REPETITION = 1;
const CONTINUATION = 0.3;
/** Sentences as alike as this tell the same: copies of one report. */
const SAME_TOLD = 0.75;
/** Sentences as alike as this, but for their figures, tell of one thing and disagree. */
const SAME_SUBJECT = 0.55;

/**
 * Chooses whole sentences that stand for the documents: near to what was asked, central, early, each saying something new,
 * none that leans on a sentence which isn't there. `about` null: what the documents are about as a whole. Returned with
 * the most telling first, as news is written, so that the summary can be cut anywhere; one that leans on another stands
 * right after it.
 */
export function summarise(
  documents: readonly SummaryDocument[],
  about: string | null,
  budget: Budget,
  weights: Weights = documents.length > 1 ? SUMMARY_WEIGHTS.several : SUMMARY_WEIGHTS.one,
): ChosenSentence[] {
  const candidates = candidatesOf(documents);
  const relevance = relevanceTo(about, candidates);
  const eligible = candidates.list.filter(
    ({ document, sentence }) => documents[document]?.eligible?.(sentence) ?? true,
  );
  const open = eligible.map((candidate) => ({
    candidate,
    score: scoreOf(candidate, weights) + RELEVANCE * relevance(candidate),
    likestTold: 0,
  }));
  const told: Candidate[] = [];
  let left = 'words' in budget ? budget.words : budget.sentences;
  while (left > 0) {
    let best: (typeof open)[number] | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const one of open) {
      const { candidate, likestTold } = one;
      if (likestTold >= SAME_TOLD || ('words' in budget && candidate.length > left)) continue;
      const goesOn = told.some((before) => follows(candidate, before));
      if (candidate.standing === 'leaning' && !goesOn) continue;
      const value = one.score - REPETITION * likestTold + (goesOn ? CONTINUATION : 0);
      if (value > most) [best, most] = [one, value];
    }
    if (!best) break;
    const { candidate } = best;
    told.push(candidate);
    left -= 'words' in budget ? candidate.length : 1;
    for (const one of open) one.likestTold = Math.max(one.likestTold, likenessOf(one.candidate, candidate, candidates));
  }
  if (told.length === 0) told.push(...leaningWithWhatItLeansOn(open, candidates, left, budget));
  return inTellingOrder(told).map((one) => ({ ...placeOf(one), ...toldElsewhere(one, told, candidates) }));
}

/** Where nothing stands alone: the best sentence that leans, after the one it leans on; none where that is too long. */
function leaningWithWhatItLeansOn(
  open: readonly { readonly candidate: Candidate; readonly score: number }[],
  candidates: Candidates,
  left: number,
  budget: Budget,
): Candidate[] {
  const [best] = [...open]
    .filter(({ candidate }) => candidate.standing === 'leaning')
    .sort((a, b) => b.score - a.score);
  const before = best && candidates.list.find((one) => follows(best.candidate, one));
  if (!best || !before || before.standing === 'unfit') return [];
  const cost = 'words' in budget ? before.length + best.candidate.length : 2;
  return cost <= left ? [before, best.candidate] : [];
}

const placeOf = ({ document, sentence }: Candidate): Place => ({ document, sentence });

/** The sentences of other documents that say the same, and those that say it with other figures. */
function toldElsewhere(one: Candidate, told: readonly Candidate[], candidates: Candidates) {
  const alike = candidates.list.filter(
    (other) =>
      other.document !== one.document &&
      other.standing === 'alone' &&
      !told.includes(other) &&
      candidates.likeness(one, other) >= SAME_SUBJECT,
  );
  const copies = alike.filter((other) => other.figures === one.figures && candidates.likeness(one, other) >= SAME_TOLD);
  const otherwise = alike.filter((other) => other.figures && one.figures && other.figures !== one.figures);
  return { copies: copies.map(placeOf), otherwise: otherwise.map(placeOf) };
}

/** A sentence is as like itself as can be, whatever its words. */
const likenessOf = (a: Candidate, b: Candidate, candidates: Candidates): number =>
  a === b ? 1 : candidates.likeness(a, b);

/** Does the first stand right after the second in the same text? */
const follows = (candidate: Candidate, before: Candidate): boolean =>
  candidate.document === before.document && candidate.place === before.place + 1;

const scoreOf = ({ features }: Candidate, weights: Weights): number =>
  FEATURES.reduce((total, name) => total + (weights[name] ?? 0) * features[name], 0);

/** How much of what was asked for stands in a sentence, rare words counting most; 0 where nothing was asked. */
function relevanceTo(about: string | null, { rarity }: Candidates): (candidate: Candidate) => number {
  const asked = [...new Set(termsOf(about ?? ''))];
  const all = asked.reduce((total, term) => total + rarity(term), 0);
  return ({ terms }) =>
    all === 0 ? 0 : asked.reduce((total, term) => total + (terms.has(term) ? rarity(term) : 0), 0) / all;
}

/** As chosen, but each sentence that leans on another right after it. */
function inTellingOrder(told: readonly Candidate[]): Candidate[] {
  const order: Candidate[] = [];
  for (const candidate of told) {
    const before = order.findIndex((one) => follows(candidate, one));
    if (candidate.standing === 'leaning' && before >= 0) order.splice(before + 1, 0, candidate);
    else order.push(candidate);
  }
  return order;
}
