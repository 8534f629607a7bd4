import type { Answer, Entry } from '../src/answers/answer.ts';
import { articlesCalled } from '../src/answers/articles-called.ts';
import { bibliography, strong, text } from '../src/answers/citing.ts';
import type { Command } from '../src/answers/command.ts';
import { listInWords } from '../src/answers/parties.ts';
import type { QuestionFor } from '../src/answers/question.ts';
import { counted, found, nothing } from '../src/answers/replies.ts';
import type { Archive, ArticleCard } from '../src/archive/archive.ts';
import type { Published } from '../src/corpus/article.ts';
import { isEnglish, languageName } from '../src/corpus/language.ts';
import type { Reading } from '../src/reading/reading.ts';
import { dateInWords } from '../src/text/edtf.ts';

const HOW_KNOWN: Record<Published['known'], string> = {
  curated: 'given with the article',
  address: 'from its address',
  metadata: 'from the page’s metadata',
  dateline: 'from the dateline',
  page: 'from the page',
};
/** So many people are named on a card. */
const NAMED = 12;

export const article: Command<'article'> = {
  name: 'article',
  description: 'One article’s card: outlet, date and how it is known, people, meetings, quotations, link',
  options: [{ name: 'article', description: 'Its headline, address or id', required: true, completes: 'article' }],
  question: ({ article: words = '' }) => ({ command: 'article', article: words }),
  answer,
};

async function answer(question: QuestionFor<'article'>, archive: Archive): Promise<Answer> {
  const sources = bibliography(archive);
  const told = { question, understood: `the article ${question.article}`, sources: sources.sources };
  const cards = await articlesCalled(question.article, archive);
  const [card] = cards;
  if (!card) return nothing({ ...told, because: 'No article has this headline, address or id.' });
  const reading = await sources.reading(card.id);
  return found({
    ...told,
    heading: card.headline ?? card.file,
    entries: [cardEntry(card, reading, sources.cite(card))],
    choices: cards.slice(1, 6).map((other) => ({
      label: other.headline ?? other.file,
      question: { command: 'article', article: other.id },
    })),
  });
}

function cardEntry(card: ArticleCard, reading: Reading, citation: Entry['citations'][number]): Entry {
  const { outlet, published, language, translation, archivedUrl } = card;
  const kind = `${outlet.kind}${outlet.country ? `, ${outlet.country}` : ''}`;
  const date = published ? `${dateInWords(published.date)} (${HOW_KNOWN[published.known]})` : 'date unknown';
  const people = reading.entities.filter(({ type }) => type === 'person').map(({ name }) => name);
  const verbatim = reading.quotations.filter(({ kind: how }) => how !== 'indirect').length;
  const first = `${outlet.name} (${kind})${outlet.basis ? `: ${outlet.basis}` : ''}`;
  const lines = [
    `Published: ${date}`,
    translation && `In translation: ${translation}`,
    !isEnglish(language) &&
      `In ${languageName(language)}: found by its words; quotations and meetings are read in English articles only`,
    people.length > 0 && `People: ${listInWords(people.slice(0, NAMED), 'and')}`,
    isEnglish(language) &&
      `Contains ${counted(reading.meetings.length, 'meeting')} and ${counted(verbatim, 'quotation')}`,
    card.url ? card.url : `No address known; file ${card.file}`,
    archivedUrl && `Archived: ${archivedUrl}`,
  ].filter((line) => typeof line === 'string');
  return {
    title: [strong(first)],
    body: lines.map((line) => [text(line)]),
    citations: [citation],
  };
}
