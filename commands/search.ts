import type { Answer, Entry } from '../src/answers/answer.ts';
import { type Bibliography, bibliography, sentence, strong, text } from '../src/answers/citations/bibliography.ts';
import { articlesCounted, oneSource, originalOf } from '../src/answers/citations/copies.ts';
import type { Command } from '../src/answers/command.ts';
import { provenance } from '../src/answers/plain.ts';
import type { QuestionFor } from '../src/answers/question.ts';
import { found, nothing } from '../src/answers/replies.ts';
import { problemInWords } from '../src/answers/understand/query-problems.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Archive, SearchHit } from '../src/archive/archive.ts';

const MOST = 50;
/** To come near to answering a question, a passage's article has so much of its words, measured by the best. */
const AS_NEAR = 0.8;
/** And at least this share, weighted by idf. */
const NEAR = 0.5;

export const search: Command<'search'> = {
  name: 'search',
  description: 'Articles that match, with the passage that answers best',
  options: [
    { name: 'text', description: 'Words, "exact words", -without, by:outlet, from:2015 to:2016', required: true },
  ],
  question: ({ text: typed = '' }) => ({ command: 'search', text: typed }),
  answer,
};

async function answer(question: QuestionFor<'search'>, archive: Archive, words: Words): Promise<Answer> {
  const sources = bibliography(archive, words);
  const { hits: all, corrected, also, problems } = await archive.search(question.text, {}, MOST);
  const best = Math.max(0, ...all.map(({ coverage }) => coverage));
  const least = Math.max(NEAR, best * AS_NEAR);
  const hits = question.nearOnly ? all.filter(({ coverage }) => coverage >= least) : all;
  const base = {
    question,
    words,
    understood: words.say('articles about {topic}', { topic: question.text.replaceAll('"', '') }),
    assumed: [
      ...corrected.map((one) => words.say('searched for {searched} instead of {typed}', { ...one })),
      ...also.map((one) => words.say('searched also for {searched}, since {typed} is rare here', { ...one })),
      ...problems.map((problem) => problemInWords(problem, words)),
    ],
    sources: sources.sources,
  };
  if (hits.length === 0) return nothing({ ...base, because: words.say('No article contains these words.') });
  const entries: Entry[] = [];
  for (const [hit, ...copies] of bySource(hits)) if (hit) entries.push(await entryOf(hit, copies, sources));
  return found({
    ...base,
    heading: articlesCounted(
      hits.map(({ card }) => card),
      words,
    ),
    entries,
  });
}

/** Hits in their order, copies of one text with the first of them. */
function bySource(hits: readonly SearchHit[]): SearchHit[][] {
  const groups = new Map<string, SearchHit[]>();
  for (const hit of hits) groups.set(originalOf(hit.card), [...(groups.get(originalOf(hit.card)) ?? []), hit]);
  return [...groups.values()];
}

async function entryOf(
  { card, passage, marked }: SearchHit,
  copies: readonly SearchHit[],
  sources: Bibliography,
): Promise<Entry> {
  const cut = passage ? await sources.cut(card, passage) : null;
  const citation = cut?.citation ?? sources.cite(card);
  const source = sources.sources[citation.source - 1];
  const { words: said } = sources;
  return {
    title: [strong(card.headline ?? card.file)],
    body: [
      ...(cut ? [[sentence(cut.words, marked)]] : []),
      [text(source ? provenance(source, said) : '')],
      ...(copies.length > 0 ? [[text(oneSource([card, ...copies.map((copy) => copy.card)], said))]] : []),
    ],
    citations: [citation, ...copies.map((copy) => sources.cite(copy.card))],
  };
}
