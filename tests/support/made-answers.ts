import type { Answer, Citable, Entry, Run } from '../../src/answers/answer.ts';
import { type CitationId, citationId } from '../../src/answers/citation-ids.ts';
import type { ArticleId } from '../../src/corpus/article.ts';
import { edtf } from '../../src/text/edtf.ts';
import { type Span, span } from '../../src/text/span.ts';

/** Plain answers, of made-up articles. */

export const text = (words: string): Run => ({ is: 'text', text: words });

const verbatim = (words: string, start = 0, article = 'made/up') => ({
  article: article as ArticleId,
  span: span(start, start + words.length),
  text: words,
});
export const quotation = (words: string, marked: readonly Span[] = []): Run => ({
  is: 'quotation',
  words: verbatim(words),
  marked,
});
export const sentence = (words: string, marked: readonly Span[] = [], start = 0, article = 'made/up'): Run => ({
  is: 'sentence',
  words: verbatim(words, start, article),
  marked,
});

/** Some citation's. */
export const id = 'K7QF-2M9PXA-3T' as CitationId;

export const source = (also: Partial<Citable> = {}): Citable => ({
  article: 'made/up' as ArticleId,
  file: 'made/up.md',
  headline: 'A headline',
  authors: [],
  url: 'https://news.example/2015/a',
  archivedUrl: null,
  language: 'en',
  outlet: 'The Example',
  kind: 'newspaper',
  country: null,
  published: edtf('2015-11-13'),
  translation: null,
  ...also,
});

export const entry = (body: readonly Run[], also: Partial<Entry> = {}): Entry => ({
  title: [text('A title')],
  body: [body],
  citations: [{ source: 1, span: null, link: 'https://news.example/2015/a#:~:text=some%20words', id }],
  ...also,
});

export const answer = (also: Partial<Answer> = {}): Answer => ({
  question: { command: 'quote', who: 'somebody' },
  found: true,
  understood: 'what somebody said',
  assumed: [],
  heading: 'What somebody said',
  lead: [],
  entries: [],
  sources: [source()],
  choices: [],
  ...also,
});

/** An answer that shows one quotation, from one source. */
export function answerWith(words: string, also: Partial<Citable> = {}): Answer {
  const where = span(0, words.length);
  const citation = { source: 1, span: where, link: null, id: citationId('made/up' as ArticleId, words, where) };
  const title: Run[] = [{ is: 'strong', text: 'Somebody' }];
  return answer({ entries: [entry([quotation(words)], { title, citations: [citation] })], sources: [source(also)] });
}
