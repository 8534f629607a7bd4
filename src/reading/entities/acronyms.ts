import { slice } from '../../text/span.ts';
import type { NameSpan } from '../names/name-span.ts';

/**
 * Pairs of positions in `names`: a full name and its acronym. Either the one stands in brackets behind the other, "Movement
 * for the Liberation of Congo (MLC)", or the acronym is exactly the initials of one body named in the article.
 */
export function acronymPairs(text: string, names: readonly NameSpan[]): [number, number][] {
  return [...pairsInBrackets(text, names), ...pairsByInitials(text, names)];
}

function pairsInBrackets(text: string, names: readonly NameSpan[]): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i + 1 < names.length; i++) {
    const [first, second] = [names[i], names[i + 1]];
    if (!first || !second || second.start - first.end > 4) continue;
    if (first.type === 'person' || second.type === 'person') continue;
    if (!/^\s?[([]["“']?$/u.test(text.slice(first.end, second.start))) continue;
    const [a, b] = [slice(text, first), slice(text, second)];
    if (mayBeAcronym(b, a)) pairs.push([i, i + 1]);
    else if (mayBeAcronym(a, b)) pairs.push([i + 1, i]);
  }
  return pairs;
}

function pairsByInitials(text: string, names: readonly NameSpan[]): [number, number][] {
  const full = new Map<string, { readonly at: number; readonly name: string } | 'several'>();
  names.forEach((name, at) => {
    const written = slice(text, name);
    if (name.type === 'person' || !/\s/.test(written)) return;
    const initials = (written.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join('');
    const known = full.get(initials);
    if (known === undefined) full.set(initials, { at, name: written });
    else if (known !== 'several' && known.name !== written) full.set(initials, 'several');
  });
  return names.flatMap((name, i): [number, number][] => {
    const letters = slice(text, name).replaceAll('.', '');
    const found = name.type === 'person' || !/^\p{Lu}{3,8}$/u.test(letters) ? undefined : full.get(letters);
    return found && found !== 'several' ? [[found.at, i]] : [];
  });
}

const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}.&-]{1,9}s?$/u;

/** Do most of the acronym's letters stand in order among the name's initials? In brackets that is enough: acronyms come from other languages too. */
function mayBeAcronym(acronym: string, name: string): boolean {
  if (!ACRONYM.test(acronym) || !/\s/.test(name)) return false;
  const letters = acronym.replace(/[^\p{Lu}]/gu, '').toLowerCase();
  let matched = 0;
  for (const word of name.split(/[\s-]+/u)) {
    if (word.charAt(0).toLowerCase() === letters.charAt(matched)) matched++;
  }
  return matched >= 2 && matched >= letters.length - 1;
}
