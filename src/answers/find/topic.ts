import { stem } from '../../archive/index/stemming.ts';
import { STOP_WORDS } from '../../archive/index/stopwords.ts';

const stems = (words: string): string[] =>
  words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !STOP_WORDS.has(word))
    .map(stem);

/** How many of the topic's words a text contains, whatever their endings. */
export function wordsInCommon(topic: string, text: string): number {
  const there = new Set(stems(text));
  return new Set(stems(topic).filter((one) => there.has(one))).size;
}
