import type { Choice, SearchQuery, Wanted } from './query.ts';
import { documentsWith, RANKING } from './ranking.ts';
import { rankedBest } from './search-best.ts';
import { insides, type SearchIndex } from './search-index.ts';
import { otherSpellings } from './search-names.ts';
import { containsPhrase } from './search-phrase.ts';
import { stem } from './stemming.ts';

export interface RankedHit {
  readonly id: string;
  readonly score: number;
  /** Share of the query's words, weighted by rarity, that the document contains: 0 to 1. */
  readonly coverage: number;
}

/** What searching needs beyond the index. */
export interface SearchSurroundings {
  /** A document's stored text, in which phrases are looked up; null where it is gone. */
  readonly textOf: (id: string) => { readonly headline: string | null; readonly body: string } | null;
  /** Whether a document is among those asked for (date, outlet, people); all are where this is not given. */
  readonly allowed?: (id: string) => boolean;
}

/** The documents that answer the query, best first, `limit` at most. */
export function searchIndex(
  index: SearchIndex,
  query: SearchQuery,
  limit: number,
  { textOf, allowed }: SearchSurroundings,
): RankedHit[] {
  const { _documentIds, _nextId } = insides(index.mini);
  const scores = new Float32Array(_nextId);
  const found = new Float32Array(_nextId);
  const matched = new Uint16Array(_nextId);
  let looked = 0;
  const mustHave: Set<number>[] = [];
  for (const wanted of query.wanted) {
    const { strengths, rarity } = matches(index, wanted);
    if (wanted.required) mustHave.push(new Set(strengths.keys()));
    if (rarity === null) continue;
    looked += rarity;
    for (const [document, strength] of strengths) {
      scores[document] = (scores[document] ?? 0) + strength;
      found[document] = (found[document] ?? 0) + rarity;
      matched[document] = (matched[document] ?? 0) + 1;
    }
  }
  const words = query.wanted.length;
  const candidates: number[] = [];
  matched.forEach((count, document) => {
    if (count === 0) return;
    candidates.push(document);
    scores[document] = (scores[document] ?? 0) * (count / words) ** RANKING.coverage;
  });

  const phrases = query.wanted.filter(({ choices }) => choices.some(({ phrase }) => phrase));
  const mustNotHave = query.without.map((choice) => new Set(choiceMatches(index, choice).keys()));
  const hits: RankedHit[] = [];
  for (const document of rankedBest(candidates, scores)) {
    if (hits.length >= limit) break;
    const id = _documentIds.get(document);
    if (id === undefined || (allowed && !allowed(id))) continue;
    if (!mustHave.every((documents) => documents.has(document))) continue;
    const text = phrases.length > 0 || query.without.some(({ phrase }) => phrase) ? textOf(id) : null;
    const has = (choice: Choice, documents: ReadonlySet<number>): boolean =>
      documents.has(document) && (!choice.phrase || (text !== null && containsPhrase(text, choice.words)));
    if (query.without.some((choice, at) => has(choice, mustNotHave[at] ?? new Set()))) continue;
    const meets = ({ choices }: Wanted) =>
      choices.some((choice) =>
        has(choice, choice.phrase ? new Set([document]) : new Set(choiceMatches(index, choice).keys())),
      );
    if (!phrases.every(meets)) continue;
    hits.push({
      id,
      score: scores[document] ?? 0,
      coverage: looked > 0 ? Math.min(1, (found[document] ?? 0) / looked) : 0,
    });
  }
  return hits;
}

/** The documents that have what is wanted, and how strongly; rarity is null where it can't be looked for (stop words alone). */
function matches(index: SearchIndex, wanted: Wanted): { strengths: Map<number, number>; rarity: number | null } {
  const strengths = new Map<number, number>();
  for (const choice of wanted.choices) {
    for (const [document, strength] of choiceMatches(index, choice)) {
      strengths.set(document, Math.max(strength, strengths.get(document) ?? 0));
    }
  }
  const searchable = wanted.choices.some(({ words }) => words.some(({ term }) => term !== null));
  const total = index.lengths.size;
  return {
    strengths,
    rarity: searchable ? Math.log(1 + (total - strengths.size + 0.5) / (strengths.size + 0.5)) : null,
  };
}

function choiceMatches(index: SearchIndex, { words, phrase }: Choice): Map<number, number> {
  let all: Map<number, number> | null = null;
  const [first] = words;
  for (const word of words) {
    if (word.term === null) continue;
    const terms = [word.term, ...(word.capital ? otherSpellings(index, word.folded).map(stem) : [])];
    const any = new Map<number, number>();
    for (const term of new Set(terms)) {
      const { documents, strengths, rarity } = documentsWith(index, term);
      documents.forEach((document, at) => {
        any.set(document, Math.max(any.get(document) ?? 0, (strengths[at] ?? 0) * rarity));
      });
    }
    if (all === null) all = any;
    else {
      const both: Map<number, number> = phrase ? new Map() : new Map([...all, ...any]);
      for (const [document, strength] of any) {
        const before = all.get(document);
        if (before !== undefined) both.set(document, before + strength);
      }
      all = both;
    }
  }
  const strengths: Map<number, number> = all ?? new Map();
  if (!phrase && first?.joined) {
    const { documents, strengths: joined, rarity } = documentsWith(index, stem(first.joined));
    documents.forEach((document, at) => {
      strengths.set(document, Math.max(strengths.get(document) ?? 0, (joined[at] ?? 0) * rarity));
    });
  }
  return strengths;
}
