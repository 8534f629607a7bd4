import { type Word, wordsOf } from './search-terms.ts';

/**
 * Does the phrase stand in the headline or the body, word for word? Case, accents and marks between the words do not
 * count, nor does a hyphen or a space within a word ("co-operation", "cooperation").
 */
export function containsPhrase(
  text: { readonly headline: string | null; readonly body: string },
  phrase: readonly Word[],
): boolean {
  const letters = phrase.map((word) => word.folded).join('');
  return letters !== '' && (stands(wordsOf(text.body), letters) || stands(wordsOf(text.headline ?? ''), letters));
}

function stands(words: readonly Word[], letters: string): boolean {
  return words.some((_, from) => {
    let matched = 0;
    for (let at = from; at < words.length && matched < letters.length; at++) {
      const next = words[at]?.folded ?? '';
      if (!letters.startsWith(next, matched)) return false;
      matched += next.length;
    }
    return matched === letters.length;
  });
}
