import type { Answer, Citation, Entry, Run, Verbatim } from '../src/answers/answer.ts';
import { type Bibliography, bibliography, sentence, strong, text } from '../src/answers/citations/bibliography.ts';
import { type Command, NotUnderstood } from '../src/answers/command.ts';
import { mentioned } from '../src/answers/find/nearest.ts';
import { introduced, type Party, resolveParty } from '../src/answers/find/parties.ts';
import { provenance } from '../src/answers/plain.ts';
import type { Length, SummaryQuestion } from '../src/answers/question.ts';
import { asHeading, found, nothing } from '../src/answers/replies.ts';
import { findSubject, type Subject, type SummaryArticle } from '../src/answers/summarise/subject.ts';
import { type ChosenSentence, type SentencePlace, summarise } from '../src/answers/summarise/summarise.ts';
import { periodInWords, periodOption } from '../src/answers/understand/periods.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Archive } from '../src/archive/archive.ts';
import type { Reading } from '../src/reading/reading.ts';
import { type Edtf, edtf, isDay } from '../src/text/edtf.ts';
import { slice, within } from '../src/text/span.ts';

/** Sentences in all, by length asked for. */
const SENTENCES: Record<Length, number> = { short: 3, medium: 5, long: 10 };
const LENGTHS: readonly Length[] = ['short', 'medium', 'long'];

export const summary: Command<'summary'> = {
  name: 'summary',
  description: 'What the archive tells of an article, a topic or a person, in the articles’ own sentences',
  options: [
    { name: 'about', description: 'A headline, a topic or a person', required: true, completes: 'person' },
    { name: 'since', description: 'From this date on: 2015, 2015-11, 13 November 2015', required: false },
    { name: 'until', description: 'Up to this date', required: false },
    { name: 'outlet', description: 'Only as reported by this outlet', required: false, completes: 'outlet' },
    { name: 'length', description: 'How long', required: false, choices: LENGTHS },
  ],
  question({ about = '', outlet, length, ...dates }, today, words) {
    const known = LENGTHS.find((one) => one === length);
    if (length && !known)
      throw new NotUnderstood(words.say('length is short, medium or long, not {length}.', { length }));
    return {
      command: 'summary',
      about,
      ...(outlet && { outlet }),
      ...(known && { length: known }),
      ...periodOption(dates, today, words),
    };
  },
  answer,
};

/** What an answer is made with. */
interface SummaryContext {
  readonly archive: Archive;
  readonly sources: Bibliography;
}

async function answer(question: SummaryQuestion, archive: Archive, words: Words): Promise<Answer> {
  const sources = bibliography(archive, words);
  const about = question.about.replaceAll('"', '');
  const period = periodInWords(question, words);
  const party = about ? await resolveParty(about, archive) : null;
  const subject = await findSubject(question, party, archive, sources);
  const base = {
    question,
    words,
    understood: [about ? words.say('summary of {about}', { about }) : words.say('summary'), period]
      .filter(Boolean)
      .join(' '),
    assumed: subject.assumed,
    sources: sources.sources,
    choices:
      subject.actors.length > 1 ? subject.actors.map((actor) => choice(actor.name, introduced(actor, words))) : [],
  };
  const entries = await entriesOf(question, subject, { archive, sources });
  if (entries.length > 0) return found({ ...base, heading: headingOf(question, subject, words), entries });
  const nearest = await nearestMiss(party, subject, archive, sources);
  return nothing({ ...base, because: because(about, period, subject, words), entries: nearest });

  function choice(name: string, label: string) {
    return { label, question: { ...question, about: name } };
  }
}

function because(about: string, period: string, { missing, articles }: Subject, words: Words): string {
  if (missing.length > 0)
    return words.say('No article about this has the word {words}.', { words: words.list(missing, 'or') });
  if (about === '') return words.say('No article reports on that time.');
  const asked = { about: `${about} ${period}`.trim() };
  return articles.length > 0
    ? words.say('No sentence is about {about} by itself.', asked)
    : words.say('No article is about {about}.', asked);
}

/** Where the person is mentioned all the same, or the article that has most of the words. */
async function nearestMiss(party: Party | null, { nearest }: Subject, archive: Archive, sources: Bibliography) {
  const entries = party ? await mentioned([party], archive, sources) : [];
  const [hit] = nearest;
  if (entries.length > 0 || !hit?.passage) return entries;
  const { words, citation } = await sources.cutSentence(hit.card, hit.passage);
  const title = [text(`${sources.words.say('What comes nearest')}: `), strong(hit.card.headline ?? hit.card.file)];
  return [{ title, body: [[sentence(words, hit.marked)]], citations: [citation] }];
}

/** An entry an article, oldest first: where it stands, then its sentences in the order of the text. */
async function entriesOf(question: SummaryQuestion, subject: Subject, context: SummaryContext): Promise<Entry[]> {
  const { articles, article } = subject;
  const { sources } = context;
  const documents = await Promise.all(
    articles.map(async ({ card, eligible }) => {
      const { sentences } = await sources.reading(card.id);
      return { text: await sources.body(card.id), sentences, eligible };
    }),
  );
  const about = article ? null : question.about;
  const chosen = summarise(documents, about, { sentences: SENTENCES[question.length ?? 'medium'] });
  const entries: Entry[] = [];
  for (const [i, document] of articles.entries()) {
    const own = chosen.filter(({ document }) => document === i);
    if (own.length === 0) continue;
    const entry = await entryOf(document, inOrder(own), articles, question, context);
    if (entry.citations.length > 0) entries.push(entry);
  }
  return article ? entries : datedHeadings(entries, sources);
}

/** Over years, each month's first article bears the month; within one, the day is enough. The outlet stands with the citation. */
function datedHeadings(entries: readonly Entry[], { sources, words }: Bibliography): Entry[] {
  const dates = entries.map(({ citations: [first] }) => sources[(first?.source ?? 0) - 1]?.published ?? null);
  const years = new Set(dates.map((date) => date?.slice(0, 4)));
  const headings = dates.map((date) => {
    const shown = date && years.size > 1 ? edtf(date.slice(0, 7)) : date;
    return shown ? words.date(shown) : words.say('date unknown');
  });
  return entries.map((entry, at) => {
    const repeated = at > 0 && headings[at] === headings[at - 1];
    const heading = repeated ? [] : [strong(headings[at] ?? ''), text(' ')];
    return { ...entry, title: [...heading, ...entry.title] };
  });
}

/** "(Friday: 14 June 2013)": the days that a sentence gives without a date, for whoever reads it years later. */
function daysMeant(
  { span: { start, end }, text: words }: Verbatim,
  { dates }: Reading,
  published: Edtf | null,
  said: Words,
): string | null {
  const meant = dates.flatMap((date) => {
    const named = date.start >= start && date.end <= end ? words.slice(date.start - start, date.end - start) : '';
    return named !== '' && !/\d/.test(named) && isDay(date.value) && date.value !== published
      ? [`${named}: ${said.date(date.value)}`]
      : [];
  });
  return meant.length > 0 ? `(${[...new Set(meant)].join('; ')})` : null;
}

const inOrder = (chosen: readonly ChosenSentence[]): ChosenSentence[] =>
  [...chosen].sort((a, b) => a.sentence.start - b.sentence.start);

async function entryOf(
  { card, lookingBack }: SummaryArticle,
  chosen: readonly ChosenSentence[],
  tellings: readonly SummaryArticle[],
  question: SummaryQuestion,
  context: SummaryContext,
): Promise<Entry> {
  const { sources } = context;
  const { words: said } = sources;
  const body: Run[][] = [];
  const citations: Citation[] = [];
  /** Cuts and cites a sentence, unless a neighbour in the same quotation has brought it along. */
  const write = async (place: SentencePlace, introduction: string | null): Promise<void> => {
    const document = tellings[place.document];
    const cut = document && (await verified(document, place, context));
    if (
      !cut ||
      citations.some(({ source, span }) => source === cut.citation.source && span && within(cut.words.span, span))
    )
      return;
    if (introduction) body.push([text(introduction)]);
    body.push([sentence(cut.words)]);
    citations.push(cut.citation);
    const days = daysMeant(
      cut.words,
      await sources.reading(document.card.id),
      document.card.published?.date ?? null,
      said,
    );
    if (days) body.push([text(days)]);
  };
  for (const one of chosen) {
    await write(one, null);
    const copies = await Promise.all(once(one.copies).map((place) => copyOf(place, tellings, context)));
    const cited = copies.filter((copy) => copy !== null);
    if (cited.length > 0)
      body.push([
        text(
          said.say('The same in {outlets}.', {
            outlets: said.list(
              cited.map(({ from }) => from),
              'and',
            ),
          }),
        ),
      ]);
    citations.push(...cited.map(({ citation }) => citation));
    for (const place of once(one.otherwise)) {
      const outlet = sourceOf(tellings[place.document] ?? null, sources);
      await write(place, said.say('Reported with other figures by {outlet}:', { outlet }));
    }
  }
  const source = sourceOf({ card }, sources);
  const notes = [
    card.translation && said.say('in translation: {translation}', { translation: card.translation }),
    lookingBack && said.say('reports on what was {period}', { period: periodInWords(question, said) }),
  ].filter(Boolean);
  return { title: [strong(source), text(notes.map((note) => ` · ${note}`).join(''))], body, citations };
}

/** One place in each document. */
const once = (places: readonly SentencePlace[]): SentencePlace[] => [
  ...new Map(places.map((place) => [place.document, place])).values(),
];

async function copyOf(place: SentencePlace, tellings: readonly SummaryArticle[], context: SummaryContext) {
  const document = tellings[place.document];
  const cut = document && (await verified(document, place, context));
  return document && cut ? { from: sourceOf(document, context.sources), citation: cut.citation } : null;
}

/** "Press TV (state media, Iran), 5 February 2021" */
function sourceOf(document: Pick<SummaryArticle, 'card'> | null, sources: Bibliography): string {
  const number = document ? sources.cite(document.card).source : 0;
  const source = sources.sources[number - 1];
  return source ? provenance(source, sources.words) : '';
}

/** Cuts a sentence and finds it again, word for word, in the article as stored; null, and a warning, where it isn't there. */
async function verified(
  { card }: SummaryArticle,
  { sentence: where }: SentencePlace,
  { archive, sources }: SummaryContext,
) {
  const cut = await sources.cutSentence(card, where);
  const stored = await archive.article(card.id);
  if (stored && slice(stored.article.body, cut.words.span) === cut.words.text && within(where, cut.words.span))
    return cut;
  process.emitWarning(`left a sentence out of a summary: ${card.file} has other words at ${where.start}–${where.end}`);
  return null;
}

function headingOf(question: SummaryQuestion, { article, actors }: Subject, words: Words): string {
  const [only] = actors;
  if (only && actors.length === 1) return only.name;
  const heading = article?.headline ?? (question.about.replaceAll('"', '') || periodInWords(question, words));
  return asHeading(heading);
}
