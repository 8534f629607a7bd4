import { plainWords } from './plain-words.ts';

/** "By Jane Roe and Tom Low, staff writers" → both, "[[Jane Roe]]" → Jane Roe; no addresses. */
export function authorNames(written: string): string[] {
  const plain = plainWords(written)?.replace(/\[\[|\]\]/g, '') ?? '';
  const words = plain.replace(/^(?:(?:written |reported )?by|von|par|por|автор:?)\s+/i, '');
  return words
    .split(/\s*(?:,|;|\||&|\band\b|\bund\b|\bet\b|\by\b)\s*/)
    .map((name) => name.trim())
    .filter(
      (name) => name.length > 1 && name.length < 60 && /^\p{Lu}|^\p{Lo}/u.test(name) && !/https?:|[@/\d]/.test(name),
    );
}
