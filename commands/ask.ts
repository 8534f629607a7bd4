import type { Answer, Entry } from '../src/answers/answer.ts';
import { bibliography } from '../src/answers/citing.ts';
import type { Command } from '../src/answers/command.ts';
import { commandMeant, factsMeant, plainCommand } from '../src/answers/commands-meant.ts';
import { entriesJoined } from '../src/answers/joined.ts';
import { passageEntries } from '../src/answers/passage-entry.ts';
import type { Question, QuestionFor } from '../src/answers/question.ts';
import { found, nothing } from '../src/answers/replies.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Archive } from '../src/archive/archive.ts';
import { choose } from '../src/questions/choose.ts';
import { type Candidate, findSentences } from '../src/questions/find.ts';
import { type AskedQuestion, parseQuestion } from '../src/questions/question.ts';
import { dayOf } from '../src/text/edtf.ts';
import { overlaps } from '../src/text/span.ts';
import { met } from './met.ts';

export const ask: Command<'ask'> = {
  name: 'ask',
  description: 'Ask in your own words; answered with sentences of the articles',
  options: [{ name: 'question', description: 'Your question', required: true }],
  question: ({ question = '' }) => ({ command: 'ask', words: question }),
  answer: answerInSentences,
};

/** What a question in plain words is, where one of the commands answers it; else the question itself, taken apart. */
export async function commandFor(asked: QuestionFor<'ask'>, archive: Archive): Promise<Question | null> {
  return plainCommand(asked.words) ?? commandMeant(await parse(asked, archive));
}

const parse = (asked: QuestionFor<'ask'>, archive: Archive): Promise<AskedQuestion> =>
  parseQuestion(asked.words, archive, dayOf(new Date()), asked.as ?? null);

async function answerInSentences(asked: QuestionFor<'ask'>, archive: Archive, words: Words): Promise<Answer> {
  const question = await parse(asked, archive);
  const ranked = await findSentences(question, archive);
  const facts = await answerInFacts(question, ranked, archive, words);
  const sources = bibliography(archive, words);
  const understood = words.say('articles about {topic}', { topic: question.units.map(({ text: unit }) => unit).join(' ') });
  const assumed = question.corrected.map((one) => words.say('searched for {searched} instead of {typed}', { ...one }));
  const told = { question: asked, words, understood, assumed, sources: sources.sources };
  if (facts?.found && process.env.FACTS === 'alone') return { ...facts, question: asked };
  const chosen = choose(ranked, question);
  if (chosen.length === 0) return nothing({ ...told, because: words.say('No article contains these words.') });
  const entries = await passageEntries(chosen, question, sources);
  const answer = found({ ...told, heading: words.say('What the articles say'), entries });
  if (!facts?.found) return answer;
  return { ...facts, question: asked, ...entriesJoined(facts, answer) };
}

/** So many of the facts that answer are shown. */
const MOST_FACTS = 5;

async function answerInFacts(question: AskedQuestion, ranked: readonly Candidate[], archive: Archive, words: Words): Promise<Answer | null> {
  if (process.env.FACTS === 'none') return null;
  const meant = factsMeant(question);
  if (!meant) return null;
  const answer = await met.answer(meant, archive, words);
  const score = (entry: Entry) =>
    Math.max(
      Number.NEGATIVE_INFINITY,
      ...ranked
        .filter(({ article, sentence }) =>
          entry.citations.some(({ source, span }) => answer.sources[source - 1]?.article === article.stored.card.id && span !== null && overlaps(span, sentence.span)),
        )
        .map((candidate) => candidate.score),
    );
  const scored = answer.entries.map((entry) => ({ entry, score: score(entry) })).sort((a, b) => b.score - a.score);
  return { ...answer, ...entriesJoined({ entries: scored.slice(0, MOST_FACTS).map(({ entry }) => entry), sources: answer.sources }) };
}
