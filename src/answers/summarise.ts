import type { Sentence } from '../reading/reading.ts';
import type { Span } from '../text/span.ts';

/** A text to be summarised, with its sentences. */
export interface SummaryDocument {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** A sentence chosen: of which document, and where. */
export interface ChosenSentence {
  readonly document: number;
  readonly sentence: Span;
}

export type Budget = { readonly sentences: number } | { readonly words: number };

const FUNCTION_WORDS = new Set(
  'a an the of in on at to for from by with and or but as is are was were be been has have had it its this that these those he she they his her their not no will would said says also who which'.split(
    ' ',
  ),
);
/** Openings that point at something said before, and so mean nothing alone. */
const DANGLING =
  /^["“'‘(]*(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|also|however|meanwhile|such)\b/i;

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !FUNCTION_WORDS.has(word));

/**
 * Chooses whole sentences that stand for the documents: near to what was asked, central, early, each saying something new.
 * Returned in the order of documents and text. `about` null: what the documents are about as a whole.
 */
export function summarise(
  documents: readonly SummaryDocument[],
  about: string | null,
  budget: Budget,
): ChosenSentence[] {
  const asked = new Set(about ? wordsOf(about) : []);
  const candidates = documents.flatMap(({ text, sentences }, document) =>
    sentences.map((sentence, place) => ({
      document,
      sentence,
      place,
      words: wordsOf(text.slice(sentence.start, sentence.end)),
    })),
  );
  const frequency = new Map<string, number>();
  for (const { words } of candidates)
    for (const word of new Set(words)) frequency.set(word, (frequency.get(word) ?? 0) + 1);

  const scored = candidates
    .filter(({ words }) => words.length >= 4)
    .map((candidate) => {
      const { words, place, document, sentence } = candidate;
      const central = words.reduce((sum, word) => sum + Math.log(frequency.get(word) ?? 1), 0) / words.length;
      const relevant = words.filter((word) => asked.has(word)).length;
      const text = documents[document]?.text.slice(sentence.start, sentence.end) ?? '';
      const dangling = DANGLING.test(text) ? 1.5 : 0;
      return { ...candidate, score: central + 2 / (1 + place) + 1.2 * relevant - dangling };
    });

  const chosen: typeof scored = [];
  const told = new Set<string>();
  const rest = [...scored];
  let left = 'words' in budget ? budget.words : budget.sentences;
  while (rest.length > 0 && left > 0) {
    const novelty = (words: string[]) => words.filter((word) => !told.has(word)).length / words.length;
    rest.sort((a, b) => b.score * novelty(b.words) - a.score * novelty(a.words));
    const [best] = rest.splice(0, 1);
    if (!best) break;
    const text = documents[best.document]?.text.slice(best.sentence.start, best.sentence.end) ?? '';
    const cost = 'words' in budget ? text.split(/\s+/).length : 1;
    if (cost > left) continue;
    left -= cost;
    chosen.push(best);
    for (const word of best.words) told.add(word);
  }
  return chosen
    .sort((a, b) => a.document - b.document || a.sentence.start - b.sentence.start)
    .map(({ document, sentence }) => ({ document, sentence }));
}
