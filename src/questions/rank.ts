import { FEATURES, type Features } from './features.ts';
import weights from './rank-weights.json' with { type: 'json' };

/*
 * One linear ranker for all sentences. Its weights stand in rank-weights.json by the names of the features, trained by
 * training/answer-weights.ts; see that file for the method and the figures.
 */

const byName: Readonly<Record<string, number>> = weights;
const ordered = FEATURES.map((name) => byName[name] ?? 0);

export const scoreOf = (features: Features): number =>
  features.reduce((sum, value, at) => sum + value * (ordered[at] ?? 0), 0);
