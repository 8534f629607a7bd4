import type { Polarity } from '../../reading/reading.ts';
import type { Words } from '../words/words.ts';

/** What is to be told with words that stand in an article, but not as said; null where they were. */
export function notSaid(polarity: Polarity, words: Words): string | null {
  if (polarity === 'said') return null;
  return words.say(
    polarity === 'denied'
      ? 'Denied: an article has these words, as never said'
      : 'Not told as said: an article has these words, as what might be said',
  );
}
