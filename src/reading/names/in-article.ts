import { span } from '../../text/span.ts';
import { genderOfGivenName } from '../entities/gender.ts';
import type { Sentence } from '../reading.ts';
import type { NameSpan } from './name-span.ts';

/** "Lee-Moe talks": a pair, where the article has people of both names, is no person. */
export function withoutPairs(text: string, names: readonly NameSpan[]): NameSpan[] {
  const surnames = surnamesIn(text, names);
  return names.filter(({ start, end, type }) => {
    const parts = text.slice(start, end).split(/[-‐‑–]/u);
    return type !== 'person' || parts.length < 2 || !parts.every((part) => surnames.has(part));
  });
}

/** The last words of the people's names without a hyphen. */
function surnamesIn(text: string, names: readonly NameSpan[]): Set<string> {
  const people = names.filter(({ type }) => type === 'person');
  const last = people.map(({ start, end }) => text.slice(start, end).split(/\s+/u).at(-1) ?? '');
  return new Set(last.filter((word) => !/[-‐‑–]/u.test(word)));
}

/** "Maybe| Lee said": a word that only opens the sentence, where the article has that Lee under another given name. */
export function withoutOpeningWord(
  text: string,
  names: readonly NameSpan[],
  sentences: readonly Sentence[],
): NameSpan[] {
  const openings = new Set<number>(sentences.map(({ start }) => start));
  const givenNames = new Map<string, Set<string>>();
  for (const { start, end, type } of names) {
    const words = type === 'person' ? text.slice(start, end).split(/\s+/u) : [];
    if (words.length < 2 || openings.has(start)) continue;
    const last = words.at(-1) ?? '';
    givenNames.set(last, (givenNames.get(last) ?? new Set()).add(words[0] ?? ''));
  }
  return names.map((name): NameSpan => {
    if (name.type !== 'person' || !openings.has(name.start)) return name;
    const [first = '', last = '', more] = text.slice(name.start, name.end).split(/\s+/u);
    const others = givenNames.get(last);
    if (more !== undefined || !others || others.has(first)) return name;
    const isWord = new RegExp(`(?<![\\p{L}-])${first.toLowerCase().replace(/[^\p{L}]/gu, '.')}(?![\\p{L}-])`, 'u').test(
      text,
    );
    return isWord ? { ...span(name.end - last.length, name.end), type: 'person' } : name;
  });
}

/** "the director of National Intelligence| Ana Lee": the body's name ends where a given name begins. */
export function withPeopleBehindBodies(text: string, names: readonly NameSpan[]): NameSpan[] {
  return names.flatMap((name): NameSpan[] => {
    if (
      name.type !== 'organisation' ||
      !/\b(?:of|for) (?:the )?$/u.test(text.slice(Math.max(0, name.start - 9), name.start))
    )
      return [name];
    const [, body = '', person = '', given = ''] =
      /^(.+\S)\s+((\p{Lu}\p{Ll}+)\s\p{Lu}[\p{L}'’-]+)$/su.exec(text.slice(name.start, name.end)) ?? [];
    if (body === '' || genderOfGivenName(given.toLowerCase()) === null) return [name];
    return [
      { ...span(name.start, name.start + body.length), type: 'organisation' },
      { ...span(name.end - person.length, name.end), type: 'person' },
    ];
  });
}
