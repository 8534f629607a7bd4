/** One paragraph of a page as its lines show it: a line, or several that were broken in mid-sentence. */
export interface Unit {
  /** Index of its first line, and one past its last. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Blank lines above it. */
  readonly gap: number;
}

/** A text's lines without their line ends. */
export const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** A line without its indentation and trailing spaces; NBSP and all else as it stands. */
export const withoutIndent = (line: string): string => line.replace(/^[ \t\f]+|[ \t\f]+$/g, '');

/** Puts lines together that a typesetter broke within a sentence. */
export function linesJoined(lines: readonly string[]): Unit[] {
  const width = wrapWidth(lines);
  const units: Unit[] = [];
  let gap = 0;
  for (const [index, raw] of lines.entries()) {
    const text = raw.trim();
    if (text === '') {
      gap++;
      continue;
    }
    const above = units.at(-1);
    if (above && gap === 0 && continues(lines[index - 1]?.trim() ?? '', text, width)) {
      units[units.length - 1] = { ...above, to: index + 1, text: `${above.text} ${text}` };
    } else units.push({ from: index, to: index + 1, text, gap });
    gap = 0;
  }
  return units;
}

function continues(above: string, line: string, width: number | null): boolean {
  if (/^[•·*▪-]/.test(line)) return false;
  if (width !== null && above.length > width - 20 && !isList(line)) return true;
  if (endsSentence(above)) return false;
  return /^\p{Ll}/u.test(line) && !/^(?:www\.|https?:)/.test(line) && !/[:|]$/.test(above);
}

const isList = (line: string): boolean => /^(?:[•·*▪-]|\(?\d{1,2}[.)])\s/.test(line);

/** The width at which a text was wrapped ("plain text at 72 columns"), null where each line is a paragraph of its own. */
function wrapWidth(lines: readonly string[]): number | null {
  const full = lines.map((line) => line.trim()).filter((line) => line !== '');
  const longest = Math.max(0, ...full.map((line) => line.length));
  if (longest < 40 || longest > 110 || full.length < 4) return null;
  const followed = lines.flatMap((line, index) => (line.trim() && lines[index + 1]?.trim() ? [line.trim()] : []));
  const wrapped = followed.filter((line) => line.length > longest - 20 && !endsSentence(line));
  return followed.length >= 3 && wrapped.length >= followed.length * 0.5 ? longest : null;
}

/** Does it end as a sentence does, marks and brackets after the full stop allowed for? */
export const endsSentence = (text: string): boolean => /[.!?…。！？؟۔][”"’'»“)\]]*(?:\[\d+\])?$/.test(text);

/** Cut off in the middle, as teasers are: "… were sworn in Friday as administr...". */
export const isCutOff = (text: string): boolean => /(?:\.\.\.|…)\s*(?:\[?(?:read )?more\]?)?$/i.test(text);

/** Words, and for scripts written without spaces two characters as one. */
export function wordCount(text: string): number {
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0) + Math.floor(unspaced / 2);
}

/** Words that stay small in a headline. */
const SMALL =
  /^(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|nor|as|vs|via|is|are|be|over|into|than|if|it|its)$/;

/** Written As Headlines Are: no word small but the little ones. */
export function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capital >= 2 && words.every((word) => /^\p{Lu}/u.test(word) || SMALL.test(word));
}

/** Is it running text: a sentence or more, rather than a headline, a label or a list of links? */
export function isProse(text: string): boolean {
  const words = wordCount(text);
  if (words <= 25 && isTitleCase(text)) return false;
  if (endsSentence(text)) return words >= 3;
  if (/[”"»]$/.test(text)) return words >= 8;
  // "WASHINGTON (AP) — The latest on the vote (all times local):"
  if (/:$/.test(text)) return words >= 10;
  const sentenceWithin = /\p{Ll}{2}[.!?。][”"’)]*\s+[“"‘(]?\p{Lu}/u.test(text);
  return words >= 35 || (words >= 15 && sentenceWithin);
}

/** A sentence too short to tell it from a label by itself: "He's back.", "Pure propaganda." */
export const isShortSentence = (text: string): boolean =>
  endsSentence(text) && /\s\p{Ll}/u.test(text) && wordCount(text) < 3;
