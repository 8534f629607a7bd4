import type { Archive, ArticleCard } from '../../archive/archive.ts';
import type { Citation, Entry, Run } from '../answer.ts';
import { type Bibliography, sentence, strong, text } from '../citations/bibliography.ts';
import { articlesCounted, originalOf } from '../citations/copies.ts';
import { summarise } from '../summarise/summarise.ts';
import { contentStems } from '../summarise/words.ts';
import { type EventArticle, groupByEvent } from './events.ts';

/** Something that happened, by the articles that tell of it, the one nearest to all of them first. */
export interface Happening {
  readonly articles: readonly ArticleCard[];
  /** How many texts of their own tell of it: copies of one text are one source. */
  readonly sources: number;
}

/** Articles as what happened, those first that most sources tell of; what prints another's text is with that. */
export async function happeningsIn(
  cards: readonly ArticleCard[],
  archive: Archive,
  sources: Bibliography,
): Promise<Happening[]> {
  const byText = new Map<string, ArticleCard[]>();
  for (const card of cards) byText.set(originalOf(card), [...(byText.get(originalOf(card)) ?? []), card]);
  const texts = [...byText.values()];
  const articles = await Promise.all(
    texts.map(async ([card]): Promise<EventArticle> => {
      if (!card) throw new RangeError('a text without an article');
      return { headline: card.headline, body: await sources.body(card.id), published: card.published?.date ?? null };
    }),
  );
  const idf = await idfIn(archive, articles);
  return groupByEvent(articles, idf)
    .map((group) => ({ articles: group.flatMap((at) => texts[at] ?? []), sources: group.length }))
    .toSorted((a, b) => b.sources - a.sources || b.articles.length - a.articles.length);
}

async function idfIn(archive: Archive, articles: readonly EventArticle[]): Promise<(term: string) => number> {
  const terms = [...new Set(articles.flatMap(({ headline, body }) => contentStems(`${headline ?? ''} ${body}`)))];
  const counts = await archive.termCounts(terms);
  const known = new Map(terms.map((term, at) => [term, counts[at]?.idf ?? 0]));
  return (term) => known.get(term) ?? 0;
}

const SENTENCES = 2;

/** What happened in one or two sentences of the articles, and who tells of it. */
export async function happeningEntry({ articles }: Happening, sources: Bibliography): Promise<Entry> {
  const { words } = sources;
  const documents = await Promise.all(
    articles.map(async ({ id }) => ({
      text: await sources.body(id),
      sentences: (await sources.reading(id)).sentences,
    })),
  );
  const chosen = summarise(documents, null, { sentences: SENTENCES }).toSorted(
    (a, b) => a.document - b.document || a.sentence.start - b.sentence.start,
  );
  const body: Run[][] = [];
  const citations: Citation[] = [];
  for (const { document, sentence: where } of chosen) {
    const card = articles[document];
    if (!card) continue;
    const cut = await sources.cutSentence(card, where);
    body.push([sentence(cut.words)]);
    citations.push(cut.citation);
  }
  const outlets = new Set(articles.map(({ outlet }) => outlet.name)).size;
  const counted = `${articlesCounted(articles, words)} · ${words.say('{n} outlets', { n: outlets })}`;
  const [first] = articles;
  return {
    title: [strong(first?.headline ?? first?.file ?? '')],
    body: [...body, ...(articles.length > 1 ? [[text(counted)]] : [])],
    citations: [...citations, ...articles.map((card) => sources.cite(card))],
  };
}
