/** Words in order, prepared to be walked. */
export interface WordList {
  readonly words: readonly string[];
  /** How many letters a word shares with the one before it. */
  readonly shared: Uint8Array;
}

export function wordList(inOrder: readonly string[]): WordList {
  return { words: inOrder, shared: Uint8Array.from(inOrder, (word, at) => sharedStart(inOrder[at - 1] ?? '', word)) };
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < 255 && length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

export interface Near {
  /** Position in the list. */
  readonly at: number;
  readonly distance: number;
}

/** What is longer is a text without spaces, and nobody's mistyped word. */
const LONGEST_WORD = 60;

/**
 * The words within `most` typing errors of the one typed: a letter more, less, another, or two swapped (the "optimal string
 * alignment" distance). With `unfinished`, those of which a beginning is, a letter shorter or longer at most.
 *
 * Walks the list and leaves out whole stretches whose common start is already too far off: what is worked out for a start
 * (row d: the distances between its first d letters and the first 0, 1, 2 … typed) holds for all that share it.
 */
export function wordsNear({ words, shared }: WordList, typed: string, most: number, unfinished = false): Near[] {
  if (typed.length > LONGEST_WORD) return [];
  const width = typed.length + 1;
  const deepest = typed.length + most;
  const rows = new Uint8Array((deepest + 1) * width);
  for (let column = 0; column < width; column++) rows[column] = column;
  const near: Near[] = [];
  let done = 0;
  // A start of so many letters is too far off; one of so many begins well enough.
  let hopeless = Number.POSITIVE_INFINITY;
  let begun = { depth: Number.POSITIVE_INFINITY, distance: 0 };
  for (let at = 0; at < words.length; at++) {
    const same = shared[at] ?? 0;
    if (same >= begun.depth) {
      near.push({ at, distance: begun.distance });
      continue;
    }
    if (same >= hopeless) continue;
    hopeless = Number.POSITIVE_INFINITY;
    begun = { depth: Number.POSITIVE_INFINITY, distance: 0 };
    done = Math.min(done, same);
    const word = words[at] ?? '';
    const depth = Math.min(word.length, deepest);
    while (done < depth && begun.depth > done) {
      done++;
      const least = fillRow(rows, width, word, typed, done);
      const distance = rows[done * width + typed.length] ?? 0;
      if (unfinished && distance <= most && Math.abs(done - typed.length) <= 1) begun = { depth: done, distance };
      else if (least > most) {
        hopeless = done;
        break;
      }
    }
    if (begun.depth <= done) near.push({ at, distance: begun.distance });
    else if (hopeless > done && word.length <= deepest) {
      const distance = rows[word.length * width + typed.length] ?? 0;
      if (distance <= most) near.push({ at, distance });
    }
  }
  return near;
}

/** Works out row `depth` from the two before it; gives the least of what may still be reached through it. */
function fillRow(rows: Uint8Array, width: number, word: string, typed: string, depth: number): number {
  const [row, above, twoAbove] = [depth * width, (depth - 1) * width, (depth - 2) * width];
  rows[row] = depth;
  let least = depth;
  let leastAbove = rows[above]!; // every index lies within the rows
  const letter = word.charCodeAt(depth - 1);
  const before = depth > 1 ? word.charCodeAt(depth - 2) : -1;
  for (let column = 1; column < width; column++) {
    const other = typed.charCodeAt(column - 1);
    let cost = rows[above + column - 1]! + (letter === other ? 0 : 1);
    cost = Math.min(cost, rows[above + column]! + 1, rows[row + column - 1]! + 1);
    if (column > 1 && before === other && letter === typed.charCodeAt(column - 2)) {
      cost = Math.min(cost, rows[twoAbove + column - 2]! + 1);
    }
    rows[row + column] = cost;
    if (cost < least) least = cost;
    if (rows[above + column]! < leastAbove) leastAbove = rows[above + column]!;
  }
  // A swap reaches back two rows, so the row above keeps a hopeless one alive.
  return Math.min(least, leastAbove + 1);
}
