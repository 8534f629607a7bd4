import type { SearchIndex } from './search-structure.ts';

/** The archive's words in order of the alphabet, as correction and autocompletion walk them. */
export interface SortedWords {
  readonly words: readonly string[];
  /** How many letters a word shares with the one before it. */
  readonly shared: Uint8Array;
  /** In how many documents it stands. */
  readonly documents: Uint32Array;
}

/** The vocabulary in order; worked out once, until the index changes. */
export function sortedWords(index: SearchIndex): SortedWords {
  if (index.derived.sorted) return index.derived.sorted;
  const counted = [...index.words()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const words = counted.map(([word]) => word);
  const shared = Uint8Array.from(words, (word, at) => sharedStart(words[at - 1] ?? '', word));
  const documents = Uint32Array.from(counted, ([, count]) => count.documents);
  index.derived.sorted = { words, shared, documents };
  return index.derived.sorted;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < 255 && length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** The archive's words that begin with what was typed, the most frequent first. */
export function completeWords(index: SearchIndex, typed: string, limit: number): string[] {
  const { words, documents } = sortedWords(index);
  const start = typed.toLowerCase().trim();
  if (start === '') return [];
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; words[at]?.startsWith(start); at++) found.push(at);
  return found
    .sort((a, b) => (documents[b] ?? 0) - (documents[a] ?? 0) || a - b)
    .slice(0, limit)
    .map((at) => words[at] ?? '');
}

export interface NearWord {
  readonly word: string;
  readonly distance: number;
  readonly documents: number;
}

/**
 * The words within `most` typing errors of the one typed: a letter more, less, another, or two swapped (the "optimal string
 * alignment" distance). Walks the sorted words and leaves out whole stretches whose common start is already too far off.
 */
export function wordsNear(index: SearchIndex, typed: string, most: number): NearWord[] {
  const { words, shared, documents } = sortedWords(index);
  const width = typed.length + 1;
  const deepest = typed.length + most;
  // Row d: the distances between the first d letters of the word and the first 0, 1, 2 … letters of what was typed.
  const rows = Array.from({ length: deepest + 1 }, () => new Uint8Array(width));
  for (let column = 0; column < width; column++) setAt(rows, 0, column, column);
  const near: NearWord[] = [];
  let done = 0;
  let hopeless = Number.POSITIVE_INFINITY;
  words.forEach((word, at) => {
    const same = shared[at] ?? 0;
    if (same >= hopeless) return;
    hopeless = Number.POSITIVE_INFINITY;
    done = Math.min(done, same);
    const depth = Math.min(word.length, deepest);
    while (done < depth) {
      done++;
      if (fillRow(rows, word, typed, done) > most) {
        hopeless = done;
        return;
      }
    }
    const distance = rows[word.length]?.[typed.length] ?? most + 1;
    if (word.length <= deepest && distance <= most) near.push({ word, distance, documents: documents[at] ?? 0 });
  });
  return near;
}

function setAt(rows: readonly Uint8Array[], row: number, column: number, value: number): void {
  const cells = rows[row];
  if (cells) cells[column] = value;
}

/** Works out row `depth` from the two before it; gives the least of what may still be reached through it. */
function fillRow(rows: readonly Uint8Array[], word: string, typed: string, depth: number): number {
  const [row, above, twoAbove] = [rows[depth], rows[depth - 1], rows[depth - 2]];
  if (!row || !above) return 0;
  row[0] = depth;
  let least = depth;
  const letter = word.charCodeAt(depth - 1);
  for (let column = 1; column < row.length; column++) {
    const other = typed.charCodeAt(column - 1);
    let cost = (above[column - 1] ?? 0) + (letter === other ? 0 : 1);
    cost = Math.min(cost, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1);
    const swapped =
      twoAbove && column > 1 && letter === typed.charCodeAt(column - 2) && word.charCodeAt(depth - 2) === other;
    if (swapped) cost = Math.min(cost, (twoAbove[column - 2] ?? 0) + 1);
    row[column] = cost;
    if (cost < least) least = cost;
  }
  // A swap reaches back two rows, so the row above keeps a hopeless one alive.
  return Math.min(least, Math.min(...above) + 1);
}
