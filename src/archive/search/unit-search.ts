import { mayGoOn } from '../../text/work.ts';
import type { ArticleCard, QueryUnit, UnitHit, WordKnown } from '../archive.ts';
import { isName, otherSpellings } from '../index/names.ts';
import { documentsWith, idfOf, RANKING } from '../index/ranking.ts';
import { stem } from '../index/stemming.ts';
import type { SearchIndex } from '../index/structure.ts';
import { indexedWordsIn } from '../index/terms.ts';
import { CARD_COLUMNS, CARD_TABLES, type CardRow, cardOf } from '../store/articles.ts';
import type { Opened } from '../store/opened.ts';
import { all, type Store } from '../store/store.ts';
import { likeliestWord } from './guess-word.ts';

/** So many unknown words are guessed at. */
const MOST_GUESSED = 12;
/** No question has more units that say anything. */
const MOST_UNITS = 40;

/**
 * The articles that have most of the units: for each unit the best of its alternatives, by the archive's BM25; times the share
 * of the question that the article has, as in search.
 */
export function rankByUnits({ store, index }: Opened, units: readonly QueryUnit[], limit: number): UnitHit[] {
  const scores = new Float64Array(index.end);
  const covered = new Float64Array(index.end);
  const best = new Float64Array(index.end);
  const cover = new Float64Array(index.end);
  const touched: number[] = [];
  let total = 0;
  for (const { idf, alternatives } of units.slice(0, MOST_UNITS)) {
    total += idf;
    const those: number[] = [];
    for (const { term, weight } of alternatives) {
      const { documents, strengths, idf: own } = documentsWith(index, term);
      const factor = weight * Math.min(1, idf / Math.max(own, 0.01));
      for (let at = 0; at < documents.length; at++) {
        const document = documents[at]!; // both arrays are of one length
        const gain = strengths[at]! * factor;
        if (best[document] === 0) those.push(document);
        if (gain > best[document]!) best[document] = gain;
        if (weight > cover[document]!) cover[document] = weight;
      }
    }
    for (const document of those) {
      if (scores[document] === 0) touched.push(document);
      scores[document]! += best[document]!;
      covered[document]! += idf * cover[document]!;
      best[document] = 0;
      cover[document] = 0;
    }
  }
  const share = (document: number) => covered[document]! / Math.max(total, 1e-9);
  const ranked = touched
    .map((document) => ({ document, score: scores[document]! * share(document) ** RANKING.coverage }))
    .sort((a, b) => b.score - a.score || a.document - b.document)
    .slice(0, limit);
  const cards = cardsWith(
    store,
    ranked.flatMap(({ document }) => index.idOf(document) ?? []),
  );
  return ranked.flatMap(({ document, score }) => {
    const card = cards.get(index.idOf(document) ?? '');
    return card ? [{ card, score, coverage: share(document) }] : [];
  });
}

/** The cards of these articles, without their texts. */
function cardsWith(store: Store, ids: readonly string[]): Map<string, ArticleCard> {
  const select = `SELECT ${CARD_COLUMNS} FROM json_each(?) AS wanted JOIN ${CARD_TABLES} WHERE articles.id = wanted.value`;
  return new Map(all<CardRow>(store, select, JSON.stringify(ids)).map((row) => [row.id, cardOf(row)]));
}

/** Shorter words that no article has are abbreviations ("prof", "abt"), or one letter away from too many. */
const SHORTEST_GUESSED = 5;

/** What the archive knows of each of these words. */
export function wordsKnown({ index }: Opened, words: readonly string[]): WordKnown[] {
  const known = words.map((typed) => {
    const [word] = indexedWordsIn(typed, false);
    const base = word?.base ?? typed;
    const term = word?.term ?? stem(base);
    const documents = index.documentsHaving(term);
    const spellings = otherSpellings(index, base).map(stem);
    return { word, base, term, documents, spellings };
  });
  const company = companyOf(index, known);
  let guesses = 0;
  return known.map(({ word, base, term, documents, spellings }) => {
    const isUnknown =
      documents === 0 && spellings.length === 0 && base.length >= SHORTEST_GUESSED && !/\p{N}/u.test(base);
    const meant =
      word && isUnknown && guesses++ < MOST_GUESSED && mayGoOn()
        ? likeliestWord(index, word, company, 'instead')
        : null;
    return {
      term,
      documents,
      isName: isName(index, meant ?? base) || spellings.length > 0,
      spellings,
      meant,
    };
  });
}

/** The documents that have any of the rarer words: a guess that stands among them is likelier. */
function companyOf(index: SearchIndex, known: readonly { readonly term: string; readonly documents: number }[]) {
  const company = new Set<number>();
  for (const { term, documents } of known) {
    if (documents === 0 || documents > index.size / 5) continue;
    for (const document of documentsWith(index, term).documents) company.add(document);
  }
  return company;
}

/** In how many articles each term stands, and its idf. */
export function termCounts({ index }: Opened, terms: readonly string[]): { documents: number; idf: number }[] {
  return terms.map((term) => {
    const documents = index.documentsHaving(term);
    return { documents, idf: idfOf(documents, index.size) };
  });
}
