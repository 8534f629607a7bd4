import type { Answer, Entry } from '../src/answers/answer.ts';
import { bibliography, strong, text } from '../src/answers/citing.ts';
import type { Command } from '../src/answers/command.ts';
import type { QuestionFor } from '../src/answers/question.ts';
import { counted, found, nothing } from '../src/answers/replies.ts';
import type { Archive, ArticleCard, OutletHeld } from '../src/archive/archive.ts';
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
  const [status, outlets] = await Promise.all([archive.status(), archive.outlets(NAMED)]);
  if (outlets.length === 0) return nothing({ ...told, because: 'There is no article in it yet.' });

  const entries: Entry[] = [...outlets]
    .sort((a, b) => kindOf(a).localeCompare(kindOf(b)) || b.articles - a.articles)
    .map((held) => ({
      title: [strong(held.outlet.name), text(` · ${kindOf(held)} · ${counted(held.articles, 'article')}`)],
      body: held.newest.map((card) => [text(articleLine(card))]),
      citations: held.newest.map((card) => cited.cite(card)),
    }));
  const span = status.from && status.to ? `, from ${dateInWords(status.from)} to ${dateInWords(status.to)}` : '';
  return found({
    ...told,
    heading: `${counted(status.articles, 'article')} of ${counted(outlets.length, 'outlet')}${span}`,
    entries,
  });
}

const kindOf = ({ outlet }: OutletHeld): string => `${outlet.kind}${outlet.country ? `, ${outlet.country}` : ''}`;

function articleLine({ headline, file, published }: ArticleCard): string {
  return `${published ? dateInWords(published.date) : 'date unknown'}: ${headline ?? file}`;
}
