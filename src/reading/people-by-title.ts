import { countriesIn } from '../text/countries.ts';
import type { EntityIndex, Mention } from './reading.ts';

/** Words that say nothing of which post is meant. */
const EMPTY = new Set('the a an of for to in at on and his her their its this that then former'.split(' '));
/** Posts by other names. */
const SAME: Readonly<Record<string, string>> = {
  vice: 'deputy',
  premier: 'minister',
  pm: 'minister',
  sen: 'senator',
  gov: 'governor',
  gen: 'general',
  amb: 'ambassador',
  chairwoman: 'chairman',
  chairperson: 'chairman',
  spokeswoman: 'spokesman',
  spokesperson: 'spokesman',
};

const wordsOf = (title: string): string[] =>
  title
    .toLowerCase()
    .replace(/['’]s\b/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word && !EMPTY.has(word))
    .map((word) => SAME[word] ?? word);

/**
 * Whom a title without a name means: "the minister", "the Vice Prime Minister", "the Russian foreign minister", "the
 * president". It is the person last mentioned before `before` whose own post, told anywhere in the article, has all the
 * title's words, and is of the title's country where it names one; null where there is none. For a speaker or participant
 * told by role alone: `personByTitle('the minister', start, document.mentions)`.
 */
export function personByTitle(title: string, before: number, mentions: readonly Mention[]): EntityIndex | null {
  const [country] = countriesIn(title);
  const bare = country ? title.slice(0, country.start) + title.slice(country.end) : title;
  const wanted = wordsOf(bare);
  if (wanted.length === 0) return null;
  const holders = new Set<EntityIndex>();
  for (const { role, entity } of mentions) {
    if (!role || (country && role.country !== country.country)) continue;
    const own = new Set(wordsOf(role.text));
    if (wanted.every((word) => own.has(word))) holders.add(entity);
  }
  let last: EntityIndex | null = null;
  for (const { entity, start } of mentions) if (start < before && holders.has(entity)) last = entity;
  return last;
}
