import { eld } from 'eld/extrasmall';
import { primary } from './language-tags.ts';

/** Less than this says too little: a headline in capitals, a list of names. */
const ENOUGH = 120;
/** No more is looked at: a language shows in its first paragraphs. */
const LOOKED_AT = 4000;

/**
 * The language of an article, BCP 47. What the words themselves show goes before what the page says (templates say "en"
 * above any text), but only where it shows clearly; where both agree, the page's finer word ("en-GB") is taken. In doubt
 * English, so that no English article goes unread.
 */
export function languageOf(body: string, stated: string | null): string {
  const shown = languageShown(body);
  if (shown === null) return stated ?? 'en';
  return stated && primary(stated) === shown ? stated : shown;
}

/** The language that the words show, null where they do not show it clearly. */
function languageShown(text: string): string | null {
  const start = text.slice(0, LOOKED_AT).replace(/https?:\S+/g, ' ');
  const words = start.match(/[\p{L}\p{M}'’]+/gu) ?? [];
  const letters = words.join(' ');
  // A table of figures is in no language.
  const figures = start.match(/\d[\d.,]*/g)?.length ?? 0;
  if (letters.length < ENOUGH || figures > words.length * MOST_FIGURES) return null;
  const common = words.filter((word) => COMMON_IN_ENGLISH.test(word)).length / words.length;
  if (common > 0.08) return 'en';
  const found = eld.detect(letters);
  return found.isReliable() && (found.language === 'en' || common < 0.03) ? found.language : null;
}

const MOST_FIGURES = 0.12;
/** In English a twelfth of the words and more are these, in other languages next to none. */
const COMMON_IN_ENGLISH = /^(?:the|and|to|that|with|said|from|by)$/i;
