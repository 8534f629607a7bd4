import { indexedWordsIn, termsOfWord } from '../archive/index/terms.ts';
import type { Chosen } from '../questions/choose.ts';
import type { AskedQuestion } from '../questions/question.ts';
import { type Span, span, within } from '../text/span.ts';
import type { Entry, Run, Verbatim } from './answer.ts';
import { type Bibliography, sentence, strong, text } from './citations/bibliography.ts';

/** Sentences as entries: the words first, then who says them where; none is shown twice. */
export async function passageEntries(
  chosen: readonly Chosen[],
  question: AskedQuestion,
  sources: Bibliography,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  const shown: { article: string; span: Span }[] = [];
  for (const { candidate, copies } of chosen) {
    const { card } = candidate.article.stored;
    if (shown.some((one) => one.article === card.id && within(candidate.sentence.span, one.span))) continue;
    const { words, citation } = await sources.cutSentence(card, candidate.sentence.span);
    shown.push({ article: card.id, span: words.span });
    const citations = [citation];
    for (const { article, sentence: where } of copies)
      citations.push((await sources.cutSentence(article.stored.card, where.span)).citation);
    entries.push({
      title: [],
      body: [[sentence(words, markedIn(words, question))], whence(candidate, sources)],
      citations,
    });
  }
  return entries;
}

/** "Rex Tillerson (secretary of state) · The Hill, 13 March 2018": of quoted words also whose they are. */
function whence({ article, sentence: { quotations } }: Chosen['candidate'], { words }: Bibliography): Run[] {
  const { card } = article.stored;
  const speakers = [
    ...new Set(quotations.flatMap(({ speaker, kind }) => (speaker && kind !== 'indirect' ? [speaker.name] : []))),
  ];
  const date = card.published ? words.date(card.published.date) : words.say('date unknown');
  const [speaker, other] = speakers;
  const where = text(`${card.outlet.name}, ${date}`);
  return speaker && !other ? [strong(speaker), text(' · '), where] : [where];
}

/** Where the question's words stand in the sentence. */
function markedIn(words: Verbatim, { units }: AskedQuestion): Span[] {
  const asked = new Set(
    units.flatMap(({ alternatives }) => alternatives.filter(({ weight }) => weight >= 0.5).map(({ term }) => term)),
  );
  return indexedWordsIn(words.text)
    .filter((word) => termsOfWord(word).some((term) => asked.has(term)))
    .map(({ start, end }) => span(words.span.start + start, words.span.start + end));
}
