/** FNV-1a over UTF-16 code units (Fowler, Noll and Vo): 32 bits, unsigned. Two texts may share a hash, so compare what it finds. */
export function fnv1a(text: string): number {
  let hash = FNV_SEED;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash >>> 0;
}

export const FNV_SEED = 0x811c9dc5;
export const FNV_PRIME = 0x01000193;

/** The finalizer of MurmurHash3: spreads a number over all 32 bits, unsigned. */
export function spread(value: number): number {
  const a = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b ^ (b >>> 16)) >>> 0;
}
