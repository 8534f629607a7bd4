/** Shorter words are too much like others for an error to be guessed. */
const SHORTEST = 5;
/** From this length on, two errors may have been made. */
const LONG = 9;

/** May `typed` be `meant` with a letter or two wrong, missing, too many or swapped? */
export function withinTypingError(typed: string, meant: string): boolean {
  if (typed.length < SHORTEST || meant.length < SHORTEST - 1) return false;
  const allowed = typed.length >= LONG ? 2 : 1;
  return Math.abs(typed.length - meant.length) <= allowed && errors(typed, meant, allowed) <= allowed;
}

/** Edits between two words, a swap of neighbours counted as one (optimal string alignment); more than `allowed` once that is certain. */
function errors(a: string, b: string, allowed: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > allowed) return allowed + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** May `typed`, unfinished, be the beginning of `meant` with such an error? */
export function nearlyBegins(typed: string, meant: string): boolean {
  const lengths = [typed.length, typed.length - 1, typed.length + 1];
  return lengths.some((length) => withinTypingError(typed, meant.slice(0, length)));
}
