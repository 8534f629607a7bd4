import type { Answer, Citable, Entry, Run } from '../../src/answers/answer.ts';
import type { CitationId } from '../../src/answers/citation-ids.ts';
import type { ArticleId } from '../../src/corpus/article.ts';
import type { Message } from '../../src/discord/render.ts';
import type { Telling } from '../../src/discord/telling.ts';
import { wordsFor } from '../../src/discord/words/words.ts';
import { edtf } from '../../src/text/edtf.ts';
import { type Span, span } from '../../src/text/span.ts';

/** Plain answers to render, of made-up articles. */

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

/** Told in English to everybody, with nothing further to ask. */
export const plainly: Telling = {
  words: wordsFor('en'),
  keyOf: (question) => JSON.stringify(question).slice(0, 89),
  ownKey: 'KEY',
  next: [],
  isPrivate: false,
  formats: [],
};

/** All texts of a message, one after the other. */
export const textOf = (message: Message): string =>
  message.components[0].components.flatMap((one) => ('content' in one ? [one.content] : [])).join('\n');

/** What a reader sees: markdown's backslashes and marks gone. */
export const seen = (markdown: string): string =>
  markdown.replace(/\\([^0-9A-Za-z\s])|[\u2068\u2069]/g, (_, mark: string | undefined) => mark ?? '');
