/** The keys of an English keyboard, and how far each row is moved to the right of the one above it, in keys. */
const ROWS = [
  { keys: 'qwertyuiop', offset: 0 },
  { keys: 'asdfghjkl', offset: 0.25 },
  { keys: 'zxcvbnm', offset: 0.75 },
];
const KEYS = new Map(
  ROWS.flatMap(({ keys, offset }, row) => [...keys].map((key, at) => [key, { across: at + offset, row }] as const)),
);

/**
 * Is `typed` one common typo away from `meant`: two letters swapped, one letter doubled or a double one typed
 * once, or a key hit for its neighbour?
 */
export function isCommonTypo(typed: string, meant: string): boolean {
  const at = sharedStart(typed, meant);
  const more = typed.length - meant.length;
  if (more === 1) return typed.charAt(at) === typed.charAt(at - 1) && typed.slice(at + 1) === meant.slice(at);
  if (more === -1) return meant.charAt(at) === meant.charAt(at - 1) && meant.slice(at + 1) === typed.slice(at);
  if (more !== 0) return false;
  const [[a = '', b = ''], [x = '', y = '']] = [typed.slice(at, at + 2), meant.slice(at, at + 2)];
  if (typed.slice(at + 1) === meant.slice(at + 1)) return areNeighbours(a, x);
  return a === y && b === x && typed.slice(at + 2) === meant.slice(at + 2);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function areNeighbours(a: string, b: string): boolean {
  const [one, other] = [KEYS.get(a), KEYS.get(b)];
  if (!one || !other) return false;
  return Math.abs(one.row - other.row) <= 1 && Math.abs(one.across - other.across) <= 1;
}
