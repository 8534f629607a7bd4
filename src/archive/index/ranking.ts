import { spend } from '../../text/work.ts';
import {
  type Averages,
  FIELDS,
  type FieldWeights,
  type SearchIndex,
  type TermDocuments,
  type TermWeights,
} from './structure.ts';

/**
 * How results are ranked: the sum over fields of BM25 (k1, b: Robertson and Zaragoza, "The Probabilistic Relevance
 * Framework", 2009), times the share of the query that was found, then feedback. One setting for every kind of archive.
 *
 * What each part brings: the mean nDCG@10 of the eight development sets (news and abstracts) is 0.607 with all of it, and
 * without one, or with another value (npm run bench:folds prints the table, and what holding out each set gives):
 *
 *   without feedback / strength 1 / 1.5            0.587 / 0.604 / 0.605
 *   without headline / × 1 / × 3                   0.585 / 0.601 / 0.601 (these and the next with strength 1.5: of 0.605)
 *   without coverage / 0.4 / 0.5 / 0.75            0.594 / 0.603 / 0.604 / 0.604
 *   without lead / lead b 0.3 / 1                  0.595 / 0.605 / 0.605
 *   body k1 1.2, b 0.75 / b 0.4 / b 0.6            0.599 / 0.605 / 0.603
 *   feedback reorders 100 / 200 results            0.607 / 0.607, and takes two and three times as long
 *
 * Tried before and left out: one saturation for all fields (BM25F, −0.03), how near the words stand to each other (+0.002,
 * for which the texts must be read), BM25+ (−0.003), repeated query words counted once (−0.02), feedback through whole
 * documents (+0.004, for twenty terms' postings a query).
 */
export const RANKING = {
  fields: {
    headline: { weight: 2, k1: 1.2, b: 0.5 },
    lead: { weight: 1, k1: 1.2, b: 0.8 },
    body: { weight: 1, k1: 2, b: 0.5 },
  },
  /** A document's score is multiplied by the share of the query (weighted by idf) that it has, to this power. */
  coverage: 0.6,
  feedback: {
    /** How many results are reordered, and how many of them define the topic. */
    reordered: 60,
    documents: 10,
    fewestDocuments: 3,
    /** Terms of the topic; terms that describe a document. */
    terms: 20,
    keyTerms: 40,
    /** Terms that more than this share of documents have describe none. */
    commonest: 0.2,
    /** For each word of the query. */
    strength: 2,
  },
};

/** Postings that are weighed at the cost of one unit of work. */
const POSTINGS = 20;

/** LRU capacity, in postings (8 bytes each). */
const MOST_HELD = 2_000_000;

/** The documents with this term; worked out once for each term, until the index changes. */
export function documentsWith(index: SearchIndex, term: string): TermDocuments {
  const { derived } = index;
  const known = derived.terms.get(term);
  const found = known ?? weigh(index, term);
  if (!known) spend(found.documents.length / POSTINGS);
  // A map gives its entries in the order in which they came: what is asked for again comes last.
  if (known) derived.terms.delete(term);
  else derived.held += found.documents.length;
  derived.terms.set(term, found);
  for (const [oldest, { documents }] of derived.terms) {
    if (derived.held <= MOST_HELD) break;
    derived.terms.delete(oldest);
    derived.held -= documents.length;
  }
  return found;
}

/** Inverse document frequency, as Lucene has it: never negative. */
export const idfOf = (documents: number, total: number): number =>
  Math.log(1 + Math.max(0, total - documents + 0.5) / (documents + 0.5));

/** Written out field by field for speed: a common word has tens of thousands of postings. Every index lies within the arrays. */
function weigh(index: SearchIndex, term: string): TermDocuments {
  const count = index.documentsHaving(term);
  const documents = new Uint32Array(count);
  const strengths = new Float32Array(count);
  const idf = idfOf(count, index.size);
  const { headline, lead, body } = termWeightsOf(index);
  let at = 0;
  index.eachPosting(term, (document, inHeadline, inLead, inBody) => {
    let weight = 0;
    if (inBody === 1) weight = body.once[document]!;
    else if (inBody > 0) weight = (body.most * inBody) / (inBody + body.norms[document]!);
    if (inLead === 1) weight += lead.once[document]!;
    else if (inLead > 0) weight += (lead.most * inLead) / (inLead + lead.norms[document]!);
    if (inHeadline > 0) weight += (headline.most * inHeadline) / (inHeadline + headline.norms[document]!);
    documents[at] = document;
    strengths[at++] = weight * idf;
  });
  return { documents, strengths, idf };
}

function termWeightsOf(index: SearchIndex): TermWeights {
  index.derived.termWeights ??= {
    headline: fieldWeights(index, 'headline'),
    lead: fieldWeights(index, 'lead'),
    body: fieldWeights(index, 'body'),
  };
  return index.derived.termWeights;
}

function fieldWeights(index: SearchIndex, field: (typeof FIELDS)[number]): FieldWeights {
  const { weight, k1, b } = RANKING.fields[field];
  const position = FIELDS.indexOf(field);
  const average = averageLengths(index)[position] ?? 1;
  const most = weight * (k1 + 1);
  const [norms, once] = [new Float32Array(index.end), new Float32Array(index.end)];
  for (const document of index.documents()) {
    const norm = k1 * (1 - b + (b * index.lengthOf(document, position)) / average);
    norms[document] = norm;
    once[document] = most / (1 + norm);
  }
  return { most, norms, once };
}

export function averageLengths(index: SearchIndex): Averages {
  index.derived.averages ??= index.lengthSums.map((sum) => Math.max(1, sum / Math.max(1, index.size)));
  return index.derived.averages;
}
