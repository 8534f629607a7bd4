import type { Archive, ArticleCard } from '../../archive/archive.ts';
import type { Article, ArticleId } from '../../corpus/article.ts';
import type { Reading } from '../../reading/reading.ts';
import { overlaps, type Span, slice, span, trimmed, within } from '../../text/span.ts';
import { spend } from '../../text/work.ts';
import type { Citable, Citation, Run, Verbatim } from '../answer.ts';
import { citationId } from '../citation-ids.ts';
import type { Words } from '../words/words.ts';
import { linkToWords } from './text-fragment.ts';

/**
 * The sources of one answer, numbered as they are first cited; and the only place where stored text is cut. With it go the
 * words of the answer around them.
 */
export interface Bibliography {
  readonly sources: readonly Citable[];
  readonly words: Words;
  /** Cuts words out of an article's stored text, and cites them. */
  cut(card: ArticleCard, where: Span): Promise<{ words: Verbatim; citation: Citation }>;
  /** The same for a sentence, together with the rest of a quotation that runs on beyond it: marks stay in pairs. */
  cutSentence(card: ArticleCard, where: Span): Promise<{ words: Verbatim; citation: Citation }>;
  /** Cites an article as a whole. */
  cite(card: ArticleCard): Citation;
  reading(id: ArticleId): Promise<Reading>;
  /** The stored text as a whole, to choose from; what is shown goes through `cut`. */
  body(id: ArticleId): Promise<string>;
}

/** What cutting and citing words costs, in units of work. */
const CITED = 20;

/** An article that was found is gone before it could be cited: it was damaged, or taken out by a reindex. Who asks again finds others. */
export class ArticleGone extends Error {
  override readonly name = 'ArticleGone';
  constructor(id: ArticleId) {
    super(`the archive cites article ${id}, but does not hold it`);
  }
}

/** Starts an empty bibliography; throws `ArticleGone`. */
export function bibliography(archive: Archive, words: Words): Bibliography {
  const sources: Citable[] = [];
  const stored = new Map<ArticleId, Promise<{ article: Article; reading: Reading }>>();

  function open(id: ArticleId) {
    const known = stored.get(id);
    if (known) return known;
    const opening = archive.article(id).then((found) => {
      if (!found) throw new ArticleGone(id);
      return found;
    });
    stored.set(id, opening);
    return opening;
  }

  function numberOf(card: ArticleCard): number {
    const at = sources.findIndex((source) => source.article === card.id);
    return at >= 0 ? at + 1 : sources.push(citable(card));
  }

  async function cut(card: ArticleCard, where: Span) {
    spend(CITED);
    const { article } = await open(card.id);
    const at = trimmed(article.body, where);
    const cited: Verbatim = { article: card.id, span: at, text: slice(article.body, at) };
    const link = card.url && linkToWords(card.url, cited.text);
    const id = citationId(card.id, article.body, at);
    return { words: cited, citation: { source: numberOf(card), span: at, link, id } };
  }

  return {
    sources,
    words,
    cut,
    cutSentence: async (card, where) => cut(card, wholeQuotations((await open(card.id)).reading, where)),
    cite: (card) => ({
      source: numberOf(card),
      span: null,
      link: card.url && linkToWords(card.url, ''),
      id: citationId(card.id, '', null),
    }),
    reading: async (id) => (await open(id)).reading,
    body: async (id) => (await open(id)).article.body,
  };
}

/** The sentence, and every other sentence of the quotations that begin or end within it. */
export function wholeQuotations({ quotations, sentences }: Reading, where: Span): Span {
  const crossing = quotations.filter(
    (one) => one.kind !== 'indirect' && overlaps(one.words, where) && !within(one, where),
  );
  if (crossing.length === 0) return where;
  const start = Math.min(where.start, ...crossing.map((one) => one.words.start));
  const end = Math.max(where.end, ...crossing.map((one) => one.words.end));
  const covered = sentences.filter((one) => one.start < end && one.end > start);
  return span(
    Math.min(start, where.start, ...covered.map((one) => one.start)),
    Math.max(end, where.end, ...covered.map((one) => one.end)),
  );
}

function citable(card: ArticleCard): Citable {
  const { id, file, headline, authors, url, archivedUrl, language, outlet, published, translation } = card;
  return {
    article: id,
    file,
    headline,
    authors,
    url,
    archivedUrl,
    language,
    outlet: outlet.name,
    kind: outlet.kind,
    country: outlet.country,
    published: published?.date ?? null,
    translation,
  };
}

export const text = (words: string): Run => ({ is: 'text', text: words });
export const strong = (words: string): Run => ({ is: 'strong', text: words });
export const sentence = (words: Verbatim, marked: readonly Span[] = []): Run => ({ is: 'sentence', words, marked });
export const quotation = (words: Verbatim, marked: readonly Span[] = []): Run => ({ is: 'quotation', words, marked });
