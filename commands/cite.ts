import type { Answer, Entry, Run } from '../src/answers/answer.ts';
import {
  type CitationId,
  type CitedPlace,
  citationIdIn,
  citedPlace,
  isOfArticle,
} from '../src/answers/citation-ids.ts';
import {
  type Bibliography,
  bibliography,
  quotation,
  sentence,
  strong,
  text,
} from '../src/answers/citations/bibliography.ts';
import { type Command, NotUnderstood } from '../src/answers/command.ts';
import { provenance } from '../src/answers/plain.ts';
import type { QuestionFor } from '../src/answers/question.ts';
import { found, nothing } from '../src/answers/replies.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Archive, ArticleCard } from '../src/archive/archive.ts';
import { within } from '../src/text/span.ts';

export const cite: Command<'cite'> = {
  name: 'cite',
  description: 'Shows a citation again by its id, and whether its article has changed since',
  options: [{ name: 'id', description: 'The citation’s id, as exports show it: K7QF-2M9PXA-3T', required: true }],
  question({ id = '' }, _today, words) {
    const read = citationIdIn(id);
    if (!read)
      throw new NotUnderstood(words.say('A citation’s id has twelve letters and digits, like K7QF-2M9PXA-3T.'));
    return { command: 'cite', id: read };
  },
  answer,
};

async function answer(question: QuestionFor<'cite'>, archive: Archive, words: Words): Promise<Answer> {
  const sources = bibliography(archive, words);
  const base = {
    question,
    words,
    understood: words.say('the citation {id}', { id: question.id }),
    sources: sources.sources,
  };
  const id = citationIdIn(question.id);
  const places = id ? await findCitedWords(id, archive, sources) : [];
  const [best] = places;
  if (!id || !best)
    return nothing({
      ...base,
      because: words.say('No article here goes with this id: it was removed, or the id is mistyped.'),
    });
  const { card, place } = best;
  if (place.is === 'gone') {
    const because = words.say('The article has changed since: the words cited no longer stand in it.');
    return nothing({ ...base, because, entries: [wholeEntry(card, sources)] });
  }
  const entries = place.is === 'whole article' ? [wholeEntry(card, sources)] : [await wordsEntry(card, place, sources)];
  const lead =
    place.is === 'moved'
      ? [
          strong(`${words.say('The article has changed since')}: `),
          text(words.say('the words now stand elsewhere in it.')),
        ]
      : [];
  return found({ ...base, heading: words.say('Citation {id}', { id }), lead, entries });
}

interface Found {
  readonly card: ArticleCard;
  readonly place: CitedPlace;
}

/** Where the id's words stand, the surest place first. Its four signs for the article may fit some by chance. */
export async function findCitedWords(id: CitationId, archive: Archive, sources: Bibliography): Promise<Found[]> {
  const ids = (await archive.articleIds()).filter((article) => isOfArticle(id, article));
  const stored = await Promise.all(ids.map((article) => archive.article(article)));
  const cards = stored.flatMap((one) => one?.card ?? []);
  const found = await Promise.all(
    cards.map(async (card) => ({
      card,
      place: citedPlace(id, await sources.body(card.id), await sources.reading(card.id)),
    })),
  );
  const order = ['there', 'moved', 'whole article', 'gone'];
  return found.sort((a, b) => order.indexOf(a.place.is) - order.indexOf(b.place.is));
}

async function wordsEntry(
  card: ArticleCard,
  place: Extract<CitedPlace, { is: 'there' | 'moved' }>,
  sources: Bibliography,
): Promise<Entry> {
  const { words: stored, citation } = await sources.cut(card, place.span);
  const quoted = (await sources.reading(card.id)).quotations.find(
    (one) => one.kind !== 'indirect' && within(stored.span, one.words),
  );
  const shown: Run = quoted ? quotation(stored) : sentence(stored);
  const speaker = quoted?.speaker?.name;
  return {
    title: [strong(speaker ?? card.headline ?? card.file)],
    body: [[shown], ...sourceLines(card, sources)],
    citations: [citation],
  };
}

function wholeEntry(card: ArticleCard, sources: Bibliography): Entry {
  const citation = sources.cite(card);
  return { title: [strong(card.headline ?? card.file)], body: sourceLines(card, sources), citations: [citation] };
}

/** Outlet and date, headline, addresses. */
function sourceLines(card: ArticleCard, sources: Bibliography): Run[][] {
  const { words } = sources;
  const { translation, archivedUrl } = card;
  const source = sources.sources[sources.cite(card).source - 1];
  const lines = [
    source && provenance(source, words),
    translation && words.say('In translation: {translation}', { translation }),
    card.headline,
    card.url ?? words.say('file {file}', { file: card.file }),
    archivedUrl && words.say('Archived: {address}', { address: archivedUrl }),
  ].filter((line) => typeof line === 'string');
  return lines.map((line) => [text(line)]);
}
