import type { Archive, ArticleCard } from '../../archive/archive.ts';
import { resolveParty } from './parties.ts';

/** Of a topic an article has all of the words, or nearly. */
const ENOUGH = 0.9;
const MOST_ARTICLES = 2000;

/** Those of the articles that are of one of these outlets, mention one of these people or have one of these topics' words. */
export async function articlesAbout(
  about: readonly string[],
  cards: readonly ArticleCard[],
  archive: Archive,
): Promise<ArticleCard[]> {
  const wanted = new Set<string>();
  for (const one of about) {
    const theirs = cards.filter(({ outlet }) => outlet.name.toLowerCase() === one.toLowerCase());
    for (const { id } of theirs.length > 0 ? theirs : await mentioning(one, archive)) wanted.add(id);
  }
  return cards.filter(({ id }) => wanted.has(id));
}

async function mentioning(name: string, archive: Archive): Promise<readonly { readonly id: string }[]> {
  const party = await resolveParty(name, archive);
  if (party.is === 'actor') {
    const mentions = await archive.mentions(party.actor.id, MOST_ARTICLES, 'latest');
    return mentions.map(({ card }) => card);
  }
  const { hits } = await archive.search(name, {}, MOST_ARTICLES);
  return hits.filter(({ coverage }) => coverage >= ENOUGH).map(({ card }) => card);
}
