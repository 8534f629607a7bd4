import { spend } from '../../text/work.ts';
import { RANKING } from '../index/ranking.ts';
import type { SearchIndex, TermDocuments } from '../index/structure.ts';
import type { QueryAlternative, SearchQuery, Wanted } from '../query.ts';
import { bestOf } from './best.ts';
import { reorderByFeedback } from './feedback.ts';
import { allMatches, choiceMatches } from './matches.ts';
import { phraseTest } from './phrase.ts';
import { scoreDocuments, WHOLE } from './scores.ts';

export interface RankedHit {
  readonly id: string;
  readonly score: number;
  /** Share of the query's words, weighted by idf, that the document contains: 0 to 1. */
  readonly coverage: number;
}

/** What searching needs beyond the index. */
export interface SearchSurroundings {
  /** A document's stored text, in which phrases are looked up; null where it is gone. */
  readonly textOf: (id: string) => { readonly headline: string | null; readonly body: string } | null;
  /** Whether a document is among those asked for (date, outlet, people); all are where this is not given. */
  readonly allowed?: (id: string) => boolean;
}

/** The documents that answer the query, best first, `limit` at most. A query of filters alone is answered by all they allow. */
export function searchIndex(
  index: SearchIndex,
  query: SearchQuery,
  limit: number,
  surroundings: SearchSurroundings,
): RankedHit[] {
  const matches = allMatches(index, query.wanted);
  const admits = admission(index, query, matches, surroundings);
  const enough = Math.max(limit, RANKING.feedback.reordered);
  const { candidates, scores, found, release } = scoreDocuments(
    index,
    query.wanted,
    matches,
    isPlain(query) && !surroundings.allowed ? enough : Number.POSITIVE_INFINITY,
  );
  try {
    const best = bestAdmitted(candidates, scores, enough, admits);
    reorderByFeedback(index, best, scores, matches.length);
    return best.slice(0, limit).map((document) => ({
      id: index.idOf(document) ?? '',
      score: scores[document] ?? 0,
      coverage: Math.round((1000 * (found[document] ?? 0)) / WHOLE) / 1000,
    }));
  } finally {
    release();
  }
}

/** The best of those that may be results; looks among more the fewer of the best may be. */
function bestAdmitted(
  candidates: Uint32Array,
  scores: Float32Array,
  enough: number,
  admits: (document: number) => boolean,
): number[] {
  for (let among = enough; ; among *= 8) {
    const admitted: number[] = [];
    const best = bestOf(candidates, scores, among);
    for (const document of best) if (admits(document) && admitted.push(document) >= enough) return admitted;
    if (best.length >= candidates.length) return admitted;
  }
}

/** Is every document that has anything of the query a result? */
const isPlain = ({ wanted, without }: SearchQuery): boolean =>
  without.length === 0 && wanted.every(({ required, choices }) => !required && !choices.some(({ phrase }) => phrase));

/** Decides which documents may be results: of the filters, required words, phrases and -without, the cheapest first. */
function admission(
  index: SearchIndex,
  query: SearchQuery,
  matches: readonly (TermDocuments | null)[],
  { textOf, allowed }: SearchSurroundings,
): (document: number) => boolean {
  const nothingAsked = query.wanted.length === 0 && query.without.length === 0 && !allowed;
  const required = query.wanted.flatMap(({ required: must }, at) => {
    const match = matches[at];
    return must && match ? [new Set(match.documents)] : [];
  });
  const phrases = query.wanted
    .filter(({ choices }) => choices.some(({ phrase }) => phrase))
    .map((wanted) => ({ wanted, test: meets(index, wanted) }));
  const without = query.without.map((choice) => meets(index, { choices: [choice], required: true }));

  return (document) => {
    const id = index.idOf(document);
    if (nothingAsked || id === null || (allowed && !allowed(id)) || !spend(1)) return false;
    if (!required.every((documents) => documents.has(document))) return false;
    const text = () => textOf(id);
    return phrases.every(({ test }) => test(document, text)) && !without.some((test) => test(document, text));
  };
}

/** Finds whether a document has any of the choices, phrases looked up in its text. */
function meets(index: SearchIndex, { choices }: Wanted) {
  const tests = choices.map((choice: QueryAlternative) => {
    const match = choiceMatches(index, choice);
    return { documents: match && new Set(match.documents), phrase: choice.phrase ? phraseTest(choice.words) : null };
  });
  return (document: number, textOf: () => ReturnType<SearchSurroundings['textOf']>): boolean =>
    tests.some(({ documents, phrase }) => {
      if (documents ? !documents.has(document) : !phrase) return false;
      if (!phrase) return true;
      const text = textOf();
      return text !== null && phrase(text);
    });
}
