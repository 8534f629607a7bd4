import { parseHTML } from 'linkedom';

/** "&ldquo;", "&#8217;", as they are left where a text was escaped twice. */
const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/gi;

/** Text in which character references stand for their characters, were they escaped once too often or twice. */
export function withoutReferences(text: string): string {
  if (!text.includes('&')) return text;
  const once = text.replace(/&amp;(?=#?\w{1,31};)/gi, '&');
  return once.replace(REFERENCE, (reference) => characterOf(reference));
}

const known = new Map<string, string>();

function characterOf(reference: string): string {
  const before = known.get(reference);
  if (before !== undefined) return before;
  const { document } = parseHTML(`<html><body><p>${reference}</p></body></html>`);
  const character = document.querySelector('p')?.textContent ?? reference;
  if (known.size < 3000) known.set(reference, character);
  return character;
}

/** Soft hyphens, zero-width spaces and word joiners: they say where a line may break, and part a word for whoever looks for it. */
export const withoutBreakHints = (text: string): string => text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '');

/** A line of words as metadata give it, without tags, references, line breaks and what cannot be seen; null where nothing is left. */
export function plainWords(markup: string | null | undefined): string | null {
  const words = withoutBreakHints(withoutReferences(markup ?? '').replace(/<\/?[a-z][^<>]*>/gi, ''));
  return words.replace(/\s+/g, ' ').trim() || null;
}
