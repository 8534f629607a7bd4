/** A 32-bit hash of a string (FNV-1a). */
export function hashString(text: string, start = 0, end: number = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Stirs one more value into a hash; the order of values matters. */
export function mix(hash: number, value: number): number {
  const stirred = Math.imul(hash ^ value, 0x9e3779b1);
  return stirred ^ (stirred >>> 15);
}
