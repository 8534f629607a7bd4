import type { Answer, Citable } from '../../src/answers/answer.ts';
import { citationId } from '../../src/answers/citation-ids.ts';
import type { ArticleId } from '../../src/corpus/article.ts';
import { edtf } from '../../src/text/edtf.ts';
import { span } from '../../src/text/span.ts';

const article = 'made/up' as ArticleId;

/** An answer that shows one quotation, from one source. */
export function answerWith(words: string, source: Partial<Citable> = {}): Answer {
  const where = span(0, words.length);
  return {
    question: { command: 'quote', who: 'somebody' },
    found: true,
    understood: 'what somebody said',
    assumed: [],
    heading: 'What somebody said',
    lead: [],
    entries: [
      {
        title: [{ is: 'strong', text: 'Somebody' }],
        body: [[{ is: 'quotation', words: { article, span: where, text: words }, marked: [] }]],
        citations: [{ source: 1, span: where, link: null, id: citationId(article, words, where) }],
      },
    ],
    sources: [
      {
        article,
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
        ...source,
      },
    ],
    choices: [],
  };
}
