import type { Answer, Entry } from '../src/answers/answer.ts';
import { bibliography, strong, text } from '../src/answers/citing.ts';
import type { Command } from '../src/answers/command.ts';
import type { QuestionFor } from '../src/answers/question.ts';
import { counted, found, nothing } from '../src/answers/replies.ts';
import type { Archive, ArticleCard } from '../src/archive/archive.ts';
import { dateInWords } from '../src/text/edtf.ts';

/** Under each outlet so many of its newest articles are named. */
const NAMED = 3;

export const sources: Command<'sources'> = {
  name: 'sources',
  description: 'The outlets and articles in the archive, by kind of outlet',
  options: [],
  question: () => ({ command: 'sources' }),
  answer,
};

async function answer(question: QuestionFor<'sources'>, archive: Archive): Promise<Answer> {
  const cited = bibliography(archive);
  const told = { question, understood: 'which outlets and articles the archive holds', sources: cited.sources };
  const [status, cards] = await Promise.all([archive.status(), archive.articles()]);
  if (cards.length === 0) return nothing({ ...told, because: 'There is no article in it yet.' });

  const byOutlet = new Map<string, ArticleCard[]>();
  for (const card of cards) byOutlet.set(card.outlet.name, [...(byOutlet.get(card.outlet.name) ?? []), card]);
  const entries: Entry[] = [...byOutlet.values()]
    .sort((a, b) => kindOf(a).localeCompare(kindOf(b)) || b.length - a.length)
    .map((list) => ({
      title: [strong(list[0]?.outlet.name ?? ''), text(` · ${kindOf(list)} · ${counted(list.length, 'article')}`)],
      body: list.slice(0, NAMED).map((card) => [text(articleLine(card))]),
      citations: list.slice(0, NAMED).map((card) => cited.cite(card)),
    }));
  const span = status.from && status.to ? `, from ${dateInWords(status.from)} to ${dateInWords(status.to)}` : '';
  return found({
    ...told,
    heading: `${counted(status.articles, 'article')} of ${counted(byOutlet.size, 'outlet')}${span}`,
    entries,
  });
}

function kindOf(list: readonly ArticleCard[]): string {
  const outlet = list[0]?.outlet;
  return outlet ? `${outlet.kind}${outlet.country ? `, ${outlet.country}` : ''}` : '';
}

function articleLine({ headline, file, published }: ArticleCard): string {
  return `${published ? dateInWords(published.date) : 'date unknown'}: ${headline ?? file}`;
}
