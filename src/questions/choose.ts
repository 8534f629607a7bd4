import { overlaps } from '../text/span.ts';
import type { Candidate } from './find.ts';
import type { AskedQuestion } from './question.ts';

/** A sentence to be shown, and those of other articles that say it in the same words. */
export interface Chosen {
  readonly candidate: Candidate;
  readonly copies: readonly Candidate[];
}

/**
 * So many sentences are shown at least and at most. With four at most where one passage has all of the question's words, 3 of 30
 * new questions on desk lost their answer, and 3 of 120 on politics: what is asked for often ranks lower.
 */
const FEWEST = 4;
const MOST = 10;
/** Characters of stored text; a message that is read to its end has no more. */
const LONGEST = 3200;
/** Once the sentences shown hold so much of the ranker's probability, the rest adds nothing. */
const ENOUGH = 0.95;
/** Two sentences with so many words in common (Jaccard) are one, said twice. */
const SAME = 0.7;

const LOOKED_AT = 60;
/** Points below the best of all: what is so much worse tells of something else. */
const FAR_BELOW = 3;

/** Of an outlet so many sentences are shown; of one that the question names more, for there it is known to be about them. */
const PER_OUTLET = { named: 4, other: 2 };

/** The best sentence of each outlet, then the second best; outlets that the question names come first. */
function bestOfEach(ranked: readonly Candidate[], asked: readonly string[]): Candidate[] {
  const taken = new Map<string, number>();
  const least = (ranked[0]?.score ?? 0) - FAR_BELOW;
  const rounds = ranked.flatMap((candidate) => {
    const { name } = candidate.article.stored.card.outlet;
    const isAsked = asked.includes(name);
    const round = taken.get(name) ?? 0;
    const most = isAsked ? PER_OUTLET.named : PER_OUTLET.other;
    if (candidate.sentence.words < 4 || round >= most || (!isAsked && candidate.score < least)) return [];
    taken.set(name, round + 1);
    return [{ candidate, round: isAsked ? round - PER_OUTLET.named : round }];
  });
  return rounds
    .sort((a, b) => a.round - b.round || b.candidate.score - a.candidate.score)
    .map(({ candidate }) => candidate);
}

/** The sentences to show, best first: few where the first are strong; each once, whoever prints it too. */
export function choose(ranked: readonly Candidate[], { wanted, links }: AskedQuestion): Chosen[] {
  const outlets = links.flatMap((link) => (link.is === 'outlet' ? [link.outlet] : []));
  const perOutlet = wanted.comparison || wanted.outlets || outlets.length > 1;
  const looked = perOutlet ? bestOfEach(ranked, outlets) : ranked.slice(0, LOOKED_AT);
  const most = looked[0]?.score ?? 0;
  const masses = looked.map(({ score }) => Math.exp(score - most));
  const all = masses.reduce((sum, mass) => sum + mass, 0);
  const chosen: { candidate: Candidate; copies: Candidate[] }[] = [];
  let [mass, length] = [0, 0];
  for (const [at, candidate] of looked.entries()) {
    if (chosen.length >= FEWEST && ((mass >= ENOUGH && !perOutlet) || chosen.length >= MOST || length >= LONGEST))
      break;
    mass += (masses[at] ?? 0) / Math.max(all, 1e-9);
    const twin = chosen.find((one) => isSame(one.candidate, candidate));
    if (twin) {
      if (twin.candidate.article !== candidate.article) twin.copies.push(candidate);
      continue;
    }
    if (candidate.sentence.words < 4) continue;
    chosen.push({ candidate, copies: [] });
    length += candidate.sentence.span.end - candidate.sentence.span.start;
  }
  return chosen;
}

function isSame(a: Candidate, b: Candidate): boolean {
  if (a.article === b.article && overlaps(a.sentence.span, b.sentence.span)) return true;
  const [one, other] = [new Set(a.sentence.terms), new Set(b.sentence.terms)];
  let common = 0;
  for (const term of one) if (other.has(term)) common++;
  return common / Math.max(1, one.size + other.size - common) >= SAME;
}
