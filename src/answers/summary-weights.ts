import type { FeatureName } from './summary-features.ts';

export type Weights = Readonly<Record<FeatureName, number>>;

/** What each feature says for a sentence: of a single article, of several on one event. Made by bench/train-summaries.ts. */
export const SUMMARY_WEIGHTS: { readonly one: Weights; readonly several: Weights } = {
  one: {
    first: -0.22,
    second: 0.09,
    early: 0.74,
    length: 0.07,
    short: -0.42,
    long: -0.27,
    names: 0.25,
    figures: 0.25,
    weekday: 0.05,
    quoted: -0.10,
    firstPerson: 0.02,
    frequency: 0.09,
    centrality: 0.08,
    likeOwnLead: 0.01,
    likeOtherLeads: 0.00,
    sharedPairs: 0.00,
  },
  several: {
    first: 0.37,
    second: 0.15,
    early: 0.82,
    length: 0.36,
    short: -0.31,
    long: -0.51,
    names: -0.13,
    figures: -0.08,
    weekday: 0.10,
    quoted: -0.05,
    firstPerson: -0.08,
    frequency: 0.05,
    centrality: 0.14,
    likeOwnLead: 0.02,
    likeOtherLeads: 0.12,
    sharedPairs: 0.07,
  },
};
