import type { Speaker } from '../reading.ts';
import {
  type Decided,
  featuresOfNone,
  featuresOfSame,
  featuresOfSource,
  featuresOfUnknown,
  governs,
  type SpeakerFeatures,
  sameAs,
  shapeOf,
} from './features.ts';
import { type MarkedDocument, type Stretch, treeOf } from './marked-document.ts';
import { type SpeechSource, sourcesIn } from './sources.ts';
import { maySpeak, speakerOf } from './speaker.ts';
import { WEIGHTS } from './weights.ts';

/** One answer to whose words a stretch holds. */
export interface SpeakerCandidate {
  readonly kind: 'source' | 'same' | 'unknown' | 'none';
  /** Whose cue it is; of 'same', that of the stretch before. */
  readonly source: SpeechSource | null;
  readonly speaker: Speaker | null;
  readonly features: SpeakerFeatures;
}

/** How many sentences before and behind a stretch its source may stand. */
const REACH = 2;
/** So many sources, the nearest, are compared. */
const MOST_SOURCES = 40;
/** So likely may it be that the marks only set words apart. Chosen on polnear.dev. */
const MOST_NONE = 0.4;
/** So much likelier than the next speaker must the first be. Chosen on polnear.dev. */
const LEAST_MARGIN = 0.1;

/** Whoever may have said the words of a stretch, and that nobody did. `last`: what was decided of the stretch before. */
export function candidatesFor(
  marked: MarkedDocument,
  stretch: Stretch,
  sourcesOf: (sentence: number) => readonly SpeechSource[],
  last: Decided | null,
): SpeakerCandidate[] {
  const { sentences } = marked.document;
  const shape = shapeOf(marked, stretch);
  const all: SpeechSource[] = [];
  for (let s = stretch.firstSentence - REACH; s <= stretch.lastSentence + REACH; s++) {
    if (s > stretch.firstSentence && s < stretch.lastSentence) continue;
    const paragraph = sentences[s]?.paragraph;
    if (paragraph === undefined || paragraph < stretch.paragraph - 1 || paragraph > stretch.lastParagraph + 1) continue;
    all.push(...sourcesOf(s));
  }
  const gap = ({ first, last: end }: SpeechSource) =>
    end <= stretch.first ? stretch.first - end : Math.max(0, first - stretch.last);
  const nearest = all.sort((a, b) => gap(a) - gap(b)).slice(0, MOST_SOURCES);
  const governing = new Set(nearest.filter((source) => governs(marked, stretch, source)));
  const near = nearest.filter((source) => !relays(marked, source, governing));
  const byGap = near.filter(({ kind }) => kind !== 'name');
  const found = near.map((source): SpeakerCandidate => {
    const speaker = speakerOf(marked, source, sourcesOf);
    const rank = source.kind === 'name' ? 3 : Math.min(3, byGap.indexOf(source));
    return {
      kind: 'source',
      source,
      speaker,
      features: featuresOfSource(marked, stretch, shape, source, speaker, rank, governing, last),
    };
  });
  if (last?.speaker && stretch.firstSentence - last.stretch.lastSentence < 8) {
    found.push({
      kind: 'same',
      source: null,
      speaker: last.speaker,
      features: featuresOfSame(marked, stretch, shape, last),
    });
  }
  found.push({
    kind: 'unknown',
    source: null,
    speaker: null,
    features: featuresOfUnknown(stretch, shape, near.length),
  });
  found.push({ kind: 'none', source: null, speaker: null, features: featuresOfNone(marked, stretch, shape) });
  return found;
}

/** "Lee called it “a trap”, according to Radio Norland": the radio passes on what somebody else is said to have said. */
function relays(marked: MarkedDocument, source: SpeechSource, governing: ReadonlySet<SpeechSource>): boolean {
  const tree = treeOf(marked, source.sentence);
  return (
    tree !== null &&
    source.kind === 'according' &&
    [...governing].some(({ sentence, head }) => sentence === source.sentence && maySpeak(tree, head - tree.first))
  );
}

/** How likely each candidate is: a softmax over the sums of their features' weights. */
export function chancesOf(
  candidates: readonly SpeakerCandidate[],
  weights: Readonly<Record<string, number>> = WEIGHTS,
): number[] {
  const scores = candidates.map(({ features }) => features.reduce((sum, name) => sum + (weights[name] ?? 0), 0));
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const all = raised.reduce((a, b) => a + b, 0);
  return raised.map((one) => one / all);
}

/** The likeliest candidate; null where the marks only set words apart. Without a speaker where two are about as likely. */
export function chooseCandidate(
  stretch: Stretch,
  candidates: readonly SpeakerCandidate[],
): { candidate: SpeakerCandidate; speaker: Speaker | null } | null {
  const chances = chancesOf(candidates);
  const none = chances.at(-1) ?? 0;
  if (stretch.closed && none > MOST_NONE) return null;
  const groups: { best: number; speaker: Speaker | null; chance: number }[] = [];
  candidates.forEach((candidate, i) => {
    if (candidate.kind === 'none') return;
    const { speaker } = candidate;
    const same = groups.find((one) => one.speaker !== null && speaker !== null && sameAs(one.speaker, speaker));
    const chance = chances[i] ?? 0;
    if (!same) groups.push({ best: i, speaker, chance });
    else {
      same.chance += chance;
      if (chance > (chances[same.best] ?? 0)) same.best = i;
    }
  });
  groups.sort((a, b) => b.chance - a.chance);
  const [first, second] = groups;
  const candidate = candidates[first?.best ?? -1];
  if (!first || !candidate) return null;
  const sure = first.chance - (second?.chance ?? 0) >= LEAST_MARGIN * (1 - none);
  return { candidate, speaker: sure ? candidate.speaker : null };
}

export const sourcesCache = (marked: MarkedDocument): ((sentence: number) => readonly SpeechSource[]) => {
  const known = new Map<number, readonly SpeechSource[]>();
  return (sentence) => {
    let found = known.get(sentence);
    if (!found) {
      found = sourcesIn(marked, sentence);
      known.set(sentence, found);
    }
    return found;
  };
};
