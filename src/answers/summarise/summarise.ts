import type { Span } from '../../text/span.ts';
import {
  type Candidates,
  candidatesOf,
  SENTENCE_FEATURES,
  type SentenceCandidate,
  type SummaryDocument,
} from './features.ts';
import { type SentenceWeights, SUMMARY_WEIGHTS } from './weights.ts';
import { contentStems } from './words.ts';

export type { SummaryDocument } from './features.ts';

/** A sentence: of which document, and where. */
export interface SentencePlace {
  readonly document: number;
  readonly sentence: Span;
}

/** A sentence chosen, and those of other documents that say the same, or nearly: copies of one report, and other figures. */
export interface ChosenSentence extends SentencePlace {
  readonly copies: readonly SentencePlace[];
  readonly otherwise: readonly SentencePlace[];
}

/** At most so many sentences, or so many words in whole sentences. */
export type Budget = { readonly sentences: number } | { readonly words: number };

/** Bonus of a sentence that contains all that was asked for: more than the best place in an article gives. */
const RELEVANCE = 8;
/** Penalty of a sentence that repeats what is chosen already, and bonus of one that follows on from it. */
export const REPETITION = 1;
const CONTINUATION = 0.3;
/** Sentences as similar as this say the same: copies of one report. */
const SAME_CONTENT = 0.75;
/** Sentences as similar as this, but for their figures, are about one thing and disagree. */
const SAME_SUBJECT = 0.55;

/**
 * Chooses whole sentences that stand for the documents: near to what was asked, central, early, each saying something new,
 * none that leans on a sentence which isn't there. `about` null: what the documents are about as a whole. Returned with
 * the most important first, as news is written, so that the summary can be cut anywhere; one that leans on another stands
 * right after it.
 */
export function summarise(
  documents: readonly SummaryDocument[],
  about: string | null,
  budget: Budget,
  weights: SentenceWeights = documents.length > 1 ? SUMMARY_WEIGHTS.several : SUMMARY_WEIGHTS.one,
): ChosenSentence[] {
  const candidates = candidatesOf(documents);
  const relevance = relevanceTo(about, candidates);
  const eligible = candidates.list.filter(
    ({ document, sentence }) => documents[document]?.eligible?.(sentence) ?? true,
  );
  const open = eligible.map((candidate) => ({
    candidate,
    score: scoreOf(candidate, weights) + RELEVANCE * relevance(candidate),
    mostSimilar: 0,
  }));
  const chosen: SentenceCandidate[] = [];
  let left = 'words' in budget ? budget.words : budget.sentences;
  while (left > 0) {
    let best: (typeof open)[number] | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const one of open) {
      const { candidate, mostSimilar } = one;
      if (mostSimilar >= SAME_CONTENT || ('words' in budget && candidate.length > left)) continue;
      const goesOn = chosen.some((before) => follows(candidate, before));
      if (candidate.standing === 'leaning' && !goesOn) continue;
      const value = one.score - REPETITION * mostSimilar + (goesOn ? CONTINUATION : 0);
      if (value > most) [best, most] = [one, value];
    }
    if (!best) break;
    const { candidate } = best;
    chosen.push(candidate);
    left -= 'words' in budget ? candidate.length : 1;
    for (const one of open)
      one.mostSimilar = Math.max(one.mostSimilar, similarityOf(one.candidate, candidate, candidates));
  }
  if (chosen.length === 0) chosen.push(...leaningWithWhatItLeansOn(open, candidates, left, budget));
  return inReadingOrder(chosen).map((one) => ({ ...placeOf(one), ...repeatedElsewhere(one, chosen, candidates) }));
}

/** Where nothing stands alone: the best sentence that leans, after the one it leans on; none where that is too long. */
function leaningWithWhatItLeansOn(
  open: readonly { readonly candidate: SentenceCandidate; readonly score: number }[],
  candidates: Candidates,
  left: number,
  budget: Budget,
): SentenceCandidate[] {
  const [best] = [...open]
    .filter(({ candidate }) => candidate.standing === 'leaning')
    .sort((a, b) => b.score - a.score);
  const before = best && candidates.list.find((one) => follows(best.candidate, one));
  if (!best || !before || before.standing === 'unfit') return [];
  const cost = 'words' in budget ? before.length + best.candidate.length : 2;
  return cost <= left ? [before, best.candidate] : [];
}

const placeOf = ({ document, sentence }: SentenceCandidate): SentencePlace => ({ document, sentence });

/** The sentences of other documents that say the same, and those that say it with other figures. */
function repeatedElsewhere(one: SentenceCandidate, chosen: readonly SentenceCandidate[], candidates: Candidates) {
  const alike = candidates.list.filter(
    (other) =>
      other.document !== one.document &&
      other.standing === 'alone' &&
      !chosen.includes(other) &&
      candidates.similarity(one, other) >= SAME_SUBJECT,
  );
  const copies = alike.filter(
    (other) => other.figures === one.figures && candidates.similarity(one, other) >= SAME_CONTENT,
  );
  const otherwise = alike.filter((other) => other.figures && one.figures && other.figures !== one.figures);
  return { copies: copies.map(placeOf), otherwise: otherwise.map(placeOf) };
}

/** A sentence is as like itself as can be, whatever its words. */
const similarityOf = (a: SentenceCandidate, b: SentenceCandidate, candidates: Candidates): number =>
  a === b ? 1 : candidates.similarity(a, b);

/** Does the first stand right after the second in the same text? */
const follows = (candidate: SentenceCandidate, before: SentenceCandidate): boolean =>
  candidate.document === before.document && candidate.place === before.place + 1;

const scoreOf = ({ features }: SentenceCandidate, weights: SentenceWeights): number =>
  SENTENCE_FEATURES.reduce((total, name) => total + (weights[name] ?? 0) * features[name], 0);

/** How much of what was asked for stands in a sentence, rare words counting most; 0 where nothing was asked. */
function relevanceTo(about: string | null, { idf }: Candidates): (candidate: SentenceCandidate) => number {
  const asked = [...new Set(contentStems(about ?? ''))];
  const all = asked.reduce((total, term) => total + idf(term), 0);
  return ({ terms }) =>
    all === 0 ? 0 : asked.reduce((total, term) => total + (terms.has(term) ? idf(term) : 0), 0) / all;
}

/** As chosen, but each sentence that leans on another right after it. */
function inReadingOrder(chosen: readonly SentenceCandidate[]): SentenceCandidate[] {
  const order: SentenceCandidate[] = [];
  for (const candidate of chosen) {
    const before = order.findIndex((one) => follows(candidate, one));
    if (candidate.standing === 'leaning' && before >= 0) order.splice(before + 1, 0, candidate);
    else order.push(candidate);
  }
  return order;
}
