import { slice } from '../text/span.ts';
import type { NameSpan } from './names.ts';

/** Pairs of positions in `names`: a full name, and the acronym that stands in brackets behind it (or the other way round). */
export function acronymsBeside(text: string, names: readonly NameSpan[]): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i + 1 < names.length; i++) {
    const [first, second] = [names[i], names[i + 1]];
    if (!first || !second || second.start - first.end > 4 || first.type === 'person' || second.type === 'person')
      continue;
    if (!/^\s?[([]["“']?$/u.test(text.slice(first.end, second.start))) continue;
    const [a, b] = [slice(text, first), slice(text, second)];
    if (isAcronymOf(b, a)) pairs.push([i, i + 1]);
    else if (isAcronymOf(a, b)) pairs.push([i + 1, i]);
  }
  return pairs;
}

const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}.&-]{1,9}s?$/u;

/** Are the acronym's letters initials of the name's words, in order? Foreign acronyms need not fit: the first letter must, or none of two words. */
function isAcronymOf(acronym: string, name: string): boolean {
  if (!ACRONYM.test(acronym) || !/\s/.test(name)) return false;
  const letters = acronym.replace(/[^\p{Lu}]/gu, '').toLowerCase();
  const initials = name
    .split(/[\s-]+/u)
    .map((word) => word.charAt(0).toLowerCase())
    .join('');
  let matched = 0;
  for (const letter of initials) if (letter === letters.charAt(matched)) matched++;
  return matched >= letters.length - 1 && matched >= 2;
}
