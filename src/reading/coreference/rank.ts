import type { AnaphorClass } from './anaphors.ts';
import type { AntecedentFeatures, Feature } from './features.ts';

export type Weights = Readonly<Record<AnaphorClass, Readonly<Partial<Record<Feature, number>>>>>;

/** How likely each candidate is, together 1: a softmax over what their features are worth (mention ranking, Durrett and Klein 2013). */
export function antecedentChances(rows: readonly AntecedentFeatures[], kind: AnaphorClass, weights: Weights): number[] {
  const own = weights[kind];
  const scores = rows.map((features) => {
    let score = 0;
    // The keys of a row are features.
    for (const name in features) score += (features[name as Feature] ?? 0) * (own[name as Feature] ?? 0);
    return score;
  });
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
