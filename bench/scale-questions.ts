import { type Party, resolveParty } from '../src/answers/find/parties.ts';
import type { Archive } from '../src/archive/archive.ts';
import { indexedWordsIn } from '../src/archive/index/terms.ts';
import { seeded } from '../tests/support/seeded.ts';
import type { LoadArticle } from './scale-articles.ts';

export const QUERIES = 400;
const ASKED = 100;

/** Queries of one to four words that stand together in an article. */
export function queriesFrom(articles: readonly LoadArticle[]): string[] {
  const random = seeded(11);
  const queries: string[] = [];
  while (queries.length < QUERIES) {
    const { body } = articles[Math.floor(random() * articles.length)] ?? { body: '' };
    const words = indexedWordsIn(body).filter(({ term }) => term !== null);
    const from = Math.floor(random() * words.length);
    const chosen = words.slice(from, from + 1 + (queries.length % 4)).map(({ folded }) => folded);
    if (chosen.length > 0) queries.push(chosen.join(' '));
  }
  return queries;
}

/** Each query with one letter of its longest word wrong, missing, too many or swapped; null where all are too short. */
export function mistyped(queries: readonly string[]): (string | null)[] {
  const random = seeded(12);
  return queries.map((query, at) => {
    const words = query.split(' ');
    const longest = words.toSorted((a, b) => b.length - a.length)[0] ?? '';
    if (longest.length < 6 || /[^a-z]/.test(longest)) return null;
    const place = 1 + Math.floor(random() * (longest.length - 2));
    const letter = String.fromCharCode(97 + Math.floor(random() * 26));
    const [before, here, after] = [longest.slice(0, place), longest.charAt(place), longest.slice(place + 1)];
    const wrong = [
      before + letter + after,
      before + after,
      before + letter + here + after,
      before + after.charAt(0) + here + after.slice(1),
    ];
    return words.map((word) => (word === longest ? (wrong[at % 4] ?? word) : word)).join(' ');
  });
}

/** Names of which about as much is told at every size: a handful of mentions, of all together whom the name may mean. */
export async function peopleIn(archive: Archive): Promise<string[]> {
  const people = new Set<string>();
  for (const first of 'abcdefghijklmnoprstuvw') {
    for (const second of 'aeiourlh') {
      for (const name of await archive.complete('person', first + second, 25)) {
        if (people.size >= ASKED) return [...people];
        const mentions = mentionsOf(await resolveParty(name, archive));
        if (mentions >= 2 && mentions <= 12) people.add(name);
      }
    }
  }
  return [...people];
}

function mentionsOf(party: Party): number {
  if (party.is === 'actor') return party.actor.mentions;
  return party.is === 'several' ? party.actors.reduce((sum, { mentions }) => sum + mentions, 0) : 0;
}

/** Words that about `wanted` articles have. */
export function topicsOf(articles: readonly LoadArticle[], wanted: number): string[] {
  const within = new Map<string, number>();
  for (const { body } of articles) {
    const words = indexedWordsIn(body).flatMap(({ term, folded }) => (term === null ? [] : folded));
    for (const word of new Set(words)) within.set(word, (within.get(word) ?? 0) + 1);
  }
  const near = [...within].filter(([word]) => /^[a-z]{5,}$/.test(word));
  near.sort(([, a], [, b]) => Math.abs(a - wanted) - Math.abs(b - wanted));
  return near.slice(0, 50).map(([word]) => word);
}
