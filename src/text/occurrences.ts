import { type Span, span } from './span.ts';

/** Wherever these words stand in a text; how white space is broken and which form its marks have makes no difference. */
export const findOccurrences = (words: string, text: string): readonly Span[] =>
  found(text, new RegExp(patternOf(words), 'gu'));

/** The same for whole words ("gas" is not in "gasoline"), in capitals or not. */
export const phraseIn = (words: string, text: string): readonly Span[] =>
  found(text, new RegExp(`(?<![\\p{L}\\p{N}])${patternOf(words)}(?![\\p{L}\\p{N}])`, 'giu'));

function found(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)]
    .map(({ 0: words, index }) => span(index, index + words.length))
    .filter(({ start, end }) => end > start);
}

const patternOf = (words: string): string =>
  words
    .trim()
    .split(/\s+/u)
    .map((word) =>
      word
        .replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
        .replace(/["“”„«»]/gu, '["“”„«»]')
        .replace(/['’‘]/gu, "['’‘]"),
    )
    .join('\\s+');
