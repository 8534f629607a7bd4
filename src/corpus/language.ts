import { detectAll } from 'tinyld';

/** Less than this says too little: a headline in capitals, a list of names. */
const ENOUGH = 120;
/** No more is looked at: a language shows in its first paragraphs. */
const LOOKED_AT = 4000;

/**
 * The language of an article, BCP 47. What the words themselves show goes before what the page says (templates say "en"
 * above any text), but only where it shows clearly; where both agree, the page's finer word ("en-GB") is taken. In doubt
 * English, so that no English article goes unread.
 */
export function languageOf(body: string, told: string | null): string {
  const shown = languageShown(body);
  if (shown === null) return told ?? 'en';
  return told && primary(told) === shown ? told : shown;
}

/** "en" of "en-GB". */
const primary = (tag: string): string => tag.split(/[-_]/)[0]?.toLowerCase() ?? '';

export const isEnglish = (language: string): boolean => primary(language) === 'en';

/** The language that the words show, null where they do not show it clearly. */
function languageShown(text: string): string | null {
  const words = text
    .slice(0, LOOKED_AT)
    .replace(/https?:\S+/g, ' ')
    .replace(/[^\p{L}\p{M}'’]+/gu, ' ')
    .trim();
  if (words.length < ENOUGH) return null;
  const [best, second] = detectAll(words);
  if (!best) return null;
  // In English more than a word in ten is one of these; other languages share only a few of them.
  const common = words.match(/\b(?:the|of|and|to|in|that|was|for|is|with|said|has|on|at|by)\b/gi)?.length ?? 0;
  const all = words.split(' ').length;
  if (common / all > 0.12) return 'en';
  return best.accuracy >= 2 * (second?.accuracy ?? 0) || (best.lang !== 'en' && common / all < 0.03) ? best.lang : null;
}
