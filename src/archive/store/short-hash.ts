/**
 * A number of 32 bits made of a text (FNV-1a, Fowler, Noll and Vo), for looking up what may be meant: two texts may share one,
 * so whatever is found by it is compared.
 */
export function shortHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
