/** Up to this many words are named whole in a link; longer stretches by their first and last words. */
const WHOLE = 10;
const ENDS = 5;

/**
 * A link that opens the page at these words, by a text fragment (WICG Scroll-to-Text-Fragment: `#:~:text=first,last`).
 * `words` may run over several paragraphs. Null where the address is not of the web.
 */
export function linkToWords(url: string, words: string): string | null {
  const address = webAddress(url);
  if (!address) return null;
  const list = words.split(/\s+/u).filter(Boolean);
  if (list.length === 0) return address;
  const encoded =
    list.length <= WHOLE && !/\n\s*\n/.test(words)
      ? encode(list.join(' '))
      : `${encode(list.slice(0, ENDS).join(' '))},${encode(list.slice(-ENDS).join(' '))}`;
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${encoded}`;
}

/** The address if it is http(s), without credentials; else null. A link is never made of anything else. */
export function webAddress(url: string): string | null {
  try {
    const { protocol, username, href } = new URL(url);
    return /^https?:$/.test(protocol) && username === '' ? href : null;
  } catch {
    return null;
  }
}

/** Percent-encoded, with the characters that have a meaning inside a text fragment, and brackets, which end a Discord link. */
const encode = (words: string): string =>
  encodeURIComponent(words).replace(/[-,&()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
