import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectFolder } from '../project/folder.ts';

/** A near word stands for the one asked with this times its cosine squared (design measured on desk, cross-validated: +5 points). */
const WEIGHT = 0.9;
/** Bytes of a near word in the table: its number (two bytes) and its cosine, of 255. */
const ENTRY = 3;

export interface NearWord {
  readonly word: string;
  readonly weight: number;
}

interface Table {
  readonly words: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Near words of each word. */
  readonly most: number;
  readonly entries: Buffer;
}

let loaded: Table | null = null;

/** data/near-words.bin, made by training/near-words.ts; its card (near-words.md) says how it is laid out. */
function table(): Table {
  if (loaded) return loaded;
  const file = readFileSync(resolve(projectFolder, 'data/near-words.bin'));
  const length = file.readUInt32LE(0);
  const most = file.readUInt32LE(4);
  const words = file.toString('utf8', 8, 8 + length).split('\n');
  loaded = { words, numbers: new Map(words.map((word, at) => [word, at])), most, entries: file.subarray(8 + length) };
  return loaded;
}

/** Is it a word of English, rightly spelled? The table has the 20,000 commonest. */
export const isEnglishWord = (word: string): boolean => table().numbers.has(word);

/** The words nearest in meaning to a lower-case English word, nearest first; none for a word the table lacks. */
export function nearWords(word: string): readonly NearWord[] {
  const { words, numbers, most, entries } = table();
  const at = numbers.get(word);
  if (at === undefined) return [];
  const found: NearWord[] = [];
  for (let place = at * most; place < (at + 1) * most; place++) {
    const cosine = entries.readUInt8(place * ENTRY + 2) / 255;
    if (cosine === 0) break;
    found.push({ word: words[entries.readUInt16LE(place * ENTRY)] ?? '', weight: WEIGHT * cosine ** 2 });
  }
  return found;
}
