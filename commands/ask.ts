import type { Answer, Entry } from '../src/answers/answer.ts';
import { bibliography } from '../src/answers/citations/bibliography.ts';
import type { Command } from '../src/answers/command.ts';
import { commandMeant, factsMeant, plainCommand } from '../src/answers/commands-meant.ts';
import { entriesJoined } from '../src/answers/joined.ts';
import { passageEntries } from '../src/answers/passage-entry.ts';
import type { Question, QuestionFor } from '../src/answers/question.ts';
import { found, nothing } from '../src/answers/replies.ts';
import { personCard, whoEntries } from '../src/answers/who-card.ts';
import { whoMeant } from '../src/answers/who-meant.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Archive } from '../src/archive/archive.ts';
import { choose } from '../src/questions/choose.ts';
import { decide } from '../src/questions/decide.ts';
import { type Candidate, findSentences } from '../src/questions/find.ts';
import { type AskedQuestion, parseQuestion } from '../src/questions/question.ts';
import { signalsOf } from '../src/questions/signals.ts';
import { dayOf } from '../src/text/edtf.ts';
import { overlaps } from '../src/text/span.ts';
import { help } from './help.ts';
import { met } from './met.ts';
import { quotations } from './quote.ts';

export const ask: Command<'ask'> = {
  name: 'ask',
  description: 'Ask in your own words; answered with sentences of the articles',
  options: [{ name: 'question', description: 'Your question', required: true }],
  question: ({ question = '' }) => ({ command: 'ask', words: question }),
  answer: answerInSentences,
};

/** What a question in plain words is, where one of the commands answers it; else the question itself, taken apart. */
export async function commandFor(asked: QuestionFor<'ask'>, archive: Archive): Promise<Question | null> {
  if (asked.as === 'summary' && (await archive.articlesNamed(asked.words)).length > 0)
    return { command: 'summary', about: asked.words };
  return (asked.as ? null : plainCommand(asked.words)) ?? commandMeant(await parse(asked, archive));
}

/** Taken apart once, though it is looked at for a command first and then answered. */
const parsed = new WeakMap<QuestionFor<'ask'>, Promise<AskedQuestion>>();

function parse(asked: QuestionFor<'ask'>, archive: Archive): Promise<AskedQuestion> {
  const known = parsed.get(asked);
  if (known) return known;
  const parsing = parseQuestion(asked.words, archive, asked.asOf ?? dayOf(new Date()), asked.as ?? null);
  parsed.set(asked, parsing);
  return parsing;
}

async function answerInSentences(asked: QuestionFor<'ask'>, archive: Archive, words: Words): Promise<Answer> {
  const question = await parse(asked, archive);
  const ranked = await findSentences(question, archive);
  const facts = await answerInFacts(question, ranked, archive, words);
  const dates = question.dates
    .map(({ start, end, value }) => ({ typed: question.text.slice(start, end), meant: words.date(value) }))
    .filter(({ typed }) => !/\d{4}/.test(typed));
  const assumed = [
    ...dates.map((one) => words.say('took {typed} to be {meant}', one)),
    ...question.corrected.map((one) => words.say('searched for {searched} instead of {typed}', { ...one })),
    ...question.unknown.map((word) => words.say('no article has “{word}”', { word })),
  ];
  if (facts?.verdict === 'found' && facts.topic === '')
    return { ...facts.answer, question: asked, assumed: [...assumed, ...facts.answer.assumed] };
  const sources = bibliography(archive, words);
  const understood = words.say('articles about {topic}', {
    topic: topicInWords(question),
  });
  const told = { question: asked, words, understood, assumed, sources: sources.sources };
  if (facts?.verdict === 'found') {
    // With a topic, what the same articles say besides may be the very answer.
    const cited = new Set(facts.answer.sources.map(({ article }) => String(article)));
    const beside = ranked.filter(({ article }) => cited.has(article.stored.card.id));
    // What the facts show already is not shown again.
    const further = choose(beside, question).filter(({ candidate }) => !isShown(candidate, facts.answer));
    const passages = {
      entries: await passageEntries(further, question, sources),
      sources: sources.sources,
    };
    return {
      ...facts.answer,
      question: asked,
      assumed: [...assumed, ...facts.answer.assumed],
      ...entriesJoined(facts.answer, passages),
    };
  }
  const verdict = decide(question, ranked, await signalsOf(question, ranked, archive));
  if (facts && (facts.verdict === 'refused' || (verdict !== 'found' && facts.answer.entries.length > 0)))
    return { ...facts.answer, question: asked, assumed: [...assumed, ...facts.answer.assumed] };
  if (question.units.length === 0) return help.answer({ command: 'help', after: 'nonsense' }, archive, words);
  if (verdict === 'nothing') return nothing({ ...told, because: words.say('No article contains these words.') });
  const meant = whoMeant(question);
  const chosen = choose(ranked, question).slice(0, meant.length > 0 ? MOST_BESIDE_CARDS : undefined);
  const [only, ...others] = meant;
  if (only && others.length === 0) {
    const { who, further, picture } = await personCard(only, archive, sources);
    const card = who ? [who] : [];
    const unshown = chosen.filter(({ candidate }) => !isShown(candidate, { entries: card, sources: sources.sources }));
    const beside = await passageEntries(unshown, question, sources);
    return found({
      ...told,
      understood: words.say('who {name} is', { name: only.name }),
      heading: only.name,
      // The heading has the name.
      entries: [...(who ? [{ ...who, title: [] }] : []), ...beside, ...further],
      ...(picture && { picture }),
    });
  }
  const cards = await whoEntries(meant, archive, sources);
  const entries = await passageEntries(chosen, question, sources);
  if (verdict === 'near' && cards.length === 0)
    return nothing({
      ...told,
      heading: words.say('Not stated outright'),
      because: words.say('No sentence says it outright. These come nearest.'),
      entries: entries.slice(0, MOST_NEAR),
    });
  return found({ ...told, heading: words.say('What the articles say'), entries: [...cards, ...entries] });
}

/** "Hill, Cork: gas prices": the names, then what is asked of them. */
function topicInWords({ text: typed, words, units }: AskedQuestion): string {
  const named = units
    .filter(({ isName }) => isName)
    .map(({ text: name, range }) => {
      const own = typed.slice(words[range.first]?.start, words[range.end - 1]?.end);
      return own.toLowerCase() === name ? capitalised(own) : capitalised(name);
    });
  const others = units.filter(({ isName }) => !isName).map(({ text: unit }) => unit);
  return [named.join(', '), others.join(' ')].filter(Boolean).join(': ');
}

const capitalised = (name: string): string =>
  name.replace(/(?<![\p{L}\p{N}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());

const isShown = (
  { article, sentence }: Candidate,
  { entries, sources }: Pick<Answer, 'entries' | 'sources'>,
): boolean =>
  entries.some(({ citations }) =>
    citations.some(
      ({ source, span }) =>
        sources[source - 1]?.article === article.stored.card.id && span !== null && overlaps(span, sentence.span),
    ),
  );

/** So many sentences that come near are shown. */
const MOST_NEAR = 3;
/** Beside the card of somebody asked for, so many sentences. */
const MOST_BESIDE_CARDS = 3;
/** So many of the facts that answer are shown. */
const MOST_FACTS = 6;
const MOST_FACTS_ON_TOPIC = 3;
/** Points of the ranker. */
const NEAR_THE_BEST = 2;
/** Facts answer a question with a topic where one of them is among so many of the best sentences. */
const LEADING = 1;

interface InFacts {
  readonly answer: Answer;
  readonly topic: string;
  /** found: they answer. refused: they are known, and say that there is nothing. open: sentences may yet answer. */
  readonly verdict: 'found' | 'refused' | 'open';
}

async function answerInFacts(
  question: AskedQuestion,
  ranked: readonly Candidate[],
  archive: Archive,
  words: Words,
): Promise<InFacts | null> {
  const meant = factsMeant(question);
  if (!meant) return null;
  const answer = await (meant.question.command === 'met'
    ? met.answer(meant.question, archive, words)
    : quotations(meant.question, archive, words));
  if (!answer.found) {
    const isSaid = ranked.slice(0, 10).some((candidate) => saysSo(candidate, question, meant.question.command));
    const isNameless = meant.question.command === 'met' && meant.question.names === true && answer.entries.length > 0;
    return { answer, topic: meant.topic, verdict: !isNameless && (isSaid || meant.topic !== '') ? 'open' : 'refused' };
  }
  const places = ranked.map(({ article, sentence, score }) => ({
    article: article.stored.card.id,
    span: sentence.span,
    score,
  }));
  const isOf = (entry: Entry, place: (typeof places)[number]) =>
    entry.citations.some(
      ({ source, span }) =>
        answer.sources[source - 1]?.article === place.article && span !== null && overlaps(span, place.span),
    );
  if (
    meant.topic !== '' &&
    !places.slice(0, LEADING).some((place) => answer.entries.some((entry) => isOf(entry, place)))
  )
    return { answer, topic: meant.topic, verdict: 'open' };
  const score = (entry: Entry) => places.find((place) => isOf(entry, place))?.score ?? Number.NEGATIVE_INFINITY;
  const scored = answer.entries.map((entry) => ({ entry, score: score(entry) })).sort((a, b) => b.score - a.score);
  // With a topic, only those that come near to the best sentence are on it.
  const least = meant.topic === '' ? Number.NEGATIVE_INFINITY : (scored[0]?.score ?? 0) - NEAR_THE_BEST;
  const shown = scored
    .filter((one) => one.score >= least)
    .slice(0, meant.topic === '' ? MOST_FACTS : MOST_FACTS_ON_TOPIC)
    .map(({ entry }) => entry);
  return {
    answer: { ...answer, ...entriesJoined({ entries: shown, sources: answer.sources }) },
    topic: meant.topic,
    verdict: 'found',
  };
}

/** Does a sentence name everybody asked for, and speak of such a thing? */
function saysSo({ met: units, sentence }: Candidate, { units: asked }: AskedQuestion, kind: 'met' | 'quote'): boolean {
  const names = asked.flatMap(({ isName }, unit) => (isName ? [unit] : []));
  const others = asked.flatMap(({ isName }, unit) => (isName ? [] : [unit]));
  if (!names.every((unit) => (units[unit] ?? 0) >= 0.5)) return false;
  if (kind === 'quote') return sentence.quotations.length > 0;
  return sentence.meetings.length > 0 || others.some((unit) => (units[unit] ?? 0) >= 0.7);
}
