import type { FeatureName } from './summary-features.ts';

export type Weights = Readonly<Record<FeatureName, number>>;

/** What each feature says for a sentence: of a single article, of several on one event. Made by bench/train-summaries.ts. */
export const SUMMARY_WEIGHTS: { readonly one: Weights; readonly several: Weights } = {
  one: {
    first: -0.57,
    second: 0.08,
    early: 1.4,
    length: 0.06,
    short: -0.68,
    long: -0.47,
    names: 0.44,
    figures: 0.41,
    weekday: 0.04,
    quoted: -0.17,
    firstPerson: -0.01,
    frequency: 0.13,
    centrality: 0.14,
    likeOwnLead: 0.01,
    likeOtherLeads: 0.0,
    sharedPairs: 0.0,
  },
  several: {
    first: 0.42,
    second: 0.13,
    early: 0.8,
    length: 0.35,
    short: -0.33,
    long: -0.5,
    names: -0.09,
    figures: -0.04,
    weekday: 0.09,
    quoted: -0.05,
    firstPerson: -0.09,
    frequency: 0.05,
    centrality: 0.14,
    likeOwnLead: 0.03,
    likeOtherLeads: 0.11,
    sharedPairs: 0.07,
  },
};
