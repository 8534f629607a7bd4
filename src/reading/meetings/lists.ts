import { isBody, isPeople } from './roles.ts';
import type { Word } from './words.ts';

/**
 * Reads as commas the semicolons of a list of people ("Ann Lee, mayor; Jim Brown, judge; and …") and the dash that opens it
 * ("the panel -- Ann Lee, …"), which elsewhere end a clause.
 */
export function withListMarks(words: readonly Word[]): readonly Word[] {
  const divided = new Set(listed(words));
  return words.map((word, i) => (divided.has(i) || opensList(words, i) ? { ...word, part: 'comma' } : word));
}

const isPerson = (word: Word | undefined): boolean => word?.mention?.type === 'person';

function opensList(words: readonly Word[], i: number): boolean {
  const before = words[i - 1];
  return (
    /^[-–—]+$/.test(words[i]?.lower ?? '') &&
    isPerson(words[i + 1]) &&
    before?.part === 'noun' &&
    (isBody(before.lower) || isPeople(before.lower))
  );
}

/** The semicolons of the sentence where they divide a list: before names, the last before "and", and no verb between. */
function listed(words: readonly Word[]): number[] {
  const marks = words.flatMap((word, i) => (word.lower === ';' ? [i] : []));
  const last = marks.at(-1);
  const [first] = marks;
  if (first === undefined || last === undefined || words[last + 1]?.part !== 'and' || !isPerson(words[last + 2]))
    return [];
  const isList =
    marks.slice(0, -1).every((i) => isPerson(words[i + 1])) &&
    !words.slice(first, last).some((word) => /^(?:verb|auxiliary|pronoun)$/.test(word.part));
  return isList ? marks : [];
}
