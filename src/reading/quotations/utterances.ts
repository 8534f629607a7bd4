import type { MarkedStretch } from './marks.ts';
import type { Outline } from './outline.ts';

/** Is this a whole utterance, and no title, name or word set apart? */
export function isUtterance({ document: { text } }: Outline, { words, closed }: MarkedStretch): boolean {
  // What a nested quotation ends with ends the outer one too: “I said, ‘No.’”
  const said = text.slice(words.start, Math.min(words.end, words.start + 400)).replace(/['’)\]\s]+$/, '');
  if (isTitle(said) || isAside(said)) return false;
  return (
    !closed || /[.!?…]$/.test(said) || (said.split(/\s+/).length >= 3 && (/[.!?,…—]$/.test(said) || said.length > 120))
  );
}

/** "(Applause.)": what a transcript tells besides the words. */
const isAside = (said: string): boolean => /^\([^()]*$/.test(said);

/** "in his book, “Years of Salt”": does a work's name stand in the marks at this item? */
export function isWork({ items, stretches, document: { text } }: Outline, at: number): boolean {
  const stretch = stretches[items[at]?.index ?? -1];
  const noun = items[items[at - 1]?.word === ',' ? at - 2 : at - 1]?.word ?? '';
  return (
    stretch !== undefined &&
    WORK.test(noun) &&
    isTitle(text.slice(stretch.words.start, Math.min(stretch.words.end, stretch.words.start + 200)))
  );
}

const WORK =
  /^(?:auto)?(?:biography|book|memoirs?|novel|poem|essay|play|song|album|record|film|movie|documentary|show|series|episode|segment|painting|exhibition|magazine|programme?|podcast|entitled|titled)$/;

const TITLE_SMALL = /^(?:the|an?|of|in|on|for|and|or|to|at|by|with|from|vs\.?|is|as)$/;

/** "Sunday Morning Today": every word of weight begins with a capital. */
export function isTitle(said: string): boolean {
  const all = said
    .replace(/[.,]$/, '')
    .split(/[\s-]+/)
    .filter((word) => /\p{L}/u.test(word));
  return (
    all.length >= 2 &&
    all.length <= 12 &&
    !/[!?…]$/.test(said) &&
    all.every((word) => /^\P{L}*\p{Lu}/u.test(word) || TITLE_SMALL.test(word))
  );
}
