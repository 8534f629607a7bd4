/** Shorter words are too much like others for an error to be guessed. */
const SHORTEST = 5;
/** From this length on, two errors may have been made. */
const LONG = 9;

/** How many errors a typed word may hold. */
export const errorsForgiven = (typed: string): number => (typed.length < SHORTEST ? 0 : typed.length >= LONG ? 2 : 1);

/** May `typed` be `meant` with a letter or two wrong, missing, too many or swapped? */
export function withinTypingError(typed: string, meant: string): boolean {
  if (typed.length < SHORTEST || meant.length < SHORTEST - 1) return false;
  const allowed = errorsForgiven(typed);
  if (Math.abs(typed.length - meant.length) > allowed || !sharePiece(typed, meant, allowed)) return false;
  return errors(typed, meant, allowed) <= allowed;
}

/**
 * So many errors leave one of so many and one more pieces of a word whole (a letter is left out of each, for a swap touches
 * two neighbours). Rules out most words without counting their edits.
 */
function sharePiece(typed: string, meant: string, allowed: number): boolean {
  const length = Math.max(1, Math.floor(typed.length / (allowed + 1)) - 1);
  if (meant.startsWith(typed.slice(0, length)) || meant.endsWith(typed.slice(-length))) return true;
  if (allowed === 1) return false;
  const middle = (typed.length - length) >> 1;
  return meant.includes(typed.slice(middle, middle + length));
}

/**
 * Edits between two words, a swap of neighbours counted as one (optimal string alignment); more than `allowed` once that is
 * certain. Only the cells so near the diagonal that few enough edits can reach them are worked out.
 */
function errors(a: string, b: string, allowed: number): number {
  const width = b.length + 1;
  const tooMany = allowed + 1;
  let before = new Uint8Array(width);
  let last = new Uint8Array(width).map((_, at) => Math.min(at, tooMany));
  let row = new Uint8Array(width);
  for (let i = 1; i <= a.length; i++) {
    row.fill(tooMany);
    row[0] = Math.min(i, tooMany);
    let fewest = row[0] ?? tooMany;
    for (let j = Math.max(1, i - allowed); j <= Math.min(b.length, i + allowed); j++) {
      const same = a[i - 1] === b[j - 1];
      // Every index lies within the width.
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row[j] = Math.min(least, tooMany);
      fewest = Math.min(fewest, least);
    }
    if (fewest > allowed) return tooMany;
    [before, last, row] = [last, row, before];
  }
  return last[b.length] ?? tooMany;
}

/** May `typed`, unfinished, be the beginning of `meant` with such an error? */
export function nearlyBegins(typed: string, meant: string): boolean {
  const lengths = [typed.length, typed.length - 1, typed.length + 1];
  return lengths.some((length) => withinTypingError(typed, meant.slice(0, length)));
}
