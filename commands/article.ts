import type { Answer, Entry } from '../src/answers/answer.ts';
import { bibliography, strong, text } from '../src/answers/citations/bibliography.ts';
import type { Command } from '../src/answers/command.ts';
import { findArticlesByName } from '../src/answers/find/articles-by-name.ts';
import type { QuestionFor } from '../src/answers/question.ts';
import { found, nothing } from '../src/answers/replies.ts';
import type { AnswerPhrase } from '../src/answers/words/de.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Archive, ArticleCard } from '../src/archive/archive.ts';
import type { Published } from '../src/corpus/article.ts';
import { isEnglish, languageName } from '../src/corpus/language-tags.ts';
import type { Reading } from '../src/reading/reading.ts';

const HOW_KNOWN = {
  curated: 'given with the article',
  address: 'from its address',
  metadata: 'from the page’s metadata',
  dateline: 'from the dateline',
  page: 'from the page',
} as const satisfies Record<Published['known'], AnswerPhrase>;
/** So many people are named on a card. */
const NAMED = 12;

export const article: Command<'article'> = {
  name: 'article',
  description: 'One article’s card: outlet, date and how it is known, people, meetings, quotations, link',
  options: [{ name: 'article', description: 'Its headline, address or id', required: true, completes: 'article' }],
  question: ({ article: words = '' }) => ({ command: 'article', article: words }),
  answer,
};

async function answer(question: QuestionFor<'article'>, archive: Archive, words: Words): Promise<Answer> {
  const sources = bibliography(archive, words);
  const base = {
    question,
    words,
    understood: words.say('the article {article}', { article: question.article }),
    sources: sources.sources,
  };
  const cards = await findArticlesByName(question.article, archive);
  const [card] = cards;
  if (!card) return nothing({ ...base, because: words.say('No article has this headline, address or id.') });
  const reading = await sources.reading(card.id);
  return found({
    ...base,
    heading: card.headline ?? card.file,
    entries: [cardEntry(card, reading, sources.cite(card), words)],
    choices: cards.slice(1, 6).map((other) => ({
      label: other.headline ?? other.file,
      question: { command: 'article', article: other.id },
    })),
  });
}

function cardEntry(card: ArticleCard, reading: Reading, citation: Entry['citations'][number], words: Words): Entry {
  const { outlet, published, language, translation, archivedUrl } = card;
  const kind = `${words.say(outlet.kind)}${outlet.country ? `, ${words.country(outlet.country)}` : ''}`;
  const date = published
    ? `${words.date(published.date)} (${words.say(HOW_KNOWN[published.known])})`
    : words.say('date unknown');
  const people = reading.entities.filter(({ type }) => type === 'person').map(({ name }) => name);
  const verbatim = reading.quotations.filter(({ kind: how }) => how !== 'indirect').length;
  const first = `${outlet.name} (${kind})${outlet.basis ? `: ${outlet.basis}` : ''}`;
  const lines = [
    words.say('Published: {date}', { date }),
    translation && words.say('In translation: {translation}', { translation }),
    !isEnglish(language) &&
      words.say('In {language}: found by its words; quotations and meetings are read in English articles only', {
        language: languageName(language),
      }),
    people.length > 0 && words.say('People: {names}', { names: words.list(people.slice(0, NAMED), 'and') }),
    isEnglish(language) &&
      words.say('Contains {meetings} and {quotations}', {
        meetings: words.say('{n} meetings', { n: reading.meetings.length }),
        quotations: words.say('{n} quotations', { n: verbatim }),
      }),
    card.url ? card.url : words.say('No address known; file {file}', { file: card.file }),
    archivedUrl && words.say('Archived: {address}', { address: archivedUrl }),
  ].filter((line) => typeof line === 'string');
  return {
    title: [strong(first)],
    body: lines.map((line) => [text(line)]),
    citations: [citation],
  };
}
