import type { Answer, Entry } from '../src/answers/answer.ts';
import { bibliography, strong, text } from '../src/answers/citations/bibliography.ts';
import type { Command } from '../src/answers/command.ts';
import type { QuestionFor } from '../src/answers/question.ts';
import { found, nothing } from '../src/answers/replies.ts';
import { periodInWords } from '../src/answers/understand/periods.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Archive, ArticleCard, OutletHeld } from '../src/archive/archive.ts';

/** Under each outlet so many of its newest articles are named. */
const NAMED = 3;

export const sources: Command<'sources'> = {
  name: 'sources',
  description: 'The outlets and articles in the archive, by kind of outlet',
  options: [],
  question: () => ({ command: 'sources' }),
  answer,
};

async function answer(question: QuestionFor<'sources'>, archive: Archive, words: Words): Promise<Answer> {
  const cited = bibliography(archive, words);
  const base = {
    question,
    words,
    understood: words.say('which outlets and articles the archive holds'),
    sources: cited.sources,
  };
  const [status, outlets] = await Promise.all([archive.status(), archive.outlets(NAMED)]);
  if (outlets.length === 0) return nothing({ ...base, because: words.say('There is no article in it yet.') });

  const entries: Entry[] = [...outlets]
    .sort((a, b) => kindOf(a, words).localeCompare(kindOf(b, words), words.language) || b.articles - a.articles)
    .map((held) => ({
      title: [
        strong(held.outlet.name),
        text(` · ${kindOf(held, words)} · ${words.say('{n} articles', { n: held.articles })}`),
      ],
      body: held.newest.map((card) => [text(articleLine(card, words))]),
      citations: held.newest.map((card) => cited.cite(card)),
    }));
  const span = status.from && status.to ? `, ${periodInWords({ since: status.from, until: status.to }, words)}` : '';
  return found({
    ...base,
    heading: `${words.say('{articles} of {outlets}', {
      articles: words.say('{n} articles', { n: status.articles }),
      outlets: words.say('{n} outlets', { n: outlets.length }),
    })}${span}`,
    entries,
  });
}

const kindOf = ({ outlet }: OutletHeld, words: Words): string =>
  `${words.say(outlet.kind)}${outlet.country ? `, ${words.country(outlet.country)}` : ''}`;

function articleLine({ headline, file, published }: ArticleCard, words: Words): string {
  return `${published ? words.date(published.date) : words.say('date unknown')}: ${headline ?? file}`;
}
